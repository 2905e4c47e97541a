"""What appears in a watched folder is imported once, when it is whole."""

import os

import pytest

from briefer import paths
from briefer.core.errors import Cancelled
from briefer.services.watching import Watch, said


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "Inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def watch():
    return Watch(paths.library())


def put(file, text, age=60):
    """A file that was written so many seconds ago."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    then = file.stat().st_mtime - age
    os.utime(file, (then, then))
    return file


def names(arrived):
    return [os.path.basename(one.path) for each in arrived for one in each.outcomes]


def test_what_appears_is_imported_once_and_what_is_no_document_is_not(library, inbox, watch):
    hidden = (".hidden.txt", "~$lock.docx", "half.part", "half.txt.crdownload", "Thumbs.db")
    for name in ("b.txt", "a.txt", *hidden, "deep/c.txt", ".git/d.txt"):
        put(inbox / name, f"Words of {name}.")
    arrived = watch.look(library, [inbox])
    assert names(arrived) == ["a.txt", "b.txt", "c.txt"]
    assert said(arrived) == "3 documents imported from Inbox."
    assert len(library.sources()) == 8
    again = Watch(paths.library())
    assert (names(again.look(library, [inbox])), said([])) == ([], "")


def test_a_source_in_the_trash_stays_there(library, inbox, watch):
    put(inbox / "a.txt", "Words.")
    [outcome] = watch.look(library, [inbox])[0].outcomes
    library.trash([outcome.source])
    watch.look(library, [inbox])
    assert [line.id for line in library.sources(trashed=True)] == [outcome.source]


def test_a_file_that_still_grows_waits(library, inbox, watch):
    file = put(inbox / "a.txt", "Word", age=0)
    assert [(one.waiting, one.outcomes) for one in watch.look(library, [inbox])] == [(1, ())]
    put(file, "Words.")
    assert names(watch.look(library, [inbox])) == ["a.txt"]


def test_a_changed_file_is_a_new_source(library, inbox, watch):
    put(inbox / "a.txt", "Words.")
    watch.look(library, [inbox])
    put(inbox / "a.txt", "Other words.", age=30)
    assert names(watch.look(library, [inbox])) == ["a.txt"]
    assert len(library.sources()) == 7


def test_a_failure_is_kept_and_not_tried_again_until_the_file_changes(library, inbox, watch):
    bad = inbox / "bad.pdf"
    put(bad, "%PDF-1.7 no more than this")
    put(inbox / "good.txt", "Words.")
    arrived = watch.look(library, [inbox])
    assert said(arrived) == "1 document imported from Inbox, 1 in Inbox could not be read."
    assert list(watch.failures(inbox)) == [str(bad)]
    assert names(watch.look(library, [inbox])) == []
    bad.unlink()
    assert watch.failures(inbox) == {}
    put(bad, "Words that are no PDF.", age=10)
    assert names(watch.look(library, [inbox])) == ["bad.pdf"]
    assert watch.failures(inbox) == {}


def test_a_folder_that_is_not_there_stops_no_other(library, inbox, watch):
    put(inbox / "a.txt", "Words.")
    missing, found = watch.look(library, [inbox / "missing", inbox])
    assert "no folder" in str(missing.error)
    assert len(found.outcomes) == 1


def test_each_library_has_its_own_memory_which_may_be_lost(library, inbox, watch, tmp_path):
    put(inbox / "a.txt", "Words.")
    watch.look(library, [inbox])
    assert names(Watch(tmp_path / "other.db").look(library, [inbox])) == ["a.txt"]
    (paths.state() / "watched.json").write_text("{")
    [one] = watch.look(library, [inbox])[0].outcomes
    assert one.known


def test_a_look_that_is_stopped_is_made_again(library, inbox, watch):
    put(inbox / "a.txt", "Words.")

    def stop(done, total, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        watch.look(library, [inbox], stop)
    assert names(watch.look(library, [inbox])) == ["a.txt"]
