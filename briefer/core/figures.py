"""Figures as they stand in a text: the number, how it is meant, its unit, what it counts."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.figure_reader import WORD, Reader, reader_for
from briefer.core.figure_words import (
    Comparator,
    FigureWords,
    any_of,
    key,
    longest_first,
)

Basis = Literal["count", "share", "change", "factor", "money", "duration"]
"""What kind of quantity a figure is: only figures of one kind can be compared."""

BEHIND = 48
"""Code points before a figure in which the words that belong to it are looked for."""

COUNTED = 6
"""Words of what is counted, at most."""

YEAR = re.compile(r"(?:18|19|20)\d\d")
GROUPS_BEHIND = re.compile(r"\+?(?:\d+[\s-])*$")
GROUPS_AHEAD = re.compile(r"(?:[\s-]\d+)*")
GROUPS = 3
"""Digits in so many groups that are no thousands are the number of a telephone."""

TOKEN = re.compile(r"\s*(?:([^\W\d_](?:[\w'’-]*\w)?)|(\S))")


class Figure(Struct, frozen=True, omit_defaults=True, gc=False):
    """A figure as it stands in the text, with its range in code points.

    `value` is the number itself, a share in per cent; where a range or only an order of magnitude
    is named, `value_max` is its upper end.
    """

    text: str
    value: float
    start: int
    end: int
    value_max: float | None = None
    comparator: Comparator = "exactly"
    basis: Basis = "count"
    unit: str = ""
    """“%”, “points”, a currency (ISO 4217) or a word such as years; empty for a plain count."""
    counted: str = ""
    """What is counted, in the words of the text."""
    up: bool | None = None
    """Of a change, whether it is a rise."""


def figures(words: str, offset: int = 0, language: str = "en") -> Iterator[Figure]:
    """The figures in some words, in order; `offset` is where these begin in their text.

    Years, days of a month, numbers that are part of a name (article 5, a 16-year-old) and ordinals
    are none. `language` is a language tag of BCP 47.
    """
    reader = reader_for(language[:2].lower())
    can_begin, number, at = reader.first, reader.number.match, 0
    for word in WORD.finditer(words):  # many times faster than the whole expression everywhere
        first = word[0]
        if first.lower() not in can_begin and not first[0].isdecimal():
            continue
        found = number(words, word.start()) if word.start() >= at else None
        if found is None:
            continue
        at = found.end()
        figure = _begun(words, found, reader)
        if figure is None:
            continue
        for step in STEPS:
            figure = step(words, figure, reader)
        at = figure.end
        text = words[figure.start : figure.end]
        yield replace(figure, text=text, start=figure.start + offset, end=figure.end + offset)


def is_year(text: str) -> bool:
    """Whether four digits read as a year of the last two centuries or this one."""
    return bool(YEAR.fullmatch(text))


def _begun(words: str, found: re.Match[str], reader: Reader) -> Figure | None:
    """The number alone; None when it counts nothing."""
    kind = found.lastgroup or ""
    if kind not in BEGUN:
        if _is_name(words, found, reader):
            return None
        value = _digits(found["digits"], reader.words)
        return Figure("", value * reader.words.glued.get(found["glued"] or "", 1), *found.span())
    begun = BEGUN[kind](key(found[0]), reader.words)
    return begun and replace(begun, start=found.start(), end=found.end())


def _number(value: float | None) -> Figure | None:
    return None if value is None else Figure("", value, 0, 0)


def _share(text: str, words: FigureWords) -> Figure:
    return Figure("", words.shares[text], 0, 0, basis="share", unit="%")


def _ratio(text: str, words: FigureWords) -> Figure | None:
    """Four out of five; None where that is no part of a whole."""
    parts = re.split(rf"\s(?:[^\W\d]+\s)?(?:{any_of(words.out_of)})\s", text, maxsplit=1)
    some, every = (float(one) if one.isdecimal() else _spelt(one, words) for one in parts)
    if not some or not every or some > every:
        return None
    return Figure("", 100 * some / every, 0, 0, basis="share", unit="%")


def _factor(text: str, words: FigureWords) -> Figure | None:
    """Doubled is 2 times; so is 2 before “times as many”."""
    named = words.factors.get(text)
    value = named or (float(text) if text.isdecimal() else _spelt(text, words))
    return None if value is None else Figure("", value, 0, 0, basis="factor", unit="times")


def _round(text: str, words: FigureWords) -> Figure:
    return Figure("", words.rounds[text], 0, 0, comparator="about")


def _vague(text: str, words: FigureWords) -> Figure:
    least, most = words.vague[text]
    return Figure("", least, 0, 0, most, "dozens" if most < 100 else "tens_of")


def _part(text: str, words: FigureWords) -> Figure:
    part = next(one for one in longest_first(words.halves) if text.startswith(one))
    return Figure("", words.halves[part] * words.scales[text[len(part) :].strip()], 0, 0)


def _one(text: str, words: FigureWords) -> Figure:
    return Figure("", words.scales.get(text.partition(" ")[2], 100.0), 0, 0)


def _words(text: str, words: FigureWords) -> Figure | None:
    return None if text in words.never_alone else _number(_spelt(text, words))


BEGUN: Mapping[str, Callable[[str, FigureWords], Figure | None]] = {
    "factor": _factor, "round": _round, "ratio": _ratio, "share": _share, "vague": _vague,
    "part": _part, "one": _one, "words": _words,
}  # fmt: skip
"""How a number is read, by the group of the expression that found it; digits are left."""


def _is_name(words: str, found: re.Match[str], reader: Reader) -> bool:
    """Whether digits are a year, a day, the number of a list item, or part of a name."""
    start, end = found.span()
    behind = words[max(0, start - BEHIND) : start]
    groups = (GROUPS_BEHIND.search(behind), GROUPS_AHEAD.match(words, end))
    if 1 + sum(len(re.findall(r"\d+", one[0])) for one in groups if one) >= GROUPS:
        return True
    if reader.name.search(behind) and not reader.sign.search(behind):
        return True
    if reader.month_before.search(behind) or reader.month_after.match(words, end):
        return True
    if not behind.strip() and words[end : end + 2] in (". ", ") "):
        return True
    if not is_year(found[0]):
        return False
    follows = TOKEN.match(words, end)
    counts = follows is not None and (follows[1] or "A")[0].islower()
    return not counts or bool(reader.year.search(behind)) or not behind.strip()


def _scaled(words: str, figure: Figure, reader: Reader) -> Figure:
    """With the scale behind it: 55 *million*."""
    if figure.basis != "count":
        return figure
    if half := reader.half_more.match(words, figure.end):  # two and a half million
        figure = replace(figure, value=figure.value + 0.5, end=half.end())
    found = reader.scale.match(words, figure.end)
    if not found:
        return figure
    value = figure.value * reader.words.scales[key(found[1])]
    return replace(figure, value=value, end=found.end())


def _ranged(words: str, figure: Figure, reader: Reader) -> Figure:
    """With the other end of a range: between 10 *and 20*, 2 *to 3 million*."""
    joined = (
        reader.and_
        if reader.between.search(words[max(0, figure.start - BEHIND) : figure.start])
        else reader.to
    )
    to = joined.match(words, figure.end)
    if not to or figure.value_max is not None or figure.basis != "count":
        return figure
    digits = reader.digits.match(words, to.end())
    if digits is None or (joined is reader.to and _comes_from(words, figure, reader)):
        return figure
    value = _digits(digits[0], reader.words)
    most = _scaled(words, Figure("", value, to.end(), digits.end()), reader)
    least = figure.value * (most.value / value if figure.value < value < most.value else 1)
    if least >= most.value or (is_year(digits[0]) and most.value == value):
        return figure
    return replace(figure, value=least, value_max=most.value, end=most.end)


def _comes_from(words: str, figure: Figure, reader: Reader) -> bool:
    """Whether it is the first of two figures, between which something rose or fell."""
    behind = words[max(0, figure.start - BEHIND) : figure.start]
    return bool(re.search(rf"(?:{any_of(reader.words.since)})\s$", behind, re.I))


def _united(words: str, figure: Figure, reader: Reader) -> Figure:
    """With its unit: per cent, points, a currency."""
    if figure.basis == "share":
        return figure
    for expression, unit, basis in (
        (reader.points, "points", "change"), (reader.percent, "%", "share"),
    ):  # fmt: skip
        if found := expression.match(words, figure.end):
            return replace(figure, unit=unit, basis=basis, end=found.end())
    sign = reader.sign.search(words[max(0, figure.start - BEHIND) : figure.start])
    if sign:
        start = figure.start - len(sign[0])
        return replace(figure, unit=reader.words.money[sign[1]], basis="money", start=start)
    if found := reader.money.match(words, figure.end):
        currency = {key(one): code for one, code in reader.words.money.items()}[key(found[1])]
        return replace(figure, unit=currency, basis="money", end=found.end())
    return figure


def _compared(words: str, figure: Figure, reader: Reader) -> Figure:
    """With the words that say how it is meant: *more than* 80, 200 *or more*."""
    if figure.value_max is not None:
        return figure
    found = reader.how.search(words[max(0, figure.start - BEHIND) : figure.start])
    found = found or reader.how_after.match(words, figure.end)
    return replace(figure, comparator=reader.comparators[key(found[1])]) if found else figure


def _changed(words: str, figure: Figure, reader: Reader) -> Figure:
    """A share that something rose or fell by is a change."""
    if figure.unit not in ("%", "points"):
        return figure
    found = reader.move_before.search(words[max(0, figure.start - BEHIND) : figure.start])
    found = found or reader.move_after.match(words, figure.end)
    if not found:
        return figure
    return replace(figure, basis="change", up=key(found[1]) in reader.rises)


def _counted(words: str, figure: Figure, reader: Reader) -> Figure:
    """With what is counted, as far as the words that follow name it."""
    if figure.basis in ("change", "money", "factor"):
        return figure
    named: list[tuple[int, int]] = []
    how = reader.how_after.match(words, figure.end)
    at = how.end() if how else figure.end
    while len(named) < COUNTED and (token := TOKEN.match(words, at)):
        word = (token[1] or "").lower()
        if not word or word in reader.ends or (named and word in reader.skips):
            break
        if word not in reader.skips:
            named.append(token.span(1))
        at = token.end()
    if not named:
        return figure
    counted = words[named[0][0] : named[-1][1]]
    first = counted.split()[0].lower()
    if figure.basis == "count" and first in reader.words.spans:
        value = figure.value * reader.words.spans[first]
        return replace(figure, basis="duration", unit=reader.words.years, value=value)
    if figure.basis == "count" and first in reader.durations:
        return replace(figure, basis="duration", unit=first)
    return replace(figure, counted=counted)


STEPS: tuple[Callable[[str, Figure, Reader], Figure], ...] = (
    _scaled, _ranged, _united, _compared, _changed, _counted,
)  # fmt: skip
"""What is read around a number, in this order."""


def _digits(text: str, words: FigureWords) -> float:
    return float(re.sub(f"[{words.thousands}]", "", text).replace(words.decimal, "."))


def _spelt(text: str, words: FigureWords) -> float | None:
    from text_to_num import text2num  # only where a number is spelt: it takes time to load

    try:
        return float(text2num(text.replace("-", " "), words.language))
    except ValueError:
        return None
