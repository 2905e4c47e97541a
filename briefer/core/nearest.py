"""The passage of a text that is most like some words: a proposal, which proves nothing."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefer.core.differences import WORD, Difference, differences
from briefer.core.folds import folded

FLOOR = 0.55
"""Similarity under which two passages are not taken for versions of one; measured on the seeds."""

SEEDS_AT_MOST = 24
PLACES_AT_MOST = 200
"""Words that are looked for in the whole text, the rarest first, and places of one that count."""

WINDOWS = 3
"""Parts of the text that are compared word by word, those with most of the words first."""

AT_EDGES = re.compile(r"\A\W+|\W+\Z")

LONG = 8
"""Letters from which a word counts no more than another."""

SURE = 0.85
"""Similarity from which no other part of the text is looked at."""

BREAK = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*\Z")
"""What the last word of a sentence or clause ends with."""

OPENING = "\"'“‘«„([ "
CLOSING = "\"'”’»)] "

TO_AN_END = 12
"""Words by which a passage is made longer so that it ends where a sentence does."""


class Near(Struct, frozen=True):
    """A range of a text (code points, at word edges) that is like the words looked for.

    `similarity` is the share of their letters that the two have in common, from 0 to 1.
    """

    start: int
    end: int
    similarity: float
    differences: tuple[Difference, ...]


class _Word(Struct, frozen=True):
    """A word of a text: its range, what is compared, and what it costs to leave it out."""

    start: int
    end: int
    key: str
    weight: int


def nearest(text: str, words: str, floor: float = FLOOR) -> Near | None:
    """The passage of `text` most like `words`; None when none is as similar as `floor`.

    Words that stand in the text as they are come first. Else parts of the text that share rare
    words with those looked for are aligned with them word by word; what core/folds.py lets pass
    is no difference there.
    """
    words = words.strip()
    if words and words in text:
        same = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        if same is not None:
            return _near(text, words, *same.span())
    wanted = _words(words, 0)
    best: Near | None = None
    least = 1 + sum(word.weight for word in wanted)
    for start, end in _windows(text, words, wanted):
        there = _words(text[start:end], start)
        cost, place = _aligned(wanted, there)
        first, last = _to_sentence_ends(words, wanted, there, text, place)
        near = _near(text, words, there[first].start, there[last - 1].end)
        if cost < least and near.similarity >= floor:
            best, least = near, cost
        if near.similarity > SURE:
            break
    return best


def _near(text: str, words: str, start: int, end: int) -> Near:
    """The passage; marks around it that the words looked for do not have are left outside."""
    if words[0] not in OPENING:
        start += len(text[start:end]) - len(text[start:end].lstrip(OPENING))
    if words[-1] not in CLOSING:
        end -= len(text[start:end]) - len(text[start:end].rstrip(CLOSING))
    made = differences(words, text[start:end])
    equal = sum(len(one.expected) + len(one.found) for one in made if one.op == "equal")
    total = sum(len(one.expected) + len(one.found) for one in made)
    return Near(start, end, equal / total, made)


def _words(text: str, offset: int) -> list[_Word]:
    """The words of a text, which stands at an offset; one that begins a paragraph costs more.

    So a passage does not run into the next paragraph because of one word that is replaced.
    """
    found = []
    for one in WORD.finditer(text):
        key = AT_EDGES.sub("", folded(one[0]).lower()) or one[0]
        begins = text.endswith("\n\n", 0, one.start())
        weight = LONG + min(len(key), LONG) if begins else 2 + min(len(key), LONG)
        found.append(_Word(offset + one.start(), offset + one.end(), key, weight))
    return found


def _windows(text: str, words: str, wanted: Sequence[_Word]) -> list[tuple[int, int]]:
    """Parts of the text (code points) that may hold the passage, the likeliest first.

    Every place of a rare word says where the passage would begin if that word were its own; the
    parts overlap by half, so that such beginnings that lie close together fall into one.
    """
    half = max(60, len(words) // 3)
    votes: dict[int, dict[int, float]] = {}
    for begins, number, weight in _seeds(text, words, wanted):
        for part in (begins // half, begins // half - 1):
            votes.setdefault(part, {})[number] = weight
    likely = sorted(votes, key=lambda part: (-sum(votes[part].values()), part))
    chosen: list[int] = []
    for part in likely:
        if all(abs(part - other) > 1 for other in chosen):
            chosen.append(part)
        if len(chosen) == WINDOWS:
            break
    return [
        (_edge(text, (part - 1) * half), _edge(text, (part + 3) * half + len(words)))
        for part in chosen
    ]


def _edge(text: str, at: int) -> int:
    """The beginning of the word that an offset lies in; the text's ends for what lies outside."""
    at = min(max(0, at), len(text))
    while 0 < at < len(text) and not text[at - 1].isspace():
        at -= 1
    return at


def _seeds(text: str, words: str, wanted: Sequence[_Word]) -> Iterator[tuple[int, int, float]]:
    """Where the passage would begin for each place of its rarer words: offset, word, weight."""
    seeds: dict[str, int] = {}
    for number, word in enumerate(wanted):
        seeds.setdefault(words[word.start : word.end].strip("\"'“”‘’«».,;:!?()[]"), number)
    counted = sorted((count, seed) for seed in seeds if seed and (count := text.count(seed)))
    for count, seed in counted[:SEEDS_AT_MOST]:
        number = seeds[seed]
        at = text.find(seed)
        for _ in range(min(count, PLACES_AT_MOST)):
            yield at - wanted[number].start, number, len(seed) / (1 + count)
            at = text.find(seed, at + len(seed))


def _aligned(wanted: Sequence[_Word], there: Sequence[_Word]) -> tuple[int, tuple[int, int]]:
    """Which words of `there` (from, to) take the least change to become those wanted.

    The cost of the change comes first. Words of `there` before and behind the range cost nothing
    (semi-global alignment).
    """
    costs = [0] * (len(there) + 1)
    begins = list(range(len(there) + 1))
    for word in wanted:
        above, began = costs, begins
        costs, begins = [above[0] + word.weight], [0]
        for column, other in enumerate(there):
            best, begin = costs[column] + other.weight, begins[column]
            if (left_out := above[column + 1] + word.weight) < best:
                best, begin = left_out, began[column + 1]
            if above[column] <= best and (put := above[column] + _replaced(word, other)) <= best:
                best, begin = put, began[column]
            costs.append(best)
            begins.append(begin)
    end = min(range(1, len(costs)), key=lambda column: (costs[column], -column))
    return costs[end], (min(begins[end], end - 1), end)


def _replaced(word: _Word, other: _Word) -> int:
    """What it costs that one word stands for another: little for another form or figure."""
    if word.key == other.key:
        return 0
    cost = max(word.weight, other.weight)
    figures = word.key[0].isdigit() and other.key[0].isdigit()
    return cost // 2 if figures or word.key[:4] == other.key[:4] else cost


def _to_sentence_ends(
    words: str, wanted: Sequence[_Word], there: Sequence[_Word], text: str, place: tuple[int, int]
) -> tuple[int, int]:
    """The range of words made longer, or a little shorter, to whole sentences.

    That is done at an end where the words looked for end a sentence and the last one was not
    found: what replaces it may be longer than it.
    """
    first, last = place
    ends = [number for number in range(len(there) + 1) if _is_boundary(text, there, number)]
    if there[first].key != wanted[0].key and words.lstrip(OPENING)[:1].isupper():
        first = _closest(ends, first, range(first - TO_AN_END, min(last, first + 3)))
    if there[last - 1].key != wanted[-1].key and BREAK.search(words):
        last = _closest(ends, last, range(max(first + 1, last - 2), last + TO_AN_END + 1))
    return first, last


def _is_boundary(text: str, there: Sequence[_Word], number: int) -> bool:
    """Whether a sentence or paragraph ends before a word."""
    if number in (0, len(there)):
        return True
    before, gap = there[number - 1], text[there[number - 1].end : there[number].start]
    return bool(BREAK.search(text, before.start, before.end)) or "\n" in gap


def _closest(ends: Sequence[int], to: int, among: range) -> int:
    near = [end for end in ends if end in among]
    return min(near, key=lambda end: abs(end - to), default=to)
