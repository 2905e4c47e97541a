"""The lines at the head and the foot of a document, where it says what it is."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from msgspec import Struct

from briefer.core.model import Mark, Place, Role
from briefer.core.record_cues import either

HEAD_PLACES = 60
HEAD = 8000
TAIL_PLACES = 10
"""Paragraphs and code points in which a document's head is looked for; paragraphs of its foot."""

LONGEST = 1500
"""Code points of a paragraph that are looked at."""

LONGEST_NOTE = 120
"""Code points of such a paragraph."""

LONGEST_HEADING = 500
"""Code points of a paragraph that may be a heading."""

LONGEST_TITLE = 60
"""Words of a paragraph that is still no prose."""

STOPS = tuple(".!?…;:,")
CLOSERS = "”\"’')]*"


class Line(Struct, frozen=True):
    """A paragraph at the head or foot: its words, character for character, and their place.

    `breaks` are where line breaks stand in the words.
    """

    words: str
    start: int
    role: Role
    level: int = 0
    breaks: tuple[int, ...] = ()
    is_whole: bool = True
    near: bool = False
    """Whether it follows the paragraph before it without an empty line."""

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.words)

    def parts(self) -> Iterator["Line"]:
        """Its lines, where it has line breaks."""
        begin = 0
        for stop in (*self.breaks, len(self.words)):
            part = self.words[begin:stop]
            stripped = part.lstrip()
            start = self.start + begin + len(part) - len(stripped)
            yield Line(stripped.rstrip(), start, self.role, self.level)
            begin = stop


def head(text: str, places: Sequence[Place], marks: Sequence[Mark]) -> Iterator[Line]:
    """The first paragraphs: at most sixty, and 8,000 code points."""
    chosen = list(takewhile(lambda one: one.start < HEAD, places[:HEAD_PLACES]))
    breaks = [
        mark.start
        for mark in takewhile(lambda one: one.start < HEAD, marks)
        if mark.kind == "line_break"
    ]
    return (_line(text, place, breaks) for place in chosen)


def tail(text: str, places: Sequence[Place]) -> list[Line]:
    """The last paragraphs, ten at most."""
    return [_line(text, place, ()) for place in places[-TAIL_PLACES:]]


def _line(text: str, place: Place, breaks: Sequence[int]) -> Line:
    end = min(place.end, place.start + LONGEST)
    words = text[place.start : end]
    inside = {one - place.start for one in breaks if place.start < one < end} if breaks else set()
    if "\n" in words:
        inside |= {found.start() for found in re.finditer("\n", words)}
    near = place.start > 0 and not text.endswith("\n\n", 0, place.start)
    return Line(
        words, place.start, place.role, place.level, tuple(sorted(inside)), end == place.end, near
    )


def joined(line: Line, others: Sequence[Line]) -> Line:
    """A line and those it goes on in, as one; the space between them is as wide as in the text."""
    words = line.words
    for one in others:
        words += " " * (one.start - line.start - len(words)) + one.words
    return Line(words, line.start, line.role, line.level)


def goes_on(line: Line) -> bool:
    """Whether a line goes on with the one before it: it begins small and is no sentence."""
    return line.words[:1].islower() and not line.words.endswith(STOPS)


@cache
def _sections() -> re.Pattern[str]:
    return re.compile(either("sections"), re.I)


def is_short(line: Line) -> bool:
    """Whether a paragraph at the foot may be a byline, a signature or a date."""
    return len(line.words) <= LONGEST_NOTE


def is_prose(line: Line) -> bool:
    """Whether a paragraph is so long that it can only be prose, or a list of names."""
    return line.role == "body" and len(line.words) > LONGEST_HEADING


def ends_head(line: Line) -> bool:
    """Whether a line that says nothing of use is where the text itself begins.

    A sentence, a salutation, a long paragraph, “Introduction”.
    """
    words = line.words
    if not line.is_whole or _sections().fullmatch(words):
        return True
    is_long = len(words.split()) > LONGEST_TITLE
    if line.role in ("title", "heading"):
        return is_long
    return is_long or words.rstrip(CLOSERS).endswith(STOPS)
