"""The JSON forms of the values that are kept in files: sorted, versioned, read defensively."""

import inspect
import json
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from briefer.core.bundle import Bundle
from briefer.core.errors import FileError
from briefer.core.manifest import Manifest
from briefer.core.model import Briefing, Source
from briefer.core.template import Template

Form = TypeVar("Form", Source, Briefing, Template, Manifest, Bundle)
Json = dict[str, Any]

VERSIONS: Mapping[type, int] = {Source: 1, Briefing: 1, Template: 1, Manifest: 1, Bundle: 1}
"""The version of each form that this program writes."""

NAMES: Mapping[type, str] = {
    Source: "source",
    Briefing: "briefing",
    Template: "template",
    Manifest: "manifest",
    Bundle: "library",
}

MEMBERS = "\0members"
"""Marks what was left over of the members of a list; no field can be called so."""


def encode(value: Source | Briefing | Template | Manifest | Bundle) -> bytes:
    """The value as UTF-8 JSON: keys sorted, two spaces of indent, a final newline."""
    known: Json = _plain(value)
    if isinstance(value, Briefing):
        known.pop("unknown", None)
        known = _merged(known, json.loads(value.unknown or "{}"))
    known |= {"format": f"briefer-{NAMES[type(value)]}", "version": VERSIONS[type(value)]}
    text = json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode() + b"\n"


def decode(data: bytes, form: type[Form], name: str) -> Form:
    """Reads one form; `name` is what the file is called in an error.

    Raises FileError when the data is damaged, is something else, or is of a newer version.
    What a newer program added to a briefing is kept in `Briefing.unknown`.
    """
    raw = _read(data, form, name)
    try:
        value = msgspec.convert(raw, form)
    except msgspec.ValidationError as error:
        raise FileError(f"{name} is damaged: {error}.", "Use an earlier copy of it.") from error
    if isinstance(value, Source) and not is_whole(value):
        raise FileError(
            f"{name} is damaged: its paragraphs do not fit its text.", "Use an earlier copy of it."
        )
    if isinstance(value, Briefing):
        unknown = _leftovers(raw, _plain(value))
        if unknown:
            value = msgspec.structs.replace(value, unknown=json.dumps(unknown, sort_keys=True))
    return value


def _read(data: bytes, form: type[Form], name: str) -> Json:
    """The fields of a form whose kind and version are right."""
    kind = NAMES[form]
    try:
        raw = json.loads(data)
        json.dumps(raw, ensure_ascii=False).encode()  # an escaped half of a character cannot be
    except (ValueError, RecursionError) as error:
        raise FileError(
            f"{name} is damaged: it is not readable as JSON.", "Use an earlier copy of it."
        ) from error
    if not isinstance(raw, dict) or raw.pop("format", None) != f"briefer-{kind}":
        raise FileError(f"{name} is not a briefer {kind}.", "Choose another file.")
    version = raw.pop("version", None)
    if not isinstance(version, int) or version < 1:
        raise FileError(f"{name} does not say which version it is.", "Use an earlier copy of it.")
    if version > VERSIONS[form]:
        raise FileError(f"{name} was written by a newer briefer.", "Update briefer to open it.")
    return raw


def schema(form: type[Struct]) -> Json:
    """The JSON Schema of a form, as kept in resources/schemas."""
    made = msgspec.json.schema(form)
    definitions: Json = made["$defs"]
    for one in definitions.values():  # Python takes the indent off docstrings from 3.13 on
        one["description"] = inspect.cleandoc(one["description"])
    top: Json = definitions[form.__name__]
    top["properties"].pop("unknown", None)
    top["properties"] |= {
        "format": {"const": f"briefer-{NAMES[form]}"},
        "version": {"const": VERSIONS[form]},
    }
    top["required"] = sorted([*top["required"], "format", "version"])
    return _plain({"$schema": "https://json-schema.org/draft/2020-12/schema", **made})


def _plain(value: object) -> Json:
    """The value as JSON holds it: objects, lists, texts and numbers alone."""
    made: Json = json.loads(msgspec.json.encode(value))
    return made


def is_whole(source: Source) -> bool:
    """Whether every paragraph and mark lies in the text, and the paragraphs follow each other."""
    ends = [0, *(place.end for place in source.places)]
    apart = all(end <= place.start for end, place in zip(ends, source.places, strict=False))
    ranges = [(place.start, place.end) for place in source.places]
    ranges += [(mark.start, mark.end) for mark in source.marks]
    return apart and all(0 <= start <= end <= len(source.text) for start, end in ranges)


def _leftovers(raw: Any, known: Any) -> Any:
    """What `raw` holds and `known` does not; list members are told apart by `id` or `key`."""
    if isinstance(raw, dict) and isinstance(known, dict):
        inner = {
            name: _leftovers(value, known[name]) if name in known else value
            for name, value in raw.items()
        }
        return {name: value for name, value in inner.items() if value not in ({}, [], None)}
    if isinstance(raw, list) and isinstance(known, list):
        by_name = {_handle(member): member for member in known if _handle(member)}
        found = {
            _handle(member): _leftovers(member, by_name[_handle(member)])
            for member in raw
            if _handle(member) in by_name
        }
        kept = {name: value for name, value in found.items() if value}
        return {MEMBERS: kept} if kept else {}
    return {}


def _merged(known: Any, unknown: Any) -> Any:
    """`known` with what `_leftovers` found put back; members that are gone stay gone."""
    if isinstance(known, list):
        of_members = unknown.get(MEMBERS, {})
        return [_merged(member, of_members.get(_handle(member), {})) for member in known]
    if not isinstance(known, dict) or not isinstance(unknown, dict):
        return known
    both = {name: _merged(value, unknown.get(name, {})) for name, value in known.items()}
    more = {
        name: value
        for name, value in unknown.items()
        if not (isinstance(value, dict) and MEMBERS in value)
    }
    return {**more, **both}


def _handle(member: Any) -> str:
    """What tells a list member apart from its neighbours; empty where nothing does."""
    if not isinstance(member, dict):
        return ""
    return str(member.get("id") or member.get("key") or "")
