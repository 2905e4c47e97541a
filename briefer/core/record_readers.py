"""What one line at the head of a document says: readers, each for one kind of line."""

import re
from functools import cache

from briefer.core.record import Name
from briefer.core.record_cues import either, expressions, terms
from briefer.core.record_days import (
    issued,
    only_date,
    read_bracketed,
)
from briefer.core.record_findings import (
    Finding,
    Read,
    cue,
    found,
    is_headed,
    literal,
    valued,
    whole,
)
from briefer.core.record_lines import STOPS, Line
from briefer.core.record_names import (
    Named,
    authors,
    holds,
    is_name,
    is_office,
    is_proper,
    named,
    people,
    person,
)
from briefer.core.record_symbols import symbols

BODY_WORDS = 14
EVENT_WORDS = 30
"""Words of a line that is the name of a body, or of an event."""

# --- symbols, mastheads, and lines that say nothing


def read_symbol(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """A document symbol alone on its line, a masthead before it or not."""
    ranges = symbols(line.words[:200])
    if not ranges:
        return None
    start, end = ranges[0][0], ranges[-1][1]
    before, after = line.words[:start].strip(), line.words[end:].strip(" *.")
    between = re.sub(r"[–—,;/\s-]", "", _without(line.words[start:end], ranges, start))
    if after or between or (before and not whole("mastheads").fullmatch(before)):
        return None
    findings = [found("number", line, start, end, 2)]
    if before:
        findings.append(found("publisher", line, 0, len(before), 2))
    return Read(tuple(findings))


def _without(words: str, ranges: list[tuple[int, int]], offset: int) -> str:
    for start, end in reversed(ranges):
        words = words[: start - offset] + words[end - offset :]
    return words


def read_masthead(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """A publisher whose name alone is enough; an organ; a line of no use."""
    if whole("mastheads").fullmatch(line.words):
        return Read((found("publisher", line, 0, len(line.words), 2),))
    if whole("agenda").fullmatch(line.words):
        return Read(standing="agenda")
    if whole("organs").fullmatch(line.words) or whole("passing").fullmatch(line.words):
        return Read()
    return None


# --- delivery


@cache
def _statuses() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    return tuple(
        (
            re.compile(rf"[\[(*\s]*(?P<term>{said})[\])*.\s]*", re.I),
            re.compile(rf"[\[(]\s*(?P<term>{said})\s*[\])]", re.I),
            term,
        )
        for said, term in terms("statuses")
    )


@cache
def any_status() -> re.Pattern[str]:
    """A line that is nothing but what is said of the delivery."""
    either_of = "|".join(said for said, _ in terms("statuses"))
    return re.compile(rf"[\[(*\s]*(?:{either_of})[\])*.\s]*", re.I)


def read_status(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“As delivered”, “Check against delivery”: a term of the vocabulary, alone on a line."""
    if not any_status().fullmatch(line.words):
        return None
    findings = (
        valued("delivery_status", term, line, *told.span("term"))
        for alone, _, term in _statuses()
        if (told := alone.fullmatch(line.words))
    )
    return Read((next(findings),))


BRACKET = re.compile(r"[\[(]")


def status_inside(line: Line) -> list[Finding]:
    """The same in brackets inside a line."""
    return [
        valued("delivery_status", term, line, *told.span("term"))
        for _, inside, term in (_statuses() if BRACKET.search(line.words) else ())
        if (told := inside.search(line.words))
    ]


# --- who


def read_by(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“By: A, B and C”, “Written by A”, “Authors: …”; a newspaper's byline tells its kind."""
    told = cue("by").match(line.words)
    if not told:
        return None
    begin, rest = told.end(), line.words[told.end() :]
    penned = re.fullmatch(either("penned"), told[0].strip(), re.I)
    names, length = people(rest)
    if names:
        findings = [valued("author", names, line, begin, begin + length, 3)]
        if penned and not any(name.role for name in names):
            findings.append(valued("type", "article-newspaper", line))
        return Read(tuple(findings))
    listed = authors(rest) if told[0].rstrip().endswith(":") else ()
    return Read((valued("author", listed, line, begin, weight=3),)) if listed else None


def read_spoken(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Delivered by Ambassador A, Permanent Representative of B”."""
    told = cue("spoken_by").match(line.words)
    one = person(line.words[told.end() :]) if told else None
    if told is None or one is None:
        return None
    begin = told.end()
    return Read((valued("speaker", (one.name,), line, begin + one.start, begin + one.end, 3),))


def read_behalf(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“On behalf of the European Union”, or of several States."""
    told = cue("behalf").match(line.words)
    range_ = represented(line.words, told.end()) if told else None
    return Read((found("on_behalf_of", line, *range_, weight=3),)) if range_ else None


def represented(words: str, begin: int) -> tuple[int, int] | None:
    """The range of those on whose behalf a text is: a list that goes to the end, or one body."""
    listed = words[begin:].rstrip(" .")
    if "," in listed and authors(listed):
        return begin, begin + len(listed)
    return literal(words, begin)


def read_published(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Published by …”."""
    told = cue("published").match(line.words)
    range_ = literal(line.words, told.end()) if told else None
    return Read((found("publisher", line, *range_, weight=3),)) if range_ else None


def read_address(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Source: https://…”: the document's own address."""
    told = cue("address").match(line.words)
    address = ADDRESS.match(line.words, told.end()) if told else None
    if address is None:
        return None
    end = address.start() + len(address[0].rstrip(".,;)"))
    return Read((found("URL", line, address.start(), end),))


ADDRESS = re.compile(r"https?://[^\s<>“”\"]+")


DISCLAIMING = (
    "official record", "not necessarily", "those of the author", "sole responsibility",
    "do not represent", "do not reflect", "do not imply", "engage", "pas nécessairement",
    "document officiel",
)  # fmt: skip
"""What every disclaimer holds one of; few other paragraphs do."""


@cache
def _disclaims() -> re.Pattern[str]:
    return re.compile(either("disclaimers"), re.I)


def may_disclaim(words: str) -> bool:
    """Whether some words may be a disclaimer: a quick look."""
    return any(map(words.lower().__contains__, DISCLAIMING))


def read_disclaimer(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """A disclaimer, and the publication that it speaks of."""
    if not line.is_whole or not may_disclaim(line.words):
        return None
    if not _disclaims().search(line.words):
        return None
    findings = [found("caveat", line, 0, len(line.words))]
    for expression in expressions("container"):
        told = expression.match(line.words)
        if not told or not told["name"][:1].isupper():
            continue
        findings.append(found("container-title", line, *told.span("name")))
        if kind := re.search(rf"\b{either('articles')}\b", line.words):
            findings.append(valued("type", "article-magazine", line, *kind.span(), 2))
    return Read(tuple(findings))


def read_submitted(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Submitted by Austria, Chile and Norway”, “Prepared by the Committee on …”."""
    told = cue("submitted").match(line.words)
    if not told:
        return None
    begin, rest = told.end(), line.words[told.end() :]
    listed = authors(rest) if "," in rest else ()
    if listed:
        return Read((valued("author", listed, line, begin, weight=3),))
    range_ = literal(line.words, begin)
    if not range_:
        return None
    name = Name(literal=" ".join(line.words[slice(*range_)].split()))
    return Read((valued("author", (name,), line, *range_, weight=3),))


def read_person(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """A name and an office, on one line or on two."""
    below = is_office(behind[0].words) if behind and not line.breaks else False
    if not below and not is_office(line.words):
        return None
    first, *others = line.parts()
    if others:
        pair = _pair(first, others[0])
        return Read((pair,)) if pair else None
    one = person(line.words)
    if one and _is_person_line(one, line.words):
        return Read((valued("person", (one.name,), line, one.start, one.end, 2),))
    pair = _pair(first, behind[0]) if below else None
    return Read((pair,), 2) if pair else None


def _is_person_line(one: Named, words: str) -> bool:
    return bool(one.name.role) and not words[one.end :] and is_proper(one.name.role)


def _pair(first: Line, second: Line) -> Finding | None:
    """A person whose office stands on the line below."""
    words = first.words.rstrip(",")
    titled = person(words)
    if titled is None and not is_name(words):
        return None
    if not is_office(second.words) or not is_proper(second.words.rstrip(",")):
        return None
    name = titled.name.shown() if titled else words
    role = " ".join(second.words.rstrip(" ,").split())
    end = second.start + len(second.words.rstrip(" ,"))
    return Finding("person", (named(name, role),), first.start, end, 2)


# --- bodies and events


def read_event(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """The name of a meeting alone on its line."""
    words = line.words
    if not holds("events", words) or len(words.split()) > EVENT_WORDS or words.endswith(STOPS):
        return None
    leading = re.match(rf"{either('occasions')}\s+(?:(?:the|la|le|les) )?", words, re.I)
    begin = leading.end() if leading else 0
    if not is_headed(words[begin:], "events"):
        return None
    counted = re.match(either("ordinals"), words[begin:], re.I)
    weight = 2 if counted else 1
    more = read_bracketed(line)
    end = words.rindex("(") if more else len(words)
    end = len(words[:end].rstrip())
    return Read((found("event-title", line, begin, end, weight), *more), standing="event")


def read_body(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """An organisation alone on its line: who publishes the document."""
    words = line.words
    if not holds("bodies", words) or len(words.split()) > BODY_WORDS or words.endswith(STOPS):
        return None
    if not is_headed(words, "bodies") or not is_proper(words.replace("(", "").replace("& ", "")):
        return None
    return Read((found("publisher", line, 0, len(words)),))


# --- resolutions and drafts


def read_adopted(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Resolution adopted by the General Assembly on 4 December 2023”."""
    for expression in expressions("adopted"):
        told = expression.fullmatch(line.words)
        one = only_date(told["rest"]) if told else None
        if told is None or one is None:
            continue
        body = (Name(literal=" ".join(told["body"].split())),)
        findings = [
            valued("author", body, line, *told.span("body"), 4),
            issued(line, one, told.start("rest"), 4),
        ]
        if told["form"]:
            findings.append(found("genre", line, *told.span("form"), 4))
            findings.append(valued("type", "legislation", line, *told.span("form"), 4))
        return Read(tuple(findings), begins=bool(told["form"]))
    return None


@cache
def _sponsored() -> re.Pattern[str]:
    return re.compile(rf"(?P<who>[^:]+?)\*{{0,2}} ?: (?P<form>{either('sponsors')})", re.I)


def read_sponsors(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """“Austria, Chile and Norway: draft resolution”; the title stands on the next line."""
    told = _sponsored().fullmatch(line.words) if ":" in line.words else None
    listed = authors(told["who"]) if told else ()
    if told is None or not listed:
        return None
    return Read(
        (
            valued("author", listed, line, *told.span("who"), 4),
            found("genre", line, *told.span("form"), 4),
            valued("type", "bill", line, *told.span("form"), 4),
        ),
        begins=True,
    )
