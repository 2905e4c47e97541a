"""Lines that say when and where: “Geneva, 2 December 2025”."""

import re
from functools import cache

from briefer.core.record import Date
from briefer.core.record_cues import either, listed, terms
from briefer.core.record_dates import YEAR, Dated, dates
from briefer.core.record_findings import Finding, Read, cue, found, is_headed, valued, whole
from briefer.core.record_lines import Line

PLACE_WORDS = 4

CLOCK = r"(?:,? ?(?:at )?\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|CET|EST|EDT|CEST|BST))?)"


@cache
def _around() -> re.Pattern[str]:
    small = rf"\b{either('weekdays')}\b,?|\b(?:le|on|du|from|les|ce)\b|{CLOCK}"
    return re.compile(rf"(?i:{small})$|^{CLOCK}")


@cache
def _form() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b(?:{'|'.join(said for said, _ in terms('forms'))})\b)|\d")


def is_place(words: str) -> bool:
    """Whether some words may name a place: one to four, each a capital first, of no other kind."""
    tokens = re.sub(r"[,()]", " ", words).split()
    small = ("de", "la", "le", "of", "the", "du", "des", "d’", "d'")
    capitals = [one for one in tokens if one[0].isupper() and one[-1].isalnum()]
    if not capitals or len(tokens) > PLACE_WORDS or _form().search(words):
        return False
    if any(
        one.lower() in listed(name) for one in tokens for name in ("bodies", "events", "offices")
    ):
        return False
    return tokens[0] in capitals and all(one in capitals or one in small for one in tokens)


def read_dated(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Published 3 May 2026”; a date of another kind (“Updated …”) is passed over."""
    if told := cue("outdated").match(line.words):
        return Read() if list(dates(line.words[told.end() :][:60])) else None
    told = cue("dated").match(line.words)
    if not told:
        return Read() if whole("dated").fullmatch(line.words) else None
    rest = line.words[told.end() :]
    one = only_date(rest)
    if one is None or len(rest[: one.start].strip()) > 12 or not _is_aside(rest[one.end :]):
        return Read() if not one and len(rest.split()) <= 2 else None
    return Read((issued(line, one, told.end(), 3),))


def _is_aside(words: str) -> bool:
    """Whether what follows a date is a time of day, or stands in brackets."""
    return len(words.strip(" .")) <= 20 or words.lstrip().startswith("(")


def only_date(words: str) -> Dated | None:
    """The date in some words, where there is one alone and it is no span of days."""
    said = list(dates(words[:200]))
    return said[0] if len(said) == 1 and not said[0].is_span() else None


def issued(line: Line, one: Dated, offset: int, weight: int) -> Finding:
    return valued("issued", one.value, line, offset + one.start, offset + one.end, weight)


def read_date_line(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Geneva, 2 December 2025”, “21 May 2026 / New York”; an event before them counts too."""
    if YEAR.fullmatch(line.words):
        return Read((valued("issued", Date(((int(line.words),),)), line, weight=0),))
    said = list(dates(line.words[:300]))
    one = said[0] if len(said) == 1 else None
    around = _beside(line, one) if one else None
    if one is None or around is None:
        return None
    field = "event-date" if one.is_span() else "issued"
    findings = (valued(field, one.value, line, one.start, one.end), *around)
    if not around and behind and behind[0].near and is_place(behind[0].words):
        place = found("event-place", behind[0], 0, len(behind[0].words))
        return Read((*findings, place), 2)
    return Read(findings)


def _beside(line: Line, one: Dated) -> list[Finding] | None:
    """The place, and the event, that stand beside a date; None where other words do."""
    before, after = _bare(line.words[: one.start]), _bare(line.words[one.end :])
    event, comma, last = before.rpartition(",")
    place = (last.strip() if comma and is_headed(event, "events") else before) or after
    if (before and after) or (place and not is_place(place)):
        return None
    if not place:
        return []
    words = line.words
    start = words.rindex(place, 0, one.start) if before else words.index(place, one.end)
    end = start + len(place)
    if not _is_apart(line, *((end, one.start) if before else (one.end, start))):
        return None
    findings = [found("event-place", line, start, end)]
    if place != before and before:
        begin = words.index(event)
        findings.append(found("event-title", line, begin, begin + len(event)))
    return findings


def _is_apart(line: Line, start: int, end: int) -> bool:
    """Whether a comma, a bracket, a dash or a line break parts place and date."""
    parted = any(start <= one <= end for one in line.breaks)
    return parted or bool(re.search(r"[,;(|–—-]", line.words[start:end]))


def read_placed(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Location: Geneva”."""
    told = cue("placed").match(line.words)
    if not told or not is_place(line.words[told.end() :]):
        return None
    return Read((found("event-place", line, told.end(), len(line.words), 2),))


def read_place_line(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """A place alone on its line, a date alone on the next."""
    if not behind or not behind[0].near or not is_place(line.words):
        return None
    one = only_date(behind[0].words)
    if one is None or _bare(behind[0].words[: one.start]) or _bare(behind[0].words[one.end :]):
        return None
    place = found("event-place", line, 0, len(line.words))
    return Read((place, issued(behind[0], one, 0, 1)), 2)


def _bare(words: str) -> str:
    """What stands beside a date, without weekday, time of day and punctuation."""
    for _ in range(3):
        words = _around().sub("", words.strip(" \t\n\u00a0,;()[]–—-|.*"))
    return words.strip(" \t\n\u00a0,;()[]–—-|.*")


DATELINE = re.compile(r"(?P<place>[^\W\d_][^\d(\n]{1,50}?),? ?\(?(?=(?:\d|[^\W\d_]{3,10}\.? \d))")


def read_dateline(line: Line) -> list[Finding]:
    """The place and date with which a report begins: “GENEVA, 3 March 2025 — …”."""
    opening = line.words[:120]
    one = next(dates(opening), None)
    told = DATELINE.match(opening)
    if one is None or one.is_span() or told is None or told.end() != one.start:
        return []
    place = told["place"].rstrip(" ,(")
    if not is_place(place) or not re.match(r"\)?,? ?[–—:-]+ ", opening[one.end :]):
        return []
    return [issued(line, one, 0, 1), found("event-place", line, 0, len(place))]


IN_BRACKETS = re.compile(r"\((?P<place>[^()\d,]{2,40}), (?P<date>[^()]{6,40})\)\W*$")


def read_bracketed(line: Line) -> list[Finding]:
    """The place and date of what a title speaks of: “… (Maputo, 23–27 June 2014)”."""
    told = IN_BRACKETS.search(line.words[-120:])
    if not told or not is_place(told["place"]):
        return []
    offset = max(0, len(line.words) - 120)
    said = list(dates(told["date"]))
    if len(said) != 1 or (said[0].start, said[0].end) != (0, len(told["date"])):
        return []
    start, end = (offset + one for one in told.span("date"))
    begin, stop = (offset + one for one in told.span("place"))
    return [
        valued("event-date", said[0].value, line, start, end),
        found("event-place", line, begin, stop),
    ]
