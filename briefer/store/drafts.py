"""Briefings that are being written, kept at every change so that a crash loses nothing."""

import contextlib
import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from briefer.core.errors import FileError
from briefer.core.model import Briefing, Source, new_id
from briefer.store.briefing_files import TOTAL_AT_MOST, pack, read_zip, unpack
from briefer.store.files import make_folder, read, remove, write_atomically

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
    nobody holds were left behind by a crash. Every method raises FileError.
    """

    def __init__(self, folder: Path) -> None:
        self._all = folder
        self._own = folder / new_id()
        self._lock: BinaryIO | None = None
        make_folder(self._own)
        with contextlib.suppress(OSError):
            self._lock = _hold(self._own)

    def keep(self, briefing: Briefing, sources: Mapping[str, Source], path: Path | None) -> None:
        """Keeps the briefing as it is now; `path` is the user's file, if it has one."""
        of = os.fsencode(path) if path else b""
        write_atomically(self._file(briefing.id), pack(briefing, sources, {OF: of}))

    def forget(self, briefing_id: str) -> None:
        """Lets go of a briefing that was saved or given up."""
        remove(self._file(briefing_id))

    def left_behind(self) -> list[Draft]:
        """What programs that are no longer running did not save, the latest first.

        A draft that is damaged is put aside, its name ending in .damaged.
        """
        found = [draft for file in self._abandoned() if (draft := _draft(file))]
        return sorted(found, key=lambda draft: draft.kept_at, reverse=True)

    def give_up(self, draft: Draft) -> None:
        """Lets go of a draft that was left behind, restored or not."""
        remove(draft.file)
        _tidy(draft.file.parent)

    def close(self) -> None:
        """Ends the program's drafts; those that were not forgotten stay to be found."""
        if self._lock is not None:
            self._lock.close()
        _tidy(self._own)

    def _file(self, briefing_id: str) -> Path:
        """Where a briefing is kept; an id from a stranger's file is no path to follow."""
        ours = re.fullmatch("[0-9a-f]{12}", briefing_id)
        name = briefing_id if ours else hashlib.sha256(ascii(briefing_id).encode()).hexdigest()
        return self._own / f"{name}{ENDING}"

    def _abandoned(self) -> Iterator[Path]:
        """The drafts in folders that nobody holds.

        A folder without drafts is left alone: its program may be about to lock it.
        """
        for folder in sorted({file.parent for file in self._all.glob(f"*/*{ENDING}")}):
            if folder == self._own:
                continue
            with contextlib.suppress(OSError), _hold(folder):
                yield from sorted(folder.glob(f"*{ENDING}"))


def _draft(file: Path) -> Draft | None:
    """A draft; None when it cannot be read now, or is damaged and was put aside."""
    try:
        data = read(file, TOTAL_AT_MOST)
        kept_at = file.stat().st_mtime
    except (FileError, OSError):
        return None
    try:
        briefing, sources = unpack(data, file.name)
        of = read_zip(data, file.name, re.compile(OF)).get(OF, b"")
        return Draft(briefing, sources, Path(os.fsdecode(of)) if of else None, kept_at, file)
    except (FileError, ValueError):
        with contextlib.suppress(OSError):
            file.rename(file.with_suffix(".damaged"))
        return None


def _tidy(folder: Path) -> None:
    """Removes a program's folder when no draft is left in it, put aside or not."""
    if not list(folder.glob("*.d*")):
        shutil.rmtree(folder, ignore_errors=True)


def _hold(folder: Path) -> BinaryIO:
    """A lock on a folder, held until it is closed. Raises OSError when a program holds it."""
    file = (folder / "lock").open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    return file
