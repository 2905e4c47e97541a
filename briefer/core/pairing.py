"""Statements that may be of one thing, told by their words alone."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from briefer.core.statements import Statement
from briefer.core.topics import Topic
from briefer.core.word_families import DEFINITIONS, EXCLUSIVE, GENERIC

ENOUGH = 0.45
"""The share of the weight of their words that two statements must have in common (measured)."""

COMMON = 2
"""Words that they must have in common at least, those for what anything can be counted in apart."""

BESIDE, AROUND = 0.5, 0.3
"""What a word weighs of the rest of the sentence, and of the paragraph and headings around it."""

RARE, HOLDERS = 6, 40
"""A statement is compared with the newest that hold one of its rarest words: so many of each."""

MEMBERS = 6
"""A statement joins a group when it is like each of so many of its members."""


Like = Callable[[Statement, Statement], bool]


def linked(found: Sequence[Statement], like: Like) -> list[list[Statement]]:
    """Groups of two or more statements that are `like` each other, in order.

    A statement is compared with those that hold one of its rarest words and count in its unit.
    """
    often = Counter(chain.from_iterable(one.topic.near for one in found))
    holders: dict[tuple[str, str], list[int]] = {}
    groups: list[list[Statement]] = []
    group_of: dict[int, int] = {}
    for number, one in enumerate(found):
        if not one.topic.kind:
            continue
        keys = [(one.topic.kind, word) for word in _rarest(one.topic.near, often)]
        for other in _candidates(keys, holders):
            group = group_of.get(other)
            members = [found[other]] if group is None else groups[group][-MEMBERS:]
            if all(like(each, one) for each in members):
                if group is None:
                    group = group_of[other] = len(groups)
                    groups.append([found[other]])
                groups[group].append(one)
                group_of[number] = group
                break
        for key in keys:
            holders.setdefault(key, []).append(number)
    return groups


def weights_of(found: Sequence[Statement]) -> dict[str, float]:
    """How much each word tells: the more, the fewer statements hold it."""
    often = Counter(chain.from_iterable(one.topic.near | one.topic.beside for one in found))
    return {word: math.log(1 + len(found) / times) for word, times in often.items()}


def akin(one: Statement, two: Statement) -> bool:
    """Whether two statements of a measure that is bound to place and time may be of one event.

    Nothing keeps them apart, and they share a place, or enough words besides what is counted.
    """
    if _parted(one, two) or not _compatible(one.topic, two.topic):
        return False
    if one.places & two.places:
        return True
    return len(_common(one.topic, two.topic) - GENERIC) >= COMMON


def alike(one: Statement, two: Statement, weights: Mapping[str, float]) -> bool:
    """Whether two statements may be of one thing; `weights` says how much a word tells."""
    a, b = one.topic, two.topic
    return not _parted(one, two) and _compatible(a, b) and _likeness(a, b, weights) >= ENOUGH


def _parted(one: Statement, two: Statement) -> bool:
    """Whether two statements stand in one sentence, or are of places none of which both name."""
    if (one.source, one.start) == (two.source, two.start):
        return True
    return bool(one.places and two.places and one.places.isdisjoint(two.places))


def of_two_definitions(one: Topic, two: Topic) -> bool:
    """Whether two topics are of one thing as two definitions have it: people affected, in need."""
    return any(
        one.acts & pair and two.acts & pair and not one.acts & two.acts & pair
        for pair in DEFINITIONS
    )


def _rarest(words: Iterable[str], often: Mapping[str, int]) -> list[str]:
    return sorted(words, key=lambda word: (often[word], word))[:RARE]


def _candidates(
    keys: Sequence[tuple[str, str]], holders: Mapping[tuple[str, str], Sequence[int]]
) -> list[int]:
    """The statements that hold one of the words, those of most words first, then the newest."""
    hits = Counter(chain.from_iterable(holders.get(key, ())[-HOLDERS:] for key in keys))
    return [other for other, _ in sorted(hits.items(), key=lambda hit: (-hit[1], -hit[0]))]


def _compatible(a: Topic, b: Topic) -> bool:
    """Whether nothing that both name keeps two topics apart."""
    return (
        a.kind == b.kind
        and a.marks == b.marks
        and _same_things(a.things, b.things)
        and _same_acts(a, b)
        and _same_qualities(a, b)
    )


def _same_things(one: frozenset[str], two: frozenset[str]) -> bool:
    if not one or not two or one & two:
        return True
    return bool(one & GENERIC and two & GENERIC)


def _same_acts(a: Topic, b: Topic) -> bool:
    if not a.acts or not b.acts:
        return True
    if of_two_definitions(a, b):
        return True
    exclusive = (a.acts & EXCLUSIVE, b.acts & EXCLUSIVE)
    return bool(a.acts & b.acts) and (not all(exclusive) or exclusive[0] == exclusive[1])


def _same_qualities(a: Topic, b: Topic) -> bool:
    kinds = {kind for kind, _ in a.qualities} & {kind for kind, _ in b.qualities}
    shared = {kind for kind, _ in a.qualities & b.qualities}
    return kinds <= shared


def _likeness(a: Topic, b: Topic, weights: Mapping[str, float]) -> float:
    """The share of the weight of the words of the shorter topic that the other one has too."""
    common = _common(a, b)
    if len(common - GENERIC) < COMMON or not a.near & (b.near | b.beside | b.around):
        return 0
    shared = sum(
        min(_nearness(a, word), _nearness(b, word)) * weights.get(word, 0) for word in common
    )
    least = min(_weight(a, weights), _weight(b, weights))
    return shared / least if least else 0


def _common(a: Topic, b: Topic) -> frozenset[str]:
    """The words of one's sentence that the other has in its own, or around it."""
    own, other = a.near | a.beside, b.near | b.beside
    return (own & other) | (own & b.around) | (other & a.around)


def _nearness(topic: Topic, word: str) -> float:
    return 1 if word in topic.near else BESIDE if word in topic.beside else AROUND


def _weight(topic: Topic, weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 0) for word in topic.near)
