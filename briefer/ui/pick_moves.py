"""What can be done to the words of a pick, as the operation that each move would make."""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from briefer.core.marked import QUOTED
from briefer.core.model import Passage, Pick, Source
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
)
from briefer.core.shape import is_in_word

INNER = re.compile(r"‘[^‘’\n]*’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)")
"""Words in single quotation marks; a mark that a letter follows is an apostrophe."""


class Spot(Struct, frozen=True):
    """The words selected of a source, or where the cursor stands; code points of its text."""

    start: int
    end: int

    def has_words(self) -> bool:
        """Whether anything is selected."""
        return self.start < self.end


Make = Callable[[Pick, Source, Spot, Sequence[str]], Operation | None]


class Move(Struct, frozen=True):
    """Something that can be done: its button, its key, what it asks for, the operation."""

    name: str
    text: str
    key: str
    tip: str
    make: Make
    """Gives the operation for a spot and the words typed; None when the spot has none of it."""
    asks: tuple[str, ...] = ()
    """What is to be typed, each with a label of its own."""
    example: tuple[str, ...] = ()
    """Typed words to try the move with, before there are any; empty where they cannot be known."""


def whole_words(text: str, spot: Spot) -> Spot:
    """The spot with the words that it cuts in two taken in whole."""
    start, end = spot.start, spot.end
    while is_in_word(text, start):
        start -= 1
    while is_in_word(text, end):
        end += 1
    return Spot(start, end)


def word_at(text: str, spot: Spot) -> Spot | None:
    """The words selected, else the word that the cursor stands in or beside; None for none."""
    if spot.has_words():
        return whole_words(text, spot)
    start = end = spot.start
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Spot(start, end) if start < end else None


def passage_at(pick: Pick, offset: int) -> Passage | None:
    """The passage of a pick that an offset lies in, its ends included."""
    within = (
        one for one in pick.passages if one.position.start <= offset <= one.position.end
    )  # fmt: skip
    return next(within, None)


def _omit(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    words = whole_words(source.text, spot)
    return Omit(words.start, words.end) if spot.has_words() else None


def _redact(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    words = whole_words(source.text, spot)
    return Redact(words.start, words.end) if spot.has_words() else None


def _gloss(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    words = word_at(source.text, spot)
    return Gloss(words.start, words.end, typed[0]) if words else None


def _insert(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    return Insert(whole_words(source.text, spot).start, typed[0])


def _case(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    words = word_at(source.text, spot)
    return Case(words.start) if words else None


def _sic(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    words = word_at(source.text, spot)
    return Sic(words.end) if words else None


def _emphasis(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    """Leaves the source's own emphasis out where there is some, else adds emphasis."""
    words = word_at(source.text, spot)
    if words is None:
        return None
    for mark in source.marks:
        if mark.kind != "line_break" and mark.start < words.end and words.start < mark.end:
            passage = passage_at(pick, words.start)
            first, last = (
                (passage.position.start, passage.position.end) if passage else (0, mark.end)
            )
            return Emphasis(max(mark.start, first), min(mark.end, last), "omitted")
    return Emphasis(words.start, words.end, "added")


def _drop(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    passage = passage_at(pick, spot.start) or pick.passages[-1]
    return Punctuation(passage.position.end - 1)


def _marks(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    """The inner quotation marks around the spot, or the only ones that there are."""
    passage = passage_at(pick, spot.start) or pick.passages[-1]
    limits = (passage.position.start, passage.position.end)
    found = [
        one.span() for form in (QUOTED, INNER) for one in form.finditer(source.text, *limits)
    ]  # fmt: skip
    around = [one for one in found if one[0] <= spot.start and spot.end <= one[1]]
    inmost = min(around, key=lambda one: one[1] - one[0], default=None)
    chosen = inmost or (found[0] if len(found) == 1 else None)
    return Marks(*chosen) if chosen else None


def _erratum(pick: Pick, source: Source, spot: Spot, typed: Sequence[str]) -> Operation | None:
    words = word_at(source.text, spot)
    if words is None:
        return None
    right = typed[0] or source.text[words.start : words.end]
    return Erratum(words.start, words.end, right, typed[1])


SELECT = "select the words first"
CLICK = "put the cursor into a word first"

MOVES: tuple[Move, ...] = (
    Move("omit", "Leave out", "O", "Leave the selected words out, shown as [...]", _omit),
    Move("insert", "Put in…", "I", "Put words in where the cursor is, shown in [brackets]",
         _insert, ("Words to put in",), ("it",)),
    Move("gloss", "Put in place of…", "G", "Put words in place of the selected ones, in [brackets]",
         _gloss, ("Words to stand for it",), ("it",)),
    Move("case", "Change capital", "C", "Make the first letter a capital or a small one", _case),
    Move("sic", "[sic]", "S", "Mark the word with [sic]: the source has it so", _sic),
    Move("emphasis", "Emphasis", "E", "Add emphasis, or leave the source's emphasis out",
         _emphasis),
    Move("redact", "Redact", "R", "Black the selected words out: they leave the file", _redact),
    Move("drop", "Drop last mark", "D", "Drop the last stop, comma, colon or semicolon", _drop),
    Move("marks", "Switch quotation marks", "M",
         "Print the quotation marks within the quotation as the style's inner ones", _marks),
    Move("erratum", "Correct misprint…", "P", "Put a plain misprint of one word right silently",
         _erratum, ("The right word", "Approved by (role)"), ("", "the desk")),
)  # fmt: skip
"""In the order of their buttons."""

NEEDS = {"omit": SELECT, "redact": SELECT, "marks": "there are no quotation marks in it"}
"""Why a move makes nothing of a spot, where that is not for want of a word."""


def needs(move: Move) -> str:
    """What is missing where a move makes no operation."""
    return NEEDS.get(move.name, CLICK)
