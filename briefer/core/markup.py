"""Light Markdown as a layer over the text: what is taken out, and the marks that remain."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefer.core.changes import Follower, apply
from briefer.core.model import Change, Mark, MarkKind, Place


class Markup(Struct, frozen=True):
    """The changes that take the markup out, and the places and marks of the text without it."""

    changes: list[Change]
    places: tuple[Place, ...]
    marks: tuple[Mark, ...]


_Line = tuple[int, int, str, re.Match[str] | None]
"""A line that holds more than white space: its range and words without its line end, its marker."""

_Breaks = tuple[tuple[int, int], ...]
_Paragraph = tuple[int, int, str, _Breaks]
"""A paragraph of the text with markup: its content, behind the marker it opens with, the marker,
and its hard breaks. Plain tuples, like lines: a large text has very many of them."""


MARKER = re.compile(
    r"[ \t]*(?P<marker>#{1,6}(?=[ \t])|[-*+•‣](?=[ \t])|\d{1,3}[.)](?=[ \t])|>)[ \t]*(?=\S)"
)
"""Heading, list item, numbered list item or quotation, as CommonMark opens them."""

ESCAPE = re.compile(r"\\(?=[*_#+\-.>~|!\[\]()`])")
STRONG = re.compile(r"(?<![*\w])\*\*(?=[^\s*])(?:.*?[^\s*])?\*\*(?![*\w])", re.DOTALL)
EMPHASIS = re.compile(
    r"(?<![*\w])\*(?=[^\s*])(?:[^*]*[^\s*])?\*(?![*\w])"
    r"|(?<![_\w])_(?=[^\s_])(?:[^_\n]*[^\s_])?_(?![_\w])"
)
STRONG_END = re.compile(r"(?<=[^\s*])\*\*(?![*\w])")
"""How the first of these ends. Where none follows none is looked for, from every beginning anew."""

TEXT_END = re.compile(r"\Z")
HIDDEN = "\ue000"

SHORTEST_WRAPPED = 35
LONGEST_WRAPPED = 120
SENTENCE_END = re.compile(r"[.!?:;…][”\"’'»)\]]*$")


def read_markup(text: str, *, inline: bool = True) -> Markup:
    """Finds the paragraphs and the markup of a cleaned text (offsets in code points).

    Without `inline`, escapes, emphasis and hard breaks stay in the text.
    """
    changes: list[Change] = []
    marks: list[Mark] = []
    paragraphs = list(_paragraphs(_lines(text)))
    for start, end, marker, breaks in paragraphs:
        if marker:
            line_start = text.rfind("\n", 0, start) + 1
            changes.append(Change(line_start, start, ""))
        if inline and (breaks or _is_signed(text[start:end])):
            inner, found = _inline(text, start, end, breaks)
            changes += inner
            marks += found
    follow = Follower(changes) if changes else int  # most texts have no markup
    at = [Mark(follow(mark.start), follow(mark.end), mark.kind) for mark in marks]
    places = [
        Place(number, follow(start), follow(end), marker=marker)
        for number, (start, end, marker, _) in enumerate(paragraphs, start=1)
    ]
    return Markup(changes, tuple(places), tuple(sorted(at, key=lambda mark: mark.start)))


def _paragraphs(lines: Sequence[_Line]) -> Iterator[_Paragraph]:
    """Each non-empty line, with those that a hard break, wrapping or hanging joins to it."""
    wrapped = _is_wrapped(lines)
    content, end, name, words = 0, -1, "", ""
    breaks: list[tuple[int, int]] = []
    for begin, stop, line, marker in lines:
        goes_on = begin == end + 1 and end >= 0 and not marker
        if goes_on and words.endswith("  "):
            breaks.append((_last(words, end, " "), begin + _indent(line)))
        elif not (goes_on and (wrapped or (name and line[:2].isspace())) and _runs_on(name)):
            if end >= 0:
                yield content, _last(words, end), name, tuple(breaks)
            name = marker["marker"] if marker else ""
            content = marker.end() if marker else begin + _indent(line)
            breaks = []
        end, words = stop, line
    if end >= 0:
        yield content, _last(words, end), name, tuple(breaks)


def _runs_on(marker: str) -> bool:
    """A heading ends with its line; everything else may run on in wrapped text."""
    return not marker.startswith("#")


def _lines(text: str) -> list[_Line]:
    """The lines of a text; one that begins with a letter has no marker, which is soon told."""
    lines: list[_Line] = []
    start = 0
    for words in text.split("\n"):
        end = start + len(words)
        if words and not words.isspace():
            marker = None if words[0].isalpha() else MARKER.match(text, start, end)
            lines.append((start, end, words, marker))
        start = end + 1
    return lines


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _last(line: str, end: int, space: str | None = None) -> int:
    """Where the words of a line that ends at `end` end themselves."""
    return end - len(line) + len(line.rstrip(space))


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether lines were broken at a width: most that run on are of middling length and unended."""
    running = [
        words.rstrip()
        for (_, end, words, _), (after, _, _, marker) in pairwise(lines)
        if after == end + 1 and not marker and not words.endswith("  ")
    ]
    unended = [
        line
        for line in running
        if SHORTEST_WRAPPED <= len(line) <= LONGEST_WRAPPED and not SENTENCE_END.search(line)
    ]
    return len(unended) >= 3 and len(unended) > 0.6 * len(running)


def _is_signed(words: str) -> bool:
    """Whether there may be markup in a paragraph: a cheap question, and mostly there is none."""
    return "*" in words or "_" in words or "\\" in words


def _inline(text: str, start: int, end: int, breaks: _Breaks) -> tuple[list[Change], list[Mark]]:
    """Escapes, hard breaks and emphasis of one paragraph, as ordered changes and as marks."""
    words = text[start:end]
    changes = [Change(begin, stop, " ") for begin, stop in breaks]
    marks = [Mark(begin, stop, "line_break") for begin, stop in breaks]
    signs = [found.start() for found in ESCAPE.finditer(words)]
    changes += (Change(start + at, start + at + 1, "") for at in signs)
    words = _hidden(words, [(at, at + 2) for at in signs])
    for expression, ending, width, kind in _EMPHASES:
        hidden: list[tuple[int, int]] = []
        ends = [found.end() for found in ending.finditer(words)]
        for found in expression.finditer(words, 0, ends[-1] if ends else 0):
            begin, stop = found.span()
            hidden += ((begin, begin + width), (stop - width, stop))
            marks.append(Mark(start + begin + width, start + stop - width, kind))
        changes += (Change(start + begin, start + stop, "") for begin, stop in hidden)
        words = _hidden(words, hidden)
    return sorted(changes, key=lambda change: change.start), marks


_EMPHASES: tuple[tuple[re.Pattern[str], re.Pattern[str], int, MarkKind], ...] = (
    (STRONG, STRONG_END, 2, "strong"),
    (EMPHASIS, TEXT_END, 1, "emphasis"),
)


def _hidden(words: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The words with ranges blanked, so that no later expression sees them."""
    return apply(words, [Change(start, end, HIDDEN * (end - start)) for start, end in ranges])
