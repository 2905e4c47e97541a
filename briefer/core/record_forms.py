"""Lines that begin with what a document calls itself: “Statement by A, Minister of B, at C”."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from briefer.core.record import Name
from briefer.core.record_cues import CUES, either, expressions, terms
from briefer.core.record_dates import dates
from briefer.core.record_days import is_place
from briefer.core.record_findings import Finding, Read, found, is_headed, literal, valued
from briefer.core.record_lines import Line, goes_on, joined
from briefer.core.record_names import is_name, is_office, leading_name, named, person
from briefer.core.record_readers import represented, status_inside

LINES_JOINED = 4
"""Lines that a heading such as “Statement by A / Minister of B / at the Conference” may have."""

CARRIED = ("document",)
"""Kinds that only carry a text of another form: a press release with a statement in it."""


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    before = rf"(?:{either('leads')})?"
    follow = rf"(?=$|\s*[:–—(-]|\s+{either('follow')}(?:\W|$))"
    more = rf"(?:{either('adjectives')}\s+){{0,2}}"
    return tuple(
        (re.compile(rf"{before}(?P<form>{more}(?:{said})){follow}", re.I), kind)
        for said, kind in terms("forms")
    )


@cache
def any_form() -> re.Pattern[str]:
    """Whether there is one: a quick look, for most lines have none."""
    either_of = "|".join(said for said, _ in terms("forms"))
    more = rf"(?:{either('leads')})?(?:{either('adjectives')}\s+){{0,2}}"
    return re.compile(rf"{more}(?:{either_of})(?!\w)", re.I)


def read_form(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """A line that begins with what the document calls itself; the rest says who, where and when.

    Lines behind it that go on with it (“at the …”, an office) belong to it.
    """
    told, kind = max(
        ((one, kind) for one, kind in _forms_of(line.words)),
        key=lambda pair: len(pair[0]["form"]),
        default=(None, ""),
    )
    if told is None:
        return None
    takes, heading = _joined(line, behind)
    weight = 2 if kind in CARRIED else 3
    findings = [
        found("genre", line, *told.span("form"), weight),
        valued("type", kind, line, *told.span("form"), weight),
    ]
    if not heading.words[told.end() :].strip(" :–—-"):
        return Read(tuple(findings), standing="form")
    findings += _details(heading, told.end())
    findings.append(found("title", heading, 0, len(heading.words), 0))
    return Read(tuple(findings), takes, standing="title")


def _forms_of(words: str) -> Iterator[tuple[re.Match[str], str]]:
    if not any_form().match(words):
        return
    for expression, kind in _forms():
        if told := expression.match(words):
            yield told, kind


def _joined(line: Line, behind: tuple[Line, ...]) -> tuple[int, Line]:
    whole = line
    for number, one in enumerate(behind[: LINES_JOINED - 1], start=1):
        if not goes_on(one) and not (is_office(one.words) and _ends_with_name(whole.words)):
            return number, whole
        whole = joined(whole, [one])
    return len(behind[: LINES_JOINED - 1]) + 1, whole


def _ends_with_name(words: str) -> bool:
    """Whether a heading ends with the name of a person whose office it does not say."""
    told = _by().search(words)
    rest = words[told.end() :] if told else ""
    one = person(rest)
    return is_name(rest) or bool(one and not one.name.role and one.end == len(rest))


def _details(line: Line, begin: int) -> list[Finding]:
    """Who speaks for whom, at which event, where and when, behind the form."""
    findings = [*status_inside(line), *_who(line, begin), *_event(line, begin)]
    words = line.words
    for name in expressions("behalf"):
        told = name.search(words, begin)
        if told and (range_ := represented(words, told.end() + _space(words, told.end()))):
            findings.append(found("on_behalf_of", line, *range_, 2))
    return findings + _when(line, begin)


def _space(words: str, at: int) -> int:
    return len(words[at:]) - len(words[at:].lstrip())


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either('of')})\s*(?=\S)", re.I)


CUES_TRIED = 5
BEHALF = re.compile(r"behalf $", re.I)


def _who(line: Line, begin: int) -> list[Finding]:
    starts = [
        told.end()
        for told in islice(_by().finditer(line.words, begin), CUES_TRIED)
        if not BEHALF.search(line.words[: told.start()])
    ]
    for start in starts:
        if one := person(line.words[start : start + 400]):
            return [valued("person", (one.name,), line, start + one.start, start + one.end, 2)]
    range_ = literal(line.words, starts[0]) if starts else None
    return _titular(line, *range_) if range_ else []


def _titular(line: Line, start: int, end: int) -> list[Finding]:
    """Who is only called by an office, or is a State or body; a name may stand behind a comma."""
    said = " ".join(line.words[start:end].split())
    if not is_office(said):
        return [valued("author", (Name(literal=said),), line, start, end, 1)]
    if line.words[end : end + 2] == ", " and (name := leading_name(line.words[end + 2 :])):
        stop = end + 2 + name.end
        return [valued("person", (named(name.words, said),), line, start, stop, 2)]
    if not re.search(r" (?:of|for|to|de|du|des|d’) |\w-\w| générale?$", said):
        return []  # “the Foreign Minister”: of which country is not said
    return [valued("author", (Name(literal=said),), line, start, end, 1)]


@cache
def _occasions() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{table.occasions})\s+", re.I) for table in CUES.values())


def _event(line: Line, begin: int) -> list[Finding]:
    """The first event that an “at”, “to” or “on the margins of” leads to."""
    ranges = (
        event_range(line.words, told.end())
        for expression in _occasions()
        for told in expression.finditer(line.words[:600], max(0, begin - 1))
    )
    return [found("event-title", line, *range_) for range_ in ranges if range_][:1]


STOP = re.compile(
    r"[,;:–—“”\"(\[]|\s(?:held|organi[sz]ed|observed|in marge|at)\b|\s(?:on|le)\s(?=\d)"
)


def event_range(words: str, begin: int) -> tuple[int, int] | None:
    """The range of an event that some words begin with, without its article; None for no event."""
    article = re.compile(r"(?:the |la |le |les |l[’'])", re.I).match(words, begin)
    start = article.end() if article else begin
    stop = STOP.search(words, start)
    said = words[start : stop.start() if stop else len(words)].rstrip(" .")
    return (start, start + len(said)) if is_headed(said, "events") else None


def _when(line: Line, begin: int) -> list[Finding]:
    """The date that a heading ends with or is dated by, and the place before it."""
    said = list(dates(line.words[begin:][:600]))
    if len(said) != 1 or said[0].is_span():
        return []
    one = said[0]
    start, end = begin + one.start, begin + one.end
    before = line.words[begin:start].rstrip()
    dated = re.search(r"\b(?:dated|datée du|en date du|du|on|le)$", before)
    if not dated and line.words[end:].strip(" .)]"):
        return []
    findings = [valued("issued", one.value, line, start, end, 3 if dated else 1)]
    place = re.search(r"[,(–—] ?([^,(–—]+),$", before)
    if place and is_place(place[1].strip()):
        at = begin + place.start(1)
        findings.append(found("event-place", line, at, at + len(place[1].rstrip())))
    return findings


OPENING = re.compile("following|the following|on trouvera|voici|ci-après|vous|l[ae] ", re.I)
"""What all of them begin with."""


def read_told(line: Line) -> list[Finding]:
    """A press service's opening: “Following is the text of A's message for B:”."""
    if not OPENING.match(line.words):
        return []
    opening = line.words[:500]
    if issued := read_issued_by(line):
        return issued
    for expression in expressions("told"):
        told = expression.match(opening)
        if not told:
            continue
        findings = [
            found("genre", line, *told.span("form"), 4),
            valued("type", "speech", line, *told.span("form"), 4),
            *_told_status(line, told),
        ]
        at = told.start("who")
        who = re.sub(r"^(?:de |du |de la )", "", told["who"])
        at += len(told["who"]) - len(who)
        if one := person(who):
            findings.append(valued("person", (one.name,), line, at + one.start, at + one.end, 4))
        return findings + _event(line, told.start("event"))
    return []


def _told_status(line: Line, told: re.Match[str]) -> list[Finding]:
    return [
        valued("delivery_status", term, line, *told.span("form"))
        for said, term in terms("statuses")
        if re.fullmatch(said, told["form"], re.I)
    ]


def read_issued_by(line: Line) -> list[Finding]:
    """“The following statement was issued today by the Spokesperson for A:”."""
    for expression in expressions("issued_by"):
        told = expression.match(line.words[:300])
        range_ = literal(line.words, told.start("who")) if told else None
        if told and range_:
            who = Name(literal=" ".join(line.words[slice(*range_)].split()))
            return [
                found("genre", line, *told.span("form"), 4),
                valued("type", "speech", line, *told.span("form"), 4),
                valued("author", (who,), line, *range_, 4),
            ]
    return []
