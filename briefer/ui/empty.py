"""What a panel shows when it has nothing to show: an icon and a friendly sentence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from briefer.ui import theme

SIZE = 36


class EmptyPage(QWidget):
    """A quiet icon over a sentence that says what could be done."""

    def __init__(self, icon: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel(sentence)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(_Drawing(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        layout.addStretch(3)

    def say(self, sentence: str) -> None:
        """Changes the sentence."""
        self._sentence.setText(sentence)


class _Drawing(QWidget):
    """A large line icon in a quiet colour."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.draw_icon(painter, self._icon, self.rect().toRectF(), theme.quiet(self.palette()))
        painter.end()
