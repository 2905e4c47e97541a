"""Facts: sentences that carry a figure."""

import re
from collections.abc import Iterator, Sequence

from briefer.core.figures import figures
from briefer.core.model import Place, Source
from briefer.core.record import text_of
from briefer.extractors.suggestion import Suggestion

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
        if not found and not vague:
            continue
        measured = list(found)
        triggers = [one.text for one in measured or found] or [vague[0] if vague else ""]
        yield Suggestion(
            kind="fact",
            start=start,
            end=end,
            place=place.label(),
            why=f"a figure: {', '.join(triggers)}",
            strength=3 if measured else 1 if found else 2,
            speaker=text_of(source.record, "speaker"),
            figures=found,
        )
