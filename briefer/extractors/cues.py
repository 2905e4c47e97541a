"""What the rules of a language look for, compiled once."""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from briefer.extractors import english, french
from briefer.extractors.marks import Quotation
from briefer.extractors.phrases import Index, either
from briefer.extractors.tables import Table

TABLES: Mapping[str, Table] = {one.language: one for one in (english.TABLE, french.TABLE)}


class Cues(Struct, frozen=True, eq=False):
    """The table of a language, and its phrases by their first words."""

    table: Table
    index: Index


@cache
def cues_for(language: str) -> Cues:
    """The cues of a language (a tag of BCP 47); English where there is no table for it."""
    table = TABLES.get(language[:2].lower(), english.TABLE)
    others = (
        table.not_any,
        table.not_points,
        table.advice,
        table.apart,
        table.asking,
        table.first_person,
    )
    return Cues(table, Index(table.facts + table.beside + table.points + table.own_points + others))


def language_of(text: str) -> str:
    """The language whose common words are the most frequent at the beginning of a text."""
    words = text[:SAMPLE].lower().split()
    counts = {name: sum(map(words.count, one.common)) for name, one in TABLES.items()}
    return max(counts, key=lambda name: counts[name])


SAMPLE = 4000
"""Code points at the beginning of a text that tell its language."""


def is_titled(text: str, one: Quotation, table: Table) -> bool:
    """Whether the words before a quotation say that it is a title, a theme or a slogan.

    The name of a kind of work (report, film) does so only before a capital.
    """
    start = max(one.place.start, one.opened - 40)
    titled, works = _titled(table)
    if titled.search(text, start, one.opened):
        return True
    return not text[one.start].islower() and bool(works.search(text, start, one.opened))


@cache
def _titled(table: Table) -> tuple[re.Pattern[str], re.Pattern[str]]:
    titled, works = (
        re.compile(rf"(?<!\w)(?:{either(words)}),?\s*$", re.I)
        for words in (table.titled, table.works)
    )
    return titled, works
