"""Light Markdown as a layer over the text: what is taken out, and the marks that remain."""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefer.core.changes import Follower
from briefer.core.model import Change, Mark, MarkKind, Place


class Markup(Struct, frozen=True):
    """The changes that take the markup out, and the places and marks of the text without it."""

    changes: list[Change]
    places: tuple[Place, ...]
    marks: tuple[Mark, ...]


class _Paragraph(Struct, frozen=True):
    """A paragraph of the text with markup: its content, behind the marker it opens with."""

    start: int
    end: int
    marker: str
    breaks: tuple[tuple[int, int], ...]


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
    paragraphs = list(_paragraphs(text))
    for paragraph in paragraphs:
        if paragraph.marker:
            line_start = text.rfind("\n", 0, paragraph.start) + 1
            changes.append(Change(line_start, paragraph.start, ""))
        if inline:
            inner, found = _inline(text, paragraph)
            changes += inner
            marks += found
    follow = Follower(changes)
    at = [Mark(follow(mark.start), follow(mark.end), mark.kind) for mark in marks]
    places = [
        Place(number, follow(one.start), follow(one.end), marker=one.marker)
        for number, one in enumerate(paragraphs, start=1)
    ]
    return Markup(changes, tuple(places), tuple(sorted(at, key=lambda mark: mark.start)))


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Each non-empty line, with those that a hard break, wrapping or hanging joins to it."""
    lines = _lines(text)
    wrapped = _is_wrapped(text, lines)
    at = 0
    while at < len(lines):
        start, end = lines[at]
        breaks = []
        at += 1
        marker = MARKER.match(text, start, end)
        while at < len(lines) and lines[at][0] == end + 1 and not MARKER.match(text, *lines[at]):
            hard = text[start:end].endswith("  ")
            hangs = marker is not None and text[slice(*lines[at])][:2].isspace()
            if not hard and not ((wrapped or hangs) and _runs_on(marker)):
                break
            if hard:
                spaces = start + len(text[start:end].rstrip(" "))
                breaks.append((spaces, lines[at][0] + _indent(text[slice(*lines[at])])))
            end = lines[at][1]
            at += 1
        content = marker.end() if marker else start + _indent(text[start:end])
        name = marker["marker"] if marker else ""
        yield _Paragraph(content, _stripped_end(text, content, end), name, tuple(breaks))


def _runs_on(marker: re.Match[str] | None) -> bool:
    """A heading ends with its line; everything else may run on in wrapped text."""
    return marker is None or not marker["marker"].startswith("#")


def _lines(text: str) -> list[tuple[int, int]]:
    """The ranges of the lines that hold more than white space, without their line ends."""
    return [found.span() for found in re.finditer(r"[^\n]+", text) if not found[0].isspace()]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _stripped_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines were broken at a width: most that run on are of middling length and unended."""
    running = [
        text[start:end].rstrip()
        for (start, end), (after, stop) in zip(lines, lines[1:], strict=False)
        if after == end + 1
        and not text[start:end].endswith("  ")
        and not MARKER.match(text, after, stop)
    ]
    unended = [
        line
        for line in running
        if SHORTEST_WRAPPED <= len(line) <= LONGEST_WRAPPED and not SENTENCE_END.search(line)
    ]
    return len(unended) >= 3 and len(unended) > 0.6 * len(running)


def _inline(text: str, paragraph: _Paragraph) -> tuple[list[Change], list[Mark]]:
    """Escapes, hard breaks and emphasis of one paragraph, as ordered changes and as marks."""
    start = paragraph.start
    words = text[start : paragraph.end]
    changes = [Change(begin, end, " ") for begin, end in paragraph.breaks]
    marks = [Mark(begin, end, "line_break") for begin, end in paragraph.breaks]
    if not ("*" in words or "_" in words or "\\" in words):  # most paragraphs: a cheap question
        return changes, marks
    for found in ESCAPE.finditer(words):
        changes.append(Change(start + found.start(), start + found.end(), ""))
        words = _hidden(words, found.start(), found.end() + 1)
    for expression, width, kind in _EMPHASES:
        for found in expression.finditer(words):
            begin, end = found.span()
            changes += (
                Change(start + begin, start + begin + width, ""),
                Change(start + end - width, start + end, ""),
            )
            marks.append(Mark(start + begin + width, start + end - width, kind))
            words = _hidden(_hidden(words, begin, begin + width), end - width, end)
    return sorted(changes, key=lambda change: change.start), marks


_EMPHASES: tuple[tuple[re.Pattern[str], int, MarkKind], ...] = (
    (STRONG, 2, "strong"),
    (EMPHASIS, 1, "emphasis"),
)


def _hidden(words: str, start: int, end: int) -> str:
    """The words with a range blanked, so that no later expression sees it."""
    return words[:start] + HIDDEN * (end - start) + words[end:]
