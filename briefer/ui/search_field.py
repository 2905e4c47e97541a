"""The search field of the library, with its menus; what is typed in it is the whole search."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from briefer.ui import theme
from briefer.ui.library_filters import FilterBar

PAUSE = 150
"""Milliseconds without typing after which a search begins."""

HOW_TO = """<p>Words find words that begin with them; <b>"words in quotation marks"</b> a phrase;
<b>-word</b> leaves documents out.</p><p>speaker: author: type: tag: language: publisher: kind:
after:2024 before:2025-06 date:2025 is:undated</p>"""


class SearchField(QWidget):
    """Says what to search for after a pause, or at once when it is entered or emptied."""

    search_wanted = Signal(str)
    list_wanted = Signal()
    """The keyboard is to go on in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searched = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText("Search all documents")
        self.line.setAccessibleName("Search all documents")
        self.line.setToolTip(HOW_TO)
        self.line.setClearButtonEnabled(True)
        self.line.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filters = FilterBar(self.line.text)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.filters)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._entered)
        self._pause.timeout.connect(self._search)
        self.filters.typed.connect(self.type)
        for keys, does in (("Escape", self.line.clear), ("Down", self.list_wanted.emit)):
            shortcut = QShortcut(QKeySequence(keys), self.line)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)

    def focus(self) -> None:
        """Puts the cursor into the field."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def type(self, text: str) -> None:
        """Puts a text into the field and searches at once."""
        self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search()

    def empty(self) -> None:
        """Empties the field without a search."""
        self._pause.stop()
        self._searched = ""
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        words = self.line.text().strip()
        if words != self._searched:
            self._searched = words
            self.search_wanted.emit(words)

    def _entered(self) -> None:
        if self._pause.isActive():
            self._search()
        else:
            self.list_wanted.emit()
