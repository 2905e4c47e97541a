"""What is kept: the library, and files written whole; a new store implements `Library`."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from briefer.core.model import Source
from briefer.core.query import Query
from briefer.core.record import Field, Record
from briefer.core.template import Template
from briefer.store.deciding import Decisions, Readings


class SourceLine(Struct, frozen=True):
    """What a list shows of a source, without its text."""

    id: str
    file: str
    media_type: str
    paragraphs: int
    words: int
    record: Record
    """With what people said of it."""
    tags: tuple[str, ...] = ()
    superseded_by: str = ""
    """The id of the source that supersedes it, in the trash or not."""
    withdrawn: str | None = None
    """Why the source was withdrawn by those who issued it, if it was; may be empty."""
    unproven: str = ""
    """Why its text could not be compared with its original, if it was handed over so."""


FACETS = ("type", "language", "speaker", "author", "publisher", "issued")
"""The fields of the record that sources are filtered by."""


class RecordEdit(Struct, frozen=True):
    """What somebody said of a field of a source: its value, or that it is unknown (None)."""

    field: str
    value: Field | None
    at: str
    """ISO 8601, in UTC."""
    by: str


class Use(Struct, frozen=True):
    """A briefing that holds picks from a source: its file, its title, how many."""

    path: str
    title: str
    picks: int


class Records(Protocol):
    """What people say of the sources. Every method raises LibraryError."""

    def say(self, id: str, fields: Mapping[str, Field | None], by: str = "") -> None:
        """Keeps what somebody says of fields of a source: a value, or None for unknown.

        `sources` and `get` give the record with what was said last; the source never changes.
        """
        ...

    def as_imported(self, id: str) -> Record:
        """The record as it was read when the document was imported."""
        ...

    def edits(self, id: str) -> list[RecordEdit]:
        """All that was said of a source, the oldest first."""
        ...

    def facets(self, field: str) -> dict[str, int]:
        """Value -> how many sources out of the trash have it, for one of FACETS, most first.

        Names are taken one by one, a date is an ISO 8601 date as precise as it is.
        """
        ...

    def mark_unproven(self, id: str, reason: str) -> None:
        """Notes why nobody could compare the text of a source with its original."""
        ...


class Shelves(Protocol):
    """How people keep order among the sources. Every method raises LibraryError."""

    def tag(self, ids: Iterable[str], name: str) -> None:
        """Gives sources a tag."""
        ...

    def untag(self, ids: Iterable[str], name: str) -> None:
        """Takes a tag from sources."""
        ...

    def rename_tag(self, old: str, new: str) -> None:
        """Renames a tag everywhere; into one that is there already, too."""
        ...

    def tags(self) -> dict[str, int]:
        """Tag -> how many sources out of the trash have it, by name."""
        ...

    def searches(self) -> dict[str, str]:
        """The searches that were saved: name -> what was typed, by name."""
        ...

    def save_search(self, name: str, typed: str) -> None:
        """Keeps a search under a name, in place of one that had it."""
        ...

    def forget_search(self, name: str) -> None:
        """Forgets a search."""
        ...


class Uses(Protocol):
    """Where sources were used. Every method raises LibraryError."""

    def note(self, path: str, title: str, picks: Mapping[str, int]) -> None:
        """Notes that the briefing in this file holds so many picks of each source (by id)."""
        ...

    def of(self, id: str) -> list[Use]:
        """The briefings that hold picks of a source, as they were noted last."""
        ...

    def counts(self) -> dict[str, int]:
        """Id -> in how many briefings a source is used, for those that are."""
        ...


class Versions(Protocol):
    """What is known of versions beyond `Library.supersede`. Every method raises LibraryError."""

    def withdraw(self, id: str, reason: str | None) -> None:
        """Notes that a source was withdrawn by those who issued it, and why; None: it was not."""
        ...

    def withdrawn(self) -> dict[str, str]:
        """Id -> why it was withdrawn, for the sources that were."""
        ...

    def part(self, new: str, old: str) -> None:
        """Forgets that one source supersedes another; nothing when it does not."""
        ...

    def refuse(self, new: str, old: str) -> None:
        """Keeps that a source is no new version of another, whatever it looks like."""
        ...

    def refused(self) -> set[tuple[str, str]]:
        """The pairs (new id, old id) that were refused."""
        ...

    def unsketched(self) -> int:
        """How many sources have no sketch yet."""
        ...

    def sketch(self, make: Callable[[str], Iterable[int]], at_most: int) -> int:
        """Keeps what `make` gives for the text of sources without a sketch; how many those were."""
        ...

    def sharing(self, ids: Collection[str], common: int) -> dict[tuple[str, str], int]:
        """(id, other id) -> how many numbers of their sketches are the same.

        Numbers that more than `common` sources have do not count, nor sources in the trash.
        """
        ...


class Index(Protocol):
    """Finds sources out of the trash. Every method raises LibraryError."""

    def find(
        self, query: Query, limit: int, offset: int = 0, *, rank_all: bool = False
    ) -> list[str]:
        """The ids of the sources that a query finds, best first, or the newest without words.

        `offset` of them are left out; a limit below 0 is none. Where there are very many, the
        older ones follow the newer unranked, unless all are to be ranked.
        """
        ...

    def count(self, query: Query) -> int:
        """How many sources a query finds."""
        ...

    def is_empty(self) -> bool:
        """Whether no source was ever added: none is here, nor in the trash."""
        ...

    def texts(self, ids: Iterable[str]) -> dict[str, Source]:
        """The sources with these ids without their marks and log, to be looked into quickly."""
        ...


class Library(Protocol):
    """Where sources and the user's templates are kept. Every method raises LibraryError."""

    @property
    def records(self) -> Records:
        """What people say of the sources."""
        ...

    @property
    def shelves(self) -> Shelves:
        """Tags and saved searches."""
        ...

    @property
    def uses(self) -> Uses:
        """Where sources were used."""
        ...

    @property
    def versions(self) -> Versions:
        """Which sources are versions of others, and which look so."""
        ...

    @property
    def decisions(self) -> Decisions:
        """What people decided about figures, measures and suggestions."""
        ...

    @property
    def readings(self) -> Readings:
        """What the rules read in the sources."""
        ...

    @property
    def index(self) -> Index:
        """Finds sources by words and filters."""
        ...

    def add(self, imported: Iterable[tuple[Source, bytes | Path | None]]) -> list[str]:
        """Keeps sources with their original bytes, all of them or none; gives the new ids.

        Where there is a path in place of the bytes, the file stays where it lies and the library
        keeps its path; None where the bytes are not to be had. A source that is there already is
        left as it is, or taken out of the trash.
        """
        ...

    def sources(
        self, *, trashed: bool = False, ids: Collection[str] | None = None
    ) -> list[SourceLine]:
        """The sources in the library, or in its trash, in the order they were added.

        All of them, or those of these ids.
        """
        ...

    def get(self, ids: Iterable[str]) -> dict[str, Source]:
        """The sources with these ids, those in the trash too; ids not known are left out.

        Their records hold what people said of them.
        """
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
