"""Opening the SQLite library: made when it is missing, brought up to date when it is older."""

import sqlite3
import time
from pathlib import Path

from briefer.core.errors import LibraryError
from briefer.store.connection import Connection, transaction, translated
from briefer.store.copying import copy_whole
from briefer.store.finding import reindex_letters
from briefer.store.records import reindex
from briefer.store.schema import APPLICATION_ID, STEPS

OLDEST = (3, 37, 0)
"""The first SQLite with STRICT tables."""

PATIENCE = 5.0
"""Seconds to wait for another program that is writing to the library."""

CACHE = 32 * 1024
"""Kilobytes of pages kept in memory at most; a large import writes fewer of them twice."""

FORMAT = b"SQLite format 3\0"
"""How every SQLite file begins; its application id is at byte 68."""


def connect(path: Path) -> tuple[Connection, bool]:
    """Opens the library file; True beside it when it was made, with its folders, by that.

    A library of an older version is brought up to date, and a copy of it kept beside it. Raises
    LibraryError, and leaves the file as it is, when that is not possible.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        raise LibraryError(
            f"SQLite {sqlite3.sqlite_version} is too old.", "Install a newer Python."
        )
    path = path.absolute()
    with translated(path):
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
    return Connection(db, path), is_new


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
    with transaction(db):
        version = _version(db, path)
        if version == len(STEPS):
            return False
        if version:
            copy_whole(path, Path(f"{path}.before-v{len(STEPS)}"))
        elif db.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise _foreign(path)
        for step in STEPS[version:]:
            for statement in step:
                db.execute(statement)
        reindex(db)
        reindex_letters(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(STEPS)}")
    return version == 0
