"""The whole way through the window, on real files."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QApplication

from briefer import paths, settings
from briefer.core.errors import FileError
from briefer.core.model import Briefing, Pick, Prose
from briefer.services.briefings import OpenBriefing, open_briefing
from briefer.services.quoting import check_briefing as check
from briefer.services.templates import list_templates
from briefer.store.drafts import Drafts
from briefer.ui import actions, dialogs, forms, import_report, text_form
from briefer.ui.mime import passage_mime

STATEMENT = "joint-statement-22msp.txt"


def settled(qtbot, window):
    qtbot.waitUntil(lambda: not window.desk.jobs.running())
    QApplication.processEvents()


@pytest.fixture
def bilateral(window):
    window.desk.briefing.start.template_chosen.emit("bilateral")
    return window


@pytest.fixture
def reading(qtbot, bilateral, seeds):
    """A new bilateral brief, and the joint statement in the reader."""
    bilateral.desk.library.source_chosen.emit(seeds[STATEMENT].id)
    settled(qtbot, bilateral)
    return bilateral


def pick(window, words, kind="fact"):
    source = window.desk.reader.source()
    start = source.text.index(words)
    window.desk.reader.reveal(start, start + len(words))
    window.desk.reader.want(kind)


def picked(window):
    return [one.exact for one in window.desk.editor.briefing.picks()]


def do(window, name):
    window.actions_by_name[name].trigger()


def test_the_first_start_says_that_a_library_is_ready(window):
    assert "five sample documents" in window.statusBar().currentMessage()
    assert window.desk.editor.briefing is None
    assert not window.actions_by_name["save"].isEnabled()


def test_a_briefing_begins_from_a_template(bilateral):
    briefing = bilateral.desk.editor.briefing
    assert (briefing.template, len(briefing.sections)) == ("bilateral", 11)
    assert bilateral.desk.briefing.current_section().key == "points"
    assert bilateral.windowTitle().startswith("Bilateral meeting brief")


def test_words_picked_in_the_reader_go_to_the_current_section(qtbot, reading):
    pick(reading, "Over 55 million stockpiled anti-personnel mines have been destroyed.")
    pick(reading, "Dozens of countries have become mine-free.", "quote")
    points = reading.desk.editor.briefing.sections[2]
    assert [(item.kind, item.exact) for item in points.items] == [
        ("fact", "Over 55 million stockpiled anti-personnel mines have been destroyed."),
        ("quote", "Dozens of countries have become mine-free."),
    ]
    assert reading.isWindowModified()


def test_a_section_that_does_not_take_the_kind_is_passed_over(reading):
    reading.desk.briefing.make_current("objectives")
    pick(reading, "Dozens of countries have become mine-free.")
    assert "Points to make" in reading.statusBar().currentMessage()
    assert len(reading.desk.editor.briefing.sections[2].items) == 1


def test_without_a_briefing_a_pick_says_what_to_do(qtbot, window, seeds):
    window.desk.library.source_chosen.emit(seeds[STATEMENT].id)
    settled(qtbot, window)
    pick(window, "Dozens of countries")
    assert "Begin a briefing first" in window.statusBar().currentMessage()


def test_changes_are_undone_and_made_again_by_name(reading):
    pick(reading, "Dozens of countries have become mine-free.")
    assert reading.actions_by_name["undo"].text() == "&Undo pick fact"
    do(reading, "undo")
    assert picked(reading) == []
    assert reading.actions_by_name["redo"].text() == "&Redo pick fact"
    do(reading, "redo")
    assert picked(reading) == ["Dozens of countries have become mine-free."]


def test_typing_in_one_field_is_undone_at_once(bilateral):
    for title in ("M", "Me", "Meeting"):
        bilateral.desk.briefing.title_edited.emit(title)
    bilateral.desk.briefing.header_edited.emit("event", "Somewhere")
    do(bilateral, "undo")
    assert bilateral.desk.editor.briefing.title == "Meeting"
    do(bilateral, "undo")
    assert bilateral.desk.editor.briefing.title == "Bilateral meeting brief"


def test_items_move_within_and_between_sections(reading):
    for words in ("Over 55 million", "Dozens of countries", "Innovative risk education"):
        pick(reading, words)
    do(reading, "move_up")
    assert picked(reading) == [
        "Over 55 million", "Innovative risk education", "Dozens of countries",
    ]  # fmt: skip
    do(reading, "move_down")
    do(reading, "move_down")
    sections = {one.key: len(one.items) for one in reading.desk.editor.briefing.sections}
    assert (sections["points"], sections["their_view"]) == (2, 1)
    do(reading, "move_up")
    assert picked(reading)[-1] == "Innovative risk education"
    first = reading.desk.editor.briefing.picks()[0]
    reading.desk.briefing.move_wanted.emit([first.id], "facts", 0)
    assert picked(reading)[-1] == "Over 55 million"


def test_items_are_removed_reviewed_commented_and_change_kind(reading, monkeypatch):
    pick(reading, "Over 55 million")
    [item] = reading.desk.editor.briefing.picks()
    reading.desk.briefing.kind_wanted.emit(item.id, "talking_point")
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "Check the figure")
    do(reading, "comment")
    do(reading, "mark_reviewed")
    [item] = reading.desk.editor.briefing.picks()
    assert (item.kind, item.comment, item.review) == ("talking_point", "Check the figure", "")
    do(reading, "remove")
    assert picked(reading) == []


def test_a_passage_dragged_onto_a_section_is_picked_there(qtbot, reading, seeds):
    view = reading.desk.briefing._view
    source = seeds[STATEMENT]
    start = source.text.index("Over 55 million")
    mime = passage_mime(source.id, start, start + 15, "Over 55 million")
    rect = view.visualRect(view._briefing.of_section("facts"))
    event = QDropEvent(
        QPointF(rect.center()), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(reading.desk.briefing.passage_dropped):
        view.dropEvent(event)
    facts = next(one for one in reading.desk.editor.briefing.sections if one.key == "facts")
    assert [item.exact for item in facts.items] == ["Over 55 million"]


def test_own_text_is_added_and_edited(bilateral, monkeypatch):
    monkeypatch.setattr(text_form, "ask_text", lambda *_: Prose("own", "Our result"))
    bilateral.desk.briefing.make_current("objectives")
    do(bilateral, "add_text")
    monkeypatch.setattr(text_form, "ask_text", lambda *_: Prose("own", "Another result"))
    bilateral.desk.briefing.choose_items(["own"])
    do(bilateral, "edit_chosen")
    assert bilateral.desk.editor.briefing.items() == [Prose("own", "Another result")]
    bilateral.desk.briefing.make_current("sources")
    do(bilateral, "add_text")
    assert "takes no own text" in bilateral.statusBar().currentMessage()


def test_a_briefing_is_saved_closed_and_opened_again(qtbot, reading, tmp_path, monkeypatch):
    pick(reading, "Over 55 million")
    path = tmp_path / "mine.briefing"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    do(reading, "save")
    settled(qtbot, reading)
    assert not reading.isWindowModified()
    assert settings.load(paths.settings()).recent == (str(path),)
    saved = reading.desk.editor.briefing
    do(reading, "close_briefing")
    assert reading.desk.editor.briefing is None
    reading.files.open_file(path)
    settled(qtbot, reading)
    assert reading.desk.editor.briefing == saved
    opened = open_briefing(path)
    assert check(opened.briefing, opened.sources).verdict == "verified"


@pytest.mark.parametrize(
    ("answer", "stays"), [("cancel", True), ("discard", False), ("save", False)]
)
def test_closing_asks_about_unsaved_changes(qtbot, reading, tmp_path, monkeypatch, answer, stays):
    pick(reading, "Over 55 million")
    path = tmp_path / "mine.briefing"
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: answer)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    do(reading, "close_briefing")
    assert (reading.desk.editor.briefing is not None) is stays
    assert path.exists() is (answer == "save")
    settled(qtbot, reading)


def test_both_formats_are_exported_from_the_window(qtbot, reading, tmp_path, monkeypatch):
    words = "Over 55 million stockpiled anti-personnel mines have been destroyed."
    pick(reading, words)
    shown = []
    monkeypatch.setattr(
        dialogs, "show_exported", lambda _, path, count, flagged: shown.append((path, count))
    )
    for name in ("a.docx", "a.pdf"):
        monkeypatch.setattr(dialogs, "ask_save", lambda *_, name=name: tmp_path / name)
        do(reading, "export")
        settled(qtbot, reading)
    assert shown == [(tmp_path / "a.docx", 1), (tmp_path / "a.pdf", 1)]
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert words in text


def test_an_export_that_fails_is_told_and_writes_nothing(qtbot, reading, tmp_path, monkeypatch):
    pick(reading, "Over 55 million")
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    reading.exports.export_to(tmp_path / "nowhere" / "a.docx")
    settled(qtbot, reading)
    assert [type(one) for one in told] == [FileError]


def test_the_structure_is_kept_as_a_template(reading, monkeypatch):
    pick(reading, "Over 55 million")
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "Our brief")
    do(reading, "save_as_template")
    with reading.desk.opened_library() as library:
        own = [one.template for one in list_templates(library) if not one.built_in]
    assert [(one.name, one.title) for one in own] == [("our-brief", "Our brief")]
    assert not any(section.items for section in own[0].sections)


def test_sections_are_added_changed_moved_and_removed(bilateral, monkeypatch):
    wish = forms.SectionWish("Our programme", "Say it.", ("text",), forms.Limit(words=80))
    monkeypatch.setattr(forms, "ask_section", lambda *_: wish)
    do(bilateral, "add_section")
    headings = [one.heading for one in bilateral.desk.editor.briefing.sections]
    assert headings[2:4] == ["Points to make", "Our programme"]
    bilateral.desk.briefing.make_current("our_programme")
    do(bilateral, "move_section_up")
    do(bilateral, "section_settings")
    assert bilateral.desk.editor.briefing.sections[2].limit.words == 80
    do(bilateral, "remove_section")
    assert len(bilateral.desk.editor.briefing.sections) == 11
    monkeypatch.setattr(forms, "ask_speaking", lambda *_: (110, 3.0))
    do(bilateral, "speaking")
    assert bilateral.desk.editor.briefing.minutes == 3.0


def test_search_shows_passages_and_one_is_read(qtbot, window):
    hits = []
    window.desk.library.show_hits = lambda found, *_, **__: hits.append(found)
    window.desk.library.search_wanted.emit("55 million")
    settled(qtbot, window)
    hit = hits[-1][0]
    window.desk.library.hit_chosen.emit(hit.source, hit.start, hit.end)
    settled(qtbot, window)
    assert window.desk.reader.source().id == hit.source
    assert window.desk.reader.selection() == (hit.start, hit.end)


def test_documents_are_imported_and_failures_named(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("A new document with words.")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    told = []
    monkeypatch.setattr(import_report, "show_report", lambda _, outcomes: told.append(outcomes))
    window.desk.library.import_wanted.emit([tmp_path / "a.txt", tmp_path / "b.pdf"])
    settled(qtbot, window)
    assert [bool(one.error) for one in told[0]] == [False, True]
    assert "1 imported" in window.statusBar().currentMessage()
    with window.desk.opened_library() as library:
        assert len(library.sources()) == 6


def test_a_password_is_asked_for_until_it_opens_or_the_user_gives_up(
    qtbot, window, tmp_path, monkeypatch
):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("a.txt", "Words that are long enough.")
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[6] = data[data.index(b"PK\x01\x02") + 8] = 1  # says that it is encrypted
    (tmp_path / "a.zip").write_bytes(data)
    answers, asked, told = ["guess", None], [], []
    monkeypatch.setattr(
        dialogs, "ask_password", lambda _, names: asked.append(names) or answers.pop(0)
    )
    monkeypatch.setattr(import_report, "show_report", lambda _, outcomes: told.append(outcomes))
    window.desk.library.import_wanted.emit([tmp_path / "a.zip"])
    settled(qtbot, window)
    settled(qtbot, window)
    assert asked == [[f"{tmp_path / 'a.zip'}/a.txt"]] * 2
    assert [one.error.code for one in told[0]] == ["password_required"]


def test_sources_go_to_the_trash_and_come_back(qtbot, window, seeds):
    id = seeds[STATEMENT].id
    window.desk.library.trash_wanted.emit([id])
    settled(qtbot, window)
    with window.desk.opened_library() as library:
        assert len(library.sources()) == 4
    window.desk.library.trash_shown.emit(True)
    window.desk.library.restore_wanted.emit([id])
    settled(qtbot, window)
    with window.desk.opened_library() as library:
        assert len(library.sources()) == 5


def test_a_chosen_item_shows_its_passage(qtbot, reading, seeds):
    pick(reading, "Over 55 million")
    reading.desk.library.source_chosen.emit(seeds["un-chronicle-article.txt"].id)
    settled(qtbot, reading)
    reading.desk.briefing.item_chosen.emit(picks_of(reading)[0].id)
    settled(qtbot, reading)
    start, end = reading.desk.reader.selection()
    assert reading.desk.reader.source().text[start:end] == "Over 55 million"


def picks_of(window):
    return [one for one in window.desk.editor.briefing.items() if isinstance(one, Pick)]


CRASH = """
import os, sys
from briefer import paths
from briefer.services.templates import find_template
from briefer.services.library import open_library
from briefer.core.template import new_briefing
from briefer.store.drafts import Drafts
library = open_library(paths.library()).library
drafts = Drafts(paths.state() / "drafts")
drafts.keep(new_briefing(find_template(library, "press"), "Lost lines"), {}, None)
os._exit(9)
"""


@pytest.mark.parametrize(("answer", "times"), [("restore", 1), ("discard", 1), ("later", 2)])
def test_what_a_crash_left_is_offered_until_it_is_settled(
    qtbot, window, own_home, monkeypatch, answer, times
):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run([sys.executable, "-c", CRASH], env=environment, check=False, timeout=60)
    asked = []
    monkeypatch.setattr(
        dialogs, "ask_recovery", lambda _, drafts: asked.append(len(drafts)) or answer
    )
    window.drafts.offer_recovery()
    window.drafts.offer_recovery()
    assert asked == [1] * times
    title = window.desk.editor.briefing and window.desk.editor.briefing.title
    assert title == ("Lost lines" if answer == "restore" else None)
    assert window.isWindowModified() is (answer == "restore")


def test_changes_are_kept_as_a_draft_until_they_are_saved(qtbot, bilateral, tmp_path, monkeypatch):
    folder = paths.state() / "drafts"
    bilateral.desk.briefing.title_edited.emit("Unsaved")
    qtbot.waitUntil(lambda: list(folder.glob("*/*.draft")) != [])
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: tmp_path / "a.briefing")
    do(bilateral, "save")
    qtbot.waitUntil(lambda: list(folder.glob("*/*.draft")) == [])
    other = Drafts(folder)
    assert other.left_behind() == []
    other.close()


def test_every_command_is_carried_out_by_somebody(window):
    assert set(window.actions_by_name) == {one.name for one in actions.COMMANDS}
    keys = [one.keys for one in actions.COMMANDS if one.keys]
    assert len(keys) == len(set(keys))
    for command in actions.COMMANDS:
        if command.icon:
            assert (paths.resources() / "icons" / f"{command.icon}.svg").exists(), command.icon
    listed = {name for names in actions.MENU_ORDER.values() for name in names}
    listed |= {name for _, names in actions.SUBMENUS.values() for name in names}
    assert {one.name for one in actions.COMMANDS} <= listed


def test_panes_appearance_and_focus_change(window):
    for name in ("dark", "light", "system"):
        do(window, name)
        assert settings.load(paths.settings()).appearance == name
    do(window, "toggle_library")
    assert window.desk.library.isHidden()
    do(window, "toggle_library")
    assert not window.desk.library.isHidden()
    do(window, "next_pane")
    do(window, "previous_pane")


def unnamed(interface, found):
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or not child.isValid():
            continue
        state = child.state()
        takes_focus = state.focusable and not state.invisible and child.object() is not None
        if takes_focus and not child.text(QAccessible.Text.Name):
            found.append(type(child.object()).__name__)
        if child.childCount() < 100:
            unnamed(child, found)
    return found


def test_everything_that_takes_the_focus_has_a_name(reading):
    assert unnamed(QAccessible.queryAccessibleInterface(reading), []) == []


LOADED = """
import sys
from briefer import paths
from briefer.ui import app
heavy = ("docx", "reportlab", "lxml", "numpy", "sentencex", "chardet", "PySide6.QtNetwork")
def look():
    print([name for name in heavy if name in sys.modules])
    app.quit()
sys.exit(app.run(None, paths.library(), after_start=look))
"""


def test_the_window_starts_without_what_it_does_not_need_yet(tmp_path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                   "BRIEFER_HOME": str(tmp_path)}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


def test_names_for_files_are_made_of_the_title(bilateral, monkeypatch):
    asked = []
    monkeypatch.setattr(dialogs, "ask_save", lambda _, __, suggested: asked.append(suggested))
    bilateral.desk.briefing.title_edited.emit('A/B: "what?"')
    do(bilateral, "save_as")
    assert Path(asked[0]).name == "A B what.briefing"


def test_the_tab_key_goes_from_the_title_through_the_header_block(qtbot, bilateral):
    bilateral.desk.briefing.focus_title()
    title = QApplication.focusWidget() or bilateral.desk.briefing._header._title
    assert title.nextInFocusChain().objectName() == "marking"
    fields = bilateral.desk.briefing._header._fields
    assert fields["marking"].nextInFocusChain() is fields["handling"]


def test_a_passage_found_is_picked_by_a_letter_right_away(qtbot, bilateral, seeds):
    source = seeds[STATEMENT]
    start = source.text.index("Over 55 million")
    bilateral.desk.library.hit_chosen.emit(source.id, start, start + 15)
    settled(qtbot, bilateral)
    qtbot.keyClick(bilateral.desk.reader.focusProxy(), Qt.Key.Key_F)
    assert picked(bilateral) == ["Over 55 million"]


def test_every_further_draft_becomes_a_file_and_a_failed_rescue_stays(
    qtbot, window, own_home, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    other = Drafts(paths.state() / "drafts")
    for number in range(3):
        other.keep(Briefing(f"{number:012x}", "A/B", "press", "2026"), {}, None)
    other.close()
    monkeypatch.setattr(dialogs, "ask_recovery", lambda *_: "restore")
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    (tmp_path / "A B (restored).briefing").write_text("mine")
    window.drafts.offer_recovery()
    names = sorted(one.name for one in tmp_path.glob("*.briefing"))
    assert names == [
        "A B (restored 2).briefing", "A B (restored 3).briefing", "A B (restored).briefing",
    ]  # fmt: skip
    assert (tmp_path / "A B (restored).briefing").read_text() == "mine"
    assert (window.desk.editor.briefing.title, told) == ("A/B", [])


def test_a_save_that_ends_late_does_not_name_another_briefing(bilateral, tmp_path):
    first = bilateral.desk.editor.briefing
    bilateral.desk.editor.load(OpenBriefing(Briefing("other", "Other", "press", "2026"), {}))
    bilateral.desk.editor.saved(tmp_path / "first.briefing", first)
    assert bilateral.desk.editor.path is None


def test_a_draft_that_cannot_be_kept_is_said_without_a_dialog(qtbot, bilateral, monkeypatch):
    def full(*_):
        raise FileError("The disk is full.")

    monkeypatch.setattr(bilateral.drafts._drafts, "keep", full)
    bilateral.desk.briefing.title_edited.emit("Unsaved")
    qtbot.waitUntil(lambda: "The draft is not kept" in bilateral.statusBar().currentMessage())
