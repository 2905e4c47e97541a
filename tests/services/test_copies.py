"""When a copy of the library is due, and which one is meant."""

import os
import time
from contextlib import closing

import pytest

from briefer import paths
from briefer.core.errors import LibraryError
from briefer.services import copies
from briefer.services.library import open_library
from briefer.settings import Settings
from briefer.store.backups import NAME

DAILY = Settings()


@pytest.fixture
def path(library):
    return paths.library()


def days_ago(path, days):
    """Makes the latest copy that much older."""
    [copy, *_] = copies.list_copies(path, DAILY)
    then = time.gmtime(time.time() - days * 86_400)
    copy.path.rename(copy.path.with_name(time.strftime(NAME, then)))


def test_a_copy_is_due_once_a_day_when_the_library_was_changed(path, library):
    assert copies.copy_if_due(path, DAILY) is not None
    assert copies.copy_if_due(path, DAILY) is None
    days_ago(path, 2)
    assert copies.copy_if_due(path, DAILY) is not None
    days_ago(path, 2)
    then = time.time() - 3 * 86_400
    for ending in ("", "-wal"):
        os.utime(f"{path}{ending}", (then, then))
    assert copies.copy_if_due(path, DAILY) is None


def test_no_copy_is_made_by_itself_when_that_is_wished_or_there_is_no_library(path, tmp_path):
    assert copies.copy_if_due(path, Settings(copy_every=0)) is None
    assert copies.copy_if_due(tmp_path / "none.db", DAILY) is None


def test_copies_lie_where_the_user_wants_apart_for_each_library(path, tmp_path):
    chosen = Settings(copies=str(tmp_path / "disk"))
    made = copies.copy_now(path, chosen)
    assert made.parent.parent == tmp_path / "disk"
    assert copies.folder_of(tmp_path / "library.db", chosen) != made.parent
    assert [one.path for one in copies.list_copies(path, chosen)] == [made]
    assert copies.list_copies(path, DAILY) == []


def test_a_copy_is_found_by_its_name_or_as_a_file(path, tmp_path):
    made = copies.copy_now(path, DAILY)
    file = copies.copy_to(path, tmp_path / "mine.db")
    assert copies.find_copy(path, DAILY, made.name) == made
    assert copies.find_copy(path, DAILY, str(file)) == file
    with pytest.raises(LibraryError, match="no copy"):
        copies.find_copy(path, DAILY, "nothing")
    with pytest.raises(LibraryError, match="the library itself"):
        copies.copy_to(path, path)


def test_a_copy_is_restored_after_what_would_be_lost_is_told(path, library):
    made = copies.copy_now(path, DAILY)
    library.shelves.tag([library.sources()[0].id], "Geneva")
    assert copies.would_be_lost(path, made).sources == ()
    library.close()
    kept = copies.restore_copy(path, made, DAILY)
    with closing(open_library(path).library) as again:
        assert again.shelves.tags() == {}
    with closing(open_library(kept).library) as before:
        assert before.shelves.tags() == {"Geneva": 1}
    path.write_bytes(b"x" * 200)
    assert copies.would_be_lost(path, made) is None
