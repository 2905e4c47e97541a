"""Which sources of the SQLite library a query finds, and their texts to look into."""

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from briefer.core.folds import word_run
from briefer.core.letters import by_letters, lettered
from briefer.core.model import Place, Source
from briefer.core.query import UNDATED, Filter, Query, Term
from briefer.core.record import Field
from briefer.store import records
from briefer.store.connection import Connection

RANKED = 500
"""The newest matches are ranked, this many: ranking costs microseconds for each match."""

NEAR = 150
"""How many words may stand between words that are near each other: a long paragraph."""

TEXTS = (
    "SELECT id, file, sha256, media_type, encoding, text, places, record FROM source"
    " WHERE id IN (SELECT value FROM json_each(?))"
)
IDS = "SELECT number, id FROM source WHERE number IN (SELECT value FROM json_each(?))"
DATED = "SELECT source FROM facet WHERE field = 'issued'"
UNDATED_ONES = f"SELECT number FROM source WHERE number NOT IN ({DATED})"
STATES: Mapping[str, str] = {
    "superseded": "SELECT older FROM succession",
    "withdrawn": "SELECT source FROM withdrawal",
    "undated": UNDATED_ONES,
    "tagged": "SELECT source FROM tag",
    "used": "SELECT number FROM source WHERE id IN (SELECT source FROM used)",
}
"""What `is:` asks for."""

# A date is as precise as it is written; ~ comes after every character of one.
DATES: Mapping[str, str] = {
    "after": f"{DATED} AND value > ? || '~'",
    "before": f"{DATED} AND value || '~' < ?",
    "date": f"{DATED} AND value || '-' LIKE ? || '-%'",
}
FACET = "SELECT source FROM facet WHERE field = ? AND instr(' ' || folded || ' ', ?)"
TAG = "SELECT source FROM tag WHERE name IN (SELECT value FROM json_each(?))"

Condition = tuple[str, tuple[str, ...]]
"""A part of a statement, and the values it takes."""

_PLACES = msgspec.json.Decoder(tuple[Place, ...])
_RECORD = msgspec.json.Decoder(dict[str, Field])


class SqliteIndex:
    """See `briefer.store.Index`."""

    def __init__(self, connection: Connection) -> None:
        self._open = connection

    def find(
        self, query: Query, limit: int, offset: int = 0, *, rank_all: bool = False
    ) -> list[str]:
        if query.is_empty() or query.faults:
            return []
        with self._open.reading() as db:
            asked, values = _asked(db, query)
            if not query.wanted:
                rows = _numbers(db, f"{asked} ORDER BY number DESC", values, limit, offset)
            elif rank_all:
                rows = _numbers(db, f"{asked} ORDER BY rank", values, limit, offset)
            else:
                rows = _newest_ranked(db, asked, values, limit, offset)
            numbers = msgspec.json.encode([number for (number,) in rows]).decode()
            ids = dict(db.execute(IDS, (numbers,)))
            return [ids[number] for (number,) in rows]

    def count(self, query: Query) -> int:
        if query.is_empty() or query.faults:
            return 0
        with self._open.reading() as db:
            asked, values = _asked(db, query)
            found: int = db.execute(f"SELECT count(*) FROM ({asked})", values).fetchone()[0]
            return found

    def is_empty(self) -> bool:
        with self._open.reading() as db:
            return db.execute("SELECT 1 FROM source LIMIT 1").fetchone() is None

    def texts(self, ids: Iterable[str]) -> dict[str, Source]:
        wanted = list(ids)
        with self._open.reading() as db:
            found = {}
            edits = records.said(db, wanted)
            asked = msgspec.json.encode(wanted).decode()
            for row in db.execute(TEXTS, (asked,)):
                id, file, sha256, media_type, encoding, text, places, record = row
                known = records.merged(_RECORD.decode(record), edits.get(id, {}))
                kept = (id, file, sha256, media_type, encoding, text, _PLACES.decode(places))
                found[id] = Source(*kept, record=known)
            return {id: found[id] for id in wanted if id in found}


def index_letters(db: sqlite3.Connection, texts: Iterable[tuple[int | None, str]]) -> None:
    """Indexes texts (number, text) that hold scripts which are searched letter by letter."""
    db.executemany(
        "INSERT INTO source_letters (rowid, text) VALUES (?, ?)",
        ((number, lettered(text)) for number, text in texts),
    )


def reindex_letters(db: sqlite3.Connection) -> None:
    """Makes the index of letters anew."""
    db.execute("INSERT INTO source_letters (source_letters) VALUES ('delete-all')")
    rows = db.execute("SELECT number, text FROM source")
    index_letters(db, (row for row in rows if by_letters(row[1])))


def term(words: str, *, whole: bool = False) -> str:
    """Words for FTS5: quoted, so that nothing in them is syntax, and as the beginning of words."""
    plain = unicodedata.normalize("NFC", words).replace("\0", " ").encode(errors="ignore").decode()
    return '"' + plain.replace('"', '""') + ('"' if whole else '"*')


def _newest_ranked(
    db: sqlite3.Connection, asked: str, values: tuple[str, ...], limit: int, offset: int
) -> list[tuple[int]]:
    """The best of the newest matches, then the older ones; so that a page follows the one before.

    A limit below 0 is none.
    """
    rows: list[tuple[int]] = []
    if offset < RANKED:  # the rank is asked for in the order of the rows, and so of the newest only
        newest = asked.replace("AS number", "AS number, rank AS score", 1)
        ranked = f"{newest} ORDER BY number DESC LIMIT {RANKED}"
        rows = _numbers(db, f"SELECT number FROM ({ranked}) ORDER BY score", values, limit, offset)
    if len(rows) == limit or offset + len(rows) < RANKED:
        return rows
    older = f"{asked} ORDER BY number DESC"
    left = limit - len(rows) if limit >= 0 else limit
    return rows + _numbers(db, older, values, left, max(RANKED, offset))


def _numbers(
    db: sqlite3.Connection, asked: str, values: tuple[str, ...], limit: int, offset: int
) -> list[tuple[int]]:
    return db.execute(f"{asked} LIMIT ? OFFSET ?", (*values, limit, offset)).fetchall()


def _asked(db: sqlite3.Connection, query: Query) -> Condition:
    """The statement that gives the numbers of all that is found, in no order."""
    conditions = list(_conditions(db, query))
    if query.wanted:
        table, terms = _terms(query.wanted, near=query.near)
        conditions.insert(0, (f"{table} MATCH ?", (terms,)))
        head = f"SELECT rowid AS number FROM {table}"
        out = table == "source_letters"  # in the other one, what is in the trash is not indexed
    else:
        head, out = "SELECT number FROM source", True
    if out:
        conditions.append(("+{} NOT IN (SELECT source FROM trash)", ()))
    name = "rowid" if query.wanted else "number"
    parts = [part.replace("{}", name) for part, _ in conditions]
    values = tuple(value for _, some in conditions for value in some)
    return f"{head} WHERE {' AND '.join(parts)}", values


def _terms(terms: Sequence[Term], *, near: bool = False) -> tuple[str, str]:
    """The index to ask, and what: all of the terms."""
    letters = any(one.by_letters for one in terms)
    asked = [term(lettered(one.text) if letters else one.text, whole=one.whole) for one in terms]
    table = "source_letters" if letters else "source_text"
    joined = f"NEAR({' '.join(asked)}, {NEAR})" if near else " AND ".join(asked)
    return table, joined


def _conditions(db: sqlite3.Connection, query: Query) -> Iterator[Condition]:
    """What stands in the way of a source whose words are right; {} is its number.

    The plus keeps SQLite from asking the full-text index once for each source that fits.
    """
    for unwanted in query.unwanted:
        table, asked = _terms([unwanted])
        yield f"+{{}} NOT IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (asked,)
    key = _group
    for (name, excluded), group in groupby(sorted(query.filters, key=key), key):
        some = [_filtered(db, one) for one in group]
        # of the documents after one date and after another one, those after both are meant
        joined = " INTERSECT " if name in ("after", "before", "is") else " UNION "
        values = tuple(value for _, part in some for value in part)
        fits = joined.join(f"SELECT * FROM ({part})" for part, _ in some)
        yield f"+{{}} {'NOT ' if excluded else ''}IN ({fits})", values


def _group(one: Filter) -> tuple[str, bool]:
    return one.name, one.excluded


def _filtered(db: sqlite3.Connection, one: Filter) -> Condition:
    """The numbers of the sources that a filter lets through."""
    if one.name == "is":
        return STATES[one.value], ()
    if one.name == "date" and one.value == UNDATED:
        return UNDATED_ONES, ()
    if one.name in DATES:
        return DATES[one.name], (one.value,)
    wanted = f" {word_run(one.value)}{' ' if one.whole else ''}"
    if one.name == "tag":
        names = [name for (name,) in db.execute("SELECT DISTINCT name FROM tag")]
        fitting = [name for name in names if wanted in f" {word_run(name)} "]
        return TAG, (msgspec.json.encode(fitting).decode(),)
    return FACET, (one.name, wanted)
