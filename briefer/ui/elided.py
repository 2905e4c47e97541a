"""A label and a button that end in an ellipsis where their words do not fit."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from briefer.ui.wrapping import Wrapper

BUTTON_EDGE = 13
"""Pixels at either side of a button's icon and words."""


class ElidedLabel(QLabel):
    """Shows as much of its text as there is room for; the whole of it is the tool tip."""

    def __init__(self, most: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._wrapper = Wrapper()
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lines(self, width: int) -> tuple[str, ...]:
        """What is shown in a width."""
        return self._wrapper.lines(self.text(), self.font(), width, self._most)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self.lines(width)) * QFontMetrics(self.font()).lineSpacing()

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        lines = self.lines(self.width())
        top = (self.height() - len(lines) * metrics.lineSpacing()) / 2
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        for number, line in enumerate(lines):
            spare = self.width() - metrics.horizontalAdvance(line)
            left = spare if self.alignment() & Qt.AlignmentFlag.AlignRight else 0
            baseline = top + metrics.ascent() + number * metrics.lineSpacing()
            painter.drawText(QPointF(left, baseline), line)
        painter.end()
        self.setToolTip(self.text() if "".join(lines).endswith("…") else "")


class ElidedButton(QToolButton):
    """A button as wide as there is room for; words that do not fit end in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """The whole text."""
        return self._words

    def show_words(self, words: str) -> None:
        """Shows a text, or as much of it as there is room for."""
        self._words = words
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.iconSize().width() - 2 * BUTTON_EDGE
        cut = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
