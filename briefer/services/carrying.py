"""What a new version takes over of what was said of the old one, marked until it is confirmed."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.record import Field
from briefer.store import Library

CARRIED = "carried over"
"""Stands in the history of a record where no person spoke."""

OF_ONE_VERSION = frozenset(
    ("issued", "accessed", "URL", "number", "status", "delivery_status")
)  # fmt: skip
"""Fields that tell one version from another: those of the old one would be wrong of the new one."""


class Carried(Struct, frozen=True):
    """What was carried over: from which source (id), field -> value, and tags."""

    old: str
    fields: Mapping[str, Field] = {}
    tags: tuple[str, ...] = ()


def carry_over(library: Library, new: str, old: str) -> Carried:
    """Gives a new version the caveat, the fields a person confirmed and the tags of the old one.

    What the text of the new one states, or a person said of it, stays. Fields that belong to one
    version (its date, its address, how it was delivered) are not carried. Raises LibraryError.
    """
    sources = library.get([new, old])
    there, was = sources[new].record, sources[old].record
    settled = {
        one.field for one in library.records.edits(new) if one.by != CARRIED
    } | {name for name, field in there.items() if field.origin != "inferred"}  # fmt: skip
    fields = {
        name: _marked(field, old)
        for name, field in was.items()
        if name not in settled and (name == "caveat" or _confirmed(name, field))
    }
    lines = {
        line.id: line for trashed in (False, True) for line in library.sources(trashed=trashed)
    }
    tags = tuple(one for one in lines[old].tags if one not in lines[new].tags)
    if fields:
        library.records.say(new, fields, CARRIED)
    for tag in tags:
        library.shelves.tag([new], tag)
    return Carried(old, fields, tags)


def _confirmed(name: str, field: Field) -> bool:
    return field.origin == "user" and name not in OF_ONE_VERSION


def _marked(field: Field, old: str) -> Field:
    """The field without its range, which is one of the old text; not the new text says it."""
    origin = field.origin if field.origin == "user" else "inferred"
    return replace(field, origin=origin, start=None, end=None, carried_from=old)


def take_back(library: Library, new: str, carried: Carried) -> None:
    """Takes back what was carried over and nobody has confirmed or changed since."""
    there, stated = library.get([new])[new].record, library.records.as_imported(new)
    back = {
        name: stated.get(name)
        for name, field in there.items()
        if field.carried_from == carried.old
    }  # fmt: skip
    if back:
        library.records.say(new, back, CARRIED)
    for tag in carried.tags:
        library.shelves.untag([new], tag)
