"""The place that tells and asks with ready-made boxes: errors, files, yes or no."""

import re
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QProgressDialog,
    QWidget,
)

from briefer import __version__
from briefer.core.errors import BrieferError
from briefer.core.references import Matched
from briefer.importers.formats import ENDINGS
from briefer.store.drafts import Draft
from briefer.ui.jobs import Job

Answer = Literal["save", "discard", "cancel"]
Outgoing = Literal["go_on", "show", "cancel"]
Rescue = Literal["restore", "discard", "later"]

BRIEFINGS = "Briefings (*.briefing)"
TEMPLATES = "Templates (*.brieftemplate)"
DOCUMENTS = f"Documents ({' '.join(f'*{ending}' for ending in ENDINGS)});;All files (*)"
RECORDS = "Word document (*.docx);;PDF document (*.pdf);;JSON (*.json)"
LIBRARIES = "Libraries handed over (*.brieferlibrary)"
REFERENCES = "CSL-JSON (*.json);;RIS (*.ris)"
REFERENCE_FILES = "References (*.json *.ris)"
EXPORTS = "Word document (*.docx);;PDF document (*.pdf)"


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str, more: str = "") -> QMessageBox:
    box = QMessageBox(icon, "briefer", text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    return box


def show_error(parent: QWidget, error: BrieferError) -> None:
    """Says what happened and what to do."""
    _box(parent, QMessageBox.Icon.Warning, error.message, error.hint).exec()


def show_bug(parent: QWidget, error: BaseException) -> None:
    """Says that the program is at fault, with what a report of it needs."""
    box = _box(
        parent,
        QMessageBox.Icon.Critical,
        "Something went wrong inside briefer.",
        "Your work is kept. If it happens again, please report it with the details below.",
    )
    details = "".join(traceback.format_exception(error))
    box.setDetailedText(f"briefer {__version__}\n\n{details}")
    box.exec()


def show_references(parent: QWidget, found: Matched) -> None:
    """Says which references are sources of the library, what was taken, and which are none."""
    taken = sum(len(one.adds) for one in found.matches)
    count = len(found.matches) + len(found.unmatched)
    text = f"{len(found.matches)} of {count} references are sources of this library."
    more = f"{taken} unknown fields were filled. Each is inferred until you confirm it."
    box = _box(
        parent, QMessageBox.Icon.Information, text, more if taken else "Nothing was unknown."
    )
    lines = [f"{one.reference.name()}: found by {one.by}" for one in found.matches]
    lines += [f"{one.name()}: no source" for one in found.unmatched]
    box.setDetailedText("\n".join(lines))
    box.exec()


def show_about(parent: QWidget) -> None:
    """What the program is, its version and its licences."""
    _box(
        parent,
        QMessageBox.Icon.Information,
        f"briefer {__version__}",
        "Briefings built from verbatim, cited passages.\n\nLicence: Apache-2.0. Qt is used under "
        "the LGPL; the icons are Lucide's (ISC); the PDF fonts are Noto (SIL Open Font Licence).",
    ).exec()


def ask_unsaved(parent: QWidget, title: str) -> Answer:
    """What becomes of changes that no file holds."""
    box = _box(
        parent,
        QMessageBox.Icon.Question,
        f"“{title}” has changes that are not saved.",
        "Save them before it is closed?",
    )
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    answers: dict[int, Answer] = {buttons.Save.value: "save", buttons.Discard.value: "discard"}
    return answers.get(box.exec(), "cancel")


def ask_recovery(parent: QWidget, drafts: Sequence[Draft]) -> Rescue:
    """What becomes of briefings that were not saved before a crash; Esc keeps them for later."""
    titles = "\n".join(f"“{draft.briefing.title}”" for draft in drafts)
    box = _box(
        parent,
        QMessageBox.Icon.Question,
        "briefer was not closed properly. Restore what was not saved?",
        titles,
    )
    restore = box.addButton("Restore", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("Discard", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton("Ask again later", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(restore)
    box.exec()
    if box.clickedButton() is restore:
        return "restore"
    return "discard" if box.clickedButton() is discard else "later"


def ask_yes(parent: QWidget, text: str, more: str, action: str) -> bool:
    """Whether to go on; `action` is the word on the button that does."""
    box = _box(parent, QMessageBox.Icon.Question, text, more)
    go_on = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is go_on


def ask_contradiction(parent: QWidget, text: str, pair: str) -> Outgoing:
    """Whether a briefing goes out with figures that contradict each other."""
    box = _box(parent, QMessageBox.Icon.Question, text, pair)
    go_on = box.addButton("Export all the same", QMessageBox.ButtonRole.AcceptRole)
    show = box.addButton("Show figures…", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(show)
    box.exec()
    if box.clickedButton() is show:
        return "show"
    return "go_on" if box.clickedButton() is go_on else "cancel"


def ask_line(parent: QWidget, title: str, label: str, text: str = "") -> str | None:
    """A line of text; None when the user cancels or leaves it empty."""
    answer, accepted = QInputDialog.getText(parent, title, label, text=text)
    return answer.strip() or None if accepted else None


def ask_one(parent: QWidget, title: str, label: str, choices: Sequence[str]) -> str | None:
    """One of some lines, or another that is typed; None when the user cancels."""
    answer, accepted = QInputDialog.getItem(parent, title, label, list(choices), 0, True)
    return answer.strip() or None if accepted else None


def ask_password(parent: QWidget, names: Sequence[str]) -> str | None:
    """The password of locked documents; None when the user cancels or leaves it empty."""
    label = f"The password of {', '.join(names)}:"
    hidden = QLineEdit.EchoMode.Password
    answer, accepted = QInputDialog.getText(parent, "Locked documents", label, hidden)
    return answer or None if accepted else None


def ask_words(parent: QWidget, title: str, label: str, text: str = "") -> str | None:
    """A text of several lines; None when the user cancels."""
    answer, accepted = QInputDialog.getMultiLineText(parent, title, label, text)
    return answer.strip() if accepted else None


def ask_open(parent: QWidget, title: str, folder: str, kinds: str = BRIEFINGS) -> Path | None:
    """A file to open."""
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def ask_documents(parent: QWidget, folder: str) -> list[Path]:
    """Documents to import."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Import documents", folder, DOCUMENTS)
    return [Path(name) for name in names]


def ask_save(
    parent: QWidget, title: str, suggested: str, kinds: str = BRIEFINGS, ending: str = ".briefing"
) -> Path | None:
    """A name to save under; one without an ending of these kinds gets that of the kind chosen.

    The system's dialog asks before a file is replaced, but knows only the name as it was typed.
    """
    name, chosen = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in _endings(kinds):
        return path
    path = path.with_name(path.name + (*_endings(chosen), ending)[0])
    if path.exists() and not ask_yes(parent, f"Replace {path.name}?", "It exists.", "Replace"):
        return None
    return path


def _endings(kinds: str) -> tuple[str, ...]:
    """The endings that a file dialog's kinds name."""
    return tuple(re.findall(r"\*(\.\w+)", kinds))


def show_progress(parent: QWidget, text: str, job: Job) -> None:
    """A bar with a way to cancel; it shows itself when the work takes longer than a moment."""
    dialog = QProgressDialog(text, "Cancel", 0, 0, parent)
    dialog.setWindowTitle("briefer")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(400)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    bar = QProgressBar()
    dialog.setBar(bar)

    def report(done: int, total: int, what: str) -> None:
        # Not through the dialog: a modal one lets events in, the end of the job among them, which
        # may open another dialog and delete this one while it is still being told.
        bar.setMaximum(total)
        bar.setValue(done)

    job.progressed.connect(report)
    job.finished.connect(dialog.close)
    job.finished.connect(dialog.deleteLater)
    dialog.canceled.connect(job.cancel)


def show_exported(parent: QWidget, path: Path, count: int, flagged: Sequence[str] = ()) -> None:
    """Says that a document is written, and offers to open it or its folder.

    `flagged` is what is to be said of sources that were withdrawn or are superseded.
    """
    noun = "pick" if count == 1 else "picks"
    box = _box(
        parent,
        QMessageBox.Icon.Warning if flagged else QMessageBox.Icon.Information,
        f"{path.name} is written.",
        "\n\n".join([f"{count} {noun}, each checked against its source.", *flagged]),
    )
    opens = box.addButton("Open file", QMessageBox.ButtonRole.AcceptRole)
    shows = box.addButton("Show in folder", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(opens)
    box.exec()
    for button, target in ((opens, path), (shows, path.parent)):
        if box.clickedButton() is button:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
