"""Quotes: words that a text sets in quotation marks."""

import re
from collections.abc import Iterator, Sequence

from briefer.core.marked import QUOTED
from briefer.core.model import Place, Source
from briefer.extractors.facts import QUOTABLE
from briefer.extractors.suggestion import Suggestion

SHORTEST = 4
"""Words in quotation marks of fewer words are terms, not speech."""


def quotes(source: Source, sentences: Sequence[tuple[Place, int, int]]) -> Iterator[Suggestion]:
    """Quoted words without their marks; titles (mostly capitals) are left out.

    Whoever is quoted, the source is not that person's own text, so each is second hand and its
    speaker is left for a person to state.
    """
    for place in source.places:
        if place.role not in QUOTABLE:
            continue
        for found in QUOTED.finditer(source.text, place.start, place.end):
            words = found[0][1:-1]
            start = found.start() + 1 + len(words) - len(words.lstrip())
            end = found.start() + 1 + len(words.rstrip().rstrip(",;:"))  # the text's, not speech's
            if len(words.split()) < SHORTEST or _is_title(words):
                continue
            yield Suggestion(
                kind="quote",
                start=start,
                end=end,
                place=place.label(),
                why="words in quotation marks",
                strength=3,
                second_hand=True,
            )


def _is_title(words: str) -> bool:
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) > 0.6 * len(long)
