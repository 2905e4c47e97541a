"""How sources stand is seen in the window: withdrawn, superseded, used, said elsewhere."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from briefer import paths
from briefer.services.library import open_library
from briefer.ui import dialogs
from briefer.ui.proposals import ProposalsDialog
from briefer.ui.uses_dialog import UsesDialog
from tests.ui.working import do, read, said, select, settled

STATEMENT = "joint-statement-22msp.txt"
ARTICLE = "un-chronicle-article.txt"
CAMPAIGN = "campaign-web-page.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."


@pytest.fixture
def brief(qtbot, window, seeds):
    window.desk.briefing.start.template_chosen.emit("bilateral")
    read(qtbot, window, seeds[STATEMENT])
    select(window, MINES)
    window.desk.reader.want("fact")
    settled(qtbot, window)
    return window


@pytest.fixture
def library(window):
    opened = open_library(paths.library()).library
    yield opened
    opened.close()


@pytest.fixture
def imported(qtbot, window, tmp_path):
    """The statement with another figure, imported beside the first."""
    path = tmp_path / "statement-v2.txt"
    text = (paths.seeds() / STATEMENT).read_text("utf-8")
    path.write_text(text.replace("55 million", "56 million"), "utf-8")
    window.desk.library.import_wanted.emit([path])
    for _ in range(3):
        settled(qtbot, window)
    return window.desk.library.versions


def act(qtbot, window, name, *ids):
    window.desk.library.act_wanted.emit(name, list(ids))
    for _ in range(3):
        settled(qtbot, window)


def flags(window):
    [item] = window.standing.report().items
    return item.flags


def test_a_withdrawn_source_is_flagged_in_list_reader_and_briefing_and_that_is_undone(
    qtbot, brief, seeds, monkeypatch, library
):
    source = seeds[STATEMENT].id
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "The figures were wrong.")
    act(qtbot, brief, "withdraw", source)
    assert said(brief) == "1 source is marked as withdrawn."
    notice = brief.desk.reader.notice
    assert "The figures were wrong" in notice.words.text()
    assert notice.isVisible()
    assert flags(brief) == ("withdrawn",)
    assert library.versions.withdrawn() == {source: "The figures were wrong."}
    brief.desk.library.select_source(source)
    texts = [one.text() for one in brief.desk.library.context_menu().actions()]
    assert "Not withdrawn" in texts
    assert "Mark as withdrawn…" not in texts
    notice.words.linkActivated.emit("not-withdrawn")
    for _ in range(3):
        settled(qtbot, brief)
    assert not notice.isVisible()
    assert flags(brief) == ()
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: None)
    act(qtbot, brief, "withdraw", source)
    assert library.versions.withdrawn() == {}


def test_what_looks_like_a_new_version_waits_and_is_accepted(
    qtbot, brief, seeds, imported, library, monkeypatch
):
    assert imported.isVisible()
    shown = []

    def accept(dialog):
        if dialog.windowTitle() == "New versions of documents":
            shown.append(dialog.words.toPlainText())
            dialog.take.click()

    monkeypatch.setattr(ProposalsDialog, "exec", accept)
    imported.look.click()
    for _ in range(3):
        settled(qtbot, brief)
    assert "55 56 (a figure)" in shown[0]
    assert not imported.isVisible()
    old = seeds[STATEMENT].id
    newer = library.successors([old])[old]
    assert flags(brief) == ("superseded",)
    read(qtbot, brief, seeds[STATEMENT])
    notice = brief.desk.reader.notice
    assert "A newer version is held" in notice.words.text()
    notice.words.linkActivated.emit(newer)
    settled(qtbot, brief)
    assert brief.desk.reader.source().id == newer
    assert not notice.isVisible()
    read(qtbot, brief, seeds[STATEMENT])
    notice.words.linkActivated.emit("no-version")
    for _ in range(3):
        settled(qtbot, brief)
    assert library.successors([old]) == {}
    assert flags(brief) == ()
    assert not notice.isVisible()


def test_what_is_no_new_version_is_remembered_and_later_keeps_it_waiting(
    qtbot, window, imported, library, monkeypatch
):
    monkeypatch.setattr(ProposalsDialog, "exec", lambda dialog: None)
    imported.look.click()
    settled(qtbot, window)
    assert imported.isVisible()
    monkeypatch.setattr(ProposalsDialog, "exec", lambda dialog: dialog.refuse.click())
    imported.look.click()
    settled(qtbot, window)
    assert not imported.isVisible()
    assert len(library.versions.refused()) == 1


def test_saving_notes_the_briefing_and_where_used_opens_it(
    qtbot, brief, seeds, monkeypatch, tmp_path, library
):
    path = tmp_path / "brief.briefing"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_, **__: path)
    do(brief, "save")
    settled(qtbot, brief)
    source = seeds[STATEMENT].id
    assert [(one.path, one.picks) for one in library.uses.of(source)] == [(str(path), 1)]
    listed = []

    def choose(dialog):
        listed.append(dialog.list.item(0).text())
        dialog.list.setCurrentRow(0)
        return dialog.opens.isEnabled()

    monkeypatch.setattr(UsesDialog, "exec", choose)
    brief.desk.editor.load(None)
    act(qtbot, brief, "where_used", source)
    assert "1 pick" in listed[0]
    assert brief.desk.editor.path == path
    path.unlink()
    act(qtbot, brief, "where_used", source)
    assert "no longer there" in listed[1]


def test_a_source_that_is_used_goes_to_the_trash_only_when_that_is_meant(
    qtbot, brief, seeds, monkeypatch, tmp_path, library
):
    source = seeds[STATEMENT].id
    monkeypatch.setattr(dialogs, "ask_save", lambda *_, **__: tmp_path / "brief.briefing")
    do(brief, "save")
    settled(qtbot, brief)
    asked = []

    def answer(_, text, more, action):
        asked.append(more)
        return len(asked) > 1

    monkeypatch.setattr(dialogs, "ask_yes", answer)
    for count in (5, 4):
        brief.desk.library.trash_wanted.emit([source])
        settled(qtbot, brief)
        assert len(library.sources()) == count
    assert "It is used in a briefing" in asked[0]


def test_what_others_say_alike_is_shown_for_the_paragraph_that_is_read(
    qtbot, window, seeds, library
):
    read(qtbot, window, seeds[ARTICLE])
    also = window.desk.reader.also
    text = window.desk.reader._text
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    text.setTextCursor(cursor)
    qtbot.waitUntil(also.isVisible)
    assert "other figures" in also.words.text()
    number = also.words.text().split("href='")[1].split("'")[0]
    also.words.linkActivated.emit(number)
    settled(qtbot, window)
    assert window.desk.reader.source().file in (CAMPAIGN, STATEMENT)
    qtbot.waitUntil(lambda: not window.sources._pause.isActive())
    settled(qtbot, window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_list_of_what_is_said_alike_leads_to_the_other_source(
    qtbot, window, seeds, monkeypatch
):
    states = []

    def take(dialog):
        rows = range(dialog.table.topLevelItemCount())
        states.extend(dialog.table.topLevelItem(row).text(0) for row in rows)
        dialog.take.click()

    monkeypatch.setattr(ProposalsDialog, "exec", take)
    do(window, "said_alike")
    for _ in range(3):
        settled(qtbot, window)
    assert states == ["other figures", "said alike", "said alike"]
    assert window.desk.reader.source().file == CAMPAIGN
    act(qtbot, window, "said_alike", seeds[CAMPAIGN].id)
    assert len(states) == 5
    remarks = next(one for one in seeds.values() if one.file.startswith("remarks"))
    act(qtbot, window, "said_alike", remarks.id)
    assert "No other source" in said(window)
