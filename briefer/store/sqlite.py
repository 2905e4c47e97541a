"""The library as one SQLite file, which SQLite's own locks let several programs share."""

import hashlib
import os
import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from briefer.core import forms
from briefer.core.errors import FileError, LibraryError
from briefer.core.model import Change, Mark, Place, Source
from briefer.core.record import Field
from briefer.core.template import Template
from briefer.store import SourceLine, succession
from briefer.store.files import explain, read
from briefer.store.queries import (
    ADD,
    GET,
    INDEX,
    LAST,
    LIST,
    MATCHING,
    ORIGINAL,
    RESTORE,
    TRASH,
)
from briefer.store.schema import APPLICATION_ID, STEPS

OLDEST = (3, 37, 0)
"""The first SQLite with STRICT tables."""

PATIENCE = 5.0
"""Seconds to wait for another program that is writing to the library."""

RANKED = 500
"""The newest matches are ranked, this many: ranking costs microseconds for each match."""

AT_ONCE = 500
"""Ids asked for in one query; SQLite allows 999 values or more."""

CACHE = 32 * 1024
"""Kilobytes of pages kept in memory at most; a large import writes fewer of them twice."""

LARGEST_ORIGINAL = 1024 * 1024 * 1024
"""Bytes of the largest file that is read from where it lies."""

FORMAT = b"SQLite format 3\0"
"""How every SQLite file begins; its application id is at byte 68."""

FAULTS: Mapping[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("is in use by another program", "Try again in a moment."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check its folder, and who may write there."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Use a copy of it from before."),
    sqlite3.SQLITE_FULL: ("has no room left on its disk", "Free some space; nothing is lost."),
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written: its disk fails or is full",
        "Check the disk; what was kept before is not lost.",
    ),
    sqlite3.SQLITE_NOTADB: ("is damaged, or is no briefer library", "Choose another file."),
    sqlite3.SQLITE_READONLY: ("cannot be written to", "Check who may write to it and its folder."),
}
"""What SQLite's primary result codes mean for the library, and what to do."""


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turns every error that a user can act on into a LibraryError; the others are bugs."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:  # the module was used wrongly: a closed library, another thread
            raise
        why, hint = FAULTS.get(
            code & 0xFF, (f"cannot be used: {error}", "Use a copy of it from before.")
        )
        if "no such module" in str(error):
            why, hint = "needs an SQLite with full-text search", "Install another Python."
        raise LibraryError(f"The library {path} {why}.", hint) from error
    except OSError as error:
        why, hint = explain(error)
        raise LibraryError(f"The library {path} cannot be opened: {why}.", hint) from error
    except FileError as error:
        raise LibraryError(error.message, error.hint) from error
    except msgspec.DecodeError as error:
        raise LibraryError(
            f"The library {path} is damaged: {error}.", "Use a copy of it from before."
        ) from error
    except UnicodeEncodeError as error:
        raise LibraryError(
            f"A name or text holds a character that cannot be kept: {error.object[error.start]!a}.",
            "Rename the file and try again.",
        ) from error


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is done inside is kept together, or nothing of it is."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.rollback()  # does nothing where SQLite has rolled back already
        raise


def open_sqlite(path: Path) -> "SqliteLibrary":
    """Opens the library file; it is made, with its folders, when it is missing.

    A library of an older version is brought up to date, and a copy of it kept beside it. Raises
    LibraryError, and leaves the file as it is, when that is not possible.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        raise LibraryError(
            f"SQLite {sqlite3.sqlite_version} is too old.", "Install a newer Python."
        )
    path = path.absolute()
    with _translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(path)
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            is_new = _migrate(db, path)
            _write_ahead(db)
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute(f"PRAGMA cache_size = -{CACHE}")
            db.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            db.close()
            raise
    return SqliteLibrary(db, path, is_new)


def _write_ahead(db: sqlite3.Connection) -> None:
    """Switches on the write-ahead log. SQLite's own patience does not cover that."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)


def _refuse_foreign(path: Path) -> None:
    """Raises LibraryError for a file of another program, before SQLite touches it.

    A file with a journal beside it was left in the middle of a change; SQLite mends it first.
    """
    if not path.exists() or Path(f"{path}-journal").exists():
        return
    with path.open("rb") as file:
        head = file.read(100)
    if head and not head.startswith(FORMAT):
        raise LibraryError(f"{path} is not a briefer library.", "Choose another file.")
    if head and int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise _foreign(path)


def _foreign(path: Path) -> LibraryError:
    return LibraryError(f"{path} belongs to another program.", "Choose another file.")


def _version(db: sqlite3.Connection, path: Path) -> int:
    """How many steps the library has taken. Raises LibraryError for more than are known here."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise LibraryError(f"{path} was made by a newer briefer.", "Update briefer to open it.")
    return version


def _migrate(db: sqlite3.Connection, path: Path) -> bool:
    """Takes the steps still to be taken, all or none; True when the library was made by that.

    The version is read again behind the lock: another program may be doing the same. The first
    step is taken before WAL is switched on, so that the file itself says whose it is.
    """
    if _version(db, path) == len(STEPS):
        return False
    with _transaction(db):
        version = _version(db, path)
        if version == len(STEPS):
            return False
        if version:
            _copy(path, Path(f"{path}.before-v{len(STEPS)}"))
        elif db.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise _foreign(path)
        for step in STEPS[version:]:
            for statement in step:
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(STEPS)}")
    return version == 0


def _copy(path: Path, copy: Path) -> None:
    """A whole copy of the library as it was last left, in place of an older copy."""
    part = copy.with_name(f"{copy.name}.part")
    try:
        with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(part)) as to:
            db.backup(to)
        os.replace(part, copy)
    finally:
        part.unlink(missing_ok=True)


class SqliteLibrary:
    """See `briefer.store.Library`; to be used by the thread that opened it."""

    def __init__(self, db: sqlite3.Connection, path: Path, is_new: bool) -> None:
        self._db = db
        self.path = path
        self.is_new = is_new
        """The file was made when this library was opened."""

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with _translated(self.path), _transaction(self._db):
            yield self._db

    def add(self, imported: Iterable[tuple[Source, bytes | Path]]) -> list[str]:
        added: list[str] = []
        with self._writing() as db:
            last = db.execute(LAST).fetchone()
            for source, original in imported:
                if db.execute("SELECT 1 FROM source WHERE id = ?", (source.id,)).fetchone():
                    db.execute(RESTORE, (source.id,))
                    continue
                db.execute(ADD, _row(source, original))
                added.append(source.id)
            db.execute(INDEX, last)
        return added

    def sources(self, *, trashed: bool = False) -> list[SourceLine]:
        with _translated(self.path):
            rows = self._db.execute(LIST, (trashed,))
            return [
                SourceLine(id, file, media_type, paragraphs, words, _RECORD.decode(record))
                for id, file, media_type, paragraphs, words, record in rows
            ]

    def get(self, ids: Iterable[str]) -> dict[str, Source]:
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Source] = {}
        with _translated(self.path):
            for at in range(0, len(wanted), AT_ONCE):
                some = wanted[at : at + AT_ONCE]
                rows = self._db.execute(f"{GET} ({', '.join('?' * len(some))})", some)
                found |= {row[0]: _source(*row) for row in rows}
        return {id: found[id] for id in wanted if id in found}

    def original(self, id: str) -> bytes:
        with _translated(self.path):
            row = self._db.execute(ORIGINAL, (id,)).fetchone()
            if row is None:
                raise LibraryError(f"The library holds no source {id}.", "Import it again.")
            original, path, sha256 = row
            data: bytes = read(Path(path), LARGEST_ORIGINAL) if path else original
        if path and hashlib.sha256(data).hexdigest() != sha256:
            raise LibraryError(
                f"{path} is no longer the file that was imported.",
                "The text in the library is; look for the file as it was.",
            )
        return data

    def matching(self, words: Sequence[str], limit: int) -> list[str]:
        terms = " AND ".join(_term(word) for word in words if re.search(r"[^\W_]", word))
        if not terms:
            return []
        with _translated(self.path):
            values = {"terms": terms, "ranked": max(RANKED, limit), "limit": limit}
            return [id for (id,) in self._db.execute(MATCHING, values)]

    def trash(self, ids: Iterable[str]) -> None:
        with self._writing() as db:
            db.executemany(TRASH, [(id,) for id in ids])

    def restore(self, ids: Iterable[str]) -> None:
        with self._writing() as db:
            db.executemany(RESTORE, [(id,) for id in ids])

    def supersede(self, new: str, old: str) -> None:
        with self._writing() as db:
            succession.supersede(db, new, old)

    def successors(self, ids: Iterable[str]) -> dict[str, str]:
        with _translated(self.path):
            return succession.newest(self._db, ids)

    def templates(self) -> list[Template]:
        with _translated(self.path):
            rows = self._db.execute("SELECT name, form FROM template ORDER BY name")
            return [forms.decode(form, Template, f"The template {name}") for name, form in rows]

    def put_template(self, template: Template) -> None:
        with self._writing() as db:
            form = forms.encode(template).decode()
            db.execute("INSERT OR REPLACE INTO template VALUES (?, ?)", (template.name, form))

    def remove_template(self, name: str) -> None:
        with self._writing() as db:
            db.execute("DELETE FROM template WHERE name = ?", (name,))

    def close(self) -> None:
        with _translated(self.path):
            self._db.close()


_PLACES = msgspec.json.Decoder(tuple[Place, ...])
_MARKS = msgspec.json.Decoder(tuple[Mark, ...])
_LOG = msgspec.json.Decoder(tuple[Change, ...])
_RECORD = msgspec.json.Decoder(dict[str, Field])


def _row(source: Source, original: bytes | Path) -> tuple[str | int | bytes | None, ...]:
    """The values of ADD."""
    kept = (source.id, source.file, source.sha256, source.media_type, source.encoding, source.text)
    layers = (source.places, source.marks, source.log, source.record)
    counts = (len(source.places), len(source.text.split()))
    lies = (None, str(original)) if isinstance(original, Path) else (original, None)
    return (*kept, *(msgspec.json.encode(layer).decode() for layer in layers), *counts, *lies)


def _source(*row: str) -> Source:
    """A source from a row of GET."""
    id, file, sha256, media_type, encoding, text, places, marks, log, record = row
    layers = _PLACES.decode(places), _MARKS.decode(marks), _LOG.decode(log), _RECORD.decode(record)
    return Source(id, file, sha256, media_type, encoding, text, *layers)


def _term(word: str) -> str:
    """A word for FTS5: quoted, so that nothing in it is syntax, and as the beginning of words."""
    plain = unicodedata.normalize("NFC", word).replace("\0", " ").encode(errors="ignore").decode()
    return '"' + plain.replace('"', '""') + '"*'
