"""Dates as people type them -> CSL dates, as precise as they are."""

import datetime
import re
from collections.abc import Mapping

from briefer.core.errors import WrongRequest
from briefer.core.folds import plain
from briefer.core.record import Date

HINT = "Write it as 2026, 2026-05, 2026-05-21, May 2026 or 21 May 2026; two dates with “to”."

Parts = tuple[int, ...]

_NAMES = (
    "january janvier enero januar", "february fevrier febrero februar", "march mars marzo marz",
    "april avril abril", "may mai mayo", "june juin junio juni", "july juillet julio juli",
    "august aout agosto", "september septembre septiembre", "october octobre octubre oktober",
    "november novembre noviembre", "december decembre diciembre dezember",
)  # fmt: skip
"""The months in English, French, Spanish and German, as folds.plain has them."""

_MONTHS: Mapping[str, int] = {
    name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()
}

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_MONTH = r"(?P<month>[^\W\d_]{3,})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?",
        rf"(?:{_DAY} )?(?:(?:of|de) )?{_MONTH},?(?: de)? (?P<year>\d{{4}})",
        rf"{_MONTH} {_DAY},? (?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})",
    )
)
_UNTIL = re.compile(r"(.+?) ?(?:/| to |[–—]| au | al | bis )[ ]?(.+)|(\d{1,2})-(\d{1,2} .+)")
_BEFORE = re.compile(r"\A(?:\w+(?:day|di|tag)|mittwoch|on|le|el|am|den)[.,]* ")
"""A day of the week, or a word that leads to a date."""


def read_date(words: str) -> Date:
    """The date that is typed or stands in a text: ISO 8601, or the month in words.

    English, French, Spanish and German months, whole or shortened; “1–5 December 2025” and
    “2025-12-01/2025-12-05” are from when to when. 03/04/2026 is March or April, so it is none.
    Raises WrongRequest.
    """
    folded = plain(" ".join(words.split())).strip(" .,;()")
    parts = _parts(folded)
    span = None if parts else _UNTIL.fullmatch(folded)
    if span:
        first, last = (one for one in span.groups() if one)
        end = _parts(last)
        begin = end and (_parts(first) or _completed(first, last))
        return Date((begin, end)) if begin and end and begin <= end else _refuse(words)
    return Date((parts,)) if parts else _refuse(words)


def typed_date(date: Date) -> str:
    """The date as read_date reads it: ISO 8601, from when to when with a slash."""
    return "/".join(Date((parts,)).iso() for parts in date.date_parts)


def _refuse(words: str) -> Date:
    raise WrongRequest(f"“{' '.join(words.split())}” is no date.", HINT)


def _completed(first: str, last: str) -> Parts | None:
    """A first date that leaves out the year, or month and year, which its last one says."""
    tokens = last.split()
    for kept in (1, 2):
        found = _parts(" ".join([first, *tokens[-kept:]]))
        if found:
            return found
    return None


def _parts(folded: str) -> Parts | None:
    """Year, month and day as far as they are said; None where the words are no date."""
    found = _matched(_BEFORE.sub("", folded))
    if found is None:
        return None
    said = found.groupdict()
    parts: Parts = (int(said["year"]),)
    parts += (_month(said["month"]),) if said["month"] else ()
    parts += (int(said["day"]),) if said["day"] else ()
    return parts if _is_real(parts) else None


def _matched(folded: str) -> re.Match[str] | None:
    return next((one for form in _FORMS if (one := form.fullmatch(folded))), None)


def _month(said: str) -> int:
    """The number of a month, by its number, its name or the beginning of it; else 0."""
    if said.isdigit():
        return int(said)
    found = {number for name, number in _MONTHS.items() if name.startswith(said)}
    return found.pop() if len(found) == 1 else 0


def _is_real(parts: Parts) -> bool:
    try:
        datetime.date(*(*parts, 1, 1)[:3])
    except ValueError:
        return False
    return True
