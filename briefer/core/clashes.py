"""Figures of one briefing that disagree with each other, and those that have grown old."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from briefer.core.comparing import FLOORS, LEVELS, compare, worded
from briefer.core.decisions import Decision, Key, key_of, pair_of
from briefer.core.measures import Level, Measure, Table
from briefer.core.model import Briefing, Pick
from briefer.core.operations import Gloss, Omit, Redact
from briefer.core.statements import Statement

OLD = 18
"""Months after which a figure is old, where nobody says otherwise: an assumption."""

SHOWN: Level = "C2"
"""The lowest level at which two items of a briefing are marked."""


class Stated(Struct, frozen=True):
    """An item of a briefing, and one of the statements that its words hold."""

    item: str
    statement: Statement


class Clash(Struct, frozen=True):
    """Two items of a briefing whose statements disagree, and what was decided about them."""

    level: Level
    why: str
    measure: str
    one: Stated
    two: Stated
    decision: Decision | None = None

    def unresolved(self) -> bool:
        """Whether it is a contradiction that nobody has decided about."""
        return self.level == "C3" and self.decision is None


class Aged(Struct, frozen=True):
    """A statement in a briefing that may be out of date, and why, in words."""

    stated: Stated
    why: str
    newer: Statement | None = None


class Settled(Struct, frozen=True):
    """What was decided about a statement that an item holds, and the other statement.

    The other is None when it is not known, or when its words are redacted in the briefing.
    """

    stated: Stated
    other: Statement | None
    decision: Decision


def stated_in(briefing: Briefing, statements: Mapping[str, Sequence[Statement]]) -> list[Stated]:
    """What the picks of a briefing state, in its order; `statements` by source id.

    Words that are left out, redacted or replaced by words in brackets state nothing.
    """
    return [
        Stated(pick.id, one)
        for pick in briefing.picks()
        for one in statements.get(pick.source, ())
        if _says(pick, one)
    ]


def clashes(
    stated: Sequence[Stated],
    measures: Table,
    decisions: Mapping[tuple[Key, Key], Decision],
) -> list[Clash]:
    """The pairs of different items that clash, the worst first; not those “not the same thing”."""
    by_measure: dict[str, list[Stated]] = {}
    for one in stated:
        if one.statement.measure:
            by_measure.setdefault(one.statement.measure, []).append(one)
    found = [
        clash
        for key, some in by_measure.items()
        for clash in _clashes(some, measures.by_key[key], decisions)
    ]
    return sorted(found, key=lambda one: -LEVELS.index(one.level))


def aged(
    stated: Iterable[Stated],
    library: Mapping[str, Sequence[Statement]],
    measures: Table,
    today: datetime.date,
    months: int = OLD,
) -> list[Aged]:
    """What may be out of date; `library` is measure key -> all statements of the library.

    An as-of date further back than so many months, a newer value in the library, or words such as
    “last year” that hang on a day which is not known.
    """
    return [one for each in stated for one in _aged(each, library, measures, today, months)]


def settled(
    stated: Iterable[Stated],
    decisions: Mapping[tuple[Key, Key], Decision],
    known: Mapping[Key, Statement],
    briefing: Briefing,
) -> list[Settled]:
    """The decisions about what a briefing states, each once, in the order of the briefing."""
    hidden = {
        (pick.source, one.start, one.end)
        for pick in briefing.picks()
        for one in pick.operations
        if isinstance(one, Redact)
    }
    others: dict[Key, list[tuple[Key, Decision]]] = {}
    for (one, two), decision in decisions.items():
        others.setdefault(one, []).append((two, decision))
        others.setdefault(two, []).append((one, decision))
    found: dict[tuple[Key, Key], Settled] = {}
    for each in stated:
        here = key_of(each.statement)
        for there, decision in others.get(here, ()):
            shown = None if _covered(there, hidden) else known.get(there)
            found.setdefault(pair_of(here, there), Settled(each, shown, decision))
    return list(found.values())


def _covered(one: Key, hidden: Iterable[Key]) -> bool:
    return any(
        source == one[0] and start < one[2] and one[1] < end for source, start, end in hidden
    )


def _says(pick: Pick, one: Statement) -> bool:
    """Whether the words of a statement are printed with a pick."""
    stands = any(
        passage.position.start <= one.at and one.to <= passage.position.end
        for passage in pick.passages
    )
    return stands and not any(
        isinstance(done, Omit | Redact | Gloss) and done.start < one.to and one.at < done.end
        for done in pick.operations
    )


def _clashes(
    some: Sequence[Stated], measure: Measure, decisions: Mapping[tuple[Key, Key], Decision]
) -> Iterator[Clash]:
    for one, two in combinations(some, 2):
        compared = compare(one.statement, two.statement, measure)
        if one.item == two.item or LEVELS.index(compared.level) < LEVELS.index(SHOWN):
            continue
        decision = decisions.get(pair_of(key_of(one.statement), key_of(two.statement)))
        if decision is None or decision.verdict != "not_same":
            yield Clash(compared.level, compared.why, measure.name, one, two, decision)


def _aged(
    stated: Stated,
    library: Mapping[str, Sequence[Statement]],
    measures: Table,
    today: datetime.date,
    months: int,
) -> Iterator[Aged]:
    one, when = stated.statement, stated.statement.moment
    if when.dated == "relative":
        yield Aged(stated, f"“{when.text}” hangs on a day that the source does not state.")
    elif when.dated == "document" and not when.as_of:
        yield Aged(stated, f"“{when.text}” is the day of a document without a date.")
    elif when.as_of and _months(when.as_of, today) > months:
        yield Aged(stated, f"it is as of {when.as_of}, more than {months} months ago.")
    others = library.get(one.measure, ()) if one.measure else ()
    newer = [two for two in others if _is_newer(two, one, measures.by_key.get(one.measure))]
    if newer:
        latest = max(
            newer, key=lambda two: (two.moment.as_of, two.figure.value if two.figure else 0)
        )
        said = worded(latest.figure) if latest.figure else latest.variant
        dated = f" as of {latest.moment.as_of}" if latest.moment.as_of else ""
        yield Aged(stated, f"the library has a newer value: {said}{dated}.", latest)


def _months(as_of: str, today: datetime.date) -> int:
    """The months since the end of an ISO date: of a year its December, for it may be that new."""
    year, month = int(as_of[:4]), int(as_of[5:7] or 12)
    return (today.year - year) * 12 + today.month - month


def _is_newer(two: Statement, one: Statement, measure: Measure | None) -> bool:
    """Whether a statement is later, or a greater floor of what only grows, with another value."""
    a, b = one.figure, two.figure
    if a is None or b is None or measure is None or a.value == b.value:
        return False
    if one.moment.as_of and two.moment.as_of:
        return two.moment.as_of[: len(one.moment.as_of)] > one.moment.as_of
    return measure.grows and {a.comparator, b.comparator} <= FLOORS and b.value > a.value
