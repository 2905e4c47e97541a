"""What a document says of itself at its head: whether it is somebody's own words, and whose."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from briefer.extractors.phrases import either
from briefer.core.model import Source
from briefer.core.record import text_of
from briefer.extractors.marks import Quotation
from briefer.extractors.names import Name, names
from briefer.extractors.suggestion import NOBODY, Speaker, Words
from briefer.extractors.tables import Table

HEAD = 14
"""Paragraphs at the beginning that are looked at for who speaks."""

SHORT = 240
"""Code points of a paragraph that can say who speaks, at most."""

SAMPLE = 20_000
"""Code points in which words of the first person are counted."""

SPOKEN = ("body", "list_item", "quotation")
"""Roles of paragraphs in which they are."""

OFTEN = 500
"""A text is somebody's own with one word of the first person in so many."""

CLAUSES = 3
"""Clauses of a resolution that make a text one."""


def is_own(source: Source, table: Table, quoted: Sequence[Quotation]) -> bool:
    """Whether a text is in the first person, outside its quotations."""
    places = [one for one in source.places if one.role in SPOKEN and one.start < SAMPLE]
    said = " ".join(source.text[one.start : one.end] for one in places)
    for one in quoted:
        if one.opened >= SAMPLE:
            break
        said = said.replace(source.text[one.opened : one.closed], " ", 1)
    body, opening = _expressions(table)[:2]
    persons = len(body.findall(said))
    return persons > 1 and (
        persons * OFTEN >= len(said.split())
        or any(opening.match(source.text, place.start) for place in source.places[:HEAD])
    )


def document_speaker(source: Source, table: Table) -> Speaker:
    """Who speaks a text of the own: its record says so, or else its head."""
    stated = text_of(source.record, "speaker")
    if stated:
        return Speaker(stated, Words(), "title")
    by = _expressions(table)[2]
    for place in islice(source.places, HEAD):
        if place.end - place.start > SHORT:
            continue
        found = by.search(source.text, place.start, place.end)
        for name in names(source.text, table, found.end(), place.end) if found else ():
            if name.kind != "office" and _at(source, found.end(), name, table):
                return _speaker(source, name)
    for place in source.places[:HEAD]:
        if place.role in ("title", "heading") and place.end - place.start <= SHORT:
            name = next(names(source.text, table, place.start, place.end), None)
            if name and name.kind == "person" and _stands_alone(source, name, place.start, place.end, table):
                return _speaker(source, name)
    return NOBODY


def _speaker(source: Source, name: Name) -> Speaker:
    cue = Words(source.text[name.begins : name.end], name.begins, name.end)
    return Speaker(name.text, cue, "title")


def _at(source: Source, start: int, name: Name, table: Table) -> bool:
    """Whether nothing but titles stands between “statement by” and a name."""
    between = re.findall(r"\w+", source.text[start : name.begins].lower())
    return len(between) <= 4


def _stands_alone(source: Source, name: Name, start: int, end: int, table: Table) -> bool:
    """Whether a heading is a name of at least two words, and perhaps an office."""
    rest = source.text[name.end : end].strip(" ,\n")
    follows = rest.split(maxsplit=1)[0].lower() if rest else ""
    known = not rest or follows in table.roles or follows in table.adjuncts
    return name.begins == start and " " in name.text and known


@cache
def _expressions(table: Table) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words of the first person, what opens a text of the own, and what names its speaker."""
    return (
        re.compile(rf"(?<![\w’'-])(?:{either(table.first_person.phrases)})(?![\w-])", re.I),
        re.compile(rf"(?:{either(table.openings)})(?!\w)", re.I),
        re.compile(rf"(?<!\w)(?:{either(table.delivered)})\s*:?\s", re.I),
    )
