"""How near a register of figures comes to the groups of statements that were labelled."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from operator import itemgetter
from pathlib import Path

from msgspec import Struct

from briefer.core.model import Source
from briefer.core.sentences import sentences
from tests.extractors.labels import (
    FOLDER,
    Group,
    Member,
    Range,
    load,
    load_groups,
    overlap,
    place,
    source_of,
)
from tests.extractors.scoring import Score, row_of

FoundGroup = tuple[str, Sequence[tuple[str, int, int]]]
"""A level, and the members: the id of a source and the range of figure or sentence there."""

Register = Callable[[Sequence[Source]], Iterable[FoundGroup]]


def score_register(register: Register, folder: Path = FOLDER) -> Score:
    """How near a register comes to the groups of a folder; the sample documents by themselves."""
    found, shown, levels, contradictions = [], [], [], []
    for library in _libraries(folder):
        groups = [one for one in register(list(library.sources.values())) if one[0] != "C0"]
        pairs = {
            pair: one[0]
            for one in sorted(groups, key=itemgetter(0))  # the worst level of a pair counts
            for pair in library.pairs(one[1])
        }
        wanted = [one for one in library.groups if one.level != "C0"]
        for group in wanted:
            hits = [pairs.get(pair) for pair in library.labelled(group)]
            found += [level is not None for level in hits]
            levels += [group.level in hits] if hits else []
        labelled = {pair: one.level for one in wanted for pair in library.labelled(one)}
        shown += [pair in labelled for pair in pairs]
        contradictions += [
            all(labelled.get(pair) != "C3" for pair in library.pairs(members))
            for level, members in groups
            if level == "C3" and library.pairs(members)
        ]
    return {
        "conflict pairs: found": row_of(found),
        "conflict pairs: shown rightly": row_of(shown),
        "conflict groups: at their level": row_of(levels),
        "contradictions (C3): false": row_of(contradictions),
    }


Statement = tuple[str, int, int]
"""The id of a source, the number of a sentence there, and where the labelled words in it begin."""

Pair = tuple[Statement, Statement]


class _Library(Struct, frozen=True):
    """Sources that are compared with each other, their sentences, and the groups among them."""

    sources: dict[str, Source]
    cuts: dict[str, Sequence[Range]]
    groups: Sequence[Group]

    def labelled(self, group: Group) -> set[Pair]:
        return self.pairs([self._range(one) for one in group.members])

    def pairs(self, members: Sequence[tuple[str, int, int]]) -> set[Pair]:
        """The pairs of statements in different sentences that a group holds."""
        statements = {self._statement(*one) for one in members}
        return {(a, b) for a, b in combinations(sorted(statements), 2) if a[:2] != b[:2]}

    def _statement(self, source: str, start: int, end: int) -> Statement:
        known = [self._range(member) for group in self.groups for member in group.members]
        shares = [(overlap((start, end), one[1:]), one[1]) for one in known if one[0] == source]
        share, at = max(shares, default=(0.0, start))
        sentence = sum(stop <= start for _, stop in self.cuts[source])
        return source, sentence, at if share else start

    def _range(self, member: Member) -> tuple[str, int, int]:
        source = self.sources[member.file]
        start, _ = place(source.text, member.exact, member.occurrence)
        words = member.figure or member.exact
        at, to = place(member.exact, words, member.figure_occurrence)
        return source.id, start + at, start + to


def _libraries(folder: Path) -> Iterator[_Library]:
    texts, groups = load(folder), load_groups(folder)
    for seeds in (True, False):
        sources = {t.file: source_of(t, folder) for t in texts if t.is_seed() == seeds}
        yield _Library(
            sources,
            {one.id: [(a, b) for _, a, b in sentences(one)] for one in sources.values()},
            [one for one in groups if one.members[0].is_seed() == seeds],
        )
