"""Talking points: sentences that ask, commit or oblige."""

import re
from collections.abc import Iterator, Sequence

from briefer.core.model import Place, Source
from briefer.core.record import text_of
from briefer.extractors.facts import QUOTABLE
from briefer.extractors.suggestion import Suggestion

CUES: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("a call", 3, re.compile(r"\b(?:call(?:s|ed)? (?:up)?on|urge[sd]?|appeal to|let us)\b", re.I)),
    ("a commitment", 3, re.compile(r"\b(?:we (?:commit|reaffirm|pledge|recall)|we will)\b", re.I)),
    ("an obligation", 3, re.compile(r"\b(?:must|there can be no|no longer)\b", re.I)),
    ("a recommendation", 2, re.compile(r"\b(?:should|needs? to|imperative)\b", re.I)),
)
COURTESY = re.compile(r"\b(?:thank(?:s|ing)? (?:you|the)|I wish you|let me begin)\b", re.I)


def talking_points(
    source: Source, sentences: Sequence[tuple[Place, int, int]]
) -> Iterator[Suggestion]:
    """Sentences with must, should, call on, commit, urge and the like; no courtesies."""
    for place, start, end in sentences:
        words = source.text[start:end]
        if place.role not in QUOTABLE or words.endswith(("?", ":")) or COURTESY.search(words):
            continue
        for name, strength, expression in CUES:
            found = expression.search(words)
            if found:
                yield Suggestion(
                    kind="talking_point",
                    start=start,
                    end=end,
                    place=place.label(),
                    why=f"{name}: {found[0]}",
                    strength=strength,
                    speaker=text_of(source.record, "speaker"),
                )
                break
