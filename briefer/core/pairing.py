"""Statements that may be of one thing, told by their words alone."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from briefer.core.statements import Statement
from briefer.core.topics import Topic
from briefer.core.word_families import COUNTERS, DEFINITIONS, EXCLUSIVE, GENERIC, SOFT, VAGUE

WORLD = frozenset({"world"})
"""The whole world, which is also meant where no place is named."""

ENOUGH = 0.4
"""The share of the weight of their words that two statements must have in common (measured)."""

COMMON = 2
"""Words that they must have in common at least."""

BESIDE, AROUND = 0.5, 0.3
"""What a word weighs of the rest of the sentence, and of the paragraph and headings around it."""

SAME_PLACE = 0.1
"""What a place that both are about adds to their likeness."""

NEVER = 20
"""So many times another number, a figure is of another thing."""

KNOWN = 0.1
"""What a measure that both are of adds."""

SERIES, ELSEWHERE = 0.5, 0.3
"""The share of their own words that two statements of one paragraph, or text, have in common."""

FACTOR, MORE = 3, 0.9
"""Numbers of which one is more than so many times the other need so much in common."""

RARE, HOLDERS = 4, 6
"""A statement is compared with the newest that hold one of its rarest words: so many of each."""

MEMBERS = 6
"""A statement joins a group when it is like each of so many of its members."""


def linked(found: Sequence[Statement]) -> list[list[Statement]]:
    """Groups of two or more statements that may be of one thing, in order.

    A statement is compared with the newest that share what it counts and one of its rarest words
    or its place; it joins the group of the likest when it is like the others of that group, too.
    """
    weights = weights_of(found)
    often = Counter(chain.from_iterable(one.topic.telling for one in found))
    holders: dict[str, list[int]] = {}
    groups: dict[int, list[Statement]] = {}
    twins: dict[tuple[object, ...], int] = {}
    for number, one in enumerate(found):
        topic = one.topic
        if not topic.kind:
            continue
        twin = twins.setdefault((topic.kind, topic.near, one.places, one.measure), number)
        if twin != number and alike(found[twin], one, weights):
            # in the same words: what is found by them is found by its twin
            group = groups.get(twin) or [found[twin]]
            group.append(one)
            groups[twin] = groups[number] = group
            continue
        own, asked = _keys(one, often)
        near = {other for key in asked if key in holders for other in holders[key][-HOLDERS:]}
        rated = [(like, other) for other in near if (like := alike(found[other], one, weights))]
        for _, other in sorted(rated, reverse=True):
            group = groups.get(other) or [found[other]]
            if all(alike(each, one, weights) for each in group[-MEMBERS:]):
                group.append(one)
                groups[other] = groups[number] = group
                break
        for key in own:
            if key in holders:
                holders[key].append(number)
            else:
                holders[key] = [number]
    return list({id(group): group for group in groups.values()}.values())


def _keys(one: Statement, often: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """What a statement is found by, and what it asks for.

    What it counts, with a word: any statement's, those of statements without a place (“-”), those
    of its place; and the place alone, or the measure.
    """
    topic = one.topic
    shared = [(times, word) for word in topic.telling if (times := often[word]) > 1]
    words = [word for _, word in sorted(shared)[:RARE]]
    pairs = [f"{subject}|{word}" for subject in topic.subjects for word in words]
    known = [one.measure] if one.measure else []
    if one.places <= WORLD:
        return [*pairs, *(f"-{pair}" for pair in pairs), *known], [*pairs, *known]
    placed = [f"{place}|{pair}" for place in one.places for pair in pairs]
    placed += [f"{place}|{subject}" for place in one.places for subject in topic.subjects]
    return [*pairs, *placed, *known], [*placed, *(f"-{pair}" for pair in pairs), *known]


def weights_of(found: Sequence[Statement]) -> dict[str, float]:
    """How much each word tells: the more, the fewer statements hold it."""
    often = Counter(chain.from_iterable(one.topic.near | one.topic.beside for one in found))
    return {word: math.log(1 + len(found) / times) for word, times in often.items()}


def akin(one: Statement, two: Statement) -> bool:
    """Whether two statements of a measure that is bound to place and time may be of one event.

    Nothing keeps them apart, and they share a place, or a year where they name none, or a word
    that few things have.
    """
    if _parted(one, two) or not _compatible(one.topic, two.topic):
        return False
    if one.places & two.places:
        return True
    if (one.places | two.places) <= WORLD and one.moment.as_of[:4] == two.moment.as_of[:4] != "":
        return True
    common = _common(one.topic, two.topic)
    return len(common) >= COMMON and not common <= VAGUE


def alike(one: Statement, two: Statement, weights: Mapping[str, float]) -> float:
    """How like two statements are: the share of their words and a little for one place; or 0.

    `weights` says how much a word tells. Numbers that lie far apart are seldom of one thing: they
    need more. Of one measure that is bound to place and time, little more than the same event.
    """
    same = one.measure != "" and one.measure == two.measure
    if one.source == two.source and not same and _a_series(one, two):
        return 0
    if _parted(one, two) or _far(one, two) or not _compatible(one.topic, two.topic):
        return 0
    if same:
        known, enough, more = KNOWN, KNOWN, ENOUGH
        if not akin(one, two):
            return 0
        if not _alike_placed(one, two):
            enough, more = ENOUGH, math.inf
    elif (one.measure and two.measure) or not _of_one_whole(one.topic, two.topic):
        return 0
    else:
        known, enough, more = 0.0, ENOUGH, MORE
    likeness = known + _likeness(one.topic, two.topic, weights)
    likeness += SAME_PLACE if one.places & two.places else 0
    return likeness if likeness >= (enough if _near_by(one, two) else more) else 0


def _alike_placed(one: Statement, two: Statement) -> bool:
    """Whether both name places, or neither does: a country's figure is seldom the world's."""
    return (one.places <= WORLD) == (two.places <= WORLD)


def _a_series(one: Statement, two: Statement) -> bool:
    """Whether one text lists two things in like words: most of their own words must be the same."""
    if one.topic.leaning or two.topic.leaning:
        return False
    a, b = one.topic.near, two.topic.near
    same = SERIES if one.place == two.place else ELSEWHERE
    return len(a & b) < same * len(a | b)


def _far(one: Statement, two: Statement) -> bool:
    """Whether two numbers lie so far apart that they can hardly be of one thing."""
    if one.figure is None or two.figure is None:
        return False
    low, high = one.figure.value, two.figure.value
    return high > low * NEVER or low > high * NEVER


def _near_by(one: Statement, two: Statement) -> bool:
    if one.figure is None or two.figure is None:
        return True
    low, high = sorted((one.figure.value, two.figure.value))
    return high <= low * FACTOR


def _of_one_whole(a: Topic, b: Topic) -> bool:
    """Whether both name what is counted, or one of two without it says so otherwise.

    Of a count the same act will do; of a share the whole must stand in the other's words.
    """
    if a.kind.startswith("count"):
        shared = a.acts & b.acts - SOFT
        if a.things & b.things & COUNTERS:
            return bool(shared) or not a.near & b.near <= VAGUE
        return bool(a.things and b.things) or bool(shared)
    if a.kind.startswith("share") and bool(a.things) != bool(b.things):
        other = b if a.things else a
        return (a.things or b.things) <= other.near | other.beside | other.around
    return True


def _parted(one: Statement, two: Statement) -> bool:
    """Whether two statements are of one sentence, of other places, or of a day and a period."""
    if (one.source, one.start) == (two.source, two.start):
        return True
    if bool(one.moment.since) != bool(two.moment.since) and one.moment.dated and two.moment.dated:
        return True
    return bool(one.places and two.places and one.places.isdisjoint(two.places))


def of_two_definitions(one: Topic, two: Topic) -> bool:
    """Whether two topics are of one thing as two definitions have it: people affected, in need."""
    return any(
        one.acts & pair and two.acts & pair and not one.acts & two.acts & pair
        for pair in DEFINITIONS
    )


def _compatible(a: Topic, b: Topic) -> bool:
    """Whether nothing that both name keeps two topics apart."""
    return (
        a.kind == b.kind
        and a.marks == b.marks
        and _same_things(a, b)
        and _same_acts(a, b)
        and _same_qualities(a, b)
    )


def _same_things(a: Topic, b: Topic) -> bool:
    """Whether both count one thing; *people* and *deaths* do where the same happens to them."""
    if not a.things or not b.things or a.things & b.things:
        return True
    return bool(a.things & GENERIC and b.things & GENERIC and a.acts & b.acts)


def _same_acts(a: Topic, b: Topic) -> bool:
    if of_two_definitions(a, b):
        return True
    telling = (a.acts - SOFT, b.acts - SOFT)
    if a.kind == "count" and bool(telling[0]) != bool(telling[1]):
        return False
    if not a.acts or not b.acts:
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
    if len(common) < COMMON or common <= VAGUE or not a.near & b.near:
        return 0
    shared = sum(
        min(_nearness(a, word), _nearness(b, word)) * weights.get(word, 0) for word in common
    )
    return shared / min(_weight(a, weights), _weight(b, weights))


def _common(a: Topic, b: Topic) -> frozenset[str]:
    """The words of one's sentence that the other has in its own, or around it."""
    own, other = a.near | a.beside, b.near | b.beside
    return (own & other) | (own & b.around) | (other & a.around)


def _nearness(topic: Topic, word: str) -> float:
    return 1 if word in topic.near else BESIDE if word in topic.beside else AROUND


def _weight(topic: Topic, weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in topic.near) + BESIDE * sum(
        weights[word] for word in topic.beside
    )
