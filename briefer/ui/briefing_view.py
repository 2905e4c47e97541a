"""The outline of a briefing: sections and items to select, drag, drop and open."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from briefer.core.model import Section
from briefer.ui.briefing_delegate import BriefingDelegate
from briefer.ui.briefing_model import BriefingModel, Index
from briefer.ui.mime import items_from, passage_from

Target = tuple[Section, int]
"""Where something would be dropped: a section, and before which of its items."""


class BriefingView(QTreeView):
    """Shows the model's rows; says where things are dropped and what is opened."""

    passage_dropped = Signal(str, int, str, int, int)
    items_dropped = Signal(list, str, int)
    opened = Signal(str)
    menu_wanted = Signal(QPoint)
    section_made_current = Signal(str)

    def __init__(self, model: BriefingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._briefing = model
        self._section = ""
        self._drop: tuple[QRect, bool] | None = None
        self.setModel(model)
        self.setItemDelegate(BriefingDelegate(self.viewport(), lambda: self._section))
        self.setAccessibleName("Briefing: sections and items")
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(24)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(36)

    def section_key(self) -> str:
        """The key of the section that picks go to."""
        return self._section

    def make_current(self, key: str) -> None:
        """Makes a section the one that picks go to."""
        if key == self._section:
            return
        before = self._section
        self._section = key
        for one in (before, key):
            index = self._briefing.of_section(one)
            if index.isValid():
                self.update(index)
        self.section_made_current.emit(key)

    def chosen_ids(self) -> list[str]:
        """The ids of the items selected, in the order of the briefing."""
        return self._briefing.ids(self.selectedIndexes())

    def choose(self, ids: list[str]) -> None:
        """Selects these items and scrolls to the last; not told as if the user had done it."""
        selection = self.selectionModel()
        with QSignalBlocker(selection):
            selection.clearSelection()
            for index in map(self._briefing.of_item, ids):
                if index.isValid():
                    selection.select(index, QItemSelectionModel.SelectionFlag.Select)
                    selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        section = self._briefing.section_at(self.currentIndex())
        if ids and section is not None:
            self.scrollTo(self.currentIndex())
            self.make_current(section.key)
        selection.selectionChanged.emit(QItemSelection(), QItemSelection())
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        section = self._briefing.section_at(current)
        if section is not None:
            self.make_current(section.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self.indexAt(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def _open(self, index: QModelIndex) -> None:
        ids = self._briefing.ids([index])
        if ids:
            self.opened.emit(ids[0])

    def startDrag(self, actions: Qt.DropAction) -> None:
        ids = self.chosen_ids()
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(self._briefing.mimeData(self.selectedIndexes()))
        drag.setPixmap(self._carried(len(ids)))
        drag.setHotSpot(QPoint(-12, -6))
        drag.exec(Qt.DropAction.MoveAction)

    def _carried(self, count: int) -> QPixmap:
        """What hangs at the pointer: how many items are carried."""
        text = "1 item" if count == 1 else f"{count} items"
        metrics = self.fontMetrics()
        ratio = self.devicePixelRatioF()
        width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 10
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.palette().color(QPalette.ColorRole.Highlight))
        painter = QPainter(picture)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if passage_from(mime) is not None or items_from(mime) is not None:
            self.setState(QAbstractItemView.State.DraggingState)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls when the pointer is near an edge
        target = self.target_at(event.position().toPoint())
        if target is None or not self._briefing.may_take(target[0], event.mimeData()):
            self._show_drop(None)
            event.ignore()
            return
        self._show_drop(self._drop_mark(*target))
        moved = items_from(event.mimeData()) is not None
        event.setDropAction(Qt.DropAction.MoveAction if moved else Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        target = self.target_at(event.position().toPoint())
        if target is None or not self._briefing.may_take(target[0], event.mimeData()):
            event.ignore()
            return
        section, index = target
        event.accept()
        passage = passage_from(event.mimeData())
        if passage is not None:
            self.passage_dropped.emit(section.key, index, *passage)
        elif (ids := items_from(event.mimeData())) is not None:
            self.items_dropped.emit(ids, section.key, index)

    def target_at(self, position: QPoint) -> Target | None:
        """Where something dropped here would go: on a heading means at the section's end."""
        index = self.indexAt(position)
        if not index.isValid():
            sections = [one for one in self._briefing.sections() if not one.generated]
            return (sections[-1], len(sections[-1].items)) if sections else None
        section = self._briefing.section_at(index)
        if section is None:
            return None
        if not index.parent().isValid():
            return section, len(section.items)
        below = position.y() > self.visualRect(index).center().y()
        return section, index.row() + below

    def _drop_mark(self, section: Section, index: int) -> tuple[QRect, bool]:
        """The rectangle that shows the place: a line between items, a frame for a heading."""
        heading = self._briefing.of_section(section.key)
        if not section.items:
            return self.visualRect(heading), True
        at_end = index >= len(section.items)
        row = self._briefing.index(min(index, len(section.items) - 1), 0, heading)
        rect = self.visualRect(row)
        edge = rect.bottom() if at_end else rect.top()
        return QRect(rect.left(), edge - 1, rect.width(), 3), False

    def _show_drop(self, mark: tuple[QRect, bool] | None) -> None:
        if mark != self._drop:
            self._drop = mark
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is None:
            return
        rect, is_frame = self._drop
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.Accent)
        if is_frame:
            painter.setPen(QPen(colour, 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 5, 5)
        else:
            painter.fillRect(rect.adjusted(10, 0, -10, 0), colour)
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPoint(rect.left() + 10, rect.center().y()), 5, 5)
        painter.end()
