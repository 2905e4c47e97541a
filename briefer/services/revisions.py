"""Sources that supersede others: keeping that, following picks to them, accepting new places."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefer.core.differences import Difference
from briefer.core.errors import LibraryError, QuoteMismatch
from briefer.core.findings import Finding
from briefer.core.model import Briefing, Pick, Range, Source
from briefer.core.revision import Followed, Reanchored, State, follow, reanchor
from briefer.services.briefings import OpenBriefing, gather_sources
from briefer.services.carrying import Carried, carry_over, take_back
from briefer.services.quoting import edit_pick
from briefer.store import Library


class Revision(Struct, frozen=True):
    """What became of a pick in the source that supersedes its own.

    `nearest` are the words of the successor from start to end (code points of its text), the same
    as `exact` when the pick is anchored or moved; without them start and end are None.
    """

    briefing: str
    item: str
    source: str
    successor: str
    state: State
    start: int | None
    end: int | None
    exact: str
    nearest: str
    differences: tuple[Difference, ...]
    context_changed: bool
    ranges: tuple[Range, ...] = ()


def set_superseded(library: Library, new: str, old: str) -> Carried:
    """Keeps that the source `new` supersedes `old`, or the newest one that has superseded it.

    Caveat, confirmed fields and tags of the old one go over to the new one (see carry_over). Said
    of a source that belongs to the chain already, it changes nothing. Raises LibraryError.
    """
    last = library.successors([old, new])
    newest = last.get(old, old)
    if old != new and newest == last.get(new, new):
        return Carried(newest)
    library.supersede(new, newest)
    return carry_over(library, new, newest)


def direct_successor(library: Library, old: str) -> str:
    """The id of the source that was said to supersede this one; empty where none was."""
    lines = [*library.sources(), *library.sources(trashed=True)]
    return next((line.superseded_by for line in lines if line.id == old), "")


def unset_superseded(library: Library, new: str, carried: Carried) -> None:
    """Takes back that a source supersedes another, with what was carried over.

    Raises LibraryError when it was not said to do so itself.
    """
    if direct_successor(library, carried.old) != new:
        raise LibraryError(
            "The one was not said to supersede the other.", "`briefer sources` says what does."
        )
    library.versions.part(new, carried.old)
    take_back(library, new, carried)


def revisions(opened: OpenBriefing, library: Library) -> list[Revision]:
    """What became of every pick of a briefing whose source is superseded, in its order.

    Nothing in the briefing changes: it keeps the old words, with the source they were taken from.
    """
    return list(_revisions(opened, library))


def _revisions(opened: OpenBriefing, library: Library) -> Iterator[Revision]:
    sources = gather_sources(opened.briefing, library, opened.sources)
    newer = library.successors(sources)
    successors = library.get(set(newer.values()))
    for pick in opened.briefing.picks():
        if pick.source in newer:
            new = successors[newer[pick.source]]
            found = follow(pick, sources[pick.source], new)
            yield _revision(str(opened.path or opened.briefing.title), pick, new, found)


def _revision(briefing: str, pick: Pick, new: Source, found: Followed) -> Revision:
    ranges = found.ranges
    return Revision(
        briefing,
        pick.id,
        pick.source,
        new.id,
        found.state,
        ranges[0][0] if ranges else None,
        ranges[-1][1] if ranges else None,
        pick.exact,
        " [...] ".join(new.text[slice(*place)] for place in ranges),
        found.differences,
        found.context_changed,
        ranges,
    )


class Accepted(Struct, frozen=True):
    """A pick on its new source, what could not be carried over, and what the rules find now."""

    pick: Pick
    dropped: Reanchored
    findings: tuple[Finding, ...]


def accept(
    briefing: Briefing,
    pick: Pick,
    sources: Mapping[str, Source],
    new: Source,
    ranges: Sequence[Range] = (),
    reason: str = "",
) -> Accepted:
    """A person's acceptance that a pick is quoted from another source from now on.

    Without ranges (code points, one for each passage) only the same words are taken: anchored or
    moved. Raises QuoteMismatch when they were not found, and when the rules of quoting do not let
    the words stand; `reason` answers what they ask (see edit_pick).
    """
    places = ranges or _same_words(pick, sources.get(pick.source), new)
    moved = reanchor(pick, new, places)
    kept, findings = edit_pick(moved.pick, new, moved.pick.operations, briefing, reason)
    return Accepted(kept, moved, findings)


def _same_words(pick: Pick, old: Source | None, new: Source) -> Sequence[Range]:
    if old is None:
        raise QuoteMismatch(
            "The source of that item is not here, so it cannot be told which words are meant.",
            "Give the place with --start and --end, or the words with --exact.",
        )
    found = follow(pick, old, new)
    if found.is_found():
        return found.ranges
    if found.state == "ambiguous":
        raise QuoteMismatch(
            f"{new.name()} says “{pick.exact}” where several places could be meant.",
            "Give the place with --start and --end.",
            "ambiguous",
        )
    if not found.ranges:
        raise QuoteMismatch(
            f"{new.name()} says nothing like “{pick.exact}”.",
            "Give the place with --start and --end, or leave the item on its source.",
        )
    options = " ".join(f"--start {start} --end {end}" for start, end in found.ranges)
    shown = " [...] ".join(new.text[slice(*place)] for place in found.ranges)
    raise QuoteMismatch(
        f"{new.name()} does not say “{pick.exact}”. The nearest words are “{shown}”.",
        f"Accept these with {options}.",
    )
