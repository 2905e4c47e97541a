"""When a statement holds: the dates and periods that a sentence names, as precise as it is."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from briefer.core.figure_words import FigureWords, any_of, figure_words, key

YEAR = re.compile(r"(?:18|19|20)\d\d")

Dated = Literal["clause", "sentence", "document", "relative", ""]
"""What dates a statement: words beside it, its sentence, its document, a day not named, nothing."""


class Moment(Struct, frozen=True, omit_defaults=True, gc=False):
    """When a statement holds, ISO 8601 as precise as the words are; empty where not known.

    `as_of` is a day, month or year; of a period `since` and `until` are its ends.
    """

    dated: Dated = ""
    as_of: str = ""
    since: str = ""
    until: str = ""
    text: str = ""
    start: int = 0
    end: int = 0


class Reader(Struct, frozen=True, eq=False):
    """The expressions that find the dates of one language."""

    words: FigureWords
    period: re.Pattern[str]
    point: re.Pattern[str]
    now: re.Pattern[str]
    relative: re.Pattern[str]
    as_of: frozenset[str]


def moments(sentence: str, language: str = "en") -> tuple[Moment, ...]:
    """The dates in a sentence, in order, with their ranges in it (code points).

    “To date” and the like stand as `document`, without a date; “on Monday” as `relative`.
    """
    reader = _reader(language[:2].lower())
    found: list[Moment] = []
    dated = YEAR.search(sentence)  # most sentences name none: this is many times faster
    for expression, made in (
        (reader.period, _period), (reader.point, _point), (reader.now, _now),
        (reader.relative, _relative),
    ):  # fmt: skip
        if dated is None and made in (_period, _point):
            continue
        for one in expression.finditer(sentence):
            overlaps = any(one.start() < other.end and other.start < one.end() for other in found)
            if not overlaps and (moment := made(one, reader)):
                found.append(moment)
    return tuple(sorted(found, key=lambda one: one.start))


def moment_of(
    start: int, end: int, others: Sequence[tuple[int, int]], among: Sequence[Moment], issued: str
) -> Moment:
    """What dates the words from `start` to `end` of a sentence, `among` the dates in it.

    The nearest date with no other figure (ranges in `others`) in between; else one that opens
    the sentence. `issued` is the date of the document (ISO 8601), or empty.
    """
    after = [
        one for one in among
        if one.start >= end and not any(end <= at < one.start for at, _ in others)
    ]  # fmt: skip
    before = [
        one for one in among
        if one.end <= start and not any(one.end <= at < start for at, _ in others)
    ]  # fmt: skip
    opening = [one for one in among if one.start <= OPENS]
    within = [one for one in among if start <= one.start and one.end <= end]
    beside = sorted(
        [*after[:1], *before[-1:]], key=lambda one: max(one.start - end, start - one.end)
    )
    for some in (within, beside, opening):
        if some:
            return _of_document(some[0], issued)
    return Moment()


OPENS = 4
"""Code points before a date that opens a sentence and so dates the whole of it."""


def _of_document(moment: Moment, issued: str) -> Moment:
    if moment.dated == "document":
        return Moment("document", issued, "", "", moment.text, moment.start, moment.end)
    return moment


@cache
def _reader(language: str) -> Reader:
    words = figure_words(language)
    year = r"(?:18|19|20)\d\d"
    months = any_of(words.months)
    date = (
        rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th|er)?\s)?(?:{months})\.?,?\s{year}"
        rf"|(?:{months})\.?\s\d{{1,2}},\s{year}|{year})(?![\d-])"
    )
    early = rf"(?:(?:{any_of(words.early)})[\s-]?)*"
    and_ = rf"(?:{any_of((*words.and_, *words.to))})"
    point = any_of((*words.as_of, *words.in_))
    return Reader(
        words=words,
        period=re.compile(
            rf"(?<!\w)(?:(?:{any_of(words.between)}|{any_of(words.since)})\s{early}(?P<a>{date})"
            rf"\s?{and_}\s?(?P<b>{date})"
            rf"|(?:{any_of(words.since)})\s{early}(?P<since>{date}s?)"
            rf"|(?P<c>{year})[–-](?P<d>{year}))",
            re.I,
        ),
        point=re.compile(rf"(?<!\w)(?:(?P<how>{point})\s)?{early}(?P<date>{date})(?!\w)", re.I),
        now=re.compile(rf"(?<!\w)(?:{any_of(words.now)})(?!\w)", re.I),
        relative=re.compile(rf"(?<!\w)(?:{any_of(words.relative)})(?!\w)", re.I),
        as_of=frozenset(key(one) for one in words.as_of),
    )


def _period(found: re.Match[str], reader: Reader) -> Moment | None:
    since = found["a"] or found["since"] or found["c"]
    until = found["b"] or found["d"] or ""
    ends = _iso(since, reader.words), _iso(until, reader.words) if until else ""
    return Moment("clause", "", *ends, found[0], *found.span())


def _point(found: re.Match[str], reader: Reader) -> Moment | None:
    """A date that a preposition puts to a statement; a bare year, as in a name, dates nothing."""
    iso = _iso(found["date"], reader.words)
    if found["how"] is None:
        return _bracketed(found, iso)
    dated: Dated = "clause" if key(found["how"]) in reader.as_of else "sentence"
    return Moment(dated, iso, "", "", found[0], *found.span())


def _bracketed(found: re.Match[str], iso: str) -> Moment | None:
    """A date alone in brackets, as of the figure before it: 83 per cent (2023)."""
    start, end = found.span("date")
    if found.string[:start][-1:] != "(" or found.string[end : end + 1] != ")":
        return None
    return Moment("sentence", iso, "", "", found["date"], start, end)


def _now(found: re.Match[str], reader: Reader) -> Moment:
    return Moment("document", "", "", "", found[0], *found.span())


def _relative(found: re.Match[str], reader: Reader) -> Moment:
    return Moment("relative", "", "", "", found[0], *found.span())


def _iso(text: str, words: FigureWords) -> str:
    """A date as ISO 8601 writes it; a decade as it stands (1990s)."""
    if text.endswith("s") and text[:-1].isdecimal():
        return text
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    year: str = next(one for one in parts if len(one) == 4 and one.isdecimal())
    month = next((words.months[one.lower()] for one in parts if one.lower() in words.months), None)
    day = next((int(one) for one in parts if one.isdecimal() and len(one) < 3), None)
    if month is None:
        return year
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
