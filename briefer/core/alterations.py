"""What was altered in some words, in sentences."""

import unicodedata
from collections.abc import Iterator, Sequence

from briefer.core.differences import Difference

NAMED_AT_MOST = 5
"""Differences that a sentence names; all of them are in the data."""


WHITE_SPACE = "The words are the same, but not the white space or the line ends between them."


def in_words(found: Sequence[Difference]) -> str:
    """The differences as a sentence; one on white space where all the words are the same."""
    said = [_said(one) for one in found if one.op != "equal"]
    more = len(said) - NAMED_AT_MOST
    if more > 0:
        said = [*said[:NAMED_AT_MOST], f"and {more} more"]
    return f"{'; '.join(said)}." if said else WHITE_SPACE


def _said(one: Difference) -> str:
    if one.op == "insert":
        return f"“{one.found}” was added{_unusual(one)}"
    if one.op == "delete":
        return f"“{one.expected}” is missing"
    return f"“{one.expected}” is now “{one.found}”{_unusual(one)}"


def _unusual(one: Difference) -> str:
    """Names of the characters that are new and could be taken for others, or for none."""
    names = [*dict.fromkeys(_names(set(one.found) - set(one.expected)))]
    return f" (with {', '.join(names)})" if names else ""


def _names(characters: set[str]) -> Iterator[str]:
    for one in sorted(characters):
        if not one.isascii() and unicodedata.category(one) not in ("Pd", "Pi", "Pf"):
            yield f"U+{ord(one):04X} {unicodedata.name(one, 'without a name')}"
