"""Figures of a briefing that disagree or have grown old, and what people decide about them."""

import datetime

import pytest

from briefer.core.clashes import aged, clashes, stated_in
from briefer.core.decisions import Assigned, Decision, assigned, by_pair, key_of, with_names
from briefer.core.edits import add_item
from briefer.core.measures import Measure, Subject, table
from briefer.core.model import pick
from briefer.core.record import Date, Field
from briefer.core.sentences import sentences
from briefer.core.statements import statements
from tests.samples import make_source

TODAY = datetime.date(2026, 11, 24)
TABLE = table([Subject("Test", (
    Measure("parties", "Parties", "count", ("states",), ("party to",)),
    Measure("mines", "Mines", "count", ("mines",), ("destroyed",), grows=True),
    Measure("age", "Age", "duration", with_=("treaty",), at_most="C0"),
))])  # fmt: skip


@pytest.fixture
def stated(briefing):
    """What a briefing with a pick of every sentence of some texts states, and its library."""

    def made(*texts, **record):
        found, held = briefing, {}
        for number, text in enumerate(texts):
            source = make_source(text, f"{number}.txt", **record)
            cut = list(sentences(source))
            held[source.id] = list(statements(source, cut, TABLE))
            for place, start, end in cut:
                del place
                found = add_item("points", pick(source, start, end, "fact"))(found)
        return stated_in(found, held), [one for some in held.values() for one in some]

    return made


def test_items_of_a_briefing_that_contradict_each_other_are_found(stated):
    found, _ = stated("165 States are party to it. The treaty is 3 years old.",
                      "166 States are party to it. 5 men came.")  # fmt: skip
    [clash] = clashes(found, TABLE, {})
    assert (clash.level, clash.measure, clash.unresolved()) == ("C3", "Parties", True)
    assert clash.one.item != clash.two.item
    assert clash.why == "165 and 166 cannot both be true."


def test_one_item_does_not_clash_with_itself_nor_with_what_is_compatible(stated):
    found, _ = stated("165 States are party to it, 166 States are party to it.",
                      "About 165 States are party to it.")  # fmt: skip
    assert clashes(found, TABLE, {}) == []


@pytest.mark.parametrize(
    ("verdict", "marked"), [("keep", 1), ("disputed", 1), ("not_same", 0)]
)  # fmt: skip
def test_a_decision_is_remembered_for_the_two_statements(stated, verdict, marked):
    found, [a, b] = stated("165 States are party to it.", "166 States are party to it.")
    decided = by_pair([Decision(key_of(b), key_of(a), verdict, "The depositary says so.")])
    made = clashes(found, TABLE, decided)
    assert len(made) == marked
    assert not any(one.unresolved() for one in made)


def test_a_statement_is_of_the_measure_that_somebody_gave_it(stated):
    found, [a, b] = stated("165 States are party to it.", "166 States are party to it.")
    given = [Assigned(key_of(a), "Parties as I count"), Assigned(key_of(b), "")]
    measures = with_names(TABLE, given)
    changed = assigned([a, b], given)
    assert [one.measure for one in changed] == ["Parties as I count", ""]
    assert measures.by_key["Parties as I count"].name == "Parties as I count"
    assert assigned([a], []) == [a]
    assert len(found) == 2


def said(text, stated, issued=None, others=()):
    record = {"issued": Field(Date((issued,)), "user")} if issued else {}
    found, library = stated(text, *others, **record)
    by_measure = {}
    for one in library:
        by_measure.setdefault(one.measure, []).append(one)
    return [one.why for one in aged(found[:1], by_measure, TABLE, TODAY)]


@pytest.mark.parametrize(
    ("text", "issued", "others", "expected"),
    [
        ("As of April 2025, 165 States are party to it.", None, (),
         ["it is as of 2025-04, more than"]),
        ("In 2025, 165 States are party to it.", None, (), []),
        ("As of May 2026, 165 States are party to it.", None, (), []),
        ("Last year 165 States were party to it.", None, (), ["“Last year” hangs on a day"]),
        ("To date, 165 States are party to it.", None, (), ["“To date” is the day of a document"]),
        ("To date, 165 States are party to it.", (2026, 5), (), []),
        ("In 2026, 165 States are party to it.", None, ("In 2027, 166 States are party to it.",),
         ["the library has a newer value: 166 as of 2027."]),
        ("In 2026, 165 States are party to it.", None, ("In 2026, 166 States are party to it.",),
         []),
        ("Over 40 mines were destroyed.", None, ("Over 55 mines were destroyed. 3 men.",),
         ["the library has a newer value: more than 55."]),
        ("Over 40 mines were destroyed.", None, ("Over 30 mines were destroyed.",), []),
        ("165 States are party to it.", None, ("166 States are party to it.",), []),
        ("5 men came.", None, ("5 men came.",), []),
    ],
)  # fmt: skip
def test_what_may_be_out_of_date_is_said(stated, text, issued, others, expected):
    found = said(text, stated, issued, others)
    assert len(found) == len(expected)
    assert all(one.startswith(two) for one, two in zip(found, expected, strict=True))
