"""Two wordings -> what differs between them, word by word, as data and in sentences."""

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from briefer.core.folds import comparable, spaced

Op = Literal["equal", "replace", "delete", "insert"]

NAMED_AT_MOST = 5
"""Differences that a sentence names; all of them are in the data."""


class Difference(Struct, frozen=True):
    """Some words as they were expected and as they were found."""

    op: Op
    expected: str
    found: str


def words(text: str) -> list[str]:
    """The words of a text, parted by the white space that folds allow."""
    made = spaced(text)
    return made.split(" ") if made else []


def steps(expected: Sequence[str], found: Sequence[str]) -> list[tuple[Op, int, int, int, int]]:
    """What makes `found` of `expected` (words): op, range of the one, range of the other.

    Words are the same under the allowed folds alone.
    """
    matcher = SequenceMatcher(
        None, [comparable(one) for one in expected], [comparable(one) for one in found], False
    )
    return matcher.get_opcodes()


def differences(expected: str, found: str) -> tuple[Difference, ...]:
    """The two texts side by side, in order; what is equal too."""
    one, other = words(expected), words(found)
    return tuple(
        Difference(op, " ".join(one[a:b]), " ".join(other[c:d]))
        for op, a, b, c, d in steps(one, other)
    )


def in_words(found: Sequence[Difference]) -> str:
    """The differences as a sentence; empty where there are none."""
    said = [_said(one) for one in found if one.op != "equal"]
    more = len(said) - NAMED_AT_MOST
    if more > 0:
        said = [*said[:NAMED_AT_MOST], f"and {more} more"]
    return f"{'; '.join(said)}." if said else ""


def _said(one: Difference) -> str:
    if one.op == "insert":
        return f"{_shown(one.found)} was added{_unusual(one)}"
    if one.op == "delete":
        return f"{_shown(one.expected)} is missing"
    return f"{_shown(one.expected)} is now {_shown(one.found)}{_unusual(one)}"


def _shown(text: str) -> str:
    return f"“{text}”" if text.strip() else "a line break"


def _unusual(one: Difference) -> str:
    """Names of the characters that are new and could be taken for others, or for none."""
    names = [*dict.fromkeys(_names(set(one.found) - set(one.expected)))]
    return f" (with {', '.join(names)})" if names else ""


def _names(characters: set[str]) -> Iterator[str]:
    for one in sorted(characters):
        if not one.isascii() and unicodedata.category(one) not in ("Pd", "Pi", "Pf"):
            yield f"U+{ord(one):04X} {unicodedata.name(one, 'without a name')}"
