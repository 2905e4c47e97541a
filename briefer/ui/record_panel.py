"""The source record beside the reader: its form, how complete it is, and what is done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.errors import WrongRequest
from briefer.core.model import Source
from briefer.core.record import LABELS, Record
from briefer.core.record_changes import confirmed_field, is_open
from briefer.core.record_entry import evidence
from briefer.core.record_terms import completeness
from briefer.ui.elided import ElidedLabel
from briefer.ui.record_form import RecordForm
from briefer.ui.record_row import RecordRow

WRONG = "What is written in “{}” cannot be kept: mend it first."


class RecordPanel(QWidget):
    """Takes a source and gives wishes; nothing is kept before it is saved."""

    saved = Signal(str, object)
    """The source's id, and the changes (field -> Field, or None for unknown)."""
    closed = Signal()
    """The form is to be closed without keeping anything."""
    place_entered = Signal(int, int)
    """The range of the text that the field says in which the cursor is now; -1 where none."""
    words_wanted = Signal()
    """The words selected in the text are to fill the field in which the cursor was last."""
    hint = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._imported: Record = {}
        self._current = next(iter(LABELS))
        self.form = RecordForm()
        self._name = ElidedLabel()
        self._name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self._about = QLabel()
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.take_words = _button("Ta&ke from the text", self.words_wanted.emit)
        self.confirm = _button("&Confirm", self._confirm)
        self.revert = _button("&Revert", self._revert)
        self.confirm_all = _button("Confirm &all", self._confirm_all)
        self.cancel = _button("Cancel", self.closed.emit)
        self.save = _button("&OK", self._save)
        self._lay_out()
        self.form.changed.connect(self._look)
        self.form.entered.connect(self._entered)
        self.form.shown.connect(self._look)

    def show_record(self, source: Source, imported: Record) -> None:
        """Shows the record of a source; `imported` is what it goes back to when reverted."""
        self._source, self._imported = source, imported
        self._name.setText(source.name())
        self.form.show_record(source)

    def source(self) -> Source | None:
        """The source whose record is shown."""
        return self._source

    def imported(self) -> Record:
        """The record as it was imported."""
        return self._imported

    def is_changed(self) -> bool:
        """Whether something is written that is not kept yet."""
        return bool(self.form.changes()) or self.form.wrong() is not None

    def focus_first(self) -> None:
        """Puts the cursor into the first field that a citation needs and that is unknown."""
        absent = completeness(self.form.record()).missing
        self.form.enter(next((name for name in LABELS if name in absent), self._current))

    def focus_current(self) -> None:
        """Puts the cursor into the field in which it was last."""
        self.form.enter(self._current)

    def take(self, start: int, end: int) -> None:
        """Fills the field in which the cursor was last with words of the text, as its evidence."""
        if self._source is None:
            return
        row = self._row()
        try:
            row.take(evidence(self._source, row.name, start, end))
        except WrongRequest as error:
            row.refuse(error)
            return
        self.place_entered.emit(start, end)

    def _lay_out(self) -> None:
        heading = QLabel("Source record")
        font = heading.font()
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        head, foot, field, whole = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 8)
        head.setSpacing(4)
        for label in (heading, self._name, self.whole):
            head.addWidget(label)
        for button in (self.take_words, self.confirm, self.revert):
            field.addWidget(button)
        field.addStretch(1)
        whole.addWidget(self.confirm_all)
        whole.addStretch(1)
        whole.addWidget(self.cancel)
        whole.addWidget(self.save)
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(10)
        foot.addWidget(self._about)
        foot.addLayout(field)
        foot.addWidget(_line())
        foot.addLayout(whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.form, 1)
        layout.addWidget(_line())
        layout.addLayout(foot)

    def _row(self) -> RecordRow:
        return self.form.row(self._current)

    def _entered(self, name: str) -> None:
        """Notes which field the cursor is in, and shows where the text says it."""
        self._current = name
        self._look_at_current()
        field = self._row().field
        if field is None or field.start is None or field.end is None:
            self.place_entered.emit(-1, -1)
        else:
            self.place_entered.emit(field.start, field.end)

    def _look(self) -> None:
        """Says how complete the record is, and what can be done now."""
        record = self.form.record()
        whole = completeness(record)
        missing = ", ".join(LABELS[name] for name in whole.missing)
        self.whole.setText(whole.said() + (f"; missing: {missing}" if missing else ""))
        for row in self.form.rows():
            row.set_needed(row.name in whole.needed)
        waiting = sum(is_open(field) for field in record.values())
        self.confirm_all.setText(f"Confirm &all ({waiting})" if waiting else "Confirm &all")
        self.confirm_all.setEnabled(waiting > 0)
        self._look_at_current()

    def _look_at_current(self) -> None:
        row = self._row()
        self._about.setText(f"“{LABELS[row.name]}”")
        self.confirm.setEnabled(is_open(row.field) and not row.error)
        self.revert.setEnabled(row.field != self._imported.get(row.name) or bool(row.error))

    def _confirm(self) -> None:
        self._confirm_row(self._row())

    def _confirm_all(self) -> None:
        for row in self.form.rows():
            if is_open(row.field) and not row.error:
                self._confirm_row(row)

    def _confirm_row(self, row: RecordRow) -> None:
        if self._source is not None and row.field is not None:
            row.take(confirmed_field(self._source, row.name, row.field))

    def _revert(self) -> None:
        self._row().take(self._imported.get(self._current))

    def _save(self) -> None:
        wrong = self.form.wrong()
        if wrong is not None:
            self.form.enter(wrong.name)
            self.hint.emit(WRONG.format(LABELS[wrong.name]))
        elif self._source is not None:
            self.saved.emit(self._source.id, self.form.changes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _button(text: str, does: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(does)
    return button


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
