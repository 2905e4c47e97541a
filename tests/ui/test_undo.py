"""The history of a briefing's changes."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.core import edits
from briefer.core.errors import WrongRequest
from briefer.services.briefings import OpenBriefing
from briefer.ui.undo import Editor
from tests.samples import make_source
from tests.ui.briefings import filled


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    briefing, source = filled()
    editor = Editor()
    editor.load(OpenBriefing(briefing, {source.id: source}))
    return editor


def title(editor: Editor) -> str:
    assert editor.briefing is not None
    return editor.briefing.title


def test_a_change_is_told_and_undone_and_made_again(qtbot: QtBot, editor: Editor) -> None:
    with qtbot.waitSignal(editor.changed):
        editor.apply("name", edits.set_title("New"))
    assert (title(editor), editor.is_modified()) == ("New", True)
    editor.history.undo()
    assert (title(editor), editor.is_modified()) == ("A brief", False)
    editor.history.redo()
    assert title(editor) == "New"


def test_typing_in_one_field_is_undone_at_once(editor: Editor) -> None:
    for typed in ("N", "Ne", "New"):
        editor.apply("edit title", edits.set_title(typed), "title")
    assert editor.history.count() == 1
    editor.history.undo()
    assert title(editor) == "A brief"


def test_typing_in_another_field_is_a_change_of_its_own(editor: Editor) -> None:
    editor.apply("edit title", edits.set_title("N"), "title")
    editor.apply("edit header", edits.set_header("lead", "Q"), "header lead")
    editor.apply("edit title", edits.set_title("Ne"), "title")
    assert editor.history.count() == 3


def test_a_change_that_changes_nothing_leaves_no_trace(editor: Editor) -> None:
    editor.apply("name", edits.set_title("A brief"))
    assert not editor.history.canUndo()


def test_a_change_that_is_refused_leaves_the_briefing_as_it_was(editor: Editor) -> None:
    before = editor.briefing
    with pytest.raises(WrongRequest):
        editor.apply("header", edits.set_header("no such field", "x"))
    assert (editor.briefing, editor.history.count()) == (before, 0)


def test_saving_makes_it_clean_unless_it_was_changed_meanwhile(editor: Editor) -> None:
    editor.apply("name", edits.set_title("One"))
    saved = editor.briefing
    assert saved is not None
    editor.apply("name", edits.set_title("Two"))
    editor.saved(Path("a.briefing"), saved)
    assert (editor.is_modified(), editor.path) == (True, Path("a.briefing"))
    assert editor.briefing is not None
    editor.saved(Path("a.briefing"), editor.briefing)
    assert not editor.is_modified()


def test_typing_after_a_save_does_not_melt_into_what_was_saved(editor: Editor) -> None:
    editor.apply("edit title", edits.set_title("N"), "title")
    assert editor.briefing is not None
    editor.saved(Path("a.briefing"), editor.briefing)
    editor.apply("edit title", edits.set_title("Ne"), "title")
    assert editor.is_modified()
    editor.history.undo()
    assert (title(editor), editor.is_modified()) == ("N", False)


def test_a_restored_briefing_is_unsaved(editor: Editor) -> None:
    assert editor.opened is not None
    editor.load(editor.opened, unsaved=True)
    assert editor.is_modified()
    assert not editor.history.canUndo()


def test_a_source_kept_at_hand_is_no_change(editor: Editor) -> None:
    other = make_source("Another text.", "other.md")
    editor.keep_source(other)
    assert editor.sources[other.id] == other
    assert not editor.is_modified()


def test_without_a_briefing_nothing_can_be_changed(qtbot: QtBot) -> None:
    editor = Editor()
    editor.apply("name", edits.set_title("x"))
    editor.keep_source(make_source())
    assert (editor.briefing, dict(editor.sources), editor.path) == (None, {}, None)
    assert not editor.is_modified()


def test_many_changes_leave_the_interpreter_whole(editor: Editor) -> None:
    for number in range(2_000):
        editor.apply("name", edits.set_title(str(number)))
    while editor.history.canUndo():
        editor.history.undo()
    assert title(editor) == "A brief"
