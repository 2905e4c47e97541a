"""The dialog that edits a quotation, worked by keys, buttons and the mouse."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolButton, QWidget

from briefer.core.model import pick
from briefer.core.operations import Gloss, Insert, Omit, Reason, Redact
from briefer.core.template import new_briefing
from briefer.ui import theme
from briefer.ui.pick_editor import OUTSIDE, PickEditor, ask_edit
from tests.ui.briefings import TEMPLATE

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
STATEMENT = "joint-statement-22msp.txt"
FIRST = "First, there can be no trade-off between security and respect for international"
SECOND = "The protection of civilians is not a secondary consideration -"
THIRD = "it is a core obligation, especially in times of conflict."
SUSPENSION = "the Convention does not permit the suspension of application of its provisions"
BRIEFING = new_briefing(TEMPLATE)


@pytest.fixture
def edited(dressed, qtbot, seeds):
    """Opens the editor on words of a source, from where they begin to where others end."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(file, first, last="", operations=()):
        source = seeds[file]
        start = source.text.index(first)
        end = source.text.index(last, start) + len(last) if last else start + len(first)
        made = replace(pick(source, start, end, "quote"), operations=operations)
        dialog = PickEditor(parent, made, source, BRIEFING, "[S1]")
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def select(dialog, words, length=None):
    source = dialog._session.source
    start = source.text.index(words, dialog.made().start)
    dialog.text.reveal(start, start + (len(words) if length is None else length))
    dialog._judge()


def reason_lines(dialog):
    return dialog.findings.lines()


def test_the_good_repair_of_a_cut_is_made_with_keys_alone(qtbot, edited):
    dialog = edited(REMARKS, FIRST, THIRD)
    select(dialog, SECOND)
    qtbot.keyClick(dialog.text, Qt.Key.Key_O)
    select(dialog, "it is a core", 2)
    qtbot.keyClick(dialog.text, Qt.Key.Key_G)
    line = dialog.focusWidget()
    qtbot.keyClicks(line, "the protection of civilians")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [type(one) for one in dialog.made().operations] == [Omit, Gloss]
    assert not dialog.ok.isEnabled()
    assert dialog._why.text() == "Say why what was found may stand."
    [line] = reason_lines(dialog)
    qtbot.keyClicks(line, "The words left out say the same.")
    assert dialog.ok.isEnabled()
    assert dialog.printed.toPlainText() == (
        "“First, there can be no trade-off between security and respect for international "
        "humanitarian law. [...] [the protection of civilians] is a core obligation, especially "
        "in times of conflict.” [S1]"
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == PickEditor.DialogCode.Accepted
    assert [(one.rule, one.text) for one in dialog.made().reasons] == [
        ("VG-4", "The words left out say the same.")
    ]


def test_a_denial_cut_out_stops_until_it_is_taken_back(qtbot, edited):
    dialog = edited(STATEMENT, SUSPENSION)
    select(dialog, "not ")
    dialog.buttons["omit"].click()
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.done_list.setCurrentRow(0)
    qtbot.keyClick(dialog.done_list, Qt.Key.Key_Delete)
    assert dialog.made().operations == ()
    assert dialog.ok.isEnabled()
    dialog._undo.click()
    assert not dialog.ok.isEnabled()
    dialog._redo.click()
    assert dialog.ok.isEnabled()


def test_the_cross_beside_a_line_takes_it_back(edited):
    dialog = edited(STATEMENT, SUSPENSION)
    select(dialog, "not ")
    dialog.buttons["omit"].click()
    dialog.done_list.findChild(QToolButton).click()
    assert dialog.done_list.count() == 0


def test_moves_that_the_rules_refuse_are_off_and_say_why(edited):
    dialog = edited(STATEMENT, SUSPENSION)
    select(dialog, "does")
    assert dialog.buttons["omit"].isEnabled()
    assert not dialog.buttons["case"].isEnabled()
    assert "not the first letter" in dialog.buttons["case"].toolTip()
    assert not dialog.buttons["marks"].isEnabled()
    select(dialog, "does", 0)
    assert "select the words first" in dialog.buttons["omit"].toolTip()


def test_words_about_the_quotation_cannot_be_worked_on(qtbot, edited):
    dialog = edited(REMARKS, SECOND)
    cursor = dialog.text.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    dialog._judge()
    assert not any(button.isEnabled() for button in dialog.buttons.values())
    qtbot.keyClick(dialog.text, Qt.Key.Key_O)
    assert dialog._why.text() == OUTSIDE
    assert dialog.made().operations == ()


def test_a_selection_that_leaves_the_quotation_is_kept_within_it(edited):
    dialog = edited(REMARKS, SECOND)
    dialog.text.selectAll()
    spot = dialog.text.spot()
    assert (spot.start, spot.end) == (dialog.made().start, dialog.made().end)


def test_words_put_in_are_judged_while_they_are_typed(qtbot, edited):
    dialog = edited(STATEMENT, SUSPENSION)
    select(dialog, "suspension", 0)
    qtbot.keyClick(dialog.text, Qt.Key.Key_I)
    line = dialog.focusWidget()
    qtbot.keyClicks(line, "40")
    assert "figures" in dialog.strip.why.text()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.made().operations == ()
    line.clear()
    qtbot.keyClicks(line, "any")
    assert dialog.strip.why.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.strip.isVisible()
    assert dialog.made().operations == ()


def test_a_misprint_is_put_right_with_the_role_that_approved_it(qtbot, edited):
    dialog = edited("campaign-web-page.txt", "humanitarian, huamn rights")
    select(dialog, "huamn", 0)
    dialog.buttons["erratum"].click()
    right, approved = dialog.strip._lines
    qtbot.keyClicks(right, "human")
    assert not dialog.strip.add.isEnabled()
    qtbot.keyClicks(approved, "Head of desk")
    dialog.strip.add.click()
    [made] = dialog.made().operations
    assert (made.text, made.approved) == ("human", "Head of desk")


def test_the_original_words_are_told_under_the_pointer(qtbot, edited, seeds):
    start = seeds[STATEMENT].text.index(SUSPENSION)
    operations = (Redact(start, start + 14), Insert(start + 15, "clearly"))
    dialog = edited(STATEMENT, SUSPENSION, operations=operations)

    def told(words):
        select(dialog, words, 1)
        rect = dialog.text.cursorRect()
        place = dialog.text.viewport().mapToGlobal(QPoint(rect.left() - 3, rect.center().y()))
        return dialog.text.words_at(QHelpEvent(QEvent.Type.ToolTip, QPoint(), place))

    assert told("the Convention") == "Redacted 2 words: “the Convention”."
    assert told("permit") == ""


def test_a_line_for_a_reason_shows_its_words(qtbot, edited):
    dialog = edited(STATEMENT, SUSPENSION)
    select(dialog, "not ")
    dialog.buttons["omit"].click()
    reason_lines(dialog)[0].reached.emit()
    spot = dialog.text.spot()
    assert dialog._session.source.text[spot.start : spot.end] == "not"


def test_the_reasons_given_before_stand_in_their_lines(edited, seeds, qtbot):
    source = seeds[STATEMENT]
    start = source.text.index("not permit")
    dialog = edited(STATEMENT, SUSPENSION, operations=(Omit(start, start + 3),))
    again = replace(dialog.made(), reasons=(Reason("VG-4", start, start + 3, "Said above."),))
    other = PickEditor(dialog, again, source, BRIEFING, "")
    assert reason_lines(other)[0].text() == "Said above."
    assert other.ok.isEnabled()
    assert other.made() == again


def test_the_editor_can_be_heard_and_follows_the_scheme(edited, qapp):
    dialog = edited(STATEMENT, SUSPENSION)
    select(dialog, "not ")
    dialog.buttons["omit"].click()
    names = [one.accessibleName() for one in (dialog.text, dialog.done_list, dialog.printed)]
    assert all(names)
    interface = QAccessible.queryAccessibleInterface(reason_lines(dialog)[0])
    assert "VG-4" in interface.text(QAccessible.Text.Name)
    light = dialog.grab().toImage()
    theme.apply_theme(qapp, "dark")
    assert dialog.grab().toImage() != light
    theme.apply_theme(qapp, "light")


@pytest.mark.parametrize("accepted", [True, False])
def test_what_is_accepted_is_given_back(edited, monkeypatch, accepted):
    dialog = edited(STATEMENT, SUSPENSION)
    monkeypatch.setattr(PickEditor, "exec", lambda _: accepted)
    made = ask_edit(dialog, dialog.made(), dialog._session.source, BRIEFING, "")
    assert made == (dialog.made() if accepted else None)
