"""How a row of the library is painted: a few lines of words, calm when chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.services.search import Hit
from briefer.store import SourceLine
from briefer.ui import theme
from briefer.ui.library_model import ROW, Index, about, kept, name, whereabouts
from briefer.ui.positions import units
from briefer.ui.reader_found import ground
from briefer.ui.record_words import unstated

LEFT, ABOVE = 16, 10
GAP = 4
TITLE_LINES, SNIPPET_LINES = 2, 3

Bold = Sequence[tuple[int, int]]
"""Ranges in code points."""


class Rows(QStyledItemDelegate):
    """Paints sources and words found; all rows of a list are of one height."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def height(self, *, hits: bool) -> int:
        """The height of every row of a list."""
        large, small = QFontMetricsF(self._font()), QFontMetricsF(self._small())
        words = (SNIPPET_LINES if hits else TITLE_LINES) * large.lineSpacing()
        about_it = small.lineSpacing() * (1 if hits else 2)
        return round(2 * ABOVE + words + GAP + about_it)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.height(hits=isinstance(index.data(ROW), Hit)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, area)
        words = QRectF(area).adjusted(LEFT, ABOVE, -LEFT, -ABOVE)
        if isinstance(row, Hit):
            behind = ground(self._view.palette())
            layout = wrapped(
                *(row.snippet, row.snippet_marks, self._font(), words.width(), SNIPPET_LINES),
                behind,
            )
            metrics = QFontMetricsF(self._small())
            file_width = words.width() - metrics.horizontalAdvance(whereabouts("", row.place))
            file = metrics.elidedText(row.file, Qt.TextElideMode.ElideMiddle, file_width)
            self._draw_lines(painter, words, layout, whereabouts(file, row.place))
        elif isinstance(row, SourceLine):
            layout = wrapped(name(row), (), self._font(), words.width(), TITLE_LINES)
            last = " · ".join(part for part in (kept(row), unstated(row.record)) if part)
            self._draw_lines(painter, words, layout, about(row), last)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        palette = self._view.palette()
        state: QStyle.StateFlag = option.state
        accent = QColor(palette.color(QPalette.ColorRole.Accent))
        painter.fillRect(area, palette.color(QPalette.ColorRole.Base))  # over the style's own
        painter.setPen(theme.line(palette))
        painter.drawLine(area.left() + LEFT, area.bottom(), area.right() - LEFT, area.bottom())
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.left(), area.top(), 3, area.height(), accent)
            accent.setAlphaF(0.13)
            painter.fillRect(area, accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            accent.setAlphaF(0.05)
            painter.fillRect(area, accent)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(QRectF(area).adjusted(4.5, 2.5, -4.5, -3.5), 5, 5)

    def _draw_lines(self, painter: QPainter, area: QRectF, words: QTextLayout, *quiet: str) -> None:
        """Draws words and the quiet lines beneath them, in the middle of the row's height."""
        font = self._small()
        metrics = QFontMetricsF(font)
        lines = [text for text in quiet if text]
        height = words.boundingRect().height() + GAP + len(lines) * metrics.lineSpacing()
        top = area.top() + max(0.0, (area.height() - height) / 2)
        painter.setPen(self._view.palette().color(QPalette.ColorRole.Text))
        words.draw(painter, QPointF(area.left(), top))
        top += words.boundingRect().height() + GAP + metrics.ascent()
        painter.setFont(font)
        painter.setPen(theme.quiet(self._view.palette()))
        for text in lines:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(QPointF(area.left(), top), shown)
            top += metrics.lineSpacing()

    def _font(self) -> QFont:
        return QFont(self._view.font())

    def _small(self) -> QFont:
        font = self._font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font


def wrapped(
    text: str, bold: Bold, font: QFont, width: float, at_most: int, behind: QColor | None = None
) -> QTextLayout:
    """Words broken into at most so many lines, with an ellipsis where some are left out.

    Those in bold stand on a ground of their own, if it is given.
    """
    text = " ".join(text.split("\n"))
    formats = [_bold_range(text, *one, behind) for one in bold]
    layout, rest = _broken(text, formats, font, width, at_most)
    while rest < len(text) and rest > 1:
        shorter = text[: rest - 1].rstrip()
        layout, fits = _broken(f"{shorter}…", formats, font, width, at_most)
        if fits > len(shorter):
            break
        rest -= 1
    return layout


def _broken(
    text: str, formats: list[QTextLayout.FormatRange], font: QFont, width: float, at_most: int
) -> tuple[QTextLayout, int]:
    """The lines, and how many code points of the text are on them."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setFormats(formats)
    top, end = 0.0, 0
    layout.beginLayout()
    for _ in range(at_most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, len(text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore"))


def _bold_range(text: str, start: int, end: int, behind: QColor | None) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = units(text[:start])
    found.length = units(text[start:end])
    look = found.format
    look.setFontWeight(QFont.Weight.Bold)
    if behind is not None:
        look.setBackground(behind)
    found.format = look
    return found
