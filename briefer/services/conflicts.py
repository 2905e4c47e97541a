"""Figures of one briefing: those that clash, those that have grown old, what was decided."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefer.core.clash_words import Names, aged_said, clash_said, settled_said
from briefer.core.clashes import OLD, Aged, Clash, Settled, aged, clashes, settled, stated_in
from briefer.core.decisions import key_of
from briefer.core.errors import QuoteMismatch
from briefer.core.model import Briefing, Source
from briefer.core.statements import Statement
from briefer.services.measures import statements_of
from briefer.services.register import Figures, read_figures
from briefer.store import Library

CONTRADICTION = "contradiction"
"""The code of the error for a contradiction that nobody has decided about."""


class Conflicts(Struct, frozen=True):
    """What is to be said of the figures of a briefing."""

    clashes: Sequence[Clash] = ()
    aged: Sequence[Aged] = ()
    settled: Sequence[Settled] = ()
    names: Names = {}
    """Id of a source -> its file name."""

    def said(self) -> list[str]:
        """Clashes and aged figures, a sentence each; items are named by their ids."""
        found = [clash_said(one, self.names) for one in self.clashes]
        return found + [aged_said(one, self.names) for one in self.aged]

    def recorded(self, briefing: Briefing) -> list[str]:
        """Clashes and what was decided, for a record; items are named by their numbers in it."""
        items = {pick.id: f"item {number}" for number, pick in enumerate(briefing.picks(), 1)}
        names = {**self.names, **items}
        open_ones = [one for one in self.clashes if one.decision is None]
        found = [clash_said(one, names) for one in open_ones]
        return found + [settled_said(one, names) for one in self.settled]

    def contradictions(self) -> list[Clash]:
        """Those that nobody has decided about: before an export they are asked about, once."""
        return [one for one in self.clashes if one.unresolved()]


def conflicts(
    briefing: Briefing,
    sources: Mapping[str, Source],
    figures: Figures,
    today: datetime.date | None = None,
    months: int = OLD,
) -> Conflicts:
    """What is to be said of a briefing; `figures` are the library's (a Register is such, too).

    `sources` are those that the briefing carries, by id.
    A source that the library does not hold is read here. `months` is how old a figure may be.
    """
    cited = list(dict.fromkeys(pick.source for pick in briefing.picks()))
    elsewhere = [sources[id] for id in cited if id not in figures.statements and id in sources]
    known: dict[str, Sequence[Statement]] = {**figures.statements}
    known |= {source.id: statements_of([source]) for source in elsewhere}
    stated = stated_in(briefing, known)
    found = [one for some in known.values() for one in some]
    return Conflicts(
        clashes(stated, figures.measures, figures.decisions),
        aged(stated, _by_measure(found), figures.measures, today or _today(), months),
        settled(stated, figures.decisions, {key_of(one): one for one in found}, briefing),
        {**{source.id: source.file for source in elsewhere}, **figures.names()},
    )


def conflicts_in(
    library: Library,
    briefing: Briefing,
    sources: Mapping[str, Source],
    today: datetime.date | None = None,
) -> Conflicts:
    """The same, with the figures of a library as it is now. Raises LibraryError, FileError.

    Of the library only the cited sources are read, where they were not.
    """
    cited = {pick.source for pick in briefing.picks()}
    if not cited:
        return Conflicts()
    return conflicts(briefing, sources, read_figures(library, cited), today)


def require_resolved(found: Conflicts) -> None:
    """Raises QuoteMismatch (its code is CONTRADICTION) when figures contradict each other.

    A contradiction that somebody decided about is none any more, whatever the decision.
    """
    if not (left := found.contradictions()):
        return
    pair = (left[0].one.statement, left[0].two.statement)
    names = " ".join(one.short_id() for one in pair)
    more = f" The same holds for {len(left) - 1} more." if len(left) > 1 else ""
    raise QuoteMismatch(
        f"Nothing was written. {clash_said(left[0], found.names)}{more}",
        f"Decide about them (briefer figures --decide VERDICT {names}), or accept them "
        "(--accept-contradictions).",
        CONTRADICTION,
    )


def _by_measure(found: Iterable[Statement]) -> dict[str, list[Statement]]:
    made: dict[str, list[Statement]] = {}
    for one in found:
        if one.measure:
            made.setdefault(one.measure, []).append(one)
    return made


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()
