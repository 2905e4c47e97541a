"""Where the terms of a query stand in a text that is folded for searching."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from briefer.core.letters import UNSPACED
from briefer.core.model import Place, Range
from briefer.core.query import Term

_START = attrgetter("start")
_WORD = re.compile(r"[^\W_]*")
_JOINED = re.compile(f"[{UNSPACED}]")


class Sought(Struct, frozen=True):
    """A term as it is looked for: its first letters, found fast, then the whole of it."""

    first: str
    expression: re.Pattern[str]

    def ranges(self, folded: str) -> Iterator[Range]:
        """Where it stands in searchable() text, each time to the end of the word it begins."""
        at = folded.find(self.first)
        while at >= 0:
            match = self.expression.match(folded, at)
            if match is None:
                at = folded.find(self.first, at + 1)
                continue
            end = match.end()
            if not _JOINED.match(folded, end - 1):
                rest = _WORD.match(folded, end)
                end = rest.end() if rest else end
            yield at, end
            at = folded.find(self.first, end)


def sought(terms: Iterable[Term]) -> tuple[Sought, ...]:
    """The terms as they are looked for."""
    return tuple(Sought(*one) for term in terms if (one := term.sought()))


def by_place(
    places: Sequence[Place], folded: str, terms: Sequence[Sought], *, every: bool
) -> dict[Place, list[list[Range]]]:
    """Paragraph -> the ranges of each term in it, for those that hold every term, or else any."""
    needed = all if every else any
    found: dict[int, list[list[Range]]] = {}
    for number, term in enumerate(terms):
        for start, end in term.ranges(folded):
            index = bisect_right(places, start, key=_START) - 1
            if index >= 0 and end <= places[index].end:
                found.setdefault(index, [[] for _ in terms])[number].append((start, end))
        if every and not found:
            break
    return {places[index]: found[index] for index in sorted(found) if needed(found[index])}


def holds(start: int, end: int, ranges: Iterable[Sequence[Range]], *, every: bool) -> bool:
    """Whether a range holds every term, or else any; `ranges` are those of each term."""
    needed = all if every else any
    return needed(any(start <= one and two <= end for one, two in some) for some in ranges)


def within(start: int, end: int, ranges: Iterable[Sequence[Range]]) -> tuple[Range, ...]:
    """The ranges of all terms within another range, in order; those that overlap are one."""
    inside = sorted(one for some in ranges for one in some if start <= one[0] and one[1] <= end)
    found: list[Range] = []
    for one in inside:
        if found and one[0] < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], one[1]))
        else:
            found.append(one)
    return tuple(found)
