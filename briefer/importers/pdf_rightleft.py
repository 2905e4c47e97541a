"""Words written from right to left: from the letters as they are drawn to the order of reading.

PDFium's own order was found to break brackets, ligatures, numbers and Latin words inside a line
(see the tests), so the letters are put in order here, by the rules of Unicode's annex 9 read
backwards.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct


class Glyph(Struct, frozen=True, gc=False):
    """What one drawn letter says (a ligature says several), and where it stands."""

    text: str
    left: float
    right: float


MIRRORED = dict(zip("()[]{}<>«»‹›⟨⟩", ")(][}{><»«›‹⟩⟨", strict=True))
"""Brackets, and what they look like in a line from right to left (UAX 9, rule L4)."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic, Syriac and their like."""

CLASSES = {
    "R": "R", "AL": "A", "L": "L", "EN": "N", "AN": "N", "CS": "C", "ES": "E", "ET": "T",
}  # fmt: skip
"""Unicode's classes of direction as one letter each; all others are neutral (O)."""

HEBREW_NUMBER = r"T*N(?:[CE]?N)*T*"
ARABIC_NUMBER = r"N(?:C?N)*"
"""What stays from left to right: 50%, 2024-2026 among Hebrew letters; 1,234 among Arabic ones."""

LATIN = r"L(?:[^RA]*[LN])?"


def reads_from_right(text: str) -> bool:
    """Whether a letter of a script from right to left is in the text."""
    return RIGHT_TO_LEFT.search(text) is not None


def read_clusters(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The letters from left to right, each with the marks upon it; a ligature is one of them."""
    letters: list[list[Glyph]] = []
    marks: list[Glyph] = []
    for one in glyphs:
        if unicodedata.category(one.text[0]) == "Mn":
            marks.append(one)
        elif letters and _same_box(letters[-1][0], one):
            letters[-1].append(one)
        else:
            letters.append([one])
    if not letters:
        return marks
    letters.sort(key=_middle)
    for mark in marks:
        at = bisect_left(letters, mark.left + mark.right, key=_middle)
        near = letters[max(0, at - 2) : at + 2]
        min(near, key=lambda held: _distance(held[0], mark)).append(mark)
    return [Glyph(_letters(held), held[0].left, held[0].right) for held in letters]


def _middle(held: Sequence[Glyph]) -> float:
    """Twice the middle of a letter."""
    return held[0].left + held[0].right


def _same_box(one: Glyph, other: Glyph) -> bool:
    return (one.left, one.right) == (other.left, other.right)


def _distance(letter: Glyph, mark: Glyph) -> float:
    """How far a combining mark stands from the middle of a letter, more where it is beside it."""
    middle = (mark.left + mark.right) / 2
    beside = max(letter.left - middle, middle - letter.right, 0.0)
    return beside * 100 + abs(middle - (letter.left + letter.right) / 2)


def _letters(cluster: Sequence[Glyph]) -> str:
    """The letters and marks of one glyph in order.

    PDFium tells those of a ligature from right to left in the wrong order where the file names
    them one by one, and in the right one where it takes apart a ligature that Unicode knows.
    """
    told = "".join(one.text for one in cluster)
    if len(cluster) == 1 or _kind(told) not in "RA":
        return told
    letters = [one for one in told if unicodedata.category(one) != "Mn"]
    marks = [one for one in told if unicodedata.category(one) == "Mn"]
    turned = "".join(reversed(letters))
    known = "".join(letters) in ligatures() and turned not in ligatures()
    return "".join([*(letters if known else turned), *marks])


@cache
def ligatures() -> frozenset[str]:
    """What the ligatures of Hebrew and Arabic stand for (Unicode, compatibility forms)."""
    codes = (*range(0xFB1D, 0xFE00), *range(0xFE70, 0xFEFD))
    plain = (unicodedata.normalize("NFKC", chr(code)) for code in codes)
    return frozenset(letters for letters in plain if len(letters) > 1)


def visual_runs(clusters: Sequence[Glyph], space: float, gap: float) -> Iterator[list[Glyph]]:
    """The letters cut where more than `gap` lies between them, with a space where one lies."""
    run = [clusters[0]]
    for one in clusters[1:]:
        between = one.left - run[-1].right
        blank = one.text.isspace() or run[-1].text.isspace()
        if between > gap:
            yield run
            run = []
        elif between > space and not blank:
            run.append(Glyph(" ", run[-1].right, one.left))
        if not (run and one.text.isspace() and run[-1].text.isspace()):
            run.append(one)
    yield run


class Direction(Struct, frozen=True):
    """How the lines of a page are read: from the right, and with their brackets turned round."""

    from_right: bool
    mirror: bool


def direction(lines: Iterable[Sequence[str]]) -> Direction:
    """How lines are read that hold letters of a script from right to left.

    Where more letters of the page are such, all its lines are read from the right. Programs that
    write PDF differ in whether they tell the shape or the meaning of a bracket, and PDFium turns
    it; what closes more brackets than it leaves open is right.
    """
    held = list(lines)
    kinds = "".join(_kind(one) for line in held for one in line)
    from_right = len(re.findall("[RA]", kinds)) >= kinds.count("L")
    scores = [
        sum(_nested(logical(line, Direction(from_right, mirror))) for line in held)
        for mirror in (False, True)
    ]
    return Direction(from_right, scores[1] > scores[0])


def logical(letters: Sequence[str], way: Direction) -> str:
    """The words of a line in the order of reading; `letters` are those from left to right."""
    kinds = "".join(map(_kind, letters))
    number = ARABIC_NUMBER if "A" in kinds else HEBREW_NUMBER
    if way.from_right or "L" not in kinds:
        return _paired("".join(_from_right(letters, kinds, number, way.mirror)))
    words: list[str] = []
    at = 0
    for run in re.finditer(r"[RA](?:[^L]*[RA])?", kinds):
        words += letters[at : run.start()]
        at = run.end()
        words += _from_right(letters[run.start() : at], run[0], number, way.mirror)
    return _paired("".join([*words, *letters[at:]]))


def _from_right(letters: Sequence[str], kinds: str, number: str, mirror: bool) -> Iterator[str]:
    """The letters of a run from right to left; Latin words and numbers in it keep their order."""
    end = len(letters)
    for run in reversed(list(re.finditer(f"{LATIN}|{number}", kinds))):
        yield from _backwards(letters[run.end() : end], mirror)
        yield from letters[run.start() : run.end()]
        end = run.start()
    yield from _backwards(letters[:end], mirror)


def _backwards(letters: Sequence[str], mirror: bool) -> Iterator[str]:
    for one in reversed(letters):
        yield MIRRORED.get(one, one) if mirror else one


def _kind(text: str) -> str:
    return CLASSES.get(unicodedata.bidirectional(text[0]), "O")


def _paired(text: str) -> str:
    """The text with its round brackets opening and closing in turn, where they else do not."""
    count = len(re.findall("[()]", text))
    turns = iter("()" * (count // 2))
    better = re.sub("[()]", lambda _: next(turns), text) if count and count % 2 == 0 else text
    return better if _nested(better) > _nested(text) else text


def _nested(text: str) -> int:
    """How many brackets of a text close one that is open, less those that close none."""
    found, open_ones = 0, 0
    for one in text:
        if one in "([{«‹":
            open_ones += 1
        elif one in ")]}»›":
            found += 1 if open_ones else -1
            open_ones = max(0, open_ones - 1)
    return found
