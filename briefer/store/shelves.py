"""How people keep order in the SQLite library: tags, and searches kept under a name."""

import sqlite3
from collections.abc import Iterable

from briefer.store.connection import Connection
from briefer.store.records import number_of


class SqliteShelves:
    """See `briefer.store.Shelves`."""

    def __init__(self, connection: Connection) -> None:
        self._open = connection

    def tag(self, ids: Iterable[str], name: str) -> None:
        with self._open.writing() as db:
            rows = [(number_of(db, id), name) for id in ids]
            db.executemany("INSERT OR IGNORE INTO tag (source, name) VALUES (?, ?)", rows)

    def untag(self, ids: Iterable[str], name: str) -> None:
        with self._open.writing() as db:
            rows = [(number_of(db, id), name) for id in ids]
            db.executemany("DELETE FROM tag WHERE source = ? AND name = ?", rows)

    def rename_tag(self, old: str, new: str) -> None:
        with self._open.writing() as db:
            db.execute("UPDATE OR IGNORE tag SET name = ? WHERE name = ?", (new, old))
            if new != old:
                db.execute("DELETE FROM tag WHERE name = ?", (old,))

    def tags(self) -> dict[str, int]:
        with self._open.reading() as db:
            return dict(
                db.execute(
                    "SELECT name, count(*) FROM tag WHERE source NOT IN (SELECT source FROM trash)"
                    " GROUP BY name ORDER BY name"
                )
            )

    def searches(self) -> dict[str, str]:
        with self._open.reading() as db:
            return dict(db.execute("SELECT name, typed FROM saved_search ORDER BY name"))

    def save_search(self, name: str, typed: str) -> None:
        with self._open.writing() as db:
            db.execute("INSERT OR REPLACE INTO saved_search VALUES (?, ?)", (name, typed))

    def forget_search(self, name: str) -> None:
        with self._open.writing() as db:
            db.execute("DELETE FROM saved_search WHERE name = ?", (name,))


def tags_of(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Id -> the tags of a source, by name."""
    found: dict[str, tuple[str, ...]] = {}
    rows = db.execute("SELECT id, name FROM tag JOIN source ON source.number = tag.source")
    for id, name in sorted(rows):
        found[id] = (*found.get(id, ()), name)
    return found
