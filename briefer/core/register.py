"""The register: statements of one measure side by side, and whether they disagree (domain.md 5)."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.decisions import Key, key_of, pair_of
from briefer.core.figure_words import Comparator
from briefer.core.figures import Figure
from briefer.core.measures import Level, Measure, Table
from briefer.core.pairing import counted_in, possible
from briefer.core.statements import Statement

LEVELS: Sequence[Level] = ("C0", "C1", "C2", "C3")

VERDICTS: Mapping[Level, str] = {
    "C0": "no conflict",
    "C1": "different basis",
    "C2": "compatible, but awkward side by side",
    "C3": "they contradict each other",
}
"""What the levels are called."""

NEARLY, ABOUT = 0.9, 0.05
"""“Nearly 60” is 54 or more; “about 60” is 60 give or take a twentieth: an assumption."""

VISIBLE = 0.01
"""Two floors that differ by a hundredth or less are not seen to differ."""

FAR = 0.1
"""A floor and a value that differ by more than a tenth are seen to differ."""

FLOORS: frozenset[Comparator] = frozenset({"more_than", "at_least"})


class Compared(Struct, frozen=True):
    """The level of two statements, and why, in words."""

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


HOW: Mapping[Comparator, str] = {
    "more_than": "more than", "at_least": "at least", "nearly": "nearly", "about": "about",
    "up_to": "up to", "less_than": "less than",
}  # fmt: skip


def worded(figure: Figure) -> str:
    """A figure with how it is meant: “more than 40 million”."""
    return f"{HOW[figure.comparator]} {figure.text}" if figure.comparator in HOW else figure.text


def register(
    found: Iterable[Statement], measures: Table, apart: Collection[tuple[Key, Key]] = ()
) -> list[Group]:
    """The statements in groups, the worst level first: those of a measure, then possible ones.

    Statements that no measure names are put together by their words (see pairing.possible), and
    shown when they differ. Pairs that are kept `apart` (see decisions.apart) do not clash.
    """
    grouped: dict[str, list[Statement]] = {}
    others: list[Statement] = []
    for one in found:
        (grouped.setdefault(one.measure, []) if one.measure else others).append(one)
    made = [
        replace(_group(some, measures.by_key[key], apart), near=_neighbours(key, grouped, measures))
        for key, some in grouped.items()
    ]
    guessed = (_group(some, None, apart) for some in possible(others))
    made += [group for group in guessed if group.level != "C0"]
    return sorted(made, key=lambda one: (one.possible, -LEVELS.index(one.level), one.name))


def _neighbours(
    key: str, grouped: Mapping[str, Sequence[Statement]], measures: Table
) -> tuple[Statement, ...]:
    near = measures.by_key[key].near
    return tuple(one for other in near for one in grouped.get(other, ()))


def compare(one: Statement, two: Statement, measure: Measure | None) -> Compared:
    """How two statements of one measure stand to each other.

    A contradiction are only disjoint values that no stated date, and no source named in the text,
    sets apart. Without a measure it is not known that both speak of one thing: a clash at most.
    """
    if measure and measure.bound and (_elsewhere(one, two) or not _same_time(one, two)):
        return Compared("C0", "not known to be about one place and one time.")
    if one.figure is None or two.figure is None:
        found = _said(one, two, measure)
    else:
        found = _counted(one, two, one.figure, two.figure)
    highest = measure.at_most if measure else "C2"
    if LEVELS.index(found.level) > LEVELS.index(highest):
        return Compared(highest, found.why)
    return found


def interval(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows, from the least to the most."""
    if figure.value_max is not None:
        return figure.value, figure.value_max
    least, most = BOUNDS.get(figure.comparator, (_same, _same))
    return least(figure.value), most(figure.value)


def _same(value: float) -> float:
    return value


def _above(value: float) -> float:
    return math.nextafter(value, math.inf)


def _below(value: float) -> float:
    return math.nextafter(value, 0)


def _nothing(value: float) -> float:
    return 0


def _no_end(value: float) -> float:
    return math.inf


BOUNDS: Mapping[Comparator, tuple[Callable[[float], float], Callable[[float], float]]] = {
    "more_than": (_above, _no_end),
    "at_least": (_same, _no_end),
    "nearly": (lambda value: value * NEARLY, _below),
    "about": (lambda value: value * (1 - ABOUT), lambda value: value * (1 + ABOUT)),
    "up_to": (_nothing, _same),
    "less_than": (_nothing, _below),
}
"""The least and the most that a comparator allows; what is not here allows the value alone."""


def _group(
    found: Sequence[Statement], measure: Measure | None, apart: Collection[tuple[Key, Key]]
) -> Group:
    worst = Compared("C0", VERDICTS["C0"])
    for some, others in combinations(_classes(found), 2):
        compared = compare(some[0], others[0], measure)
        worse = LEVELS.index(compared.level) > LEVELS.index(worst.level)
        if worse and not _kept_apart(some, others, apart):
            worst = compared
    if measure is None:
        return Group("", counted_in(found), worst.level, worst.why, tuple(found), possible=True)
    return Group(measure.key, measure.name, worst.level, worst.why, tuple(found))


def _kept_apart(
    some: Sequence[Statement], others: Sequence[Statement], apart: Collection[tuple[Key, Key]]
) -> bool:
    """Whether somebody said of every two of them that they are not about the same thing."""
    return bool(apart) and all(
        pair_of(key_of(one), key_of(two)) in apart for one, two in product(some, others)
    )


def _classes(found: Sequence[Statement]) -> list[list[Statement]]:
    """The statements by what they say: of those that say the same, one need be compared."""
    classes: dict[tuple[object, ...], list[Statement]] = {}
    for one in reversed(found):
        classes.setdefault(_sameness(one), []).append(one)
    return [some[::-1] for some in classes.values()]


def _sameness(one: Statement) -> tuple[object, ...]:
    figure, when = one.figure, one.moment
    dated = (when.as_of, when.since, when.until)
    if figure is None:
        return (one.variant, *dated)
    return (figure.value, figure.value_max, figure.comparator, figure.up, one.nested, *dated)


def _said(one: Statement, two: Statement, measure: Measure | None) -> Compared:
    if one.variant == two.variant or measure is None:
        return Compared("C0", "they say the same.")
    why = f"one says “{one.variant}”, the other “{two.variant}”."
    return Compared(measure.between, why)


class Pair(Struct, frozen=True):
    """Two figures of one measure, with the values they allow and what sets them apart."""

    a: Figure
    b: Figure
    first: tuple[float, float]
    second: tuple[float, float]
    apart: str

    def opposite(self) -> bool:
        """Whether one says that something rose and the other that it fell."""
        return self.a.up is not None and self.b.up is not None and self.a.up != self.b.up

    def disjoint(self) -> bool:
        """Whether no value is allowed by both."""
        return self.first[1] < self.second[0] or self.second[1] < self.first[0]

    def floors(self) -> bool:
        """Whether both are floors that differ visibly."""
        return {self.a.comparator, self.b.comparator} <= FLOORS and self.differ(VISIBLE)

    def differ(self, share: float) -> bool:
        """Whether the numbers differ by more than this share of the greater one."""
        return abs(self.a.value - self.b.value) > share * max(self.a.value, self.b.value)

    def awkward(self) -> bool:
        """Whether one is a floor, and the other allowed by it but far above it."""
        vague = {"tens_of", "dozens"} & {self.a.comparator, self.b.comparator}
        open_ended = math.inf in (self.first[1], self.second[1])
        return open_ended and not vague and self.differ(FAR)

    def rounded(self) -> bool:
        """Whether one exact number is the other one, rounded."""
        if self.a.value_max or self.b.value_max:
            return False
        if not {self.a.comparator, self.b.comparator} <= {"exactly"}:
            return False
        rough, fine = sorted((self.a.value, self.b.value), key=_digits)
        return _digits(rough) < _digits(fine) and float(f"{fine:.{_digits(rough)}g}") == rough


SAID: Sequence[tuple[Callable[[Pair], bool], Level, str]] = (
    (Pair.opposite, "C2", "one says that it rose, the other that it fell{apart}"),
    (lambda pair: pair.first == pair.second, "C0", "they say the same"),
    (lambda pair: pair.disjoint() and pair.rounded(), "C1", "{a} and {b} differ by rounding"),
    (lambda pair: pair.disjoint() and bool(pair.apart), "C1", "{a} and {b} differ{apart}"),
    (Pair.disjoint, "C3", "{a} and {b} cannot both be true"),
    (lambda pair: pair.floors() and bool(pair.apart), "C1", "{a} and {b} are both floors{apart}"),
    (Pair.floors, "C2", "{a} and {b} are both floors, and visibly different"),
    (Pair.awkward, "C2", "{a} and {b} are compatible, but far apart"),
    (lambda pair: True, "C1", "{a} and {b} are compatible, but not equally precise{apart}"),
)
"""What is said of two figures: the first that holds."""


def _counted(one: Statement, two: Statement, a: Figure, b: Figure) -> Compared:
    pair = Pair(a, b, interval(a), interval(b), _set_apart(one, two))
    level, words = next((level, words) for holds, level, words in SAID if holds(pair))
    said = words.format(a=worded(a), b=worded(b), apart=pair.apart)
    return Compared(level, f"{said}.")


def _set_apart(one: Statement, two: Statement) -> str:
    """What sets two statements apart, as the end of a sentence: stated dates, named places."""
    dates = (one.moment.as_of, two.moment.as_of)
    if all(dates) and _clearly_differ(*dates):
        return f" and are dated {dates[0]} and {dates[1]}"
    periods = [(when.since, when.until) for when in (one.moment, two.moment)]
    if all(any(period) for period in periods) and periods[0] != periods[1]:
        return " and are about different periods"
    if _elsewhere(one, two):
        return f" and are about {_listed(one.places)} and {_listed(two.places)}"
    return ""


def _elsewhere(one: Statement, two: Statement) -> bool:
    """Whether two statements name places, and none in common."""
    return bool(one.places and two.places and one.places.isdisjoint(two.places))


def _listed(places: Iterable[str]) -> str:
    return ", ".join(sorted(places))


def _same_time(one: Statement, two: Statement) -> bool:
    return bool(one.moment.as_of) and one.moment.as_of == two.moment.as_of


def _clearly_differ(one: str, two: str) -> bool:
    """Whether two ISO dates cannot be the same day."""
    return not (one.startswith(two) or two.startswith(one))


def _digits(value: float) -> int:
    """The significant digits of a number."""
    return len(f"{value:.12e}".partition("e")[0].replace(".", "").rstrip("0")) or 1


def sums(found: Sequence[Statement], measures: Table) -> Iterator[str]:
    """Hints where exact values of two measures add up to different wholes in different sources."""
    for one in measures.sums:
        per_source = [dict(_exact(found, part)) for part in one.parts]
        if not all(per_source):
            continue
        first, second = per_source
        totals = {a + b: (a, b) for a in first for b in second}
        if len(totals) > 1:
            said = " against ".join(
                f"{a:g} + {b:g} = {total:g}" for total, (a, b) in sorted(totals.items())
            )
            yield f"{one.name}: {said}."


def _exact(found: Iterable[Statement], measure: str) -> Iterator[tuple[float, str]]:
    for one in found:
        if one.measure == measure and one.figure and one.figure.comparator == "exactly":
            yield one.figure.value, one.source
