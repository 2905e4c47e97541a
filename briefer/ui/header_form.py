"""The title and the header block of a briefing, written where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.model import Briefing, HeaderField
from briefer.ui.theme import icon

MOST_HEIGHT = 260
"""Pixels that the opened header block takes at most, so that the sections stay in sight."""


class FieldEdit(QLineEdit):
    """A line whose changes are undone by the briefing's own history."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for keys in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(keys):
                    event.ignore()
                    return True
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Shows a text without moving the cursor of somebody who is typing it."""
        if self.text() != text:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)


class HeaderForm(QWidget):
    """The title, the fields that are required, and the others on request."""

    title_edited = Signal(str)
    header_edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._briefing_id = ""
        self._shape: tuple[tuple[str, str], ...] = ()
        self._fields: dict[str, FieldEdit] = {}
        self._required: set[str] = set()
        self._title = FieldEdit()
        self._title.setAccessibleName("Title of the briefing")
        self._title.setPlaceholderText("Title of the briefing")
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self._title.setFont(font)
        self._title.textEdited.connect(self.title_edited)
        self._form = QFormLayout()
        self._more = QToolButton()
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.toggled.connect(self._open)
        self._area = _GrowingArea(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._area)
        layout.addWidget(self._more)

    def show_header(self, briefing: Briefing) -> None:
        """Shows the title and the values of the fields."""
        self._title.show_text(briefing.title)
        shape = tuple((field.key, field.label) for field in briefing.header)
        if (briefing.id, shape) != (self._briefing_id, self._shape):
            self._briefing_id, self._shape = briefing.id, shape
            self._build(briefing.header)
        for field in briefing.header:
            self._fields[field.key].show_text(field.value)
        self._name_button()

    def focus_title(self) -> None:
        """Puts the cursor into the title, which is selected to be written over."""
        self._title.setFocus()
        self._title.selectAll()

    def _build(self, fields: Sequence[HeaderField]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields = {field.key: self._field(field) for field in fields}
        self._required = {one.key for one in fields if one.required}
        for field in fields:
            label = QLabel(field.label)
            label.setBuddy(self._fields[field.key])
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._form.addRow(label, self._fields[field.key])
        in_order = [self._title, *self._fields.values(), self._more]
        for one, following in zip(in_order, in_order[1:], strict=False):
            self.setTabOrder(one, following)
        self._more.setVisible(len(fields) > len(self._required))
        self._more.setChecked(False)
        self._open(False)

    def _field(self, field: HeaderField) -> FieldEdit:
        edit = FieldEdit()
        edit.setAccessibleName(field.label)
        edit.setObjectName(field.key)
        edit.setPlaceholderText("required" if field.required else "")
        edit.textEdited.connect(lambda text: self.header_edited.emit(field.key, text))
        return edit

    def _open(self, is_open: bool) -> None:
        """Shows all fields, or the required ones alone."""
        for row, (key, _) in enumerate(self._shape):
            self._form.setRowVisible(row, is_open or key in self._required)
        self._more.setIcon(icon("chevron-down" if is_open else "chevron-right"))
        self._name_button()
        self._area.setVisible(is_open or bool(self._required))
        self._area.updateGeometry()

    def _name_button(self) -> None:
        """Says how many fields are out of sight, and how many of them are filled."""
        hidden = [edit for key, edit in self._fields.items() if key not in self._required]
        filled = sum(bool(edit.text()) for edit in hidden)
        noun = "detail" if len(hidden) == 1 else "details"
        text = f"{len(hidden)} more {noun}" + (f", {filled} filled" if filled else "")
        self._more.setText("Fewer details" if self._more.isChecked() else text)
        self._more.setAccessibleName(self._more.text())


class _GrowingArea(QScrollArea):
    """As high as its form, up to a limit; beyond that it scrolls."""

    def __init__(self, form: QFormLayout) -> None:
        super().__init__()
        inner = QWidget()
        inner.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(5)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._inner = inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            height = min(self._inner.sizeHint().height(), MOST_HEIGHT)
            self.setFixedHeight(height)
        return super().eventFilter(watched, event)
