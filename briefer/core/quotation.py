"""A pick as it is printed: its words with the operations on them carried out, piece by piece."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.model import Mark, Passage, Pick, Range, Source
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
from briefer.core.styles import EXPLICIT, Profile

PieceKind = Literal[
    "words", "omit", "insert", "gloss", "case", "sic", "erratum", "redact", "punctuation", "marks"
]
Cut = Callable[[int, int], str]
"""Gives the words of a range of the source."""

GAP = "[...]"
"""Stands for words left out; in brackets, so that a source's own dots are never taken for it."""

OPENING = "([{“‘«„\"'"
"""Characters after which no space is put before an insertion."""


class Piece(Struct, frozen=True):
    """Some printed words and the range of the source that they stand for."""

    text: str
    kind: PieceKind
    start: int
    end: int
    emphasis: bool = False


def ordered(operations: Sequence[Operation]) -> tuple[Operation, ...]:
    """The operations in the order of the source; of two at one place the shorter comes first."""
    return tuple(sorted(operations, key=lambda one: (*span(one), type(one).__name__)))


def normal(operations: Sequence[Operation], text: str) -> tuple[Operation, ...]:
    """The operations in order, each over whole words: white space at its ends is left outside.

    An insertion stands before the word that follows it, [sic] right after the word before it.
    `text` is the source's; a range outside it is left as it is.
    """
    return ordered([_normal(one, text) for one in operations])


def _normal(operation: Operation, text: str) -> Operation:
    match operation:
        case Insert(at=at):
            while at < len(text) and text[at].isspace():
                at += 1
            return replace(operation, at=at, text=operation.text.strip())
        case Sic(at=at):
            while 0 < at <= len(text) and text[at - 1].isspace():
                at -= 1
            return Sic(at)
        case Case() | Punctuation():
            return operation
    words = text[operation.start : operation.end]
    start = operation.start + len(words) - len(words.lstrip())
    end = operation.end - len(words) + len(words.rstrip())
    return replace(operation, start=start, end=end) if start < end else operation


def kept(pick: Pick) -> Cut:
    """Cuts words out of what is kept with the pick, not out of its source."""

    def cut(start: int, end: int) -> str:
        return "".join(
            one.quote.exact[max(0, start - one.position.start) : max(0, end - one.position.start)]
            for one in pick.passages
        )

    return cut


def of(source: Source) -> Cut:
    """Cuts words out of a source as it is now."""
    return lambda start, end: source.text[start:end]


def printed(pick: Pick, profile: Profile = EXPLICIT, cut: Cut | None = None) -> str:
    """The words of a pick as they are printed, its passages joined by “[...]”."""
    if not pick.operations and cut is None:
        return pick.exact
    return "".join(piece.text for piece in pieces(pick, profile, cut))


def pieces(
    pick: Pick, profile: Profile = EXPLICIT, cut: Cut | None = None, marks: Sequence[Mark] = ()
) -> tuple[Piece, ...]:
    """The words of a pick and what was done to them, in order (domain.md 4.5).

    The words come from the pick itself unless `cut` gives them. `marks` are the source's: its own
    emphasis is kept unless an operation leaves it out.
    """
    cut = cut or kept(pick)
    found: list[Piece] = []
    for number, passage in enumerate(pick.passages):
        if number:
            before = pick.passages[number - 1].position.end
            found.append(Piece(f" {GAP} ", "omit", before, passage.position.start))
        found += _passage(passage, pick.operations, profile, cut)
    ranges = emphases(pick, marks)
    return tuple(_emphasised(found, ranges) if ranges else found)


def emphases(pick: Pick, marks: Sequence[Mark]) -> dict[Range, str]:
    """The emphasised ranges of a pick -> “added” or “in original”.

    A mark over a whole passage is how a heading looks and emphasises nothing in it.
    """
    ranges = {
        (one.start, one.end): "added"
        for one in pick.operations
        if isinstance(one, Emphasis) and one.how == "added"
    }
    dropped = [one for one in pick.operations if isinstance(one, Emphasis) and one.how == "omitted"]
    for mark in marks:
        if mark.kind == "line_break" or any(
            one.start < mark.end and mark.start < one.end for one in dropped
        ):
            continue
        for passage in pick.passages:
            start = max(mark.start, passage.position.start)
            end = min(mark.end, passage.position.end)
            whole = (passage.position.start, passage.position.end)
            if start < end and (start, end) != whole:
                ranges[start, end] = "in original"
    return ranges


def emphasis_label(pick: Pick, marks: Sequence[Mark]) -> str:
    """What the citation says about emphasis (VG-13); empty where there is none to speak of."""
    hows = set(emphases(pick, marks).values())
    said = [f"emphasis {how}" for how in ("added", "in original") if how in hows]
    if any(isinstance(one, Emphasis) and one.how == "omitted" for one in pick.operations):
        said.append("emphasis in original omitted")
    return "; ".join(said)


def _passage(
    passage: Passage, operations: Sequence[Operation], profile: Profile, cut: Cut
) -> Iterator[Piece]:
    """One passage: runs of the source's words between what the operations print."""
    at, stop = passage.position.start, passage.position.end
    for start, end, kind, text in _edits(passage, operations, profile, cut):
        if at < start:
            yield Piece(cut(at, start), "words", at, start)
        yield Piece(text, kind, start, end)
        at = end
    if at < stop:
        yield Piece(cut(at, stop), "words", at, stop)


def _edits(
    passage: Passage, operations: Sequence[Operation], profile: Profile, cut: Cut
) -> list[tuple[int, int, PieceKind, str]]:
    """What each operation on a passage prints, and the range it prints it for."""
    first, last = passage.position.start, passage.position.end
    found: list[tuple[int, int, PieceKind, str]] = []
    for one in operations:
        start, end = span(one)
        if isinstance(one, Emphasis) or start < first or end > last:
            continue
        if isinstance(one, Marks):
            found += _switched(one, profile, cut)
        else:
            found.append((start, end, *_shown(one, profile, cut, (first, last))))
    return sorted(found, key=lambda one: one[:2])


def _shown(one: Operation, profile: Profile, cut: Cut, limits: Range) -> tuple[PieceKind, str]:
    match one:
        case Gloss(text=text):
            return "gloss", f"[{text}]"
        case Insert():
            return "insert", _inserted(one, cut, limits)
        case Erratum(text=text, start=start, end=end):
            return "erratum", text if profile.takes_errata else f"{cut(start, end)} [{text}]"
        case Case(at=at):
            letter = cut(at, at + 1).swapcase()
            return "case", f"[{letter}]" if profile.shows_case else letter
        case _:
            return FIXED[type(one)]


FIXED: Mapping[type, tuple[PieceKind, str]] = {
    Omit: ("omit", GAP),
    Redact: ("redact", "[redacted]"),
    Sic: ("sic", " [sic]"),
    Punctuation: ("punctuation", ""),
}
"""Operations that print the same whatever the words and the style."""


def _inserted(one: Insert, cut: Cut, limits: Range) -> str:
    """Words put in, a space between them and the word that they stand beside."""
    before = cut(one.at - 1, one.at) if one.at > limits[0] else ""
    at_word = not before or before.isspace() or before in OPENING
    return f"[{one.text}] " if one.at < limits[1] and at_word else f" [{one.text}]"


def _switched(one: Marks, profile: Profile, cut: Cut) -> Iterator[tuple[int, int, PieceKind, str]]:
    """Both marks of an inner quotation, as the style's inner marks."""
    for place, mark in zip((one.start, one.end - 1), profile.inner, strict=True):
        yield place, place + 1, "marks", mark


def _emphasised(found: Sequence[Piece], ranges: dict[Range, str]) -> Iterator[Piece]:
    """The pieces, words divided where emphasis begins and ends."""
    edges = sorted({edge for one in ranges for edge in one})
    for piece in found:
        at = piece.start
        cuts = [edge for edge in edges if at < edge < piece.end] if piece.kind == "words" else []
        for stop in (*cuts, piece.end):
            text = piece.text[at - piece.start : stop - piece.start] if cuts else piece.text
            inside = any(start <= at and stop <= end for start, end in ranges)
            yield Piece(text, piece.kind, at, stop, inside and piece.start < piece.end)
            at = stop


def displayed(words: str) -> str:
    """Words of a source as they are printed: a line end among them is one space (domain.md 4.4)."""
    return re.sub(r"[ \t]*\n[ \t]*", " ", words) if "\n" in words else words
