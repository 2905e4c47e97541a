"""A label that keeps to a number of lines, and ends in an ellipsis where words are left out."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from briefer.ui.wrapping import Wrapper


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
