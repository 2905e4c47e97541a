"""A quotation as somebody pasted it, read back into a place of a source and operations on it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from msgspec import Struct

from briefer.core.folds import same_words
from briefer.core.model import Range
from briefer.core.operations import Case, Gloss, Insert, Omit, Operation, Redact, Sic
from briefer.core.quotation import normal
from briefer.core.shape import REPLACED, WORDS_PUT_IN, is_in_word, may_be_replaced
from briefer.core.wording import Wording

ENOUGH = 2
"""Readings; with a second one there is no one way to read it, and no more are looked for."""

BRACKETED = re.compile(r"\[[^\[\]]*\]")
LEFT_OUT = re.compile(r"\[(?:\.\s?\.\s?\.|…)\]")
WORD = re.compile(r"\S+")

TokenKind = Literal["omit", "redact", "sic", "text"]


class Reading(Struct, frozen=True):
    """One way to read a pasted quotation: the range it is of, and what was done to its words."""

    start: int
    end: int
    operations: tuple[Operation, ...]


class _Token(NamedTuple):
    """A bracket: what it stands for, and the words in it."""

    kind: TokenKind
    text: str


class _Words(NamedTuple):
    """Words between brackets; the case of the first letter was changed."""

    text: str
    recased: bool


Made = tuple[Operation, ...]


def readings(text: str, pasted: str, wording: Wording) -> list[Reading]:
    """The ways to read a pasted quotation as words of a text, two at the most (domain.md 4.5).

    Words are found with the folds of core/folds.py alone. “[...]” stands for words left out,
    “[sic]” and “[redacted]” for themselves, one bracketed letter before others for a changed
    capital, other brackets for words put in or standing for those of the text. A bracket that
    the text has itself is the text's. Fragments keep the order of the text.
    """
    tokens, words = _parts(text, pasted)
    return list(_Reader(text, wording, tokens, words).all()) if words else []


def _parts(text: str, pasted: str) -> tuple[list[list[_Token]], list[_Words]]:
    """The fragments, and the brackets before the first, between them and behind the last."""
    tokens: list[list[_Token]] = [[]]
    fragments: list[_Words] = []
    at = 0
    marks = [one for one in BRACKETED.finditer(pasted) if not same_words(one[0]).search(text)]
    for mark in [*marks, None]:
        words = pasted[at : mark.start() if mark else len(pasted)]
        if words.strip():
            letter = _changed_letter(tokens[-1], words)
            fragments.append(_Words((letter + words).strip(), bool(letter)))
            tokens.append([])
        if mark:
            tokens[-1].append(_token(mark[0]))
            at = mark.end()
    for edge in (tokens[0], tokens[-1]):
        edge[:] = [one for one in edge if one.kind != "omit"]  # nothing is left out of an end
    return tokens, fragments


def _changed_letter(tokens: list[_Token], words: str) -> str:
    """The letter as the text has it when a bracket with one letter stands right before words."""
    letter = tokens[-1].text if tokens else ""
    if len(letter) == 1 and letter.isalpha() and words[0].isalpha():
        tokens.pop()
        return letter.swapcase()
    return ""


def _token(mark: str) -> _Token:
    if LEFT_OUT.fullmatch(mark):
        return _Token("omit", "")
    inner = mark[1:-1].strip()
    kinds: dict[str, TokenKind] = {"sic": "sic", "redacted": "redact"}
    return _Token(kinds.get(inner.casefold(), "text"), inner)


class _Reader:
    """Goes through the parts from left to right; what was tried at a place is remembered."""

    def __init__(
        self, text: str, wording: Wording, tokens: list[list[_Token]], words: list[_Words]
    ) -> None:
        self._text = text
        self._wording = wording
        self._tokens = tokens
        self._words = words
        self._places = [_found(text, one.text) for one in self._words]
        self._rest = cache(self._rest_from)

    def all(self) -> Iterator[Reading]:
        """Readings, two at the most."""
        count = 0
        for start, end in self._places[0]:
            for begin, before in self._at_edge(self._tokens[0], start, -1):
                for stop, after in self._rest(0, end):
                    made = (*before, *self._case(0, start), *after)
                    yield Reading(begin, stop, normal(made, self._text))
                    count += 1
                    if count >= ENOUGH:
                        return

    def _case(self, number: int, start: int) -> Made:
        return (Case(start),) if self._words[number].recased else ()

    def _rest_from(self, number: int, at: int) -> tuple[tuple[int, Made], ...]:
        """How it can go on behind the words of this number, which end at `at`."""
        tokens = self._tokens[number + 1]
        if number + 1 == len(self._words):
            return tuple(self._at_edge(tokens, at, 1))[:ENOUGH]
        found: list[tuple[int, Made]] = []
        for start, end in self._places[number + 1]:
            if start < at or len(found) >= ENOUGH:
                continue
            for made in self._between(tokens, at, start):
                for stop, after in self._rest(number + 1, end):
                    found.append((stop, (*made, *self._case(number + 1, start), *after)))
        return tuple(found[:ENOUGH])

    def _between(self, tokens: Sequence[_Token], start: int, end: int) -> Iterator[Made]:
        """How brackets can stand for the words between two fragments, each word once."""
        found = WORD.finditer(self._text, start, end)
        words = [one.span() for one in found]
        yield from self._shared(tuple(tokens), words, (start, end), len(tokens) == 1)

    def _shared(
        self, tokens: tuple[_Token, ...], words: list[Range], place: Range, alone: bool
    ) -> Iterator[Made]:
        if not tokens:
            if not words:
                yield ()
            return
        for operation, used in self._choices(tokens, words, place, alone):
            start = words[used - 1][1] if used else place[0]
            for made in self._shared(tokens[1:], words[used:], (start, place[1]), alone):
                yield (operation, *made)

    def _choices(
        self, tokens: tuple[_Token, ...], words: list[Range], place: Range, alone: bool
    ) -> Iterator[tuple[Operation, int]]:
        """What the first bracket can be, and how many of the words it stands for."""
        kind, text = tokens[0]
        if kind == "sic":
            yield Sic(place[0]), 0
            return
        if kind == "text":
            yield Insert(words[0][0] if words else place[1], text), 0
        least = len(words) if len(tokens) == 1 else 1
        for count in range(max(1, least), len(words) + 1):
            over = (words[0][0], words[count - 1][1])
            if kind != "text":
                yield (Omit if kind == "omit" else Redact)(*over), count
            elif self._may_stand_for(over, count, alone):
                yield Gloss(*over, text), count

    def _may_stand_for(self, place: Range, count: int, alone: bool) -> bool:
        """Whether words put in can stand for these; beside a gap only for what VG-8 allows."""
        if alone:
            return count <= WORDS_PUT_IN
        return may_be_replaced(self._text[slice(*place)], self._wording)

    def _at_edge(self, tokens: Sequence[_Token], at: int, step: int) -> Iterator[tuple[int, Made]]:
        """Brackets before the first words (step -1) or behind the last (step 1)."""
        if not tokens:
            yield at, ()
            return
        if len(tokens) > 1 or (tokens[0].kind == "sic" and step < 0):
            return
        token = tokens[0]
        if token.kind == "sic":
            yield at, (Sic(at),)
            return
        if token.kind == "text":
            yield at, (Insert(at, token.text),)
            for place in self._replaceable(at, step):
                yield place[0 if step < 0 else 1], (Gloss(*place, token.text),)

    def _replaceable(self, at: int, step: int) -> Iterator[Range]:
        """The words beside an offset that a gloss might stand for."""
        words = list(WORD.finditer(self._text, max(0, at - 80), at) if step < 0
                     else WORD.finditer(self._text, at, at + 80))  # fmt: skip
        for count in range(1, REPLACED + 1):
            some = words[-count:] if step < 0 else words[:count]
            if len(some) == count:
                place = (some[0].start(), some[-1].end())
                if may_be_replaced(self._text[slice(*place)], self._wording):
                    yield place


def _found(text: str, words: str) -> list[Range]:
    """Where words stand in a text, at the edges of words."""
    found = (one.span() for one in same_words(words).finditer(text))
    return [place for place in found if not any(is_in_word(text, edge) for edge in place)]
