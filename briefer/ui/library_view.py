"""The list of the library: a table of one column, whose rows are chosen by click or Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from briefer.services.search import Hit
from briefer.store import SourceLine
from briefer.ui.library_model import Row, RowsModel
from briefer.ui.library_rows import Rows


class RowsView(QTableView):
    """A table, because a list view asks for every row each time they change."""

    chosen = Signal(object)
    """The row that was clicked or entered."""
    deleted = Signal()
    """The delete key was pressed on the selected rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel(self)
        self._delegate = Rows(self, self._model)
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

    def show_rows(self, rows: Sequence[Row], words: str) -> None:
        """Shows other rows from the first one; the rows that stay selected are the same ones."""
        hits = bool(rows) and isinstance(rows[0], Hit)
        selected = {row.id for row in self.selected() if isinstance(row, SourceLine)}
        self._model.show(rows, words)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height(hits=hits))
        self.setAccessibleName("Words found" if hits else "Sources")
        if len(selected) == 1:
            self.select(selected.pop())

    def has_rows(self) -> bool:
        """Whether there is anything to show."""
        return self._model.rowCount() > 0

    def selected(self) -> list[Row]:
        """The selected rows, in order."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [row for index in indexes if (row := self._model.row(index)) is not None]

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
        """Keeps Del for itself: the window's command of that key removes briefing items."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
