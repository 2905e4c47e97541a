"""A dialog that lists what something came to, with a few words on the row that is chosen."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.theme import icon

ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 26
FIRST_WIDTH = 300
SIZE = QSize(760, 520)


class ListRow(Struct, frozen=True):
    """One row: a cell for each column, its icon, what is said of it beneath, what acts take."""

    cells: tuple[str, ...]
    icon: str = ""
    more: str = ""
    value: object = None
    acts: tuple[str, ...] = ()
    """The buttons that can be pressed for it."""

    def said(self) -> str:
        """The row as text."""
        cells = " · ".join(filter(None, self.cells))
        return f"{cells}\n    {self.more}" if self.more else cells


class ListDialog(QDialog):
    """Shows rows; says which button was pressed for which of them."""

    acted = Signal(str, object)
    """What the button says, and the value of the row that is chosen (None without one)."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        columns: Sequence[str],
        acts: Sequence[str] = (),
        always: Sequence[str] = (),
    ) -> None:
        """`acts` are buttons for a row, `always` those that need none."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self.table = _table(title, columns)
        self.more = QTextBrowser()
        self.more.setAccessibleName("More on the row that is chosen")
        self.more.setTabChangesFocus(True)
        self.more.document().setDocumentMargin(6)
        self.more.setFixedHeight(96)
        self.buttons: dict[str, QPushButton] = {}
        self._always = tuple(always)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        for widget in (self._about, self.table, self.more, self._button_box((*acts, *always))):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        self.table.currentItemChanged.connect(self._show_more)
        self._show_more()

    def _button_box(self, acts: Sequence[str]) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = box.addButton("Copy list", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.as_text()))
        for act in acts:
            button = box.addButton(act, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _=False, act=act: self._act(act))
            self.buttons[act] = button
        for one in box.buttons():
            if isinstance(one, QPushButton):
                one.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    def show_rows(self, about: str, rows: Sequence[ListRow]) -> None:
        """Shows a sentence and these rows; the first is chosen."""
        self._about.setText(about)
        self.table.clear()
        self.table.addTopLevelItems([_item(row) for row in rows])
        self.table.setVisible(bool(rows))
        self.more.setVisible(any(row.more for row in rows))
        self.resize(SIZE if rows else QSize(SIZE.width() // 2, 0))
        if (first := self.table.topLevelItem(0)) is not None:
            self.table.setCurrentItem(first)
        self._show_more()

    def row(self) -> ListRow | None:
        """The row that is chosen."""
        item = self.table.currentItem()
        return item.data(0, ROW) if item else None

    def rows(self) -> list[ListRow]:
        """All rows, in order."""
        items = (self.table.topLevelItem(n) for n in range(self.table.topLevelItemCount()))
        return [item.data(0, ROW) for item in items if item is not None]

    def as_text(self) -> str:
        """All that the dialog says, for a mail or a note."""
        return "\n".join([self._about.text(), *(row.said() for row in self.rows())])

    def _show_more(self) -> None:
        row = self.row()
        self.more.setPlainText(row.more if row else "")
        for act, button in self.buttons.items():
            button.setEnabled(act in self._always or (row is not None and act in row.acts))

    def _act(self, act: str) -> None:
        row = self.row()
        self.acted.emit(act, row.value if row else None)


def _table(title: str, columns: Sequence[str]) -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName(title)
    table.setProperty("edged", True)
    table.setHeaderLabels(list(columns))
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setIconSize(QSize(16, 16))
    table.setAllColumnsShowFocus(True)
    table.setColumnWidth(0, FIRST_WIDTH)
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(len(columns) - 1, QHeaderView.ResizeMode.Stretch)
    return table


def _item(row: ListRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem(list(row.cells))
    if row.icon:
        item.setIcon(0, icon(row.icon))
    item.setSizeHint(0, QSize(0, ROW_HEIGHT))
    item.setData(0, ROW, row)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, row.said())
    for column, cell in enumerate(row.cells):
        item.setToolTip(column, cell)
    return item
