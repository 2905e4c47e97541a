"""The register: statements of one measure side by side, and which disagree (domain.md 5)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.comparing import LEVELS, Compared, compare
from briefer.core.decisions import Key, key_of, pair_of
from briefer.core.measures import Level, Measure, Table
from briefer.core.pairing import linked
from briefer.core.statements import Statement
from briefer.core.sums import excesses

VERDICTS: Mapping[Level, str] = {
    "C0": "no conflict",
    "C1": "different basis",
    "C2": "compatible, but awkward side by side",
    "C3": "they contradict each other",
}
"""What the levels are called."""

LISTED = 24
"""Different statements of a group that are all compared; of more, each with its neighbours."""


class Disagreement(Struct, frozen=True):
    """Two statements of a group that disagree: their level, and why, in words."""

    one: Statement
    two: Statement
    level: Level
    why: str


class Group(Struct, frozen=True):
    """The statements of one measure, its level (that of its worst pair), and why."""

    measure: str
    name: str
    level: Level
    why: str
    statements: tuple[Statement, ...]
    possible: bool = False
    """Whether the statements were put together by their words alone."""
    near: tuple[Statement, ...] = ()
    """Statements of other measures that are easily taken for this one."""
    pairs: tuple[Disagreement, ...] = ()
    """The pairs that disagree, the worst first; of statements that say the same, one alone."""


def register(
    found: Iterable[Statement], measures: Table, apart: Collection[tuple[Key, Key]] = ()
) -> list[Group]:
    """The statements in groups, the worst level first: those of a measure, then possible ones.

    Statements of a measure that is bound to place and time, and those that no measure names, are
    put together by their words (see pairing.linked); the latter are shown when they differ, and
    so are parts that add up to more than their whole (see sums.excesses). Pairs that are kept
    `apart` (see decisions.apart) do not clash.
    """
    read = list(found)
    fixed: dict[str, list[Statement]] = {}
    loose: list[Statement] = []
    for one in read:
        measure = measures.by_key[one.measure] if one.measure else None
        if measure is None or (measure.bound and one.figure):
            loose.append(one)
        else:
            fixed.setdefault(one.measure, []).append(one)
    groups = linked(loose)
    joined = {id(one) for group in groups for one in group}
    alone: dict[str, list[Statement]] = {}
    for one in loose:
        if one.measure and id(one) not in joined:
            alone.setdefault(one.measure, []).append(one)
    made = [_named(group, measures, apart) for group in (*fixed.values(), *groups)]
    made += [_of_many_things(some, measures.by_key[key]) for key, some in alone.items()]
    by_measure: dict[str, list[Statement]] = {}
    for one in read:
        by_measure.setdefault(one.measure, []).append(one)
    made = [
        replace(one, near=_neighbours(one.measure, by_measure, measures)) if one.measure else one
        for one in made
        if one.level in SHOWN or one.measure
    ]
    made += _more_than_their_whole(read)
    return sorted(made, key=lambda one: (one.possible, -LEVELS.index(one.level), one.name))


SHOWN: frozenset[Level] = frozenset({"C1", "C2", "C3"})
"""The levels at which a possible group is shown."""


def _named(
    found: Sequence[Statement], measures: Table, apart: Collection[tuple[Key, Key]]
) -> Group:
    """A group of the measure that all its statements are of, or else a possible one."""
    keys = {one.measure for one in found}
    measure = measures.by_key[keys.pop()] if len(keys) == 1 and "" not in keys else None
    return _group(found, measure, apart)


def _of_many_things(found: Sequence[Statement], measure: Measure) -> Group:
    """The statements of a bound measure of which no two are known to be of one place and thing."""
    why = "not known to be about one place and one thing."
    return Group(measure.key, measure.name, "C0", why, tuple(found))


def _neighbours(
    key: str, grouped: Mapping[str, Sequence[Statement]], measures: Table
) -> tuple[Statement, ...]:
    near = measures.by_key[key].near
    return tuple(one for other in near for one in grouped.get(other, ()))


def _group(
    found: Sequence[Statement], measure: Measure | None, apart: Collection[tuple[Key, Key]]
) -> Group:
    pairs = sorted(_disagreements(found, measure, apart), key=lambda one: -LEVELS.index(one.level))
    worst = pairs[0] if pairs else Compared("C0", VERDICTS["C0"])
    key, name = (measure.key, measure.name) if measure else ("", counted_in(found))
    return Group(
        *(key, name, worst.level, worst.why, tuple(found)),
        possible=measure is None,
        pairs=tuple(pairs),
    )


Class = Sequence[Statement]
"""Statements that say the same."""


def _disagreements(
    found: Sequence[Statement], measure: Measure | None, apart: Collection[tuple[Key, Key]]
) -> Iterator[Disagreement]:
    for some, others in _to_compare(_classes(found, moving=measure is None or measure.bound)):
        compared = compare(some[0], others[0], measure)
        if compared.level != "C0" and not _kept_apart(some, others, apart):
            yield Disagreement(some[0], others[0], compared.level, compared.why)


def _kept_apart(some: Class, others: Class, apart: Collection[tuple[Key, Key]]) -> bool:
    """Whether somebody said of every two of them that they are not about the same thing."""
    return bool(apart) and all(
        pair_of(key_of(one), key_of(two)) in apart for one, two in product(some, others)
    )


def _to_compare(found: Sequence[Class]) -> Iterable[tuple[Class, Class]]:
    """All pairs of a few classes; of many, those with neighbouring values, and the ends."""
    if len(found) <= LISTED:
        return combinations(found, 2)
    ordered = sorted(found, key=lambda some: some[0].figure.value if some[0].figure else 0)
    return [*pairwise(ordered), (ordered[0], ordered[-1])]


def _classes(found: Sequence[Statement], *, moving: bool) -> list[Class]:
    """The statements by what they say: of those that say the same, one need be compared."""
    classes: dict[tuple[object, ...], list[Statement]] = {}
    for one in found:
        classes.setdefault((_sameness(one), one.day if moving else ""), []).append(one)
    return list(classes.values())


def _sameness(one: Statement) -> tuple[object, ...]:
    figure, when = one.figure, one.moment
    dated = (when.as_of, when.since, when.until, when.dated, one.places)
    if figure is None:
        return (one.variant, *dated)
    return (figure.value, figure.value_max, figure.comparator, figure.up, one.nested, *dated)


def counted_in(group: Sequence[Statement]) -> str:
    """What a possible group is called: the words that its first statement counts."""
    return next((one.figure.counted for one in group if one.figure and one.figure.counted), "")


def _more_than_their_whole(found: Sequence[Statement]) -> Iterator[Group]:
    for one in excesses(found):
        pairs = tuple(Disagreement(one.whole, part, "C2", one.why) for part in one.parts)
        together = (one.whole, *one.parts)
        yield Group("", counted_in(together), "C2", one.why, together, possible=True, pairs=pairs)
