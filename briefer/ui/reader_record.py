"""The head of the reader: what the source's record says, and what the text does not state."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.model import Source
from briefer.core.record import Record, text_of
from briefer.ui import theme
from briefer.ui.record_words import NOT_STATED, rows, summary, unstated

TALLEST = 210
"""Pixels of the list of fields before it scrolls."""


class RecordHead(QWidget):
    """Title, one line about the source, its caveat, and all fields when unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _label(bold=True, larger=3.0)
        self._summary = _label(quiet=True)
        self._unstated = _label(quiet=True)
        self._caveat = _Caveat()
        self._unfold = QToolButton()
        self._unfold.setText("Record")
        self._unfold.setCheckable(True)
        self._unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unfold.setAccessibleName("Show the whole source record")
        self._unfold.toggled.connect(self._fold)
        self._fields = QScrollArea()
        self._fields.setFrameShape(QFrame.Shape.NoFrame)
        self._fields.setWidgetResizable(True)
        self._fields.setMaximumHeight(TALLEST)
        self._fields.setAccessibleName("Source record")
        about = QHBoxLayout()
        about.addWidget(self._summary, 1)
        about.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 10)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addLayout(about)
        layout.addWidget(self._unstated)
        layout.addWidget(self._caveat)
        layout.addWidget(self._fields)
        self._fold(False)

    def show_record(self, source: Source) -> None:
        """Shows the record of a source."""
        record = source.record
        self._title.setText(source.name())
        self._summary.setText(summary(record))
        self._unstated.setText(unstated(record))
        self._caveat.show_text(text_of(record, "caveat"))
        self._fields.setWidget(_grid(record))
        self._fold(self._unfold.isChecked())

    def _fold(self, unfolded: bool) -> None:
        self._fields.setVisible(unfolded)
        self._unstated.setVisible(not unfolded and bool(self._unstated.text()))
        self._unfold.setIcon(theme.icon("chevron-down" if unfolded else "chevron-right"))


class _Caveat(QFrame):
    """What to beware of in this source; there is no way to fold it away."""

    def __init__(self) -> None:
        super().__init__()
        self._text = _label()
        sign = QLabel()
        sign.setPixmap(theme.icon("triangle-alert").pixmap(16, 16))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 7, 10, 7)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.setAutoFillBackground(True)

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.setVisible(bool(text))


def _grid(record: Record) -> QWidget:
    """The fields as two columns, label and value."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, (label, value) in enumerate(rows(record)):
        name, shown = _label(quiet=True), _label(quiet=not value)
        name.setText(label)
        shown.setText(value or NOT_STATED)
        if not value:
            shown.setFont(_italic(shown.font()))
        grid.addWidget(name, row, 0, top)
        grid.addWidget(shown, row, 1, top)
    holder = QWidget()
    holder.setLayout(grid)
    return holder


def _label(*, bold: bool = False, larger: float = 0.0, quiet: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() + larger)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    if quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _italic(font: QFont) -> QFont:
    font.setItalic(True)
    return font
