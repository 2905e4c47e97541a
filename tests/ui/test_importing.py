"""What is imported, pasted or dropped, what is asked about it, and what is said of it."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from briefer.core.errors import UnreadableSource
from briefer.services.encodings import Preview
from briefer.services.reading import Outcome
from briefer.ui import dialogs, encoding_dialog, import_report
from briefer.ui.encoding_dialog import EncodingDialog
from briefer.ui.import_report import ENCODING, ImportReport
from briefer.ui.importing import default_name, root_of
from tests.ui.working import do, said, settled

RUSSIAN = "Мины убивают мирных жителей каждый день."


@pytest.fixture
def shown(monkeypatch):
    """The outcomes in every report that is shown."""
    reports = []
    monkeypatch.setattr(import_report, "show_report", lambda _, found: reports.append(found))
    return reports


@pytest.fixture(autouse=True)
def nothing_copied(qapp):
    """Empties the clipboard at the end: it may not outlive what lies on it."""
    yield
    QApplication.clipboard().clear()


def copy(words="", html="", files=()):
    data = QMimeData()
    if words:
        data.setText(words)
    if html:
        data.setHtml(html)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    QApplication.clipboard().setMimeData(data)


def files_of(window):
    with window.desk.opened_library() as library:
        return [line.file for line in library.sources()][5:]


def test_copied_words_become_a_source_named_after_their_first_line(qtbot, window, monkeypatch):
    proposed = []
    monkeypatch.setattr(dialogs, "ask_line", lambda *args: proposed.append(args[3]) or args[3])
    copy("\n Remarks: by the Minister\nMines kill civilians.")
    do(window, "paste_source")
    settled(qtbot, window)
    assert proposed == ["Remarks by the Minister"]
    assert files_of(window) == ["Remarks by the Minister.txt"]
    assert "Mines kill" in window.desk.reader.source().text


def test_a_copied_part_of_a_web_page_is_read_as_one(qtbot, window, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_line", lambda *args: "Page")
    copy("Mines kill.", "<h1>Mines</h1><p>They <b>kill</b> civilians every day of the year.</p>")
    do(window, "paste_source")
    settled(qtbot, window)
    assert files_of(window) == ["Page.html"]
    assert "They kill civilians" in window.desk.reader.source().text


def test_copied_files_are_imported_and_nothing_copied_is_told(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Words of a file.")
    copy(files=[tmp_path / "a.txt"])
    do(window, "paste_source")
    settled(qtbot, window)
    assert files_of(window) == ["a.txt"]
    copy("  ")
    do(window, "paste_source")
    assert "no text to paste" in said(window)
    monkeypatch.setattr(dialogs, "ask_line", lambda *args: None)
    copy("Words that nobody wants after all")
    do(window, "paste_source")
    settled(qtbot, window)
    assert files_of(window) == ["a.txt"]


def test_a_name_is_cut_between_words():
    assert default_name("word " * 30) == "word " * 11 + "word"
    assert default_name("x" * 90) == "x" * 60
    assert default_name("") == "Briefing"


def drop(window, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, none)
    return window.drops.eventFilter(window, event)  # Qt takes drops from a real drag alone


def test_what_is_dropped_on_the_window_is_imported_opened_or_taken_over(
    qtbot, window, tmp_path, monkeypatch
):
    taken = []
    (tmp_path / "a.txt").write_text("Words of a file.")
    monkeypatch.setattr(window.files, "open_file", taken.append)
    window.drops._by_ending = {".briefing": taken.append, ".brieferlibrary": taken.append}
    assert drop(window, tmp_path)
    settled(qtbot, window)
    assert files_of(window) == ["a.txt"]
    assert drop(window, tmp_path / "x.briefing")
    assert drop(window, tmp_path / "x.brieferlibrary")
    assert taken == [tmp_path / "x.briefing", tmp_path / "x.brieferlibrary"]
    assert not drop(window)


def locked(path, name):
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(name, "Words that are long enough.")
    data = bytearray(path.read_bytes())
    data[6] = data[data.index(b"PK\x01\x02") + 8] = 1  # says that it is encrypted
    path.write_bytes(data)


def test_only_what_is_locked_is_tried_again_with_the_password(
    qtbot, window, tmp_path, shown, monkeypatch
):
    locked(tmp_path / "a.zip", "a.txt")
    (tmp_path / "b.txt").write_text("Words of a file.")
    answers, asked = ["guess", None], []
    monkeypatch.setattr(
        dialogs, "ask_password", lambda _, names: asked.append(names) or answers.pop(0)
    )
    window.importing.import_files([tmp_path])
    settled(qtbot, window)
    settled(qtbot, window)
    assert [list(map(Path, names)) for names in asked] == [[tmp_path / "a.zip" / "a.txt"]] * 2
    assert sorted((Path(one.path).name, one.known) for one in shown[0]) == [
        ("a.txt", False), ("b.txt", False),
    ]  # fmt: skip
    assert root_of(str(tmp_path / "a.zip" / "a.txt")) == tmp_path / "a.zip"
    assert root_of("/nowhere/a.txt") == Path("/nowhere/a.txt")


def test_a_guessed_encoding_is_shown_and_another_one_takes_its_place(
    qtbot, window, tmp_path, monkeypatch
):
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("koi8-r"))
    offered = []

    def choose(_, file, previews):
        offered.extend(previews)
        return next(one.encoding for one in previews if not one.is_now)

    monkeypatch.setattr(encoding_dialog, "ask_encoding", choose)
    window.importing.import_files([tmp_path / "a.txt"])
    for _ in range(4):
        settled(qtbot, window)
    assert 2 < len(offered) < 6
    assert "the first reading is in the trash" in said(window)
    assert files_of(window) == ["a.txt"]
    assert window.desk.reader.source().text == offered[1].text


def test_of_several_the_report_leads_to_the_encoding(qtbot, window, tmp_path, shown, monkeypatch):
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("koi8-r"))
    (tmp_path / "b.txt").write_text("Words.")
    asked = []
    monkeypatch.setattr(encoding_dialog, "ask_encoding", lambda *args: asked.append(args[1]))
    monkeypatch.setattr(import_report, "show_report", lambda _, found: found[0])
    do(window, "import_report")
    assert "Nothing was imported" in said(window)
    window.importing.import_files([tmp_path])
    settled(qtbot, window)
    settled(qtbot, window)
    assert asked == ["a.txt"]


def test_the_report_names_failures_first_and_can_be_copied(dressed, qtbot, window):
    error = UnreadableSource("It is empty.", "Choose another file.")
    outcomes = [
        Outcome("in/a.txt", "1"), Outcome("in/b.txt", "2", True), Outcome("in/c.pdf", error=error),
        Outcome("in/d.txt", "3", warnings=("encoding_uncertain",), encoding="koi8-r"),
    ]  # fmt: skip
    dialog = ImportReport(window, outcomes)
    qtbot.addWidget(dialog)
    assert [row.cells for row in dialog.rows()] == [
        ("c.pdf", "not imported"), ("d.txt", "imported, with a remark"), ("a.txt", "imported"),
        ("b.txt", "already in the library"),
    ]  # fmt: skip
    text = dialog.as_text()
    assert text.startswith("3 of 4 documents are in the library; 1 could not be read.")
    assert "Choose another file." in text
    assert "guessed as koi8-r" in text
    assert not dialog.buttons[ENCODING].isEnabled()
    dialog.table.setCurrentItem(dialog.table.topLevelItem(1))
    dialog.buttons[ENCODING].click()
    assert dialog.chosen == outcomes[3]


def test_the_dialog_of_encodings_shows_the_text_in_each(dressed, qtbot, window):
    previews = [Preview("koi8-r", "мины", True), Preview("windows-1251", "ЛХМШ", False)]
    dialog = EncodingDialog(window, "a.txt", previews)
    qtbot.addWidget(dialog)
    assert (dialog.text.toPlainText(), dialog.ok.text()) == ("мины", "Keep it so")
    dialog.list.setCurrentRow(1)
    assert (dialog.text.toPlainText(), dialog.ok.text()) == ("ЛХМШ", "Read it so")
    assert dialog.chosen() == previews[1]
