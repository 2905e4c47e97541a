"""Measures, statements of a source, and the register that sets them side by side."""

import msgspec
import pytest
from msgspec.structs import replace

from briefer.core.comparing import compare, interval, worded
from briefer.core.figures import Figure, figures
from briefer.core.measures import Measure, Subject, Sum, measure_of, table, wordings_of
from briefer.core.moments import Moment
from briefer.core.record import Date, Field
from briefer.core.register import register
from briefer.core.sentences import sentences
from briefer.core.statements import Statement, statements
from briefer.core.sums import sums
from briefer.paths import resources
from tests.samples import make_source

MEASURES = (
    Measure("parties", "Parties", "count", ("states", "countries"), ("part* to",), ("yet to",)),
    Measure("left", "Not parties", "count", ("countries",), ("yet to join",)),
    Measure("signed", "Signatures", "count", ("states",), ("signed",)),
    Measure("mines", "Mines destroyed", "count", ("mines",), ("destroy*",), grows=True),
    Measure("hurt", "Civilians", "share", ("casualties",)),
    Measure("fall", "Change in casualties", "change", with_=("casualties",)),
    Measure("age", "Age", "duration", with_=("treaty",), at_most="C0"),
    Measure("trend", "Trend", "wording", ("casualties",), (), ("unlikely",),
            {"up": ("rising", "risen"), "down": ("fallen",)}, "C2"),
    Measure("stage", "Stage", "wording", variants={"plan": ("will leave",), "done": ("has left",)}),
)  # fmt: skip
TABLE = table([Subject("Test", MEASURES, (Sum(("parties", "left"), "all countries"),))])


def read(text, **record):
    source = make_source(text, **record)
    return list(statements(source, sentences(source), TABLE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To date, 165 States are party to it and 133 have signed it.", ["parties", "signed"]),
        ("The 32 countries yet to join are few.", ["left"]),
        ("Over 55 million mines were destroyed.", ["mines"]),
        ("More than 80 per cent of casualties are civilians.", ["hurt"]),
        ("80 per cent died.", [""]),
        ("Casualties have fallen by 75 per cent.", ["fall", "trend"]),
        ("The treaty is 25 years old; it took 3 days.", ["age", ""]),
        ("Casualties are rising.", ["trend"]),
        ("Casualties are unlikely to be rising.", []), ("Leave it, will you?", []),
        ("Costs are rising.", []), ("The costs of grain are rising.", [""]),
        ("One will leave.", ["stage"]), ("Nothing is said.", []),
        ("Some 30 men — the treaty is old — came.", [""]),
    ],
)  # fmt: skip
def test_a_statement_belongs_to_the_measure_that_its_words_name(text, expected):
    assert [one.measure for one in read(text)] == expected


def test_without_any_measure_of_a_kind_nothing_fits():
    empty = table([])
    assert measure_of(next(figures("3 men")), "3 men", "", frozenset(), empty) == ""
    assert wordings_of("casualties are rising", frozenset(), empty) == []


def test_a_statement_knows_its_words_its_date_and_the_source_it_names():
    text = "Good. To date, 165 States are party to it (Clearing the Mines 2024)."
    [one] = read(text, issued=Field(Date(((2026, 5),)), "source"))
    assert (text[one.at : one.to], text[one.start : one.end]) == ("165", text[6:])
    assert (one.moment.as_of, one.nested, one.place) == (
        "2026-05",
        "Clearing the Mines 2024",
        "para. 1",
    )
    assert read(text, issued=Field("soon", "user"))[0].moment.as_of == ""


def statement(words, as_of="", **more):
    figure = next(figures(words))
    return Statement(
        "s",
        "para. 1",
        0,
        9,
        0,
        9,
        words,
        words,
        "m",
        figure,
        moment=Moment("clause", as_of),
        **more,
    )


@pytest.mark.parametrize(
    ("one", "two", "level", "why"),
    [
        ("165 States", "166 States", "C3", "165 and 166 cannot both be true."),
        ("165 States", "165 States", "C0", "they say the same."),
        ("more than 40 million", "over 55 million", "C2", "more than 40 million and more than 55"),
        ("more than 55 million", "over 55.2 million", "C1", "not equally precise"),
        ("more than 40", "55", "C2", "compatible, but far apart"),
        ("more than 30", "31", "C1", "not equally precise"),
        ("nearly 60", "58", "C1", "58 are compatible"), ("nearly 60", "40", "C3", "cannot both"),
        ("about 60", "62", "C1", "compatible"), ("up to 60", "62", "C3", "cannot"),
        ("fewer than 60", "60", "C3", "cannot"), ("dozens of", "over 30", "C1", "compatible"),
        ("53.1 million", "53 million", "C1", "by rounding"),
        ("between 5 and 9", "10", "C3", "cannot"),
        ("53 million", "53.1 million", "C1", "by rounding"), ("at least 5", "4", "C3", "cannot"),
        ("up 5 per cent", "up 4 percentage points", "C0", "not counted in one unit"),
        ("up 5 per cent", "down 5 per cent", "C2", "one says that it rose"),
    ],
)  # fmt: skip
def test_two_figures_are_compared_by_the_values_they_allow(one, two, level, why):
    found = compare(statement(one), statement(two), MEASURES[0])
    assert found.level == level
    assert why in found.why


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (("165", "2025-04"), ("166", "2026"), "C1"), (("165", "2025-04"), ("166", "2025"), "C3"),
        (("165", "2025-04"), ("166", ""), "C3"), (("over 40", "2019"), ("over 55", "2024"), "C1"),
    ],
)  # fmt: skip
def test_only_stated_dates_set_figures_apart(one, two, level):
    assert compare(statement(*one), statement(*two), MEASURES[0]).level == level


def test_without_a_measure_two_figures_clash_at_most_unless_they_give_one_date():
    assert compare(statement("165"), statement("166"), None).level == "C2"
    assert compare(statement("165", "2024"), statement("166", "2024"), None).level == "C3"


def test_wordings_differ_by_their_variant():
    up, down = (
        Statement("s", "", 0, 1, 0, 1, "", "", "trend", variant=one) for one in ("up", "down")
    )
    trend = MEASURES[7]
    assert compare(up, down, trend).why == "one says “up”, the other “down”."
    assert compare(up, down, trend).level == "C2"
    assert compare(up, up, trend).level == "C0"
    assert compare(up, down, None).level == "C2"


def test_the_register_has_the_worst_group_first_and_leaves_out_what_has_no_measure():
    text = (
        "Now 165 States are party to it. In all, 166 States are party to it. The treaty is 25 "
        "years old. The treaty is 30 years old. Casualties are rising, or have fallen. 3 men."
    )
    found = read(text)
    groups = register(found, TABLE)
    assert [(one.level, one.measure, len(one.statements)) for one in groups] == [
        ("C3", "parties", 2), ("C0", "age", 2), ("C0", "trend", 1),
    ]  # fmt: skip
    assert groups[0].why == "165 and 166 cannot both be true."
    [pair] = groups[0].pairs
    assert (pair.one.figure.text, pair.two.figure.text, pair.level) == ("165", "166", "C3")


def test_statements_without_a_measure_are_possible_groups_by_their_words():
    found = read(
        "The floods displaced 4,000 families in the northern province. It took 3 days. "
        "In the northern province the floods have displaced 6,000 families. "
        "Some 12 of them. They fed 7 it. "
        "The floods have not displaced 9,000 families in the northern province. 5 men came. "
        "The school fed 200 families."
    )
    [group] = register(found, TABLE)
    assert (group.possible, group.name, group.level) == (True, "families", "C2")
    assert [one.figure.text for one in group.statements] == ["4,000", "6,000"]


def test_possible_groups_that_agree_are_not_shown():
    assert (
        register(read("The flood hit 40 old villages. The flood hit 40 old villages."), TABLE) == []
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("In Karva the flood hit 40 old villages.", "In Tirna the flood hit 90 old villages."),
        ("The flood hit 40 old villages.", "The flood hit 90 old schools."),
        ("The flood hit 40 old villages.", "The flood hit 90 per cent of old villages."),
        ("Water covered 40 villages.", "Some 90 villages have a school."),
    ],
)
def test_what_is_elsewhere_or_counts_another_thing_is_no_possible_group(one, two):
    assert register(read(f"{one} {two}"), TABLE) == []


def test_a_value_bound_to_a_place_and_a_time_clashes_only_with_one_of_them():
    bound = Measure("m", "Bound", "count", bound=True)
    in_2024, in_2025 = statement("5 mines", "2024"), statement("9 mines", "2025")
    assert compare(in_2024, in_2025, bound).why == "one text gives both, for two times."
    elsewhere = replace(in_2025, source="t")
    assert compare(in_2024, elsewhere, bound).why.startswith("not known to be about one place")
    same_year = replace(elsewhere, moment=in_2024.moment)
    assert compare(in_2024, same_year, bound).level == "C3"
    here, there = (frozenset({place}) for place in ("Karva", "Tirna"))
    apart = compare(replace(in_2024, places=here), replace(same_year, places=there), bound)
    assert apart.level == "C0"


def test_places_and_periods_set_statements_apart():
    here, there = (
        replace(statement("5 mines" if one == "Karva" else "9 mines"), places=frozenset({one}))
        for one in ("Karva", "Tirna")
    )
    assert compare(here, there, MEASURES[0]).why == "5 and 9 differ and are about Karva and Tirna."
    early, late = (
        replace(statement(words), moment=Moment("clause", "", since, until))
        for words, since, until in (("5 mines", "1997", "2012"), ("9 mines", "2012", ""))
    )
    assert "different periods" in compare(early, late, MEASURES[0]).why


def test_statements_of_measures_easily_taken_for_one_another_are_shown_beside_it():
    near = table([Subject("s", (replace(MEASURES[0], near=("left",)), MEASURES[1]))])
    source = make_source("165 States are party to it. The 32 countries yet to join are few.")
    groups = {
        one.measure: one for one in register(statements(source, sentences(source), near), near)
    }
    assert [one.figure.text for one in groups["parties"].near] == ["32"]
    assert groups["left"].near == ()


def test_a_subject_is_that_of_a_text_and_of_the_treaty_that_a_sentence_names():
    subject = Subject("s", MEASURES[:1], about=("mine*",), instruments=("mine ban",))
    other = Subject("o", (Measure("other", "Other", "count", ("men",), ("came",)),))
    known = table([subject, other])

    def measures(text):
        source = make_source(text)
        return [one.measure for one in statements(source, sentences(source), known)]

    assert measures("165 States are party to it.") == [""]
    assert measures("Mines. 165 States are party to the Mine Ban Convention.") == ["parties"]
    assert measures("Mines. 165 States are party to the Arms Trade Treaty.") == [""]
    assert measures("Mines. Since the Arms Trade Treaty 3 men came.") == ["other"]


def test_what_a_figure_does_may_stand_behind_the_next_one():
    assert [one.measure for one in read("165 States and 2 areas are party to it.")] == [
        "parties", ""
    ]  # fmt: skip


def test_sums_that_do_not_agree_are_pointed_out():
    found = read(
        "165 States are party to it. 166 States are party to it. 32 countries yet to join."
    )
    assert list(sums(found, TABLE)) == ["all countries: 165 + 32 = 197 against 166 + 32 = 198."]
    assert list(sums(found[1:], TABLE)) == []
    assert list(sums(found[:2], TABLE)) == []


def test_what_a_figure_allows_contains_it_or_lies_beside_it():
    figure = Figure("9", 9, 0, 1, comparator="more_than")
    least, most = interval(figure)
    assert (9 < least < 9.0001, most) == (True, float("inf"))
    assert worded(figure) == "more than 9"
    assert worded(Figure("dozens", 24, 0, 1, 99, "dozens")) == "dozens"


def test_the_table_of_the_mine_ban_convention_is_well_formed():
    subject = msgspec.json.decode(
        (resources() / "measures" / "mine-ban-convention.json").read_bytes(),
        type=Subject,
        strict=True,
    )
    keys = [one.key for one in subject.measures]
    assert len(set(keys)) == len(keys)
    assert {near for one in subject.measures for near in one.near} <= set(keys)
    assert {part for one in subject.sums for part in one.parts} <= set(keys)
    table([subject])
