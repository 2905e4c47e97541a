"""The register of figures as a window beside the others: a table by measure, and the card."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.core.comparing import LEVELS
from briefer.core.decisions import Key, key_of
from briefer.core.measures import Level
from briefer.ui.briefing_lines import Tone
from briefer.ui.figure_card import FigureCard
from briefer.ui.figure_words import LEVEL_ICONS, GroupRow
from briefer.ui.item_row import tone_colour
from briefer.ui.theme import icon

COLUMNS = ("Measure", "Verdict", "Values", "As of", "Sources")
WIDTHS = {0: 200, 1: 140, 3: 120, 4: 190}
ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 26
PAUSE = 200
"""Milliseconds after the last letter typed before the table is narrowed."""

MOST = 1000
"""Rows that the table shows at once."""

SHOWN: tuple[tuple[str, Level], ...] = (
    ("All measures", "C0"),
    ("All that differ", "C1"),
    ("Clashes and contradictions", "C2"),
    ("Contradictions", "C3"),
)
TONES: Mapping[Level, Tone] = {"C0": "good", "C1": "quiet", "C2": "warning", "C3": "bad"}


class RegisterDialog(QDialog):
    """Lists the groups of the register; the card beneath shows the one that is chosen."""

    row_chosen = Signal(object)
    """The GroupRow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Figures")
        self.resize(940, min(680, self.screen().availableSize().height() - 120))
        self._rows: Sequence[GroupRow] = ()
        self._wanted: Key | None = None
        self.text = QLineEdit()
        self.text.setPlaceholderText("Words in the measure, the values or the sources")
        self.text.setAccessibleName("Words in the measure, the values or the sources")
        self.text.setClearButtonEnabled(True)
        self.level = QComboBox()
        self.level.setAccessibleName("Which measures are shown")
        for words, level in SHOWN:
            self.level.addItem(words, level)
        self.hints = QLabel()
        self.hints.setWordWrap(True)
        self.hints.setTextFormat(Qt.TextFormat.PlainText)
        self.count = QLabel()
        self.table = _table()
        self.card = FigureCard()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._sift)
        self.text.textChanged.connect(lambda: self._pause.start())
        self.level.activated.connect(self._sift)
        self.table.currentItemChanged.connect(self._choose)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for one in buttons.buttons():
            if isinstance(one, QPushButton):
                one.setAutoDefault(False)
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(self.level)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self.card)
        both.setSizes([190, 450])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(self.hints)
        layout.addWidget(both, 1)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)

    def show_register(self, rows: Sequence[GroupRow], hints: Sequence[str]) -> None:
        """Shows these rows, and hints about sums; the row that is chosen stays."""
        self._rows = rows
        self.hints.setText("\n".join(f"Sums: {one}" for one in hints))
        self.hints.setVisible(bool(hints))
        self._sift()

    def show_statement(self, wanted: Key) -> None:
        """Chooses the row that holds a statement; what is typed and chosen gives way to it."""
        self._wanted = wanted
        if any(_holds(row, wanted) for row in self._rows):
            self.text.clear()
            self.level.setCurrentIndex(0)
            self._sift()

    def row(self) -> GroupRow | None:
        """The row that is chosen."""
        item = self.table.currentItem()
        return item.data(0, ROW) if item else None

    def _sift(self) -> None:
        self._pause.stop()
        before = self.row()
        least = LEVELS.index(self.level.currentData())
        words = self.text.text().strip().casefold()
        rows = [
            row
            for row in self._rows
            if LEVELS.index(row.group.level) >= least and (not words or words in row.words)
        ]
        self.table.blockSignals(True)
        self.table.clear()
        place = self._place(rows, before)
        first = max(0, place - MOST // 2)  # the one that is wanted is among those shown
        shown = rows[first : first + MOST]
        self.table.addTopLevelItems([_item(row) for row in shown])
        if (chosen := self.table.topLevelItem(place - first)) is not None:
            self.table.setCurrentItem(chosen)
        self.count.setText(
            f"{len(shown)} of {len(rows)} groups: type words to find others."
            if len(shown) < len(rows)
            else ""
        )
        self.count.setVisible(len(shown) < len(rows))
        self.table.blockSignals(False)
        self._choose()

    def _place(self, rows: Sequence[GroupRow], before: GroupRow | None) -> int:
        """The row to choose: the one wanted, else the one that was chosen, else the first."""
        wanted, self._wanted = self._wanted, None
        keys = [wanted] if wanted else []
        keys += [key_of(one) for one in before.group.statements] if before else []
        found = (n for key in keys for n, row in enumerate(rows) if _holds(row, key))
        return next(found, 0)

    def _choose(self) -> None:
        row = self.row()
        if row is None:
            self.card.show_group(None)
        else:
            self.row_chosen.emit(row)


def _holds(row: GroupRow, key: Key) -> bool:
    return any(key_of(one) == key for one in row.group.statements)


def _table() -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName("Measures")
    table.setProperty("edged", True)
    table.setHeaderLabels(list(COLUMNS))
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setAllColumnsShowFocus(True)
    table.setIconSize(QSize(16, 16))
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    for column, width in WIDTHS.items():
        table.setColumnWidth(column, width)
    return table


def _item(row: GroupRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem(list(row.cells))
    level = row.group.level
    item.setIcon(1, icon(LEVEL_ICONS[level]))
    item.setForeground(1, QBrush(tone_colour(TONES[level], QGuiApplication.palette())))
    item.setSizeHint(0, QSize(0, ROW_HEIGHT))
    item.setData(0, ROW, row)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ". ".join(row.cells))
    for column, cell in enumerate(row.cells):
        item.setToolTip(column, f"<p>{escape(cell)}</p>")
    item.setToolTip(1, f"<p>{escape(row.group.why)}</p>")
    return item
