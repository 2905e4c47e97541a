"""Figures that do not add up: parts that are more than their whole, and totals that differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefer.core.measures import Table
from briefer.core.statements import Statement

JOINT = re.compile(r"[^.;:()]*(?:,|\band\b|\bet\b)[^.;:()]*", re.I)
"""Between two parts: a comma or an “and”, and no end of a clause."""


class Excess(Struct, frozen=True):
    """A whole and its parts, which are more than it."""

    whole: Statement
    parts: tuple[Statement, ...]
    why: str


def sums(found: Sequence[Statement], measures: Table) -> Iterator[str]:
    """Hints where exact values of two measures add up to different wholes in different sources."""
    for one in measures.sums:
        first, second = (sorted(set(_exact(found, part))) for part in one.parts)
        totals = {a + b: (a, b) for a in first for b in second}
        if len(totals) > 1:
            said = " against ".join(
                f"{a:g} + {b:g} = {total:g}" for total, (a, b) in sorted(totals.items())
            )
            yield f"{one.name}: {said}."


def excesses(found: Sequence[Statement]) -> Iterator[Excess]:
    """Wholes whose parts, in the same sentence or the next one, add up to more (domain.md 5.1).

    Parts are two or more exact counts, one behind the other, the first of them said to be “of
    which” or “of them”. Less than the whole is no contradiction: a text need not name all parts.
    """
    for number, (whole, first) in enumerate(pairwise(found)):
        if "part" not in first.topic.marks or "part" in whole.topic.marks:
            continue
        parts = _parts(whole, found[number + 1 : number + 1 + MOST])
        total = sum(one.figure.value for one in parts if one.figure)
        if whole.figure and len(parts) > 1 and total > whole.figure.value:
            said = " + ".join(f"{one.figure.value:g}" for one in parts if one.figure)
            yield Excess(whole, parts, f"{said} = {total:g}, more than {whole.figure.text}.")


MOST = 8
"""Parts of a whole that are looked for."""


def _parts(whole: Statement, after: Iterable[Statement]) -> tuple[Statement, ...]:
    made: list[Statement] = []
    for one in after:
        if not _plain_count(whole) or not _plain_count(one) or one.source != whole.source:
            break
        last = made[-1] if made else whole
        if not made and not _follows(whole, one):
            break
        if made and (one.start != last.start or not JOINT.fullmatch(_between(last, one))):
            break
        made.append(one)
    return tuple(made)


def _plain_count(one: Statement) -> bool:
    figure = one.figure
    return (
        figure is not None
        and figure.basis == "count"
        and figure.comparator == "exactly"
        and figure.value_max is None
    )


def _follows(whole: Statement, part: Statement) -> bool:
    """Whether a part stands in the sentence of its whole, or in the next one of its paragraph."""
    near = part.place == whole.place and part.start - whole.end < NEXT
    return whole.start == part.start or near


NEXT = 4
"""Code points between a sentence and the next one, at most."""


def _between(one: Statement, two: Statement) -> str:
    return one.sentence[one.to - one.start : two.at - two.start]


def _exact(found: Iterable[Statement], measure: str) -> Iterator[float]:
    for one in found:
        if one.measure == measure and one.figure and one.figure.comparator == "exactly":
            yield one.figure.value
