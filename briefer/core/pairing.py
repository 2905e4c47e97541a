"""Statements that no measure names, put together by their words alone: groups that are possible."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from briefer.core.folds import plain
from briefer.core.statements import Statement

ENOUGH = 0.45
"""The share of the weight of their words that two statements must have in common (measured)."""

COMMON = 2
"""Words that they must have in common at least."""

BESIDE = 0.4
"""What a word of the sentence weighs that does not stand in the figure's own part of it."""

RARE, HOLDERS = 6, 60
"""A statement is compared with the newest that hold one of its rarest words: so many of each."""

WORD = re.compile(r"[^\W\d_]{3,}")
ENDINGS = re.compile(r"(?:ations?|ements?|ings?|ies|ied|ed|es|s|e)$")

SYNONYMS: Mapping[str, str] = {
    "countries": "state", "country": "state", "nations": "state", "nation": "state",
    "landmines": "mine", "landmine": "mine", "persons": "peopl", "individuals": "peopl",
    "pays": "etat", "inhabitants": "peopl", "girls": "child", "boys": "child", "children": "child",
    "kids": "child", "pupils": "child", "minors": "child", "enfants": "enfant",
    "killings": "kill", "deaths": "dead", "died": "dead", "fatalities": "dead",
}  # fmt: skip

IDLE = frozenset({
    "the", "and", "for", "with", "that", "this", "from", "have", "has", "had", "were", "was",
    "been", "are", "will", "would", "than", "more", "over", "nearly", "about", "least", "some",
    "million", "billion", "thousand", "per", "cent", "percent", "their", "its", "which", "who",
    "also", "other", "there", "these", "those", "into", "since", "year", "years", "said", "les",
    "des", "une", "dans", "pour", "plus", "par", "sur", "est", "sont", "ont", "aux", "leur",
})  # fmt: skip

NEGATIONS = frozenset({"not", "never", "without", "yet", "remain", "outside", "sans", "pas"})


class Likeness(Struct, frozen=True, eq=False):
    """What two statements of one thing have in common."""

    kind: tuple[str, str]
    """Basis and unit."""
    head: str
    """The noun that is counted, or “” when the words behind the figure do not name one."""
    weights: Mapping[str, float]
    """The words of the statement, rare ones and those beside the figure weighing more."""
    denied: bool
    places: frozenset[str]


def possible(found: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """Groups of two or more statements without a measure that may speak of one thing.

    They count in one unit, name the same noun where both name one, and share most of the weight
    of their words; durations, and figures about which nothing is said, are left out.
    """
    read = [_words(one) for one in found]
    often = Counter(word for words in read for word in words)
    likenesses = [
        _likeness(one, words, often, len(found)) for one, words in zip(found, read, strict=True)
    ]
    holders: dict[str, list[int]] = {}
    group_of = list(range(len(found)))
    for number, likeness in enumerate(likenesses):
        if likeness is None:
            continue
        rare = sorted(likeness.weights, key=lambda word: (often[word], word))[:RARE]
        near = {other for word in rare for other in holders.get(word, ())[-HOLDERS:]}
        for other in sorted(near):
            like = likenesses[other]
            if like is not None and alike(like, likeness):
                group_of[number] = group_of[other]
                break
        for word in rare:
            holders.setdefault(word, []).append(number)
    groups: dict[int, list[Statement]] = {}
    for number, one in zip(group_of, found, strict=True):
        groups.setdefault(number, []).append(one)
    return [tuple(some) for some in groups.values() if len(some) > 1]


def alike(one: Likeness, two: Likeness) -> bool:
    """Whether two statements may be of one thing."""
    if one.kind != two.kind or one.denied != two.denied:
        return False
    if one.head and two.head and one.head != two.head:
        return False
    if one.places and two.places and one.places.isdisjoint(two.places):
        return False
    common = one.weights.keys() & two.weights.keys()
    if len(common) < COMMON:
        return False
    shared = sum(min(one.weights[word], two.weights[word]) for word in common)
    return shared >= ENOUGH * min(sum(one.weights.values()), sum(two.weights.values()))


def counted_in(group: Sequence[Statement]) -> str:
    """What a possible group is called: the words that its first statement counts."""
    return next((one.figure.counted for one in group if one.figure and one.figure.counted), "")


def _words(one: Statement) -> dict[str, float]:
    """The words of a sentence by their stems: 1 beside the figure, less in the rest of it."""
    figure = one.figure
    if one.measure or figure is None or figure.basis == "duration":
        return {}
    words = {_stem(word): BESIDE for word in WORD.findall(plain(one.sentence)) if word not in IDLE}
    return words | {
        _stem(word): 1.0 for word in WORD.findall(plain(one.clause)) if word not in IDLE
    }


def _likeness(
    one: Statement, words: Mapping[str, float], often: Mapping[str, int], total: int
) -> Likeness | None:
    figure = one.figure
    if not words or figure is None:
        return None
    counted = [word for word in WORD.findall(plain(figure.counted)) if word not in IDLE]
    weights = {word: near * math.log(1 + total / often[word]) for word, near in words.items()}
    head = _stem(counted[-1]) if counted else ""
    return Likeness(
        (figure.basis, figure.unit), head, weights, not NEGATIONS.isdisjoint(words), one.places
    )


@lru_cache(1 << 16)
def _stem(word: str) -> str:
    known = SYNONYMS.get(word)
    return known or ENDINGS.sub("", word) or word
