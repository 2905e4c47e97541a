"""What people say of a source record, as changes: field -> its new value, or None for unknown."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from briefer.core.errors import WrongRequest
from briefer.core.model import Source
from briefer.core.record import LABELS, Field, Origin, Record, Value
from briefer.core.record_entry import check_value, read_value, says, sort_of

Changes = Mapping[str, Field | None]

ORIGINS: Mapping[Origin, str] = {
    "source": "stated in the text",
    "user": "added by you",
    "inferred": "inferred, to be confirmed",
}
CARRIED = "carried over from an earlier version, to be confirmed"
UNKNOWN = "not stated in the text seen"


def origin_words(field: Field | None) -> str:
    """Where a value comes from, in words."""
    if field is None:
        return UNKNOWN
    return CARRIED if field.carried_from else ORIGINS[field.origin]


def is_open(field: Field | None) -> bool:
    """Whether a person has still to confirm the value."""
    return field is not None and (field.origin == "inferred" or bool(field.carried_from))


def unconfirmed(record: Record) -> tuple[str, ...]:
    """The fields that a person has still to confirm, in the order in which they are shown."""
    return tuple(name for name in LABELS if is_open(record.get(name)))


def described(fields: Mapping[str, str | Value | Field | None]) -> dict[str, Field | None]:
    """Values as the user's own: typed words are read, other values checked.

    None is unknown; a Field is kept as it is. Raises WrongRequest.
    """
    return {name: _described(name, value) for name, value in fields.items()}


def _described(name: str, value: str | Value | Field | None) -> Field | None:
    sort_of(name)
    match value:
        case None:
            return None
        case Field():
            return value
        case str():
            return Field(read_value(name, value), "user")
        case _:
            return Field(check_value(name, value), "user")


def confirmed(source: Source, names: Iterable[str]) -> dict[str, Field | None]:
    """Inferred and carried-over values as the user's own; the place they were read from is kept.

    A value carried over from words that this text says too, at the place kept with it, stays the
    text's own. Raises WrongRequest for a field that has nothing to confirm.
    """
    return {name: confirmed_field(source, name, source.record.get(name)) for name in names}


def confirmed_field(source: Source, name: str, field: Field | None) -> Field:
    """One value confirmed; see confirmed."""
    sort_of(name)
    if field is None or not is_open(field):
        raise WrongRequest(
            f"{LABELS[name]} has nothing to confirm: {origin_words(field)}.",
            "Only what is inferred or carried over is confirmed.",
        )
    if not field.carried_from:
        return replace(field, origin="user")
    if field.origin == "source" and _is_there(source, name, field):
        return replace(field, carried_from="")
    return Field(field.value, "user")


def _is_there(source: Source, name: str, field: Field) -> bool:
    if field.start is None or field.end is None:
        return False
    return says(name, source.text[field.start : field.end], field.value)


def reverted(imported: Record, now: Record, names: Iterable[str] = ()) -> dict[str, Field | None]:
    """Fields as they were read at import, of those named or of all; only what changes."""
    chosen = tuple(names) or tuple(LABELS)
    for name in chosen:
        sort_of(name)
    return {name: imported.get(name) for name in chosen if imported.get(name) != now.get(name)}


def edited(source: Source, name: str, value: Value | None) -> Field | None:
    """A field of the record after a person wrote a value: still the text's own where it says so.

    None is unknown. A value that is the same as before is the field as before.
    """
    before = source.record.get(name)
    if value is None or before is None:
        return None if value is None else Field(value, "user")
    if value == before.value:
        return before
    kept = before.origin == "source" and _is_there(source, name, replace(before, value=value))
    return replace(before, value=value) if kept else Field(value, "user")


def with_changes(record: Record, changes: Changes) -> Record:
    """The record after the changes."""
    kept = {name: field for name, field in record.items() if name not in changes}
    return {**kept, **{name: field for name, field in changes.items() if field is not None}}


def undoing(record: Record, changes: Changes) -> dict[str, Field | None]:
    """The changes that take these changes of a record back."""
    return {name: record.get(name) for name in changes}
