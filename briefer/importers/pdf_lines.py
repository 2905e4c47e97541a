"""The lines of a page as they are drawn: their words, place, size and weight."""

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from briefer.importers import pdf_letters as pdf
from briefer.importers.pdf_letters import HYPHEN, Box
from briefer.importers.pdf_rightleft import Glyph, read_clusters, reads_from_right, visual_runs

Turn = Callable[[float, float], tuple[float, float]]
"""Takes a point of the page and gives it as a reader sees the page, upwards from its foot."""

Span = tuple[int, int]


class Line(Struct, frozen=True, gc=False):
    """Words drawn side by side: a hyphen that ends a line is HYPHEN; spaces at the end stay.

    `letters` are the same words from left to right, each letter with its marks, on a page that
    holds a script written from right to left; on other pages there are none. `raised` are the
    ranges of the text that are small and stand above the base line: footnote marks, exponents.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    letters: tuple[str, ...] = ()
    raised: tuple[Span, ...] = ()


class PageLines(Struct, frozen=True):
    """The lines of a page as they are stored, and the words that stand on their side.

    With the latter it is told whether they rise, from the foot of the page to its head.
    """

    lines: list[Line]
    sideways: list[tuple[str, bool]]


GAP = 1.0
"""The gap between words, in ems, that may part two columns or cells."""

SPACE = 0.17
"""The gap, in ems, that is a space where none is written."""


def turned(rotation: int, area: Box) -> Turn:
    """How points are seen on a page turned by `rotation` quarters clockwise; `area` is its box."""
    left, top, right, bottom = area
    turns: tuple[Turn, ...] = (
        lambda x, y: (x - left, y - bottom),
        lambda x, y: (y - bottom, right - x),
        lambda x, y: (right - x, top - y),
        lambda x, y: (top - y, x - left),
    )
    return turns[rotation % 4]


def spans(text: str) -> Iterator[Span]:
    """Where the lines of PDFium's text begin and end: CR LF ends one, and so does a hyphen."""
    start = 0
    for piece in text.split("\r\n"):
        at = start
        for part in piece.split(HYPHEN) if HYPHEN in piece else (piece,):
            end = at + len(part)
            if blank := len(part) - len(part.lstrip()):
                at += blank
            if at < end:
                yield at, min(end + 1, start + len(piece))
            at = end + 1
        start += len(piece) + 2


class Reader:
    """Reads the lines of one page; what it finds out about its fonts it keeps."""

    def __init__(self, page: int, turn: Turn) -> None:
        self._page = page
        self._turn = turn
        self._fonts: dict[int, bool] = {}
        self._scales: dict[tuple[float, int], tuple[float, float]] = {}
        self._made = PageLines([], [])

    def lines(self) -> PageLines:
        """The lines of the page, in the order in which they are stored."""
        count = pdf.count_letters(self._page)
        if count <= 0:
            return self._made
        text = pdf.letters(self._page, count)
        found = list(spans(text))
        if reads_from_right(text):
            for span in found:
                self._letter_by_letter(text, span)
            return self._made
        if pdf.count_boxes(self._page, 0, -1) != len(found):
            found = [part for span in found for part in self._parts(span)]
        self._by_ends(text, found)
        return self._made

    def _by_ends(self, text: str, found: Sequence[Span]) -> None:
        """A line for each span: the boxes of its first and its last letter tell its place.

        A call for each letter would take longer than PDFium takes to read the page.
        """
        room = (ctypes.c_float * (8 * len(found)))()
        here = ctypes.addressof(room)
        for start, end in found:
            pdf.loose_box(self._page, start, here)
            pdf.loose_box(self._page, start + len(text[start:end].rstrip()) - 1, here + 16)
            here += 32
        flat = room[:]
        for at, (start, end) in enumerate(found):
            first = self._seen(flat[8 * at : 8 * at + 4])
            last = self._seen(flat[8 * at + 4 : 8 * at + 8])
            words = pdf.whole(text[start:end])
            if _stands_sideways(first, last):
                self._made.sideways.append((words, last[1] > first[1]))
                continue
            size, descent, bold = self._font(start, first)
            left, right = min(first[0], last[0]), max(first[2], last[2])
            self._made.lines.append(Line(words, left, right, first[1] + descent, size, bold))

    def _seen(self, box: Sequence[float]) -> Box:
        """Left, foot, right, head of a box (left, top, right, bottom) as a reader sees it."""
        x, y = self._turn(box[0], box[3])
        x_2, y_2 = self._turn(box[2], box[1])
        return min(x, x_2), min(y, y_2), max(x, x_2), max(y, y_2)

    def _font(self, index: int, box: Box) -> tuple[float, float, bool]:
        """The size of a letter, how far its box reaches below the base line, and its weight."""
        told = pdf.font_size(self._page, index)
        key = (told, round(100 * (box[3] - box[1])))
        if key not in self._scales:
            _, _, c, d, _, _ = pdf.matrix(self._page, index)
            base = self._turn(*pdf.origin(self._page, index))[1]
            self._scales[key] = (told * math.hypot(c, d) or 1.0, base - box[1])
        font = pdf.font_of(pdf.text_object(self._page, index) or 0) or 0
        if font not in self._fonts:
            self._fonts[font] = pdf.is_bold(font)
        return (*self._scales[key], self._fonts[font])

    def _box(self, index: int) -> Box:
        room = (ctypes.c_float * 4)()
        pdf.loose_box(self._page, index, ctypes.addressof(room))
        return self._seen(room[:])

    def _parts(self, span: Span) -> Iterator[Span]:
        """A line of PDFium's cut where its text objects stand apart, go back or are raised."""
        start, end = span
        count = pdf.count_boxes(self._page, start, end - start)
        if count < 2:
            yield span
            return
        boxes = [self._seen(box) for box in pdf.boxes(self._page, count)]
        size = self._font(start, self._box(start))[0]
        for number in range(1, count):
            if _parted(boxes[number - 1], boxes[number], size):
                at = self._beginning(start, end, number, span[0])
                if start < at:
                    yield start, at
                    start = at
        yield start, end

    def _beginning(self, low: int, high: int, number: int, start: int) -> int:
        """Where the text object of that number begins in a line, by halving."""
        while low < high:
            middle = (low + high) // 2
            if pdf.count_boxes(self._page, start, middle + 1 - start) > number:
                high = middle
            else:
                low = middle + 1
        return low

    def _letter_by_letter(self, text: str, span: Span) -> None:
        """The lines of a span in a script from right to left, each letter where it is drawn."""
        clusters = read_clusters(self._glyphs(text, span))
        if not clusters:
            return
        first = self._box(span[0])
        size, descent, bold = self._font(span[0], first)
        for run in visual_runs(clusters, SPACE * size, GAP * size):
            letters = tuple(one.text for one in run)
            left, right = run[0].left, max(one.right for one in run)
            self._made.lines.append(
                Line("".join(letters), left, right, first[1] + descent, size, bold, letters)
            )

    def _glyphs(self, text: str, span: Span) -> Iterator[Glyph]:
        """The letters of a span with their boxes, without spaces that are made up or empty."""
        at, end = span
        while at < end:
            width = 2 if "\ud800" <= text[at] < "\udc00" and at + 1 < end else 1
            words = pdf.whole(text[at : at + width])
            left, _, right, _ = self._box(at)
            blank = words == " " and (right - left < 0.01 or pdf.is_generated(self._page, at))
            if words and not blank:
                yield Glyph(words, left, right)
            at += width


def _stands_sideways(first: Box, last: Box) -> bool:
    """Whether the way from the first letter to the last goes up or down rather than along."""
    rises = abs(last[1] + last[3] - first[1] - first[3])
    return rises > abs(last[0] + last[2] - first[0] - first[2])


def _parted(one: Box, other: Box, size: float) -> bool:
    """Whether two text objects that follow each other in a line may not belong together."""
    gap = max(other[0] - one[2], one[0] - other[2])
    goes_back = other[0] < one[0] - size / 2
    lower = min(one[3] - one[1], other[3] - other[1])
    raised = abs(other[1] - one[1]) > 0.28 * size and lower < 0.65 * size
    return gap > GAP * size or goes_back or raised
