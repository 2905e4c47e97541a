"""Which source supersedes which in the SQLite library; the sources themselves never change."""

import sqlite3
from collections.abc import Iterable

import msgspec

from briefer.core.errors import LibraryError
from briefer.store.records import number_of

NEXT = "SELECT newer FROM succession WHERE older = ?"
NEWEST = """
WITH RECURSIVE chain (older, newer, steps) AS (
    SELECT older, newer, 1 FROM succession
    WHERE older IN (SELECT number FROM source WHERE id IN (SELECT value FROM json_each(?)))
    UNION ALL
    SELECT chain.older, succession.newer, steps + 1
    FROM chain JOIN succession ON succession.older = chain.newer
)
SELECT old.id, new.id FROM chain
JOIN source AS old ON old.number = chain.older JOIN source AS new ON new.number = chain.newer
WHERE chain.newer NOT IN (SELECT source FROM trash) ORDER BY steps
"""
"""The last row of an old source names the newest one that supersedes it."""


def supersede(db: sqlite3.Connection, new: str, old: str) -> None:
    """Keeps that the source `new` supersedes `old` (ids). See `briefer.store.Library`."""
    newer, older = number_of(db, new), number_of(db, old)
    following = [newer]
    while (row := db.execute(NEXT, following[-1:]).fetchone()) is not None:
        following.append(row[0])
    if older in following:
        raise LibraryError(
            "A source cannot supersede itself, or one that supersedes it.",
            "Look which of the two is the newer one.",
        )
    kept = db.execute(NEXT, (older,)).fetchone()
    if kept is None:
        db.execute("INSERT INTO succession (older, newer) VALUES (?, ?)", (older, newer))
    elif kept[0] != newer:
        raise LibraryError(
            f"The source {old} is superseded by another one already.",
            "Name that one instead; it may be in the trash.",
        )


def newest(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Id -> that of the newest source which supersedes it. See `briefer.store.Library`."""
    return dict(db.execute(NEWEST, (msgspec.json.encode(list(ids)).decode(),)))
