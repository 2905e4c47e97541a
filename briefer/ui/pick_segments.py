"""The words about a pick and what is done to them, as segments to be shown one after another."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Literal

from msgspec import Struct

from briefer.core.model import Pick, Place, Range, Source
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Marks,
    Omit,
    Operation,
    Punctuation,
    Redact,
    Sic,
    span,
)
from briefer.core.quotation import emphases, pieces
from briefer.core.sentences import WHOLE, split
from briefer.core.styles import PROFILES, Profile, Style
from briefer.core.surroundings import language_of
from briefer.ui.positions import LINE_SEPARATOR, units

Look = Literal["context", "words", "struck", "put in", "sic", "changed", "redacted"]
Emphasised = Literal["", "added", "in original", "omitted"]

FARTHEST = 600
"""Code points of what stands between two passages that are shown whole; of more, the ends."""

GAP_ENDS = 200


class Segment(Struct, frozen=True):
    """Some shown characters, the range of the source they stand for, and how they look."""

    text: str
    start: int
    end: int
    look: Look
    operation: Operation | None = None
    emphasis: Emphasised = ""

    def is_verbatim(self) -> bool:
        """Whether each character shown stands for one of the source."""
        return len(self.text) == self.end - self.start


LOOKS: dict[type, Look] = {
    Omit: "struck", Gloss: "struck", Erratum: "struck", Punctuation: "struck",
    Case: "changed", Marks: "changed", Redact: "redacted",
}  # fmt: skip
"""How the words look that an operation is on."""


def segments(pick: Pick, source: Source, style: Style, language: str) -> tuple[Segment, ...]:
    """A sentence before the pick, its words with what is done to them, a sentence after."""
    return tuple(_Segments(pick, source, PROFILES[style]).all(language))


def frame(pick: Pick, source: Source, language: str) -> Range:
    """The range from the sentence before a pick's first one to the sentence after its last."""
    first, last = source.place_at(pick.start), source.place_at(pick.end - 1)
    if first is None or last is None:
        return pick.start, pick.end
    tag = language_of(source, language)
    about = source.places[max(0, first.number - 2) : last.number + 1]
    found = [one for place in about for one in _sentences(source, place, tag)]
    begin = max(bisect_right(found, pick.start, key=itemgetter(0)) - 2, 0)
    finish = min(bisect_right(found, pick.end - 1, key=itemgetter(0)), len(found) - 1)
    return min(found[begin][0], pick.start), max(found[finish][1], pick.end)


def _sentences(source: Source, place: Place, language: str) -> list[Range]:
    words = source.text[place.start : place.end]
    found = () if place.role in WHOLE else split(words, language)
    return [(place.start + start, place.start + end) for start, end in found or [(0, len(words))]]


class _Segments:
    """Cuts the source where anything begins or ends, and puts in what is put in."""

    def __init__(self, pick: Pick, source: Source, profile: Profile) -> None:
        self._pick = pick
        self._source = source
        self._profile = profile
        self._passages = [(one.position.start, one.position.end) for one in pick.passages]
        self._on = [one for one in pick.operations if not isinstance(one, Emphasis | Insert | Sic)]
        self._chips: dict[tuple[str, int, int], str] = {
            (one.kind, one.start, one.end): one.text for one in pieces(pick, profile)
        }  # fmt: skip
        self._emphases: dict[Range, Emphasised] = {
            place: "added" if how == "added" else "in original"
            for place, how in emphases(pick, source.marks).items()
        }
        for one in pick.operations:
            if isinstance(one, Emphasis) and one.how == "omitted":
                self._emphases[one.start, one.end] = "omitted"

    def all(self, language: str) -> Iterator[Segment]:
        first, last = frame(self._pick, self._source, language)
        cuts = sorted(self._cuts(first, last))
        for start, end in zip(cuts, cuts[1:], strict=False):
            yield from self._put_in(start)
            yield from self._range(start, end)
        yield from self._put_in(last)

    def _cuts(self, first: int, last: int) -> set[int]:
        """Where what is shown changes, between the first and the last place shown."""
        found = {first, last, *(edge for one in self._passages for edge in one)}
        for one in self._pick.operations:
            start, end = span(one)
            found |= {start, end}
            if isinstance(one, Marks):
                found |= {start + 1, end - 1}
        found |= {edge for place in self._emphases for edge in place}
        found |= {edge for place in self._source.places for edge in (place.start, place.end)}
        found |= {
            edge for mark in self._source.marks if mark.kind == "line_break"
            for edge in (mark.start, mark.end)
        }  # fmt: skip
        return {one for one in found if first <= one <= last}

    def _range(self, start: int, end: int) -> Iterator[Segment]:
        """The source's own characters between two cuts."""
        place = self._source.place_at(start)
        if place is None or place.end <= start:
            yield Segment("\n", start, end, "context")
            return
        if not any(first <= start and end <= last for first, last in self._passages):
            yield from self._context(start, end)
            return
        operation = next((one for one in self._on if self._is_on(one, start, end)), None)
        text = self._shown(start, end)
        if isinstance(operation, Case):
            text = text.swapcase()
        if isinstance(operation, Marks):
            text = self._profile.inner[0 if start == operation.start else 1]
        look = LOOKS[type(operation)] if operation else "words"
        yield Segment(text, start, end, look, operation, self._emphasis(start, end))

    def _context(self, start: int, end: int) -> Iterator[Segment]:
        """Words about the pick, or between its passages; of very many the ends."""
        if end - start <= FARTHEST:
            yield Segment(self._shown(start, end), start, end, "context")
            return
        left, right = start + GAP_ENDS, end - GAP_ENDS
        yield Segment(self._shown(start, left), start, left, "context")
        yield Segment(" … … … ", left, right, "context")
        yield Segment(self._shown(right, end), right, end, "context")

    def _is_on(self, one: Operation, start: int, end: int) -> bool:
        first, last = span(one)
        if isinstance(one, Marks):
            return (start, end) in ((first, first + 1), (last - 1, last))
        return first <= start and end <= last

    def _shown(self, start: int, end: int) -> str:
        text = self._source.text[start:end]
        breaks = (mark for mark in self._source.marks if mark.kind == "line_break")
        if any(mark.start <= start and end <= mark.end for mark in breaks):
            return LINE_SEPARATOR * len(text)
        return text.translate(_ONE_LINE)

    def _emphasis(self, start: int, end: int) -> Emphasised:
        within = (how for place, how in self._emphases.items()
                  if place[0] <= start and end <= place[1])  # fmt: skip
        return next(within, "")

    def _put_in(self, at: int) -> Iterator[Segment]:
        """What stands at a place and is not the source's: it comes before the words there."""
        for one in self._pick.operations:
            start, end = span(one)
            if end != at or not isinstance(one, Gloss | Erratum | Sic | Insert):
                continue
            kind = type(one).__name__.lower()
            shown = self._chips.get((kind, start, end), "")
            text = f"[{one.text}]" if isinstance(one, Erratum) else shown
            yield Segment(text, at, at, "sic" if isinstance(one, Sic) else "put in", one)


_ONE_LINE = str.maketrans({"\n": " ", "\u2029": " ", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})
"""One character for one: none of them may begin a new paragraph where it is shown."""


class SegmentMap:
    """Where each code point of the source stands among the segments shown, and back."""

    def __init__(self, shown: Sequence[Segment]) -> None:
        self._shown = shown
        self._begins = [0]
        for one in shown:
            self._begins.append(self._begins[-1] + units(one.text))

    def at(self, position: int) -> Segment | None:
        """The segment whose character follows a position; None beyond the last."""
        index = bisect_right(self._begins, position) - 1
        return self._shown[index] if 0 <= index < len(self._shown) else None

    def to_offset(self, position: int) -> int:
        """The code point at a position; within what is put in, the place where that stands."""
        if not self._shown:
            return 0
        index = min(max(0, bisect_right(self._begins, position) - 1), len(self._shown) - 1)
        one, into = self._shown[index], position - self._begins[index]
        if not one.is_verbatim():
            return one.start if into < units(one.text) else one.end
        if one.text.isascii():
            return min(one.start + into, one.end)
        encoded = one.text.encode("utf-16-le", "surrogatepass")
        return one.start + len(encoded[: 2 * into].decode("utf-16-le", "ignore"))

    def to_position(self, offset: int) -> int:
        """The position of a code point: after what is put in there, if anything is."""
        for one, begin in zip(self._shown, self._begins, strict=False):
            if one.start <= offset < one.end or (offset == one.end and one is self._shown[-1]):
                into = offset - one.start
                return begin + (units(one.text[:into]) if one.is_verbatim() else 0)
        return 0 if not self._shown or offset < self._shown[0].start else self._begins[-1]
