"""Facts: sentences that carry a figure."""

import re
from collections.abc import Iterator, Sequence

from briefer.core.model import Place, Source
from briefer.core.record import text_of
from briefer.extractors.suggestion import Figure, Suggestion

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
NUMBER = re.compile(
    r"(?<!article )(?<!paragraph )(?<!resolution )(?<![\w.,-])"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?!\w)"
    rf"(?!\s{MONTH})"
    r"(?P<scale>\s(?:thousand|million|billion)\b)?"
    r"(?P<unit>\s?(?:per\s?cent|%|percent))?"
)
"""A number that counts something: no day of a month, no article, paragraph or resolution."""

VAGUE = re.compile(
    r"\b(?:dozens of|tens of (?:thousands|millions)|three-quarters|thousands of)\b", re.I
)
YEAR = re.compile(r"(?:19|20)\d\d")
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}

QUOTABLE = ("body", "list_item", "quotation", "table_cell")
"""Roles of paragraphs whose words are worth picking."""


def facts(source: Source, sentences: Sequence[tuple[Place, int, int]]) -> Iterator[Suggestion]:
    """Sentences with a figure; questions and lead-ins that end in a colon are left out."""
    for place, start, end in sentences:
        words = source.text[start:end]
        if place.role not in QUOTABLE or words.endswith(("?", ":")):
            continue
        figures = tuple(_figures(words, start))
        vague = VAGUE.search(words)
        if not figures and not vague:
            continue
        measured = [one for one in figures if not YEAR.fullmatch(one.text)]
        triggers = [one.text for one in measured or figures] or [vague[0] if vague else ""]
        yield Suggestion(
            kind="fact",
            start=start,
            end=end,
            place=place.label(),
            why=f"a figure: {', '.join(triggers)}",
            strength=3 if measured else 1 if figures else 2,
            speaker=text_of(source.record, "speaker"),
            figures=figures,
        )


def _figures(words: str, offset: int) -> Iterator[Figure]:
    for found in NUMBER.finditer(words):
        scale = SCALES.get((found["scale"] or "").strip(), 1)
        value = float(found["digits"].replace(",", "")) * scale
        yield Figure(found[0].strip(), value, offset + found.start(), offset + found.end())
