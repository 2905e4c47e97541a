"""What the commands on the whole library ask, and how they say what came of it."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from briefer.services.handing_over import TakenOver
from briefer.services.soundness import Soundness
from briefer.settings import Settings
from briefer.store.checking import REPAIRABLE
from briefer.ui.forms import FormDialog
from briefer.ui.list_dialog import ListRow

NAMES = {
    "file": "The file", "links": "What names sources", "index": "Search index",
    "facets": "Filters",
}  # fmt: skip
"""What the parts of a library are called that are no source."""


EVERY = {1: "every day", 2: "every two days", 7: "every week", 0: "never by itself"}
"""Days between two copies, and what that is called."""


def _every(days: int) -> str:
    return EVERY.get(days, f"every {days} days")


def is_repairable(found: Soundness) -> bool:
    """Whether all that is wrong can be made anew."""
    return all(one.kind in REPAIRABLE for one in found.faults)


def check_words(found: Soundness) -> str:
    """What a check came to, in a sentence."""
    if found.verdict == "damaged":
        wrong = len(found.faults)
        it, they = "thing is not as it should be", "things are not as they should be"
        return f"{wrong} {it if wrong == 1 else they}."
    notes = len(found.notes)
    more = f" {notes} could not be compared with their originals." if notes else ""
    again = " again" if found.verdict == "repaired" else ""
    return f"The library is whole{again}: {found.sources:,} sources.{more}"


def check_rows(found: Soundness) -> list[ListRow]:
    """A row for each fault, then for what could not be compared."""
    wrong = "check" if found.verdict == "repaired" else "circle-x"
    signed = [(one, wrong) for one in found.faults] + [(one, "info") for one in found.notes]
    return [
        ListRow(
            (one.file or NAMES.get(one.kind, one.kind), one.message),
            sign,
            _more(one.message, one.hint),
        )
        for one, sign in signed
    ]


def _more(message: str, hint: str) -> str:
    return f"{message}\n{hint}".strip()


def taken_words(taken: Sequence[TakenOver]) -> str:
    """What was taken over, in a sentence."""
    sources = [one for one in taken if one.id]
    new = sum(not one.known and one.error is None for one in sources)
    refused = sum(one.error is not None for one in sources)
    unproven = sum(bool(one.unproven) for one in sources)
    parts = [f"{new} of {len(sources)} sources are new here"]
    parts += [f"{unproven} marked as unproven"] if unproven else []
    parts += [f"{refused} refused"] if refused else []
    return f"{', '.join(parts)}. What this library said already stays."


def taken_rows(taken: Sequence[TakenOver]) -> list[ListRow]:
    """A row for each source or template, those to look at first."""
    return [_taken(one) for one in sorted(taken, key=_calm)]


def _calm(one: TakenOver) -> int:
    return 0 if one.error else 1 if one.unproven or one.conflicts else 2


def _taken(one: TakenOver) -> ListRow:
    if one.error is not None:
        return ListRow((one.file or one.id, "refused"), "circle-x", str(one.error))
    state = "here already" if one.known else "added"
    unproven = f"Its text could not be proved: {one.unproven}." if one.unproven else ""
    more = "\n".join(filter(None, (unproven, *one.conflicts)))
    if more:
        state += ", unproven" if one.unproven else ", says otherwise"
    return ListRow((one.file, state), "triangle-alert" if more else "check", more)


class CopyingDialog(FormDialog):
    """How often the library is copied, and where to."""

    def __init__(self, parent: QWidget, kept: Settings, folder: Path) -> None:
        super().__init__(parent, "Copies of the library", "Save")
        self.every = QComboBox()
        for days, words in {**EVERY, kept.copy_every: _every(kept.copy_every)}.items():
            self.every.addItem(words, days)
        self.every.setCurrentIndex(self.every.findData(kept.copy_every))
        self.folder = QLineEdit(kept.copies)
        self.folder.setPlaceholderText(str(folder.parent))
        self.folder.setMinimumWidth(320)
        self.folder.setAccessibleName("Folder of the copies")
        browse = QPushButton("Choose…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        label = QLabel("&Folder")
        label.setBuddy(self.folder)
        form.addRow("&Made", self.every)
        form.addRow(label, row)
        self.box.addLayout(form)
        self.box.addWidget(self.buttons)

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Folder of the copies", self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def wish(self) -> tuple[int, str]:
        """Days between two copies (0: never), and the folder (empty: the program's own)."""
        return self.every.currentData(), self.folder.text().strip()


def ask_copying(parent: QWidget, kept: Settings, folder: Path) -> tuple[int, str] | None:
    """How often and where to copy; None when the user cancels."""
    dialog = CopyingDialog(parent, kept, folder)
    return dialog.wish() if dialog.exec() else None


class HandingWish(Struct, frozen=True):
    """What is to be handed over; without a tag, all sources."""

    tag: str
    originals: bool
    templates: bool


class HandingDialog(FormDialog):
    """Which sources are handed over, and what goes with them."""

    def __init__(self, parent: QWidget, count: int, tags: Sequence[str]) -> None:
        super().__init__(parent, "Hand over", "Choose file…")
        self.which = QComboBox()
        self.which.addItem(f"All {count:,} sources", "")
        for tag in tags:
            self.which.addItem(f"Those with the tag “{tag}”", tag)
        self.originals = QCheckBox("With the &original documents, so that the texts can be proved")
        self.originals.setChecked(True)
        self.templates = QCheckBox("With your &templates")
        self.templates.setChecked(True)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow("&Sources", self.which)
        self.box.addLayout(form)
        self.box.addWidget(self.originals)
        self.box.addWidget(self.templates)
        self.box.addWidget(self.buttons)

    def wish(self) -> HandingWish:
        """What the user wants."""
        return HandingWish(
            self.which.currentData(), self.originals.isChecked(), self.templates.isChecked()
        )


def ask_handing_over(parent: QWidget, count: int, tags: Sequence[str]) -> HandingWish | None:
    """What is to be handed over; None when the user cancels."""
    dialog = HandingDialog(parent, count, tags)
    return dialog.wish() if dialog.exec() else None
