"""The form of a source record: every field with its widget, its origin, and what is missing."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableWidgetItem

from briefer.core.record import LABELS, Date, Field, Name
from briefer.ui.record_editors import COLUMNS, ChoiceEditor, LineEditor, NamesEditor, TextEditor
from briefer.ui.record_panel import RecordPanel
from briefer.ui.record_row import NEEDED
from tests.samples import make_source

TEXT = "Remarks\n\nIzumi Nakamitsu, High Representative\n\n21 May 2026, New York\n"
NAMES = (Name(given="Izumi", family="Nakamitsu", role="High Representative"),)
IMPORTED = {
    "title": Field("Remarks", "source", 0, 7),
    "type": Field("speech", "inferred", 0, 7),
    "author": Field(NAMES, "source", 9, 45),
    "genre": Field("Speech", "user", carried_from="earlier"),
}
SOURCE = replace(make_source(TEXT), record=IMPORTED)
DAY = Date(((2026, 5, 21),))


@pytest.fixture
def panel(dressed, qtbot):
    panel = RecordPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 700)
    panel.show()
    with qtbot.waitSignal(panel.form.shown):
        panel.show_record(SOURCE, IMPORTED)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def origin(panel, name):
    return panel.form.row(name)._origin.words()


def write(qtbot, panel, name, words):
    editor = panel.form.row(name).editor
    if isinstance(editor, LineEditor):
        editor.clear()
        qtbot.keyClicks(editor, words)
        if not words:
            editor.textEdited.emit("")
    else:
        editor.setPlainText(words)


def at(words):
    start = SOURCE.text.index(words)
    return start, start + len(words)


def test_every_field_has_the_widget_of_its_sort_and_says_where_it_comes_from(panel):
    kinds = {name: type(panel.form.row(name).editor) for name in LABELS}
    assert kinds["author"] is kinds["speaker"] is NamesEditor
    assert kinds["type"] is kinds["delivery_status"] is ChoiceEditor
    assert kinds["title"] is kinds["caveat"] is TextEditor
    assert kinds["issued"] is kinds["URL"] is LineEditor
    assert origin(panel, "title") == "stated in the text, para. 1"
    assert origin(panel, "type") == "inferred, to be confirmed, para. 1"
    assert origin(panel, "genre") == "carried over from an earlier version, to be confirmed"
    assert origin(panel, "issued") == f"not stated in the text seen, {NEEDED}"
    assert panel.form.row("type").editor.currentText() == "Speech or statement"
    assert panel.form.row("title").editor.accessibleDescription() == origin(panel, "title")
    assert panel.whole.text().startswith("2 of 6 that a citation of a speech or statement needs; ")
    assert not panel.is_changed()


def test_what_is_written_is_the_users_own_and_read_at_once(qtbot, panel):
    write(qtbot, panel, "issued", "soon")
    assert "no date" in origin(panel, "issued")
    write(qtbot, panel, "issued", "21 May 2026")
    assert origin(panel, "issued") == "added by you"
    write(qtbot, panel, "title", "")
    assert panel.form.changes() == {"issued": Field(DAY, "user"), "title": None}
    write(qtbot, panel, "title", "Remarks")
    assert panel.form.changes() == {"issued": Field(DAY, "user")}
    assert "3 of 6" in panel.whole.text()


def test_the_kind_of_document_decides_what_is_needed(panel):
    choice = panel.form.row("type").editor
    choice.setCurrentIndex(choice.findData("webpage"))
    choice.activated.emit(choice.currentIndex())
    assert "1 of 5 that a citation of a web page needs" in panel.whole.text()
    assert NEEDED in origin(panel, "accessed")
    assert panel.form.changes() == {"type": Field("webpage", "user")}
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert panel.form.changes() == {"type": None}


def test_words_of_the_text_fill_the_field_the_cursor_is_in(qtbot, panel):
    with qtbot.waitSignal(panel.place_entered) as marked:
        panel.form.enter("issued")
    assert marked.args == [-1, -1]
    with qtbot.waitSignal(panel.words_wanted):
        panel.take_words.click()
    panel.take(*at("21 May 2026"))
    assert panel.form.changes() == {"issued": Field(DAY, "source", *at("21 May 2026"))}
    assert origin(panel, "issued") == "stated in the text, para. 3"
    assert panel.form.row("issued").editor.text() == "21 May 2026"
    panel.take(*at("New York"))
    assert "no date" in origin(panel, "issued")
    assert panel.form.changes() == {"issued": Field(DAY, "source", *at("21 May 2026"))}


def test_entering_a_field_shows_where_the_text_says_it(qtbot, panel):
    with qtbot.waitSignal(panel.place_entered) as marked:
        panel.form.enter("author")
    assert marked.args == [9, 45]


def test_what_is_inferred_is_confirmed_one_by_one_or_all_at_once(panel):
    assert panel.confirm_all.text() == "Confirm &all (2)"
    panel.form.enter("type")
    panel.confirm.click()
    assert panel.form.changes() == {"type": Field("speech", "user", 0, 7)}
    assert not panel.confirm.isEnabled()
    panel.confirm_all.click()
    assert panel.form.changes()["genre"] == Field("Speech", "user")
    assert not panel.confirm_all.isEnabled()


def test_a_field_goes_back_to_what_was_imported(qtbot, panel):
    panel.form.enter("title")
    assert not panel.revert.isEnabled()
    write(qtbot, panel, "title", "Other")
    panel.revert.click()
    assert panel.form.changes() == {}
    assert panel.form.row("title").editor.toPlainText() == "Remarks"


def test_names_stand_in_a_table_and_are_still_the_texts_when_divided_otherwise(panel):
    table = panel.form.row("author").editor
    assert [table.item(0, column).text() for column in range(3)] == [
        "Izumi", "Nakamitsu", "High Representative",
    ]  # fmt: skip
    table.item(0, 2).setText("")
    table.item(0, 0).setText("")
    assert panel.form.changes() == {"author": Field((Name("Nakamitsu"),), "source", 9, 45)}
    _set(table, 1, 1, "Norway")
    _set(table, 1, 3, "Friends")
    names = (Name("Nakamitsu"), Name("Norway", group="Friends"))
    assert panel.form.changes() == {"author": Field(names, "user")}
    assert table.rowCount() == 3
    _set(table, 2, 2, "Chair")
    assert "no name beside “Chair”" in origin(panel, "author")


def _set(table, row, column, words):
    table.setItem(row, column, QTableWidgetItem(words))


def test_a_name_is_taken_out_by_a_key_and_written_in_by_another(qtbot, panel):
    table = panel.form.row("author").editor
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.state() == table.State.EditingState
    table.closePersistentEditor(table.item(0, 0))
    table.setCurrentCell(0, 1)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert panel.form.changes() == {"author": None}
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert table.rowCount() == 1
    assert [table.horizontalHeaderItem(n).text() for n in range(4)] == list(COLUMNS)


def test_nothing_is_chosen_by_scrolling_and_a_value_outside_the_list_is_kept(panel):
    choice = panel.form.row("delivery_status").editor
    source = replace(SOURCE, record={"delivery_status": Field("read by the chair", "source")})
    panel.show_record(source, {})
    assert choice.value() == "read by the chair"
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "read by the chair"
    panel.show_record(SOURCE, IMPORTED)
    assert choice.value() is None
    assert choice.findData("read by the chair") < 0


def test_what_cannot_be_kept_is_named_and_nothing_is_saved(qtbot, panel):
    write(qtbot, panel, "URL", "un.org")
    with qtbot.waitSignal(panel.hint) as said, qtbot.assertNotEmitted(panel.saved):
        panel.save.click()
    assert "Web address" in said.args[0]
    assert panel.is_changed()
    write(qtbot, panel, "URL", "https://un.org")
    with qtbot.waitSignal(panel.saved) as saved:
        panel.save.click()
    assert saved.args == [SOURCE.id, {"URL": Field("https://un.org", "user")}]


def test_the_keyboard_goes_through_the_form_in_order_and_leaves_it(qtbot, panel):
    panel.focus_first()
    assert QApplication.focusWidget() is panel.form.row("issued").editor
    visited = []
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    editors = [panel.form.row(name).editor for name in list(LABELS)[5:]]
    assert visited[: len(editors)] == editors
    assert {panel.take_words, panel.confirm_all, panel.cancel, panel.save} <= set(visited)
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
