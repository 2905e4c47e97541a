"""Source records completed and confirmed by a person, and carried into open briefings."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefer.core import record_changes, record_entry
from briefer.core.errors import LibraryError
from briefer.core.model import Range, Source
from briefer.core.record import Field, Record, Value
from briefer.core.record_changes import Changes, unconfirmed
from briefer.store import Library, RecordEdit

ALL = "all"
"""In place of a field's name: every field that the verb is about."""

Says = Mapping[str, str | Value | Field | None]
"""Field -> typed words, a value, a field as it is, or None for unknown."""


class Wishes(Struct, frozen=True):
    """All that is wished of a record at once: what is said later here counts over what is before.

    `confirm` and `revert` name fields, or ALL; `taken` says where in the text values stand.
    """

    say: Says = {}
    unset: Sequence[str] = ()
    confirm: Sequence[str] = ()
    revert: Sequence[str] = ()
    taken: Mapping[str, Range] = {}


def fulfil(library: Library, id: str, wishes: Wishes, by: str = "") -> Source:
    """Keeps all that is wished of a source's record, or nothing; gives the source as it is now.

    Raises WrongRequest when one of the wishes cannot be, LibraryError.
    """
    source = _get(library, id)
    changes = record_changes.described({**wishes.say, **dict.fromkeys(wishes.unset)})
    confirms = unconfirmed(source.record) if ALL in wishes.confirm else wishes.confirm
    changes |= record_changes.confirmed(source, confirms)
    if wishes.revert:
        named = () if ALL in wishes.revert else wishes.revert
        imported = library.records.as_imported(id)
        changes |= record_changes.reverted(imported, source.record, named)
    for name, (start, end) in wishes.taken.items():
        changes[name] = evidence(source, start, end, name)
    return _keep(library, source, changes, by)


def describe(library: Library, id: str, fields: Says, by: str = "") -> Source:
    """Keeps what somebody says of fields, as the user's own; gives the source as it is now.

    `by` is kept in the library alone. Raises WrongRequest for a field or value that cannot be,
    LibraryError.
    """
    return _keep(library, _get(library, id), record_changes.described(fields), by)


def confirm(library: Library, id: str, fields: Iterable[str] = (ALL,), by: str = "") -> Source:
    """Makes inferred and carried-over values the user's own. Raises WrongRequest, LibraryError."""
    return fulfil(library, id, Wishes(confirm=tuple(fields)), by)


def clear(library: Library, id: str, fields: Iterable[str], by: str = "") -> Source:
    """Says that fields are unknown. Raises WrongRequest, LibraryError."""
    return fulfil(library, id, Wishes(unset=tuple(fields)), by)


def revert(library: Library, id: str, fields: Iterable[str] = (ALL,), by: str = "") -> Source:
    """Puts fields back to what was read at import. Raises WrongRequest, LibraryError."""
    return fulfil(library, id, Wishes(revert=tuple(fields)), by)


def evidence(source: Source, start: int, end: int, field: str) -> Field:
    """The field as words of the source's text say it; see core.record_entry.evidence."""
    return record_entry.evidence(source, field, start, end)


def history(library: Library, id: str) -> list[RecordEdit]:
    """All that was said of a source's record, the oldest first."""
    return library.records.edits(id)


def refreshed(sources: Mapping[str, Source], library: Library) -> dict[str, Source]:
    """A briefing's own copies of sources (id -> source) with what was said of them in the library.

    A field of which something was said in the library counts as said there last; every other one
    is as the briefing has it, which may come from somebody who knew more. Only a copy with the
    library's own text is touched; one that does not change is given back as the same object.
    """
    held = library.get(sources)
    return {id: _refreshed(copy, held.get(id), library) for id, copy in sources.items()}


def _refreshed(copy: Source, held: Source | None, library: Library) -> Source:
    if held is None or held.record == copy.record or held.text != copy.text:
        return copy
    said = {one.field: one.value for one in library.records.edits(copy.id)}
    record = record_changes.with_changes(copy.record, said)
    return copy if record == copy.record else replace(copy, record=record)


def _get(library: Library, id: str) -> Source:
    source = library.get([id]).get(id)
    if source is None:
        raise LibraryError(f"The library holds no source {id}.", "Import the document first.")
    return source


def _keep(library: Library, source: Source, changes: Changes, by: str) -> Source:
    """Keeps those of the changes that change something."""
    now: Record = source.record
    new = {name: field for name, field in changes.items() if field != now.get(name)}
    if not new:
        return source
    library.records.say(source.id, new, by)
    return replace(source, record=record_changes.with_changes(now, new))
