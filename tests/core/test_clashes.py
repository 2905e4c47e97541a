"""Figures of a briefing that disagree or have grown old, and what people decide about them."""

import datetime

import pytest
from msgspec.structs import replace

from briefer.core.clash_words import aged_said, clash_said, settled_said
from briefer.core.clashes import aged, clashes, settled, stated_in
from briefer.core.decisions import (
    Assigned,
    Decision,
    Judged,
    apart,
    assigned,
    by_pair,
    by_proposal,
    key_of,
    with_names,
)
from briefer.core.edits import add_item
from briefer.core.measures import Measure, Subject, table
from briefer.core.model import pick
from briefer.core.operations import Case, Gloss, Omit, Redact
from briefer.core.record import Date, Field
from briefer.core.register import register
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


PAIR = ("165 States are party to it.", "166 States are party to it.")


def held(*texts):
    """Sources of these texts, and what they state, by id."""
    sources = [make_source(text, f"{number}.txt") for number, text in enumerate(texts)]
    return sources, {
        source.id: list(statements(source, sentences(source), TABLE)) for source in sources
    }


@pytest.mark.parametrize(
    ("operations", "count"),
    [
        ([], 1),
        ([Case(4)], 1),
        ([Omit(4, 10)], 1),
        ([Omit(0, 3)], 0),
        ([Redact(0, 10)], 0),
        ([Gloss(0, 3, "Many")], 0),
    ],
)
def test_words_that_are_not_printed_state_nothing(briefing, operations, count):
    [source], known = held(PAIR[0])
    made = replace(pick(source, 0, 27, "fact"), operations=tuple(operations))
    assert len(stated_in(add_item("points", made)(briefing), known)) == count


def test_a_decision_can_be_taken_back_and_the_last_counts(stated):
    _, [a, b] = stated(*PAIR)
    pair = (key_of(a), key_of(b))
    robust, keep = Decision(*pair, "robust"), Decision(*reversed(pair), "keep", keeps=pair[0])
    assert list(by_pair([robust, keep]).values()) == [keep]
    assert by_pair([robust, keep, Decision(*pair, "open")]) == {}
    given = [Assigned(pair[0], "mines"), Assigned(pair[0], None)]
    assert assigned([a, b], given) == [a, b]
    assert with_names(TABLE, given).by_key == TABLE.by_key


def test_what_was_said_of_a_suggestion_last_counts():
    one, two = ("source", 0, 5, "fact"), ("source", 0, 5, "quote")
    said = [Judged(one, "accepted"), Judged(two, "rejected"), Judged(one, "open")]
    assert by_proposal(said) == {two: said[1]}


def test_statements_kept_apart_by_somebody_do_not_make_their_group_worse(stated):
    _, found = stated(*PAIR, "165 States are party to it today.")
    levels = [register(found, TABLE, some)[0].level for some in (
        (), apart(decided(found[:2], "not_same")), apart(decided(found[:2], "robust")),
        apart(decided(found[:2], "not_same") | decided(found[1:], "not_same")),
    )]  # fmt: skip
    assert levels == ["C3", "C3", "C3", "C0"]


def decided(pair, verdict, keeps=None, reason="", at=""):
    one, two = map(key_of, pair)
    return by_pair([Decision(one, two, verdict, reason, keeps and key_of(keeps), at)])


def test_decisions_about_what_a_briefing_states_are_found_once_with_the_other_statement(briefing):
    [one, two], known = held(*PAIR)
    [a], [b] = known.values()
    by_key = {key_of(a): a, key_of(b): b}
    only_one = add_item("points", pick(one, 0, 27, "fact"))(briefing)
    both = add_item("points", pick(two, 0, 27, "fact"))(only_one)
    decisions = decided([a, b], "robust")
    [said] = settled(stated_in(only_one, known), decisions, by_key, only_one)
    assert (said.stated.statement, said.other, said.decision.verdict) == (a, b, "robust")
    assert len(settled(stated_in(both, known), decisions, by_key, both)) == 1
    [unknown] = settled(stated_in(only_one, known), decisions, {}, only_one)
    assert unknown.other is None
    assert settled(stated_in(only_one, known), {}, by_key, only_one) == []


def test_a_decision_names_no_words_that_are_redacted_in_the_briefing(briefing):
    [one, two], known = held(*PAIR)
    [a], [b] = known.values()
    hidden = replace(pick(two, 0, 27, "fact"), operations=(Case(4), Redact(0, 3)))
    found = add_item("points", hidden)(add_item("points", pick(one, 0, 27, "fact"))(briefing))
    by_key = {key_of(a): a, key_of(b): b}
    decisions = decided([a, b], "keep", keeps=b, reason="Newer.", at="2026-05-01T10:00:00Z")
    [said] = settled(stated_in(found, known), decisions, by_key, found)
    items = {said.stated.item: "item 1"}
    assert settled_said(said, items) == (
        "Figures: item 1, 165. Decided on 2026-05-01: use this one. Reason: Newer."
    )


def test_clashes_and_decisions_are_sentences_that_name_items_and_places(stated):
    found, [a, b] = stated(*PAIR)
    items = {found[0].item: "item 1", b.source: "two.txt"}
    [clash] = clashes(found, TABLE, {})
    second = f"item {found[1].item}"
    said = (
        f"Figures: item 1 and {second}, Parties: they contradict each other. "
        "165 and 166 cannot both be true."
    )
    assert clash_said(clash, items) == said
    [clash] = clashes(found, TABLE, decided([a, b], "keep", keeps=b, reason="Newer."))
    assert clash_said(clash, items) == (
        f"{said} Decided: use this one: 166 (two.txt, para. 1). Reason: Newer."
    )


def test_what_has_grown_old_is_a_sentence_with_the_newer_value(stated):
    found, library = stated("Over 40 mines were destroyed.", "Over 55 mines were destroyed.")
    by_measure = {"mines": library}
    [old] = aged(found, by_measure, TABLE, TODAY)
    assert aged_said(old, {found[0].item: "item 1", found[1].statement.source: "two.txt"}) == (
        "Figures: item 1, more than 40, may be out of date: the library has a newer value: "
        "more than 55 (two.txt, para. 1)."
    )
    [vague], _ = stated("Last year 165 States were party to it.")
    [relative] = aged([vague], {}, TABLE, TODAY)
    assert aged_said(relative, {}).startswith(f"Figures: item {vague.item}, 165, may be out of")


def test_a_statement_is_named_by_its_source_and_its_place(stated):
    _, [a] = stated("In all, 165 States are party to it.")
    assert a.short_id() == f"{a.source[:8]}@8"
    assert a.words() == "165"
