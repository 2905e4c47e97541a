"""Replacements in a text as data: applying them, joining two lists, following a position."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefer.core.model import Change


def apply(text: str, changes: Iterable[Change]) -> str:
    """The text with every range replaced; changes are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += (text[at : change.start], change.text)
        at = change.end
    pieces.append(text[at:])
    return "".join(pieces)


class Follower:
    """Tells where a position of the text before the changes stands after them."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._starts = [change.start for change in changes]
        self._changes = changes
        self._shifts = [0]
        for change in changes:
            grown = len(change.text) - (change.end - change.start)
            self._shifts.append(self._shifts[-1] + grown)

    def __call__(self, position: int) -> int:
        """The new position; one inside a replaced range goes to the start of what replaced it."""
        index = bisect_right(self._starts, position)
        if index and position < self._changes[index - 1].end:
            return self._starts[index - 1] + self._shifts[index - 1]
        return position + self._shifts[index]


def join(first: Sequence[Change], middle: str, second: Sequence[Change]) -> list[Change]:
    """One list that does what `first` and then `second` do; its ranges are of the first text.

    `middle` is the text between the two. Replacements that touch each other become one.
    """
    ranges = _ranges_after(first) + [(one.start, one.end, None, one) for one in second]
    ranges.sort(key=lambda one: one[:2])
    joined: list[Change] = []
    grown = 0
    at = 0
    while at < len(ranges):
        begin, end = ranges[at][:2]
        before, inner = grown, []
        while at < len(ranges) and ranges[at][0] <= end:
            _, stop, early, late = ranges[at]
            end = max(end, stop)
            grown += len(early.text) - (early.end - early.start) if early else 0
            if late:
                inner.append(Change(late.start - begin, late.end - begin, late.text))
            at += 1
        joined.append(Change(begin - before, end - grown, apply(middle[begin:end], inner)))
    return joined


def _ranges_after(changes: Sequence[Change]) -> list[tuple[int, int, Change | None, Change | None]]:
    """Each change with the range that its replacement takes in the changed text."""
    grown = 0
    ranges: list[tuple[int, int, Change | None, Change | None]] = []
    for one in changes:
        start = one.start + grown
        ranges.append((start, start + len(one.text), one, None))
        grown += len(one.text) - (one.end - one.start)
    return ranges
