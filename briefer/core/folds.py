"""The differences that do not count: when words are compared, and when they are searched for."""

import re
import unicodedata
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase

QUOTATION_MARKS = ("'‘’‚‛ʼ", '"“”„‟')
"""Straight and curly forms of one mark."""

SPACES = " \t\u00a0\u2007\u2009\u200a\u202f"
"""Spaces, no-break and narrow ones among them, that are one space."""

SOFT_HYPHEN = "\u00ad"

WITHOUT_INK = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that leave no ink, so that a page cannot show whether they are there."""

_SPACE_RUN = rf"(?:[{SPACES}]+\n?[{SPACES}]*|\n[{SPACES}]*)"

_ON_PAPER = dict.fromkeys(map(ord, WITHOUT_INK), "") | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)
}
"""What a page takes from words: characters without ink, and ligatures, which are their letters."""


def same_words(words: str) -> re.Pattern[str]:
    """An expression that finds `words` in a text, the folds of domain.md 4.4 allowed.

    Curly and straight quotation marks are the same, so are kinds of space and a run of white
    space with at most one line end; soft hyphens do not count. Letter case, digits, dashes,
    other punctuation and spelling do. White space around the words is ignored.
    """
    parts = re.findall(r"\s+|\S", words.strip().replace(SOFT_HYPHEN, ""))
    return re.compile(f"{SOFT_HYPHEN}*".join(map(_folded, parts)))


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


def spaced(text: str) -> str:
    """The text without soft hyphens, each run of white space that same_words allows as one space.

    Its words are what split(" ") gives; as many as those of `comparable`.
    """
    return re.sub(_SPACE_RUN, " ", text.replace(SOFT_HYPHEN, "")).strip(" ")


def comparable(text: str) -> str:
    """The text with every allowed fold done: equal for the same words, and for those alone.

    Agrees with same_words, which finds words in a text that is not to be changed.
    """
    return folded(spaced(text))


def on_paper(text: str) -> str:
    """The text as a page can show it: no characters without ink, no ligatures (PDF alone)."""
    return text.translate(_ON_PAPER)


class _Plain(dict[int, str]):
    """Maps a character to its lower-case form without accents, one character for one."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_plain = _Plain({ord("ς"): "σ"})  # one letter in two forms, and one capital


def plain(text: str) -> str:
    """Text for searching only: lower case, no accents, every character at its old offset."""
    return text.translate(_plain)


class _Searched(dict[int, str]):
    """Maps a character to its plain form, or a sign to a space."""

    def __missing__(self, code: int) -> str:
        sign = unicodedata.category(chr(code))[0] in "PSZC"
        self[code] = " " if sign else _plain[code]
        return self[code]


_searched = _Searched()
_ASCII = bytes(range(128))
_CAPITALS = tuple(zip(ascii_uppercase, ascii_lowercase, strict=True))


def searchable(text: str) -> str:
    """plain() text in which signs beyond ASCII are spaces; many times faster for long texts.

    Every character is at its old offset. Letters and their marks stay.
    """
    if not text.isascii():
        for one in set(text.encode(errors="ignore").translate(None, _ASCII).decode()):
            folded = _searched[ord(one)]
            if folded != one:
                text = text.replace(one, folded)
    if text.isascii():
        return text.lower()
    for capital, small in _CAPITALS:
        text = text.replace(capital, small)
    return text


def word_run(text: str) -> str:
    """The words of a name or tag for comparing them: folded, a space between two.

    A text without letters and digits is given as plain() text.
    """
    return " ".join(re.findall(r"[^\W_]+", plain(text))) or plain(text)


def words_in_order(words: Sequence[str], *, whole: bool) -> re.Pattern[str]:
    """An expression for searchable() text that finds words one after the other.

    They are words without signs, folded; the last one begins a word or, with `whole`, is one.
    What stands between letters and digits is not looked at: it's finds “it’s”.
    """
    end = r"(?![^\W_])" if whole else ""
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + end)
