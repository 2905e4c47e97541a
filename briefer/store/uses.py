"""Which briefings used the sources in the SQLite library, as far as it was told."""

from collections.abc import Mapping

from briefer.store import Use
from briefer.store.connection import Connection


class SqliteUses:
    """See `briefer.store.Uses`."""

    def __init__(self, connection: Connection) -> None:
        self._open = connection

    def note(self, path: str, title: str, picks: Mapping[str, int]) -> None:
        with self._open.writing() as db:
            db.execute("DELETE FROM used WHERE path = ?", (path,))
            db.executemany(
                "INSERT INTO used (source, path, title, picks) VALUES (?, ?, ?, ?)",
                [(id, path, title, count) for id, count in picks.items()],
            )

    def of(self, id: str) -> list[Use]:
        with self._open.reading() as db:
            rows = db.execute(
                "SELECT path, title, picks FROM used WHERE source = ? ORDER BY title, path", (id,)
            )
            return [Use(*row) for row in rows]

    def counts(self) -> dict[str, int]:
        with self._open.reading() as db:
            return dict(db.execute("SELECT source, count(*) FROM used GROUP BY source"))
