"""Briefings that are being written, kept at every change so that a crash loses nothing."""

import contextlib
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from briefer.core.errors import FileError
from briefer.core.model import Briefing, Source, new_id
from briefer.store.briefing_files import TOTAL_AT_MOST, pack, read_zip, unpack
from briefer.store.files import make_folder, read, write_atomically

ENDING = ".draft"
OF = "draft-of"
"""The member of a draft that names the user's file."""


class Draft(Struct, frozen=True):
    """A briefing that was not saved before its program ended, and the file it belongs to."""

    briefing: Briefing
    sources: Mapping[str, Source]
    path: Path | None
    kept_at: float
    """Seconds since 1970."""
    file: Path


class Drafts:
    """The drafts of one running program, in a folder of its own that it holds a lock on.

    The system lets go of the lock when the program ends, however it ends: drafts in a folder that
    nobody holds were left behind by a crash.
    """

    def __init__(self, folder: Path) -> None:
        self._all = folder
        self._own = folder / new_id()
        make_folder(self._own)
        self._lock = _hold(self._own / "lock")

    def keep(self, briefing: Briefing, sources: Mapping[str, Source], path: Path | None) -> None:
        """Keeps the briefing as it is now; `path` is the user's file, if it has one."""
        data = pack(briefing, sources, {OF: str(path or "").encode()})
        write_atomically(self._own / f"{briefing.id}{ENDING}", data)

    def forget(self, briefing_id: str) -> None:
        """Lets go of a briefing that was saved or given up."""
        (self._own / f"{briefing_id}{ENDING}").unlink(missing_ok=True)

    def left_behind(self) -> list[Draft]:
        """What programs that are no longer running did not save, the latest first.

        A draft that cannot be read is put aside, its name ending in .damaged.
        """
        found = [draft for folder in self._abandoned() for draft in _drafts(folder)]
        return sorted(found, key=lambda draft: draft.kept_at, reverse=True)

    def give_up(self, draft: Draft) -> None:
        """Lets go of a draft that was left behind, restored or not."""
        draft.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Ends the program's drafts; those that were not forgotten stay to be found."""
        if self._lock is not None:
            self._lock.close()
        if not list(self._own.glob(f"*{ENDING}")):
            shutil.rmtree(self._own, ignore_errors=True)

    def _abandoned(self) -> Iterator[Path]:
        for folder in sorted(self._all.iterdir()):
            if folder == self._own or not folder.is_dir():
                continue
            lock = _hold(folder / "lock")
            if lock is None:
                continue
            yield folder
            lock.close()
            if not list(folder.glob("*.d*")):
                shutil.rmtree(folder, ignore_errors=True)


def _drafts(folder: Path) -> Iterator[Draft]:
    for file in sorted(folder.glob(f"*{ENDING}")):
        try:
            data = read(file, TOTAL_AT_MOST)
            briefing, sources = unpack(data, file.name)
            of = dict(read_zip(data, file.name)).get(OF, b"").decode()
        except FileError:
            with contextlib.suppress(OSError):
                file.rename(file.with_suffix(".damaged"))
            continue
        yield Draft(briefing, sources, Path(of) if of else None, file.stat().st_mtime, file)


def _hold(path: Path) -> BinaryIO | None:
    """A lock on a file, held until it is closed; None when another program holds it."""
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
