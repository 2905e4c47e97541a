"""Statements that no measure names, put together by their words alone: groups that are possible."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefer.core.folds import plain
from briefer.core.statements import Statement

ENOUGH = 0.45
"""The share of their weighted words that two statements must have in common (measured)."""

HEADS = 40
"""Groups of one head noun that a statement is compared with, at most: the time stays linear."""

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


class Likeness(Struct, frozen=True):
    """What two statements of one thing have in common."""

    head: tuple[str, str, str]
    """Basis, unit, and the noun that is counted."""
    words: frozenset[str]
    denied: bool


def possible(found: Iterable[Statement]) -> list[tuple[Statement, ...]]:
    """Groups of two or more statements without a measure that may speak of one thing.

    They count the same noun in the same unit, and share most of their words; durations, and
    figures that name nothing, are left out.
    """
    by_head: dict[tuple[str, str, str], list[tuple[Likeness, list[Statement]]]] = {}
    for one in found:
        likeness = likeness_of(one)
        if likeness is None:
            continue
        groups = by_head.setdefault(likeness.head, [])
        fitting = next((some for like, some in groups[:HEADS] if alike(like, likeness)), None)
        if fitting is not None:
            fitting.append(one)
        else:
            groups.append((likeness, [one]))
    return [tuple(some) for groups in by_head.values() for _, some in groups if len(some) > 1]


def likeness_of(one: Statement) -> Likeness | None:
    """What a statement is compared by; None when it has a measure, or counts nothing named."""
    figure = one.figure
    if one.measure or figure is None or figure.basis == "duration":
        return None
    counted = WORD.findall(plain(figure.counted))
    if not counted:
        return None
    words = {_stem(word) for word in WORD.findall(plain(one.sentence)) if word not in IDLE}
    head = (figure.basis, figure.unit, _stem(counted[-1]))
    return Likeness(head, frozenset(words - {head[2]}), not words.isdisjoint(NEGATIONS))


def alike(one: Likeness, two: Likeness) -> bool:
    """Whether two statements of one head share enough of their words."""
    if one.denied != two.denied or not one.words or not two.words:
        return False
    common = len(one.words & two.words)
    return common / min(len(one.words), len(two.words)) >= ENOUGH and common > 1


def _stem(word: str) -> str:
    known = SYNONYMS.get(word)
    return known or ENDINGS.sub("", word) or word


def counted_in(group: Sequence[Statement]) -> str:
    """What a possible group is called: the words that its first statement counts."""
    figure = group[0].figure
    return figure.counted if figure else ""
