"""The dialog that lists the briefings that use a source, and opens one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.services.noticing import UsedIn

NOT_USED = "No briefing that was saved with this library uses it."
MISSING = "no longer there"


class UsesDialog(QDialog):
    """Lists briefings, those whose file is gone greyed; a double click opens one."""

    def __init__(self, parent: QWidget, name: str, used: Sequence[UsedIn]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Where used")
        self.resize(560, 360)
        about = QLabel(f"Briefings with words of “{name}”." if used else NOT_USED)
        about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Briefings")
        self.list.setSpacing(3)
        for one in used:
            self.list.addItem(_row(one))
        self.list.setVisible(bool(used))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.opens = buttons.addButton("Open", QDialogButtonBox.ButtonRole.AcceptRole)
        self.opens.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.list, 1)
        if not used:
            layout.addStretch(1)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemSelectionChanged.connect(
            lambda: self.opens.setEnabled(self.chosen() is not None)
        )
        self.list.itemActivated.connect(lambda _: self.accept())

    def chosen(self) -> Path | None:
        """The file of the briefing that is chosen, if it is there."""
        items = self.list.selectedItems()
        return items[0].data(Qt.ItemDataRole.UserRole) if items else None


def _row(one: UsedIn) -> QListWidgetItem:
    picks = "1 pick" if one.picks == 1 else f"{one.picks} picks"
    gone = f" · {MISSING}" if one.missing else ""
    item = QListWidgetItem(f"{one.title or Path(one.path).stem}\n{picks}{gone} · {one.path}")
    item.setData(Qt.ItemDataRole.UserRole, Path(one.path))
    item.setToolTip(one.path)
    if one.missing:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
