"""What the SQLite library asks of its tables, beyond the obvious."""

ADD = (
    "INSERT INTO source (id, file, sha256, media_type, encoding, text, places, marks, log, record,"
    " paragraphs, words, original, path) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
LAST = "SELECT coalesce(max(number), 0) FROM source"
INDEX = "INSERT INTO source_text (rowid, text) SELECT number, text FROM source WHERE number > ?"
GATHER = "INSERT INTO source_text (source_text, rank) VALUES ('hashsize', 16777216)"
"""How many bytes of new words FTS5 gathers before it writes them out: by itself a sixteenth."""

ORIGINAL = "SELECT original, path, sha256 FROM source WHERE id = ?"
LIST = (
    "SELECT id, file, media_type, paragraphs, words, record FROM source"
    " WHERE (number IN (SELECT source FROM trash)) = :trashed"
    " AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids))) ORDER BY number"
)
GET = (
    "SELECT id, file, sha256, media_type, encoding, text, places, marks, log, record FROM source"
    " WHERE id IN"
)
ROW = (
    "SELECT id, file, sha256, media_type, encoding, text, places, marks, log, record,"
    " paragraphs, words, original, path FROM source WHERE number = ?"
)
MATCHING = (
    "SELECT source.id FROM source_text JOIN source ON source.number = source_text.rowid"
    " WHERE source_text MATCH :terms AND source_text.rowid >= (SELECT min(rowid) FROM"
    " (SELECT rowid FROM source_text WHERE source_text MATCH :terms"
    " ORDER BY rowid DESC LIMIT :ranked)) ORDER BY rank LIMIT :limit"
)
TRASH = "INSERT OR IGNORE INTO trash SELECT number FROM source WHERE id = ?"
RESTORE = "DELETE FROM trash WHERE source = (SELECT number FROM source WHERE id = ?)"
NEWER = (
    "SELECT old.id, new.id FROM succession JOIN source AS old ON old.number = older"
    " JOIN source AS new ON new.number = newer"
)
WITHDRAWN = "SELECT id, reason FROM withdrawal JOIN source ON source.number = withdrawal.source"
UNPROVEN = "SELECT id, reason FROM unproven JOIN source ON source.number = unproven.source"
FORGET_READING = "DELETE FROM reading WHERE source = ?"
