"""The register of figures over a library: what its sources state of each measure."""

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec
from msgspec import Struct

from briefer import paths
from briefer.core.errors import FileError
from briefer.core.measures import Subject, Table, table
from briefer.core.model import Source
from briefer.core.register import Group, register
from briefer.core.sentences import sentences
from briefer.core.statements import Statement, statements
from briefer.core.sums import sums
from briefer.store import Library
from briefer.store.files import read

LARGEST = 1024 * 1024
"""Bytes of the largest table of measures that is read."""


class Register(Struct, frozen=True):
    """The groups of a library's statements, hints about sums, and the sources by id."""

    groups: Sequence[Group]
    hints: Sequence[str]
    sources: dict[str, Source]


@cache
def measures() -> Table:
    """The measures shipped in resources/measures, and those in the user's folder beside them.

    Raises FileError for a table of the user's that cannot be read.
    """
    subjects = []
    for folder in (paths.measures(), paths.resources() / "measures"):
        for file in sorted(folder.glob("*.json")):
            try:
                subjects.append(msgspec.json.decode(read(file, LARGEST), type=Subject))
            except msgspec.DecodeError as error:
                raise FileError(
                    f"The table of measures {file} cannot be read: {error}.",
                    "Mend it, or take it out of its folder.",
                    "damaged",
                ) from error
    return table(subjects)


def statements_of(sources: Iterable[Source]) -> list[Statement]:
    """What the sources state, in order."""
    known = measures()
    return [one for source in sources for one in statements(source, sentences(source), known)]


def read_register(library: Library) -> Register:
    """The register of all sources out of the trash."""
    sources = library.get(line.id for line in library.sources())
    found = statements_of(sources.values())
    return Register(register(found, measures()), list(sums(found, measures())), sources)
