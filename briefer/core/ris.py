"""Source records as RIS records (tag -> its lines), and back."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from briefer.core.model import Source
from briefer.core.record import Date, Name, Value
from briefer.core.record_entry import sort_of
from briefer.core.references import (
    OWN,
    Reference,
    Values,
    doi_address,
    first,
    own_part,
    read_or_none,
    values_of,
    with_own,
)

Tags = Mapping[str, Sequence[str]]
"""A RIS record: tag -> what stands behind it, line by line."""

TYPES: Mapping[str, str] = {
    "SLIDE": "speech", "ELEC": "webpage", "RPRT": "report", "GOVDOC": "report",
    "NEWS": "article-newspaper", "MGZN": "article-magazine", "JOUR": "article-journal",
    "EJOUR": "article-journal", "BLOG": "post-weblog", "BOOK": "book", "EBOOK": "book",
    "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "STAT": "legislation",
    "BILL": "bill", "LEGAL": "regulation", "HEAR": "hearing", "CASE": "legal_case",
    "CPAPER": "paper-conference", "CONF": "paper-conference", "PCOMM": "personal_communication",
    "ICOMM": "post", "VIDEO": "motion_picture", "MPCT": "motion_picture", "SOUND": "song",
    "MAP": "map", "THES": "thesis", "PAT": "patent", "STAND": "standard", "DATA": "dataset",
    "PAMP": "pamphlet", "MANSCPT": "manuscript", "UNPB": "manuscript", "COMP": "software",
    "DICT": "entry-dictionary", "ENCYC": "entry-encyclopedia", "ART": "graphic",
    "MUSIC": "musical_score", "FIGURE": "figure", "SER": "periodical",
}  # fmt: skip
"""RIS's types -> CSL's; of several for one, the first is written. A talk is SLIDE, as Zotero has
it; what RIS has no type for is GEN, which says nothing of the type."""

_TAG_OF_TYPE = {kind: tag for tag, kind in reversed(list(TYPES.items()))}

TAGS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT"), "author": ("AU", "A1"), "issued": ("DA", "Y1", "PY"),
    "publisher": ("PB",), "number": ("M1",), "genre": ("M3",), "event-place": ("CY", "PP"),
    "URL": ("UR", "DO"), "accessed": ("Y2",), "language": ("LA",), "note": ("N1",),
}  # fmt: skip
"""Field -> the tag it is written with, and others that it is read from, the best first."""

WORK = ("T2", "JO", "JF", "BT")
"""What it was published in; for a talk, the event."""

FILES = ("L1", "L2", "L4")

TALKS = ("SLIDE", "CPAPER", "CONF", "HEAR")
"""Types whose T2 is a meeting."""

NUMBERED = ("RPRT", "GOVDOC")
"""Types whose number some programs write as SN, which else is an ISBN or ISSN."""

MARK = f"{OWN} {{"
"""How the note begins in which this program keeps what RIS cannot say."""

_DATE = re.compile(r"(\d{4})(?:/(\d{1,2})?(?:/(\d{1,2})?)?)?(?:/.*)?")


def to_tags(source: Source) -> dict[str, list[str]]:
    """The record of a source as a RIS record; what RIS cannot say goes to a note, as JSON."""
    values = values_of(source.record)
    tags = _written(values)
    tags["ID"] = [source.id]
    own = own_part(values, _read(tags)[0], source.file)
    tags.setdefault("N1", []).append(f"{OWN} {json.dumps(own, sort_keys=True)}")
    return tags


def _written(values: Values) -> dict[str, list[str]]:
    kind = _TAG_OF_TYPE.get(str(values.get("type", "")), "GEN")
    tags = {"TY": [kind]}
    for name, value in values.items():
        lines = _lines(value)
        if name in _places(kind) and all(map(_fits_a_line, lines)):
            tags[_places(kind)[name][0]] = lines
    date = values.get("issued")
    if isinstance(date, Date):
        tags["PY"] = [f"{date.date_parts[0][0]:04}"]
    return tags


def _fits_a_line(words: str) -> bool:
    return words == " ".join(words.split()) and not words.startswith(MARK)


def _places(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Field -> its tags, in a record of this type."""
    work = "event-title" if kind in TALKS else "container-title"
    more = {"number": ("M1", "SN")} if kind in NUMBERED else {}
    return {**TAGS, **more, work: WORK}


def _lines(value: Value) -> list[str]:
    match value:
        case str():
            return [value]
        case Date():
            year, month, day = (*value.date_parts[0], None, None)[:3]
            return [f"{year:04}/{_two(month)}/{_two(day)}/"]
        case _:
            return [_inverted(one) for one in value]


def _two(number: int | None) -> str:
    return "" if number is None else f"{number:02}"


def _inverted(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given and name.family else name.shown()


def from_tags(tags: Tags) -> Reference:
    """What a RIS record says; what a field of the record cannot hold is named as unread."""
    fields, unread = _read(tags)
    own = next((one for one in reversed(tags.get("N1", ())) if one.startswith(MARK)), "")

    def agrees(name: str, value: Value) -> bool:
        """Whether the value would be written as what stands there."""
        kind = _kind(tags)
        if name == "type":
            return _written({name: value})["TY"] == [kind]
        tag = _places(kind).get(name, ("",))[0]
        written = _written({"type": TYPES.get(kind, ""), name: value})
        return written.get(tag, []) == _kept(tags.get(tag, ()))

    fields, file = with_own(fields, _json(own.removeprefix(OWN)), agrees)
    named = [unquote(re.split(r"[/\\]", one)[-1]) for tag in FILES for one in tags.get(tag, ())]
    files = tuple(one for one in (file, *named) if one)
    return Reference(next(iter(tags.get("ID", ())), ""), fields, files, tuple(unread))


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _read(tags: Tags) -> tuple[dict[str, Value], list[str]]:
    kind = _kind(tags)
    fields: dict[str, Value] = {"type": TYPES[kind]} if kind in TYPES else {}
    unread: list[str] = []
    for name, places in _places(kind).items():
        said = {tag: lines for tag in places if (lines := _kept(tags.get(tag, ())))}
        value = first(_value(name, tag, one) for tag, one in said.items())
        if value:
            fields[name] = value
        elif said:
            unread.append(name)
    return fields, unread


def _kept(lines: Sequence[str]) -> list[str]:
    """The lines of a tag that say something, without what this program added."""
    return [one for one in lines if one.strip() and not one.startswith(MARK)]


def _kind(tags: Tags) -> str:
    return next(iter(tags.get("TY", ())), "GEN").strip().upper()


def _value(name: str, tag: str, lines: Sequence[str]) -> Value | None:
    reader = _READERS.get(sort_of(name), _first)
    return reader(name, [*map(doi_address, lines)] if tag == "DO" else lines)


def _first(name: str, lines: Sequence[str]) -> Value | None:
    return first(read_or_none(name, one) for one in lines)


def _all(name: str, lines: Sequence[str]) -> Value | None:
    return "\n".join(lines)


def _names(name: str, lines: Sequence[str]) -> Value | None:
    return tuple(_divided(lines))


def _divided(lines: Sequence[str]) -> Iterator[Name]:
    """Names with the family name first; what has no comma is a name as a whole."""
    for one in lines:
        family, comma, given = (part.strip() for part in one.partition(","))
        if comma and given and family:
            yield Name(given=given, family=family)
        else:
            yield Name(family or given)


def _date(name: str, lines: Sequence[str]) -> Value | None:
    """A date as RIS has it (2026/05/21/…), or as people write it."""
    for one in lines:
        found = _DATE.fullmatch(one.strip())
        if found:
            parts = [found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)]
            return read_or_none(name, "-".join(parts))
    return _first(name, lines)


_READERS: Mapping[str, Callable[[str, Sequence[str]], Value | None]] = {
    "names": _names, "date": _date, "lines": _all,
}  # fmt: skip
