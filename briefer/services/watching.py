"""Folders whose new documents are imported, each once, when they have stopped growing."""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from briefer import paths
from briefer.core.errors import BrieferError
from briefer.core.progress import Progress, silent
from briefer.services.importing import files_in, import_paths
from briefer.services.reading import Outcome
from briefer.store import Library
from briefer.store.files import make_folder, write_atomically

QUIET = 2.0
"""Seconds that a file must not have changed: it may still be copied or downloaded."""

PASSED_OVER = ("~$", ".~lock.")
UNFINISHED = (".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", "~")
NO_DOCUMENTS = ("thumbs.db", "desktop.ini")
"""How the names of files begin, end or are that are no documents, or not yet whole."""


class Stamp(Struct, frozen=True):
    """What a file was like when it was imported, and why that failed, if it did."""

    size: int
    changed: int
    """Nanoseconds since 1970."""
    failure: str = ""


Seen = dict[str, dict[str, Stamp]]
"""Folder -> path of a file -> what it was like."""


class Arrived(Struct, frozen=True):
    """What a look into a folder came to; `waiting` files are still growing."""

    folder: str
    outcomes: tuple[Outcome, ...] = ()
    waiting: int = 0
    error: BrieferError | None = None
    """Why the folder cannot be looked into."""


class Watch:
    """Looks into folders for one library, and remembers what was there across programs.

    A file is taken once; after a failure, or when it was taken, only a change makes it new.
    """

    def __init__(self, library_path: Path, memory: Path | None = None) -> None:
        """`memory` is the file in which what was seen is kept."""
        self._of = str(library_path.absolute())
        self._file = memory or paths.state() / "watched.json"

    def look(
        self, library: Library, folders: Sequence[Path], progress: Progress = silent
    ) -> list[Arrived]:
        """Imports what is new in the folders; a folder that is not there stops no other.

        Raises LibraryError, and Cancelled from the progress: then it is tried again next time.
        """
        return [self._look(library, folder.absolute(), progress) for folder in folders]

    def failures(self, folder: Path) -> dict[str, str]:
        """Path -> why it was not imported, for the files that are there and have not changed."""
        seen = self._seen().get(str(folder.absolute()), {})
        return {
            path: stamp.failure
            for path, stamp in seen.items()
            if stamp.failure and _is_unchanged(path, stamp)
        }

    def _look(self, library: Library, folder: Path, progress: Progress) -> Arrived:
        if not folder.is_dir():
            error = BrieferError(f"There is no folder {folder}.", "Check its name, or its drive.")
            return Arrived(str(folder), error=error)
        everything = self._everything()
        seen = everything.setdefault(self._of, {}).setdefault(str(folder), {})
        new = {path: stamp for path, stamp in _stamps(folder) if not _is_known(stamp, seen, path)}
        now = time.time()
        ready = [Path(path) for path, stamp in new.items() if stamp.changed / 1e9 <= now - QUIET]
        if not ready:
            return Arrived(str(folder), waiting=len(new))
        outcomes = import_paths(library, ready, progress)
        for path in map(str, ready):
            seen[path] = msgspec.structs.replace(new[path], failure=_failure(path, outcomes))
        make_folder(self._file.parent)
        write_atomically(self._file, msgspec.json.format(msgspec.json.encode(everything)))
        return Arrived(str(folder), tuple(outcomes), len(new) - len(ready))

    def _seen(self) -> Seen:
        return self._everything().get(self._of, {})

    def _everything(self) -> dict[str, Seen]:
        """What was seen, for each library; nothing where the file cannot be understood."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, Seen])
        except (OSError, msgspec.DecodeError):
            return {}


def _stamps(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """The documents in a folder and below it, with what they are like now."""
    for file in files_in(folder):
        name = file.name.lower()
        if name.startswith(PASSED_OVER) or name.endswith(UNFINISHED) or name in NO_DOCUMENTS:
            continue
        stamp = _stamp(file)
        if stamp is not None:
            yield str(file), stamp


def _stamp(file: Path) -> Stamp | None:
    """What a file is like now; None when it is gone."""
    try:
        kept = os.stat(file)
    except OSError:
        return None
    return Stamp(kept.st_size, kept.st_mtime_ns)


def _is_known(stamp: Stamp, seen: dict[str, Stamp], path: str) -> bool:
    before = seen.get(path)
    return before is not None and (before.size, before.changed) == (stamp.size, stamp.changed)


def _is_unchanged(path: str, stamp: Stamp) -> bool:
    now = _stamp(Path(path))
    return now is not None and (now.size, now.changed) == (stamp.size, stamp.changed)


def _failure(path: str, outcomes: Sequence[Outcome]) -> str:
    """Why a file, or something in it, was not imported."""
    errors = [one for one in outcomes if one.error and _is_of(one.path, path)]
    return " ".join(str(one.error) for one in errors)


def _is_of(path: str, file: str) -> bool:
    return path == file or path.startswith(f"{file}/")


def said(arrived: Sequence[Arrived]) -> str:
    """What came in, in a line; nothing where nothing did."""
    parts = []
    for one in arrived:
        new = sum(bool(each.source) and not each.known for each in one.outcomes)
        failed = sum(each.error is not None for each in one.outcomes)
        name = Path(one.folder).name or one.folder
        if new:
            parts.append(f"{new} {'document' if new == 1 else 'documents'} imported from {name}")
        if failed:
            parts.append(f"{failed} in {name} could not be read")
    return f"{', '.join(parts)}." if parts else ""
