"""The schema of the SQLite library, as the list of steps that led to it."""

Step = tuple[str, ...]
"""Statements that are taken together."""

APPLICATION_ID = 0x42524945
"""Marks the file as a briefer library: the letters BRIE."""

FIRST: Step = (
    # What a list shows stands first in the row: SQLite then need not read the long texts.
    """
    CREATE TABLE source (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        media_type TEXT NOT NULL,
        paragraphs INTEGER NOT NULL,
        words INTEGER NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        encoding TEXT NOT NULL,
        record TEXT NOT NULL,
        marks TEXT NOT NULL,
        places TEXT NOT NULL,
        log TEXT NOT NULL,
        text TEXT NOT NULL,
        original BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER source_never_changes BEFORE UPDATE ON source BEGIN
        SELECT RAISE(ABORT, 'a source never changes');
    END
    """,
    """
    CREATE TRIGGER source_is_never_deleted BEFORE DELETE ON source BEGIN
        SELECT RAISE(ABORT, 'a source is never deleted');
    END
    """,
    # INSERT OR REPLACE deletes without calling the trigger for that.
    """
    CREATE TRIGGER source_is_never_replaced BEFORE INSERT ON source
    WHEN EXISTS (
        SELECT 1 FROM source
        WHERE number = new.number OR id = new.id OR sha256 = new.sha256
    ) BEGIN
        SELECT RAISE(ABORT, 'a source is never replaced');
    END
    """,
    # The trash mark lies outside, so that no column of a source need ever change.
    """
    CREATE TABLE trash (source INTEGER PRIMARY KEY REFERENCES source (number)) STRICT
    """,
    """
    CREATE VIEW findable (number, text) AS
    SELECT number, text FROM source WHERE number NOT IN (SELECT source FROM trash)
    """,
    """
    CREATE VIRTUAL TABLE source_text USING fts5 (
        text, content = 'findable', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER source_is_indexed AFTER INSERT ON source BEGIN
        INSERT INTO source_text (rowid, text) VALUES (new.number, new.text);
    END
    """,
    """
    CREATE TRIGGER trashed_source_is_not_found AFTER INSERT ON trash BEGIN
        INSERT INTO source_text (source_text, rowid, text)
        SELECT 'delete', number, text FROM source WHERE number = new.source;
    END
    """,
    """
    CREATE TRIGGER restored_source_is_found AFTER DELETE ON trash BEGIN
        INSERT INTO source_text (rowid, text)
        SELECT number, text FROM source WHERE number = old.source;
    END
    """,
    """
    CREATE TABLE template (name TEXT PRIMARY KEY, form TEXT NOT NULL) STRICT
    """,
)

SUCCESSION: Step = (
    # Outside the sources, as the trash is: a source has one successor, and never changes.
    """
    CREATE TABLE succession (
        older INTEGER PRIMARY KEY REFERENCES source (number),
        newer INTEGER NOT NULL REFERENCES source (number),
        CHECK (older <> newer)
    ) STRICT
    """,
)

ELSEWHERE: Step = (
    # The bytes may lie in a file elsewhere, and bytes read in two encodings are two sources: so
    # the table is made anew, and whatever names it is taken away before and put back after.
    "DROP TRIGGER source_never_changes",
    "DROP TRIGGER source_is_never_deleted",
    "DROP TRIGGER source_is_never_replaced",
    # A trigger that may abort makes SQLite set a savepoint for each row, at which FTS5 writes out
    # what it has gathered; rows are therefore indexed together, when all of them are there.
    "DROP TRIGGER source_is_indexed",
    "DROP TRIGGER trashed_source_is_not_found",
    "DROP TRIGGER restored_source_is_found",
    "DROP VIEW findable",
    """
    CREATE TABLE source_by_path (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        media_type TEXT NOT NULL,
        paragraphs INTEGER NOT NULL,
        words INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        encoding TEXT NOT NULL,
        record TEXT NOT NULL,
        path TEXT,
        marks TEXT NOT NULL,
        places TEXT NOT NULL,
        log TEXT NOT NULL,
        text TEXT NOT NULL,
        original BLOB,
        CHECK ((original IS NULL) <> (path IS NULL))
    ) STRICT
    """,
    """
    INSERT INTO source_by_path SELECT number, id, file, media_type, paragraphs, words, sha256,
        encoding, record, NULL, marks, places, log, text, original FROM source
    """,
    "DROP TABLE source",
    "ALTER TABLE source_by_path RENAME TO source",
    """
    CREATE TRIGGER source_never_changes BEFORE UPDATE ON source BEGIN
        SELECT RAISE(ABORT, 'a source never changes');
    END
    """,
    """
    CREATE TRIGGER source_is_never_deleted BEFORE DELETE ON source BEGIN
        SELECT RAISE(ABORT, 'a source is never deleted');
    END
    """,
    """
    CREATE TRIGGER source_is_never_replaced BEFORE INSERT ON source
    WHEN EXISTS (SELECT 1 FROM source WHERE number = new.number OR id = new.id) BEGIN
        SELECT RAISE(ABORT, 'a source is never replaced');
    END
    """,
    """
    CREATE VIEW findable (number, text) AS
    SELECT number, text FROM source WHERE number NOT IN (SELECT source FROM trash)
    """,
    """
    CREATE TRIGGER trashed_source_is_not_found AFTER INSERT ON trash BEGIN
        INSERT INTO source_text (source_text, rowid, text)
        SELECT 'delete', number, text FROM source WHERE number = new.source;
    END
    """,
    """
    CREATE TRIGGER restored_source_is_found AFTER DELETE ON trash BEGIN
        INSERT INTO source_text (rowid, text)
        SELECT number, text FROM source WHERE number = old.source;
    END
    """,
)

DESCRIBED: Step = (
    # What people say of a source is kept beside it, all of it: the last of a field counts.
    """
    CREATE TABLE record_edit (
        number INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES source (number),
        field TEXT NOT NULL,
        form TEXT,
        at TEXT NOT NULL,
        by TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX record_edit_of_source ON record_edit (source)",
    # Made from the records, so that a filter need not read them all.
    """
    CREATE TABLE facet (
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        folded TEXT NOT NULL,
        source INTEGER NOT NULL REFERENCES source (number),
        PRIMARY KEY (field, value, source)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX facet_of_source ON facet (source)",
    """
    CREATE TABLE tag (
        name TEXT NOT NULL,
        source INTEGER NOT NULL REFERENCES source (number),
        PRIMARY KEY (name, source)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tag_of_source ON tag (source)",
    "CREATE TABLE saved_search (name TEXT PRIMARY KEY, typed TEXT NOT NULL) STRICT",
    """
    CREATE TABLE withdrawal (
        source INTEGER PRIMARY KEY REFERENCES source (number), reason TEXT NOT NULL
    ) STRICT
    """,
    # A briefing may cite a source that this library does not hold (yet): the id is no reference.
    """
    CREATE TABLE used (
        source TEXT NOT NULL,
        path TEXT NOT NULL,
        title TEXT NOT NULL,
        picks INTEGER NOT NULL,
        PRIMARY KEY (source, path)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX used_in_briefing ON used (path)",
)

SEARCH: Step = (
    # Only texts in scripts that SQLite takes for one long word, or for none, are in it; the words
    # stand between spaces there, a letter each where the script writes no spaces. What is in the
    # trash stays: the source cannot be taken out without its text.
    """
    CREATE VIRTUAL TABLE source_letters USING fts5 (
        text, content = '',
        tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
    )
    """,
)

COMPARED: Step = (
    # What a person said is no new version of the other; both stay.
    """
    CREATE TABLE no_version (
        newer INTEGER NOT NULL REFERENCES source (number),
        older INTEGER NOT NULL REFERENCES source (number),
        PRIMARY KEY (newer, older)
    ) STRICT, WITHOUT ROWID
    """,
    # Made from the texts, so that sources that share wording are found without reading any.
    """
    CREATE TABLE sketch (
        hash INTEGER NOT NULL,
        source INTEGER NOT NULL REFERENCES source (number),
        PRIMARY KEY (hash, source)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sketched (
        source INTEGER PRIMARY KEY REFERENCES source (number), hashes TEXT NOT NULL
    ) STRICT
    """,
)

HANDED_OVER: Step = (
    # Sources that somebody handed over, whose text nobody could compare with the original bytes.
    """
    CREATE TABLE unproven (
        source INTEGER PRIMARY KEY REFERENCES source (number), reason TEXT NOT NULL
    ) STRICT
    """,
)

DECIDED: Step = (
    # What people decided is kept, all of it: the last counts. NULL: nothing is given.
    """
    CREATE TABLE decision (
        number INTEGER PRIMARY KEY,
        one INTEGER NOT NULL REFERENCES source (number),
        one_start INTEGER NOT NULL,
        one_end INTEGER NOT NULL,
        two INTEGER NOT NULL REFERENCES source (number),
        two_start INTEGER NOT NULL,
        two_end INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        keeps INTEGER CHECK (keeps IN (1, 2)),
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        by TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE assignment (
        number INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES source (number),
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        measure TEXT,
        at TEXT NOT NULL,
        by TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE judgement (
        number INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES source (number),
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        kind TEXT NOT NULL,
        said TEXT NOT NULL,
        becomes TEXT,
        at TEXT NOT NULL,
        by TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX judgement_of_source ON judgement (source)",
    # Made from the texts by the rules, so that no text need be read again to show what it holds.
    """
    CREATE TABLE reading (
        source INTEGER PRIMARY KEY REFERENCES source (number),
        version TEXT NOT NULL,
        suggestions BLOB NOT NULL,
        statements BLOB NOT NULL
    ) STRICT
    """,
)

STEPS: tuple[Step, ...] = (
    FIRST, SUCCESSION, ELSEWHERE, DESCRIBED, SEARCH, COMPARED, HANDED_OVER, DECIDED,
)  # fmt: skip
"""Steps are only ever appended; PRAGMA user_version counts those that were taken."""
