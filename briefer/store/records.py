"""What people say of the sources in the SQLite library; the records that were read never change."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from briefer.core.errors import LibraryError
from briefer.core.folds import word_run
from briefer.core.record import Date, Field, Record
from briefer.store import FACETS, RecordEdit
from briefer.store.connection import Connection
from briefer.store.queries import FORGET_READING

SAY = (
    "INSERT INTO record_edit (source, field, form, at, by)"
    " VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)"
)
SAID = (
    "SELECT source.id, field, form, at, by FROM record_edit"
    " JOIN source ON source.number = record_edit.source"
)
FACET = "INSERT OR IGNORE INTO facet (field, value, folded, source) VALUES (?, ?, ?, ?)"
COUNTS = (
    "SELECT value, count(*) FROM facet WHERE field = ?"
    " AND source NOT IN (SELECT source FROM trash) GROUP BY value ORDER BY 2 DESC, 1"
)

_RECORD = msgspec.json.Decoder(dict[str, Field])
_FIELD = msgspec.json.Decoder(Field)


class SqliteRecords:
    """See `briefer.store.Records`."""

    def __init__(self, connection: Connection) -> None:
        self._open = connection

    def say(self, id: str, fields: Mapping[str, Field | None], by: str = "") -> None:
        with self._open.writing() as db:
            number = number_of(db, id)
            for name, field in fields.items():
                form = None if field is None else msgspec.json.encode(field).decode()
                db.execute(SAY, (number, name, form, by))
            db.execute(FORGET_READING, (number,))  # a date or a speaker may rest on the record
            db.execute("DELETE FROM facet WHERE source = ?", (number,))
            put_facets(db, [(number, self._now(db, id))])

    def as_imported(self, id: str) -> Record:
        with self._open.reading() as db:
            number_of(db, id)
            return _imported(db, id)

    def edits(self, id: str) -> list[RecordEdit]:
        with self._open.reading() as db:
            rows = db.execute(f"{SAID} WHERE source.id = ? ORDER BY record_edit.number", (id,))
            return [
                RecordEdit(field, form and _FIELD.decode(form), at, by)
                for _, field, form, at, by in rows
            ]

    def facets(self, field: str) -> dict[str, int]:
        with self._open.reading() as db:
            return dict(db.execute(COUNTS, (field,)))

    def mark_unproven(self, id: str, reason: str) -> None:
        with self._open.writing() as db:
            number = number_of(db, id)
            db.execute("INSERT OR REPLACE INTO unproven VALUES (?, ?)", (number, reason))

    def _now(self, db: sqlite3.Connection, id: str) -> Record:
        return merged(_imported(db, id), said(db, [id]).get(id, {}))


def said(db: sqlite3.Connection, ids: Iterable[str] | None = None) -> dict[str, dict[str, Any]]:
    """Id -> field -> what was said of it last (JSON; None: it is unknown), of these or all."""
    of = "" if ids is None else " WHERE source.id IN (SELECT value FROM json_each(?))"
    values = [] if ids is None else [msgspec.json.encode(list(ids)).decode()]
    found: dict[str, dict[str, Any]] = {}
    for id, field, form, *_ in db.execute(f"{SAID}{of} ORDER BY record_edit.number", values):
        found.setdefault(id, {})[field] = form
    return found


def merged(record: Record, edits: Mapping[str, Any]) -> Record:
    """The record as it was read with what people said of it last (field -> JSON or None)."""
    if not edits:
        return record
    changed = {name: _FIELD.decode(form) for name, form in edits.items() if form is not None}
    kept = {name: field for name, field in record.items() if name not in edits}
    return {**kept, **changed}


def read_record(form: str) -> Record:
    """A record from its JSON. Raises msgspec.DecodeError."""
    return _RECORD.decode(form)


def reindex(db: sqlite3.Connection) -> None:
    """Makes the facets of all sources anew."""
    edits = said(db)
    db.execute("DELETE FROM facet")
    rows = db.execute("SELECT number, id, record FROM source")
    put_facets(
        db,
        ((number, merged(read_record(record), edits.get(id, {}))) for number, id, record in rows),
    )


def put_facets(db: sqlite3.Connection, described: Iterable[tuple[int | None, Record]]) -> None:
    """Keeps what sources (number, record) are filtered by; they have no facets yet."""
    db.executemany(FACET, (row for number, record in described for row in facets(number, record)))


def facets(number: int | None, record: Record) -> Iterator[tuple[str, str, str, int | None]]:
    """The rows that a source (its number, its record) is filtered by: field, value, its words."""
    for field, value in _facets(record):
        yield field, value, word_run(value), number


def _facets(record: Record) -> Iterator[tuple[str, str]]:
    for name in FACETS:
        value = record[name].value if name in record else ""
        match value:
            case "":
                continue
            case str():
                yield name, value
            case Date():
                yield name, value.iso()
            case _:
                yield from ((name, one.shown()) for one in value)


def _imported(db: sqlite3.Connection, id: str) -> Record:
    row = db.execute("SELECT record FROM source WHERE id = ?", (id,)).fetchone()
    return _RECORD.decode(row[0])


def number_of(db: sqlite3.Connection, id: str) -> int:
    """The number of a source. Raises LibraryError when it is not there."""
    row = db.execute("SELECT number FROM source WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise LibraryError(f"The library holds no source {id}.", "Import the document first.")
    number: int = row[0]
    return number
