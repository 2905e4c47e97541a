"""What stands around a quotation in its source, and what the quotation leaves out of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Literal

from msgspec import Struct

from briefer.core import changes
from briefer.core.marked import quoted_around
from briefer.core.model import Change, Pick, Place, Range, Source
from briefer.core.operations import Erratum, Gloss, Omit, Redact
from briefer.core.record import text_of
from briefer.core.sentences import WHOLE, split

RemovedBy = Literal["omit", "gap", "head", "tail", "gloss", "redact", "erratum"]

READ_ON: frozenset[str] = frozenset({"body", "list_item", "quotation", "footnote"})
"""Roles of paragraphs that read on from each other."""


class Removed(Struct, frozen=True):
    """Words of the source that a quotation does not show, and how they went."""

    how: RemovedBy
    start: int
    end: int
    listed: bool = False
    """Whole list items between a stem and the item that was lifted with it (VG-16)."""

    def place(self) -> Range:
        """The range of the words."""
        return self.start, self.end

    def is_edge(self) -> bool:
        """Whether they stand before the quotation's first word or after its last."""
        return self.how in ("head", "tail")


class Surroundings(Struct, frozen=True):
    """The sentences about a quotation: what is cut off them, and those beside them.

    Every range is empty (start equals end) where there is nothing.
    """

    head: Range
    """What stands before the quotation in its first sentence."""
    tail: Range
    """What stands after it in its last sentence."""
    previous: Range
    """The sentence before, in the same paragraph."""
    next: Range
    """The sentence after, or the paragraph that reads on."""
    quoted: Range | None = None
    """The quotation of the source that all the words lie in, its marks included."""


def language_of(source: Source, otherwise: str) -> str:
    """The language of a source as its record states it, or the other one."""
    return text_of(source.record, "language") or otherwise


def surroundings(pick: Pick, source: Source, language: str) -> Surroundings:
    """Looks around a pick; a quotation that it lies in bounds the first and last sentence."""
    text = source.text
    first, last = source.place_at(pick.start), source.place_at(max(pick.start, pick.end - 1))
    if first is None or last is None:
        nothing = (pick.start, pick.start)
        return Surroundings(nothing, nothing, nothing, nothing)
    ranges = _sentences(first, text, language)
    at = _holding(ranges, pick.start)
    begin, before = ranges[at][0], ranges[at - 1] if at else (first.start, first.start)
    ranges = ranges if last is first else _sentences(last, text, language)
    at = _holding(ranges, max(pick.start, pick.end - 1))
    finish = ranges[at][1]
    after = ranges[at + 1] if at + 1 < len(ranges) else _paragraph_after(source, last)
    marks = quoted_around(source, pick.start, pick.end)
    if marks is not None:
        begin, finish = max(begin, marks[0] + 1), min(finish, marks[1] - 1)
    head = _trimmed(text, min(begin, pick.start), pick.start)
    tail = _trimmed(text, pick.end, max(finish, pick.end))
    return Surroundings(head, tail, before, after, marks)


def _sentences(place: Place, text: str, language: str) -> list[Range]:
    if place.role in WHOLE:
        return [(place.start, place.end)]
    found = split(text[place.start : place.end], language)
    return [(place.start + start, place.start + end) for start, end in found] or [
        (place.start, place.end)
    ]


def _holding(ranges: Sequence[Range], offset: int) -> int:
    """The index of the sentence that an offset lies in or after."""
    return max(0, bisect_right(ranges, offset, key=itemgetter(0)) - 1)


def _paragraph_after(source: Source, place: Place) -> Range:
    """The paragraph that reads on from this one; empty where none does."""
    if place.role in READ_ON and place.number < len(source.places):
        other = source.places[place.number]
        if other.role in READ_ON:
            return other.start, other.end
    return place.end, place.end


def _trimmed(text: str, start: int, end: int) -> Range:
    """A range without white space at its ends; an empty one where it holds no letter or digit."""
    words = text[start:end]
    if not any(map(str.isalnum, words)):
        return (start, start)
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def removed(pick: Pick, source: Source, around: Surroundings) -> Iterator[Removed]:
    """All that the quotation leaves out, of its sentences and between its words, in order."""
    if around.head[0] < around.head[1]:
        yield Removed("head", *around.head)
    inner = [
        Removed(_HOW[type(one)], one.start, one.end)
        for one in pick.operations
        if isinstance(one, Omit | Gloss | Redact | Erratum)
        and pick.start <= one.start <= one.end <= pick.end
    ]
    for before, after in zip(pick.passages, pick.passages[1:], strict=False):
        start, end = before.position.end, after.position.start
        inner.append(Removed("gap", start, end, _is_list_between(source, start, end)))
    yield from sorted(inner, key=lambda one: one.start)
    if around.tail[0] < around.tail[1]:
        yield Removed("tail", *around.tail)


_HOW: dict[type, RemovedBy] = {
    Omit: "omit", Gloss: "gloss", Redact: "redact", Erratum: "erratum",
}  # fmt: skip


def _is_list_between(source: Source, start: int, end: int) -> bool:
    """Whether a stem that ends in a colon stands before a gap of whole list items."""
    if source.text[max(0, start - 1) : start] != ":":
        return False
    items = [one for one in source.places if start <= one.start and one.end <= end]
    rest = changes.apply(
        source.text[start:end], [Change(one.start - start, one.end - start, "") for one in items]
    )
    return all(one.role == "list_item" for one in items) and not rest.strip()
