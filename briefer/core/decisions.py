"""What people decide: about figures that disagree, measures of statements, suggestions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.measures import Measure, Table
from briefer.core.model import Kind
from briefer.core.statements import Statement

Verdict = Literal["keep", "both_dated", "robust", "disputed", "not_same", "open"]
"""Open takes back what was decided before."""

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
    by: str = ""


class Assigned(Struct, frozen=True):
    """The measure that somebody gave a statement: a key, a name of their own, or “” for none.

    None takes back what was given before: the statement is of the measure that was read.
    """

    statement: Key
    measure: str | None
    at: str = ""
    """When, as ISO 8601 writes it."""
    by: str = ""


Judgement = Literal["accepted", "rejected", "reclassified", "open"]
"""What is said of a suggestion; open takes back what was said before."""

Proposal = tuple[str, int, int, Kind]
"""A suggestion: the id of its source, the range of its words, the kind it is proposed as."""


class Judged(Struct, frozen=True):
    """What somebody said of a suggestion; `becomes` is the kind that a reclassified one is of."""

    proposal: Proposal
    said: Judgement
    becomes: Kind | None = None
    at: str = ""
    """When, as ISO 8601 writes it."""
    by: str = ""


def key_of(one: Statement) -> Key:
    """What a statement is known by in a library, whose texts never change."""
    return (one.source, one.at, one.to)


def pair_of(one: Key, two: Key) -> tuple[Key, Key]:
    """Two statements in the one order that a decision about them is kept in."""
    return (one, two) if one <= two else (two, one)


def by_pair(decisions: Iterable[Decision]) -> dict[tuple[Key, Key], Decision]:
    """The decisions by the pairs they are about; of two about one pair the later."""
    latest = {pair_of(one.one, one.two): one for one in decisions}
    return {pair: one for pair, one in latest.items() if one.verdict != "open"}


def apart(decisions: Mapping[tuple[Key, Key], Decision]) -> frozenset[tuple[Key, Key]]:
    """The pairs that somebody said are not about the same thing."""
    return frozenset(pair for pair, one in decisions.items() if one.verdict == "not_same")


def by_proposal(judged: Iterable[Judged]) -> dict[Proposal, Judged]:
    """What was said of suggestions; of two about one of them the later."""
    latest = {one.proposal: one for one in judged}
    return {proposal: one for proposal, one in latest.items() if one.said != "open"}


def assigned(found: Sequence[Statement], given: Iterable[Assigned]) -> list[Statement]:
    """The statements, each of the measure that somebody gave it last, or else of the one read."""
    chosen = latest_measures(given)
    if not chosen:
        return list(found)
    return [
        one if (measure := chosen.get(key_of(one))) is None else replace(one, measure=measure)
        for one in found
    ]


def with_names(measures: Table, given: Iterable[Assigned]) -> Table:
    """The measures with those that people named themselves, whose key is their name."""
    names = {one for one in latest_measures(given).values() if one} - measures.by_key.keys()
    own = {name: Measure(name, name, "count") for name in sorted(names)}
    return replace(measures, by_key={**measures.by_key, **own})


def latest_measures(given: Iterable[Assigned]) -> dict[Key, str | None]:
    """The measure that was given last to each statement; None where that was taken back."""
    return {one.statement: one.measure for one in given}
