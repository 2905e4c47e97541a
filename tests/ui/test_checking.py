"""The check as a list: what it says, what is chosen in it, reasons typed into it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from briefer.core.differences import differences
from briefer.core.edits import add_item
from briefer.core.model import Prose
from briefer.core.operations import Insert, Omit
from briefer.core.template import new_briefing
from briefer.services.briefings import OpenBriefing
from briefer.services.quoting import check_briefing
from briefer.ui import pick_editor
from briefer.ui.check_rows import rows_of, verdict_words
from briefer.ui.check_view import CheckView
from briefer.ui.difference_words import difference_html, difference_text
from tests.samples import make_source
from tests.ui.briefings import TEMPLATE, make_pick
from tests.ui.working import do

SOURCE = make_source("All must not stop now.\n\nOver 55 million mines have been destroyed.")
REQUIRED = "Why it may stand (required)"
OWN = Prose("own1", "They said “we shall never surrender ground” twice.")


def briefing_of(*items):
    briefing = new_briefing(TEMPLATE, "A brief")
    for item in items:
        briefing = add_item("own" if isinstance(item, Prose) else "points", item)(briefing)
    return briefing


EXACT = make_pick(SOURCE, "Over 55 million mines have been destroyed.")
STOPPED = make_pick(SOURCE, "All must not stop now.", "quote")
STOPPED = replace(STOPPED, operations=(Omit(9, 12),))
REFUSED = replace(EXACT, id="refused", operations=(Insert(EXACT.start + 16, "40"),))


def checked(*items, sources=None):
    briefing = briefing_of(*items)
    report = check_briefing(briefing, {SOURCE.id: SOURCE} if sources is None else sources)
    return rows_of(briefing, report), report


def test_each_item_is_a_row_and_what_stops_it_is_said():
    rows, report = checked(EXACT, STOPPED, REFUSED, OWN)
    assert [(row.badge.text, row.stops(), row.editable) for row in rows] == [
        ("exact", False, True), ("needs a reason", True, True), ("not allowed", True, True),
        ("needs a reason", True, False),
    ]  # fmt: skip
    assert verdict_words(report) == "3 items keep the briefing from going out."
    assert rows[1].spoken() == ("Quote. needs a reason. All must [...] stop now. Points to make")
    assert rows[3].kind == "Own text"


def test_own_text_in_which_nothing_was_found_is_no_row():
    assert len(checked(EXACT, Prose("own1", "An agreed date."))[0]) == 1


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((), "There are no picks to check yet."),
        ((EXACT,), "The one pick is, character for character, what the sources say, or edited as"),
        ((EXACT, replace(EXACT, id="b")), "All 2 picks are, character for character, what the"),
        ((EXACT, STOPPED), "1 item keeps the briefing from going out."),
        ((EXACT, OWN), "1 item keeps the briefing from going out."),
    ],
)
def test_the_verdict_is_one_sentence(items, said):
    assert verdict_words(checked(*items)[1]).startswith(said)


def test_words_that_changed_are_shown_word_by_word():
    other = replace(SOURCE, text=SOURCE.text.replace("55", "40"))
    [row] = checked(EXACT, sources={SOURCE.id: other})[0]
    assert row.finding
    assert not row.editable
    shown = difference_html(row.differences, QPalette())
    assert ">55</s>" in shown
    assert ">40</b>" in shown
    assert "(a figure)" in shown
    assert difference_text(row.differences) == "Figure: “55” is now “40”."
    assert "<s" not in difference_html(differences("a b", "a <b> b"), QPalette())


@pytest.fixture
def view(dressed, qtbot):
    made = CheckView()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_row_that_stops_is_chosen_and_stays_so(qtbot, view):
    rows, _ = checked(EXACT, STOPPED, OWN)
    view.show_rows(rows)
    assert view.row().id == STOPPED.id
    view.table.setCurrentItem(view.table.topLevelItem(2))
    with qtbot.assertNotEmitted(view.chosen):
        view.show_rows(rows)
    assert view.row().id == "own1"
    view.show_rows([])
    assert view.row() is None


def test_a_reason_is_told_when_its_line_is_left_and_once(qtbot, view):
    view.show_rows(checked(STOPPED)[0])
    [line] = view.findings.lines()
    qtbot.keyClicks(line, "Said before.")
    with qtbot.waitSignal(view.reason_settled) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (told.args[0], told.args[1].rule, told.args[2]) == (STOPPED.id, "VG-4", "Said before.")
    with qtbot.assertNotEmitted(view.reason_settled):
        line.editingFinished.emit()


@pytest.fixture
def checking(window):
    """The window on a briefing with an item that stops it, its check shown."""
    opened = OpenBriefing(briefing_of(EXACT, STOPPED, OWN), {SOURCE.id: SOURCE})
    window.desk.editor.load(opened)
    do(window, "check")
    return window


def dialog_of(window):
    return window.checking._shown


def test_a_row_chosen_is_selected_in_the_outline_and_shown(checking):
    dialog = dialog_of(checking)
    table = dialog.view.table
    table.setCurrentItem(table.topLevelItem(0))
    assert [item.id for item in checking.desk.briefing.chosen_items()] == [EXACT.id]


def test_a_reason_typed_in_the_list_is_one_change_and_lifts_the_stop(qtbot, checking):
    dialog = dialog_of(checking)
    for number in (1, 2):
        dialog.view.table.setCurrentItem(dialog.view.table.topLevelItem(number))
        line = next(
            one for one in dialog.view.findings.lines() if one.placeholderText() == REQUIRED
        )
        qtbot.keyClicks(line, "Said before.")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not any(row.stops() for row in dialog.view._rows)
    picks = checking.desk.editor.briefing.picks()
    assert [one.text for one in picks[1].reasons] == ["Said before."]
    assert "All 2 picks are" in dialog._verdict.text()
    do(checking, "undo")
    assert "1 item keeps" in dialog._verdict.text()


def test_the_list_opens_the_editor_and_follows_the_briefing(checking, monkeypatch):
    dialog = dialog_of(checking)
    monkeypatch.setattr(pick_editor, "ask_edit", lambda _, pick, *__: replace(pick, operations=()))
    dialog.edit.click()
    assert dialog.view._rows[1].badge.text == "exact"
    assert not checking.desk.editor.briefing.picks()[1].operations
    checking.desk.editor.load(None)
    assert not dialog.isVisible()


def test_remarks_stand_beneath_and_own_findings_are_not_said_twice(checking):
    text = dialog_of(checking)._remarks.text()
    assert "Required, still empty: Counterpart." in text
    assert "VG-20" not in text
