"""The tables of measures in use, and what sources state of them."""

import hashlib
from collections.abc import Iterable
from functools import cache

import msgspec

from briefer import paths
from briefer.core.errors import FileError
from briefer.core.measures import Subject, Table, table
from briefer.core.model import Source
from briefer.core.record import text_of
from briefer.core.sentences import sentences
from briefer.core.statements import Statement, statements
from briefer.store.files import read

LARGEST = 1024 * 1024
"""Bytes of the largest table of measures that is read."""


def measures() -> Table:
    """The measures shipped in resources/measures, and those in the user's folder beside them.

    Raises FileError for a table of the user's that cannot be read.
    """
    return _tables()[0]


def tables_sha256() -> str:
    """The SHA-256 of the tables in use, in hexadecimal. Raises FileError as `measures` does."""
    return _tables()[1]


@cache
def _tables() -> tuple[Table, str]:
    subjects, digest = [], hashlib.sha256()
    for folder in (paths.measures(), paths.resources() / "measures"):
        for file in sorted(folder.glob("*.json")):
            data = read(file, LARGEST)
            digest.update(data)
            try:
                subjects.append(msgspec.json.decode(data, type=Subject))
            except msgspec.DecodeError as error:
                raise FileError(
                    f"The table of measures {file} cannot be read: {error}.",
                    "Mend it, or take it out of its folder.",
                    "damaged",
                ) from error
    return table(subjects), digest.hexdigest()


def statements_of(sources: Iterable[Source]) -> list[Statement]:
    """What the sources state, in order."""
    from briefer.extractors.cues import language_of  # loads the tables of cues

    known = measures()
    return [
        one
        for source in sources
        for one in statements(
            source,
            sentences(source),
            known,
            text_of(source.record, "language") or language_of(source.text),
        )
    ]
