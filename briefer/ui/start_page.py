"""What the briefing panel shows while no briefing is open: ways to begin."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.services.templates import Listed
from briefer.ui.theme import icon


class StartPage(QScrollArea):
    """The templates, files lately used, and the way to open another."""

    template_chosen = Signal(str)
    new_wanted = Signal()
    open_wanted = Signal()
    recent_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._templates = _Rows("Start from a template")
        self._recent = _Rows("Lately used")
        new = QPushButton(icon("file-plus"), "New briefing…")
        new.setAutoDefault(False)
        new.clicked.connect(self.new_wanted)
        opened = QPushButton(icon("folder-open"), "Open…")
        opened.setAutoDefault(False)
        opened.clicked.connect(self.open_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(new)
        buttons.addWidget(opened)
        buttons.addStretch(1)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(14)
        layout.addWidget(_heading("Begin a briefing", 1.35))
        layout.addWidget(_quiet("It takes its sections from a template. You fill them with "
                                "passages of your sources, word for word."))  # fmt: skip
        layout.addLayout(buttons)
        layout.addWidget(self._recent)
        layout.addWidget(self._templates)
        layout.addStretch(1)
        self.setWidget(inner)
        self._recent.hide()
        self._templates.hide()

    def show_templates(self, listed: Sequence[Listed]) -> None:
        """Offers the templates."""
        self._templates.show_rows(
            [
                (one.template.title, one.template.description, self._chooses(one.template.name))
                for one in listed
            ],
            "layout-template",
        )

    def show_recent(self, files: Sequence[Path]) -> None:
        """Offers files opened or saved lately."""
        rows = [(file.stem, str(file.parent), self._opens(file)) for file in files[:4]]
        self._recent.show_rows(rows, "file-text")

    def _chooses(self, name: str) -> Callable[[], None]:
        return lambda: self.template_chosen.emit(name)

    def _opens(self, file: Path) -> Callable[[], None]:
        return lambda: self.recent_chosen.emit(file)


class _Rows(QWidget):
    """A heading and rows to click, each a name and a line about it."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_heading(heading, 1.0))
        layout.addLayout(self._rows)

    def show_rows(self, rows: Sequence[tuple[str, str, Callable[[], None]]], sign: str) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.deleteLater()
        for name, about, act in rows:
            row = QPushButton(icon(sign), name.replace("&", "&&"))
            row.setProperty("row", True)
            row.setAutoDefault(False)
            row.setAccessibleDescription(about)
            row.setToolTip(about)
            row.clicked.connect(act)
            self._rows.addWidget(row)
            if about:
                self._rows.addWidget(_about(about))
        self.setVisible(bool(rows))


def _heading(text: str, scale: float) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    return label


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _about(text: str) -> QLabel:
    label = _quiet(text)
    label.setContentsMargins(36, 0, 0, 6)
    return label
