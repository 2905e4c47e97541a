"""The list of the library: a table of one column, whose rows are chosen by click or Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from briefer.services.search import Hit
from briefer.store import SourceLine
from briefer.ui.library_model import Row, RowsModel
from briefer.ui.library_rows import Rows

UNDO = QKeySequence.StandardKey.Undo


class RowsView(QTableView):
    """A table, because a list view asks for every row each time they change."""

    chosen = Signal(object)
    """The row that was clicked or entered."""
    deleted = Signal()
    """The delete key was pressed on the selected rows."""
    undo_wanted = Signal()
    left = Signal()
    """Escape was pressed."""
    more_wanted = Signal()
    """The end of the rows was reached, and there are more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel(self)
        self._delegate = Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Sources")
        self.clicked.connect(self._clicked)
        self._model.more_wanted.connect(self.more_wanted)

    def show_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Shows other rows from the first one; the rows that stay selected are the same ones.

        With `more`, further ones can be had.
        """
        hits = bool(rows) and isinstance(rows[0], Hit)
        selected = {row.id for row in self.selected() if isinstance(row, SourceLine)}
        self._model.show(rows, more=more)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height(hits=hits))
        self.setAccessibleName("Words found" if hits else "Sources")
        self._select_all(selected)

    def add_rows(self, rows: Sequence[Row], *, more: bool) -> None:
        """Shows further rows behind the others."""
        self._model.add(rows, more=more)

    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return self._model.rows()

    def has_rows(self) -> bool:
        """Whether there is anything to show."""
        return self._model.rowCount() > 0

    def selected(self) -> list[Row]:
        """The selected rows, in order."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [row for index in indexes if (row := self._model.row(index)) is not None]

    def _select_all(self, ids: set[str]) -> None:
        """Selects sources, as far as they are rows; scrolls to one that is selected alone."""
        if len(ids) == 1:
            self.select(next(iter(ids)))
            return
        chosen = QItemSelection()
        for number, row in enumerate(self._model.rows() if ids else ()):
            if isinstance(row, SourceLine) and row.id in ids:
                index = self._model.index(number, 0)
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def select(self, id: str) -> None:
        """Selects a source, if it is one of the rows."""
        for number, row in enumerate(self._model.rows()):
            if isinstance(row, SourceLine) and row.id == id:
                index = self._model.index(number, 0)
                self.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.scrollTo(index)
                return

    def enter(self) -> None:
        """Takes the focus, with a row to go on from."""
        if self.has_rows():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self._model.index(0, 0))

    def choose_current(self) -> None:
        """Chooses the row the keyboard is on."""
        row = self._model.row(self.currentIndex())
        if row is not None:
            self.chosen.emit(row)

    def _clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None and len(self.selected()) == 1:  # not while several are being selected
            self.chosen.emit(row)

    def event(self, event: QEvent) -> bool:
        """Keeps Del and Ctrl+Z for itself: the window's own ones are the briefing's."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() != Qt.Key.Key_Delete and not event.matches(UNDO):
            return super().event(event)
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(UNDO):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)
