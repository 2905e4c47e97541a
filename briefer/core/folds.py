"""The differences that do not count: when words are compared, and when they are searched for."""

import re
import unicodedata

QUOTATION_MARKS = ("'‘’‚‛ʼ", '"“”„‟')
"""Straight and curly forms of one mark."""

SPACES = " \t\u00a0\u2007\u2009\u200a\u202f"
"""Spaces, no-break and narrow ones among them, that are one space."""

SOFT_HYPHEN = "\u00ad"

_SPACE_RUN = rf"(?:[{SPACES}]+\n?[{SPACES}]*|\n[{SPACES}]*)"


def same_words(words: str) -> re.Pattern[str]:
    """An expression that finds `words` in a text, the folds of domain.md 4.4 allowed.

    Curly and straight quotation marks are the same, so are kinds of space and a run of white
    space with at most one line end; soft hyphens do not count. Letter case, digits, dashes,
    other punctuation and spelling do. White space around the words is ignored.
    """
    parts = re.findall(r"\s+|\S", words.strip().replace(SOFT_HYPHEN, ""))
    return re.compile(f"{SOFT_HYPHEN}?".join(map(_folded, parts)))


_one_mark = str.maketrans(
    {SOFT_HYPHEN: None} | {m: kind[0] for kind in QUOTATION_MARKS for m in kind}
)


def folded(word: str) -> str:
    """A word in the one form of all that same_words takes for it: straight marks, no soft hyphen.

    White space is left as it is.
    """
    return word.translate(_one_mark)


def _folded(part: str) -> str:
    if part.isspace():
        return _SPACE_RUN
    for marks in QUOTATION_MARKS:
        if part in marks:
            return f"[{marks}]"
    return re.escape(part)


class _Plain(dict[int, str]):
    """Maps a character to its lower-case form without accents, one character for one."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_plain = _Plain()


def plain(text: str) -> str:
    """Text for searching only: lower case, no accents, every character at its old offset."""
    return text.translate(_plain)


def begins_words(typed: str) -> re.Pattern[str] | None:
    """An expression for plain() text that finds what was typed at the beginning of a word.

    What stands between letters and digits is not looked at: it's finds “it’s”. None when nothing
    that was typed is a letter or digit.
    """
    tokens = re.findall(r"[^\W_]+", plain(typed))
    if not tokens:
        return None
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, tokens)))
