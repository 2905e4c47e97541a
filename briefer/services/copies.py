"""Dated copies of the library: when one is due, where they lie, and taking one back."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefer import paths
from briefer.core.errors import LibraryError
from briefer.core.progress import Progress, silent
from briefer.settings import Settings
from briefer.store import backups
from briefer.store.backups import Copy, Lost
from briefer.store.copying import copy_whole


def folder_of(library: Path, chosen: Settings) -> Path:
    """Where the copies of this library lie: every library has a folder of its own there."""
    whole = library.absolute()
    mark = hashlib.sha256(str(whole).encode("utf-8", "replace")).hexdigest()[:8]
    root = Path(chosen.copies).expanduser() if chosen.copies else paths.state() / "copies"
    return root / f"{whole.stem} {mark}"


def copy_now(library: Path, chosen: Settings, progress: Progress = silent) -> Path:
    """Makes a dated copy; gives its path. Raises LibraryError, in a sentence for a full disk too.

    Copies that are no longer needed are removed; see `backups.KEPT`.
    """
    return backups.back_up(library, folder_of(library, chosen), progress)


def copy_to(library: Path, file: Path, progress: Progress = silent) -> Path:
    """Makes a copy in a file that the user names. Raises LibraryError."""
    if file.absolute() == library.absolute():
        raise LibraryError("That is the library itself.", "Choose another name.")
    copy_whole(library, file, progress)
    return file


def copy_if_due(library: Path, chosen: Settings, progress: Progress = silent) -> Path | None:
    """A dated copy, if the library was changed since the last one and that is long enough ago.

    Raises LibraryError when it cannot be made.
    """
    if not chosen.copy_every or not library.exists():
        return None
    last = next(iter(backups.dated(folder_of(library, chosen)).values()), None)
    soon = last is not None and datetime.now(UTC) - last < timedelta(days=chosen.copy_every)
    if soon or not backups.changed_since(library, last):
        return None
    return copy_now(library, chosen, progress)


def list_copies(library: Path, chosen: Settings) -> list[Copy]:
    """The copies, the latest first; those made before the library was brought up to date, too."""
    whole = library.absolute()
    found = [
        *backups.dated(folder_of(library, chosen)),
        *whole.parent.glob(f"{whole.name}.before-*"),
    ]
    return sorted(map(backups.look_at, found), key=lambda copy: copy.made, reverse=True)


def find_copy(library: Path, chosen: Settings, name: str) -> Path:
    """The copy of this name, or the file. Raises LibraryError when there is none."""
    by_name = {copy.path.name: copy.path for copy in list_copies(library, chosen)}
    if name in by_name:
        return by_name[name]
    if not Path(name).is_file():
        raise LibraryError(
            f"There is no copy “{name}”.", "`briefer library backups` lists the copies."
        )
    return Path(name)


def would_be_lost(library: Path, copy: Path) -> Lost | None:
    """What the library has and the copy has not; None when the library cannot be read."""
    try:
        return backups.lost(library, copy)
    except LibraryError:
        return None


def restore_copy(
    library: Path, copy: Path, chosen: Settings, progress: Progress = silent
) -> Path | None:
    """Puts a copy in the library's place; gives where the library as it was is kept, if it was.

    Raises LibraryError, and changes nothing, when the library is open elsewhere or the copy is
    not whole.
    """
    return backups.restore(library, copy, folder_of(library, chosen), progress)
