"""The library as one SQLite file, which SQLite's own locks let several programs share."""

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefer.core import forms
from briefer.core.errors import LibraryError
from briefer.core.letters import by_letters
from briefer.core.model import Change, Mark, Place, Source
from briefer.core.record import Field, Record
from briefer.core.template import Template
from briefer.store import (
    SourceLine,
    decisions,
    finding,
    records,
    shelves,
    succession,
    uses,
    versions,
)
from briefer.store.connection import Connection
from briefer.store.files import read
from briefer.store.finding import RANKED, term
from briefer.store.opening import connect
from briefer.store.queries import (
    ADD,
    GATHER,
    GET,
    INDEX,
    LAST,
    LIST,
    MATCHING,
    NEWER,
    ORIGINAL,
    RESTORE,
    TRASH,
    UNPROVEN,
    WITHDRAWN,
)

AT_ONCE = 500
"""Ids asked for in one query; SQLite allows 999 values or more."""

LARGEST_ORIGINAL = 1024 * 1024 * 1024
"""Bytes of the largest file that is read from where it lies."""


def open_sqlite(path: Path) -> "SqliteLibrary":
    """Opens the library file; it is made, with its folders, when it is missing.

    A library of an older version is brought up to date, and a copy of it kept beside it. Raises
    LibraryError, and leaves the file as it is, when that is not possible.
    """
    return SqliteLibrary(*connect(path))


class SqliteLibrary:
    """See `briefer.store.Library`; to be used by the thread that opened it."""

    def __init__(self, connection: Connection, is_new: bool) -> None:
        self._open = connection
        self.path = connection.path
        self.is_new = is_new
        """The file was made when this library was opened."""
        self.records = records.SqliteRecords(connection)
        self.shelves = shelves.SqliteShelves(connection)
        self.uses = uses.SqliteUses(connection)
        self.versions = versions.SqliteVersions(connection)
        self.decisions = decisions.SqliteDecisions(connection)
        self.readings = decisions.SqliteReadings(connection)
        self.index = finding.SqliteIndex(connection)

    def add(self, imported: Iterable[tuple[Source, bytes | Path | None]]) -> list[str]:
        added: list[str] = []
        described: list[tuple[int | None, Record]] = []
        texts: list[tuple[int | None, str]] = []
        with self._open.writing() as db:
            last = db.execute(LAST).fetchone()
            for source, original in imported:
                if db.execute("SELECT 1 FROM source WHERE id = ?", (source.id,)).fetchone():
                    db.execute(RESTORE, (source.id,))
                    continue
                number = db.execute(ADD, _row(source, original)).lastrowid
                described.append((number, source.record))
                texts += [(number, source.text)] if by_letters(source.text) else []
                added.append(source.id)
            db.execute(GATHER)
            db.execute(INDEX, last)
            records.put_facets(db, described)
            finding.index_letters(db, texts)
        return added

    def sources(
        self, *, trashed: bool = False, ids: Collection[str] | None = None
    ) -> list[SourceLine]:
        only = None if ids is None else msgspec.json.encode(list(ids)).decode()
        asked = {"trashed": trashed, "ids": only}
        with self._open.reading() as db:
            said, tags = records.said(db, ids), shelves.tags_of(db)
            newer, reasons = dict(db.execute(NEWER)), dict(db.execute(WITHDRAWN))
            unproven = dict(db.execute(UNPROVEN))
            return [
                SourceLine(
                    id,
                    *(file, media_type, paragraphs, words),
                    record=records.merged(_RECORD.decode(record), said.get(id, {})),
                    tags=tags.get(id, ()),
                    superseded_by=newer.get(id, ""),
                    withdrawn=reasons.get(id),
                    unproven=unproven.get(id, ""),
                )
                for id, file, media_type, paragraphs, words, record in db.execute(LIST, asked)
            ]

    def get(self, ids: Iterable[str]) -> dict[str, Source]:
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Source] = {}
        with self._open.reading() as db:
            for at in range(0, len(wanted), AT_ONCE):
                some = wanted[at : at + AT_ONCE]
                rows = db.execute(f"{GET} ({', '.join('?' * len(some))})", some)
                found |= {row[0]: decode_source(*row) for row in rows}
            for id, edits in records.said(db, found).items():
                found[id] = replace(found[id], record=records.merged(found[id].record, edits))
        return {id: found[id] for id in wanted if id in found}

    def original(self, id: str) -> bytes:
        with self._open.reading() as db:
            row = db.execute(ORIGINAL, (id,)).fetchone()
            if row is None:
                raise LibraryError(f"The library holds no source {id}.", "Import it again.")
            original, path, sha256 = row
            if original is None and not path:
                raise LibraryError(
                    "The original of that source was not handed over with it.",
                    "Ask for the document and import it.",
                )
            data: bytes = read(Path(path), LARGEST_ORIGINAL) if path else original
        if path and hashlib.sha256(data).hexdigest() != sha256:
            raise LibraryError(
                f"{path} is no longer the file that was imported.",
                "The text in the library is; look for the file as it was.",
            )
        return data

    def matching(self, words: Sequence[str], limit: int) -> list[str]:
        terms = " AND ".join(term(word) for word in words if re.search(r"[^\W_]", word))
        if not terms:
            return []
        with self._open.reading() as db:
            values = {"terms": terms, "ranked": max(RANKED, limit), "limit": limit}
            return [id for (id,) in db.execute(MATCHING, values)]

    def trash(self, ids: Iterable[str]) -> None:
        with self._open.writing() as db:
            db.executemany(TRASH, [(id,) for id in ids])

    def restore(self, ids: Iterable[str]) -> None:
        with self._open.writing() as db:
            db.executemany(RESTORE, [(id,) for id in ids])

    def supersede(self, new: str, old: str) -> None:
        with self._open.writing() as db:
            succession.supersede(db, new, old)

    def successors(self, ids: Iterable[str]) -> dict[str, str]:
        with self._open.reading() as db:
            return succession.newest(db, ids)

    def templates(self) -> list[Template]:
        with self._open.reading() as db:
            rows = db.execute("SELECT name, form FROM template ORDER BY name")
            return [forms.decode(form, Template, f"The template {name}") for name, form in rows]

    def put_template(self, template: Template) -> None:
        with self._open.writing() as db:
            form = forms.encode(template).decode()
            db.execute("INSERT OR REPLACE INTO template VALUES (?, ?)", (template.name, form))

    def remove_template(self, name: str) -> None:
        with self._open.writing() as db:
            db.execute("DELETE FROM template WHERE name = ?", (name,))

    def close(self) -> None:
        with self._open.reading() as db:
            db.close()


_PLACES = msgspec.json.Decoder(tuple[Place, ...])
_MARKS = msgspec.json.Decoder(tuple[Mark, ...])
_LOG = msgspec.json.Decoder(tuple[Change, ...])
_RECORD = msgspec.json.Decoder(dict[str, Field])


def _row(source: Source, original: bytes | Path | None) -> tuple[str | int | bytes | None, ...]:
    """The values of ADD."""
    kept = (source.id, source.file, source.sha256, source.media_type, source.encoding, source.text)
    layers = (source.places, source.marks, source.log, source.record)
    counts = (len(source.places), len(source.text.split()))
    elsewhere = "" if original is None else str(original)  # the empty path: nowhere to be had
    lies = (original, None) if isinstance(original, bytes) else (None, elsewhere)
    return (*kept, *(msgspec.json.encode(layer).decode() for layer in layers), *counts, *lies)


def decode_source(*row: str) -> Source:
    """A source from a row of GET. Raises msgspec.DecodeError."""
    id, file, sha256, media_type, encoding, text, places, marks, log, record = row
    layers = _PLACES.decode(places), _MARKS.decode(marks), _LOG.decode(log), _RECORD.decode(record)
    return Source(id, file, sha256, media_type, encoding, text, *layers)
