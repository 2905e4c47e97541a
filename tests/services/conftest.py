"""The sample library, and the seeds by file name."""

import pytest

from briefer import paths
from briefer.services.library import open_library
from briefer.services.seeds import load_seeds


@pytest.fixture
def library():
    opened = open_library(paths.library())
    yield opened.library
    opened.library.close()


@pytest.fixture(scope="session")
def seeds():
    return {source.file: source for source, _ in load_seeds()}
