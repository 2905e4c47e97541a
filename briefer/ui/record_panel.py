"""The form of a source record, beside the reader: every field, its origin, and what is missing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.core.errors import WrongRequest
from briefer.core.model import Source
from briefer.core.record import LABELS, Field, Record
from briefer.core.record_changes import Changes, confirmed_field, is_open
from briefer.core.record_entry import evidence
from briefer.core.record_terms import completeness
from briefer.ui.elided import ElidedLabel
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
        self._rows: dict[str, RecordRow] = {}
        self._file = ElidedLabel()
        self._file.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._whole = QLabel()
        self._whole.setWordWrap(True)
        self._about = QLabel()
        self.take_words = self._button("Ta&ke from the text", self.words_wanted.emit)
        self.confirm = self._button("&Confirm", self._confirm)
        self.revert = self._button("&Revert", self._revert)
        self.confirm_all = self._button("Confirm &all", self._confirm_all)
        self.cancel = self._button("Cancel", self.closed.emit)
        self.save = self._button("&OK", self._save)
        self._form = QVBoxLayout()

    def show_record(self, source: Source, imported: Record) -> None:
        """Shows the record of a source; `imported` is what it goes back to when reverted."""
        if not self._rows:
            self._build()
        self._source, self._imported = source, imported
        self._file.setText(source.name())
        for name, row in self._rows.items():
            row.show_field(source, source.record.get(name))
        self._enter(self._current)
        self._look()

    def source(self) -> Source | None:
        """The source whose record is shown."""
        return self._source

    def imported(self) -> Record:
        """The record as it was imported."""
        return self._imported

    def changes(self) -> Changes:
        """What was changed: field -> its new value, or None for unknown."""
        before: Record = self._source.record if self._source else {}
        return {
            name: row.field for name, row in self._rows.items() if row.field != before.get(name)
        }

    def is_changed(self) -> bool:
        """Whether something is written that is not kept yet."""
        return bool(self.changes()) or any(row.error for row in self._rows.values())

    def row(self, name: str) -> RecordRow:
        """The row of a field."""
        return self._rows[name]

    def enter(self, name: str) -> None:
        """Puts the cursor into a field."""
        self._rows[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_form(self) -> None:
        """Puts the cursor into the first field that a citation needs and that is unknown."""
        absent = completeness(self._record()).missing
        self.enter(next((name for name in LABELS if name in absent), self._current))

    def focus_current(self) -> None:
        """Puts the cursor into the field in which it was last."""
        self.enter(self._current)

    def take(self, start: int, end: int) -> None:
        """Fills the field in which the cursor was last with words of the text, as its evidence."""
        if self._source is None:
            return
        row = self._rows[self._current]
        try:
            row.take(evidence(self._source, row.name, start, end))
        except WrongRequest as error:
            row.refuse(error)
            return
        self.place_entered.emit(start, end)

    def _build(self) -> None:
        for name, label in LABELS.items():
            row = RecordRow(name, label, self)
            row.entered.connect(self._enter)
            row.changed.connect(self._look)
            self._rows[name] = row
            self._form.addWidget(row)
        self._form.addStretch(1)
        self._form.setContentsMargins(16, 4, 16, 12)
        self._form.setSpacing(12)
        inner = QWidget()
        inner.setLayout(self._form)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self._area, 1)
        layout.addWidget(_line())
        layout.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        heading = QLabel("Source record")
        font = heading.font()
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 8)
        head.setSpacing(4)
        for one in (heading, self._file, self._whole):
            head.addWidget(one)
        return head

    def _foot(self) -> QVBoxLayout:
        """What is done with one field, above what is done with the whole record."""
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        field = QGridLayout()
        field.setSpacing(8)
        field.addWidget(self._about, 0, 0, 1, 3)
        for column, one in enumerate((self.take_words, self.confirm, self.revert)):
            field.addWidget(one, 1, column)
        field.setColumnStretch(3, 1)
        whole = QHBoxLayout()
        whole.setSpacing(8)
        whole.addWidget(self.confirm_all)
        whole.addStretch(1)
        whole.addWidget(self.cancel)
        whole.addWidget(self.save)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(10)
        foot.addLayout(field)
        foot.addWidget(_line())
        foot.addLayout(whole)
        return foot

    def _button(self, text: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _record(self) -> dict[str, Field]:
        """The record as it is written now."""
        fields = {name: row.field for name, row in self._rows.items()}
        return {name: field for name, field in fields.items() if field is not None}

    def _enter(self, name: str) -> None:
        """Notes which field the cursor is in, and shows where the text says it."""
        self._current = name
        row = self._rows[name]
        self._area.ensureWidgetVisible(row, 0, 24)
        self._about.setText(f"“{LABELS[name]}”")
        self._look_at_current()
        field = row.field
        if field is None or field.start is None or field.end is None:
            self.place_entered.emit(-1, -1)
        else:
            self.place_entered.emit(field.start, field.end)

    def _look(self) -> None:
        """Says how complete the record is, and what can be done now."""
        record = self._record()
        whole = completeness(record)
        missing = ", ".join(LABELS[name] for name in whole.missing)
        self._whole.setText(whole.said() + (f"; missing: {missing}" if missing else ""))
        for name, row in self._rows.items():
            row.set_needed(name in whole.needed)
        waiting = sum(is_open(field) for field in record.values())
        self.confirm_all.setText(f"Confirm &all ({waiting})" if waiting else "Confirm &all")
        self.confirm_all.setEnabled(waiting > 0)
        self._look_at_current()

    def _look_at_current(self) -> None:
        row = self._rows[self._current]
        self.confirm.setEnabled(is_open(row.field) and not row.error)
        back = self._imported.get(self._current)
        self.revert.setEnabled(row.field != back or bool(row.error))

    def _confirm(self) -> None:
        self._confirm_row(self._rows[self._current])

    def _confirm_all(self) -> None:
        for row in self._rows.values():
            if is_open(row.field) and not row.error:
                self._confirm_row(row)

    def _confirm_row(self, row: RecordRow) -> None:
        if self._source is not None and row.field is not None:
            row.take(confirmed_field(self._source, row.name, row.field))

    def _revert(self) -> None:
        self._rows[self._current].take(self._imported.get(self._current))

    def _save(self) -> None:
        wrong = next((row for row in self._rows.values() if row.error), None)
        if wrong is not None:
            self.enter(wrong.name)
            self.hint.emit(WRONG.format(LABELS[wrong.name]))
        elif self._source is not None:
            self.saved.emit(self._source.id, self.changes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
