"""The widgets that values of a source record are written in, one for each sort of value."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from briefer.core.errors import WrongRequest
from briefer.core.record import Name, Value, shown
from briefer.core.record_entry import Sort, read_value, sort_of
from briefer.core.record_terms import DELIVERY, TYPES
from briefer.ui import theme

NOT_STATED = "not stated"
LONG = ("title", "event-title", "on_behalf_of")
"""Fields of one line that are mostly longer than a line is wide."""

HINTS: Mapping[Sort, str] = {
    "date": "2026, May 2026 or 21 May 2026",
    "address": "https://…",
    "language": "en, fr, pt-BR …",
}
MOST_ROWS = 6
"""Names that are seen at once; more scroll."""


class LineEditor(QLineEdit):
    """A value in one line."""

    edited = Signal()

    def __init__(self, field: str) -> None:
        super().__init__()
        self._field = field
        self.setPlaceholderText(HINTS.get(sort_of(field), ""))
        self.textEdited.connect(self.edited)

    def show_value(self, value: Value | None) -> None:
        """Shows a value; None is unknown."""
        self.setText("" if value is None else shown(value))
        self.setCursorPosition(0)

    def value(self) -> Value | None:
        """The value as it is written now. Raises WrongRequest."""
        return read_value(self._field, self.text()) if self.text().strip() else None


class TextEditor(QPlainTextEdit):
    """A value of several lines."""

    edited = Signal()

    def __init__(self, field: str) -> None:
        super().__init__()
        self._field = field
        self.setTabChangesFocus(True)
        self.setProperty("edged", True)
        lines = 2 if field == "on_behalf_of" else 3
        self.setFixedHeight(lines * QFontMetrics(self.font()).lineSpacing() + 22)
        self.textChanged.connect(self.edited)

    def show_value(self, value: Value | None) -> None:
        """Shows a value; None is unknown."""
        self.blockSignals(True)
        self.setPlainText(value if isinstance(value, str) else "")
        self.blockSignals(False)

    def value(self) -> Value | None:
        """The value as it is written now. Raises WrongRequest."""
        words = self.toPlainText()
        return read_value(self._field, words) if words.strip() else None


class ChoiceEditor(QComboBox):
    """A value out of a list, in the trade's words."""

    edited = Signal()

    def __init__(self, field: str) -> None:
        super().__init__()
        self._listed = TYPES if sort_of(field) == "type" else {one: one for one in DELIVERY}
        self.addItem(NOT_STATED, None)
        for value, words in self._listed.items():
            self.addItem(words[0].upper() + words[1:], value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(16)
        self.activated.connect(lambda _: self.edited.emit())

    def show_value(self, value: Value | None) -> None:
        """Shows a value, also one that is not in the list; None is unknown."""
        while self.count() > len(self._listed) + 1:
            self.removeItem(self.count() - 1)
        if value is not None and self.findData(value) < 0:
            self.addItem(str(value), value)
        self.setCurrentIndex(self.findData(value) if value is not None else 0)

    def value(self) -> Value | None:
        """The value that is chosen."""
        chosen: Value | None = self.currentData()
        return chosen

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)  # the style sheet takes the arrow away
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrow = QRectF(self.width() - 24, self.height() / 2 - 7, 14, 14)
        theme.draw_icon(painter, "chevron-down", arrow, theme.quiet(self.palette()))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form is scrolled over it: nothing is to be chosen so


COLUMNS = ("Given name", "Family or body", "Office", "Group")
SHARES = (22, 28, 32, 18)
"""How much of the width each column has, in hundredths."""


class NamesEditor(QTableWidget):
    """Names as a small table; below the last one there is always room for another."""

    edited = Signal()

    def __init__(self, field: str) -> None:
        super().__init__(1, len(COLUMNS))
        self._shown: dict[tuple[str, ...], Name] = {}
        self.setHorizontalHeaderLabels(COLUMNS)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).lineSpacing() + 10)
        self.setProperty("edged", True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setToolTip("Enter or F2 writes in a cell; Del takes a name out")
        self.itemChanged.connect(self._changed)

    def show_value(self, value: Value | None) -> None:
        """Shows names; None is unknown."""
        names = value if isinstance(value, tuple) else ()
        self._shown = {_cells(one): one for one in names}
        self.blockSignals(True)
        self.clearContents()
        self.setRowCount(len(names) + 1)
        for row, one in enumerate(names):
            for column, words in enumerate(_cells(one)):
                self.setItem(row, column, QTableWidgetItem(words))
        self.blockSignals(False)
        self._fit()

    def value(self) -> Value | None:
        """The names as they are written now. Raises WrongRequest."""
        rows = [self._row(row) for row in range(self.rowCount())]
        names = tuple(self._name(cells) for cells in rows if any(cells))
        return names or None

    def _row(self, row: int) -> tuple[str, ...]:
        items = [self.item(row, column) for column in range(len(COLUMNS))]
        return tuple(" ".join(item.text().split()) if item else "" for item in items)

    def _name(self, cells: tuple[str, ...]) -> Name:
        given, family, office, group = cells
        if not given and not family:
            raise WrongRequest(f"There is no name beside “{office or group}”.", "Write who it is.")
        if cells in self._shown:
            return self._shown[cells]
        if given and family:
            return Name(given=given, family=family, role=office, group=group)
        return Name(given or family, role=office, group=group)

    def _changed(self) -> None:
        if any(self._row(self.rowCount() - 1)):
            self.setRowCount(self.rowCount() + 1)
            self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, self.viewport().width() * share // 100)

    def sizeHint(self) -> QSize:
        rows = min(self.rowCount(), MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height()
        return QSize(200, height + rows * self.verticalHeader().defaultSectionSize() + 10)

    def event(self, event: QEvent) -> bool:
        """Keeps Del for itself: the window's command of that key removes briefing items."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Delete and 0 <= row < self.rowCount() - 1:
            self.removeRow(row)
            self._fit()
            self.edited.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _cells(name: Name) -> tuple[str, ...]:
    return (name.given, name.literal or name.family, name.role, name.group)


Editor = LineEditor | TextEditor | ChoiceEditor | NamesEditor


def make_editor(field: str, label: str, parent: QWidget) -> Editor:
    """The widget for a field."""
    editor = _class_of(field)(field)
    editor.setParent(parent)
    editor.setAccessibleName(label)
    editor.setObjectName(field)
    return editor


def _class_of(field: str) -> type[Editor]:
    classes: Mapping[Sort, type[Editor]] = {
        "names": NamesEditor, "lines": TextEditor, "type": ChoiceEditor, "delivery": ChoiceEditor,
    }  # fmt: skip
    return TextEditor if field in LONG else classes.get(sort_of(field), LineEditor)
