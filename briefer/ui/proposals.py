"""Proposals to take words of another source, each shown with what differs."""

from collections.abc import Sequence
from html import escape

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
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

from briefer.core.differences import Difference
from briefer.ui.difference_words import difference_html, difference_text
from briefer.ui.theme import icon

STATE_WIDTH = 230
ROW_HEIGHT = 26


class Proposal(Struct, frozen=True):
    """One proposal: what it is about, what would be taken, and whether that can be done at once."""

    id: str
    state: str
    icon: str
    words: str
    said: str
    """A sentence on it."""
    differences: tuple[Difference, ...] = ()
    may_take: bool = False


class ProposalsDialog(QDialog):
    """Lists proposals; takes none by itself."""

    take_wanted = Signal(object)
    """The Proposal that the user takes."""
    refuse_wanted = Signal(object)
    """The Proposal that the user says is none."""

    def __init__(
        self, parent: QWidget, title: str, intro: str, act: str, refuse: str = "", later: str = ""
    ) -> None:
        """`intro` is what the list is about in a sentence, `act` what its button says.

        `refuse` and `later` are what the button says that refuses, if there is one, and the one
        that closes, if it is called otherwise.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(780, 540)
        about = QLabel(intro)
        about.setWordWrap(True)
        self.table = QTreeWidget()
        self.table.setAccessibleName(title)
        self.table.setProperty("edged", True)
        self.table.setHeaderLabels(["State", "Words"])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setIconSize(QSize(16, 16))
        self.table.setColumnWidth(0, STATE_WIDTH)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.words = QTextBrowser()
        self.words.setAccessibleName("What differs")
        self.words.setTabChangesFocus(True)
        self.words.document().setDocumentMargin(8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.take = QPushButton(act)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        self.refuse = QPushButton(refuse)
        if refuse:
            buttons.addButton(self.refuse, QDialogButtonBox.ButtonRole.ActionRole)
        if later:
            buttons.button(QDialogButtonBox.StandardButton.Close).setText(later)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words, 1)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.table.currentItemChanged.connect(self._show)
        self.take.clicked.connect(lambda: self._say(self.take_wanted))
        self.refuse.clicked.connect(lambda: self._say(self.refuse_wanted))

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Lists these; the one that was chosen stays so."""
        before = self._item()
        row = self.table.indexOfTopLevelItem(before) if before is not None else 0
        self.table.blockSignals(True)
        self.table.clear()
        for one in proposals:
            item = QTreeWidgetItem([one.state, " ".join(one.words.split())])
            item.setIcon(0, icon(one.icon))
            item.setSizeHint(0, QSize(0, ROW_HEIGHT))
            item.setData(0, Qt.ItemDataRole.UserRole, one)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.state}. {one.words}")
            self.table.addTopLevelItem(item)
        self.table.blockSignals(False)
        if (chosen := self.table.topLevelItem(min(row, len(proposals) - 1))) is not None:
            self.table.setCurrentItem(chosen)
        self._show()

    def proposal(self) -> Proposal | None:
        """The proposal that is chosen."""
        item = self._item()
        return item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None

    def _item(self) -> QTreeWidgetItem | None:
        return self.table.currentItem()

    def _show(self) -> None:
        one = self.proposal()
        self.take.setEnabled(one is not None and one.may_take)
        self.refuse.setEnabled(one is not None)
        if one is None:
            self.words.clear()
            return
        shown = difference_html(one.differences, QGuiApplication.palette()) or escape(one.words)
        self.words.setHtml(f"<p><b>{escape(one.said)}</b></p><p>{shown}</p>")
        self.words.setAccessibleDescription(difference_text(one.differences))

    def _say(self, wanted: SignalInstance) -> None:
        one = self.proposal()
        if one is not None:
            wanted.emit(one)
