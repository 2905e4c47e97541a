"""Commands on the library as a whole: backup, backups, restore."""

from pathlib import Path

from briefer import paths, settings
from briefer.cli.output import DONE, Options, progress, say, show
from briefer.core.errors import LibraryError
from briefer.services import copies
from briefer.store.backups import Copy


def _path(options: Options) -> Path:
    """The library file, which has to be there. Raises LibraryError."""
    path = paths.library(options.library or None)
    if not path.exists():
        raise LibraryError(f"There is no library {path}.", "Check its name and folder.")
    return path


def backup(options: Options) -> int:
    """Makes a dated copy of the library, or one in a file."""
    path = _path(options)
    if options.output:
        print(copies.copy_to(path, Path(options.output), progress))
    else:
        print(copies.copy_now(path, settings.load(paths.settings()), progress))
    return DONE


def backups_(options: Options) -> int:
    """Lists the copies, the latest first."""
    path = paths.library(options.library or None)
    found = copies.list_copies(path, settings.load(paths.settings()))
    if options.json:
        show([_copy(one) for one in found])
        return DONE
    for one in found:
        holds = "cannot be read" if one.sources is None else f"{one.sources} sources"
        print(f"{one.path.name}\n    {one.made}, {one.bytes:,} bytes, {holds}")
    if not found:
        say("there is no copy of the library yet; `briefer library backup` makes one.")
    return DONE


def _copy(one: Copy) -> dict[str, object]:
    return {
        "name": one.path.name,
        "path": str(one.path),
        "made": one.made,
        "bytes": one.bytes,
        "sources": one.sources,
    }


def restore(options: Options) -> int:
    """Puts a copy in the library's place."""
    path = paths.library(options.library or None)
    chosen = settings.load(paths.settings())
    copy = copies.find_copy(path, chosen, options.copy)
    kept = copies.restore_copy(path, copy, chosen, progress)
    say(f"the library is as it was in {copy.name}.")
    if kept is not None:
        say(f"as it was before, it is kept in {kept}.")
    return DONE
