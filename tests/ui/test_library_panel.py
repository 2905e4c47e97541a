"""The library panel: what it shows of values given to it, and the wishes it gives out."""

import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent

from briefer.core.record import Date, Field, Name
from briefer.services.search import Hit
from briefer.store import SourceLine
from briefer.ui.library_model import RowsModel, sentence
from briefer.ui.library_panel import NO_HITS, NO_SOURCES, NO_TRASH, LibraryPanel

LINES = (
    SourceLine("a", "remarks.md", "text/markdown", 8, 1843, {
        "title": Field("Remarks", "source"),
        "speaker": Field((Name(given="Jane", family="Example"),), "source"),
        "issued": Field(Date(((2026, 5, 21),)), "source"),
    }),
    SourceLine("b", "article.txt", "text/plain", 1, 1, {}),
)  # fmt: skip
HIT = Hit(
    "b",
    "article.txt",
    "article.txt",
    "para. 1",
    5,
    20,
    "x",
    "…The mines of Ångström, Mine",
    ((9, 14),),
    ((5, 10),),
)


@pytest.fixture
def panel(dressed, qtbot):
    made = LibraryPanel()
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    made.show_sources(LINES)
    return made


def view(panel):
    return panel._view


def click(qtbot, panel, row, modifiers=Qt.KeyboardModifier.NoModifier):
    at = view(panel).visualRect(view(panel).model().index(row, 0)).center()
    qtbot.mouseClick(view(panel).viewport(), Qt.MouseButton.LeftButton, modifiers, at)


@pytest.mark.parametrize("rows", [(), LINES, (HIT,)])
def test_the_model_keeps_qt_s_rules(qtmodeltester, qapp, rows):
    model = RowsModel()
    model.show(rows, more=bool(rows))
    qtmodeltester.check(model)


def test_a_row_says_the_whole_sentence_to_a_screen_reader(qapp):
    known, unknown, found = (sentence(row) for row in (*LINES, HIT))
    assert known.startswith("Remarks. Jane Example · 21 May 2026 · 1,843 words.")
    assert known.endswith(" Not stated: author, publisher, web address.")
    assert unknown.startswith("article.txt. date not stated · 1 word. Not stated: title, author")
    assert found == "…The mines of Ångström, Mine In article.txt, para. 1."


def test_a_click_or_enter_chooses_a_source(qtbot, panel):
    with qtbot.waitSignal(panel.source_chosen) as wish:
        click(qtbot, panel, 1)
    assert wish.args == ["b"]
    qtbot.keyClick(view(panel), Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.source_chosen) as wish:
        qtbot.keyClick(view(panel), Qt.Key.Key_Return)
    assert wish.args == ["a"]


def test_selecting_a_source_is_not_choosing_it(qtbot, panel):
    with qtbot.assertNotEmitted(panel.source_chosen):
        panel.select_source("b")
        panel.select_source("unknown")
    assert [row.id for row in view(panel).selected()] == ["b"]


def test_words_found_are_chosen_with_their_range(qtbot, panel):
    panel.show_hits([HIT], 1)
    assert panel._count.text() == "1 passage in 1 source"
    with qtbot.waitSignal(panel.hit_chosen) as wish:
        click(qtbot, panel, 0)
    assert wish.args == ["b", 5, 20]


def test_a_search_waits_for_a_pause_and_an_empty_field_does_not(qtbot, panel):
    with qtbot.waitSignal(panel.search_wanted) as wish:
        qtbot.keyClicks(panel.search.line, "mines ")
    assert wish.args == ["mines"]
    with qtbot.waitSignal(panel.search_wanted, timeout=100) as wish:
        panel.search.line.clear()
    assert wish.args == [""]


def test_enter_searches_at_once_and_then_goes_to_the_list(qtbot, panel):
    panel.focus_search()
    qtbot.keyClicks(panel.search.line, "mines")
    with qtbot.waitSignal(panel.search_wanted, timeout=100):
        qtbot.keyClick(panel.search.line, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(panel.search_wanted, wait=200):
        qtbot.keyClick(panel.search.line, Qt.Key.Key_Return)
    assert view(panel).currentIndex().row() == 0


@pytest.mark.parametrize(
    ("show", "sentence"),
    [
        (lambda panel: panel.show_sources([]), NO_SOURCES),
        (lambda panel: panel.show_hits([], 0), NO_HITS),
        (lambda panel: panel.show_trash([]), NO_TRASH),
    ],
)
def test_an_empty_list_says_what_to_do(panel, show, sentence):
    show(panel)
    assert panel._pages.currentWidget() is panel._empty
    assert panel._empty._sentence.text() == sentence
    panel.show_sources(LINES)
    assert panel._pages.currentWidget() is view(panel)


def test_the_delete_key_and_the_menu_remove_what_is_selected(qtbot, panel):
    click(qtbot, panel, 0)
    click(qtbot, panel, 1, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.trash_wanted) as wish:
        qtbot.keyClick(view(panel), Qt.Key.Key_Delete)
    assert wish.args == [["a", "b"]]
    menu = panel.context_menu()
    assert not menu.actions()[0].isEnabled()
    with qtbot.waitSignal(panel.trash_wanted):
        menu.actions()[-1].trigger()


def test_the_trash_is_shown_and_sources_come_back_from_it(qtbot, panel):
    with qtbot.waitSignal(panel.trash_shown) as wish:
        panel._trash.click()
    assert wish.args == [True]
    panel.show_trash(LINES[:1])
    click(qtbot, panel, 0)
    with qtbot.assertNotEmitted(panel.trash_wanted):
        qtbot.keyClick(view(panel), Qt.Key.Key_Delete)
    with qtbot.waitSignal(panel.restore_wanted) as wish:
        panel.context_menu().actions()[-1].trigger()
    assert wish.args == [["a"]]


def drop(panel, urls):
    mime = QMimeData()
    mime.setUrls(urls)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # Qt 6.12 wants a QPointF here, which 6.11 does not take
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys)
    panel.dragEnterEvent(enter)
    if enter.isAccepted():
        panel.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))


def test_files_dropped_are_wished_in_and_web_addresses_are_not(qtbot, panel, tmp_path):
    with qtbot.waitSignal(panel.import_wanted) as wish:
        drop(panel, [QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/a.txt")])
    assert [Path(path) for path in wish.args[0]] == [tmp_path]
    assert panel._pages.currentWidget() is view(panel)
    with qtbot.assertNotEmitted(panel.import_wanted):
        drop(panel, [QUrl("https://example.org/a.txt")])


def test_the_import_button_asks(qtbot, panel):
    with qtbot.waitSignal(panel.import_asked):
        panel._import.click()


def test_the_rows_are_painted(panel):
    before = panel.grab().toImage()
    panel.show_hits([HIT], 1)
    assert panel.grab().toImage() != before


def unnamed(interface):
    """Every element that takes the focus and has no name."""
    if interface is None:
        return []
    found = []
    if interface.state().focusable and not interface.text(QAccessible.Text.Name):
        found.append(interface.role())
    for number in range(interface.childCount()):
        found += unnamed(interface.child(number))
    return found


def test_everything_that_takes_the_focus_has_a_name(panel):
    assert unnamed(QAccessible.queryAccessibleInterface(panel)) == []
