"""What is particular to the SQLite library."""

import sqlite3
import threading
from contextlib import closing

import pytest

from briefer.core.errors import LibraryError
from briefer.store import schema, sqlite
from briefer.store.sqlite import open_sqlite


def tables(path):
    with closing(sqlite3.connect(path)) as db:
        return {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}


def test_a_library_is_made_with_its_folders(tmp_path):
    path = tmp_path / "a" / "b" / "library.db"
    open_sqlite(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE source SET text = 'x'", "DELETE FROM source", "UPDATE source SET id = 'x'"],
)
def test_a_source_can_be_neither_changed_nor_deleted(tmp_path, speech, statement):
    library = open_sqlite(tmp_path / "library.db")
    library.add([(speech, b"")])
    library.close()
    with (
        closing(sqlite3.connect(tmp_path / "library.db")) as db,
        pytest.raises(sqlite3.IntegrityError, match="a source"),
    ):
        db.execute(statement)


def make_text_file(path):
    path.write_text("Dear colleagues, this is a text and no library at all." * 50)


def make_foreign(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE mine (x)")


def make_newer(path):
    open_sqlite(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")


def make_folder(path):
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (make_text_file, "not a briefer library"),
        (make_foreign, "another program"),
        (make_newer, "newer briefer"),
        (make_folder, "cannot be opened"),
    ],
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(tmp_path, make, words):
    path = tmp_path / "library.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryError, match=words):
        open_sqlite(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="cannot be made"):
        open_sqlite(tmp_path / "file" / "library.db")


def test_an_older_library_is_copied_then_brought_up_to_date(tmp_path, speech, monkeypatch):
    path = tmp_path / "library.db"
    library = open_sqlite(path)
    library.add([(speech, b"bytes")])
    library.close()
    monkeypatch.setattr(sqlite, "STEPS", (*schema.STEPS, "CREATE TABLE later (x) STRICT;"
                                          .replace("(x)", "(x TEXT)")))  # fmt: skip
    library = open_sqlite(path)
    assert library.get([speech.id]) == {speech.id: speech}
    library.close()
    assert "later" in tables(path)
    assert "later" not in tables(tmp_path / "library.db.before-v2")


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "library.db"
    open_sqlite(path).close()
    broken = "CREATE TABLE later (x TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);"
    monkeypatch.setattr(sqlite, "STEPS", (*schema.STEPS, broken))
    with pytest.raises(LibraryError, match="damaged"):
        open_sqlite(path)
    assert "later" not in tables(path)


def test_programs_that_make_a_library_at_once_make_one(tmp_path):
    path = tmp_path / "library.db"
    errors = []

    def opened():
        try:
            open_sqlite(path).close()
        except LibraryError as error:
            errors.append(error)

    threads = [threading.Thread(target=opened) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert "source" in tables(path)


def test_two_programs_see_what_the_other_added(tmp_path, speech, other):
    one, two = (open_sqlite(tmp_path / "library.db") for _ in range(2))
    one.add([(speech, b"")])
    two.add([(other, b"")])
    assert [line.id for line in one.sources()] == [speech.id, other.id]
    one.close()
    two.close()


def test_a_library_that_stays_in_use_is_an_error(tmp_path, speech, monkeypatch):
    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    library = open_sqlite(tmp_path / "library.db")
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use"):
            library.add([(speech, b"")])
    library.close()


def test_a_full_disk_loses_nothing(tmp_path, speech, other):
    library = open_sqlite(tmp_path / "library.db")
    library.add([(speech, b"")])
    library._db.execute("PRAGMA max_page_count = 30")
    with pytest.raises(LibraryError, match="no room left"):
        library.add([(other, b"x" * 1_000_000)])
    assert [line.id for line in library.sources()] == [speech.id]
    library.close()


def test_a_damaged_library_is_an_error(tmp_path, speech):
    path = tmp_path / "library.db"
    library = open_sqlite(path)
    library.add([(speech, b"x" * 100_000)])
    library.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(LibraryError, match="damaged"):
        open_sqlite(path).sources()
