"""Opening, importing, finding."""

import pytest

from briefer import paths
from briefer.core.errors import BrieferError
from briefer.services.library import find_source, open_library


def test_a_new_library_holds_the_five_documents_once(tmp_path):
    first = open_library(tmp_path / "library.db")
    assert (first.is_new, len(first.library.sources())) == (True, 5)
    first.library.close()
    second = open_library(tmp_path / "library.db")
    assert (second.is_new, len(second.library.sources())) == (False, 5)
    second.library.close()


def test_a_library_emptied_into_the_trash_is_not_filled_again(library):
    library.trash(line.id for line in library.sources())
    again = open_library(paths.library())
    assert (again.is_new, again.library.sources()) == (False, [])
    again.library.close()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("campaign-web-page.txt", "62cbb3ae8bf4d8b4"),
        ("CAMPAIGN-web-page.txt", "62cbb3ae8bf4d8b4"),
        ("some/folder/campaign-web-page.txt", "62cbb3ae8bf4d8b4"),
        ("62cb", "62cbb3ae8bf4d8b4"),
        ("62cbb3ae8bf4d8b4", "62cbb3ae8bf4d8b4"),
    ],
)
def test_a_source_is_found_by_id_beginning_or_file_name(library, name, found):
    assert find_source(library, name).id == found


@pytest.mark.parametrize(("name", "words"), [("", "no source"), ("x", "no source"), ("6", "more")])
def test_a_name_that_fits_none_or_several_is_an_error(library, name, words):
    # ids of two seeds begin with 6
    with pytest.raises(BrieferError, match=words):
        find_source(library, name)
