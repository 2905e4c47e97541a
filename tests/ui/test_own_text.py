"""Own text: written in its form, looked up in the library, picked where a source has the words."""

import pytest
from PySide6.QtWidgets import QWidget

from briefer.core.model import Prose
from briefer.core.operations import Gloss, Reason
from briefer.services.looking_up import Lookup, look_up
from briefer.ui import dialogs, record_dialog, text_form
from briefer.ui.found_strip import FoundStrip
from briefer.ui.text_form import TextDialog, kept_reasons
from tests.ui.working import do, said, settled

MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."


def nothing(words, show):
    """Finds nothing in no time."""
    show(Lookup("none"))


@pytest.fixture
def dialog(dressed, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def made(item=None, look=nothing, forms=("text", "question", "detail")):
        return TextDialog(parent, forms, item, look)

    return made


@pytest.mark.parametrize(
    "item",
    [
        Prose("a", "Answer", "question", "Question?"),
        Prose("b", "Words", "text"),
        Prose("c", "9.00", "detail", "When"),
    ],
)
def test_own_text_is_written_in_its_form(dialog, item):
    made = dialog(item)
    assert made.made() == item
    made.words.setPlainText(" ")
    assert not made.ok.isEnabled()


def test_reasons_stay_with_the_words_they_are_about(dialog):
    reason = Reason("VG-20", 0, 4, "Ours.")
    before = Prose("a", "Five more words, and so on.", reasons=(reason,))
    assert kept_reasons(before, Prose("a", "Five more again.")) == (reason,)
    assert kept_reasons(before, Prose("a", "Four more words.")) == ()
    assert dialog(before).made() == before


def test_short_text_is_not_looked_up_and_late_answers_are_not_shown(dialog):
    asked = []
    made = dialog(look=lambda words, show: asked.append((words, show)))
    made.words.setPlainText("Four words are few")
    made._look()
    made.words.setPlainText("Five words are quite enough")
    made._look()
    [(words, show)] = asked
    assert words == "Five words are quite enough"
    made.words.setPlainText("Five words are quite enough here")
    show(Lookup("exact", title="A", place="para. 1"))
    assert made.found.words.text() == ""


def test_the_look_up_waits_for_a_pause(dialog, qtbot):
    asked = []
    made = dialog(look=lambda words, show: asked.append(words))
    made._pause.setInterval(1)
    made.words.setPlainText(MINES)
    assert asked == []
    qtbot.waitUntil(lambda: asked == [MINES])


@pytest.fixture
def strip(dressed, qtbot):
    made = FoundStrip()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("found", "text", "act"),
    [
        (Lookup("exact", title="A <b>", place="para. 5"),
         "These are the words of <b>A &lt;b&gt;, para. 5", "Pick them instead"),
        (Lookup("edited", title="A", operations=(Gloss(0, 2, "peace"),)),
         "edited, with [peace] put in", "Pick them instead"),
        (Lookup("edited", title="A"), "<b>A</b>, edited.", "Pick them instead"),
        (Lookup("ambiguous", places=tuple("abcdef")), "several places: a; b; c; d and 2 more", ""),
        (Lookup("none"), "", ""),
        (None, "", ""),
    ],
)  # fmt: skip
def test_what_was_found_is_said(strip, found, text, act):
    strip.show_found(found)
    assert text in strip.words.text()
    assert strip.pick.text() == act
    assert strip.isHidden() is (not text)


@pytest.fixture
def brief(window):
    window.desk.briefing.start.template_chosen.emit("bilateral")
    window.desk.briefing.make_current("points")
    return window


def found_in_library(window, words):
    with window.desk.opened_library() as library:
        return look_up(library, words)


def test_nearly_the_words_of_a_source_are_shown_with_what_differs(brief, strip):
    near = found_in_library(brief, MINES.replace("55", "40"))
    strip.show_found(near)
    assert near.outcome == "near"
    assert ">40</s>" in strip.words.text()
    assert "(a figure)" in strip.words.text()
    assert "Figure" in strip.words.accessibleDescription()
    assert strip.pick.text() == "Pick the exact words"


def answer(qtbot, words):
    """Stands in for the dialog: looks words up as it does, and chooses to pick what is found."""

    def ask(parent, section, item, look):
        dialog = TextDialog(parent, ["text", "talking_point"], item, look)
        dialog.words.setPlainText(words)
        dialog._look()
        qtbot.waitUntil(lambda: bool(dialog.found.words.text()))
        dialog.found.pick.click()
        return dialog.chosen

    return ask


@pytest.mark.parametrize("pasted", [MINES, f"“{MINES}”", MINES.replace("55", "40")])
def test_words_of_a_source_are_picked_instead_of_written(qtbot, brief, monkeypatch, pasted):
    monkeypatch.setattr(text_form, "ask_text", answer(qtbot, pasted))
    do(brief, "add_text")
    [made] = brief.desk.editor.briefing.items()
    assert (made.kind, made.exact) == ("quote", MINES)
    assert "Picked into “Points to make”" in said(brief)
    settled(qtbot, brief)


def test_own_text_gives_way_to_a_pick_where_one_is_taken(qtbot, brief, monkeypatch):
    monkeypatch.setattr(text_form, "ask_text", lambda *_: Prose("own", "Ours", "talking_point"))
    do(brief, "add_text")
    monkeypatch.setattr(text_form, "ask_text", answer(qtbot, MINES))
    brief.desk.briefing.choose_items(["own"])
    do(brief, "edit_chosen")
    [made] = brief.desk.editor.briefing.items()
    assert (made.id, made.exact) == ("own", MINES)
    do(brief, "undo")
    assert brief.desk.editor.briefing.items() == [Prose("own", "Ours", "talking_point")]
    settled(qtbot, brief)


def test_a_section_without_picks_keeps_its_own_text(qtbot, brief, monkeypatch):
    brief.desk.briefing.make_current("objectives")
    monkeypatch.setattr(text_form, "ask_text", lambda *_: Prose("own", "Ours"))
    do(brief, "add_text")
    monkeypatch.setattr(text_form, "ask_text", answer(qtbot, MINES))
    do(brief, "edit_chosen")
    assert brief.desk.editor.briefing.items() == [Prose("own", "Ours")]
    assert "takes no picks" in said(brief)
    settled(qtbot, brief)


def test_an_own_text_with_a_finding_says_so_in_the_outline(brief, monkeypatch):
    words = "They said “we shall never surrender ground” to 900 people."
    own = Prose("own", words, "talking_point")
    monkeypatch.setattr(text_form, "ask_text", lambda *_: own)
    do(brief, "add_text")
    view = brief.desk.briefing._view
    line = view._briefing.line(view._briefing.of_item("own"))
    assert (line.badge().text, line.warnings()) == ("needs a reason", "1 warning")
    assert "VG-20" in line.spoken()
    assert "VG-20" in line.tip()


def test_a_quotation_that_the_library_holds_is_no_finding(
    qtbot, brief, monkeypatch, seeds, tmp_path
):
    words = "The statement says “Dozens of countries have become mine-free” of it."
    own = Prose("own", words, "talking_point")
    monkeypatch.setattr(text_form, "ask_text", lambda *_: own)
    do(brief, "add_text")
    settled(qtbot, brief)
    view = brief.desk.briefing._view
    line = view._briefing.line(view._briefing.of_item("own"))
    assert line.badge() is None
    assert brief.standing.report().own == ()
    monkeypatch.setattr(dialogs, "show_exported", lambda *_: None)
    brief.exports.export_to(tmp_path / "brief.docx")
    settled(qtbot, brief)
    assert (tmp_path / "brief.docx").exists()
    brief.desk.library.trash_wanted.emit([seeds["joint-statement-22msp.txt"].id])
    settled(qtbot, brief)
    settled(qtbot, brief)
    assert brief.standing.report().own != ()


@pytest.mark.parametrize("ending", [".json", ".docx", ".pdf"])
def test_the_verification_record_is_shown_and_saved(qtbot, brief, monkeypatch, tmp_path, ending):
    monkeypatch.setattr(text_form, "ask_text", answer(qtbot, MINES))
    do(brief, "add_text")
    shown, path = [], tmp_path / f"record{ending}"
    monkeypatch.setattr(
        record_dialog, "ask_save", lambda _, document: shown.append(document) or True
    )
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    do(brief, "record")
    settled(qtbot, brief)
    assert shown[0].title == "Verification record: Bilateral meeting brief"
    assert path.stat().st_size > 500
    assert said(brief) == f"record{ending} is written."
