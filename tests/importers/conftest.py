"""A library to import into."""

import pytest

from briefer import paths
from briefer.services.library import open_library


@pytest.fixture
def library():
    opened = open_library(paths.library())
    yield opened.library
    opened.library.close()
