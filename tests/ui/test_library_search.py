"""Searching, filtering and tagging in the window, on a real library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from briefer.services.search import Hit
from briefer.store import SourceLine
from briefer.ui import dialogs, library_search
from tests.samples import make_source

STATEMENT = "joint-statement-22msp.txt"


def settled(qtbot, window):
    qtbot.waitUntil(lambda: not window.desk.jobs.running())


def rows(window):
    return window.desk.library._view.rows()


def typed(qtbot, window, text):
    window.desk.library.search.type(text)
    settled(qtbot, window)


def menu(window, number):
    """One of the menus under the search field, filled."""
    button = window.desk.library.filters.findChildren(QToolButton)[number]
    button.menu().aboutToShow.emit()
    return button.menu()


def action(parent, *names):
    """An action of a menu by what it is called, submenus first."""
    for name in names:
        [found] = [
            one
            for one in parent.actions()
            if one.text().replace("&", "").split("\t")[0].startswith(name)
        ]
        parent = found.menu() if isinstance(found.menu(), QMenu) else found
    return parent


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("55 million", Hit, 1), ("speaker:nakam", SourceLine, 1), ("kind:fact million", Hit, 3),
        ("is:undated", SourceLine, 4), ("is:undated -type:speech", SourceLine, 3),
    ],
)  # fmt: skip
def test_what_is_typed_is_found(qtbot, window, text, kind, count):
    typed(qtbot, window, text)
    assert len(rows(window)) >= count
    assert {type(row) for row in rows(window)} == {kind}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("zebra tag:x", "No document holds all of these words, with tag:x."),
        ("tag:x", "No document fits, with tag:x."), ("kind:foo", "“kind:foo” is no filter: kind"),
        ("zebra", "No document holds all of these words."),
    ],
)  # fmt: skip
def test_nothing_found_is_said_with_the_filters(qtbot, window, text, sentence):
    typed(qtbot, window, text)
    panel = window.desk.library
    assert panel._pages.currentWidget() is panel._empty
    assert panel._empty._sentence.text().startswith(sentence)
    assert panel._count.text() == "Nothing found"
    qtbot.keyClick(panel.search.line, Qt.Key.Key_Escape)
    settled(qtbot, window)
    assert len(rows(window)) == 5


def test_words_that_no_paragraph_holds_together_are_said_to_be_some(qtbot, window):
    typed(qtbot, window, "million estonia")
    assert window.statusBar().currentMessage() == library_search.SOME
    assert rows(window)


def test_words_found_are_marked_in_the_reader(qtbot, window, seeds):
    typed(qtbot, window, "convent")
    window.library.show_source(seeds[STATEMENT].id)
    settled(qtbot, window)
    found = window.desk.reader._text.extraSelections()
    assert {one.cursor.selectedText().casefold() for one in found} == {"convention"}
    typed(qtbot, window, "")
    assert window.desk.reader._text.extraSelections() == []


def test_the_list_grows_when_its_end_is_reached(qtbot, window, monkeypatch):
    monkeypatch.setattr(library_search, "PAGE", 16)  # more than the list shows at once
    texts = [f"Number {n} is about mines." for n in range(20)]
    with window.desk.opened_library() as library:
        library.add([(make_source(text, f"{n}.txt"), b"") for n, text in enumerate(texts)])
    typed(qtbot, window, '"about mines"')
    view, panel = window.desk.library._view, window.desk.library
    assert panel._count.text() == "First 16 passages, of 20 sources"
    while view.model().canFetchMore():
        view.model().fetchMore()
        settled(qtbot, window)
    assert panel._count.text() == "20 passages in 20 sources"
    assert len({row.source for row in rows(window)}) == 20


def test_an_answer_that_comes_late_is_dropped(qtbot, window):
    for text in ("million", "mines", "speaker:nakamitsu"):
        window.desk.library.search.type(text)
    settled(qtbot, window)
    assert [type(row) for row in rows(window)] == [SourceLine]
    window.library._search._next = None
    window.library._search.show_more()
    assert window.desk.jobs.running() == []


def test_filters_are_put_into_the_text_and_taken_out(qtbot, window):
    line = window.desk.library.search.line
    line.setText("mines")
    action(menu(window, 0), "Speaker", "Izumi").trigger()
    assert line.text() == 'mines speaker:"Izumi Nakamitsu"'
    action(menu(window, 0), "Facts", "Fact").trigger()
    assert action(menu(window, 0), "Speaker", "Izumi").isChecked()
    action(menu(window, 0), "Speaker", "Izumi").trigger()
    assert line.text() == "mines kind:fact"
    action(menu(window, 0), "Date", "Without").trigger()
    assert line.text() == "mines kind:fact date:none"
    action(menu(window, 0), "Clear").trigger()
    assert line.text() == "mines"
    assert not action(menu(window, 0), "Clear").isEnabled()
    settled(qtbot, window)


def test_a_menu_lists_the_most_frequent_values_and_says_how_to_get_others(window, monkeypatch):
    monkeypatch.setattr("briefer.ui.library_filters.MOST", 3)
    listed = action(menu(window, 0), "Author").actions()
    assert [one.text().split("\t")[0] for one in listed[3:]] == ["17 more: type author:…"]
    assert not listed[3].isEnabled()


def choose(window, *numbers):
    view = window.desk.library._view
    view.clearSelection()
    for number in numbers:
        index = view.model().index(number, 0)
        view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)


def test_sources_are_tagged_and_that_is_taken_back(qtbot, window, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "New York & more")
    choose(window, 0, 2)
    action(window.desk.library.context_menu(), "Tags", "New tag").trigger()
    settled(qtbot, window)
    assert [len(row.tags) for row in rows(window)] == [1, 0, 1, 0, 0]
    assert rows(window)[2].tags == ("New York & more",)
    choose(window, 0, 1)
    assert not action(window.desk.library.context_menu(), "Tags", "New York").isChecked()
    choose(window, 0)
    one = action(window.desk.library.context_menu(), "Tags", "New York")
    assert one.isChecked()
    one.trigger()
    settled(qtbot, window)
    assert [bool(row.tags) for row in rows(window)] == [False, False, True, False, False]
    qtbot.keyClick(window.desk.library._view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, window)
    assert [bool(row.tags) for row in rows(window)] == [True, False, True, False, False]
    action(window.desk.library.context_menu(), "Undo: Tag").trigger()
    settled(qtbot, window)
    assert not any(row.tags for row in rows(window))
    assert "Undo" not in str([one.text() for one in window.desk.library.context_menu().actions()])
    window.library._shelving.undo()
    assert window.desk.jobs.running() == []


def test_a_tag_is_renamed_into_another_and_back(qtbot, window, monkeypatch):
    ids = [row.id for row in rows(window)]
    shelving = window.library._shelving
    shelving.tag(ids[:2], "a", True)
    shelving.tag(ids[1:3], "b", True)
    settled(qtbot, window)
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "b")
    action(menu(window, 1), "Rename", "a").trigger()
    settled(qtbot, window)
    assert [row.tags for row in rows(window)] == [("b",), ("b",), ("b",), (), ()]
    shelving.undo()
    settled(qtbot, window)
    assert [row.tags for row in rows(window)] == [("a",), ("a", "b"), ("b",), (), ()]
    action(menu(window, 1), "a").trigger()
    settled(qtbot, window)
    assert window.desk.library.search.line.text() == 'tag:"a"'
    assert [row.id for row in rows(window)] == ids[:2]


def test_searches_are_saved_run_renamed_and_forgotten(qtbot, window, monkeypatch):
    assert not action(menu(window, 2), "Save").isEnabled()
    typed(qtbot, window, "speaker:nakamitsu")
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "Ours")
    action(menu(window, 2), "Save").trigger()
    settled(qtbot, window)
    typed(qtbot, window, "")
    action(menu(window, 2), "Ours").trigger()
    settled(qtbot, window)
    assert len(rows(window)) == 1
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "Other")
    action(menu(window, 2), "Rename", "Ours").trigger()
    settled(qtbot, window)
    action(menu(window, 2), "Forget", "Other").trigger()
    settled(qtbot, window)
    shelving, kept = window.library._shelving, []
    for _ in range(3):
        shelving.undo()
        settled(qtbot, window)
        with window.desk.opened_library() as library:
            kept.append(list(library.shelves.searches()))
    assert kept == [["Other"], ["Ours"], []]


def test_what_goes_to_the_trash_is_taken_back(qtbot, window):
    window.desk.library.trash_wanted.emit([rows(window)[0].id])
    settled(qtbot, window)
    assert len(rows(window)) == 4
    action(window.desk.library.context_menu(), "Undo: 1 source moved").trigger()
    settled(qtbot, window)
    assert len(rows(window)) == 5


def test_the_keyboard_goes_from_the_list_back_to_the_field(qtbot, window):
    window.activateWindow()
    window.desk.library._view.enter()
    qtbot.keyClick(window.desk.library._view, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.desk.library.search.line
