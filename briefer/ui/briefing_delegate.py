"""Draws the rows of a briefing: each as high as its words need at the width of the view."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.ui.briefing_lines import SectionLine
from briefer.ui.briefing_model import LINE
from briefer.ui.item_row import draw_item, item_height
from briefer.ui.row_drawing import Fonts, Pen
from briefer.ui.section_row import draw_section, section_height

Index = QModelIndex | QPersistentModelIndex


class BriefingDelegate(QStyledItemDelegate):
    """Measures and draws sections and items; `current` gives the section that picks go to."""

    def __init__(self, view: QWidget, current: Callable[[], str]) -> None:
        super().__init__(view)
        self._view = view
        self._current = current
        self._fonts = Fonts(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown, width = index.data(LINE), self._view.width()
        measure = section_height if isinstance(shown, SectionLine) else item_height
        return QSize(width, measure(shown, self._fonts, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = index.data(LINE)
        rect: QRect = option.rect
        rect = QRect(0, rect.top(), self._view.width(), rect.height())
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = Pen(painter, palette, self._fonts, rect)
        if isinstance(shown, SectionLine):
            draw_section(pen, shown, is_current=shown.section.key == self._current())
        else:
            draw_item(
                pen,
                shown,
                is_selected=bool(state & QStyle.StateFlag.State_Selected),
                is_under_mouse=bool(state & QStyle.StateFlag.State_MouseOver),
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -1))
        painter.restore()
