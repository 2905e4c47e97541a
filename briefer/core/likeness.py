"""How much wording two texts share: rows of words, whole or sampled, as numbers."""

import re
from collections.abc import Collection, Sequence
from zlib import crc32

from briefer.core.folds import plain

ROW = 4
"""Words in a row that two texts must both have before anything counts as shared."""

SKETCH = 8
"""Numbers of a sketch at most, the smallest; a version shares many, another text hardly one."""

RARE = b"v"
OFTEN = 400
"""A letter of the Latin script that stretches of a sketch begin behind, and in how many letters
it stands at least once."""

STRETCH = 24
"""Bytes of a stretch: about four words."""

UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
"""A word without punctuation; in scripts that set no spaces, one character."""

DIGITS = re.compile(r"\d+")

STAMP = re.compile(
    "v|ver|version|r|rev|revision|revised|draft|copy|corr|add|final|clean|as|delivered|asdelivered|"
    "updated?|corrected|new|old|latest|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|"
    "january|february|march|april|august|september|october|november|december"
)
"""What tells versions of a file apart in its name, beside numbers."""


def words_of(text: str) -> list[str]:
    """The words as they are compared: small letters, every number the same, no punctuation."""
    return WORD.findall(DIGITS.sub("0", text.lower()))


def rows_of(words: Sequence[str]) -> set[int]:
    """Every row of ROW words, as a number; a shorter text is one row, no words are none."""
    if not words:
        return set()
    rows = zip(*(words[at:] for at in range(ROW)), strict=False)
    return {crc32(" ".join(row).encode()) for row in (rows if words[ROW:] else [words])}


def sketch(text: str) -> list[int]:
    """At most SKETCH numbers of stretches of a text, the smallest: the same for the same wording.

    Texts that share half of their wording have nearly always some in common. A stretch is what
    stands behind a letter that is rare; where there are few of it (in other scripts), rows of
    words. To cut a text at a letter takes a tenth of the time that its words take.
    """
    cut = text.encode().replace(b"\n", b" ").split(RARE)[1:]
    if len(cut) * OFTEN < len(text):
        return sorted(rows_of(words_of(text)))[:SKETCH]
    return sorted({crc32(one[:STRETCH]) for one in cut if len(one) >= STRETCH})[:SKETCH]


def shares(one: Collection[int], other: Collection[int]) -> tuple[float, float]:
    """The share of the rows of either that the other has too, from 0 to 1."""
    both = len(set(one) & set(other))
    return both / max(1, len(one)), both / max(1, len(other))


def plain_title(title: str) -> str:
    """A title as titles are compared: letters and digits alone, small, without accents."""
    return " ".join(re.findall(r"[^\W_]+", plain(title)))


def masked_name(file: str) -> str:
    """The name of a file without its ending and without what tells versions of it apart."""
    name = file.replace("\\", "/").rpartition("/")[2]
    stem = (name.rpartition(".")[0] or name).casefold()
    return " ".join(part for part in re.findall(r"[^\W\d_]+", stem) if not STAMP.fullmatch(part))
