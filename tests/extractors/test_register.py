"""The register over the labelled texts, and over short texts that say one thing in unlike words."""

from collections.abc import Sequence
from itertools import combinations

import msgspec
import pytest
from msgspec import Struct

from briefer.core.model import Source
from briefer.core.register import Group, register
from briefer.core.statements import Statement
from briefer.importers import read_source
from briefer.services.measures import measures, statements_of
from tests.extractors.labels import FOLDER, load, source_of
from tests.extractors.register_scoring import FoundGroup, score_register


class Said(Struct, frozen=True):
    """A short text."""

    name: str
    text: str


class OtherWords(Struct, frozen=True):
    """Short texts, and the pairs of figures in them (text, words) that an officer compares."""

    texts: tuple[Said, ...]
    pairs: tuple[tuple[str, str, str, str], ...]


def made(sources: Sequence[Source]) -> list[Group]:
    return register(statements_of(sources), measures())


def placed(one: Statement) -> tuple[str, int, int]:
    """A figure or trend by its own range, a wording of a measure by its sentence."""
    own = one.figure or not one.measure
    return (one.source, one.at, one.to) if own else (one.source, one.start, one.end)


def found_groups(sources: Sequence[Source]) -> list[FoundGroup]:
    return [
        (group.level, [placed(one) for one in (*group.statements, *group.near)])
        for group in made(sources)
    ]


def test_the_register_finds_what_disagrees_in_the_labelled_texts_and_little_else():
    scored = score_register(found_groups)
    assert scored["conflict pairs: found"].rate() >= 0.83
    assert scored["conflict pairs: shown rightly"].rate() >= 0.88
    assert scored["conflict groups: at their level"].rate() >= 0.9
    assert scored["contradictions (C3): false"].right == 0


def test_statements_of_one_thing_are_found_in_unlike_words():
    told = msgspec.json.decode((FOLDER / "other-words.json").read_bytes(), type=OtherWords)
    sources = {}
    for one in told.texts:
        sources[one.name] = read_source(one.text.encode(), f"{one.name}.md").source
    shown = {
        frozenset({(a.source, a.at), (b.source, b.at)})
        for group in made(list(sources.values()))
        if group.level != "C0"
        for a, b in combinations(group.statements, 2)
        if (a.source, a.start) != (b.source, b.start)
    }
    statements = statements_of(sources.values())

    def at(name, words):
        source = sources[name]
        start = source.text.index(words)
        return next(
            (one.source, one.at)
            for one in statements
            if one.source == source.id and one.at < start + len(words) and start < one.to
        )

    wanted = {frozenset({at(a, said), at(b, other)}) for a, said, b, other in told.pairs}
    assert len(wanted & shown) >= 0.8 * len(wanted)
    assert len(wanted & shown) >= 0.88 * len(shown)


SAMPLES = {
    "A": ("stockpile_destroyed", "C2"), "B": ("states_parties", "C3"),
    "C": ("casualty_trend", "C2"), "D": ("who_is_hurt", "C1"),
    "E": ("contaminated_states", "C1"), "F": ("mine_free_states", "C1"),
    "G": ("production_and_use", "C2"), "H": ("withdrawals", "C2"), "I": ("suspension", "C2"),
    "J": ("named_non_parties", "C0"), "K": ("campaign_launch", "C2"), "L": ("age", "C0"),
    "N": ("military_utility", "C0"),
}  # fmt: skip
"""The groups of domain.md 5.3; M, the names of the treaty, states no measure and no figure."""


@pytest.mark.parametrize(("measure", "level"), SAMPLES.values(), ids=SAMPLES)
def test_the_groups_of_the_sample_documents_have_their_levels(measure, level):
    sources = [source_of(text) for text in load() if text.is_seed()]
    levels = {group.measure: group.level for group in made(sources)}
    assert levels[measure] == level


def test_a_group_says_which_of_its_statements_disagree():
    sources = [source_of(text) for text in load() if text.is_seed()]
    for group in made(sources):
        levels = [pair.level for pair in group.pairs]
        assert group.level == max(levels, default="C0")
        assert all({pair.one, pair.two} <= set(group.statements) for pair in group.pairs)
        assert "C0" not in levels
