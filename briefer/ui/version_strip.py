"""Says beneath the library that some documents look like new versions, and asks to look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class VersionStrip(QFrame):
    """Quiet: it waits until the user looks, and takes no room where there is nothing."""

    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edged", "strip")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.look = QPushButton("Look…")
        self.look.setAccessibleName("Look at documents that seem to be new versions")
        self.look.clicked.connect(self.look_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.look)
        self.hide()

    def show_count(self, count: int) -> None:
        """Shows how many documents wait to be looked at; none hides the strip."""
        one = "1 document looks like a new version."
        self.words.setText(one if count == 1 else f"{count} documents look like new versions.")
        self.setVisible(count > 0)
