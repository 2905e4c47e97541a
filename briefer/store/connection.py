"""A connection to the SQLite library: what is done together, and what its errors mean."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from briefer.core.errors import FileError, LibraryError
from briefer.store.files import explain

FAULTS: Mapping[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "is in use by another program",
        "Close it there, or try again in a moment.",
    ),
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

DAMAGED = "damaged"
"""The code of the error for a library that is no longer whole."""

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""The result codes that say so."""


@contextmanager
def translated(path: Path, what: str = "The library") -> Iterator[None]:
    """Turns every error that a user can act on into a LibraryError; the others are bugs.

    `what` is what the file is called in the sentence.
    """
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
        kind = DAMAGED if code & 0xFF in DAMAGE else ""
        raise LibraryError(f"{what} {path} {why}.", hint, kind) from error
    except OSError as error:
        why, hint = explain(error)
        raise LibraryError(f"{what} {path} cannot be opened: {why}.", hint) from error
    except FileError as error:
        raise LibraryError(error.message, error.hint) from error
    except msgspec.DecodeError as error:
        raise LibraryError(
            f"{what} {path} is damaged: {error}.", "Use a copy of it from before."
        ) from error
    except UnicodeEncodeError as error:
        raise LibraryError(
            f"A name or text holds a character that cannot be kept: {error.object[error.start]!a}.",
            "Rename the file and try again.",
        ) from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is done inside is kept together, or nothing of it is."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.rollback()  # does nothing where SQLite has rolled back already
        raise


class Connection:
    """A library file that is open, for the parts of the library that share it."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db = db
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The database, to be asked. Raises LibraryError."""
        with translated(self.path):
            yield self.db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The database in a transaction: all of it is kept, or nothing. Raises LibraryError."""
        with translated(self.path), transaction(self.db):
            yield self.db
