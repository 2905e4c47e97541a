"""Facts: sentences that carry a figure."""

import re
from collections.abc import Iterator, Sequence

from briefer.core.figures import figures
from briefer.core.model import Place, Source
from briefer.core.record import text_of
from briefer.extractors.suggestion import Suggestion

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
VAGUE = re.compile(
    r"\b(?:dozens of|tens of (?:thousands|millions)|three-quarters|thousands of)\b", re.I
)

QUOTABLE = ("body", "list_item", "quotation", "table_cell")
"""Roles of paragraphs whose words are worth picking."""


def facts(source: Source, sentences: Sequence[tuple[Place, int, int]]) -> Iterator[Suggestion]:
    """Sentences with a figure; questions and lead-ins that end in a colon are left out."""
    for place, start, end in sentences:
        words = source.text[start:end]
        if place.role not in QUOTABLE or words.endswith(("?", ":")):
            continue
        found = tuple(figures(words, start))
        vague = VAGUE.search(words)
        year = YEAR.search(words)
        if not found and not vague and not year:
            continue
        triggers = [one.text for one in found] or [one[0] for one in (vague, year) if one][:1]
        yield Suggestion(
            kind="fact",
            start=start,
            end=end,
            place=place.label(),
            why=f"a figure: {', '.join(triggers)}",
            strength=3 if found else 2 if vague else 1,
            speaker=text_of(source.record, "speaker"),
            figures=found,
        )
