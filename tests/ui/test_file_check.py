"""A file that is not in hand is checked, shown item by item, and its report saved."""

import json

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from briefer.core.differences import differences
from briefer.core.edits import add_item
from briefer.core.model import Prose
from briefer.core.operations import Omit
from briefer.core.proof import Proof, ProvenItem
from briefer.core.template import new_briefing
from briefer.services.briefings import save_briefing
from briefer.services.export import export_briefing
from briefer.services.quoting import check_briefing
from briefer.ui import dialogs, file_check
from briefer.ui.file_check import FileCheckDialog, of_briefing, of_proof
from tests.exporters.word_files import BODY, packed, unpacked
from tests.ui.briefings import TEMPLATE, make_pick
from tests.ui.working import do, said, settled

STATEMENT = "joint-statement-22msp.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."


def brief(seeds, *operations):
    source = seeds[STATEMENT]
    made = make_pick(source, MINES, "quote")
    made = replace(made, operations=operations)
    briefing = add_item("points", made)(new_briefing(TEMPLATE, "A brief", "2026-01-02T03:04:05Z"))
    return add_item("own", Prose("own1", "An agreed date."))(briefing), {source.id: source}


@pytest.fixture
def shown(monkeypatch):
    """What is shown of checks; every report is wanted."""
    found = []
    monkeypatch.setattr(file_check, "show_check", lambda _, checked: found.append(checked) or True)
    return found


def check(qtbot, window, monkeypatch, path, report):
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: path)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: report)
    do(window, "check_file")
    settled(qtbot, window)
    settled(qtbot, window)


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_an_exported_document_is_verified(
    qtbot, window, seeds, monkeypatch, tmp_path, shown, ending
):
    path, report = tmp_path / f"brief.{ending}", tmp_path / "report.json"
    export_briefing(*brief(seeds), path)
    check(qtbot, window, monkeypatch, path, report)
    assert (shown[0].name, shown[0].verdict) == (path.name, "verified")
    assert [row.badge.text for row in shown[0].rows] == ["as exported"]
    assert json.loads(report.read_bytes())["verdict"] == "verified"
    assert said(window) == "report.json is written."


def test_what_was_altered_since_is_shown_word_by_word(
    qtbot, window, seeds, monkeypatch, tmp_path, shown
):
    path = tmp_path / "brief.docx"
    export_briefing(*brief(seeds), path)
    parts = unpacked(path.read_bytes())
    parts[BODY] = parts[BODY].replace(b"55 million", b"40 million")
    path.write_bytes(packed(parts))
    check(qtbot, window, monkeypatch, path, None)
    [row] = shown[0].rows
    assert (row.badge.text, row.badge.tone, row.stops()) == ("altered", "bad", True)
    assert [(one.expected, one.found) for one in row.differences if one.op != "equal"] == [
        ("55", "40")
    ]


def test_a_briefing_is_checked_and_its_record_saved(
    qtbot, window, seeds, monkeypatch, tmp_path, shown
):
    path, report = tmp_path / "a.briefing", tmp_path / "record.json"
    start = seeds[STATEMENT].text.index(MINES)
    save_briefing(*brief(seeds, Omit(start + 5, start + 15)), path)
    check(qtbot, window, monkeypatch, path, report)
    assert shown[0].verdict == "mismatch"
    assert "VG-7" in shown[0].rows[0].finding
    assert shown[0].rows[0].rules == ()
    assert json.loads(report.read_bytes())["format"] == "briefer-verification-record"


def test_a_file_that_cannot_be_checked_is_told(qtbot, window, monkeypatch, tmp_path, shown):
    path = tmp_path / "notes.pdf"
    path.write_bytes(b"not a pdf")
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    check(qtbot, window, monkeypatch, path, None)
    assert (len(told), shown) == (1, [])
    check(qtbot, window, monkeypatch, None, None)
    assert len(told) == 1


ITEMS = (
    ProvenItem("a", "altered", "Was so.", "Is so.", "Altered.", differences("Was so.", "Is so.")),
    ProvenItem("b", "verified", "Stays.", "Stays."),
    ProvenItem("c", "uncheckable", "Who knows.", "Who knows.", "No source."),
)


def test_the_dialog_shows_each_item_and_what_differs(dressed, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    checked = of_proof("brief.docx", Proof("mismatch", ITEMS, ("A heading is gone.",)))
    dialog = FileCheckDialog(parent, checked)
    assert dialog.windowTitle() == "Check of brief.docx"
    assert dialog.view.row().id == "a"
    assert "Was Is so." in dialog.view.words.toPlainText()
    assert [row.badge.icon for row in checked.rows] == ["circle-x", "check", "triangle-alert"]


def test_a_file_without_a_proof_says_why(dressed, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    checked = of_proof("brief.docx", Proof("cannot_check", (), ("It carries no proof.",)))
    dialog = FileCheckDialog(parent, checked)
    assert not dialog.view.isVisibleTo(dialog)
    assert checked.said == "Not everything could be compared."
    partly = of_proof("brief.docx", Proof("cannot_check", ITEMS[1:], ()))
    assert partly.said.startswith("Nothing was altered since the export.")


def test_a_briefing_s_own_verdict_is_said(seeds):
    briefing, sources = brief(seeds)
    checked = of_briefing("a.briefing", briefing, check_briefing(briefing, sources))
    assert checked.said.startswith("The one pick is")


@pytest.mark.parametrize("wants", [True, False])
def test_the_report_is_saved_when_it_is_wanted(dressed, qtbot, monkeypatch, wants):
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(FileCheckDialog, "exec", lambda _: wants)
    assert file_check.show_check(parent, of_proof("a.docx", Proof("verified"))) is wants
