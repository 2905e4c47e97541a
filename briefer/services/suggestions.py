"""Suggestions of a source or of the library, filtered, with what people said of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefer.core.decisions import (
    Judged,
    Judgement,
    Key,
    Proposal,
    by_proposal,
    latest_measures,
)
from briefer.core.errors import WrongRequest
from briefer.core.folds import plain
from briefer.core.model import Kind, Source
from briefer.core.progress import Progress, silent
from briefer.core.statements import ID_LENGTH
from briefer.extractors import Suggestion
from briefer.services.measures import measures
from briefer.services.readings import suggestions
from briefer.store import Library


class Proposed(Struct, frozen=True):
    """A suggestion in its source, its words, and what somebody said of it."""

    source: str
    file: str
    suggestion: Suggestion
    words: str
    kind: Kind
    """The kind it is of: that of the suggestion, or the one that somebody gave it."""
    judged: Judged | None = None

    def is_rejected(self) -> bool:
        """Whether somebody rejected it."""
        return self.judged is not None and self.judged.said == "rejected"

    def short_id(self) -> str:
        """What it is called on the command line: source, where it begins, kind as proposed."""
        return f"{self.source[:ID_LENGTH]}@{self.suggestion.start}:{self.suggestion.kind}"


class Wanted(Struct, frozen=True):
    """Which suggestions are wanted; what is left as it is wants all but the rejected ones."""

    kinds: Collection[Kind] = ()
    speaker: str = ""
    """Words of the name of who speaks, letter case and accents aside."""
    measure: str = ""
    """The key or the name of a measure that one of the figures is of."""
    strength: int = 1
    """From 1 to 3, the least."""
    rejected: bool = False
    """Whether those that somebody rejected are wanted, too."""


ALL = Wanted()


def proposed(
    library: Library,
    ids: Sequence[str] | None = None,
    wanted: Wanted = ALL,
    progress: Progress = silent,
) -> list[Proposed]:
    """The suggestions of sources (by id), or of all out of the trash, in the order of the texts.

    Kept ones are given at once; a source that these rules have not read is read now. Raises
    LibraryError; FileError for a table of measures of the user's that cannot be read.
    """
    asked = [line.id for line in library.sources()] if ids is None else list(ids)
    read = suggestions(library, asked, progress)
    said = by_proposal(library.decisions.judged(asked if ids is not None else None))
    measure = _measure(wanted.measure)
    given = latest_measures(library.decisions.assigned()) if measure else {}
    found = {
        id: [
            (one, judged)
            for one in some
            if _is_wanted(one, judged := said.get(proposal_of(id, one)), wanted)
            and (not measure or measure in _measures(id, one, given))
        ]
        for id, some in read.items()
    }
    held = library.index.texts(id for id, some in found.items() if some)
    return [one for id in held for one in _proposed(held[id], found[id])]


def proposal_of(source: str, one: Suggestion) -> Proposal:
    """What a suggestion is known by in a library, whose texts never change."""
    return (source, one.start, one.end, one.kind)


def rejected(library: Library) -> frozenset[Proposal]:
    """What somebody rejected. Raises LibraryError."""
    judged = by_proposal(library.decisions.judged())
    return frozenset(one for one, judgement in judged.items() if judgement.said == "rejected")


def judge(
    library: Library,
    proposals: Iterable[Proposal],
    said: Judgement,
    becomes: Kind | None = None,
    by: str = "",
) -> None:
    """Keeps what somebody said of suggestions; `becomes` is the kind that they are really of.

    “open” takes back what was said. Raises WrongRequest when a kind is missing, LibraryError.
    """
    if (said == "reclassified") != (becomes is not None):
        raise WrongRequest("Of which kind is it?", "Name fact, quote or talking_point.")
    library.decisions.judge([Judged(one, said, becomes, by=by) for one in proposals])


def find_proposed(found: Iterable[Proposed], name: str) -> Proposed:
    """The suggestion with this short id; the kind may be left out where it is not needed.

    More of the source's id may be given before the @. Raises WrongRequest when there is none or
    more than one.
    """
    before, _, kind = name.partition(":")
    source, _, start = before.partition("@")
    named = [
        one
        for one in found
        if source
        and one.source.startswith(source)
        and str(one.suggestion.start) == start
        and kind in ("", one.suggestion.kind)
    ]
    if len(named) == 1:
        return named[0]
    if not named:
        raise WrongRequest(
            f"There is no suggestion “{name}”.", "`briefer suggest` prints their names."
        )
    raise WrongRequest(
        f"“{name}” means more than one suggestion: {', '.join(one.short_id() for one in named)}.",
        "Give its kind, or more of the source's id.",
    )


def _proposed(
    source: Source, some: Iterable[tuple[Suggestion, Judged | None]]
) -> Iterator[Proposed]:
    for one, judged in some:
        kind = judged.becomes if judged and judged.becomes else one.kind
        words = source.text[one.start : one.end]
        yield Proposed(source.id, source.file, one, words, kind, judged)


def _measures(source: str, one: Suggestion, given: Mapping[Key, str | None]) -> set[str]:
    """The measures of its figures: those that somebody gave them, else those read."""
    found = set()
    for figure in one.figures:
        said = given.get((source, figure.start, figure.end))
        found.add(figure.measure if said is None else said)
    return found


def _is_wanted(one: Suggestion, judged: Judged | None, wanted: Wanted) -> bool:
    kind = judged.becomes if judged and judged.becomes else one.kind
    if judged and judged.said == "rejected" and not wanted.rejected:
        return False
    return (
        one.strength >= wanted.strength
        and (not wanted.kinds or kind in wanted.kinds)
        and (not wanted.speaker or plain(wanted.speaker) in plain(one.speaker))
    )


def _measure(name: str) -> str:
    """The key of a measure by its key or name; the words themselves where there is none."""
    known: Mapping[str, str] = {one.name.casefold(): key for key, one in measures().by_key.items()}
    return known.get(name.casefold(), name)
