"""What is particular to the SQLite library."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from briefer.core.errors import LibraryError
from briefer.core.record import Field
from briefer.store import opening, schema, sqlite
from briefer.store.queries import ADD
from briefer.store.sqlite import open_sqlite
from tests.samples import make_source


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
    [
        "UPDATE source SET text = 'x'",
        "UPDATE source SET record = '{}'",
        "UPDATE source SET words = 1",
        "DELETE FROM source",
        "INSERT OR REPLACE INTO source SELECT * FROM source",
        """INSERT OR REPLACE INTO source SELECT number + 1, id, file, media_type, paragraphs, words,
        sha256, encoding, record, path, marks, places, log, 'forged', original FROM source""",
    ],
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


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


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


def make_foreign_with_a_log(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE mine (x)")
        kept = {name: Path(f"{path}{name}").read_bytes() for name in ("", "-wal")}
    for name, data in kept.items():  # as a crash leaves it: the last close would fold the log in
        Path(f"{path}{name}").write_bytes(data)


def make_foreign_with_a_journal(path):
    make_foreign(path)
    Path(f"{path}-journal").touch()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (make_text_file, "not a briefer library"),
        (make_foreign, "another program"),
        (make_newer, "newer briefer"),
        (make_folder, "it is a folder"),
        (make_foreign_with_a_log, "another program"),
        (make_foreign_with_a_journal, "another program"),
    ],
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(tmp_path, make, words):
    path = tmp_path / "library.db"
    make(path)
    before = files(tmp_path)
    with pytest.raises(LibraryError, match=words):
        open_sqlite(path)
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="not a folder|should be"):
        open_sqlite(tmp_path / "file" / "library.db")


LATER = ("CREATE TABLE later (x TEXT) STRICT",)


def test_an_older_library_is_copied_then_brought_up_to_date(tmp_path, speech, monkeypatch):
    path = tmp_path / "library.db"
    library = open_sqlite(path)
    library.add([(speech, b"bytes")])
    library.close()
    monkeypatch.setattr(opening, "STEPS", (*schema.STEPS, LATER))
    library = open_sqlite(path)
    assert library.get([speech.id]) == {speech.id: speech}
    assert not library.is_new
    library.close()
    assert "later" in tables(path)
    assert "later" not in tables(tmp_path / f"library.db.before-v{len(schema.STEPS) + 1}")


def make_first_version(path, *sources):
    columns = [name.strip() for name in ADD.partition("(")[2].partition(")")[0].split(",")][:-1]
    insert = f"INSERT INTO source ({', '.join(columns)}) VALUES ({', '.join('?' * 13)})"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in schema.FIRST:
            db.execute(statement)
        for one in sources:
            db.execute(insert, sqlite._row(one, b"bytes")[:-1])
        db.execute("INSERT INTO trash SELECT max(number) FROM source")
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")


def test_a_library_of_the_first_version_keeps_its_sources_trash_and_index(tmp_path, speech, other):
    path = tmp_path / "library.db"
    make_first_version(path, speech, other)
    library = open_sqlite(path)
    assert library.get([speech.id, other.id]) == {speech.id: speech, other.id: other}
    assert library.original(speech.id) == b"bytes"
    assert [line.id for line in library.sources(trashed=True)] == [other.id]
    assert (library.matching(["mines"], 9), library.matching(["river"], 9)) == ([speech.id], [])
    library.restore([other.id])
    assert library.matching(["river"], 9) == [other.id]
    library._open.db.execute(
        "INSERT INTO source_text (source_text, rank) VALUES ('integrity-check', 1)"
    )
    assert library._open.db.execute("PRAGMA foreign_key_check").fetchall() == []
    library.close()


def test_a_library_of_the_first_version_learns_what_supersedes_what(tmp_path, speech, other):
    path = tmp_path / "library.db"
    make_first_version(path, speech)
    library = open_sqlite(path)
    library.add([(other, b"")])
    library.supersede(other.id, speech.id)
    assert library.successors([speech.id]) == {speech.id: other.id}
    library.close()
    assert "succession" not in tables(tmp_path / f"library.db.before-v{len(schema.STEPS)}")


def test_a_library_of_the_first_version_is_filtered_by_its_records(tmp_path):
    path = tmp_path / "library.db"
    make_first_version(path, make_source(), make_source("Other.", type=Field("speech", "inferred")))
    library = open_sqlite(path)
    library.restore([line.id for line in library.sources(trashed=True)])
    assert library.records.facets("type") == {"speech": 1}
    library.close()


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "library.db"
    open_sqlite(path).close()
    broken = ("CREATE VIRTUAL TABLE found USING fts6 (x)",)
    monkeypatch.setattr(opening, "STEPS", (*schema.STEPS, LATER, broken))
    with pytest.raises(LibraryError, match="full-text search"):
        open_sqlite(path)
    assert "later" not in tables(path)


def test_programs_that_make_a_library_at_once_make_one(tmp_path):
    path = tmp_path / "library.db"
    errors, made = [], []

    def opened():
        try:
            library = open_sqlite(path)
            made.append(library.is_new)
            library.close()
        except LibraryError as error:
            errors.append(error)

    threads = [threading.Thread(target=opened) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert sorted(made) == [False] * 7 + [True]
    assert "source" in tables(path)


def test_two_programs_see_what_the_other_added(tmp_path, speech, other):
    one, two = (open_sqlite(tmp_path / "library.db") for _ in range(2))
    one.add([(speech, b"")])
    two.add([(other, b"")])
    assert [line.id for line in one.sources()] == [speech.id, other.id]
    one.close()
    two.close()


def test_a_library_that_stays_in_use_is_an_error(tmp_path, speech, monkeypatch):
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    library = open_sqlite(tmp_path / "library.db")
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use"):
            library.add([(speech, b"")])
    library.close()


def test_a_full_disk_loses_nothing(tmp_path, speech, other):
    library = open_sqlite(tmp_path / "library.db")
    library.add([(speech, b"")])
    library._open.db.execute("PRAGMA max_page_count = 30")
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
    with pytest.raises(LibraryError, match="damaged"), closing(open_sqlite(path)) as library:
        library.sources()


def test_the_write_ahead_log_waits_for_other_programs(tmp_path, monkeypatch):
    path = tmp_path / "library.db"
    open_sqlite(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as busy:
        busy.execute("PRAGMA journal_mode = DELETE")
        busy.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(opening, "PATIENCE", 0.3)
        with pytest.raises(LibraryError, match="in use"):
            open_sqlite(path)
        busy.execute("ROLLBACK")
    open_sqlite(path).close()


def test_programs_that_bring_a_library_up_to_date_at_once_keep_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "library.db"
    open_sqlite(path).close()
    monkeypatch.setattr(opening, "STEPS", (*schema.STEPS, LATER))
    with ThreadPoolExecutor(8) as pool:
        for _ in range(8):
            pool.submit(lambda: open_sqlite(path).close())
    assert "later" in tables(path)
    assert "later" not in tables(tmp_path / f"library.db.before-v{len(schema.STEPS) + 1}")
    assert not (tmp_path / f"library.db.before-v{len(schema.STEPS) + 1}.part").exists()


def test_a_python_with_an_old_sqlite_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "OLDEST", (99, 0, 0))
    with pytest.raises(LibraryError, match="too old"):
        open_sqlite(tmp_path / "library.db")


def test_sources_in_the_trash_do_not_crowd_out_others_in_a_search(tmp_path):
    library = open_sqlite(tmp_path / "library.db")
    kept = make_source("Mines, the oldest of all.", "kept.txt")
    many = [make_source(f"Mines, text number {n}.", f"{n}.txt") for n in range(sqlite.RANKED + 1)]
    library.add([(one, b"") for one in [kept, *many]])
    library.trash([one.id for one in many])
    assert library.matching(["mines"], 9) == [kept.id]
    library.restore([one.id for one in many])
    library._open.db.execute(
        "INSERT INTO source_text (source_text, rank) VALUES ('integrity-check', 1)"
    )
    assert len(library.matching(["mines"], 9999)) == len(many) + 1
    library.close()


@pytest.mark.parametrize(
    "damage",
    ["UPDATE source SET places = '{'", "UPDATE source SET record = '[]'", "DROP TABLE trash"],
)
def test_damage_inside_is_an_error(tmp_path, speech, damage):
    library = open_sqlite(tmp_path / "library.db")
    library.add([(speech, b"")])
    library._open.db.execute("DROP TRIGGER source_never_changes")
    library._open.db.execute(damage)
    with pytest.raises(LibraryError):
        [library.get([speech.id]), library.sources()]
    library.close()


def test_a_damaged_template_is_an_error(tmp_path):
    library = open_sqlite(tmp_path / "library.db")
    library._open.db.execute("INSERT INTO template VALUES ('own', '{')")
    with pytest.raises(LibraryError, match="template own is damaged"):
        library.templates()
    library.close()


def test_a_library_that_was_closed_is_a_bug_and_no_error_of_the_user(tmp_path):
    library = open_sqlite(tmp_path / "library.db")
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.sources()
