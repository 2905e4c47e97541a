"""The source record: CSL variables, each with its value, its origin and its evidence."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Origin = Literal["source", "user", "inferred"]

FIELDS = (
    "type", "title", "author", "issued", "event-title", "event-place", "event-date",
    "container-title", "publisher", "number", "genre", "status", "URL", "accessed", "language",
    "note", "speaker", "on_behalf_of", "delivery_status", "caveat",
)  # fmt: skip
"""Every field a record may hold: CSL variable names, and four that CSL does not know."""

EXPECTED = ("title", "author", "issued", "publisher", "URL")
"""The fields whose absence a reader of the citation notices, in the order they are printed."""


LABELS: Mapping[str, str] = {
    "title": "Title", "author": "Author", "speaker": "Speaker", "on_behalf_of": "On behalf of",
    "issued": "Date", "genre": "Form", "type": "Kind of document", "event-title": "Event",
    "event-date": "Date of the event", "event-place": "Place", "delivery_status": "Delivery",
    "publisher": "Publisher", "container-title": "Published in", "number": "Number",
    "status": "Status", "URL": "Web address", "accessed": "Accessed", "language": "Language",
    "note": "Note", "caveat": "Disclaimer",
}  # fmt: skip
"""What the fields are called, in the order they are shown."""


class Name(Struct, frozen=True, omit_defaults=True):
    """A CSL name, with the office held and, in a joint statement, the group it belongs to."""

    literal: str = ""
    given: str = ""
    family: str = ""
    role: str = ""
    group: str = ""

    def shown(self) -> str:
        """The name as a reader expects it: the literal form, or given name and family name."""
        return self.literal or f"{self.given} {self.family}".strip()


class Date(Struct, frozen=True, rename={"date_parts": "date-parts"}):
    """A CSL date: one [year], [year, month] or [year, month, day], or two: from when to when."""

    date_parts: tuple[tuple[int, ...], ...]

    def iso(self) -> str:
        """The date as ISO 8601 writes it, as precise as it is; of two, the first."""
        return "-".join(f"{part:0{4 if not n else 2}}" for n, part in enumerate(self.date_parts[0]))


Value = str | Date | tuple[Name, ...]


class Field(Struct, frozen=True, omit_defaults=True):
    """A value, where it comes from, and the range of the source's text it was read from."""

    value: Value
    origin: Origin
    start: int | None = None
    end: int | None = None
    carried_from: str = ""
    """The id of the earlier version it was carried over from, until a person confirms it."""


Record = Mapping[str, Field]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def shown(value: Value) -> str:
    """A value in words: names joined by commas, a date as day month year, days as from – to."""
    match value:
        case str():
            return value
        case Date():
            return _dated(value)
        case _:
            return ", ".join(name.shown() for name in value)


def _dated(date: Date) -> str:
    """A date in words; of two, the first without what the last one says: 1–5 December 2025."""
    *begin, end = (_day_first(parts) for parts in date.date_parts)
    first = [word for one in begin for word in one]
    alike = len(first) == len(end)
    if alike:
        while first and first[-1] == end[len(first) - 1]:
            first.pop()
    dash = "–" if alike and len(first) == 1 else " – "
    return dash.join(" ".join(one) for one in (first, end) if one)


def _day_first(parts: tuple[int, ...]) -> list[str]:
    year, *rest = parts
    month = [MONTHS[rest[0] - 1]] if rest else []
    return [*(str(day) for day in rest[1:2]), *month, str(year)]


def text_of(record: Record, field: str) -> str:
    """The field's value in words, or an empty string when it is unknown."""
    return shown(record[field].value) if field in record else ""


def missing(record: Record) -> tuple[str, ...]:
    """The expected fields that the record does not hold."""
    return tuple(field for field in EXPECTED if field not in record)


CITED: Mapping[str, tuple[str, ...]] = {
    "speech": ("title", "author", "issued", "event-title", "event-place", "delivery_status"),
    "legislation": ("title", "author", "issued", "number"),
    "bill": ("title", "author", "issued", "number"),
    "report": ("title", "author", "issued", "publisher"),
    "article-newspaper": ("title", "author", "issued", "container-title"),
    "article-magazine": ("title", "author", "issued", "container-title"),
    "webpage": ("title", "publisher", "issued", "URL", "accessed"),
    "personal_communication": ("title", "author", "issued"),
    "interview": ("title", "author", "issued", "container-title"),
    "document": ("title", "publisher", "issued"),
}
"""Kind of document (CSL) -> what a citation of one names (domain.md 3.1 and 3.2)."""


class Completeness(Struct, frozen=True):
    """Of the fields that a citation of this kind of document names: those known, and the others."""

    known: tuple[str, ...]
    missing: tuple[str, ...]


def completeness(record: Record) -> Completeness:
    """What a citation of the record's kind of document has and wants; `missing` is for any."""
    wanted = CITED.get(text_of(record, "type"), EXPECTED)
    return Completeness(
        tuple(field for field in wanted if field in record),
        tuple(field for field in wanted if field not in record),
    )
