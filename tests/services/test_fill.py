"""Which suggestions a new briefing is filled with, and what it says of each."""

import pytest

from briefer.core.model import Briefing, Limit, Section
from briefer.services.fill import fill
from tests.samples import make_source


def filled(*texts, accepts=("fact",), items=4):
    section = Section("s", "Section", accepts=accepts, limit=Limit(items=items))
    sources = [make_source(f"It begins.\n\n{text}", f"{n}.md") for n, text in enumerate(texts)]
    return fill(Briefing("b", "t", "t", "2026", sections=(section,)), sources).picks()


def test_statements_that_contradict_each_other_are_not_placed_together():
    first, *others = filled(
        "To date, 165 States are party to the Mine Ban Convention.",
        "To date, 166 States are party to the Mine Ban Convention.",
    )
    assert others == []
    assert "165" in first.exact
    assert first.review.startswith("a figure: 165; left out 1.md, para. 2: ")
    assert "cannot both be true" in first.review


def test_floors_that_visibly_differ_are_not_placed_together():
    found = filled(
        "More than 40 million stockpiled anti-personnel mines have been destroyed.",
        "Over 55 million stockpiled anti-personnel mines have been destroyed.",
    )
    assert [one.exact[:12] for one in found] == ["More than 40"]


def test_nearly_the_same_words_are_placed_once():
    found = filled(
        "The floods have displaced 1,200 families in the north.",
        "The floods have displaced 1,200 families in the north.",
        "The rains have closed 48 schools in the south.",
    )
    assert len(found) == 2


def test_a_speaker_read_from_a_pronoun_is_to_be_confirmed():
    [quote] = filled(
        "Mr Paul Brown opened the talks. “We will not leave them alone,” he said.",
        accepts=("quote",),
    )
    assert quote.speaker == "Paul Brown"
    assert quote.review.endswith("the speaker is read from “he said”, to be confirmed")


@pytest.mark.parametrize("items", [1, 2])
def test_a_section_takes_no_more_than_its_limit(items):
    text = (
        "The floods displaced 1,200 families.\n\nThe rains closed 48 schools.\n\nIn all, 12 died."
    )
    assert len(filled(text, items=items)) == items


def test_what_somebody_rejected_is_not_placed():
    source = make_source("It begins.\n\nMore than 300 schools were rebuilt in the north.")
    briefing = Briefing("b", "t", "t", "2026", sections=(Section("s", "S", accepts=("fact",)),))
    [placed] = fill(briefing, [source]).picks()
    proposal = (source.id, placed.start, placed.end, placed.kind)
    assert fill(briefing, [source], {proposal}).picks() == []
