"""Filling a new briefing with suggestions, each marked to be reviewed."""

from collections.abc import Collection, Iterable, Sequence
from itertools import product, zip_longest

from msgspec import Struct

from briefer.core import counts
from briefer.core.comparing import compare
from briefer.core.decisions import Proposal
from briefer.core.edits import add_item
from briefer.core.model import KINDS, Briefing, Pick, Section, Source, pick
from briefer.core.statements import Statement
from briefer.extractors import Suggestion
from briefer.services.measures import measures
from briefer.services.readings import read_source

ITEMS = 4
"""Suggestions for a section that states no number."""

LONGEST = 45
"""Words of the longest suggestion that is placed: one breath is shorter still."""

LEANING = ("and ", "but ", "it ", "this ", "these ", "that ", "since then", "however", "they ")
"""Beginnings of sentences that lean on the one before, put last."""

ALIKE = 85
"""Of two suggestions whose words are so alike (per cent), the second is not placed."""

SIDE_BY_SIDE = ("C0", "C1")
"""Levels at which two statements may stand in one briefing without a word."""

UNSURE = ("pronoun", "carried")
"""Readings of a speaker that a person must confirm."""


class Candidate(Struct, frozen=True, eq=False):
    """A suggestion with the source it is from, and what it states."""

    source: Source
    suggestion: Suggestion
    states: Sequence[Statement] = ()

    def words(self) -> str:
        """The suggested words."""
        return self.source.text[self.suggestion.start : self.suggestion.end]

    def where(self) -> str:
        """The file and the place."""
        return f"{self.source.file}, {self.suggestion.place}"


class Choice(Struct, eq=False):
    """A candidate that is placed in a section, and those left out because they clash with it."""

    section: str
    candidate: Candidate
    left_out: list[tuple[str, str]]
    """Where they stand, and how they clash."""

    def review(self) -> str:
        """Why it was chosen, what is to be confirmed, and what was left out for its sake."""
        one = self.candidate.suggestion
        parts = [one.why]
        if one.certainty in UNSURE:
            parts.append(f"the speaker is read from “{one.speaker_cue.text}”, to be confirmed")
        parts += [f"left out {where}: {why}" for where, why in self.left_out]
        return "; ".join(part.rstrip(".") for part in parts)


def fill(
    briefing: Briefing, sources: Iterable[Source], rejected: Collection[Proposal] = ()
) -> Briefing:
    """Places the best suggestions in the sections that are there for picks, within their limits.

    A section is for picks when the first kind it accepts is one; a section whose first words are
    the user's own is left to the user. No words are placed twice, nor nearly the same words, nor
    two statements that clash or contradict each other, nor what somebody rejected.
    """
    candidates = _ordered(sources, rejected)
    choices: list[Choice] = []
    for section in briefing.sections:
        if section.accepts and section.accepts[0] in KINDS:
            _choose(briefing, section, candidates, choices)
    for choice in choices:
        briefing = add_item(choice.section, _pick(choice))(briefing)
    return briefing


def _pick(choice: Choice) -> Pick:
    one = choice.candidate.suggestion
    return pick(
        choice.candidate.source,
        one.start,
        one.end,
        one.kind,
        speaker=one.speaker,
        review=choice.review(),
    )


def _ordered(sources: Iterable[Source], rejected: Collection[Proposal]) -> list[Candidate]:
    """The candidates, strongest first, the sources taking turns."""
    per_source = [sorted(_candidates(source, rejected), key=_rank) for source in sources]
    turns = zip_longest(*per_source)
    return [candidate for turn in turns for candidate in turn if candidate is not None]


def _candidates(source: Source, rejected: Collection[Proposal]) -> list[Candidate]:
    proposed, stated = read_source(source)
    measured = [one for one in stated if one.measure]
    return [
        Candidate(source, one, [said for said in measured if one.start <= said.at < one.end])
        for one in proposed
        if (source.id, one.start, one.end, one.kind) not in rejected
    ]


def _rank(candidate: Candidate) -> tuple[int, bool, int]:
    words = candidate.words()
    return (
        -candidate.suggestion.strength,
        words.casefold().startswith(LEANING),
        candidate.suggestion.start,
    )


def _choose(
    briefing: Briefing, section: Section, candidates: Sequence[Candidate], choices: list[Choice]
) -> None:
    """Adds to the choices what goes into a section."""
    room = section.limit.items or ITEMS
    words_left = counts.word_limit(briefing, section)
    for kind in (one for one in section.accepts if one in KINDS):
        for candidate in candidates:
            count = counts.words_in(candidate.words())
            if room == 0:
                return
            if not _fits(candidate, kind, count, words_left):
                continue
            same = any(_same(candidate, one.candidate) for one in choices)
            if _clash(candidate, choices) or same:
                continue
            choices.append(Choice(section.key, candidate, []))
            room -= 1
            words_left = words_left - count if words_left is not None else None


def _fits(candidate: Candidate, kind: str, count: int, words_left: int | None) -> bool:
    """Whether a candidate is of the kind and short enough."""
    short = count <= LONGEST and (words_left is None or count <= words_left)
    return candidate.suggestion.kind == kind and short


def _same(one: Candidate, two: Candidate) -> bool:
    """Whether two candidates share words of a source, or say nearly the same in two."""
    a, b = one.suggestion, two.suggestion
    if one.source.id == two.source.id:
        return a.start < b.end and b.start < a.end
    from rapidfuzz.fuzz import token_sort_ratio  # slow to load

    words = (one.words().casefold(), two.words().casefold())
    return token_sort_ratio(*words, score_cutoff=ALIKE) > 0


def _clash(candidate: Candidate, choices: Sequence[Choice]) -> bool:
    """Whether a candidate states what clashes with a choice, which then keeps a note of it."""
    for choice in choices:
        for one, two in product(candidate.states, choice.candidate.states):
            if one.measure != two.measure:
                continue
            compared = compare(one, two, measures().by_key[one.measure])
            if compared.level not in SIDE_BY_SIDE:
                note = (candidate.where(), compared.why)
                if note not in choice.left_out:
                    choice.left_out.append(note)
                return True
    return False
