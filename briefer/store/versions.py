"""What looks like a version of what in the SQLite library, and what people said of that."""

from collections.abc import Callable, Collection, Iterable

import msgspec

from briefer.store.connection import Connection
from briefer.store.queries import WITHDRAWN
from briefer.store.records import number_of

PART = (
    "DELETE FROM succession WHERE newer = (SELECT number FROM source WHERE id = ?)"
    " AND older = (SELECT number FROM source WHERE id = ?)"
)
REFUSED = (
    "SELECT new.id, old.id FROM no_version JOIN source AS new ON new.number = newer"
    " JOIN source AS old ON old.number = older"
)
UNSKETCHED = "FROM source WHERE number NOT IN (SELECT source FROM sketched)"
SHARING = """
WITH wanted (number, id) AS (
    SELECT number, id FROM source WHERE id IN (SELECT value FROM json_each(:ids))
)
SELECT wanted.id, other.id, count(*) FROM wanted
CROSS JOIN sketched ON sketched.source = wanted.number
CROSS JOIN json_each(sketched.hashes) AS mine
CROSS JOIN sketch AS theirs ON theirs.hash = mine.value AND theirs.source <> wanted.number
JOIN source AS other ON other.number = theirs.source
WHERE (SELECT count(*) FROM (SELECT 1 FROM sketch WHERE hash = mine.value LIMIT :common + 1))
    <= :common
AND theirs.source NOT IN (SELECT source FROM trash)
GROUP BY wanted.number, theirs.source
"""
"""A number that many sources have is looked at that often and no further."""


class SqliteVersions:
    """See `briefer.store.Versions`."""

    def __init__(self, connection: Connection) -> None:
        self._open = connection

    def withdraw(self, id: str, reason: str | None) -> None:
        with self._open.writing() as db:
            number = number_of(db, id)
            db.execute("DELETE FROM withdrawal WHERE source = ?", (number,))
            if reason is not None:
                db.execute("INSERT INTO withdrawal VALUES (?, ?)", (number, reason))

    def withdrawn(self) -> dict[str, str]:
        with self._open.reading() as db:
            return dict(db.execute(WITHDRAWN))

    def part(self, new: str, old: str) -> None:
        with self._open.writing() as db:
            db.execute(PART, (new, old))

    def refuse(self, new: str, old: str) -> None:
        with self._open.writing() as db:
            pair = (number_of(db, new), number_of(db, old))
            db.execute("INSERT OR IGNORE INTO no_version (newer, older) VALUES (?, ?)", pair)

    def refused(self) -> set[tuple[str, str]]:
        with self._open.reading() as db:
            return set(db.execute(REFUSED))

    def unsketched(self) -> int:
        with self._open.reading() as db:
            count: int = db.execute(f"SELECT count(*) {UNSKETCHED}").fetchone()[0]
            return count

    def sketch(self, make: Callable[[str], Iterable[int]], at_most: int) -> int:
        with self._open.writing() as db:
            rows = db.execute(f"SELECT number, text {UNSKETCHED} LIMIT ?", (at_most,))
            made = [(number, list(make(text))) for number, text in rows]
            db.executemany(
                "INSERT INTO sketched VALUES (?, ?)",
                [(number, msgspec.json.encode(hashes).decode()) for number, hashes in made],
            )
            # In the order of the table, so that a page of it is written once.
            pairs = sorted({(one, number) for number, hashes in made for one in hashes})
            db.executemany("INSERT INTO sketch (hash, source) VALUES (?, ?)", pairs)
            return len(made)

    def sharing(self, ids: Collection[str], common: int) -> dict[tuple[str, str], int]:
        values = {"ids": msgspec.json.encode(list(ids)).decode(), "common": common}
        with self._open.reading() as db:
            return {(one, other): count for one, other, count in db.execute(SHARING, values)}
