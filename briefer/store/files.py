"""Files read whole within a limit and written whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.core.errors import FileError

REASONS: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("its folder or name does not exist", "Check the name and the folder."),
    errno.ENOSPC: ("there is no room left on the disk", "Free some space and try again."),
    errno.EDQUOT: ("there is no room left for you on the disk", "Free some space and try again."),
    errno.EFBIG: ("the disk does not take a file of this size", "Choose another disk."),
    errno.EACCES: ("access is denied, or it is open elsewhere", "Close it, or choose another."),
    errno.EPERM: ("access is denied", "Choose another name or folder."),
    errno.EROFS: ("the disk cannot be written to", "Choose another disk."),
    errno.EISDIR: ("it is a folder", "Choose the name of a file."),
    errno.ENOTDIR: ("a part of its path is not a folder", "Check the folder."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
}  # fmt: skip
"""Error numbers, what they mean and what to do."""


@contextmanager
def _translated(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason, hint = REASONS.get(error.errno or 0, (str(error.strerror or error), "Try again."))
        raise FileError(f"{what}: {reason}.", hint) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a file whole: until the new one is complete the old one stays. Raises FileError."""
    with _translated(f"{path} cannot be written"):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".briefer-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, _mode(path))
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
    _settle(path.parent)


def _mode(path: Path) -> int:
    """The permissions the file has, or those a new file gets."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system lets a folder be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def read(path: Path, limit: int) -> bytes:
    """The bytes of a file, `limit` at most. Raises FileError; its code is too_large for more."""
    with _translated(f"{path} cannot be read"), path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FileError(
            f"{path} is larger than {limit // 1024 // 1024} MB.",
            "Choose a smaller file.",
            "too_large",
        )
    return data


def make_folder(path: Path) -> None:
    """Makes a folder and those above it; one that is there already is fine. Raises FileError."""
    with _translated(f"The folder {path} cannot be made"):
        path.mkdir(parents=True, exist_ok=True)
