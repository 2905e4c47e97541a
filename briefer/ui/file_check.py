"""The check of a file as a dialog: each item of a document or briefing, and what differs."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.check import Report, Verdict
from briefer.core.check_report import STATUS_NAMES, VERDICTS
from briefer.core.model import Briefing
from briefer.core.proof import MISMATCHES, Proof, ProvenItem
from briefer.ui.briefing_lines import Badge
from briefer.ui.check_rows import VERDICT_ICONS, CheckRow, rows_of, verdict_words
from briefer.ui.check_view import CheckView
from briefer.ui.theme import icon


class FileCheck(Struct, frozen=True):
    """What the check of a file came to, ready to be shown."""

    name: str
    verdict: Verdict
    said: str
    rows: tuple[CheckRow, ...]
    remarks: tuple[str, ...] = ()


def of_proof(name: str, proof: Proof) -> FileCheck:
    """The check of an exported document."""
    rows = tuple(_row(one) for one in proof.items)
    said = VERDICTS[proof.verdict]
    if proof.verdict == "cannot_check" and proof.items:
        said = f"Nothing was altered since the export. {said}"
    return FileCheck(name, proof.verdict, said, rows, proof.findings)


def of_briefing(name: str, briefing: Briefing, report: Report) -> FileCheck:
    """The check of a briefing that is not in hand: what was found is said, not answered."""
    rows = tuple(
        replace(one, rules=(), finding=one.finding + " ".join(rule.said() for rule in one.rules))
        for one in rows_of(briefing, report)
    )
    return FileCheck(name, report.verdict, verdict_words(report), rows, report.findings)


def _row(one: ProvenItem) -> CheckRow:
    return CheckRow(
        one.id, _badge(one), "", "", one.found or one.expected, one.finding, one.differences
    )


def _badge(one: ProvenItem) -> Badge:
    name = STATUS_NAMES[one.status]
    if one.status in MISMATCHES:
        return Badge(name, "circle-x", "bad")
    if one.status == "verified":
        return Badge(name, "check", "good")
    return Badge(name, "triangle-alert", "warning")


class FileCheckDialog(QDialog):
    """Shows the check of a file; accepted when the user wants its report."""

    def __init__(self, parent: QWidget, checked: FileCheck) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Check of {checked.name}")
        self.resize(820, 600)
        sign, said, remarks = QLabel(), QLabel(checked.said), QLabel("\n".join(checked.remarks))
        sign.setPixmap(icon(VERDICT_ICONS[checked.verdict]).pixmap(QSize(20, 20)))
        for label in (said, remarks):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        font = said.font()
        font.setBold(True)
        said.setFont(font)
        remarks.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        remarks.setVisible(bool(checked.remarks))
        self.view = CheckView()
        self.view.show_rows(checked.rows)
        self.view.setVisible(bool(checked.rows))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        save = buttons.addButton("Save report…", QDialogButtonBox.ButtonRole.AcceptRole)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        save.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(remarks)
        if not checked.rows:
            layout.addStretch(1)
        layout.addWidget(buttons)


def show_check(parent: QWidget, checked: FileCheck) -> bool:
    """Shows the check of a file; whether the user wants its report saved."""
    dialog = FileCheckDialog(parent, checked)
    wants = bool(dialog.exec())
    dialog.deleteLater()
    return wants
