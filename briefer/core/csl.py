"""Source records as CSL-JSON items, and back."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from briefer.core.model import Source
from briefer.core.record import Date, Name, Value
from briefer.core.record_entry import sort_of
from briefer.core.references import (
    OWN,
    Reference,
    Values,
    doi_address,
    own_part,
    read_or_none,
    values_of,
    with_own,
)
from briefer.core.typed_dates import typed_date

Item = Mapping[str, Any]
"""A CSL-JSON item, as JSON values."""

VARIABLES: Mapping[str, tuple[str, ...]] = {
    "type": ("type",), "title": ("title",), "author": ("author",), "issued": ("issued",),
    "event-title": ("event-title", "event"), "event-place": ("event-place", "publisher-place"),
    "event-date": ("event-date",), "container-title": ("container-title",),
    "publisher": ("publisher",), "number": ("number",), "genre": ("genre",),
    "status": ("status",), "URL": ("URL", "DOI"), "accessed": ("accessed",),
    "language": ("language",), "note": ("note",),
}  # fmt: skip
"""Field -> CSL's variable, and others that it is read from; fields without one are this
program's own and travel in `custom`."""

UNKNOWN_TYPE = "document"
"""CSL-JSON asks every item for a type."""


def to_item(source: Source) -> dict[str, Any]:
    """The record of a source as a CSL-JSON item; what CSL cannot say goes to `custom`."""
    values = values_of(source.record)
    item = {"id": source.id, "type": UNKNOWN_TYPE, **_written(values)}
    return {**item, "custom": {OWN: own_part(values, _read(item)[0], source.file)}}


def _written(values: Values) -> dict[str, Any]:
    return {name: _value(one) for name, one in values.items() if name in VARIABLES}


def _value(value: Value) -> Any:
    match value:
        case str():
            return value
        case Date():
            return {"date-parts": [list(parts) for parts in value.date_parts]}
        case _:
            return [_name(one) for one in value]


def _name(name: Name) -> dict[str, str]:
    parts = {"literal": name.literal, "given": name.given, "family": name.family}
    return {part: said for part, said in parts.items() if said}


def from_item(item: Item) -> Reference:
    """What a CSL-JSON item says; what a field of the record cannot hold is named as unread."""
    fields, unread = _read(item)
    custom = item.get("custom")
    own = custom.get(OWN) if isinstance(custom, Mapping) else None

    def agrees(name: str, value: Value) -> bool:
        return name not in VARIABLES or _value(value) == item.get(name)

    fields, file = with_own(fields, own, agrees)
    files = (file,) if file else ()
    return Reference(str(item.get("id", "")), fields, files, tuple(unread))


def _read(item: Item) -> tuple[dict[str, Value], list[str]]:
    fields: dict[str, Value] = {}
    unread: list[str] = []
    for name, variables in VARIABLES.items():
        variable = next((one for one in variables if item.get(one)), None)
        if variable is None:
            continue
        value = _read_value(name, variable, item[variable])
        if value:
            fields[name] = value
        else:
            unread.append(name)
    return fields, unread


def _read_value(name: str, variable: str, raw: Any) -> Value | None:
    match sort_of(name):
        case "names":
            return tuple(_read_names(raw))
        case "date":
            return _read_date(name, raw)
        case _:
            words = str(raw) if isinstance(raw, str | int | float) else ""
            return read_or_none(name, doi_address(words) if variable == "DOI" else words)


def _read_names(raw: Any) -> Iterator[Name]:
    """Names; particles and suffixes stand with the family name, as they are printed."""
    for one in raw if isinstance(raw, list) else []:
        if isinstance(one, Mapping):
            name = Name(
                literal=_said(one, "literal"),
                given=_said(one, "given", "dropping-particle"),
                family=_said(one, "non-dropping-particle", "family", "suffix"),
            )
            if name.shown():
                yield name


def _said(one: Mapping[str, Any], *parts: str) -> str:
    return " ".join(said for part in parts if isinstance(said := one.get(part), str) and said)


def _read_date(name: str, raw: Any) -> Value | None:
    """A date by its parts, which some programs write as words, or as it was typed there."""
    if not isinstance(raw, Mapping):
        return None
    try:
        date = Date(msgspec.convert(raw.get("date-parts"), _Parts, strict=False))
    except msgspec.ValidationError:
        words = raw.get("raw") or raw.get("literal")
        return read_or_none(name, words) if isinstance(words, str) else None
    return read_or_none(name, typed_date(date))


_Parts = tuple[tuple[int, ...], ...]
