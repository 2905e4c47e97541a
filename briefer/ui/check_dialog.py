"""The check of the briefing in hand as a window beside it, kept up to date with every change."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
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

from briefer.core.check import Report
from briefer.core.model import Briefing
from briefer.ui.check_rows import VERDICT_ICONS, CheckRow, rows_of, verdict_words
from briefer.ui.check_view import CheckView
from briefer.ui.figure_notes import NO_NOTES, Notes
from briefer.ui.theme import icon

MOST_REMARKS = 6


class CheckDialog(QDialog):
    """Lists every item of a briefing with its outcome; reasons are typed right here."""

    item_chosen = Signal(str)
    edit_wanted = Signal(str)
    record_wanted = Signal()
    figures_wanted = Signal(object)
    """The keys of two statements that the register is to show."""
    reason_settled = Signal(str, object, str)
    """Id of the item, the Finding, the reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Check")
        self.resize(820, 640)
        self._sign, self._verdict, self._remarks = QLabel(), QLabel(), QLabel()
        self._verdict.setWordWrap(True)
        self._remarks.setWordWrap(True)
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        self._remarks.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.view = CheckView()
        self.edit = QPushButton("Edit quotation…")
        self.figures = QPushButton("Show figures…")
        self.record = QPushButton("Verification record…")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.edit, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.figures, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.record, QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        top = QHBoxLayout()
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._verdict, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._remarks)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.edit.clicked.connect(self._want_edit)
        self.figures.clicked.connect(self._want_figures)
        self.record.clicked.connect(self.record_wanted)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda _: self._want_edit())
        self.view.reason_settled.connect(self.reason_settled)

    def show_check(self, briefing: Briefing, report: Report, notes: Notes = NO_NOTES) -> None:
        """Shows the outcome of a check of a briefing, and what is to be known of its figures."""
        self._sign.setPixmap(icon(VERDICT_ICONS[report.verdict]).pixmap(QSize(20, 20)))
        self._verdict.setText(f"<b>{escape(verdict_words(report))}</b>")
        own = {one.said() for text in report.own for one in text.rules}
        remarks = [one for one in report.findings if one not in own]
        more = len(remarks) - MOST_REMARKS
        shown = [*remarks[:MOST_REMARKS], f"And {more} more."] if more > 1 else remarks
        self._remarks.setText("\n".join(shown))
        self._remarks.setVisible(bool(shown))
        self.view.show_rows(rows_of(briefing, report, notes))
        self._allow(self.view.row())

    def _choose(self, row: CheckRow) -> None:
        self._allow(row)
        self.item_chosen.emit(row.id)

    def _allow(self, row: CheckRow | None) -> None:
        self.edit.setEnabled(row is not None and row.editable)
        self.figures.setEnabled(row is not None and row.shows() is not None)

    def _want_edit(self) -> None:
        row = self.view.row()
        if row is not None and row.editable:
            self.edit_wanted.emit(row.id)

    def _want_figures(self) -> None:
        row = self.view.row()
        if row is not None and (pair := row.shows()) is not None:
            self.figures_wanted.emit(pair)
