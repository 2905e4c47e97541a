"""The passage that two paragraphs have in common, word for word or nearly so."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

from briefer.core.differences import WORD, Difference, differences
from briefer.core.likeness import UNSPACED, words_of
from briefer.core.model import Range
from briefer.core.nearest import BREAK, OPENING

GAP = 0.6
"""What a word that differs takes from a passage; one that is the same gives 1."""

TO_AN_END = 6
"""Words by which a passage is made longer at either end so that it ends where a sentence does."""

FEWEST = 6
"""Words that must be the same; fewer could be chance."""

TELLING = 3
"""Words among them that say what it is about."""

ALIKE = 0.58
"""The share of letters that must be the same, as in core/nearest.py; measured on the samples."""

NAMES = 0.75
"""The share of long words with a capital from which a passage is a name and says nothing."""

LONG = 4
"""Letters of a word that would be written with a capital only in a name."""

TELLS = re.compile(rf"[{UNSPACED}]|\w{{5}}")
"""How a word begins that says what a passage is about: long, or in a script without spaces."""


class Common(Struct, frozen=True):
    """A passage of one text and what is like it in another: ranges in code points.

    `similarity` is the share of letters that the two have in common, from 0 to 1.
    """

    one: Range
    other: Range
    similarity: float
    differences: tuple[Difference, ...]


class _Word(Struct, frozen=True):
    start: int
    end: int
    key: str


def common_passage(one: str, other: str) -> Common | None:
    """The longest passage that two paragraphs say alike; None where they have too little in common.

    Numbers count as the same, so that a passage with another figure is found; it is among the
    differences. A row of names (the title of a treaty) is no passage.
    """
    first, second = list(_words(one)), list(_words(other))
    chain = _chain(_blocks(first, second))
    same = [first[at].key for begin, _, size in chain for at in range(begin, begin + size)]
    if len(same) < FEWEST or sum(map(_tells, same)) < TELLING:
        return None
    begins, ends = chain[0], chain[-1]
    sides = (
        _Side(one, first, begins[0], ends[0] + ends[2]),
        _Side(other, second, begins[1], ends[1] + ends[2]),
    )
    (start, end), (begin, stop) = _to_ends(sides)
    made = differences(one[start:end], other[begin:stop])
    equal = sum(len(part.expected) + len(part.found) for part in made if part.op == "equal")
    similarity = equal / (end - start + stop - begin)
    if similarity < ALIKE or _is_name(one[start:end]) or _is_name(other[begin:stop]):
        return None
    return Common((start, end), (begin, stop), similarity, made)


def _words(text: str) -> Iterator[_Word]:
    for found in WORD.finditer(text):
        yield _Word(*found.span(), " ".join(words_of(found[0])) or found[0])


def _tells(key: str) -> bool:
    return TELLS.match(key) is not None


Block = tuple[int, int, int]
"""Where words that are the same begin in either list, and how many they are."""


def _blocks(first: Sequence[_Word], second: Sequence[_Word]) -> list[Block]:
    keys = [one.key for one in first], [one.key for one in second]
    found = SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
    return [(one.a, one.b, one.size) for one in found if one.size]


def _chain(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that follow each other with the most words that are the same and fewest between.

    A run is given up where what differs outweighs what it has: the greatest sum of a part.
    """
    best: list[Block] = []
    most = total = 0.0
    run: list[Block] = []
    for block in blocks:
        if run:
            last = run[-1]
            between = max(block[0] - last[0], block[1] - last[1]) - last[2]
            total -= GAP * between
        if total <= 0:
            run, total = [], 0.0
        run = [*run, block]
        total += block[2]
        if total > most:
            best, most = run, total
    return best


class _Side(NamedTuple):
    """A paragraph, its words, and which of them are alike, from first to last."""

    text: str
    words: Sequence[_Word]
    first: int
    last: int

    def start(self) -> int | None:
        """The word that the sentence begins with, if that is close by."""
        for at in range(self.first, max(-1, self.first - TO_AN_END - 1), -1):
            if at == 0 or self.ends(at):
                return at
        return None

    def stop(self) -> int | None:
        """How many words there are to the end of the sentence, if that is close by."""
        for at in range(self.last, min(len(self.words), self.last + TO_AN_END) + 1):
            if at == len(self.words) or self.ends(at):
                return at
        return None

    def ends(self, at: int) -> bool:
        """Whether a sentence or clause ends before a word."""
        before = self.words[at - 1]
        return BREAK.search(self.text, before.start, before.end) is not None

    def range(self, first: int, last: int) -> Range:
        """The words from first to last, opening marks left outside."""
        start, end = self.words[first].start, self.words[last - 1].end
        return start + len(self.text[start:end]) - len(self.text[start:end].lstrip(OPENING)), end


def _to_ends(sides: Sequence[_Side]) -> list[Range]:
    """The ranges, made longer to whole sentences where those end close by in both."""
    starts, stops = [one.start() for one in sides], [one.stop() for one in sides]
    return [
        one.range(
            one.first if start is None or None in starts else start,
            one.last if stop is None or None in stops else stop,
        )
        for one, start, stop in zip(sides, starts, stops, strict=True)
    ]


def _is_name(words: str) -> bool:
    """Whether nearly all long words begin with a capital, the first word left aside."""
    long = [one for one in words.split()[1:] if len(one.strip("“”()[],.;:")) >= LONG]
    capitals = sum(one.strip("“”()[]")[:1].isupper() for one in long)
    return bool(long) and capitals >= NAMES * len(long)
