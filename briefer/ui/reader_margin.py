"""What is painted beside the reader's text: paragraph numbers, list markers, signs of picks."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QTextBlock
from PySide6.QtWidgets import QTextEdit

from briefer.core.model import Pick, Place, Source
from briefer.ui import theme
from briefer.ui.positions import Positions
from briefer.ui.reader_format import INDENT, NUMBERS, SIGNS
from briefer.ui.reader_suggested import COLUMNS, Suggested, draw_lines
from briefer.ui.reader_suggested import draw_sign as draw_hollow

SIGN = 18
"""Pixels of the square that a sign stands in."""

BULLETS = "-*+"
"""Markers that are set as a bullet."""


class View:
    """One painting of the margins of the paragraphs that are visible."""

    def __init__(self, edit: QTextEdit, source: Source, positions: Positions) -> None:
        self._edit = edit
        self._source = source
        self._positions = positions
        self._palette = edit.palette()
        bar = edit.verticalScrollBar().value()
        self._origin = QPointF(0, -bar)
        self._width = edit.viewport().width()

    def draw_margins(self, painter: QPainter, picks: Sequence[Pick], suggested: Suggested) -> None:
        """Draws numbers and markers of the visible paragraphs, signs of picks and suggestions."""
        first, last = -1, -1
        for block in self._visible():
            first = block.blockNumber() if first < 0 else first
            last = block.blockNumber()
            self._draw_number(painter, block, self._source.places[last])
            draw_lines(
                painter,
                block,
                suggested.by_block.get(last, ()),
                self._positions,
                self._origin.y(),
                self._palette,
            )
        if first >= 0:
            taken = self._draw_signs(painter, picks, first, last)
            self._draw_hollow(painter, suggested, range(first, last + 1), taken)

    def draw_light(self, painter: QPainter, start: int, end: int, strength: float) -> None:
        """Lights the paragraphs of a range from behind."""
        colour = QColor(self._palette.color(QPalette.ColorRole.Accent))
        colour.setAlphaF(0.22 * strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        touched = self._positions.places_within(start, end)
        for block in self._visible():
            if block.blockNumber() in touched:
                area = self._area(block)
                left = NUMBERS - 12
                wide = self._width - left - SIGNS + 12
                painter.drawRoundedRect(QRectF(left, area.top(), wide, area.height()), 6, 6)

    def _visible(self) -> Iterator[QTextBlock]:
        block = self._topmost()
        if block.previous().isValid():
            block = block.previous()
        bottom = self._edit.viewport().height()
        while block.isValid() and self._area(block).top() < bottom:
            yield block
            block = block.next()

    def _topmost(self) -> QTextBlock:
        """The block at the top of the view.

        A text that is not laid out yet names a later one at first, and lays itself out for that.
        """
        block = QTextBlock()
        for _ in range(3):
            block = self._edit.cursorForPosition(QPoint(0, 0)).block()
            if self._area(block).top() <= self._edit.viewport().height():
                break
        return block

    def _area(self, block: QTextBlock) -> QRectF:
        layout = self._edit.document().documentLayout()
        return layout.blockBoundingRect(block).translated(self._origin)

    def _baseline(self, block: QTextBlock, into: int) -> float | None:
        """The height of the baseline of the line that holds a position of a block."""
        layout = block.layout()
        line = layout.lineForTextPosition(into)
        if not line.isValid():
            return None
        return layout.position().y() + line.y() + line.ascent() + self._origin.y()

    def _draw_number(self, painter: QPainter, block: QTextBlock, place: Place) -> None:
        baseline = self._baseline(block, 0)
        if baseline is None:
            return
        font = QFont(self._edit.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(theme.quiet(self._palette))
        text = str(place.number)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(NUMBERS - 20 - wide, baseline), text)
        if place.role == "list_item":
            self._draw_marker(painter, block, place, baseline)
        elif place.role == "quotation":
            area = self._area(block)
            painter.fillRect(
                QRectF(NUMBERS + 8, area.top(), 3, area.height()), theme.line(self._palette)
            )

    def _draw_marker(
        self, painter: QPainter, block: QTextBlock, place: Place, baseline: float
    ) -> None:
        font = block.charFormat().font()
        painter.setFont(font)
        painter.setPen(self._palette.color(QPalette.ColorRole.Text))
        text = "•" if place.marker in BULLETS else place.marker
        wide = QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(NUMBERS + INDENT - 8 - wide, baseline), text)

    def _draw_signs(
        self, painter: QPainter, picks: Sequence[Pick], first: int, last: int
    ) -> dict[int, int]:
        """A letter in the right margin for each pick, beside the line that it begins in.

        Gives how many stand beside each line, by the pixel of its baseline.
        """
        document = self._edit.document()
        taken: dict[int, int] = {}
        for pick in sorted(picks, key=lambda one: one.start):
            block = document.findBlock(self._positions.to_widget(pick.start))
            if first <= block.blockNumber() <= last:
                area = self._beside(block, pick.start, taken)
                if area is not None:
                    draw_sign(painter, pick, area, self._edit)
        return taken

    def _draw_hollow(
        self, painter: QPainter, suggested: Suggested, blocks: range, taken: dict[int, int]
    ) -> None:
        """Signs of suggestions beside the lines that they begin in, as far as there is room."""
        document = self._edit.document()
        for number in blocks:
            for one in suggested.by_block.get(number, ()):
                block = document.findBlock(self._positions.to_widget(one.suggestion.start))
                if block.blockNumber() != number:
                    continue
                area = self._beside(block, one.suggestion.start, taken, COLUMNS)
                if area is not None:
                    draw_hollow(painter, one, area, self._edit)

    def _beside(
        self, block: QTextBlock, offset: int, taken: dict[int, int], most: int = 99
    ) -> QRectF | None:
        """The next free square beside the line of a code point; None where there is no room."""
        baseline = self._baseline(block, self._positions.to_widget(offset) - block.position())
        if baseline is None or (column := taken.get(round(baseline), 0)) >= most:
            return None
        taken[round(baseline)] = column + 1
        left = self._width - SIGNS + 14 + column * (SIGN + 3)
        return QRectF(left, baseline - 14, SIGN, SIGN)


def draw_sign(painter: QPainter, pick: Pick, area: QRectF, edit: QTextEdit) -> None:
    """The letter of a pick's kind on a rounded square of the kind's colour."""
    colours = theme.kind_colours(pick.kind, edit.palette())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.tint)
    painter.drawRoundedRect(area, 4, 4)
    font = QFont(edit.font())
    font.setPointSizeF(font.pointSizeF() * 0.85)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colours.mark)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, theme.SIGNS[pick.kind].letter)
