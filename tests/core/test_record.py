"""Values of a source record in words."""

import pytest

from briefer.core.record import (
    CITED,
    FIELDS,
    Date,
    Field,
    Name,
    completeness,
    missing,
    shown,
    text_of,
)


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
    ("record", "known", "absent"),
    [
        ({}, "", "title author issued publisher URL"),
        ({"type": "unheard-of", "title": "x"}, "title", "author issued publisher URL"),
        (
            {"type": "speech", "title": "x", "delivery_status": "as delivered"},
            "title delivery_status",
            "author issued event-title event-place",
        ),
        ({"type": "legislation", "number": "A/RES/78/45"}, "number", "title author issued"),
    ],
)
def test_a_citation_wants_what_its_kind_of_document_has(record, known, absent):
    found = completeness({field: Field(value, "user") for field, value in record.items()})
    assert (" ".join(found.known), " ".join(found.missing)) == (known, absent)


def test_what_citations_want_are_fields_of_the_record():
    assert {field for fields in CITED.values() for field in fields} <= set(FIELDS)


@pytest.mark.parametrize(
    ("parts", "iso"), [((2026, 5, 1), "2026-05-01"), ((2026, 12), "2026-12"), ((987,), "0987")]
)
def test_a_date_is_written_as_iso_8601_as_precise_as_it_is(parts, iso):
    assert Date((parts,)).iso() == iso
