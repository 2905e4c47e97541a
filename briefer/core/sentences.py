"""Sentences of a source with exact offsets: paragraph by paragraph, cut by sentencex, repaired."""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefer.core.model import Place, Source

UNFINISHED = re.compile(
    r"\b(?:para|paras|art|arts|amb|approx|ft|no|nos|pp|p|cf|vol|ch|sec|fig|mr|mrs|ms|dr|prof|st"
    r"|gen|col|lt|hon|rev|vs|etc|e\.g|i\.e)\.\s*$",
    re.I,
)
"""A stop after these is an abbreviation's, not a sentence's."""

MISSED = re.compile(r"(\b[a-zß-öø-ÿ]{3,}\.)\s+(?=[A-ZÀ-ÖØ-Þ])")
"""A stop that sentencex may take for that of an abbreviation in capitals: Ore., Wash."""

WHOLE: frozenset[str] = frozenset({"title", "heading", "caption", "boilerplate", "table_cell"})
"""Paragraphs of these roles are one piece each."""


def sentences(source: Source) -> Iterator[tuple[Place, int, int]]:
    """Each sentence as its paragraph and its range in the text (code points), in order."""
    for place in source.places:
        if place.role in WHOLE:
            yield place, place.start, place.end
        else:
            for start, end in split(source.text[place.start : place.end]):
                yield place, place.start + start, place.start + end


@lru_cache(4096)
def split(words: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """The ranges of the sentences of one paragraph, white space around them left out.

    A cut after an abbreviation, or before a lower-case word, is taken back. `language` is a
    language tag of BCP 47.
    """
    import sentencex  # slow to load, and the window starts without it

    found: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries(language[:2], words):
        start, end = boundary["start_index"], boundary["end_index"]
        cut = words[start:end]
        start, end = start + len(cut) - len(cut.lstrip()), end - len(cut) + len(cut.rstrip())
        if start >= end:
            continue
        if found and _runs_on(words[slice(*found[-1])], words[start:end]):
            start = found.pop()[0]
        found += _parted(words, start, end)
    return tuple(found)


def _parted(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut after a whole word in small letters, which is no abbreviation: … full of ore. Dogs …"""
    for found in MISSED.finditer(words, start, end):
        if not UNFINISHED.search(words[max(start, found.end(1) - 8) : found.end(1)]):
            yield start, found.end(1)
            start = found.end()
    yield start, end


def _runs_on(before: str, after: str) -> bool:
    return bool(UNFINISHED.search(before[-8:])) or after[0].islower()
