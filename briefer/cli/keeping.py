"""Commands on the library as a whole: backup, backups, restore, check."""

from pathlib import Path

from briefer import paths, settings
from briefer.cli.output import DONE, MISMATCH, Options, progress, say, show
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


VERDICTS = {
    "whole": "the library is whole: {} sources.",
    "repaired": "the library is whole again: {} sources.",
    "damaged": "not everything in the library is as it should be.",
}


def check(options: Options) -> int:
    """Looks through the library; exit 3 when something is wrong and was not repaired."""
    from briefer.services.soundness import check_library

    path = paths.library(options.library or None)
    found = check_library(path, progress, deep=options.deep, repair=options.repair)
    if options.json:
        show(found)
    else:
        for one in (*found.faults, *found.notes):
            print(f"{one.source}  {one.file}: {one.message}" if one.source else one.message)
            if one.hint and found.verdict == "damaged":
                print(f"    {one.hint}")
        print(VERDICTS[found.verdict].format(found.sources))
    return MISMATCH if found.verdict == "damaged" else DONE
