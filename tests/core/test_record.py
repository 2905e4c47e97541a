"""Values of a source record in words."""

import pytest

from briefer.core.record import Date, Field, Name, missing, shown, text_of


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a title", "a title"),
        (Date(((2026,),)), "2026"),
        (Date(((2026, 5),)), "May 2026"),
        (Date(((2026, 5, 21),)), "21 May 2026"),
        (Date(((2025, 12, 1), (2025, 12, 5))), "1–5 December 2025"),
        (Date(((2025, 11, 28), (2025, 12, 2))), "28 November – 2 December 2025"),
        (Date(((2025,), (2025, 12, 5))), "2025 – 5 December 2025"),
        (Date(((2025, 5), (2025, 5))), "May 2025"),
        ((Name("Norway"), Name(given="Ana", family="Example")), "Norway, Ana Example"),
        ((Name(family="Example"),), "Example"),
    ],
)
def test_a_value_is_shown_in_words(value, words):
    assert shown(value) == words
    assert text_of({"title": Field(value, "user")}, "title") == words


def test_what_is_not_there_is_empty_and_missing():
    assert text_of({}, "title") == ""
    assert missing({"title": Field("x", "user")}) == ("author", "issued", "publisher", "URL")


@pytest.mark.parametrize(
    ("parts", "iso"), [((2026, 5, 1), "2026-05-01"), ((2026, 12), "2026-12"), ((987,), "0987")]
)
def test_a_date_is_written_as_iso_8601_as_precise_as_it_is(parts, iso):
    assert Date((parts,)).iso() == iso
