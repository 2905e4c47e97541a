"""Dated copies of the library: made, listed, thinned out, put in the library's place."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from briefer.core.errors import BrieferError, LibraryError
from briefer.core.progress import Progress, silent
from briefer.store.connection import DAMAGED, translated
from briefer.store.copying import copy_from, copy_whole
from briefer.store.files import make_folder, remove, settle
from briefer.store.schema import APPLICATION_ID, STEPS

NAME = "library %Y-%m-%d %H%M%S.db"
"""What a copy is called, after the moment it was made, in UTC."""

KEPT: tuple[tuple[str, int], ...] = (
    ("%Y-%m-%d %H%M%S", 3),
    ("%Y-%m-%d", 7),
    ("%G-%V", 4),
    ("%Y-%m", 12),
)
"""Of the latest so many seconds, days, weeks and months that have copies, the last one is kept."""

PATIENCE = 1.0
"""Seconds to wait for another program to let go of the library that is to be replaced."""

BESIDE = ("", "-wal", "-shm", "-journal")
"""How the names of the files go on that a library consists of."""


class Copy(Struct, frozen=True):
    """A copy of the library: where it lies, when it was made (ISO 8601, UTC), its bytes."""

    path: Path
    made: str
    bytes: int
    sources: int | None
    """How many sources it holds, those in the trash too; None: it cannot be read."""


class Lost(Struct, frozen=True):
    """What the library has and a copy of it has not."""

    sources: tuple[str, ...]
    """What the files of the sources were called."""
    edits: int
    """What people said of sources since: how many times."""


def back_up(path: Path, folder: Path, progress: Progress = silent) -> Path:
    """A dated copy of the library in a folder, which is made; those to spare are removed.

    Raises LibraryError when it cannot be made; then nothing is removed.
    """
    copy = _new_name(folder)
    copy_whole(path, copy, progress)
    thin_out(folder)
    return copy


def _new_name(folder: Path) -> Path:
    with _as_library_error():
        make_folder(folder)
    moment = datetime.now(UTC)
    while (copy := folder / moment.strftime(NAME)).exists():
        moment += timedelta(seconds=1)
    return copy


@contextlib.contextmanager
def _as_library_error() -> Iterator[None]:
    try:
        yield
    except BrieferError as error:
        raise LibraryError(error.message, error.hint) from error


def made_at(copy: Path) -> datetime | None:
    """When a copy was made, as its name says; None for other files."""
    try:
        return datetime.strptime(copy.name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def dated(folder: Path) -> dict[Path, datetime]:
    """The copies in a folder, the latest first, with when they were made."""
    found = {path: moment for path in folder.glob("*.db") if (moment := made_at(path))}
    return dict(sorted(found.items(), key=lambda one: one[1], reverse=True))


def to_spare(moments: Iterable[datetime]) -> set[datetime]:
    """Which of the moments, the latest first, no line of KEPT keeps."""
    moments = list(moments)
    kept: set[datetime] = set()
    for form, count in KEPT:
        last_of: dict[str, datetime] = {}
        for moment in moments:
            last_of.setdefault(moment.strftime(form), moment)
        kept.update(list(last_of.values())[:count])
    return set(moments) - kept


def thin_out(folder: Path) -> None:
    """Removes the copies that no line of KEPT keeps; one that cannot be removed stays."""
    copies = dated(folder)
    spare = to_spare(copies.values())
    for path, moment in copies.items():
        if moment in spare:
            with contextlib.suppress(BrieferError):
                remove(path)


def changed_since(path: Path, moment: datetime | None) -> bool:
    """Whether the library was written to after a moment; True where there is none."""
    if moment is None:
        return True
    files = (Path(f"{path}{ending}") for ending in ("", "-wal"))
    written = max((_written(file) for file in files), default=0.0)
    return written >= moment.timestamp() + 1  # the moment is a whole second


def _written(file: Path) -> float:
    """When a file that holds anything was written, in seconds since 1970."""
    try:
        kept = file.stat()
    except OSError:
        return 0.0
    return kept.st_mtime if kept.st_size else 0.0


def look_at(copy: Path) -> Copy:
    """What a list shows of a copy. Raises LibraryError when it is gone."""
    with translated(copy, "The copy"):
        kept = copy.stat()
    moment = made_at(copy) or datetime.fromtimestamp(int(kept.st_mtime), UTC)
    made = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        count = len(_sources(copy))
    except LibraryError:
        return Copy(copy, made, kept.st_size, None)
    return Copy(copy, made, kept.st_size, count)


def _sources(path: Path) -> dict[str, str]:
    """Id -> file name of the sources in a library or a copy of one."""
    with _reading(path) as db:
        return dict(db.execute("SELECT id, file FROM source ORDER BY number"))


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    address = f"{path.absolute().as_uri()}?mode=ro"
    with translated(path, "The copy"), closing(sqlite3.connect(address, uri=True)) as db:
        yield db


def lost(path: Path, copy: Path) -> Lost:
    """What would be lost if the copy took the library's place.

    Raises LibraryError when either cannot be read.
    """
    now, then = _sources(path), _sources(copy)
    gone = tuple(file for id, file in now.items() if id not in then)
    return Lost(gone, max(0, _edits(path) - _edits(copy)))


def _edits(path: Path) -> int:
    with _reading(path) as db:
        table = "SELECT 1 FROM sqlite_schema WHERE name = 'record_edit'"
        if db.execute(table).fetchone() is None:  # a copy from before there were any
            return 0
        count: int = db.execute("SELECT count(*) FROM record_edit").fetchone()[0]
        return count


def restore(path: Path, copy: Path, folder: Path, progress: Progress = silent) -> Path | None:
    """Puts a copy in the library's place; gives where the library as it was is kept.

    That is a dated copy in the folder or, for one too damaged to be copied, its files beside it;
    None where there was none. Raises LibraryError when another program has the library open, or
    the copy is damaged or no library: then nothing is changed.
    """
    path = path.absolute()
    _require_library(copy)
    beside = path.with_name(f".{path.name}.restored")
    with _as_library_error():
        make_folder(path.parent)
    try:
        copy_whole(copy, beside, progress)
        return _replace(path, beside, folder, progress)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _require_library(copy: Path) -> None:
    with translated(copy, "The copy"), copy.open("rb") as file:
        head = file.read(100)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise LibraryError(f"{copy} is no copy of a briefer library.", "Choose another file.")
    with _reading(copy) as db:
        version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise LibraryError(f"{copy} was made by a newer briefer.", "Update briefer to restore it.")


def _replace(path: Path, new: Path, folder: Path, progress: Progress) -> Path | None:
    """Keeps the library and moves `new` to its place, while no other program can open it."""
    if not path.exists():
        os.replace(new, path)
        return None
    kept = _new_name(folder)
    try:
        with _alone(path) as db:
            copy_from(db, path, kept, progress)
            if sys.platform == "win32":
                db.close()  # an open file cannot be replaced there
            os.replace(new, path)
    except LibraryError as error:
        if error.code != DAMAGED:
            raise
        kept = _put_aside(path)
        os.replace(new, path)
    settle(path.parent)
    return kept


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """The library in one file, with a lock that keeps every other program out."""
    with (
        translated(path),
        closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as db,
    ):
        db.execute("PRAGMA journal_mode = DELETE")  # refused while another has it open
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
        yield db


def _put_aside(path: Path) -> Path:
    """Gives the files of a damaged library another name beside it."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S")
    aside = path.with_name(f"{path.name}.damaged {stamp}")
    for ending in BESIDE:
        file = Path(f"{path}{ending}")
        if file.exists():
            os.replace(file, f"{aside}{ending}")
    return aside
