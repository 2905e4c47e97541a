"""Files read whole within a limit, and written whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from briefer.core.errors import FileError

REASONS: Mapping[int, tuple[str, str]] = {
    errno.EACCES: (
        "access is denied, or another program has it open",
        "Close it there, or choose another name or folder.",
    ),
    errno.EDQUOT: ("your share of the disk is full", "Free some space and try again."),
    errno.EEXIST: ("a file stands where a folder should be", "Choose another folder."),
    errno.EFBIG: ("the disk does not take a file of this size", "Choose another disk."),
    errno.EISDIR: ("it is a folder", "Choose a file."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
    errno.ENOENT: ("its folder or name does not exist", "Check the name and the folder."),
    errno.ENOSPC: ("the disk is full", "Free some space and try again."),
    errno.ENOTDIR: ("a part of its path is not a folder", "Check the folder."),
    errno.EPERM: ("access is denied", "Choose another name or folder."),
    errno.EROFS: ("the disk cannot be written to", "Choose another disk."),
}
"""What the system's error numbers mean, and what to do."""


def explain(error: OSError) -> tuple[str, str]:
    """Why the system refused, as the end of a sentence, and what to do about it."""
    why = (error.strerror or str(error), "Try again, or choose another place.")
    return REASONS.get(error.errno or 0, why)


@contextmanager
def _translated(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why, hint = explain(error)
        raise FileError(f"{what}: {why}.", hint) from error


def read(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes.

    Raises FileError when it cannot be read; its code is too_large when there are more bytes.
    """
    with _translated(f"{path} cannot be read"), path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FileError(
            f"{path} is larger than {_size(limit)}.", "Choose a smaller file.", "too_large"
        )
    return data


def _size(limit: int) -> str:
    megabyte = 1024 * 1024
    return f"{limit // megabyte} MB" if limit >= megabyte else f"{limit} bytes"


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a file whole: whatever happens, the path holds what it held, or all of `data`.

    Raises FileError as `writing` does.
    """
    with writing(path) as file:
        file.write(data)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write in pieces, which takes the path's place when the block ends well.

    A link stays a link and the file it names is written; permissions stay as they are. Raises
    FileError when the folder is missing, the disk full, or the file read-only or in use.
    """
    with _translated(f"{path} cannot be written"):
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        beside = target.parent / f".briefer-{secrets.token_hex(8)}.part"
        try:
            with beside.open("x+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                beside.chmod(mode)
            os.replace(beside, target)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    settle(target.parent)


def _mode(target: Path) -> int | None:
    """The permissions of the file that is there, if any; a read-only one is not replaced."""
    try:
        mode = target.stat().st_mode & 0o777
    except FileNotFoundError:
        return None
    if not mode & 0o200:
        raise FileError(f"{target} is read-only.", "Choose another name.")
    return mode


def settle(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system can sync a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(path: Path) -> None:
    """Makes a folder and those above it; one that is there already is fine. Raises FileError."""
    with _translated(f"The folder {path} cannot be made"):
        path.mkdir(parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """Removes a file; one that is gone already is fine. Raises FileError."""
    with _translated(f"{path} cannot be removed"):
        path.unlink(missing_ok=True)
