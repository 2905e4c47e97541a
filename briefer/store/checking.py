"""Looking through a SQLite library: its file, what was made from its sources, each source."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from briefer.core.errors import BrieferError, Cancelled, LibraryError
from briefer.core.letters import by_letters
from briefer.core.model import Source
from briefer.store import records
from briefer.store.connection import Connection, transaction, translated
from briefer.store.copying import flaws
from briefer.store.finding import reindex_letters
from briefer.store.opening import connect
from briefer.store.queries import ROW
from briefer.store.sqlite import decode_source

Kind = Literal["file", "links", "index", "facets", "record", "original", "missing", "id", "text"]

STEPS_BETWEEN = 200_000
"""Steps of SQLite's machine, some milliseconds, between two chances to stop."""

REPAIRABLE: tuple[Kind, ...] = ("index", "facets")
"""What is made from the sources, and can be made anew."""

INDEX_CHECKS = (
    "INSERT INTO source_text (source_text, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO source_letters (source_letters) VALUES ('integrity-check')",
)
LETTERED = "SELECT id FROM source_letters_docsize"
"""The numbers of the sources in the index of letters, which keeps no text to compare."""

INDEX_AGAIN = "INSERT INTO source_text (source_text) VALUES ('rebuild')"

COPY_HINT = "Restore a copy from before: `briefer library backups` lists them."
REPAIR_HINT = "Repair it (`briefer library check --repair`): it is made anew from the sources."


class Fault(Struct, frozen=True):
    """Something that is wrong, what to do about it, and the source it is about, if it is one."""

    kind: Kind
    message: str
    hint: str
    source: str = ""
    file: str = ""


class Held(Struct, frozen=True):
    """A source as it is kept; `source` is None where it cannot be read, and `why` says why."""

    id: str
    file: str
    source: Source | None
    original: bytes | None
    path: str | None
    why: str = ""


def open_for_check(path: Path) -> Connection:
    """The library file, which has to be there. Raises LibraryError."""
    return connect(path)[0]


@contextmanager
def stoppable(library: Connection, ask: Callable[[], None]) -> Iterator[None]:
    """Calls `ask` every so often while SQLite works; it raises Cancelled to stop the work."""
    stopped = False

    def stop() -> bool:
        nonlocal stopped
        try:
            ask()
        except Cancelled:
            stopped = True
        return stopped

    library.db.set_progress_handler(stop, STEPS_BETWEEN)
    try:
        yield
    except LibraryError:
        if stopped:
            raise Cancelled from None
        raise
    finally:
        library.db.set_progress_handler(None, 0)


def look_through(library: Connection) -> list[Fault]:
    """What is wrong with the file, with what names sources in it, with the index, the facets.

    Raises LibraryError when not even that can be told.
    """
    with library.reading() as db:
        found = flaws(db, "integrity_check")
        of_index = [flaw for flaw in found if "FTS5" in flaw]  # SQLite 3.44 and newer look there
        faults = [
            Fault("file", f"The library's file is damaged: {flaw}.", COPY_HINT)
            for flaw in found
            if flaw not in of_index
        ]
        for table, *_ in db.execute("PRAGMA foreign_key_check"):
            faults.append(
                Fault("links", f"The table {table} names a source that is not there.", COPY_HINT)
            )
        if of_index or not _index_is_right(db):
            message = "The search index is not that of the texts."
            faults.append(Fault("index", message, REPAIR_HINT))
        if not _facets_are_right(db):
            message = "What sources are filtered by is not what their records say."
            faults.append(Fault("facets", message, REPAIR_HINT))
    return faults


def _index_is_right(db: sqlite3.Connection) -> bool:
    try:
        with transaction(db):
            for check in INDEX_CHECKS:
                db.execute(check)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    texts = db.execute("SELECT number, text FROM source")
    lettered = {number for number, text in texts if by_letters(text)}
    return lettered == {number for (number,) in db.execute(LETTERED)}


def _facets_are_right(db: sqlite3.Connection) -> bool:
    """Whether the facets are those of the records; records that cannot be read do not count."""
    said = records.said(db)
    wanted: set[tuple[str, str, str, int | None]] = set()
    unreadable: set[int] = set()
    for number, id, form in db.execute("SELECT number, id, record FROM source"):
        try:
            record = records.merged(records.read_record(form), said.get(id, {}))
        except msgspec.DecodeError:
            unreadable.add(number)
            continue
        wanted.update(records.facets(number, record))
    kept = set(db.execute("SELECT field, value, folded, source FROM facet"))
    return wanted == {row for row in kept if row[3] not in unreadable}


def repair(library: Connection) -> None:
    """Makes the index and the facets anew from the sources, which stay as they are.

    Raises LibraryError, and changes nothing, when a record cannot be read.
    """
    with library.writing() as db:
        db.execute(INDEX_AGAIN)
        reindex_letters(db)
        records.reindex(db)


def count(library: Connection) -> int:
    """How many sources there are, those in the trash too."""
    with library.reading() as db:
        number: int = db.execute("SELECT count(*) FROM source").fetchone()[0]
        return number


def each(library: Connection) -> Iterator[Held]:
    """Every source as it is kept, those in the trash too; one that is damaged stops no other."""
    with library.reading() as db:
        numbers = list(db.execute("SELECT number, id, file FROM source ORDER BY number"))
    for number, id, file in numbers:
        try:
            with translated(library.path):
                row = library.db.execute(ROW, (number,)).fetchone()
                *kept, paragraphs, words, original, path = row
                source = decode_source(*kept)
        except BrieferError as error:
            yield Held(id, file, None, None, None, error.message)
            continue
        right = (len(source.places), len(source.text.split())) == (paragraphs, words)
        why = "" if right else "its counts are not those of its text"
        yield Held(id, file, source, original, path, why)
