"""What people decided, and what the rules read, in the SQLite library."""

from collections.abc import Collection, Iterable
from typing import Any, Literal

import msgspec

from briefer.core.decisions import Assigned, Decision, Judged, Key
from briefer.store.connection import Connection
from briefer.store.deciding import Read
from briefer.store.records import number_of

NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
DECIDE = f"INSERT INTO decision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, {NOW}, ?)"
DECIDED = (
    "SELECT a.id, one_start, one_end, b.id, two_start, two_end, verdict, keeps, reason, at, by"
    " FROM decision JOIN source AS a ON a.number = one JOIN source AS b ON b.number = two"
    " ORDER BY decision.number"
)
ASSIGN = f"INSERT INTO assignment VALUES (NULL, ?, ?, ?, ?, {NOW}, ?)"
ASSIGNED = (
    "SELECT source.id, start, end, measure, at, by FROM assignment"
    " JOIN source ON source.number = source ORDER BY assignment.number"
)
JUDGE = f"INSERT INTO judgement VALUES (NULL, ?, ?, ?, ?, ?, ?, {NOW}, ?)"
JUDGED = (
    "SELECT source.id, start, end, kind, said, becomes, at, by FROM judgement"
    " JOIN source ON source.number = source"
    " WHERE :ids IS NULL OR source.id IN (SELECT value FROM json_each(:ids))"
    " ORDER BY judgement.number"
)
KEEP = "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?)"
KEPT = (
    "SELECT source.id, {column} FROM reading JOIN source ON source.number = source"
    " WHERE version = :version AND CASE WHEN :ids IS NULL"
    " THEN source.number NOT IN (SELECT source FROM trash)"
    " ELSE source.id IN (SELECT value FROM json_each(:ids)) END ORDER BY source.number"
)
UNREAD = (
    "SELECT id FROM source WHERE number NOT IN (SELECT source FROM reading WHERE version = ?)"
    " AND number NOT IN (SELECT source FROM trash) ORDER BY number"
)


class SqliteDecisions:
    """See `briefer.store.Decisions`."""

    def __init__(self, connection: Connection) -> None:
        self._open = connection

    def decide(self, decision: Decision) -> None:
        one, two, keeps = decision.one, decision.two, decision.keeps
        kept = None if keeps is None else 1 if keeps == one else 2
        with self._open.writing() as db:
            pair = (number_of(db, one[0]), *one[1:], number_of(db, two[0]), *two[1:])
            db.execute(DECIDE, (*pair, decision.verdict, kept, decision.reason, decision.by))

    def decided(self) -> list[Decision]:
        with self._open.reading() as db:
            return [_decision(*row) for row in db.execute(DECIDED)]

    def assign(self, given: Iterable[Assigned]) -> None:
        with self._open.writing() as db:
            for one in given:
                id, start, end = one.statement
                db.execute(ASSIGN, (number_of(db, id), start, end, one.measure, one.by))

    def assigned(self) -> list[Assigned]:
        with self._open.reading() as db:
            return [_assigned(*row) for row in db.execute(ASSIGNED)]

    def judge(self, judged: Iterable[Judged]) -> None:
        with self._open.writing() as db:
            for one in judged:
                id, start, end, kind = one.proposal
                values = (number_of(db, id), start, end, kind, one.said, one.becomes, one.by)
                db.execute(JUDGE, values)

    def judged(self, ids: Collection[str] | None = None) -> list[Judged]:
        with self._open.reading() as db:
            return [_judged(*row) for row in db.execute(JUDGED, {"ids": _listed(ids)})]


class SqliteReadings:
    """See `briefer.store.Readings`."""

    def __init__(self, connection: Connection) -> None:
        self._open = connection

    def keep(self, version: str, read: Iterable[tuple[str, Read]]) -> None:
        with self._open.writing() as db:
            for id, one in read:
                db.execute(KEEP, (number_of(db, id), version, one.suggestions, one.statements))

    def suggestions(self, version: str, ids: Collection[str] | None = None) -> dict[str, bytes]:
        return self._kept("suggestions", version, ids)

    def statements(self, version: str, ids: Collection[str] | None = None) -> dict[str, bytes]:
        return self._kept("statements", version, ids)

    def unread(self, version: str) -> list[str]:
        with self._open.reading() as db:
            return [id for (id,) in db.execute(UNREAD, (version,))]

    def _kept(
        self,
        column: Literal["suggestions", "statements"],
        version: str,
        ids: Collection[str] | None,
    ) -> dict[str, bytes]:
        values = {"version": version, "ids": _listed(ids)}
        with self._open.reading() as db:
            return dict(db.execute(KEPT.format(column=column), values))


def _decision(*row: Any) -> Decision:
    one: Key = row[:3]
    two: Key = row[3:6]
    verdict, keeps, reason, at, by = row[6:]
    return Decision(one, two, verdict, reason, {1: one, 2: two}.get(keeps), at, by)


def _assigned(*row: Any) -> Assigned:
    return Assigned(row[:3], *row[3:])


def _judged(*row: Any) -> Judged:
    return Judged(row[:4], *row[4:])


def _listed(ids: Collection[str] | None) -> str | None:
    return None if ids is None else msgspec.json.encode(list(ids)).decode()
