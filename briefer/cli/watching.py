"""The command that watches folders for new documents."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefer import paths, settings
from briefer.cli.library import outcome_form
from briefer.cli.output import DONE, FAILED, Options, library, progress, say, show
from briefer.core.errors import WrongRequest
from briefer.store import Library

if TYPE_CHECKING:
    from briefer.services.watching import Arrived, Watch

EVERY = 2.0
"""Seconds between two looks."""


def watch(options: Options) -> int:
    """Imports what appears in folders until Ctrl+C, or once; or says which folders are watched."""
    from briefer.services.watching import Watch  # loads the importers: no other command needs them

    if options.add or options.remove:
        return _change(options.add, options.remove)
    chosen = settings.load(paths.settings()).watched
    library_path = paths.library(options.library or None)
    seen = Watch(library_path)
    folders = [Path(one) for one in options.folders or chosen]
    if options.list:
        return _list(seen, folders, as_json=options.json)
    if not folders:
        raise WrongRequest(
            "No folder is watched.", "Name one, or add it: `briefer watch --add FOLDER`."
        )
    kept = library(options)
    if options.once:
        return _once(kept, seen, folders, as_json=options.json)
    say(f"watching {', '.join(map(str, folders))}; Ctrl+C ends it.")
    return _for_ever(kept, seen, folders, as_json=options.json)


def _change(added: Sequence[str], removed: Sequence[str]) -> int:
    kept = settings.load(paths.settings())
    new = [str(Path(one).absolute()) for one in added]
    for one in new:
        if not Path(one).is_dir():
            raise WrongRequest(f"There is no folder {one}.", "Check its name.")
    gone = {str(Path(one).absolute()) for one in removed}
    watched = tuple(one for one in dict.fromkeys((*kept.watched, *new)) if one not in gone)
    settings.save(msgspec.structs.replace(kept, watched=watched), paths.settings())
    say(f"watched: {', '.join(watched) or 'no folder'}.")
    return DONE


def _list(seen: "Watch", folders: Sequence[Path], *, as_json: bool) -> int:
    failures = {str(folder): seen.failures(folder) for folder in folders}
    if as_json:
        show([{"folder": folder, "failures": found} for folder, found in failures.items()])
        return DONE
    for folder, found in failures.items():
        print(folder)
        for path, why in found.items():
            print(f"    {path}: {why}")
    return DONE


def _once(kept: Library, seen: "Watch", folders: Sequence[Path], *, as_json: bool) -> int:
    from briefer.services.watching import QUIET

    arrived = seen.look(kept, folders, progress)
    if any(one.waiting for one in arrived):
        time.sleep(QUIET)  # what was written just now is whole by then, or left for the next time
        arrived += seen.look(kept, folders, progress)
    if as_json:
        show([outcome_form(one) for each in arrived for one in each.outcomes])
    _tell(arrived, quietly=as_json)
    return FAILED if any(_failed(one) for one in arrived) else DONE


def _failed(one: "Arrived") -> bool:
    return one.error is not None or any(each.error for each in one.outcomes)


def _for_ever(kept: Library, seen: "Watch", folders: Sequence[Path], *, as_json: bool) -> int:
    missing: set[str] = set()
    try:
        while True:
            arrived = seen.look(kept, folders)
            _tell([one for one in arrived if one.folder not in missing], quietly=as_json)
            missing = {one.folder for one in arrived if one.error}  # told once, not at every look
            for one in (each for some in arrived for each in some.outcomes if as_json):
                print(msgspec.json.encode(outcome_form(one)).decode(), flush=True)
            time.sleep(EVERY)
    except KeyboardInterrupt:
        return DONE


def _tell(arrived: "Sequence[Arrived]", *, quietly: bool) -> None:
    from briefer.services.watching import said

    for one in arrived:
        if one.error is not None:
            say(str(one.error))
        for each in one.outcomes:
            if each.error is not None:
                say(f"{each.path}: {each.error}")
    if (line := said(arrived)) and not quietly:
        say(line)
