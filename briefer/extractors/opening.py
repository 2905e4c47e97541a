"""What a document says of itself at its head: whether it is somebody's own words, and whose."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from briefer.core.model import Place, Source
from briefer.core.record import text_of
from briefer.extractors.marks import Quotation
from briefer.extractors.names import Name, names, titles
from briefer.extractors.phrases import either
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


def is_own(source: Source, table: Table, quoted: Sequence[Quotation]) -> bool:
    """Whether a text has a speaker by its record, or is in the first person, quotations apart."""
    if text_of(source.record, "speaker"):
        return True
    heads = (one for one in source.places[:HEAD] if one.role in ("title", "heading"))
    form = _expressions(table)[4]
    if any(form.match(source.text, one.start, one.end) for one in heads):
        return True
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
    """Who speaks a text of the own: its record says so, or else its head; nobody when unsure."""
    stated = text_of(source.record, "speaker")
    if stated:
        return Speaker(stated, Words(), "title")
    head = source.places[:HEAD]
    for read in (_on_behalf, _delivered, _signed, _clause):
        for number, place in enumerate(head):
            if place.end - place.start <= SHORT and (name := read(source, head, number, table)):
                cue = Words(source.text[name.begins : name.end], name.begins, name.end)
                return Speaker(name.text, cue, "title")
    return NOBODY


def _on_behalf(source: Source, head: Sequence[Place], number: int, table: Table) -> Name | None:
    """The body that a text is delivered for: on behalf of the Group of Friends."""
    place = head[number]
    found = _expressions(table)[3].search(source.text, place.start, place.end)
    name = next(names(source.text, table.speech, found.end(), place.end), None) if found else None
    return name if name and name.kind == "body" and _follows(source, found, name) else None


def _delivered(source: Source, head: Sequence[Place], number: int, table: Table) -> Name | None:
    """The person after “statement by” or the like: of two words at least, or with a title."""
    place = head[number]
    found = _expressions(table)[2].search(source.text, place.start, place.end)
    for name in names(source.text, table.speech, found.end(), place.end) if found else ():
        whole = " " in name.text or name.begins < name.start
        if name.kind == "person" and whole and _follows(source, found, name):
            return name
    return None


def _signed(source: Source, head: Sequence[Place], number: int, table: Table) -> Name | None:
    """The person whose name is a heading, with an office behind it or in the next one."""
    place = head[number]
    if place.role not in ("title", "heading"):
        return None
    known = titles(table.speech)
    words = list(re.finditer(r"[^\s,]+", source.text[place.start : place.end]))
    named = list(takewhile(lambda one: one[0].lower() not in known, words))
    rest = [one[0].lower() for one in words[len(named) :]]
    if not rest and number + 1 < len(head):
        rest = source.text[head[number + 1].start : head[number + 1].end].lower().split()
    if not 2 <= len(named) <= 4 or table.speech.roles.isdisjoint(rest[:3]):
        return None
    end = place.start + named[-1].end()
    name = next(names(source.text, table.speech, place.start, end), None)
    whole = name and name.kind == "person" and (name.start, name.end) == (place.start, end)
    return name if whole else None


def _clause(source: Source, head: Sequence[Place], number: int, table: Table) -> Name | None:
    """The body that opens a resolution: “The General Assembly,” as a paragraph of its own."""
    place = head[number]
    name = next(names(source.text, table.speech, place.start, place.end), None)
    whole = name and source.text[name.end : place.end].strip() == ","
    return name if name and whole and name.kind == "body" else None


def _follows(source: Source, found: re.Match[str] | None, name: Name) -> bool:
    """Whether nothing but titles stands between the words that lead to a name and the name."""
    start = found.end() if found else name.begins
    return len(source.text[start : name.begins].split()) <= 4


@cache
def _expressions(table: Table) -> tuple[re.Pattern[str], ...]:
    """Words of the first person, what opens a text of the own, what leads to its speaker."""
    return (
        re.compile(rf"(?<![\w’'-])(?:{either(table.first_person.phrases)})(?![\w-])", re.I),
        re.compile(rf"(?:{either(table.openings)})(?!\w)", re.I),
        re.compile(rf"(?<!\w)(?:{either(table.speech.delivered)})\s*:?\s", re.I),
        re.compile(rf"(?<!\w)(?:{either(table.speech.on_behalf)})\s", re.I),
        re.compile(rf"(?:{either(table.forms)})(?!\w)", re.I),
    )
