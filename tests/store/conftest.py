"""Every implementation of the library, and sources to keep in it."""

from collections.abc import Iterator

import pytest

from briefer.store import Library
from briefer.store.sqlite import open_sqlite
from tests.samples import make_source

IMPLEMENTATIONS = {"sqlite": lambda folder: open_sqlite(folder / "library.db")}


@pytest.fixture(params=IMPLEMENTATIONS)
def library(request, tmp_path) -> Iterator[Library]:
    opened = IMPLEMENTATIONS[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def speech():
    return make_source()


@pytest.fixture
def other():
    return make_source("It’s about 4.5 million: Élan in C++ near the river.", "other.txt")
