"""Statements of different texts that are of one thing, in unlike words, and those that are not."""

import pytest

from briefer.core.measures import Measure, Subject, table
from briefer.core.register import LISTED, register
from briefer.core.sentences import sentences
from briefer.core.statements import statements
from tests.samples import make_source

MEASURES = (
    Measure("funded", "Appeal funded", "share", (), ("funded", "appeal stands"), bound=True),
    Measure("cases", "Cases", "count", ("cases",), ("cholera",), bound=True),
    Measure("hungry", "Hungry people", "count", ("people",), ("hungry",), bound=True),
)
TABLE = table([Subject("Test", MEASURES)])


def groups(*texts):
    """The groups that are no C0 in some texts: level, and the words of the figures or trends."""
    found = []
    for number, text in enumerate(texts):
        source = make_source(text, f"{number}.md")
        found += statements(source, sentences(source), TABLE)
    return [
        (group.level, {one.figure.text if one.figure else one.variant for one in group.statements})
        for group in register(found, TABLE)
        if group.level != "C0"
    ]


@pytest.mark.parametrize(
    ("one", "two", "level", "words"),
    [
        ("In 2024, 124 journalists were killed.", "At least 68 reporters died in 2024.", "C2",
         {"124", "68"}),
        ("School meals reach 466 million children.",
         "Some 418 million pupils receive school meals.", "C2", {"466 million", "418 million"}),
        ("The ministry put the number of children out of school at 260,000.",
         "Some 340,000 children are not in school.", "C2", {"260,000", "340,000"}),
        ("In Karva the flood killed 40 people.", "The flood in Karva left 60 dead.", "C2",
         {"40", "60"}),
        ("Women made up 9 per cent of negotiators in 2023.",
         "In 2023, women were 7 per cent of negotiators.", "C3", {"9 per cent", "7 per cent"}),
        ("Military spending reached 2.7 trillion dollars in 2024.",
         "In 2024 military expenditure was 2.4 trillion dollars.", "C3",
         {"2.7 trillion dollars", "2.4 trillion dollars"}),
        ("Nuclear warheads number some 12,241.", "States hold 12,121 nuclear warheads.", "C2",
         {"12,241", "12,121"}),
        ("Attacks on schools have doubled.", "Attacks on rural schools have declined.", "C2",
         {"rising", "falling"}),
        ("Arrivals by sea fell by 25 per cent.", "Arrivals by sea have risen.", "C2",
         {"25 per cent", "rising"}),
        ("Reports were submitted by 62 States in 2024.",
         "Only 57 States submitted reports in 2024.", "C3", {"62", "57"}),
        ("Attacks on schools rose between 2010 and 2015.",
         "Attacks on schools fell between 2015 and 2020.", "C1", {"rising", "falling"}),
        ("The flood affected 900,000 people in Karva.",
         "After the flood 990,000 people in Karva are in need.", "C1", {"900,000", "990,000"}),
        ("# Karva\n\n4 March 2025\n\nThe flood killed 40 people in Karva.",
         "# Karva\n\n9 March 2025\n\nThe flood killed 60 people in Karva.", "C1", {"40", "60"}),
        ("Selon le ministère, 62 000 enfants souffrent de malnutrition à Karva.",
         "Dans les villages de Karva, 90 000 enfants souffrent de malnutrition.", "C2",
         {"62 000", "90 000"}),
        ("# Flood in Karva\n\nThe plan is 23 per cent funded.",
         "# Karva\n\nIn Karva the appeal stands at 31 per cent.", "C3",
         {"23 per cent", "31 per cent"}),
        ("The plan for 2024 was 43 per cent funded in 2024.",
         "In 2024 46 per cent was funded.", "C3", {"43 per cent", "46 per cent"}),
        ("At least 40 pupils and two teachers were killed at Karva.",
         "At Karva, 60 pupils died in the attack.", "C2", {"40", "60"}),
    ],
)  # fmt: skip
def test_statements_of_one_thing_are_found_in_unlike_words(one, two, level, words):
    assert (level, words) in groups(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("In Karva 40 people were killed by floods.", "In Tirna 60 people were killed by floods."),
        ("Some 40 journalists were killed.", "Some 60 journalists were injured."),
        ("Some 40 journalists were killed.", "Some 60 journalists were killed or injured."),
        ("Some 40 journalists came.", "Some 60 journalists were killed."),
        ("The first dose reached 81 per cent.", "The second dose reached 74 per cent."),
        ("The islands seek 40 million dollars.", "The islands received 30 million dollars."),
        ("Each islander costs 40 dollars a day.", "An islander costs 60 dollars a year."),
        ("Water reaches 40 old islands.", "Water never reaches 30 old islands."),
        ("Since 1948, 4,400 journalists have died.", "Last year 570 journalists have died."),
        ("Some 12 journalists were killed.", "Some 4,400 journalists were killed."),
        ("Of them, 40 islands are dry.", "Some 60 islands are dry."),
        ("It rose from 40 dry islands.", "Some 60 islands are dry."),
        ("There were 40 dry islands a year ago.", "Some 60 islands are dry."),
        ("A law was read by 40 States.", "A ship was sold by 60 States."),
        ("Half of all children sing.", "Sixty per cent of all seals sing."),
        ("Some 40 per cent are old and wise.", "Sixty per cent of seals are old and wise."),
        ("There were 40 cases of cholera in Karva.", "Some 60 people in Karva are hungry."),
        ("There were 40 cases of cholera in Karva.", "There were 300 cases of cholera."),
        ("Some 40 people are hungry.", "Measured here: 60 people are hungry."),
        ("We promised 40 billion dollars by 2025 for islands.",
         "We promised 60 billion dollars by 2020 for islands."),
        ("The sea rose by 4 per cent on islands.", "The sea rose by 3 points on islands."),
        ("The sea rose on islands.", "The sea has risen on islands."),
        ("Millions of islanders left the islands.", "Some 20,000,000 islanders left the islands."),
        ("Some 40 came.", "Some 60 came."),
        ("Nearly 60 journalists were killed.", "Some 58 journalists were killed."),
        ("There were 40 cases of cholera in Karva.", "Cholera killed 60 cholera cases in Karva."),
        ("Some 40 islanders sang.", "Some 40 islanders sang."),
        ("It takes 40 days to reach the islands.", "It takes 60 days to reach the islands."),
    ],
)  # fmt: skip
def test_statements_of_two_things_are_kept_apart(one, two):
    assert groups(one, two) == []


def test_one_text_may_give_figures_of_many_things_in_like_words():
    assert groups(
        "In 2022, 2.2 billion people lacked safe drinking water. "
        "In 2022, 3.5 billion people lacked good sanitation."
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 journalists were killed. Doctors speak of at least 60 cases.",
        "Some 40 journalists were killed. The figure is now 60.",
    ],
)
def test_a_figure_that_leans_on_the_one_before_is_of_the_same_thing(text):
    assert groups(text) == [("C2", {"40", "60"})]


def test_a_measure_is_handed_on_with_the_words_that_a_figure_leans_on():
    [(level, words)] = groups("In 2024, 40 people were hungry. The figure for 2024 is 50.")
    assert (level, words) == ("C3", {"40", "50"})


def test_of_many_statements_each_is_compared_with_its_neighbours_and_the_ends_with_each_other():
    many = [f"In Karva the flood killed {30 + number} people." for number in range(LISTED + 2)]
    [group] = groups(*many)
    assert len(group[1]) == LISTED + 2


def test_a_statement_joins_a_group_only_when_it_is_like_all_its_members():
    found = groups(
        "In Karva the flood killed 40 people near the old mill of the valley.",
        "In Karva the flood killed 100 people near the new bridge of the harbour.",
        "In Karva the flood killed 250 people near the long road of the farmers.",
    )
    assert found == [("C2", {"40", "100"})]
