"""Filling a new briefing with suggestions, each marked to be reviewed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from briefer.core import counts
from briefer.core.edits import add_item
from briefer.core.model import KINDS, Briefing, Section, Source, pick
from briefer.extractors import Suggestion, suggest

ITEMS = 4
"""Suggestions for a section that states no number."""

LONGEST = 45
"""Words of the longest suggestion that is placed: one breath is shorter still."""

LEANING = ("and ", "but ", "it ", "this ", "these ", "that ", "since then", "however", "they ")
"""Beginnings of sentences that lean on the one before, put last."""


class Candidate(Struct, frozen=True):
    """A suggestion with the source it is from."""

    source: Source
    suggestion: Suggestion

    def words(self) -> str:
        """The suggested words."""
        return self.source.text[self.suggestion.start : self.suggestion.end]


def fill(briefing: Briefing, sources: Iterable[Source]) -> Briefing:
    """Places the best suggestions in the sections that are there for picks, within their limits.

    A section is for picks when the first kind it accepts is one; a section whose first words are
    the user's own is left to the user. No words are placed twice.
    """
    candidates = _ordered(sources)
    used: list[Candidate] = []
    for section in briefing.sections:
        if not section.accepts or section.accepts[0] not in KINDS:
            continue
        for chosen in _chosen(briefing, section, candidates, used):
            used.append(chosen)
            one = chosen.suggestion
            new = pick(
                chosen.source,
                one.start,
                one.end,
                one.kind,
                speaker=one.speaker,
                review=one.why,
            )
            briefing = add_item(section.key, new)(briefing)
    return briefing


def _ordered(sources: Iterable[Source]) -> list[Candidate]:
    """The candidates, strongest first, the sources taking turns."""
    per_source = [
        sorted((Candidate(source, one) for one in suggest(source)), key=_rank) for source in sources
    ]
    turns = zip_longest(*per_source)
    return [candidate for turn in turns for candidate in turn if candidate is not None]


def _rank(candidate: Candidate) -> tuple[int, bool, int]:
    words = candidate.words()
    return (
        -candidate.suggestion.strength,
        words.casefold().startswith(LEANING),
        candidate.suggestion.start,
    )


def _chosen(
    briefing: Briefing, section: Section, candidates: Sequence[Candidate], used: Sequence[Candidate]
) -> Iterator[Candidate]:
    room = section.limit.items or ITEMS
    words_left = counts.word_limit(briefing, section)
    taken = list(used)
    for kind in (one for one in section.accepts if one in KINDS):
        for candidate in candidates:
            count = counts.words_in(candidate.words())
            if room == 0:
                return
            if not _fits(candidate, kind, count, words_left, taken):
                continue
            taken.append(candidate)
            room -= 1
            words_left = words_left - count if words_left is not None else None
            yield candidate


def _fits(
    candidate: Candidate, kind: str, count: int, words_left: int | None, taken: Iterable[Candidate]
) -> bool:
    """Whether a candidate is of the kind, short enough, and not in use already."""
    one = candidate.suggestion
    if one.kind != kind or count > LONGEST or (words_left is not None and count > words_left):
        return False
    return not any(
        other.source.id == candidate.source.id
        and other.suggestion.start < one.end
        and one.start < other.suggestion.end
        for other in taken
    )
