"""What the rows of a briefing are drawn with: fonts, words on a line, chips, icons."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QWidget

from briefer.ui.positions import units
from briefer.ui.theme import draw_icon, warning_colours
from briefer.ui.wrapping import Wrapper

PAD = 10
LEFT = 14
ICON = 14
GAP = 8


class Span(Struct, frozen=True):
    """Words within a text (code points) that look otherwise: another colour, italics."""

    start: int
    end: int
    colour: QColor | None
    italic: bool


class Fonts:
    """The fonts of the rows, made from the view's, and texts wrapped in them."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._wrapper = Wrapper()

    # Made at every use: the user may change the system's font while the program runs.

    @property
    def plain(self) -> QFont:
        """The view's own font."""
        return QFont(self._view.font())

    @property
    def bold(self) -> QFont:
        """For headings and labels."""
        font = self.plain
        font.setBold(True)
        return font

    @property
    def italic(self) -> QFont:
        """For guidance."""
        font = self.plain
        font.setItalic(True)
        return font

    @property
    def small(self) -> QFont:
        """For what is said beside: counts, citations, states."""
        font = self.plain
        font.setPointSizeF(font.pointSizeF() * 0.88)
        return font

    def lines(self, text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
        """The text in lines of a width, `most` at most."""
        return self._wrapper.lines(text, font, width, most)


class Pen:
    """Draws words and signs of one row, from the right edge inwards or from the left."""

    def __init__(self, painter: QPainter, palette: QPalette, fonts: Fonts, rect: QRect) -> None:
        self.painter = painter
        self.palette = palette
        self.fonts = fonts
        self.rect = rect
        self.right = rect.right() - LEFT
        """Where what stands at the right begins."""

    def colour(self, role: QPalette.ColorRole) -> QColor:
        """A colour of the palette."""
        return self.palette.color(role)

    def line(self, text: str, font: QFont, colour: QColor, left: int, top: int) -> None:
        """Words from `left` on, cut where the right side begins."""
        metrics = QFontMetrics(font)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.right - left)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(left, top + metrics.ascent(), cut)

    def lines(
        self,
        texts: Sequence[str],
        font: QFont,
        colour: QColor,
        left: int,
        top: int,
        spans: Sequence[Span] = (),
    ) -> int:
        """Lines beneath each other; gives where the next would begin.

        `spans` are ranges of the whole text, of which the lines are consecutive parts.
        """
        metrics = QFontMetrics(font)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        at = 0
        for text in texts:
            within = [one for one in spans if one.start < at + len(text) and at < one.end]
            if within:
                self._styled(text, font, QPointF(left, top), within, at)
            else:
                self.painter.drawText(left, top + metrics.ascent(), text)
            at += len(text)
            top += metrics.lineSpacing()
        return top

    def _styled(
        self, text: str, font: QFont, where: QPointF, spans: Sequence[Span], at: int
    ) -> None:
        """One line that begins at `at` of the whole text, some of its words looking otherwise."""
        layout = QTextLayout(text, font)
        layout.setFormats([_range(one, text, at) for one in spans])
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(units(text))
        layout.endLayout()
        layout.draw(self.painter, where)

    def at_right(self, text: str, colour: QColor, top: int, icon: str = "") -> None:
        """Small words at the right, an icon before them; what follows stands left of them."""
        font = self.fonts.small
        metrics = QFontMetrics(font)
        self.right -= metrics.horizontalAdvance(text)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(self.right, top + metrics.ascent(), text)
        if icon:
            self.right -= ICON + 3
            middle = top + (metrics.height() - ICON) / 2
            draw_icon(self.painter, icon, QRectF(self.right, middle, ICON, ICON), colour)
        self.right -= GAP

    def chip_at_right(self, text: str, top: int) -> None:
        """Small words on a ground that asks to be looked at."""
        font = self.fonts.small
        metrics = QFontMetrics(font)
        colours = warning_colours(self.palette)
        width = metrics.horizontalAdvance(text) + 12
        box = QRectF(self.right - width, top - 2, width, metrics.height() + 4)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colours.tint)
        self.painter.drawRoundedRect(box, 5, 5)
        self.painter.setFont(font)
        self.painter.setPen(colours.mark)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        self.right -= width + GAP


def _range(span: Span, text: str, at: int) -> QTextLayout.FormatRange:
    """A span as a range of a line, in the units that Qt counts in."""
    start, end = max(0, span.start - at), min(len(text), span.end - at)
    found = QTextLayout.FormatRange()
    found.start, found.length = units(text[:start]), units(text[start:end])
    look = QTextCharFormat()
    if span.colour is not None:
        look.setForeground(span.colour)
    if span.italic:
        look.setFontItalic(True)
    found.format = look
    return found
