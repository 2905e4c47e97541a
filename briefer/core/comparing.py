"""How two statements stand to each other: four levels, each with its reason (domain.md 5.2)."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from briefer.core.figure_words import Comparator
from briefer.core.figures import Figure
from briefer.core.measures import Level, Measure
from briefer.core.pairing import akin, of_two_definitions
from briefer.core.statements import Statement

LEVELS: Sequence[Level] = ("C0", "C1", "C2", "C3")

NEARLY, ABOUT, STEPS = 0.1, 0.05, 5
"""“Nearly 60” is 54 or more; “about 60” is 60 give or take a twentieth: an assumption.

Not more than five units of the last digit that is given: “some 12,241” is none of 12,800.
"""

VISIBLE = 0.01
"""Two floors that differ by a hundredth or less are not seen to differ."""

FAR = 0.1
"""A floor and a value that differ by more than a tenth are seen to differ."""

UNCLEAR: frozenset[Comparator] = frozenset({"tens_of", "dozens"})

PRECISE = 3
"""Significant digits from which a floor says that it is hardly exceeded."""

FLOORS: frozenset[Comparator] = frozenset({"more_than", "at_least"})


class Compared(Struct, frozen=True):
    """The level of two statements, and why, in words."""

    level: Level
    why: str


HOW: Mapping[Comparator, str] = {
    "more_than": "more than", "at_least": "at least", "nearly": "nearly", "about": "about",
    "up_to": "up to", "less_than": "less than",
}  # fmt: skip


def worded(figure: Figure) -> str:
    """A figure with how it is meant: “more than 40 million”."""
    return f"{HOW[figure.comparator]} {figure.text}" if figure.comparator in HOW else figure.text


BEFORE = re.compile(r"last|previous|dernier|dernière|passé", re.I)
"""Words of a time before that of the text: last year."""


def compare(one: Statement, two: Statement, measure: Measure | None) -> Compared:
    """How two statements of one measure stand to each other.

    A contradiction are only disjoint values that no stated date, place or definition sets apart.
    Where no measure says that both speak of one thing it needs the same date, too.
    """
    moving = measure is None or measure.bound
    if moving and _one_text_two_times(one, two):
        return Compared("C0", "one text gives both, for two times.")
    if measure and measure.bound and not akin(one, two):
        return Compared("C0", "not known to be about one place and one thing.")
    if measure is None and _hardly_comparable(one, two):
        return Compared("C0", "they do not disagree, as far as can be told.")
    if one.figure is None or two.figure is None:
        found = _said(one, two, measure)
    else:
        found = _counted(one, two, one.figure, two.figure, moving=moving)
        if measure is None and found.why.endswith(f"{UNEQUAL}."):
            return Compared("C0", found.why)
    highest = measure.at_most if measure else "C3" if _same_date(one, two) else "C2"
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


def _give(value: float, share: float) -> float:
    """How far a number that is not meant exactly may be off."""
    return min(value * share, STEPS * _step(value))


def _no_end(value: float) -> float:
    return math.inf


BOUNDS: Mapping[Comparator, tuple[Callable[[float], float], Callable[[float], float]]] = {
    "more_than": (_above, _no_end),
    "at_least": (_same, _no_end),
    "nearly": (lambda value: value - _give(value, NEARLY), _below),
    "about": (lambda value: value - _give(value, ABOUT), lambda value: value + _give(value, ABOUT)),
    "up_to": (_nothing, _same),
    "less_than": (_nothing, _below),
}
"""The least and the most that a comparator allows; what is not here allows the value alone."""


def _hardly_comparable(one: Statement, two: Statement) -> bool:
    """Whether two figures that no measure names are the same number, vague, or two aims."""
    a, b = one.figure, two.figure
    if a is None or b is None:
        return False
    dates = (one.moment.as_of, two.moment.as_of)
    aims = "wanted" in one.topic.marks and all(dates) and _clearly_differ(*dates)
    return (
        aims or (a.value, a.up) == (b.value, b.up) or bool(UNCLEAR & {a.comparator, b.comparator})
    )


def _said(one: Statement, two: Statement, measure: Measure | None) -> Compared:
    ways = (_way(one), _way(two))
    if not all(ways) or ways[0] == ways[1]:
        return Compared("C0", "they say the same.")
    apart = _set_apart(one, two, moving=False)
    if measure is None and apart:
        return Compared("C1", f"one says “{ways[0]}”, the other “{ways[1]}”{apart}.")
    between = measure.between if measure else "C2"
    return Compared(between, f"one says “{ways[0]}”, the other “{ways[1]}”.")


def _way(one: Statement) -> str:
    """What a statement says without its figure: its variant, or which way its figure moved."""
    if one.figure is None:
        return one.variant
    return {True: "rising", False: "falling", None: ""}[one.figure.up]


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

    def one_number(self) -> bool:
        """Whether both give one number, which may be rounded: 22 million, over 22 million."""
        meant = {self.a.comparator, self.b.comparator}
        return self.a.value == self.b.value and meant <= {"exactly", "more_than", "nearly"}

    def floors(self) -> bool:
        """Whether both are floors that differ visibly."""
        return {self.a.comparator, self.b.comparator} <= FLOORS and self.differ(VISIBLE)

    def differ(self, share: float) -> bool:
        """Whether the numbers differ by more than this share of the greater one."""
        return abs(self.a.value - self.b.value) > share * max(self.a.value, self.b.value)

    def awkward(self) -> bool:
        """Whether both can be true, but readers see two numbers.

        They differ by more than a tenth, or one is a floor and the other a step of its last digit
        above it: nobody says “more than 103,000” of 107,500.
        """
        if UNCLEAR & {self.a.comparator, self.b.comparator}:
            return False
        return self.differ(FAR) or self._beyond(self.a, self.b) or self._beyond(self.b, self.a)

    @staticmethod
    def _beyond(floor: Figure, other: Figure) -> bool:
        precise = _digits(floor.value) >= PRECISE and floor.comparator in FLOORS
        return precise and other.value - floor.value > _step(floor.value)

    def rounded(self) -> bool:
        """Whether one exact number is the other one, rounded."""
        if self.a.value_max or self.b.value_max:
            return False
        if not {self.a.comparator, self.b.comparator} <= {"exactly"}:
            return False
        rough, fine = sorted((self.a.value, self.b.value), key=_digits)
        return _digits(rough) < _digits(fine) and float(f"{fine:.{_digits(rough)}g}") == rough


UNEQUAL = "are compatible, but not equally precise"

SAID: Sequence[tuple[Callable[[Pair], bool], Level, str]] = (
    (Pair.opposite, "C2", "one says that it rose, the other that it fell{apart}"),
    (lambda pair: pair.first == pair.second, "C0", "they say the same"),
    (
        lambda pair: pair.one_number() and pair.disjoint(),
        "C1",
        "{a} and {b} are one number, meant in two ways",
    ),
    (lambda pair: pair.disjoint() and pair.rounded(), "C1", "{a} and {b} differ by rounding"),
    (lambda pair: pair.disjoint() and bool(pair.apart), "C1", "{a} and {b} differ{apart}"),
    (Pair.disjoint, "C3", "{a} and {b} cannot both be true"),
    (lambda pair: pair.floors() and bool(pair.apart), "C1", "{a} and {b} are both floors{apart}"),
    (Pair.floors, "C2", "{a} and {b} are both floors, and visibly different"),
    (lambda pair: pair.awkward() and bool(pair.apart), "C1", "{a} and {b} differ{apart}"),
    (Pair.awkward, "C2", "{a} and {b} are compatible, but far apart"),
    (lambda pair: True, "C1", f"{{a}} and {{b}} {UNEQUAL}{{apart}}"),
)
"""What is said of two figures: the first that holds."""


def _counted(one: Statement, two: Statement, a: Figure, b: Figure, *, moving: bool) -> Compared:
    if a.unit != b.unit and a.up == b.up:
        return Compared("C0", "they are not counted in one unit.")
    pair = Pair(a, b, interval(a), interval(b), _set_apart(one, two, moving=moving))
    level, words = next((level, words) for holds, level, words in SAID if holds(pair))
    said = words.format(a=worded(a), b=worded(b), apart=pair.apart)
    return Compared(level, f"{said}.")


def _set_apart(one: Statement, two: Statement, *, moving: bool) -> str:
    """What sets two statements apart, as the end of a sentence: dates, places, definitions.

    The days of their documents do for a value that is `moving`, when none is stated beside it.
    """
    dates = (one.moment.as_of, two.moment.as_of)
    days = (one.day, two.day)
    periods = [(when.since, when.until) for when in (one.moment, two.moment)]
    undated = not any(dates) and not any(any(period) for period in periods)
    if all(dates) and _clearly_differ(*dates):
        return f" and are dated {dates[0]} and {dates[1]}"
    if all(any(period) for period in periods) and periods[0] != periods[1]:
        return " and are about different periods"
    if _elsewhere(one, two):
        return f" and are about {_listed(one.places)} and {_listed(two.places)}"
    if of_two_definitions(one.topic, two.topic):
        return " and are of two definitions"
    if moving and undated and all(days) and _clearly_differ(*days):
        return f" and stand in texts of {days[0]} and {days[1]}"
    return ""


def _same_date(one: Statement, two: Statement) -> bool:
    """Whether two statements give one date."""
    dates = (one.moment.as_of, two.moment.as_of)
    return all(dates) and not _clearly_differ(*dates)


def _one_text_two_times(one: Statement, two: Statement) -> bool:
    """Whether one document gives two statements dates of which one is not the other's."""
    times = [
        (when.as_of, when.since, when.until, bool(BEFORE.search(when.text)))
        for when in (one.moment, two.moment)
    ]
    return one.source == two.source and times[0] != times[1]


def _elsewhere(one: Statement, two: Statement) -> bool:
    """Whether two statements name places, and none in common."""
    return bool(one.places and two.places and one.places.isdisjoint(two.places))


def _listed(places: Iterable[str]) -> str:
    return ", ".join(sorted(places))


def _clearly_differ(one: str, two: str) -> bool:
    """Whether two ISO dates cannot be the same day."""
    return not (one.startswith(two) or two.startswith(one))


def _digits(value: float) -> int:
    """The significant digits of a number."""
    return len(f"{value:.12e}".partition("e")[0].replace(".", "").rstrip("0")) or 1


def _step(value: float) -> float:
    """One unit of the last significant digit of a number: 1,000 of 103,000."""
    return 10.0 ** (math.floor(math.log10(value)) + 1 - _digits(value)) if value else 0
