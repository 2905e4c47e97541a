"""What is typed to search with, and where its words stand in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core import found, query
from briefer.core.folds import searchable
from briefer.core.query import Filter, Query, Term, filter_text, parse, with_filter, without_filters
from tests.samples import make_source

TYPED = st.text() | st.text('ab "-:*“kindtagspeakerisafter0雷שּׁ', max_size=40)


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("mines  left", [Term("mines"), Term("left")], []),
        ('"55 million" mines', [Term("55 million", True), Term("mines")], []),
        ("“55 million”", [Term("55 million", True)], []),
        ('"civil cas*" pre*', [Term("civil cas"), Term("pre")], []),
        ("a -draft -\"not this\"", [Term("a")], [Term("draft"), Term("not this", True)]),
        ("4.5 C++ 12:30 it's", [Term("4.5"), Term("C++", True), Term("12:30"), Term("it's")], []),
        ('a "b', [Term("a"), Term('"b')], []),
        ("well-known - -", [Term("well-known")], []),
        ("foo:bar", [Term("foo:bar")], []),
        ('"kind:fact"', [Term("kind:fact", True)], []),
        ('"', [], []), ("...", [], []), ("* :", [], []), ("", [], []),
    ],
)  # fmt: skip
def test_words_phrases_and_exclusions(typed, wanted, unwanted):
    read = parse(typed)
    assert (list(read.wanted), list(read.unwanted)) == (wanted, unwanted)
    assert read == Query(read.wanted, read.unwanted)


@pytest.mark.parametrize(
    ("typed", "filters", "named"),
    [
        ("speaker:guterres", [Filter("speaker", "guterres")], "speaker:guterres"),
        ("Speaker:Guterres", [Filter("speaker", "Guterres")], "speaker:Guterres"),
        ('by:"Jane Ex"', [Filter("author", "Jane Ex", True)], 'author:"Jane Ex"'),
        ("tag:“new york”", [Filter("tag", "new york", True)], 'tag:"new york"'),
        ('tag:"new yo', [Filter("tag", "new yo")], 'tag:"new yo*"'),
        ('tag:"new yo*"', [Filter("tag", "new yo")], 'tag:"new yo*"'),
        ("-type:report", [Filter("type", "report", excluded=True)], "-type:report"),
        ("is:super", [Filter("is", "superseded")], "is:superseded"),
        ("date:NONE", [Filter("date", "none")], "date:none"),
        ("after:2024-02", [Filter("after", "2024-02")], "after:2024-02"),
        ('speaker: kind:"', [], ""),
    ],
)
def test_filters_are_read_and_named(typed, filters, named):
    read = parse(typed)
    assert (list(read.filters), " ".join(read.named())) == (filters, named)
    assert read.faults == ()
    assert parse(named) == read


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [("kind:fact", ["fact"]), ("kind:t kind:Quote", ["talking_point", "quote"]),
     ('kind:"talking point"', ["talking_point"]), ("kind:talking-point", ["talking_point"])],
)  # fmt: skip
def test_a_kind_is_one_of_three_and_its_beginning_is_enough(typed, kinds):
    assert list(parse(typed).kinds) == kinds
    assert parse(typed).named() == tuple(f"kind:{kind}" for kind in kinds)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("kind:foo", "kind is fact, quote or talking_point"), ("-kind:fact", "cannot be excluded"),
        ("is:new", "is superseded"), ("after:20", "write 2024, 2024-06"),
        ("before:none", "no date"),
        ("date:2024-13", "no date"), ("date:2024-06-32", "no date"), ("after:May", "no date"),
    ],
)  # fmt: skip
def test_a_value_that_is_none_is_said_in_a_sentence(typed, why):
    [fault] = parse(typed).faults
    assert why in fault
    assert fault.endswith(".")
    assert not parse(typed).is_empty()


@given(TYPED)
def test_any_text_can_be_read(typed):
    read = parse(typed)
    assert read.is_empty() == (read == Query())
    for one in read.filters:
        assert one.name in query.NAMES


@pytest.mark.parametrize(
    ("typed", "name", "value", "then"),
    [
        ("mines", "tag", "New York", 'mines tag:"New York"'),
        ('mines tag:"New York" left', "tag", "New York", "mines left"),
        ("", "kind", "fact", "kind:fact"), ("kind:fact", "kind", "fact", ""),
        ('"a  b"', "tag", 'x"y', '"a  b" tag:"x y"'),
    ],
)  # fmt: skip
def test_a_filter_is_added_and_taken_out(typed, name, value, then):
    assert with_filter(typed, name, value) == then
    assert filter_text(name, value) in with_filter("", name, value)


@pytest.mark.parametrize(("name", "value"), [("speaker", "antónio g"), ("kind", "fact")])
def test_a_filter_may_hold_the_beginning_of_a_value(name, value):
    read = parse(filter_text(name, value, whole=False))
    assert read.filters in ((), (Filter(name, value),))
    assert read.kinds in ((), (value,))


def test_filters_are_taken_out_by_name():
    typed = 'a after:2024 -tag:"b c" "tag:d"'
    assert without_filters(typed, ["after", "before"]) == 'a -tag:"b c" "tag:d"'
    assert without_filters(typed) == 'a "tag:d"'


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("withdraw", "Withdrawals, undrawn; withdraw", ["Withdrawals", "withdraw"]),
        ('"withdraw"', "Withdrawals began; to withdraw", ["withdraw"]),
        ("it's", "It’s clear; its", ["It’s"]), ("4.5", "about 4,5 million", ["4,5"]),
        ("elan", "Élan vital", ["Élan"]), ("C++", "in C, Coal", ["C"]), ("zebra", "Lion", []),
        ('"a b"', "a, b; a bc", ["a, b"]), ("地雷", "销毁地雷。", ["地雷"]),
        ("地雷", "地\n雷 雷地", ["地\n雷"]),
        ("שלום", "שָׁלוֹם רב", ["שָׁלוֹם"]), ('"שלו"', "שלום", []), ("лес", "ЛЕСА", ["ЛЕСА"]),
        ("covid病", "Covid 病毒", ["Covid 病"]), ("ทุ่น", "ให้ทำลายทุ่นระเบิด", ["ทุ่น"]),
    ],
)  # fmt: skip
def test_the_words_of_a_query_are_found_in_a_text(typed, text, marked):
    [one] = found.sought(parse(typed).wanted)
    assert [text[slice(*at)] for at in one.ranges(searchable(text))] == marked


@given(TYPED, st.text())
def test_where_words_stand_never_fails_and_lies_in_the_text(typed, text):
    for one in found.sought(parse(typed).wanted):
        for start, end in one.ranges(searchable(text)):
            assert 0 <= start < end <= len(text)


def test_paragraphs_hold_every_word_or_some():
    source = make_source("Mines and bombs, mines.\n\nBombs\n\nNothing, min\n\nes")
    folded = searchable(source.text)
    terms = found.sought(parse("mines bomb").wanted)
    every = found.by_place(source.places, folded, terms, every=True)
    some = found.by_place(source.places, folded, terms, every=False)
    assert [place.number for place in every] == [1]
    assert [place.number for place in some] == [1, 2]
    [ranges] = every.values()
    assert found.within(0, 23, ranges) == ((0, 5), (10, 15), (17, 22))
    assert found.within(6, 16, ranges) == ((10, 15),)
    assert not found.holds(6, 9, ranges, every=False)
    assert found.holds(6, 16, ranges, every=False)
    assert not found.holds(6, 16, ranges, every=True)
    gone = found.sought(parse("zebra mines").wanted)
    assert found.by_place(source.places, folded, gone, every=True) == {}
    across = found.sought(parse('"bombs nothing"').wanted)
    assert found.by_place(source.places, folded, across, every=True) == {}


def test_marks_that_overlap_are_one():
    assert found.within(0, 9, [[(0, 4)], [(2, 6), (7, 8)]]) == ((0, 6), (7, 8))


def test_every_filter_can_be_typed():
    for name in query.NAMES:
        value = {"kind": "fact", "is": "used"}.get(name, "2024")
        assert re.match(rf"{name}|author", parse(filter_text(name, value)).named()[0])
