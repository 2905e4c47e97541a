"""Opening the library, and finding a source in it by its name."""

from pathlib import Path

from msgspec import Struct

from briefer.core.errors import LibraryError
from briefer.core.model import Source
from briefer.services.seeds import load_seeds
from briefer.store import Library
from briefer.store.sqlite import open_sqlite


class Opened(Struct, frozen=True):
    """A library, and whether it was made just now (the sample documents are in it then)."""

    library: Library
    is_new: bool


def open_library(path: Path) -> Opened:
    """Opens the library; where there is none, makes one with the sample documents in it.

    Sources are never deleted, so a library without any was made but not yet filled.
    """
    library = open_sqlite(path)
    is_new = library.index.is_empty()
    if is_new:
        library.add(load_seeds())
    return Opened(library, is_new)


def open_existing(path: Path) -> Library | None:
    """The library, where there is one; none is made."""
    return open_sqlite(path) if path.exists() else None


def find_source(library: Library, name: str) -> Source:
    """The source with this id, the one whose id begins so, or the one with this file name.

    Raises LibraryError when there is none or more than one.
    """
    lines = library.sources()
    wanted = Path(name).name.casefold()
    found = (
        [line.id for line in lines if line.id == name]
        or [line.id for line in lines if name and line.id.startswith(name)]
        or [line.id for line in lines if line.file.casefold() == wanted]
    )
    if not found:
        raise LibraryError(
            f"The library holds no source “{name}”.", "`briefer sources` lists what it holds."
        )
    if len(found) > 1:
        raise LibraryError(
            f"“{name}” means more than one source: {', '.join(found)}.", "Give more of the id."
        )
    return library.get(found)[found[0]]
