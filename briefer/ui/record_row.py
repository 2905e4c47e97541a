"""A row of the source record's form: the field, its value, and where the value comes from."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.core.errors import WrongRequest
from briefer.core.model import Source
from briefer.core.record import Field
from briefer.core.record_changes import edited, is_open, origin_words
from briefer.ui import theme
from briefer.ui.record_editors import make_editor

NEEDED = "a full citation needs it"


class RecordRow(QWidget):
    """Shows one field; what was written in it is read at every change."""

    changed = Signal()
    entered = Signal(str)
    """The field in which the cursor is now."""

    def __init__(self, name: str, label: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.name = name
        self.error = ""
        """Why what is written is no value; empty where it is one."""
        self.field: Field | None = None
        """The field as it is written now, or as it was before it could not be read."""
        self._held: Field | None = None
        self._source: Source | None = None
        self._needed = False
        self.editor = make_editor(name, label, self)
        self._label = QLabel(label)
        self._label.setBuddy(self.editor)
        self._origin = OriginLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for one in (self._label, self.editor, self._origin):
            layout.addWidget(one)
        self.editor.edited.connect(self._edited)
        self.editor.installEventFilter(self)

    def show_field(self, source: Source, field: Field | None) -> None:
        """Shows a field of a source's record; None is unknown."""
        self._source = source
        self._hold(field)

    def take(self, field: Field | None) -> None:
        """Puts another field in the place of what is written."""
        self._hold(field)
        self.changed.emit()

    def refuse(self, error: WrongRequest) -> None:
        """Says why what was wished cannot be; what is written stays."""
        self._origin.show_error(str(error))

    def set_needed(self, needed: bool) -> None:
        """Says whether a full citation of this kind of document needs the field."""
        self._needed = needed
        if not self.error:
            self._say_origin()

    def _hold(self, field: Field | None) -> None:
        self._held = self.field = field
        self.error = ""
        self.editor.show_value(field.value if field else None)
        self._say_origin()

    def _edited(self) -> None:
        if self._source is None:
            return
        held = {self.name: self._held} if self._held else {}
        try:
            value = self.editor.value()
        except WrongRequest as error:
            self.error = str(error)
            self._origin.show_error(self.error)
        else:
            self.error = ""
            self.field = edited(replace(self._source, record=held), self.name, value)
            self._say_origin()
        self.changed.emit()

    def _say_origin(self) -> None:
        words = origin_words(self.field)
        place = None
        if self._source is not None and self.field is not None and self.field.start is not None:
            place = self._source.place_at(self.field.start)
        needed = NEEDED if self._needed and self.field is None else ""
        said = ", ".join(one for one in (words, place.label() if place else "", needed) if one)
        self._origin.show_origin(said, _sign(self.field))
        self.editor.setAccessibleDescription(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.name)
        return super().eventFilter(watched, event)


def _sign(field: Field | None) -> str:
    """The icon of where a value comes from; the words beside it say the same."""
    if field is None:
        return "circle-help"
    if is_open(field):
        return "sparkles"
    return "circle-check" if field.origin == "source" else "pencil"


class OriginLine(QWidget):
    """An icon and the words beside it, or what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = ""
        self._warns = False
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 0, 0)
        layout.addWidget(self._words)

    def show_origin(self, words: str, icon: str) -> None:
        """Says where a value comes from."""
        self._show(words, icon, warns=icon == "sparkles")

    def show_error(self, words: str) -> None:
        """Says what is wrong."""
        self._show(words, "triangle-alert", warns=True)

    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def _show(self, words: str, icon: str, *, warns: bool) -> None:
        self._words.setText(words)
        self._icon, self._warns = icon, warns
        role = QPalette.ColorRole
        self._words.setForegroundRole(role.WindowText if warns else role.PlaceholderText)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        colour = theme.warning_colours(palette).mark if self._warns else theme.quiet(palette)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme.draw_icon(painter, self._icon, QRectF(1, 2, 14, 14), colour)
        painter.end()
