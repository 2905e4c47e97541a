"""Figures that do not add up."""

import pytest

from briefer.core.measures import table
from briefer.core.register import register
from briefer.core.sentences import sentences
from briefer.core.statements import statements
from briefer.core.sums import excesses
from tests.samples import make_source

TABLE = table([])


def read(text):
    source = make_source(text)
    return list(statements(source, sentences(source), TABLE))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("We released 281 fields, of which 130 were cleared, 96 surveyed and 75 cancelled.",
         "130 + 96 + 75 = 301, more than 281."),
        ("There are 31 posts. Nineteen of them are open and 14 are closed.",
         "19 + 14 = 33, more than 31."),
        ("En tout 31 postes, dont 19 sont ouverts et 14 fermés.", "19 + 14 = 33, more than 31."),
    ],
)  # fmt: skip
def test_parts_that_are_more_than_their_whole_are_pointed_out(text, why):
    found = read(text)
    [excess] = excesses(found)
    assert excess.why == why
    assert [one.level for one in register(found, TABLE)] == ["C2"]
    [group] = register(found, TABLE)
    assert {(pair.one, pair.level) for pair in group.pairs} == {(excess.whole, "C2")}


@pytest.mark.parametrize(
    "text",
    [
        "We released 281 fields, of which 130 were cleared and 96 surveyed.",
        "There are 31 posts. About 40 of them are open and 14 are closed.",
        "There are 31 posts. Ninety of them are open.",
        "There are 31 posts.\n\nNineteen of them are open and 14 are closed.",
        "There are 31 posts, of which 19 are open; 44 guards came.",
        "There are 31 posts, of which 19 are open. Some 44 guards came.",
        "There are about 31 posts, of which 19 are open and 44 closed.",
        "Nineteen of them are open, 14 of them are closed.",
    ],
)
def test_parts_that_can_be_right_are_not(text):
    assert list(excesses(read(text))) == []
