"""What is kept: the library, and files written whole; a new store implements `Library`."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from briefer.core.model import Source
from briefer.core.record import Record
from briefer.core.template import Template


class SourceLine(Struct, frozen=True):
    """What a list shows of a source, without its text."""

    id: str
    file: str
    media_type: str
    paragraphs: int
    words: int
    record: Record


class Library(Protocol):
    """Where sources and the user's templates are kept. Every method raises LibraryError."""

    def add(self, imported: Iterable[tuple[Source, bytes | Path]]) -> list[str]:
        """Keeps sources with their original bytes, all of them or none; gives the new ids.

        Where there is a path in place of the bytes, the file stays where it lies and the library
        keeps its path. A source that is there already is left as it is, or taken out of the trash.
        """
        ...

    def sources(self, *, trashed: bool = False) -> list[SourceLine]:
        """The sources in the library, or in its trash, in the order they were added."""
        ...

    def get(self, ids: Iterable[str]) -> dict[str, Source]:
        """The sources with these ids, those in the trash too; ids not known are left out."""
        ...

    def original(self, id: str) -> bytes:
        """The bytes the source was imported from, those of a file elsewhere if it is unchanged."""
        ...

    def matching(self, words: Sequence[str], limit: int) -> list[str]:
        """The ids of sources, best first, that hold every word or a word beginning with it.

        Sources in the trash are not found. Among very many, only the newest need be ranked.
        """
        ...

    def trash(self, ids: Iterable[str]) -> None:
        """Moves sources to the trash."""
        ...

    def restore(self, ids: Iterable[str]) -> None:
        """Takes sources out of the trash."""
        ...

    def supersede(self, new: str, old: str) -> None:
        """Keeps that one source supersedes another (ids); both stay as they are.

        Raises LibraryError when either is not there, when `old` is superseded by another one
        already, and when `old` itself, or what supersedes it, comes after `new`.
        """
        ...

    def successors(self, ids: Iterable[str]) -> dict[str, str]:
        """Old id -> new id, for those of the sources that others supersede.

        Where a successor is superseded in turn, the newest is given; those in the trash are not.
        """
        ...

    def templates(self) -> list[Template]:
        """The user's own templates, by name."""
        ...

    def put_template(self, template: Template) -> None:
        """Keeps a template under its name, in place of one that had it."""
        ...

    def remove_template(self, name: str) -> None:
        """Forgets a template of the user's."""
        ...

    def close(self) -> None:
        """Lets go of the library."""
        ...
