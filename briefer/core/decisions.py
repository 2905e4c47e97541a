"""What people decide about figures that disagree, and about which measure a statement is of."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.measures import Measure, Table
from briefer.core.statements import Statement

Verdict = Literal["keep", "both_dated", "robust", "disputed", "not_same"]

VERDICTS: Mapping[Verdict, str] = {
    "keep": "use this one",
    "both_dated": "use both, with their dates",
    "robust": "use a wording that is true of both",
    "disputed": "disputed",
    "not_same": "not the same thing",
}
"""What can be decided about two statements, as the interface says it."""

Key = tuple[str, int, int]
"""A statement: the id of its source, and the range of the words that say it."""


class Decision(Struct, frozen=True):
    """What somebody decided about two statements, and why; `keeps` is the one to be used."""

    one: Key
    two: Key
    verdict: Verdict
    reason: str = ""
    keeps: Key | None = None
    at: str = ""
    """When, as ISO 8601 writes it."""


class Assigned(Struct, frozen=True):
    """The measure that somebody gave a statement: a key, a name of their own, or “” for none."""

    statement: Key
    measure: str


def key_of(one: Statement) -> Key:
    """What a statement is known by in a library, whose texts never change."""
    return (one.source, one.at, one.to)


def pair_of(one: Key, two: Key) -> tuple[Key, Key]:
    """Two statements in the one order that a decision about them is kept in."""
    return (one, two) if one <= two else (two, one)


def by_pair(decisions: Iterable[Decision]) -> dict[tuple[Key, Key], Decision]:
    """The decisions by the pairs they are about; of two about one pair the later."""
    return {pair_of(one.one, one.two): one for one in decisions}


def assigned(found: Sequence[Statement], given: Iterable[Assigned]) -> list[Statement]:
    """The statements, each of the measure that somebody gave it, or else of the one it had."""
    chosen = {one.statement: one.measure for one in given}
    return [
        replace(one, measure=chosen[key_of(one)]) if key_of(one) in chosen else one for one in found
    ]


def with_names(measures: Table, given: Iterable[Assigned]) -> Table:
    """The measures with those that people named themselves, whose key is their name."""
    names = {one.measure for one in given if one.measure} - measures.by_key.keys()
    own = {name: Measure(name, name, "count") for name in sorted(names)}
    return replace(measures, by_key={**measures.by_key, **own})
