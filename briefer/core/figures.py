"""Figures as they stand in a text: the number, its value, its range."""

import re
from collections.abc import Iterator

from msgspec import Struct

MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|jan|fév|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)"
)
NUMBER = re.compile(
    r"(?<!article )(?<!paragraph )(?<!resolution )(?<!para\. )(?<![\w.,:/-])"
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?)(?![\w:/])(?!\.\d)"
    rf"(?!\s{MONTH})"
    r"(?P<scale>\s(?:thousand|million|billion|mille|millions|milliards?)\b)?"
    r"(?P<unit>\s?(?:per\s?cent|%|percent|pour cent))?"
)
"""A number that counts something: no day of a month, no article, paragraph or resolution."""

YEAR = re.compile(r"(?:19|20)\d\d")
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "mille": 1e3, "millions": 1e6,
          "milliard": 1e9, "milliards": 1e9}  # fmt: skip


class Figure(Struct, frozen=True):
    """A number as it stands in the text, its value and its range (code points)."""

    text: str
    value: float
    start: int
    end: int

    def is_year(self) -> bool:
        """Whether it reads as a year of the last or this century."""
        return bool(YEAR.fullmatch(self.text))


def figures(words: str, offset: int = 0) -> Iterator[Figure]:
    """The figures in some words; `offset` is where these begin in their text."""
    for found in NUMBER.finditer(words):
        scale = SCALES.get((found["scale"] or "").strip(), 1)
        value = float(re.sub("[,\u00a0\u202f]", "", found["digits"])) * scale
        yield Figure(found[0].strip(), value, offset + found.start(), offset + found.end())
