"""How near the rules come to the labelled texts: floors a little under what they reach."""

import pytest

from briefer.extractors import suggest
from tests.extractors.scoring import score

FLOORS = {
    "facts: core found": (0.95, 0.97),
    "facts: proposed rightly": (0.97, 0.96),
    "talking points: core found": (0.95, 0.95),
    "talking points: proposed rightly": (0.95, 0.93),
    "direct quotes: core found": (1, 0.97),
    "direct quotes: proposed rightly": (1, 0.97),
    "direct quotes: right speaker": (1, 0.95),
    "figures of facts found: right value": (0.92, 0.96),
    "figures of facts found: right comparator": (0.7, 0.85),
}
"""Of the sample documents, and of the texts written to be labelled."""

CEILINGS = {
    "direct quotes: confident wrong speakers": (0, 0),
    "not to be proposed, yet proposed": (0, 0.02),
}

SCORES = {
    seeds: score(suggest, wanted=lambda one, seeds=seeds: one.is_seed() == seeds)
    for seeds in (True, False)
}


@pytest.mark.parametrize("seeds", [True, False])
@pytest.mark.parametrize("name", FLOORS)
def test_the_rules_find_what_an_expert_would(name, seeds):
    assert SCORES[seeds][name].rate() >= FLOORS[name][0 if seeds else 1], name


@pytest.mark.parametrize("seeds", [True, False])
@pytest.mark.parametrize("name", CEILINGS)
def test_the_rules_propose_nothing_that_nobody_wants(name, seeds):
    assert SCORES[seeds][name].rate() <= CEILINGS[name][0 if seeds else 1], name
