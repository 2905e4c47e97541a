"""The head of the reader: what the source's record says, and what the text does not state."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
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
from briefer.ui.elided import ElidedLabel
from briefer.ui.notice_strip import NoticeStrip
from briefer.ui.record_words import NOT_STATED, rows, summary, unstated

TITLE_LINES = 2
TALLEST = 210
"""Pixels of the list of fields before it scrolls."""


class RecordHead(QWidget):
    """Title, one line about the source, its caveat, and all fields when unfolded."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(TITLE_LINES)
        self._title.setFont(_heading(self.font()))
        self._summary = _label(quiet=True)
        self._unstated = _label(quiet=True)
        self.notice = NoticeStrip()
        self._caveat = _Caveat()
        self._unfold = QToolButton()
        self._unfold.setText("Record")
        self._unfold.setCheckable(True)
        self._unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unfold.setAccessibleName("Show the whole source record")
        self._unfold.toggled.connect(self._fold)
        self._edit = QToolButton()
        self._edit.setText("Edit…")
        self._edit.setIcon(theme.icon("pencil"))
        self._edit.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._edit.setAccessibleName("Edit the source record")
        self._edit.setToolTip("Complete and confirm the source record (Ctrl+D)")
        self._edit.clicked.connect(self.edit_wanted)
        self._fields = QScrollArea()
        self._fields.setFrameShape(QFrame.Shape.NoFrame)
        self._fields.setWidgetResizable(True)
        self._fields.setMaximumHeight(TALLEST)
        self._fields.setAccessibleName("Source record")
        about = QHBoxLayout()
        about.addWidget(self._summary, 1)
        about.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 10)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addLayout(about)
        layout.addWidget(self._unstated)
        layout.addWidget(self.notice)
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


class _Caveat(QWidget):
    """What to beware of in this source; there is no way to fold it away."""

    def __init__(self) -> None:
        super().__init__()
        self._text = _label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(38, 8, 12, 8)
        layout.addWidget(self._text)

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.warning_colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.tint)
        painter.drawRoundedRect(self.rect(), 6, 6)
        theme.draw_icon(painter, "triangle-alert", QRectF(12, 10, 16, 16), colours.mark)
        painter.end()


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


def _label(*, quiet: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _heading(font: QFont) -> QFont:
    font.setPointSizeF(font.pointSizeF() + 2)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _italic(font: QFont) -> QFont:
    font.setItalic(True)
    return font
