"""Dates as they are written out, as precise as they are; nothing that leaves a part open."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from briefer.core.record import Date
from briefer.core.record_cues import CUES


class Dated(Struct, frozen=True):
    """A date and its range in some words (code points); several days of an event are two dates."""

    value: Date
    start: int
    end: int

    def is_span(self) -> bool:
        """Whether it says from when to when."""
        return len(self.value.date_parts) > 1


YEAR = re.compile(r"(?:19|20)\d\d")
BEFORE_YEAR = 48
BEHIND_YEAR = 8
"""Code points of a date that stand before its year and behind it, at most."""


@cache
def _months() -> dict[str, int]:
    return {
        name.lower(): number
        for table in CUES.values()
        for number, names in enumerate(table.months, start=1)
        for name in names.split("|")
    }


@cache
def _expression() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?:{month})\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th|er)?"
    year = r"(?:19|20)\d\d(?!\d)"
    return re.compile(
        rf"(?<![\w/.-])(?:"
        rf"(?P<fday>1[3-9]|2\d|3[01])/(?P<fmonth>0?[1-9]|1[0-2])/(?P<fyear>{year})(?![\w/])"
        rf"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w-])"
        rf"|(?P<from>{day})(?: (?P<frommonth>{month}))? ?(?:[-–—]| to | au | and ) ?"
        rf"(?P<to>{day}) (?P<spanmonth>{month}),? (?P<spanyear>{year})"
        rf"|(?P<day>{day})(?: of)? (?P<month>{month}),? (?P<year>{year})"
        rf"|(?P<month_>{month}) (?P<from_>{day}) ?[-–—] ?(?P<to_>{day}),? (?P<spanyear_>{year})"
        rf"|(?P<amonth>{month}) (?P<aday>{day}),? (?P<ayear>{year})"
        rf"|(?P<mmonth>{month}) (?P<myear>{year}))",
        re.I,
    )


def dates(words: str) -> Iterator[Dated]:
    """The dates in some words, in order: 2 December 2025, December 2, 2025, 2025-12-02, May 2026.

    English and French months. Days of an event (1–5 December 2025) are one date with two parts.
    Of dates in figures alone ISO 8601 counts, and 16/10/2002: there is no sixteenth month.
    """
    if "19" not in words and "20" not in words:  # the cheapest question, and most words have none
        return
    years = list(YEAR.finditer(words))
    if not years:
        return
    folded = re.sub(r"[\u00a0\u2009\u202f\n]", " ", words)
    begin = max(0, years[0].start() - BEFORE_YEAR)
    end = years[-1].end() + BEHIND_YEAR
    for found in _expression().finditer(folded, begin, end):
        parts = _parts(found)
        if all(_is_day(one) for one in parts):
            yield Dated(Date(parts), found.start(), found.end())


def _parts(found: re.Match[str]) -> tuple[tuple[int, ...], ...]:
    said = found.groupdict()
    if said["iso"]:
        return (tuple(int(part) for part in said["iso"].split("-")),)
    year, month, days, first = next(order for order in _ORDERS if said[order[0]])
    last = _month(said[month])
    months = (_month(said[first]) if said.get(first) else last, last)[-max(len(days), 1) :]
    numbers: list[tuple[int, ...]] = [(_number(said[day]),) for day in days] or [()]
    return tuple(
        (int(said[year]), one, *number) for one, number in zip(months, numbers, strict=True)
    )


_ORDERS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("spanyear", "spanmonth", ("from", "to"), "frommonth"),
    ("year", "month", ("day",), ""),
    ("spanyear_", "month_", ("from_", "to_"), ""),
    ("ayear", "amonth", ("aday",), ""),
    ("fyear", "fmonth", ("fday",), ""),
    ("myear", "mmonth", (), ""),
)
"""The groups of each way of writing: year, month, days, and the month of the first of two days."""


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _months()[name.rstrip(".").lower()]


def _is_day(parts: tuple[int, ...]) -> bool:
    try:
        datetime.date(*(*parts, 1, 1)[:3])
    except ValueError:
        return False
    return True
