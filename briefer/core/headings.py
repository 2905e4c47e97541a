"""What a whole text says of itself at its head: its language, its day, its place, its subject."""

import re
from collections.abc import Sequence

from msgspec import Struct

from briefer.core.figure_words import figure_words
from briefer.core.model import Source
from briefer.core.moments import moments
from briefer.core.places import main_place
from briefer.core.record import Date, text_of
from briefer.core.topics import content

HEAD = 8
"""Paragraphs at the beginning of a text in which its day may stand."""

SHORT = 160
"""Code points of a line that may be a title, or hold the day of its text."""

DATELINE = re.compile(r"(?:^|\D)(\d{1,2}(?:st|nd|rd|th|er)?\s[^\W\d]+\s(?:19|20)\d\d)(?!\d)")
FRENCH = re.compile(r"\b(?:le|la|les|des|une|est|dans|pour|que|qui|sur|aux|du)\b", re.I)
ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|is|for|are|was|with|have)\b", re.I)
SAMPLE = 4000
"""Code points from which the language of a text is told."""


class Head(Struct, frozen=True):
    """What dates and places the statements of a text that do not say so themselves."""

    language: str
    """A language tag of BCP 47."""
    issued: str
    """ISO 8601, as the record states it; “” where it does not."""
    day: str
    """ISO 8601: that of the record, or the first day that the head of the text names."""
    places: frozenset[str]
    subject: frozenset[str]
    """The words of its title."""


def head_of(source: Source, language: str = "") -> Head:
    """Reads the head of a source; a language that is given counts before that of the record."""
    language = language or text_of(source.record, "language") or _language(source.text[:SAMPLE])
    issued = issued_of(source)
    titles = _titles(source)
    return Head(
        language=language,
        issued=issued,
        day=issued or _day(source, language),
        places=main_place(source.text, titles),
        subject=frozenset(word for title in titles for word in content(title)),
    )


def issued_of(source: Source) -> str:
    """The date of a source as ISO 8601 writes it, or “”."""
    value = source.record["issued"].value if "issued" in source.record else None
    return value.iso() if isinstance(value, Date) else ""


def _titles(source: Source) -> Sequence[str]:
    """The title, or else the headings that the text begins with, and its first line."""
    head = [one for one in source.places[:HEAD] if one.end - one.start <= SHORT]
    titles = [one for one in head if one.role == "title"] or [
        one for one in head if one.role == "heading"
    ]
    chosen = [*source.places[:1], *titles[:1]]
    stated = text_of(source.record, "title")
    said = [source.text[one.start : one.end] for one in chosen if one.end - one.start <= SHORT]
    return list(dict.fromkeys([*([stated] if stated else []), *said]))


def _language(text: str) -> str:
    return "fr" if len(FRENCH.findall(text)) > 2 * len(ENGLISH.findall(text)) else "en"


def _day(source: Source, language: str) -> str:
    """The first day that a line at the head of the text names."""
    known = figure_words(language).in_[0]
    for place in source.places[:HEAD]:
        found = DATELINE.search(source.text[place.start : min(place.end, place.start + SHORT)])
        dated = moments(f"{known} {found[1]}", language) if found else ()
        if dated and dated[0].as_of:
            return dated[0].as_of
    return ""
