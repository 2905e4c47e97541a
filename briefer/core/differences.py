"""What differs between the words that are expected and those that are found, word by word."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from briefer.core.folds import folded

WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|"
                  "[^\\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")  # fmt: skip
"""A word with its punctuation; in scripts that set no spaces, one character."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Difference(Struct, frozen=True):
    """Some words that are equal, or that are replaced, left out (delete) or put in (insert).

    `figure`: the numbers among them are not the same.
    """

    op: Literal["equal", "replace", "delete", "insert"]
    expected: str
    found: str
    figure: bool = False


def differences(expected: str, found: str) -> tuple[Difference, ...]:
    """Compares two texts word by word; a word is all that stands between white space.

    What core/folds.py lets pass is equal; letter case, dashes and punctuation are not. Together
    the differences hold every word of both texts in order, a run of white space as one space.
    """
    return tuple(_differences(expected, found))


def _differences(expected: str, found: str) -> Iterator[Difference]:
    before, after = list(WORD.finditer(expected)), list(WORD.finditer(found))
    compared = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    for op, i, j, k, n in compared.get_opcodes():
        was, now = _cut(expected, before[i:j]), _cut(found, after[k:n])
        figure = op != "equal" and _numbers(was) != _numbers(now)
        yield Difference(op, was, now, figure)


def _keys(words: list[re.Match[str]]) -> list[str]:
    return [folded(word[0]) for word in words]


def _cut(text: str, words: list[re.Match[str]]) -> str:
    return " ".join(text[words[0].start() : words[-1].end()].split()) if words else ""


def _numbers(words: str) -> Counter[str]:
    return Counter(NUMBER.findall(words))
