"""The map between positions in the reader's text widget and code points of the source's text.

The widget counts UTF-16 units, shows each paragraph as one block, and one position lies between
two blocks. White space between paragraphs of the source is not in the widget.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from briefer.core.model import Mark, Place

LINE_SEPARATOR = "\u2028"
"""Breaks a line inside a block."""

_SHOWN = str.maketrans(
    {"\n": " ", "\u2029": LINE_SEPARATOR, "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"}
)
"""One position for one: what would begin a new block in the widget is shown otherwise."""


def units(text: str) -> int:
    """How many positions of the widget a text takes up."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shown_text(text: str, place: Place, breaks: Sequence[Mark] = ()) -> str:
    """A paragraph as the widget is given it: as many code points, its line breaks made visible."""
    shown = text[place.start : place.end].translate(_SHOWN)
    for mark in breaks:
        at = mark.start - place.start
        length = mark.end - mark.start
        shown = shown[:at] + LINE_SEPARATOR * length + shown[at + length :]
    return shown


class Positions:
    """Where each code point of a source's paragraphs stands in the widget, and back."""

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        self._text = text
        self._places = places
        self._starts = [place.start for place in places]
        self._blocks = [0]
        for place in places:
            self._blocks.append(self._blocks[-1] + units(text[place.start : place.end]) + 1)
        self._is_plain = [
            after - block - 1 == place.end - place.start
            for place, (block, after) in zip(places, pairwise(self._blocks), strict=True)
        ]

    def to_widget(self, offset: int) -> int:
        """The position of a code point; between paragraphs, the end of the one before."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        if not self._places:
            return 0
        place = self._places[index]
        offset = min(max(offset, place.start), place.end)
        return self._blocks[index] + self._units_between(index, place.start, offset)

    def to_offset(self, position: int) -> int:
        """The code point at a position; inside a surrogate pair, the character it belongs to."""
        if not self._places:
            return 0
        index = self.block_at(position)
        place = self._places[index]
        into = min(position, self._blocks[index + 1] - 1) - self._blocks[index]
        if self._is_plain[index]:
            return place.start + into
        encoded = self._text[place.start : place.end].encode("utf-16-le", "surrogatepass")
        return place.start + len(encoded[: 2 * into].decode("utf-16-le", "ignore"))

    def block_at(self, position: int) -> int:
        """The number of the paragraph (from 0) that a position lies in."""
        last = len(self._places) - 1
        return min(max(0, bisect_right(self._blocks, position) - 1), last)

    def words(self, anchor: int, position: int) -> tuple[int, int] | None:
        """The range of what is selected between two positions, without white space at its ends.

        None when no words are selected.
        """
        first, last = sorted((anchor, position))
        start, end = self.to_offset(first), self.to_offset(last)
        selected = self._text[start:end]
        if not selected.strip():
            return None
        return start + len(selected) - len(selected.lstrip()), start + len(selected.rstrip())

    def places_within(self, start: int, end: int) -> range:
        """The numbers (from 0) of the paragraphs that a range of the text touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return range(first, max(first + 1, bisect_right(self._starts, end - 1)))

    def _units_between(self, index: int, start: int, end: int) -> int:
        return end - start if self._is_plain[index] else units(self._text[start:end])
