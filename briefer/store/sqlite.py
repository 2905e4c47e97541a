"""The library as one SQLite file."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from briefer.core import forms
from briefer.core.errors import LibraryError
from briefer.core.model import Change, Mark, Place, Source
from briefer.core.record import Field
from briefer.core.template import Template
from briefer.store import SourceLine
from briefer.store.schema import APPLICATION_ID, STEPS

PATIENCE = 5.0
"""Seconds to wait for another program that is writing to the library."""

RANKED = 500
"""The newest matches that are ranked: ranking costs microseconds for each matching source."""

AT_ONCE = 500
"""Ids in one query; SQLite allows at least 999 values."""

COLUMNS = (
    "id, file, sha256, media_type, encoding, text, places, marks, log, record, paragraphs, words, "
    "original"
)

MESSAGES: tuple[tuple[str, str, str], ...] = (
    ("locked", "The library is in use by another program.", "Try again in a moment."),
    ("full", "There is no room left on the disk.", "Free some space; nothing was lost."),
    ("readonly", "The library cannot be written to.", "Check who may write to its file."),
    ("unable to open", "The library cannot be opened.", "Check its name and folder."),
    ("not a database", "This file is not a briefer library.", "Choose another file."),
)
"""What SQLite says, what happened, and what to do."""


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into ones that a user can act on."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error).lower()
        for part, message, hint in MESSAGES:
            if part in said:
                raise LibraryError(f"{message} ({path})", hint) from error
        raise LibraryError(
            f"The library {path} is damaged: {error}.", "Use a copy of it from before."
        ) from error


def open_sqlite(path: Path) -> "SqliteLibrary":
    """Opens the library file, made with its folders when missing. Raises LibraryError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {path.parent} cannot be made.", "Choose another place for the library."
        ) from error
    with _translated(path):
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
    return SqliteLibrary(db, path)


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    version = _require_ours(db, path)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    if version < len(STEPS):
        _migrate(db, path, version)


def _require_ours(db: sqlite3.Connection, path: Path) -> int:
    """The version of the library. Raises LibraryError for another program's file or a newer one."""
    db.execute("BEGIN")  # all three as they are at one moment: another program may be making it
    tables: int = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute("COMMIT")
    if application != APPLICATION_ID and (tables or application or version):
        raise LibraryError(f"{path} belongs to another program.", "Choose another file.")
    if version > len(STEPS):
        raise LibraryError(f"{path} was made by a newer briefer.", "Update briefer to open it.")
    return version


def _migrate(db: sqlite3.Connection, path: Path, version: int) -> None:
    """Takes the steps that are still to be taken, each whole; a library with data is copied first.

    Two programs may open a new library at once: the version is read again behind the lock.
    """
    if version:
        with sqlite3.connect(f"{path}.before-v{len(STEPS)}") as copy:
            db.backup(copy)
        copy.close()
    for number in range(version + 1, len(STEPS) + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            if db.execute("PRAGMA user_version").fetchone()[0] < number:
                for statement in _statements(STEPS[number - 1]):
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


class SqliteLibrary:
    """See `briefer.store.Library`; used by the thread that opened it."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self.path = path

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _translated(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # some errors have rolled back already
                    self._db.execute("ROLLBACK")
                raise

    def add(self, imported: Iterable[tuple[Source, bytes]]) -> list[str]:
        added: list[str] = []
        with self._transaction() as db:
            for source, original in imported:
                if db.execute("SELECT 1 FROM source WHERE id = ?", (source.id,)).fetchone():
                    db.execute("UPDATE source SET trashed = 0 WHERE id = ?", (source.id,))
                    continue
                places = ", ".join("?" * 13)
                db.execute(
                    f"INSERT INTO source ({COLUMNS}) VALUES ({places})", _row(source, original)
                )
                added.append(source.id)
        return added

    def sources(self, *, trashed: bool = False) -> list[SourceLine]:
        with _translated(self.path):
            rows = self._db.execute(
                "SELECT id, file, media_type, paragraphs, words, record FROM source"
                " WHERE trashed = ? ORDER BY rowid",
                (int(trashed),),
            ).fetchall()
        return [
            SourceLine(id, file, media_type, paragraphs, words, _RECORD.decode(record))
            for id, file, media_type, paragraphs, words, record in rows
        ]

    def get(self, ids: Iterable[str]) -> dict[str, Source]:
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Source] = {}
        for at in range(0, len(wanted), AT_ONCE):
            some = wanted[at : at + AT_ONCE]
            with _translated(self.path):
                rows = self._db.execute(
                    "SELECT id, file, sha256, media_type, encoding, text, places, marks, log,"
                    f" record FROM source WHERE id IN ({', '.join('?' * len(some))})",
                    some,
                ).fetchall()
            found |= {row[0]: _source(row) for row in rows}
        return {id: found[id] for id in wanted if id in found}

    def original(self, id: str) -> bytes:
        with _translated(self.path):
            row = self._db.execute("SELECT original FROM source WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise LibraryError(f"The library holds no source {id}.")
        data: bytes = row[0]
        return data

    def matching(self, words: Sequence[str], limit: int) -> list[str]:
        terms = [_term(word) for word in words if re.search(r"[^\W_]", word)]
        if not terms:
            return []
        with _translated(self.path):
            rows = self._db.execute(
                "SELECT source.id FROM source_text JOIN source ON source.rowid = source_text.rowid"
                " WHERE source_text MATCH ? AND NOT source.trashed"
                " AND source_text.rowid IN (SELECT rowid FROM source_text WHERE source_text MATCH ?"
                " ORDER BY rowid DESC LIMIT ?) ORDER BY source_text.rank LIMIT ?",
                (" ".join(terms), " ".join(terms), RANKED, limit),
            ).fetchall()
        return [id for (id,) in rows]

    def trash(self, ids: Iterable[str]) -> None:
        self._mark(ids, 1)

    def restore(self, ids: Iterable[str]) -> None:
        self._mark(ids, 0)

    def _mark(self, ids: Iterable[str], trashed: int) -> None:
        with self._transaction() as db:
            db.executemany(
                "UPDATE source SET trashed = ? WHERE id = ?", [(trashed, id) for id in ids]
            )

    def templates(self) -> list[Template]:
        with _translated(self.path):
            rows = self._db.execute("SELECT name, form FROM template ORDER BY name").fetchall()
        return [forms.decode(form, Template, f"The template {name}") for name, form in rows]

    def put_template(self, template: Template) -> None:
        with self._transaction() as db:
            db.execute(
                "INSERT INTO template VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET form = excluded.form",
                (template.name, forms.encode(template)),
            )

    def remove_template(self, name: str) -> None:
        with self._transaction() as db:
            db.execute("DELETE FROM template WHERE name = ?", (name,))

    def close(self) -> None:
        self._db.close()


_PLACES = msgspec.json.Decoder(tuple[Place, ...])
_MARKS = msgspec.json.Decoder(tuple[Mark, ...])
_LOG = msgspec.json.Decoder(tuple[Change, ...])
_RECORD = msgspec.json.Decoder(dict[str, Field])


def _row(source: Source, original: bytes) -> tuple[str | bytes | int, ...]:
    texts = (source.id, source.file, source.sha256, source.media_type, source.encoding, source.text)
    layers = (source.places, source.marks, source.log, source.record)
    counts = (len(source.places), len(source.text.split()))
    return (*texts, *map(msgspec.json.encode, layers), *counts, original)


def _source(row: tuple[Any, ...]) -> Source:
    id, file, sha256, media_type, encoding, text, places, marks, log, record = row
    return Source(
        id=id,
        file=file,
        sha256=sha256,
        media_type=media_type,
        encoding=encoding,
        text=text,
        places=_PLACES.decode(places),
        marks=_MARKS.decode(marks),
        log=_LOG.decode(log),
        record=_RECORD.decode(record),
    )


def _term(word: str) -> str:
    """A word as typed, for FTS5: quoted, so that nothing in it is syntax, and as a beginning."""
    return '"' + word.replace('"', '""').replace("\0", "") + '"*'
