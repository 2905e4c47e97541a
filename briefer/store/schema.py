"""The schema of the SQLite library, as the list of steps that led to it."""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE source (
        rowid INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        text TEXT NOT NULL,
        places BLOB NOT NULL,
        marks BLOB NOT NULL,
        log BLOB NOT NULL,
        record BLOB NOT NULL,
        paragraphs INTEGER NOT NULL,
        words INTEGER NOT NULL,
        original BLOB NOT NULL,
        trashed INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TRIGGER source_never_changes BEFORE UPDATE OF
        rowid, id, file, sha256, media_type, encoding, text, places, marks, log, original
        ON source BEGIN SELECT RAISE(ABORT, 'a source never changes'); END;

    CREATE TRIGGER source_is_never_deleted BEFORE DELETE ON source
        BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

    CREATE VIRTUAL TABLE source_text USING fts5 (
        text, content = 'source', content_rowid = 'rowid',
        tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TRIGGER source_is_indexed AFTER INSERT ON source BEGIN
        INSERT INTO source_text (rowid, text) VALUES (new.rowid, new.text);
    END;

    CREATE TABLE template (name TEXT PRIMARY KEY, form BLOB NOT NULL) STRICT;
    """,
)
"""Steps are only ever appended; PRAGMA user_version counts those that were taken."""

APPLICATION_ID = 0x42524945
"""Marks the file as a briefer library: the letters BRIE."""
