"""The lines of a page as they are drawn: their words, place, size and weight."""

import ctypes
import math
import struct
from array import array
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefer.importers import pdf_letters as pdf
from briefer.importers.pdf_letters import HYPHEN, Box
from briefer.importers.pdf_rightleft import Glyph, read_clusters, reads_from_right, visual_runs

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


TWO_BOXES = struct.Struct("8f")

LATIN_SPACES = 3
"""Spaces in a line of such words; fewer may be a name or a number in the line beside it."""


class View(Struct, frozen=True):
    """How a page is seen: its box, as it is stored, turned by quarters clockwise."""

    area: Box
    quarters: int = 0

    def is_plain(self) -> bool:
        """Whether the page is seen just as it is stored, as nearly all pages are."""
        return self.quarters % 4 == 0 and self.area[0] == self.area[3] == 0

    def height(self) -> float:
        """From the foot of the page to its head."""
        left, top, right, bottom = self.area
        return right - left if self.quarters % 2 else top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is seen, from its left and its foot."""
        left, top, right, bottom = self.area
        match self.quarters % 4:
            case 0:
                return x - left, y - bottom
            case 1:
                return y - bottom, right - x
            case 2:
                return right - x, top - y
            case _:
                return top - y, x - left

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box of the page as it is seen."""
        if self.quarters % 4 == 0:
            x, y = self.area[0], self.area[3]
            return left - x, top - y, right - x, bottom - y
        x, y = self.point(left, bottom)
        x_2, y_2 = self.point(right, top)
        return min(x, x_2), max(y, y_2), max(x, x_2), min(y, y_2)


def spans(text: str) -> list[Span]:
    """Where the lines of PDFium's text begin and end: CR LF ends one, and so does a hyphen."""
    found: list[Span] = []
    start = 0
    for piece in text.split("\r\n"):
        at, end = start, start + len(piece)
        if HYPHEN in piece:
            for part in piece.split(HYPHEN)[:-1]:
                _add(found, text, at, at + len(part) + 1)
                at += len(part) + 1
        if at < end and not text[at].isspace():
            found.append((at, end))
        else:
            _add(found, text, at, end)
        start = end + 2
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        found.append((start, end))


Scales = dict[tuple[float, int], tuple[float, float]]
"""The size in which a font of some size and height is seen, and the depth below its base line."""


class Reader:
    """Reads the lines of one page; `scales` is what the pages before it have shown."""

    def __init__(self, page: int, view: View, scales: Scales) -> None:
        self._page = page
        self._view = view
        self._scales = scales
        self._fonts: dict[int, bool] = {}
        self._made = PageLines([], [])

    def lines(self) -> PageLines:
        """The lines of the page, in the order in which they are stored."""
        count = pdf.count_letters(self._page)
        if count <= 0:
            return self._made
        text = pdf.letters(self._page, count)
        found = list(spans(text))
        if not text.isascii() and reads_from_right(text):
            for start, end in found:
                if not _is_latin(text[start:end]):
                    self._letter_by_letter(text, (start, end))
            found = [span for span in found if _is_latin(text[slice(*span)])]
            if not found:
                return self._made
        if pdf.count_boxes(self._page, 0, -1) != len(found):
            found = [part for span in found for part in self._parts(text, span)]
        self._by_ends(text, found)
        if pdf.SURROGATE.search(text):
            lines = [replace(line, text=pdf.whole(line.text)) for line in self._made.lines]
            return PageLines(lines, self._made.sideways)
        return self._made

    def _by_ends(self, text: str, found: Sequence[Span]) -> None:
        """A line for each span: the boxes of its first and its last letter tell its place.

        A call for each letter would take longer than PDFium takes to read the page. The weight
        is asked for only where a heading may end: no line of text goes on below.
        """
        room = array("f", bytes(TWO_BOXES.size * len(found)))
        here = room.buffer_info()[0]
        page, loose_box = self._page, pdf.loose_box
        for start, end in found:
            loose_box(page, start, here)
            while text[end - 1] == " ":
                end -= 1
            loose_box(page, end - 1, here + 16)
            here += 32
        on = [*[text[start].islower() for start, _ in found[1:]], False]
        add = self._made.lines.append
        known, size, descent = -1, 1.0, 0.0
        for (start, end), goes_on, ends in zip(found, on, self._ends(room), strict=True):
            left, head, right, foot, left_2, head_2, right_2, foot_2 = ends
            at = start
            if foot != foot_2 or head != head_2:
                if abs(foot_2 + head_2 - foot - head) > abs(left_2 + right_2 - left - right):
                    self._made.sideways.append((pdf.whole(text[start:end]), foot_2 > foot))
                    continue
                if abs(head - foot - head_2 + foot_2) > 0.01:  # a mark, or a large initial
                    middle = (start + end) // 2
                    at = next(n for n in range(middle, -1, -1) if not text[n].isspace())
                    _, head, _, foot = self._box(at)
            height = int(1000 * (head - foot) + 0.5)
            if height != known:
                known, (size, descent) = height, self._scale(at, height, foot)
            bold = not goes_on and self._bold(start) and self._bold(end - 1)
            left = left_2 if left_2 < left else left  # what min() gives takes as long as the rest
            right = right_2 if right_2 > right else right
            add(Line(text[start:end], left, right, foot + descent, size, bold))

    def _ends(self, room: "array[float]") -> Iterator[tuple[float, ...]]:
        """The boxes of the first and the last letter of each line, as the page is seen."""
        stored = TWO_BOXES.iter_unpack(room)
        if self._view.is_plain():
            return stored
        box = self._view.box
        return ((*box(*both[:4]), *box(*both[4:])) for both in stored)

    def _scale(self, index: int, height: int, foot: float) -> tuple[float, float]:
        """The size of a letter, and how far its box reaches below the base line.

        `height` is that of its box in thousandths, and `foot` where the box ends.
        """
        told = pdf.font_size(self._page, index)
        key = (told, height)
        if key not in self._scales:
            _, _, c, d, _, _ = pdf.matrix(self._page, index)
            base = self._view.point(*pdf.origin(self._page, index))[1]
            self._scales[key] = (told * math.hypot(c, d) or 1.0, base - foot)
        return self._scales[key]

    def _size(self, index: int) -> float:
        _, head, _, foot = self._box(index)
        return self._scale(index, int(1000 * (head - foot) + 0.5), foot)[0]

    def _bold(self, index: int) -> bool:
        """Whether a letter is of a bold font."""
        font = pdf.font_of(pdf.text_object(self._page, index) or 0) or 0
        if font not in self._fonts:
            self._fonts[font] = pdf.is_bold(font)
        return self._fonts[font]

    def _box(self, index: int) -> Box:
        room = (ctypes.c_float * 4)()
        pdf.loose_box(self._page, index, ctypes.addressof(room))
        return self._view.box(*room)

    def _parts(self, text: str, span: Span) -> Iterator[Span]:
        """A line of PDFium's cut where its text objects stand apart, go back or are raised."""
        start, end = span
        count = pdf.count_boxes(self._page, start, end - start)
        if count < 2:
            yield span
            return
        boxes = [self._view.box(*box) for box in pdf.boxes(self._page, count)]
        ends = (start, start + len(text[start:end].rstrip()) - 1)
        size = max(self._size(at) for at in ends)  # it may begin or end with a mark
        passed = 0
        for number in range(1, count):
            if _parted(boxes[number - 1], boxes[number], size):
                at = self._beginning(start, end, number - passed)
                yield start, at
                start, passed = at, number
        yield start, end

    def _beginning(self, start: int, end: int, number: int) -> int:
        """Where the text object of that number begins, counted from a letter that begins one."""
        step = 8
        while start + step < end and pdf.count_boxes(self._page, start, step) <= number:
            step *= 2
        low, high = start + step // 2, min(end, start + step)
        low = start if step == 8 else low
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
        _, head, _, foot = self._box(span[0])
        size, descent = self._scale(span[0], int(1000 * (head - foot) + 0.5), foot)
        bold = self._bold(span[0])
        for run in visual_runs(clusters, SPACE * size, GAP * size):
            letters = tuple(one.text for one in run)
            left, right = run[0].left, max(one.right for one in run)
            self._made.lines.append(
                Line("".join(letters), left, right, foot + descent, size, bold, letters)
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


def _is_latin(words: str) -> bool:
    """Whether a line among others from right to left is clearly one of words from left to right."""
    if words.count(" ") < LATIN_SPACES or reads_from_right(words):
        return False
    return any(map(str.isalpha, words))


def _parted(one: Box, other: Box, size: float) -> bool:
    """Whether two text objects that follow each other in a line may not belong together."""
    gap = max(other[0] - one[2], one[0] - other[2])
    goes_back = other[0] < one[0] - size / 2
    lower = min(one[1] - one[3], other[1] - other[3])
    raised = abs(other[3] - one[3]) > 0.28 * size and lower < 0.65 * size
    return gap > GAP * size or goes_back or raised
