"""Suggestions over the library: filtered, judged, remembered."""

import pytest

from briefer.core.decisions import Assigned
from briefer.core.errors import WrongRequest
from briefer.services.suggestions import (
    Wanted,
    find_proposed,
    judge,
    proposal_of,
    proposed,
    rejected,
)

NEWS = "news-article-global-campaign.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."


def one_of(library, words):
    return next(one for one in proposed(library) if one.words == words)


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (Wanted(kinds=("quote",)), lambda one: one.kind == "quote"),
        (Wanted(speaker="guterres"), lambda one: "Guterres" in one.suggestion.speaker),
        (Wanted(strength=3), lambda one: one.suggestion.strength == 3),
        (Wanted(measure="stockpile_destroyed"), lambda one: "mines" in one.words
         or "stockpiles" in one.words),
        (Wanted(measure="stockpiled mines destroyed"), lambda one: one.suggestion.figures),
    ],
)  # fmt: skip
def test_suggestions_are_filtered(library, wanted, holds):
    found = proposed(library, wanted=wanted)
    assert 0 < len(found) < len(proposed(library))
    assert all(holds(one) for one in found)


def test_the_measure_that_somebody_gave_a_figure_is_that_of_its_suggestion(library):
    one = one_of(library, MINES)
    [figure] = one.suggestion.figures
    library.decisions.assign([Assigned((one.source, figure.start, figure.end), "Mines we count")])
    found = proposed(library, wanted=Wanted(measure="Mines we count"))
    assert one in found
    assert {two.words for two in found} == {MINES}
    assert one not in proposed(library, wanted=Wanted(measure=figure.measure))


def test_suggestions_of_some_sources_are_given_in_the_order_of_their_texts(library, seeds):
    found = proposed(library, [seeds[NEWS].id])
    starts = [one.suggestion.start for one in found]
    assert {one.file for one in found} == {NEWS}
    assert starts == sorted(starts)
    assert [one.words for one in found] == [
        seeds[NEWS].text[one.suggestion.start : one.suggestion.end] for one in found
    ]


def test_what_is_rejected_is_left_out_until_it_is_asked_for_or_proposed_again(library):
    one = one_of(library, MINES)
    proposal = proposal_of(one.source, one.suggestion)
    before = proposed(library)
    judge(library, [proposal], "rejected")
    assert proposed(library) == [two for two in before if two != one]
    [again] = [two for two in proposed(library, wanted=Wanted(rejected=True)) if two.is_rejected()]
    assert again.words == MINES
    assert rejected(library) == {proposal}
    judge(library, [proposal], "open")
    assert rejected(library) == set()
    assert proposed(library) == before


def test_a_suggestion_of_another_kind_is_found_under_that_kind(library):
    one = one_of(library, MINES)
    judge(library, [proposal_of(one.source, one.suggestion)], "reclassified", "talking_point")
    again = one_of(library, MINES)
    assert (again.kind, again.suggestion.kind) == ("talking_point", "fact")
    assert again in proposed(library, wanted=Wanted(kinds=("talking_point",)))
    assert again not in proposed(library, wanted=Wanted(kinds=("fact",)))
    assert again.short_id() == one.short_id()


@pytest.mark.parametrize(("said", "kind"), [("reclassified", None), ("rejected", "fact")])
def test_a_kind_belongs_to_a_suggestion_of_another_kind_alone(library, said, kind):
    with pytest.raises(WrongRequest, match="kind"):
        judge(library, [], said, kind)


def test_a_suggestion_is_found_by_its_name(library):
    found = proposed(library)
    for one in found:
        named = find_proposed(found, f"{one.source}@{one.short_id().partition('@')[2]}")
        assert (named.source, named.suggestion.start) == (one.source, one.suggestion.start)
    with pytest.raises(WrongRequest, match="no suggestion"):
        find_proposed(found, "@5")
    with pytest.raises(WrongRequest, match="more than one"):
        find_proposed([found[0], found[0]], found[0].short_id())
