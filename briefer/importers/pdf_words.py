"""The words of paragraphs as one text, and what is replaced in it: hyphens, ligatures, marks."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

from briefer.core.changes import apply
from briefer.core.model import Change
from briefer.importers.pdf_letters import HYPHEN
from briefer.importers.pdf_lines import Line
from briefer.importers.pdf_paragraphs import MARKER

LIGATURE = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]")
"""Latin, Armenian, Hebrew and Arabic ligatures and letter forms, which stand for plain letters."""

_HYPHENATED = "all anti far half high ill long low near neo non quasi self short socio ultra vice"
PREFIXES = frozenset([*_HYPHENATED.split(), "well", "wide"])
"""First parts that are written with a hyphen often enough to keep it."""

AROUND = ".,;:!?()[]{}/\"“”„‘’'«»…–—-" + HYPHEN
"""What stands around words and is no part of them."""

CUTS = ("-", "\u00ad", HYPHEN)
"""How a line ends that cuts a word."""

LONGEST_COMPARED = 400
"""Characters of a paragraph that may be a heading."""

POWERS = ("2", "3")
UNIT = re.compile(r"(?:^|[\s\d(/·])(?:[kcdm]?m|ft|yd|mi)$")
"""What a raised figure is the power of, and no mark of a note."""

LOOKED_FOR = 16
"""Words that are looked for in the text of a document, before all of its words are gathered."""

LAST_PART = re.compile(r"([^\W_]+)-$")
FIRST_PART = re.compile(r"[^\W_]+")


class Hyphens:
    """Decides for a word cut at the end of a line whether its hyphen was there before."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines
        self._text = ""
        self._asked = 0
        self._known: frozenset[str] | None = None

    def keeps(self, first: str, second: str) -> bool:
        """Whether the hyphen stays, by what the document writes elsewhere, else by habit."""
        if self._writes(f"{first}-{second}".lower()):
            return not self._writes((first + second).lower())
        if self._writes((first + second).lower()):
            return False
        capital = second[:1].isupper() and not first.isupper()
        number = first[-1].isdigit() or second[:1].isdigit()
        return capital or number or first.lower() in PREFIXES

    def _writes(self, word: str) -> bool:
        """Whether the document has a word; the first few are looked for, then all are gathered."""
        if not self._text:
            self._text = " ".join([line.text for line in self._lines]).lower()
        self._asked += 1
        if self._known is None and self._asked > LOOKED_FOR:
            self._known = frozenset(word.strip(AROUND) for word in set(self._text.split()))
        if self._known is not None:
            return word in self._known
        return any(found.strip(AROUND) == word for found in self._around(word))

    def _around(self, word: str) -> Iterator[str]:
        """The words between spaces wherever the letters of a word are."""
        at = self._text.find(word)
        while at >= 0:
            end = self._text.find(" ", at)
            end = end if end >= 0 else len(self._text)
            yield from self._text[self._text.rfind(" ", 0, at) + 1 : end].split()
            at = self._text.find(word, end)


def written(
    lines: Sequence[Line], hyphens: Hyphens, marks: Collection[str]
) -> tuple[str, list[Change]]:
    """The words of a paragraph with its line ends, and what is replaced in them.

    A word cut at the end of a line is joined; ligatures are taken apart; `marks`, the footnote
    marks of the page, are left out where they stand raised.
    """
    words = [line.text.rstrip() for line in lines]
    found: list[Change] = []
    at = 0
    for number, line in enumerate(lines):
        if line.raised:
            found += _raised(line, at, marks)
        at += len(words[number]) + 1
        if words[number][-1:] in CUTS:
            words[number] = words[number].replace(HYPHEN, "-")
            if number + 1 < len(lines):
                found += _line_end(words[number], words[number + 1], at, hyphens)
    text = "\n".join(words)
    if text.isascii():
        return text, found
    taken = {one.start for one in found}
    found += (one for one in _ligatures(text) if one.start not in taken)
    return text, sorted(found, key=lambda one: one.start)


def list_marker(text: str) -> int:
    """How many characters the marker of a list item takes, the space behind it included."""
    found = MARKER.match(text)
    return found.end() if found else 0


def _raised(line: Line, at: int, marks: Collection[str]) -> Iterator[Change]:
    for start, end in line.raised:
        mark = line.text[start:end].strip()
        if mark in marks and not (mark in POWERS and UNIT.search(line.text, 0, start)):
            yield Change(at + start, at + end, "")


def _line_end(words: str, after: str, at: int, hyphens: Hyphens) -> Iterator[Change]:
    """What becomes of a hyphen and the line end behind it, which ends at `at`."""
    first, second = LAST_PART.search(words), FIRST_PART.match(after)
    if words[-1] == "\u00ad":
        yield Change(at - 2, at, "")
    elif first and second:
        kept = hyphens.keeps(first[1], second[0])
        yield Change(at - 1 if kept else at - 2, at, "")


def _ligatures(text: str) -> Iterator[Change]:
    for found in LIGATURE.finditer(text):
        plain = unicodedata.normalize("NFKC", found[0])
        if plain != found[0]:
            yield Change(found.start(), found.end(), plain)


def plain(text: str, found: Sequence[Change]) -> str:
    """The words as they will be read, for comparing short ones with an outline or a record."""
    short = text[:LONGEST_COMPARED]
    return " ".join((apply(text, found) if found else short).split())
