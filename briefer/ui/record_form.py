"""The fields of a source record as rows that scroll; they are made a few at a time."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefer.core.model import Source
from briefer.core.record import LABELS, Field, Record
from briefer.core.record_changes import Changes
from briefer.ui.record_row import RecordRow

AT_ONCE = 3
"""Rows that are made in one go, so that the window is never held up."""


class RecordForm(QScrollArea):
    """A row for every field; what is written in them can be asked for at any time."""

    changed = Signal()
    entered = Signal(str)
    """The field in which the cursor is now."""
    shown = Signal()
    """Every row shows its field."""

    def __init__(self) -> None:
        super().__init__()
        self._source: Source | None = None
        self._rows: dict[str, RecordRow] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._make_rows)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(16, 4, 16, 12)
        self._list.setSpacing(12)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def show_record(self, source: Source) -> None:
        """Shows the record of a source; `shown` says when all of it can be seen."""
        self._source = source
        for name, row in self._rows.items():
            row.show_field(source, source.record.get(name))
        self._make_rows()

    def is_whole(self) -> bool:
        """Whether every field has its row."""
        return len(self._rows) == len(LABELS)

    def row(self, name: str) -> RecordRow:
        """The row of a field."""
        return self._rows[name]

    def rows(self) -> list[RecordRow]:
        """The rows that there are, in their order."""
        return list(self._rows.values())

    def record(self) -> dict[str, Field]:
        """The record as it is written now."""
        fields = {name: row.field for name, row in self._rows.items()}
        return {name: field for name, field in fields.items() if field is not None}

    def changes(self) -> Changes:
        """What was changed: field -> its new value, or None for unknown."""
        before: Record = self._source.record if self._source else {}
        return {
            name: row.field for name, row in self._rows.items() if row.field != before.get(name)
        }

    def wrong(self) -> RecordRow | None:
        """The first row in which something is written that is no value."""
        return next((row for row in self._rows.values() if row.error), None)

    def enter(self, name: str) -> None:
        """Puts the cursor into a field."""
        self._rows[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_rows(self) -> None:
        """Makes the next few rows, and goes on when the window has had its turn."""
        waiting = [name for name in LABELS if name not in self._rows]
        for name in waiting[:AT_ONCE]:
            self._make_row(name)
        if waiting[AT_ONCE:]:
            self._later.start()
        else:
            self.shown.emit()

    def _make_row(self, name: str) -> None:
        row = RecordRow(name, LABELS[name], self.widget())
        row.changed.connect(self.changed)
        row.entered.connect(self._note)
        self._rows[name] = row
        self._list.addWidget(row)
        if self._source is not None:
            row.show_field(self._source, self._source.record.get(name))

    def _note(self, name: str) -> None:
        self.ensureWidgetVisible(self._rows[name], 0, 24)
        self.entered.emit(name)
