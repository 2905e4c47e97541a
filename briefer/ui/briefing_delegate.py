"""How sections and items of a briefing are drawn."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.core.model import Pick, Prose
from briefer.ui.briefing_model import (
    LINE,
    STATES,
    ItemLine,
    SectionLine,
    is_gap,
    takes_picks,
)
from briefer.ui.theme import (
    SIGNS,
    draw_icon,
    is_dark,
    kind_colours,
    line,
    quiet,
    warning_colours,
)
from briefer.ui.wrapping import Wrapper

PAD = 10
SIGN = 22
LEFT = 14
TEXT_AT = LEFT + SIGN + 10
MOST_LINES = 6
ICON = 14
BAR = 4
"""Width of the bar at the side of the section that picks go to."""

STATE_ICONS = {
    "exact": "check",
    "second_hand": "info",
    "changed": "circle-x",
    "broken": "circle-x",
    "uncheckable": "triangle-alert",
}
GENERATED = "Made from what you cite when you export."
HERE = "picks go here"

Index = QModelIndex | QPersistentModelIndex


class BriefingDelegate(QStyledItemDelegate):
    """Draws rows of different heights, wrapped to the width of the view."""

    def __init__(self, view: QWidget, current: Callable[[], str]) -> None:
        super().__init__(view)
        self._view = view
        self._current = current
        self._wrapper = Wrapper()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown = index.data(LINE)
        width = self._view.width()
        if isinstance(shown, SectionLine):
            return QSize(width, self._section_height(shown, width))
        return QSize(width, self._item_height(shown, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        rect = QRect(0, rect.top(), self._view.width(), rect.height())
        if isinstance(shown, SectionLine):
            self._paint_section(painter, option, rect, shown)
        else:
            self._paint_item(painter, option, rect, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -1))
        painter.restore()

    # Fonts are asked for at every use: the user may change the system's while briefer runs.

    def _font(self, *, bold: bool = False, smaller: bool = False, italic: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setBold(bold)
        font.setItalic(italic)
        if smaller:
            font.setPointSizeF(font.pointSizeF() * 0.88)
        return font

    def _section_height(self, shown: SectionLine, width: int) -> int:
        height = PAD + QFontMetrics(self._font(bold=True)).height() + PAD - 2
        if text := self._note(shown):
            font = self._font(italic=True)
            lines = self._wrapper.lines(text, font, width - 2 * LEFT, 3)
            height += len(lines) * QFontMetrics(font).lineSpacing() + 4
        return height + 1

    def _note(self, shown: SectionLine) -> str:
        """What stands under the heading of a section that holds nothing."""
        section = shown.section
        if section.generated:
            return GENERATED
        return "" if section.items else section.guidance

    def _item_height(self, shown: ItemLine, width: int) -> int:
        spacing = QFontMetrics(self._font()).lineSpacing()
        lines = len(self._lines(shown, width))
        label = 1 if isinstance(shown.item, Prose) and shown.item.label else 0
        small = QFontMetrics(self._font(smaller=True)).lineSpacing()
        comment = 1 if isinstance(shown.item, Pick) and shown.item.comment else 0
        return PAD + (lines + label) * spacing + 4 + (1 + comment) * small + PAD

    def _lines(self, shown: ItemLine, width: int) -> tuple[str, ...]:
        available = width - TEXT_AT - LEFT
        return self._wrapper.lines(shown.words(), self._font(), available, MOST_LINES)

    def _paint_section(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, shown: SectionLine
    ) -> None:
        palette: QPalette = option.palette
        is_current = shown.section.key == self._current()
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Midlight))
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), line(palette))
        if is_current:
            accent = palette.color(QPalette.ColorRole.Accent)
            tint = QColor(accent)
            tint.setAlpha(34)
            painter.fillRect(rect, tint)
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), accent)
        font = self._font(bold=True)
        metrics = QFontMetrics(font)
        top = rect.top() + PAD
        right = self._paint_count(painter, palette, rect, shown)
        if is_current and takes_picks(shown.section):
            right = self._paint_words(
                painter, HERE, palette.color(QPalette.ColorRole.Accent), right, top, metrics
            )
        if is_gap(shown.section):
            right = self._paint_chip(painter, palette, "required", right, top, metrics)
        room = right - rect.left() - LEFT - 8
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        heading = metrics.elidedText(shown.section.heading, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.left() + LEFT, top + metrics.ascent(), heading)
        self._paint_note(painter, palette, rect, shown, top + metrics.height() + 4)

    def _paint_note(
        self, painter: QPainter, palette: QPalette, rect: QRect, shown: SectionLine, top: int
    ) -> None:
        text = self._note(shown)
        if not text:
            return
        font = self._font(italic=True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(quiet(palette))
        for words in self._wrapper.lines(text, font, rect.width() - 2 * LEFT, 3):
            painter.drawText(rect.left() + LEFT, top + metrics.ascent(), words)
            top += metrics.lineSpacing()

    def _paint_count(
        self, painter: QPainter, palette: QPalette, rect: QRect, shown: SectionLine
    ) -> int:
        """The count at the right, with a warning sign when it is over; gives where it begins."""
        font = self._font(smaller=True)
        metrics = QFontMetrics(font)
        right, top = rect.right() - LEFT, rect.top() + PAD
        if not shown.count:
            return right
        over = bool(shown.excess)
        colours = warning_colours(palette)
        text = f"over: {shown.count}" if over else shown.count
        painter.setFont(font)
        painter.setPen(colours.mark if over else quiet(palette))
        left = right - metrics.horizontalAdvance(text)
        painter.drawText(left, top + QFontMetrics(self._font(bold=True)).ascent(), text)
        if over:
            left -= ICON + 4
            draw_icon(painter, "triangle-alert", QRectF(left, top + 2, ICON, ICON), colours.mark)
        return left - 8

    def _paint_words(
        self,
        painter: QPainter,
        text: str,
        colour: QColor,
        right: int,
        top: int,
        metrics: QFontMetrics,
    ) -> int:
        font = self._font(smaller=True)
        left = right - QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(left, top + metrics.ascent(), text)
        return left - 8

    def _paint_chip(
        self,
        painter: QPainter,
        palette: QPalette,
        text: str,
        right: int,
        top: int,
        metrics: QFontMetrics,
    ) -> int:
        """Words on a tinted ground; gives where they begin."""
        font = self._font(smaller=True)
        small = QFontMetrics(font)
        colours = warning_colours(palette)
        width = small.horizontalAdvance(text) + 12
        box = QRectF(right - width, top - 1, width, metrics.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.tint)
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(font)
        painter.setPen(colours.mark)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return right - width - 8

    def _paint_item(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, shown: ItemLine
    ) -> None:
        palette: QPalette = option.palette
        painter.fillRect(rect, self._ground(option))
        painter.fillRect(
            QRect(rect.left() + TEXT_AT, rect.bottom(), rect.width() - TEXT_AT, 1),
            palette.color(QPalette.ColorRole.Midlight),
        )
        self._paint_sign(painter, palette, rect, shown)
        left, top = rect.left() + TEXT_AT, rect.top() + PAD
        font = self._font()
        metrics = QFontMetrics(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        if isinstance(shown.item, Prose) and shown.item.label:
            painter.setFont(self._font(bold=True))
            bold = QFontMetrics(self._font(bold=True))
            room = rect.width() - TEXT_AT - LEFT
            label = bold.elidedText(shown.item.label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, top + metrics.ascent(), label)
            top += metrics.lineSpacing()
        painter.setFont(font)
        for words in self._lines(shown, rect.width()):
            painter.drawText(left, top + metrics.ascent(), words)
            top += metrics.lineSpacing()
        self._paint_foot(painter, palette, rect, shown, top + 4)

    def _ground(self, option: QStyleOptionViewItem) -> QColor:
        palette: QPalette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            tint = palette.color(QPalette.ColorRole.Accent)
            tint.setAlpha(52 if is_dark(palette) else 38)
            return tint
        if option.state & QStyle.StateFlag.State_MouseOver:
            return palette.color(QPalette.ColorRole.AlternateBase)
        return palette.color(QPalette.ColorRole.Base)

    def _paint_sign(
        self, painter: QPainter, palette: QPalette, rect: QRect, shown: ItemLine
    ) -> None:
        """A letter on a tinted square for a pick; a pencil in a dashed frame for own text."""
        box = QRectF(rect.left() + LEFT, rect.top() + PAD, SIGN, SIGN)
        if isinstance(shown.item, Prose):
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            draw_icon(painter, "pencil", box.adjusted(5, 5, -5, -5), quiet(palette))
            return
        colours = kind_colours(shown.item.kind, palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.tint)
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(self._font(bold=True))
        painter.setPen(colours.mark)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[shown.item.kind].letter)

    def _paint_foot(
        self, painter: QPainter, palette: QPalette, rect: QRect, shown: ItemLine, top: int
    ) -> None:
        """Citation at the left, outcome of the check at the right, the comment beneath."""
        font = self._font(smaller=True)
        metrics = QFontMetrics(font)
        right = rect.right() - LEFT
        if shown.status:
            right = self._paint_state(painter, palette, shown, right, top)
        item = shown.item
        if isinstance(item, Pick) and item.review:
            right = self._paint_chip(painter, palette, "to be reviewed", right, top, metrics)
        left = rect.left() + TEXT_AT
        painter.setFont(font)
        painter.setPen(quiet(palette))
        text = shown.where()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(left, top + metrics.ascent(), cut)
        if isinstance(item, Pick) and item.comment:
            room = rect.right() - LEFT - left
            comment = " ".join(f"Comment: {item.comment}".split())
            cut = metrics.elidedText(comment, Qt.TextElideMode.ElideRight, room)
            painter.setFont(self._font(smaller=True, italic=True))
            painter.drawText(left, top + metrics.lineSpacing() + metrics.ascent(), cut)

    def _paint_state(
        self, painter: QPainter, palette: QPalette, shown: ItemLine, right: int, top: int
    ) -> int:
        assert shown.status is not None
        font = self._font(smaller=True)
        metrics = QFontMetrics(font)
        colour = self._state_colour(palette, shown.status)
        text = STATES[shown.status]
        left = right - metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(left, top + metrics.ascent(), text)
        left -= ICON + 3
        box = QRectF(left, top + (metrics.height() - ICON) / 2, ICON, ICON)
        draw_icon(painter, STATE_ICONS[shown.status], box, colour)
        return left - 10

    def _state_colour(self, palette: QPalette, status: str) -> QColor:
        if status == "exact":
            return kind_colours("talking_point", palette).mark
        if status == "second_hand":
            return quiet(palette)
        if status == "uncheckable":
            return warning_colours(palette).mark
        return palette.color(QPalette.ColorRole.BrightText)
