"""The list of what was checked, and beneath it what was found about the item chosen."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.check_rows import CheckRow
from briefer.ui.difference_words import difference_html, difference_text
from briefer.ui.item_row import tone_colour
from briefer.ui.pick_panes import FindingsPane
from briefer.ui.theme import icon

COLUMNS = ("Outcome", "Words", "Section")
OUTCOME_WIDTH, SECTION_WIDTH = 230, 140
ROW_HEIGHT = 26
ROW = Qt.ItemDataRole.UserRole


class CheckView(QWidget):
    """Shows rows; says which is chosen and what reason was typed for a finding."""

    chosen = Signal(object)
    """The CheckRow."""
    opened = Signal(object)
    """The CheckRow that was double-clicked, or Enter was pressed on."""
    reason_settled = Signal(str, object, str)
    """Id of the item, the Finding, the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CheckRow, ...] = ()
        self.table = QTreeWidget()
        self.table.setAccessibleName("Items checked")
        self.table.setProperty("edged", True)
        self.table.setHeaderLabels(COLUMNS)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setIconSize(QSize(16, 16))
        self.table.setAllColumnsShowFocus(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, OUTCOME_WIDTH)
        self.table.setColumnWidth(2, SECTION_WIDTH)
        self.words = QTextBrowser()
        self.words.setAccessibleName("The words that were checked")
        self.words.setTabChangesFocus(True)
        self.words.document().setDocumentMargin(6)
        self.words.setFixedHeight(96)
        self.findings = FindingsPane()
        beneath = QWidget()
        column = QVBoxLayout(beneath)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.findings, 1)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(beneath)
        both.setSizes([260, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(both)
        self.table.currentItemChanged.connect(self._choose)
        self.table.itemActivated.connect(lambda item: self.opened.emit(item.data(0, ROW)))
        self.findings.reason_settled.connect(self._settle)

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Shows these rows; the one chosen stays, or else the first that stops something is."""
        before = self.row()
        self._rows = tuple(rows)
        self.table.blockSignals(True)
        self.table.clear()
        self.table.addTopLevelItems([self._item(one) for one in rows])
        self.table.blockSignals(False)
        ids = [one.id for one in rows]
        stopping = next((number for number, one in enumerate(rows) if one.stops()), 0)
        number = ids.index(before.id) if before and before.id in ids else stopping
        self.table.blockSignals(before is not None)  # choosing the same again is no news
        if (chosen := self.table.topLevelItem(number)) is not None:
            self.table.setCurrentItem(chosen)
        self.table.blockSignals(False)
        self._show(self.row())

    def row(self) -> CheckRow | None:
        """The row that is chosen."""
        item = self.table.currentItem()
        return item.data(0, ROW) if item else None

    def _item(self, row: CheckRow) -> QTreeWidgetItem:
        outcome = " · ".join(part for part in (row.badge.text, row.asks()) if part)
        item = QTreeWidgetItem([outcome, " ".join(row.words.split()), row.section])
        item.setIcon(
            0, icon("triangle-alert" if row.asks() and not row.stops() else row.badge.icon)
        )
        tone = "warning" if row.asks() and not row.stops() else row.badge.tone
        item.setForeground(0, QBrush(tone_colour(tone, QGuiApplication.palette())))
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        item.setData(0, ROW, row)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, row.spoken())
        item.setToolTip(1, f"<p>{escape(row.words)}</p>")
        return item

    def _choose(self) -> None:
        row = self.row()
        self._show(row)
        if row is not None:
            self.chosen.emit(row)

    def _show(self, row: CheckRow | None) -> None:
        self.words.setHtml(self._described(row) if row else "")
        self.words.setAccessibleDescription(difference_text(row.differences) if row else "")
        self.findings.show_findings(row.rules if row else ())
        self.findings.setVisible(row is not None and bool(row.rules))
        self.words.setFixedHeight(96 if row is not None and row.rules else 160)

    def _described(self, row: CheckRow) -> str:
        words = difference_html(row.differences, QGuiApplication.palette()) or escape(row.words)
        finding = f"<p><b>{escape(row.finding)}</b></p>" if row.finding else ""
        notes = "".join(f"<p>{escape(one.said)}</p>" for one in row.notes)
        return f"{finding}<p>{words}</p>{notes}"

    def _settle(self, finding: object, reason: str) -> None:
        row = self.row()
        if row is not None:
            self.reason_settled.emit(row.id, finding, reason)
