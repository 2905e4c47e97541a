"""Dated copies of the library: whole, thinned out, and put in its place without losing anything."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from briefer.core.errors import Cancelled, LibraryError
from briefer.core.record import Field
from briefer.store import backups, copying, schema
from briefer.store.backups import (
    KEPT,
    NAME,
    back_up,
    changed_since,
    dated,
    look_at,
    lost,
    restore,
    thin_out,
    to_spare,
)
from briefer.store.copying import copy_whole
from briefer.store.sqlite import open_sqlite
from tests.samples import make_source

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path, speech):
    path = tmp_path / "library.db"
    with closing(open_sqlite(path)) as library:
        library.add([(replace(speech, record={"type": Field("speech", "inferred")}), b"bytes")])
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "copies"


def ids(path):
    with closing(open_sqlite(path)) as library:
        return [line.id for line in library.sources()]


def test_a_copy_of_a_library_in_use_is_one_whole_file(path, folder, speech, other):
    with closing(open_sqlite(path)) as library:
        library.add([(other, b"more")])
        copy = back_up(path, folder)
        assert [one.name for one in folder.iterdir()] == [copy.name]
    assert ids(copy) == [speech.id, other.id]


def test_a_copy_says_when_it_was_made_and_what_it_holds(path, folder):
    copy = back_up(path, folder)
    looked = look_at(copy)
    moment = dated(folder)[copy]
    assert (looked.sources, looked.bytes) == (1, copy.stat().st_size)
    assert looked.made == moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    copy.write_bytes(b"no longer a database")
    assert look_at(copy).sources is None
    other = copy.rename(folder / "mine.db")
    assert dated(folder) == {}
    assert look_at(other).made.startswith("20")
    with pytest.raises(LibraryError, match="does not exist"):
        look_at(copy)


def test_copies_made_in_one_second_have_names_of_their_own(path, folder):
    assert len({back_up(path, folder) for _ in range(3)}) == 3


def test_of_two_years_the_last_days_weeks_and_months_are_kept():
    moments = [NOON - timedelta(hours=12 * n) for n in range(2 * 365 * 2)]
    spare = to_spare(moments)
    kept = [one for one in moments if one not in spare]
    assert kept[:3] == moments[:3]
    for form, count in KEPT[1:]:
        assert len({one.strftime(form) for one in kept}) >= count
    assert len(kept) <= sum(count for _, count in KEPT)
    assert to_spare(kept) == set()
    assert kept[-1] > NOON - timedelta(days=366)


def test_copies_to_spare_are_removed_and_nothing_else(folder):
    folder.mkdir()
    for n in range(40):
        (folder / (NOON - timedelta(hours=n)).strftime(NAME)).touch()
    (folder / "mine.db").touch()
    thin_out(folder)
    assert len(dated(folder)) == 5
    assert (folder / "mine.db").exists()


def test_a_copy_that_cannot_be_removed_stays(folder):
    folder.mkdir()
    for n in range(5):
        (folder / (NOON - timedelta(seconds=n)).strftime(NAME)).mkdir()
    thin_out(folder)
    assert len(dated(folder)) == 5


def test_a_library_is_changed_when_it_was_written_to_since(path, tmp_path):
    now = datetime.now(UTC)
    assert changed_since(path, None)
    assert changed_since(path, now - timedelta(minutes=1))
    assert not changed_since(path, now + timedelta(minutes=1))
    assert not changed_since(tmp_path / "missing.db", now)


def test_a_damaged_library_is_not_copied_and_no_copy_is_removed(path, folder):
    first = back_up(path, folder)
    damage(path)
    with pytest.raises(LibraryError, match=f"The library {path} is damaged"):
        back_up(path, folder)
    assert list(folder.iterdir()) == [first]


def damage(path):
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)


def test_a_folder_that_cannot_be_made_is_an_error(path, folder):
    folder.write_text("a file where the folder should be")
    with pytest.raises(LibraryError, match="folder .* cannot be made"):
        back_up(path, folder)
    assert folder.read_text().startswith("a file")


def test_a_library_that_is_not_there_is_not_made_by_copying_it(path, tmp_path):
    with pytest.raises(LibraryError, match="cannot be opened"):
        copy_whole(path.with_name("missing.db"), tmp_path / "copy.db")
    assert not path.with_name("missing.db").exists()


def test_a_full_disk_is_an_error_that_names_the_copy(path, folder, monkeypatch):
    class Full(sqlite3.Connection):
        def backup(self, target, **options):
            target.execute("PRAGMA max_page_count = 1")
            super().backup(target, **options)

    connect = sqlite3.connect
    monkeypatch.setattr(
        copying.sqlite3, "connect", lambda *a, **k: connect(*a, **{**k, "factory": Full})
    )
    with pytest.raises(LibraryError, match="The copy .* has no room left"):
        back_up(path, folder)
    assert list(folder.iterdir()) == []


def test_a_copy_can_be_stopped_and_leaves_nothing(path, folder):
    def stop(done, total, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(path, folder, stop)
    assert list(folder.iterdir()) == []


def test_restoring_keeps_the_library_as_it_was_first(path, folder, speech, other):
    copy = back_up(path, folder)
    with closing(open_sqlite(path)) as library:
        library.add([(other, b"more")])
        library.records.say(speech.id, {"title": Field("Mine", "user")})
    assert lost(path, copy) == backups.Lost(("other.txt",), 1)
    kept = restore(path, copy, folder)
    assert ids(path) == [speech.id]
    assert ids(kept) == [speech.id, other.id]
    assert sorted(one.name for one in path.parent.iterdir()) == ["copies", "library.db"]


def test_a_library_that_is_gone_is_restored(path, folder, speech):
    copy = back_up(path, folder)
    path.unlink()
    assert restore(path, copy, folder) is None
    assert ids(path) == [speech.id]


@pytest.mark.parametrize("harm", [damage, lambda path: path.write_bytes(b"all gone")])
def test_a_damaged_library_is_put_aside_and_restored(path, folder, speech, harm):
    copy = back_up(path, folder)
    harm(path)
    harmed = path.read_bytes()
    kept = restore(path, copy, folder)
    assert kept.read_bytes() == harmed
    assert ids(path) == [speech.id]


def test_nothing_is_restored_while_another_program_has_the_library_open(path, folder, monkeypatch):
    monkeypatch.setattr(backups, "PATIENCE", 0.05)
    copy = back_up(path, folder)
    with closing(open_sqlite(path)) as library:
        library.sources()
        with pytest.raises(LibraryError, match="in use by another program"):
            restore(path, copy, folder)
        assert len(library.sources()) == 1
    assert len(dated(folder)) == 1


def make_text(path):
    path.write_text("Dear colleagues, no library at all. " * 9)


def make_newer(path):
    open_sqlite(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")


def make_damaged(path):
    with closing(open_sqlite(path)) as library:
        library.add([(make_source("x " * 9000), b"x" * 100_000)])
    data = bytearray(path.read_bytes())
    data[4096 * 8 :] = b"\xff" * (len(data) - 4096 * 8)
    path.write_bytes(data)


def make_unsound(path):
    """A library whose pages are whole and whose rows are not."""
    open_sqlite(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        values = ", ".join(["1", *["''"] * 3, "1", "1", *["''"] * 3, "NULL", *["''"] * 4, "NULL"])
        db.execute(f"INSERT INTO source VALUES ({values})")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (make_text, "no copy of a briefer library"),
        (lambda path: path.touch(), "no copy of a briefer library"),
        (lambda path: None, "does not exist"),
        (make_newer, "newer briefer"),
        (make_damaged, "is damaged"),
        (make_unsound, "is damaged: CHECK"),
    ],
)
def test_what_is_no_whole_copy_is_not_restored(path, folder, speech, tmp_path, make, words):
    copy = tmp_path / "copy.db"
    make(copy)
    with pytest.raises(LibraryError, match=words):
        restore(path, copy, folder)
    assert ids(path) == [speech.id]
    assert not folder.exists()


def test_a_copy_of_the_first_version_is_restored_and_brought_up_to_date(path, folder, tmp_path):
    copy = tmp_path / "old.db"
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        for statement in schema.FIRST:
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")
    assert lost(path, copy).sources == ("remarks.md",)
    restore(path, copy, folder)
    assert ids(path) == []
