"""Scripts searched by their own index: those without spaces, or with marks that few people type."""

import re

from briefer.core.folds import searchable

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
    "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # radicals, kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""Scripts that write no spaces between words, as ranges of a character class."""

POINTED = "\u0370-\u052f\u1f00-\u1fff\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufdff\ufe70-\ufefc"
"""Greek and Cyrillic, whose accents SQLite keeps; Hebrew, Arabic and their kin, and the scripts of
India, whose marks are no letters to it."""

POINTS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
"""Marks of Hebrew and Arabic that do not count, and the stroke that only lengthens a word."""

_LETTERS = re.compile(f"[{UNSPACED}{POINTED}]")
_ONE = re.compile(f"([{UNSPACED}])")
_POINT = re.compile(f"[{POINTS}]")
_ASCII = bytes(range(128))
_BETWEEN = re.compile(r"[\s!-/:-@\[-`{-~]+")


def by_letters(text: str) -> bool:
    """Whether a text holds a script that is searched letter by letter."""
    if text.isascii():
        return False
    rest = text.encode(errors="ignore").translate(None, _ASCII)  # many times faster than a class
    return _LETTERS.search(rest.decode()) is not None


def lettered(text: str) -> str:
    """A text, or what was typed, for an index whose words stand between spaces.

    Folded for searching, without points; each letter of a script without spaces is a word.
    """
    return _ONE.sub(r" \1 ", _POINT.sub("", searchable(text)))


def first_letter(typed: str) -> str:
    """The letter that what was typed begins with, folded; it holds a letter or digit."""
    return _words(typed)[0][0]


def _words(typed: str) -> list[str]:
    return [word for word in _BETWEEN.split(lettered(typed)) if word]


def lettered_words(typed: str, *, whole: bool) -> re.Pattern[str]:
    """An expression for searchable() text that finds what was typed, points or no points.

    In scripts without spaces it is found anywhere, in the others at the beginning of a word or,
    with `whole`, as whole words. What was typed holds a letter or digit.
    """
    words = _words(typed)
    found = "" if _ONE.match(words[0]) else r"(?<![^\W_])"
    for before, word in zip(["", *words], words, strict=False):
        if before:
            free = _ONE.match(before) or _ONE.match(word)
            found += r"[\W_]*" if free else r"[\W_]+"
        found += f"[{POINTS}]*".join(map(re.escape, word))
    end = "" if not whole or _ONE.match(words[-1]) else rf"[{POINTS}]*(?![^\W_])"
    return re.compile(found + end)
