"""Whole copies of a SQLite library in use, looked through before they get their name."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from briefer.core.errors import LibraryError
from briefer.core.progress import Progress, silent
from briefer.store.connection import DAMAGE, DAMAGED, translated
from briefer.store.files import settle

PAGES = 2048
"""Pages copied between two reports, 8 MB: others may write meanwhile."""

MISTAKEN = "NULL value in facet."
"""What SQLite 3.40 says of a table without rowids whose key is not its first columns."""


def copy_whole(path: Path, copy: Path, progress: Progress = silent) -> None:
    """A copy of the library as it is now, in place of an older file of that name.

    SQLite's own backup is used, since a library in use is more than one file. The copy is one
    file, is looked through, and stands on the disk before it gets its name. Raises LibraryError.
    """
    with translated(path), closing(sqlite3.connect(_existing(path), uri=True)) as db:
        copy_from(db, path, copy, progress)


def copy_from(db: sqlite3.Connection, path: Path, copy: Path, progress: Progress = silent) -> None:
    """As `copy_whole`, through a connection that is open already."""
    part = copy.with_name(f".{copy.name}.part")
    with _blaming(path, copy):
        try:
            part.unlink(missing_ok=True)
            with closing(sqlite3.connect(part, isolation_level=None)) as to:
                db.backup(
                    to,
                    pages=PAGES,
                    progress=lambda _, left, all: progress(all - left, all, copy.name),
                )
                to.execute("PRAGMA journal_mode = DELETE")
                _require_sound(to, path)
            with part.open("r+b") as file:
                os.fsync(file.fileno())
            os.replace(part, copy)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        settle(copy.parent)


@contextmanager
def _blaming(path: Path, copy: Path) -> Iterator[None]:
    """Says of the library what is its fault, and of the copy what is not."""
    with translated(copy, "The copy"):
        try:
            yield
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in DAMAGE:
                raise
            with translated(path):
                raise


def flaws(db: sqlite3.Connection, pragma: str) -> list[str]:
    """What `quick_check` or `integrity_check` finds wrong with the file."""
    rows = (row[0] for row in db.execute(f"PRAGMA {pragma} (1000000)"))
    return [row for row in rows if row != "ok" and not row.startswith(MISTAKEN)]


def _require_sound(db: sqlite3.Connection, path: Path) -> None:
    for flaw in flaws(db, "quick_check"):
        raise LibraryError(
            f"The library {path} is damaged: {flaw}.", "Use a copy of it from before.", DAMAGED
        )


def _existing(path: Path) -> str:
    """The address of a database that is not made when it is missing."""
    return f"{path.absolute().as_uri()}?mode=rw"
