"""What commands have in common: exit codes, printing, opening the library."""

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from briefer import paths, settings
from briefer.core.differences import Difference
from briefer.core.errors import LibraryError, WrongRequest
from briefer.core.model import Range
from briefer.services.copies import copy_if_due
from briefer.services.library import open_library
from briefer.store import Library
from briefer.store.backups import changed_since

DONE, FAILED, MISMATCH = 0, 1, 3
"""Exit codes: done; an error the user can act on; a check found a mismatch (2 is wrong usage)."""


class Window(msgspec.Struct, frozen=True):
    """The wish for the window, on a briefing if there is one."""

    briefing: Path | None
    library: Path


Result = int | Window
Options = argparse.Namespace


def show(value: object) -> None:
    """Prints a value as one JSON document."""
    print(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2))


def say(message: str) -> None:
    """Tells the person at the terminal something that is no part of the result."""
    print(f"briefer: {message}", file=sys.stderr)


def print_differences(differences: Iterable[Difference]) -> None:
    """Prints which words stand for which others, a line each."""
    for one in differences:
        if one.op != "equal":
            figure = " (a figure)" if one.figure else ""
            print(f"    “{one.expected}” -> “{one.found}”{figure}")


def ranges(options: Options) -> list[Range]:
    """The ranges given by --start and --end, which may be given several times."""
    if len(options.start) != len(options.end):
        raise WrongRequest("Every --start needs an --end.")
    return list(zip(options.start, options.end, strict=True))


def library(options: Options) -> Library:
    """The library the options name, made with the sample documents where there is none.

    It is closed when the command has ended; then a copy is made, if the command changed the
    library and one is due.
    """
    path = paths.library(options.library or None)
    before = datetime.now(UTC)
    opened = open_library(path)
    if not opened.is_new:
        options.at_end.callback(_copy_if_changed, path, before)
    options.at_end.callback(opened.library.close)
    if opened.is_new:
        say("a library with the five sample documents was made.")
    return opened.library


def _copy_if_changed(path: Path, since: datetime) -> None:
    """Makes a copy that is due; the command has done its work even where none can be made."""
    if not changed_since(path, since - timedelta(seconds=1)):
        return
    try:
        copy_if_due(path, settings.load(paths.settings()))
    except LibraryError as error:
        say(f"no copy of the library was made: {error}")


def progress(done: int, total: int, what: str) -> None:
    """Shows how far long work is, where someone is watching."""
    if sys.stderr.isatty() and total:
        end = "\r" if done < total else "\n"
        print(f"\r\033[K{done} of {total} {what}", end=end, file=sys.stderr, flush=True)
