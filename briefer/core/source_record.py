"""The source record read out of a text: what its head and foot say, each value with its place."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice, takewhile

from msgspec import Struct

from briefer.core.languages import language_of
from briefer.core.model import Mark, Place
from briefer.core.record import Field, Record, text_of
from briefer.core.record_days import read_bracketed, read_date_line, read_dated, read_dateline
from briefer.core.record_findings import Finding, cue, found, valued, whole
from briefer.core.record_forms import read_told
from briefer.core.record_head import read_any
from briefer.core.record_lines import Line, ends_head, goes_on, head, is_short, joined, tail
from briefer.core.record_readers import (
    read_address,
    read_by,
    read_disclaimer,
    read_person,
)

TITLE_WORDS = 3
"""A shorter line is no title, unless markup says that it heads the document."""

AHEAD = 5
"""Lines that are looked at together."""

OTHERWISE = ("form", "event", "agenda")
"""What a line stands for that is a title only for want of another."""

ONE_OF_MANY = ("genre", "type", "title", "event-title", "publisher", "delivery_status")
"""Fields of which the first finding counts where several weigh the same."""

CHECKED = ("speech",)
"""Kinds whose date is that of an event, and whose author speaks."""


class _Titular(Struct, frozen=True):
    """A line that may be the title, and what it stands for; `whole` has the lines it goes on in."""

    line: Line
    standing: str
    whole: Line
    findings: tuple[Finding, ...] = ()

    def finding(self) -> Finding:
        """The title that it gives."""
        told = (one for one in self.findings if one.field == "title")
        return next(told, None) or found("title", self.whole, 0, len(self.whole.words))

    def is_proper(self) -> bool:
        """Whether it is a title by itself: long enough, or marked as what heads the document."""
        if self.standing != "title":
            return False
        return self.line.level == 1 or len(str(self.finding().value).split()) >= TITLE_WORDS


def read_record(text: str, places: Sequence[Place], marks: Sequence[Mark]) -> dict[str, Field]:
    """The fields that a text states of itself, in the order of record.FIELDS.

    `places` and `marks` are the text's paragraphs and its markup. Each value is words of the text,
    or read from them, with their range in code points; kind of document and language are inferred.
    What the text does not say is left out, and so is what it says in two ways. Only the first
    sixty paragraphs and the last ten are looked at. Raises nothing.
    """
    findings, until = _read_head(head(text, places, marks))
    findings += _read_tail([one for one in tail(text, places) if one.start >= until])
    chosen = {field: _chosen(field, findings) for field in {one.field for one in findings}}
    record = _assembled({field: one for field, one in chosen.items() if one})
    if language := language_of(text):
        record["language"] = Field(language, "inferred")
    return record


def completed(read: Record, stated: Record) -> dict[str, Field]:
    """What the text says, then what only the file does; a closer language of the file's stays."""
    told, said = text_of(read, "language"), text_of(stated, "language")
    kept = {"language": stated["language"]} if said[:2].lower() == told and told else {}
    return {**stated, **read, **kept}


def _read_head(lines: Iterator[Line]) -> tuple[list[Finding], int]:
    """The findings of the head, and where it ends in the text."""
    findings: list[Finding] = []
    titles: list[_Titular] = []
    coming = list(islice(lines, AHEAD))
    unread, until = "title", 0
    while coming:
        line, behind, takes = coming[0], tuple(coming[1:]), 1
        until = line.end
        if line.role in ("caption", "footnote", "list_item"):
            pass
        elif told := read_told(line):
            return [*findings, *told, *_title(titles)], line.end
        elif read := read_any(line, behind):
            titles = [] if read.begins else titles
            findings += [one for one in read.findings if one.field != "title"]
            unread = "agenda" if read.standing == "agenda" else "title"
            if read.standing and unread == "title":
                titles.append(_Titular(line, read.standing, line, read.findings))
            takes = read.takes
        elif ends_head(line):
            dateline = read_dateline(line)
            return [*findings, *dateline, *_title(titles)], line.start
        elif line.role != "table_cell":
            wrapped = list(takewhile(lambda one: one.near and goes_on(one), behind))
            whole_line, takes = joined(line, wrapped) if wrapped else line, 1 + len(wrapped)
            findings += read_bracketed(whole_line)
            titles.append(_Titular(line, unread, whole_line))
            unread = "title"
        coming = [*coming[takes:], *islice(lines, takes)]
    return [*findings, *_title(titles)], until


def _title(titles: Sequence[_Titular]) -> list[Finding]:
    """The title: the first heading of three words or more; else what names form or event."""
    headings = (one for one in titles if one.line.role in ("title", "heading"))
    others = (one for one in titles if one.standing in OTHERWISE)
    proper = (one for one in chain(headings, titles) if one.is_proper())
    return [one.finding() for one in islice(chain(proper, others), 1)]


def _chosen(field: str, findings: Sequence[Finding]) -> Finding | None:
    """The finding of most weight; none when two of them differ."""
    said = [one for one in findings if one.field == field]
    most = max(one.weight for one in said)
    best = [one for one in said if one.weight == most]
    if field not in ONE_OF_MANY and any(one.value != best[0].value for one in best):
        return None
    return best[0]


def _assembled(chosen: dict[str, Finding]) -> dict[str, Field]:
    """The record: the person becomes the author, and the speaker of a speech."""
    person = chosen.pop("person", None)
    speech = "type" in chosen and chosen["type"].value in CHECKED
    if person and "speaker" not in chosen and speech:
        chosen["speaker"] = person
    if person and ("author" not in chosen or chosen["author"].weight < person.weight):
        chosen["author"] = person
    if "title" in chosen and _is_letter(chosen):
        del chosen["title"]
    if speech and "issued" in chosen and "event-date" not in chosen:
        chosen["event-date"] = chosen["issued"]
    return {
        field: Field(one.value, "inferred" if field == "type" else "source", one.start, one.end)
        for field, one in sorted(chosen.items())
    }


def _is_letter(chosen: dict[str, Finding]) -> bool:
    """Whether a document is a letter that does not call itself one: its first line is no title."""
    kind = chosen["type"].value if "type" in chosen else ""
    return kind == "personal_communication" and "genre" not in chosen


# --- the foot


def _read_tail(lines: Sequence[Line]) -> list[Finding]:
    findings: list[Finding] = []
    for number, line in enumerate(lines):
        behind = tuple(lines[number + 1 : number + 4])
        for one in (read_disclaimer, read_address):
            read = one(line, behind)
            findings += read.findings if read else ()
        for reader in (_signature, _closing, _penned, _dated_at) if is_short(line) else ():
            findings += reader(line, behind)
    return findings


def _signature(line: Line, behind: tuple[Line, ...]) -> list[Finding]:
    """“(Signed) A”, offices below."""
    told = cue("signed").match(line.words)
    if not told or not told[0].lstrip().startswith("("):
        return []
    rest = Line(line.words[told.end() :], line.start + told.end(), line.role)
    return _author(rest, behind)


def _closing(line: Line, behind: tuple[Line, ...]) -> list[Finding]:
    """“Yours sincerely”, name and office below: a letter."""
    if not whole("closing").fullmatch(line.words) or not behind:
        return []
    return [
        valued("type", "personal_communication", line, weight=1),
        *_author(behind[0], behind[1:]),
    ]


def _author(line: Line, behind: tuple[Line, ...]) -> list[Finding]:
    """Who signed: a name, and of the offices below it the last."""
    for office in (behind[1:2], behind[:1]):
        read = read_person(line, office) if office else None
        if read:
            return [Finding("author", one.value, one.start, one.end, 3) for one in read.findings]
    return []


def _penned(line: Line, behind: tuple[Line, ...]) -> list[Finding]:
    """“Written by A”, at the foot."""
    read = read_by(line, behind) if len(line.words.split()) <= 8 else None
    return list(read.findings) if read else []


def _dated_at(line: Line, behind: tuple[Line, ...]) -> list[Finding]:
    """“Geneva, 2 December 2025” at the foot; a date without a place may be of something else."""
    read = read_date_line(line, ())
    both = read and {one.field for one in read.findings} == {"issued", "event-place"}
    said = read_dated(line, ()) if len(line.words) < 60 else None
    return [
        *(_lighter(one, 0) for one in (read.findings if read and both else ())),
        *(_lighter(one, 2) for one in (said.findings if said else ())),
    ]


def _lighter(one: Finding, weight: int) -> Finding:
    return Finding(one.field, one.value, one.start, one.end, weight)
