"""References as other programs keep them: what is read of one, and which source it is."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from briefer.core.errors import WrongRequest
from briefer.core.folds import plain
from briefer.core.record import FIELDS, Date, Field, Name, Record, Value, text_of
from briefer.core.record_entry import read_value, sort_of

Values = Mapping[str, Value]

OWN = "briefer"
"""The name of what this program adds to a reference for itself."""


class Reference(Struct, frozen=True):
    """A reference that was read: its id there, its fields, names of its files, what was not read.

    `unread` names the fields of the record that something was said of that does not fit them.
    """

    id: str
    fields: Values
    files: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def name(self) -> str:
        """What it is called in a list."""
        title = self.fields.get("title")
        return title if isinstance(title, str) else self.id or "a reference without a title"


class Described(Struct, frozen=True):
    """A source as references are matched with it."""

    id: str
    file: str
    record: Record


class Match(Struct, frozen=True):
    """A reference and the source that it is: by what, and what it adds to the record."""

    reference: Reference
    source: str
    by: str
    adds: Mapping[str, Field]


class Matched(Struct, frozen=True):
    """All references of a file: those that are a source, and those that are none, or several."""

    matches: tuple[Match, ...] = ()
    unmatched: tuple[Reference, ...] = ()


class _Own(Struct, frozen=True, omit_defaults=True):
    file: str = ""
    fields: Mapping[str, Any] = {}
    type_unknown: bool = False


def values_of(record: Record) -> dict[str, Value]:
    """The values of a record, without where they come from."""
    return {name: record[name].value for name in FIELDS if name in record}


def own_part(values: Values, read_back: Values, file: str) -> dict[str, Any]:
    """What a form that reads back as `read_back` needs beside it to lose nothing (JSON values)."""
    lost = {name: value for name, value in values.items() if read_back.get(name) != value}
    own: dict[str, Any] = msgspec.to_builtins(_Own(file, lost, "type" not in values))
    return own


def with_own(
    fields: Values, own: Any, agrees: Callable[[str, Value], bool]
) -> tuple[dict[str, Value], str]:
    """The fields with what this program had added to them for itself, and the file's name.

    What it added counts as long as it `agrees` with what stands beside it: that may have been
    changed elsewhere since. What is damaged is passed over.
    """
    try:
        part = msgspec.convert(own, _Own)
    except msgspec.ValidationError:
        return dict(fields), ""
    found = {name: _own_value(name, one) for name, one in part.fields.items() if name in FIELDS}
    kept = {name: one for name, one in found.items() if one is not None and agrees(name, one)}
    without = {"type"} if part.type_unknown and agrees("type", "document") else set()
    return {**{n: one for n, one in fields.items() if n not in without}, **kept}, part.file


def _own_value(name: str, raw: Any) -> Value | None:
    kinds: Mapping[str, Any] = {"names": tuple[Name, ...], "date": Date}
    try:
        value: Value = msgspec.convert(raw, kinds.get(sort_of(name), str))
    except msgspec.ValidationError:
        return None
    return value


def read_or_none(name: str, words: str) -> Value | None:
    """The value that words say of a field, or None when they do not fit it."""
    try:
        return read_value(name, words)
    except WrongRequest:
        return None


def first(values: Iterable[Value | None]) -> Value | None:
    """The first value that is one."""
    return next((one for one in values if one), None)


def doi_address(doi: str) -> str:
    """The web address of a DOI, which may be written as one."""
    return f"https://doi.org/{re.sub(r'^(https?://(dx[.])?doi[.]org/|doi:) *', '', doi.strip())}"


def match(references: Iterable[Reference], sources: Iterable[Described]) -> Matched:
    """Finds the source of each reference, and what it adds to what is unknown of it: inferred.

    By its id, web address, number, title or file name, in this order; by one that several
    sources share, none is found. A source is found once, by the first reference that is it.
    """
    known = list(sources)
    indexes = [(by, _index(key, known)) for by, key in _KEYS.items()]
    matches: list[Match] = []
    unmatched: list[Reference] = []
    taken: set[str] = set()
    for one in references:
        found = _found(one, indexes)
        if found is None or found[1].id in taken:
            unmatched.append(one)
            continue
        by, source = found
        taken.add(source.id)
        matches.append(Match(one, source.id, by, _adds(one, source.record)))
    return Matched(tuple(matches), tuple(unmatched))


def _adds(reference: Reference, record: Record) -> dict[str, Field]:
    return {
        name: Field(value, "inferred")
        for name, value in reference.fields.items()
        if not text_of(record, name)
    }


_Index = Mapping[str, list[Described]]


def _index(key: "_Key", sources: Iterable[Described]) -> _Index:
    index: dict[str, list[Described]] = {}
    for one in sources:
        for said in key(one.id, values_of(one.record), (one.file,)):
            index.setdefault(said, []).append(one)
    return index


def _found(
    reference: Reference, indexes: Iterable[tuple[str, _Index]]
) -> tuple[str, Described] | None:
    for by, index in indexes:
        for said in _KEYS[by](reference.id, reference.fields, reference.files):
            sources = index.get(said, [])
            if len(sources) == 1:
                return by, sources[0]
    return None


_Key = Callable[[str, Values, tuple[str, ...]], Iterable[str]]
"""What a reference or source (id, values, files) is found by; nothing that is empty."""


def _address(id: str, values: Values, files: tuple[str, ...]) -> list[str]:
    """The web address without what may differ between two that mean one page."""
    said = re.sub(r"^https?://(www\.)?|#.*$", "", str(values.get("URL", "")).strip().lower())
    return [said.rstrip("/")] if said else []


def _words_of(field: str) -> _Key:
    def words(id: str, values: Values, files: tuple[str, ...]) -> list[str]:
        said = " ".join(re.findall(r"\w+", plain(str(values.get(field, "")))))
        return [said] if said else []

    return words


def _files(id: str, values: Values, files: tuple[str, ...]) -> list[str]:
    return [name for one in files if (name := re.split(r"[/\\]", one)[-1].casefold())]


_KEYS: Mapping[str, _Key] = {
    "id": lambda id, values, files: [id] if id else [],
    "web address": _address,
    "number": _words_of("number"),
    "title": _words_of("title"),
    "file name": _files,
}
