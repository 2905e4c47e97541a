"""Opening, importing, finding."""

import pytest

from briefer import paths
from briefer.core.errors import BrieferError
from briefer.core.folds import plain
from briefer.services.library import find_source, open_library, search


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


def test_search_gives_sentences_that_hold_every_word(library):
    hits = search(library, "withdraw")
    assert {hit.file.split("-")[0] for hit in hits} >= {"joint", "news", "un", "remarks"}
    assert all("withdraw" in plain(hit.exact) for hit in hits)
    for hit in hits:
        source = library.get([hit.source])[hit.source]
        assert source.text[hit.start : hit.end] == hit.exact
        assert source.place_at(hit.start).label() == hit.place
        assert len(hit.snippet) <= 162


@pytest.mark.parametrize(
    ("words", "kind", "at_least", "holds"),
    [
        ("55 million", None, 2, "55 million"),
        ("million mines", "fact", 3, "million"),
        ("must", "talking_point", 3, "must"),
        ("Guterres Estonia", None, 1, "Guterres"),
        ("zebra", None, 0, ""),
        ("...", None, 0, ""),
    ],
)
def test_search_by_words_and_kind(library, words, kind, at_least, holds):
    hits = search(library, words, kind)
    assert len(hits) >= at_least
    assert all(holds in hit.exact for hit in hits[:1])
    assert at_least or not hits


def test_search_stops_at_the_limit(library):
    assert len(search(library, "the", limit=3)) == 3
