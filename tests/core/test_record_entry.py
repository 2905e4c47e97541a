"""Values of a record from typed words or from the text: checked by their sort, never corrected."""

import pytest

from briefer.core.errors import WrongRequest
from briefer.core.record import FIELDS, LABELS, Date, Field, Name
from briefer.core.record_entry import SORTS, check_value, evidence, read_value, says, sort_of, typed
from briefer.core.record_terms import DELIVERY, TYPES
from tests.samples import make_source

DAY = Date(((2026, 5, 21),))


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("title", " Remarks \n at ", "Remarks at"), ("caveat", "One\ntwo ", "One\ntwo"),
        ("type", "speech", "speech"), ("type", "News article", "article-newspaper"),
        ("issued", "21 May 2026", DAY), ("author", "Norway", (Name("Norway"),)),
        ("delivery_status", "As delivered", "as delivered"),
        ("delivery_status", "(Check against delivery)", "check against delivery"),
        ("delivery_status", "Transcript", DELIVERY[1]),
        ("language", "EN-gb", "en-GB"), ("language", "zh-hans-cn", "zh-Hans-CN"),
        ("language", "es-419", "es-419"), ("URL", " https://un.org/a?b#c ", "https://un.org/a?b#c"),
    ],
)  # fmt: skip
def test_words_are_read_by_the_sort_of_the_field(field, words, value):
    assert read_value(field, words) == value
    assert read_value(field, typed(field, value)) == value
    assert check_value(field, value) == value
    assert says(field, words, value)


@pytest.mark.parametrize(
    ("field", "words", "why"),
    [
        ("colour", "red", "no field “colour”"), ("title", "  ", "No words"),
        ("type", "Sermon", "no kind of document"), ("issued", "soon", "no date"),
        ("delivery_status", "unknown", "no term"), ("language", "English!", "no language tag"),
        ("URL", "un.org", "no web address"), ("URL", "ftp://un.org", "no web address"),
        ("URL", "https://un org", "no web address"), ("URL", "https://[un", "no web address"),
        ("URL", "https://un", "no web address"), ("author", "", "No words"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_a_hint(field, words, why):
    with pytest.raises(WrongRequest, match=why) as refused:
        read_value(field, words)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("field", "value"), [("title", DAY), ("issued", "2026"), ("author", ()), ("title", "")]
)
def test_a_value_of_another_sort_is_refused(field, value):
    with pytest.raises(WrongRequest, match="no value"):
        check_value(field, value)


def test_every_field_has_a_label_and_a_sort_and_every_type_a_name():
    assert set(LABELS) == set(FIELDS) >= set(SORTS)
    assert sort_of("title") == "words"
    assert len(set(TYPES.values())) == len(TYPES)


SOURCE = make_source("Remarks\n\nIzumi Nakamitsu, High Representative\n\n21 May 2026, New York\n")


def at(words):
    start = SOURCE.text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("title", "Remarks", "Remarks"), ("issued", "21 May 2026", DAY),
        ("author", "Izumi Nakamitsu, High Representative",
         (Name(given="Izumi", family="Nakamitsu", role="High Representative"),)),
    ],
)  # fmt: skip
def test_evidence_is_a_value_cut_from_the_text_with_its_range(field, words, value):
    start, end = at(words)
    assert evidence(SOURCE, field, start, end) == Field(value, "source", start, end)
    wider = evidence(SOURCE, field, max(0, start - 1), end + 1 if field != "issued" else end)
    assert wider == Field(value, "source", start, end)


def test_evidence_for_a_value_that_is_given_must_say_it():
    start, end = at("Izumi Nakamitsu, High Representative")
    said = (Name("Izumi Nakamitsu", role="High Representative"),)
    assert evidence(SOURCE, "speaker", start, end, said) == Field(said, "source", start, end)
    for field, value in (("speaker", (Name("Ana"),)), ("issued", DAY), ("title", "Remark")):
        with pytest.raises(WrongRequest, match="do not say"):
            evidence(SOURCE, field, start, end, value)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (0, 10_000), (7, 9)])
def test_a_range_without_words_is_no_evidence(start, end):
    with pytest.raises(WrongRequest, match="no words at"):
        evidence(SOURCE, "title", start, end)
