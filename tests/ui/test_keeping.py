"""Copies, the check, handing over and watched folders, from the Library menu."""

import os
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from briefer import paths, settings
from briefer.core.errors import FileError, LibraryError
from briefer.services import copies
from briefer.services.handing_over import TakenOver
from briefer.services.soundness import Soundness
from briefer.store import backups
from briefer.store.backups import Copy, Lost
from briefer.store.checking import Fault
from briefer.ui import dialogs, keeping_forms, list_dialog
from briefer.ui.inbox import ADD, REMOVE
from briefer.ui.keeping import DEEP, REPAIR, RESTORE, copy_row, lost_words
from briefer.ui.keeping_forms import CopyingDialog, HandingDialog, HandingWish
from tests.ui.working import do, said, settled


@pytest.fixture
def shown(monkeypatch):
    """What lists say; `press` names the buttons that are pressed in them, one a list."""

    class Shown(list):
        press = []

    lists = Shown()

    def execute(dialog):
        lists.append(dialog.as_text())
        if lists.press:
            dialog.buttons[lists.press.pop(0)].click()
        return 0

    monkeypatch.setattr(list_dialog.ListDialog, "exec", execute)
    return lists


def sources(window, *, trashed=False):
    with window.desk.opened_library() as library:
        return [line.file for line in library.sources(trashed=trashed)]


def worked(qtbot, window):
    for _ in range(5):
        settled(qtbot, window)


def test_a_copy_is_made_and_put_back(qtbot, window, shown, monkeypatch, tmp_path):
    do(window, "restore_copy")
    settled(qtbot, window)
    assert "no copy of the library yet" in said(window)
    do(window, "back_up_now")
    settled(qtbot, window)
    assert "is copied to" in said(window)
    (tmp_path / "a.txt").write_text("Words of a file.")
    window.importing.import_files([tmp_path / "a.txt"])
    worked(qtbot, window)
    asked = []
    monkeypatch.setattr(dialogs, "ask_yes", lambda *args: asked.append(args[2]) or True)
    shown.press = [RESTORE]
    do(window, "restore_copy")
    worked(qtbot, window)
    assert "a.txt" in asked[0]
    assert "5 sources" in shown[0]
    assert "a.txt" not in sources(window)
    assert "as it was before is a copy" in said(window)
    assert len(copies.list_copies(paths.library(), settings.Settings())) == 2


def test_a_library_that_another_window_has_open_is_not_replaced(qtbot, window, shown, monkeypatch):
    monkeypatch.setattr(backups, "PATIENCE", 0.05)
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error.message))
    monkeypatch.setattr(dialogs, "ask_yes", lambda *args: True)
    do(window, "back_up_now")
    settled(qtbot, window)
    with window.desk.opened_library() as other:
        other.sources()
        shown.press = [RESTORE]
        do(window, "restore_copy")
        worked(qtbot, window)
    assert "in use by another program" in told[0]
    [copy] = copies.list_copies(paths.library(), settings.Settings())
    with pytest.raises(LibraryError, match="in use"):  # the window holds it again
        copies.restore_copy(paths.library(), copy.path, settings.Settings())


def test_a_copy_that_is_due_is_made_quietly_and_a_failure_is_told(qtbot, window, tmp_path):
    window.keeping.copy_if_due()
    settled(qtbot, window)
    assert len(copies.list_copies(paths.library(), settings.Settings())) == 1
    (tmp_path / "file").touch()
    settings.save(settings.Settings(copies=str(tmp_path / "file")), paths.settings())
    window.keeping.copy_if_due()
    settled(qtbot, window)
    assert "No copy of the library was made" in said(window)


def test_what_would_be_lost_is_said_in_full():
    assert "cannot be read" in lost_words(None)
    told = lost_words(Lost(tuple(f"{n}.txt" for n in range(20)), 3))
    assert "20 sources came in since" in told
    assert "and 8 more." in told
    assert "edited 3 times" in told
    assert "kept as a copy first" in lost_words(Lost((), 0))
    row = copy_row(Copy(paths.library(), "2026-11-24T12:00:00Z", 2_000_000, None))
    assert (row.acts, "cannot be read · 1.9 MB" in row.cells) == ((), True)


def test_a_check_lists_what_is_wrong_and_repairs_it(qtbot, window, shown):
    do(window, "check_library")
    worked(qtbot, window)
    assert shown == ["The library is whole: 5 sources."]
    with closing(sqlite3.connect(paths.library(), isolation_level=None)) as db:
        db.execute("DELETE FROM facet")
    shown.press = [REPAIR]
    do(window, "check_library")
    worked(qtbot, window)
    assert shown[1].startswith("1 thing is not as it should be.")
    assert shown[2].startswith("The library is whole again: 5 sources.")
    shown.press = [DEEP]
    do(window, "check_library")
    worked(qtbot, window)
    assert shown[-1] == "The library is whole: 5 sources."


def test_damage_that_cannot_be_mended_offers_no_repair():
    fault = Fault("original", "Its bytes are damaged.", "Restore a copy.", "id", "a.txt")
    found = Soundness("damaged", 5, (fault, Fault("index", "x", "y")), (fault,))
    assert not keeping_forms.is_repairable(found)
    assert keeping_forms.check_words(found) == "2 things are not as they should be."
    rows = keeping_forms.check_rows(found)
    assert [(row.cells[0], row.icon) for row in rows] == [
        ("a.txt", "circle-x"), ("Search index", "circle-x"), ("a.txt", "info"),
    ]  # fmt: skip


def test_a_library_is_handed_over_and_added(qtbot, window, shown, monkeypatch, tmp_path):
    file = tmp_path / "x.brieferlibrary"
    monkeypatch.setattr(keeping_forms, "ask_handing_over", lambda *_: HandingWish("", True, True))
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: file)
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: file)
    do(window, "hand_over")
    settled(qtbot, window)
    assert said(window) == "x.brieferlibrary holds 5 sources."
    do(window, "take_over")
    worked(qtbot, window)
    assert shown[0].startswith("0 of 5 sources are new here.")
    monkeypatch.setattr(keeping_forms, "ask_handing_over", lambda *_: None)
    do(window, "hand_over")


def test_what_was_taken_over_is_listed_with_what_to_look_at_first():
    taken = [
        TakenOver("1", "a.txt"), TakenOver("2", "b.txt", unproven="no original"),
        TakenOver("3", "c.txt", known=True, conflicts=("Title: another.",)),
        TakenOver("4", "", error=FileError("It is damaged.")),
    ]  # fmt: skip
    assert keeping_forms.taken_words(taken).startswith(
        "2 of 4 sources are new here, 1 marked as unproven, 1 refused."
    )
    assert [row.cells[1] for row in keeping_forms.taken_rows(taken)] == [
        "refused", "added, unproven", "here already, says otherwise", "added",
    ]  # fmt: skip


def test_the_user_says_how_often_and_where_copies_are_made(qtbot, window, monkeypatch, tmp_path):
    dialog = CopyingDialog(window, settings.Settings(copy_every=3), tmp_path / "a")
    qtbot.addWidget(dialog)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog._browse()
    assert dialog.every.currentText() == "every 3 days"
    dialog.every.setCurrentIndex(dialog.every.findData(0))
    assert dialog.wish() == (0, str(tmp_path))
    monkeypatch.setattr(keeping_forms, "ask_copying", lambda *_: dialog.wish())
    do(window, "copy_settings")
    kept = settings.load(paths.settings())
    assert (kept.copy_every, kept.copies) == (0, str(tmp_path))


def test_the_user_says_what_is_handed_over(qtbot, window):
    dialog = HandingDialog(window, 5, ["Geneva"])
    qtbot.addWidget(dialog)
    assert dialog.wish() == HandingWish("", True, True)
    dialog.which.setCurrentIndex(1)
    dialog.originals.setChecked(False)
    assert dialog.wish() == HandingWish("Geneva", False, True)


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "Inbox"
    folder.mkdir()
    return folder


def arrive(folder, name, data):
    """A file that was written some time ago."""
    (folder / name).write_bytes(data)
    os.utime(folder / name, (1e9, 1e9))


def test_what_appears_in_a_watched_folder_is_imported(qtbot, window, inbox, shown, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(inbox))
    shown.press = [ADD]
    do(window, "watched_folders")
    assert settings.load(paths.settings()).watched == (str(inbox),)
    window.inbox._soon.setInterval(20)
    arrive(inbox, "a.txt", b"Words of a file.")
    arrive(inbox, "bad.png", b"\x89PNG\r\n\x1a\n\0")
    qtbot.waitUntil(lambda: "a.txt" in sources(window), timeout=20_000)
    worked(qtbot, window)
    assert "1 document imported from Inbox" in said(window)
    do(window, "watched_folders")
    assert "bad.png" in shown[-1]
    shown.press = [REMOVE]
    do(window, "watched_folders")
    assert settings.load(paths.settings()).watched == ()
    do(window, "watched_folders")
    assert shown[-1].startswith("No folder is watched.")


def test_a_folder_that_is_away_is_told_once(qtbot, window, inbox):
    settings.save(settings.Settings(watched=(str(inbox / "away"),)), paths.settings())
    window.inbox.begin()
    window.inbox.look()
    settled(qtbot, window)
    assert "no folder" in said(window)
    window.say("")
    window.inbox.look()
    settled(qtbot, window)
    assert said(window) == ""


def test_a_list_is_copied_as_text(dressed, qtbot, window):
    dialog = list_dialog.ListDialog(window, "List", ("One", "Two"))
    qtbot.addWidget(dialog)
    dialog.show_rows("All of it.", [list_dialog.ListRow(("a", "b"), more="More.")])
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy list")
    copy.click()
    assert QApplication.clipboard().text() == "All of it.\na · b\n    More."
