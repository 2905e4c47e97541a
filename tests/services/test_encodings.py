"""A text whose encoding was guessed is shown in others, and imported anew in the one chosen."""

import pytest

from briefer.core.errors import LibraryError
from briefer.services.encodings import AT_MOST, import_anew, previews
from briefer.services.importing import import_bytes

WORDS = {
    "windows-1252": "The café in Zürich — “naïve”, they said.",
    "windows-1250": "Žluťoučký kůň úpěl ďábelské ódy. Łódź leży.",
    "windows-1251": "Мины убивают мирных жителей каждый день.",
    "koi8-r": "Мины убивают мирных жителей каждый день.",
    "windows-1253": "Οι νάρκες σκοτώνουν αμάχους κάθε μέρα.",
    "windows-1256": "الألغام تقتل المدنيين كل يوم.",
    "gb18030": "地雷每天都在杀害平民。必须禁止。",
}


def imported(library, encoding):
    data = WORDS[encoding].encode(encoding)
    return import_bytes(library, data, "guessed.txt")[0].source


@pytest.mark.parametrize("encoding", WORDS)
def test_the_right_encoding_is_among_those_shown(library, encoding):
    shown = previews(library, imported(library, encoding))
    assert 1 < len(shown) <= AT_MOST
    assert [one.is_now for one in shown] == [True, *[False] * (len(shown) - 1)]
    assert WORDS[encoding] in [one.text for one in shown]
    assert len({one.text for one in shown}) == len(shown)


def test_a_long_text_is_shown_where_it_tells_encodings_apart(library):
    data = ("Plain words. " * 500 + "Zürich. " + "Plain words. " * 500).encode("windows-1252")
    id = import_bytes(library, data, "long.txt")[0].source
    assert all(len(one.text) <= 400 for one in previews(library, id))
    assert "Zürich" in previews(library, id)[0].text


def test_a_text_imported_anew_takes_the_place_of_the_first(library):
    id = imported(library, "windows-1251")
    made = import_anew(library, id, "koi8-r")
    assert (made.replaced, made.outcome.encoding) == (True, "koi8-r")
    assert [line.id for line in library.sources(trashed=True)] == [id]
    assert made.outcome.source in [line.id for line in library.sources()]


@pytest.mark.parametrize("known", [True, False])
def test_a_source_that_is_used_stays(library, known):
    id = imported(library, "windows-1251")
    if known:
        library.uses.note("x.briefing", "X", {id: 1})
    made = import_anew(library, id, "koi8-r", () if known else [id])
    assert not made.replaced
    assert library.sources(trashed=True) == []


def test_an_encoding_that_does_not_fit_changes_nothing(library):
    id = imported(library, "windows-1251")
    made = import_anew(library, id, "utf-8")
    assert (made.outcome.error.code, made.replaced) == ("encoding_uncertain", False)
    assert not import_anew(library, id, "windows-1251").replaced
    with pytest.raises(LibraryError, match="no source"):
        previews(library, "nothing")
