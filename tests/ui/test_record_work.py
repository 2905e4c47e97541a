"""Records in the window: the form beside the reader, kept, undone, and shown wherever they are."""

import json

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from briefer.core.record import Date, Field, text_of
from briefer.services import records
from briefer.services.briefings import open_briefing
from briefer.ui import dialogs
from briefer.ui.record_work import CHOOSE, OTHER, SELECT
from tests.services.reference_files import ZOTERO_CSL
from tests.ui.working import do, read, said, select, settled

STATEMENT = "joint-statement-22msp.txt"
REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."
URL = "https://disarmament.unoda.org/remarks"


@pytest.fixture
def form(qtbot, window, seeds):
    """The form on the record of the statement."""
    return opened(qtbot, window, seeds[STATEMENT])


def opened(qtbot, window, source):
    window.desk.library.record_wanted.emit(source.id)
    settled(qtbot, window)
    qtbot.waitUntil(window.desk.record.form.is_whole)
    return window.desk.record


def write(form, name, words):
    editor = form.form.row(name).editor
    editor.setText(words)
    editor.textEdited.emit(words)


def keep(qtbot, window):
    window.desk.record.save.click()
    settled(qtbot, window)


def record(window, source):
    with window.desk.opened_library() as library:
        return library.get([source.id])[source.id].record


@pytest.fixture
def brief(qtbot, window, seeds):
    """A brief with one fact of the statement."""
    window.desk.briefing.start.template_chosen.emit("bilateral")
    read(qtbot, window, seeds[STATEMENT])
    select(window, MINES)
    window.desk.reader.want("fact")
    settled(qtbot, window)
    return window


def test_the_form_stands_beside_the_reader_and_goes_again(qtbot, window, seeds):
    do(window, "describe")
    assert said(window) == CHOOSE
    read(qtbot, window, seeds[STATEMENT])
    window.desk.reader._head._edit.click()
    settled(qtbot, window)
    form = window.desk.record
    assert form.isVisible()
    assert window.desk.briefing.isHidden()
    assert window.desk.reader.source().id == form.source().id
    do(window, "describe")
    assert form.isHidden()
    assert window.desk.briefing.isVisible()
    do(window, "describe")
    settled(qtbot, window)
    assert form.isVisible()


def test_what_is_kept_is_shown_in_the_reader_and_the_library(qtbot, window, seeds, form):
    write(form, "issued", "December 2025")
    keep(qtbot, window)
    issued = Field(Date(((2025, 12),)), "user")
    assert record(window, seeds[STATEMENT])["issued"] == issued
    assert window.desk.reader.source().record["issued"] == issued
    assert "December 2025" in window.desk.reader._head._summary.text()
    assert form.isHidden()
    assert "is kept" in said(window)
    settled(qtbot, window)
    rows = window.desk.library._view._model.rows()
    assert "issued" in next(one for one in rows if one.file == STATEMENT).record


def test_what_was_kept_is_undone_and_done_again(qtbot, window, seeds, form):
    write(form, "issued", "December 2025")
    keep(qtbot, window)
    assert window.actions_by_name["undo"].text() == "&Undo describe date"
    do(window, "undo")
    settled(qtbot, window)
    assert "issued" not in record(window, seeds[STATEMENT])
    assert "date not stated" in window.desk.reader._head._summary.text()
    do(window, "redo")
    settled(qtbot, window)
    assert "issued" in record(window, seeds[STATEMENT])


def test_nothing_is_kept_that_was_not_changed(qtbot, window, seeds, form):
    keep(qtbot, window)
    assert form.isHidden()
    assert not window.desk.editor.history.canUndo()


def test_words_selected_in_the_text_fill_the_field(qtbot, window, seeds, form):
    words = "Twenty-Second Meeting of States Parties"
    form.form.enter("event-title")
    form.take_words.click()
    assert said(window) == SELECT
    select(window, words)
    form.take_words.click()
    field = form.form.changes()["event-title"]
    assert (field.value, field.origin) == (words, "source")
    assert window.desk.reader._text.extraSelections()[0].cursor.selectedText() == words
    read(qtbot, window, seeds[REMARKS])
    form.take_words.click()
    assert said(window) == OTHER


def test_a_field_marks_its_words_and_leaves_what_is_selected(qtbot, window, seeds, form):
    select(window, MINES)
    chosen = window.desk.reader.selection()
    form.form.enter("title")
    marked = window.desk.reader._text.extraSelections()
    assert marked[0].cursor.selectedText().startswith("Championing Humanitarian Disarmament")
    assert window.desk.reader.selection() == chosen
    form.form.enter("URL")
    marked = window.desk.reader._text.extraSelections()  # those of the suggestion selected
    assert not any(one.cursor.selectedText().startswith("Championing") for one in marked)


def test_an_open_briefing_shows_the_new_citation_at_once_and_saves_it(
    qtbot, brief, seeds, monkeypatch, tmp_path
):
    path = tmp_path / "a.briefing"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    do(brief, "save")
    settled(qtbot, brief)
    form = opened(qtbot, brief, seeds[STATEMENT])
    write(form, "issued", "2 December 2025")
    keep(qtbot, brief)
    source = brief.desk.editor.sources[seeds[STATEMENT].id]
    assert text_of(source.record, "issued") == "2 December 2025"
    assert brief.standing.report().verdict == "verified"
    assert brief.desk.editor.is_modified()
    do(brief, "save")
    settled(qtbot, brief)
    saved = open_briefing(path).sources[seeds[STATEMENT].id]
    assert text_of(saved.record, "issued") == "2 December 2025"


def test_a_briefing_that_is_opened_later_shows_what_was_said_meanwhile(
    qtbot, brief, seeds, monkeypatch, tmp_path
):
    path = tmp_path / "a.briefing"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    do(brief, "save")
    settled(qtbot, brief)
    with brief.desk.opened_library() as library:
        records.describe(library, seeds[STATEMENT].id, {"issued": "2025"})
    brief.files.open_file(path)
    settled(qtbot, brief)
    source = brief.desk.editor.sources[seeds[STATEMENT].id]
    assert text_of(source.record, "issued") == "2025"
    assert brief.standing.report().verdict == "verified"
    assert not brief.desk.editor.is_modified()


def test_a_briefing_that_does_not_cite_the_source_stays_saved(qtbot, brief, seeds, monkeypatch):
    brief.desk.editor.load(brief.desk.editor.opened)
    form = opened(qtbot, brief, seeds[REMARKS])
    write(form, "URL", URL)
    keep(qtbot, brief)
    assert not brief.desk.editor.is_modified()


def test_what_is_written_is_not_lost_without_a_question(qtbot, window, seeds, form, monkeypatch):
    write(form, "issued", "December 2025")
    answers = [False, False, True]
    monkeypatch.setattr(dialogs, "ask_yes", lambda *_: answers.pop(0))
    form.cancel.click()
    assert form.isVisible()
    opened(qtbot, window, seeds[REMARKS])
    assert form.source().id == seeds[STATEMENT].id
    opened(qtbot, window, seeds[REMARKS])
    assert form.source().id == seeds[REMARKS].id
    assert not form.is_changed()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isHidden()


def test_the_pane_keys_reach_the_form(qtbot, window, seeds, form):
    window.activateWindow()
    window.desk.reader.setFocus()
    do(window, "next_pane")
    assert form.isAncestorOf(QApplication.focusWidget())


def test_references_are_exported_and_imported(qtbot, window, seeds, monkeypatch, tmp_path):
    path = tmp_path / "all.json"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    do(window, "export_references")
    settled(qtbot, window)
    assert len(json.loads(path.read_bytes())) == 5
    window.desk.library.references_wanted.emit([seeds[REMARKS].id])
    settled(qtbot, window)
    assert [one["id"] for one in json.loads(path.read_bytes())] == [seeds[REMARKS].id]
    assert said(window) == "all.json holds 1 reference."
    read(qtbot, window, seeds[REMARKS])
    path.write_text(ZOTERO_CSL, "utf-8")
    told = []
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: path)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    do(window, "import_references")
    settled(qtbot, window)
    assert told == ["1 of 2 references are sources of this library."]
    assert window.desk.reader.source().record["URL"] == Field(URL, "inferred")
    assert window.actions_by_name["undo"].text() == "&Undo import references"
    do(window, "undo")
    settled(qtbot, window)
    assert "URL" not in window.desk.reader.source().record
    do(window, "redo")
    settled(qtbot, window)
    assert record(window, seeds[REMARKS])["URL"] == Field(URL, "inferred")


def test_another_text_of_the_source_is_not_marked_or_taken_from(qtbot, window, seeds, form):
    other = replace(seeds[STATEMENT], text=f" {seeds[STATEMENT].text}")
    window.desk.reader.show_source(other)
    form.form.enter("title")
    assert window.desk.reader._text.extraSelections() == []
    form.take_words.click()
    assert said(window) == OTHER
    form.form.enter("issued")
    write(form, "issued", "2025")
    keep(qtbot, window)
    assert window.desk.reader.source() is other


@pytest.mark.parametrize("name", ["export_references", "import_references"])
def test_without_a_file_nothing_happens(window, monkeypatch, name):
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: None)
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: None)
    do(window, name)
    assert window.desk.jobs.running() == []
