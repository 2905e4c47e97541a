"""The library: a search field, and the sources or the words found as rows of one list."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QKeySequence,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.services.library import Hit
from briefer.store import SourceLine
from briefer.ui import theme
from briefer.ui.drops import dropped
from briefer.ui.empty import EmptyPage
from briefer.ui.library_model import Row
from briefer.ui.library_view import RowsView

PAUSE = 150
"""Milliseconds without typing after which a search begins."""

NO_SOURCES = "The library is empty. Import documents, or drop them here."
NO_HITS = "No document holds all of these words."
NO_TRASH = "The trash is empty."
DROP = "Drop to import into the library"


class LibraryPanel(QWidget):
    """Shows sources, words found or the trash; says what the user wishes."""

    source_chosen = Signal(str)
    hit_chosen = Signal(str, int, int)
    search_wanted = Signal(str)
    """Words to look for; empty to go back to the list."""
    import_wanted = Signal(object)
    """A list of paths, files or folders, that were dropped here."""
    import_asked = Signal()
    """The user wants to choose what to import."""
    version_wanted = Signal(str)
    """The source of which a new version is to be imported: its id."""
    trash_wanted = Signal(object)
    restore_wanted = Signal(object)
    trash_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searched = ""
        self._field = _search_field()
        self._view = RowsView()
        self._empty = EmptyPage("library", NO_SOURCES)
        self._dropping = EmptyPage("file-input", DROP)
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._dropping):
            self._pages.addWidget(page)
        self._count = QLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._import = _button("Import…", "file-input", "Import documents into the library")
        self._trash = _button("Trash", "trash-2", "Show what was removed to the trash")
        self._trash.setCheckable(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def show_sources(self, lines: Sequence[SourceLine]) -> None:
        """Shows the sources of the library."""
        self._set_trash(False)
        self._show(lines, NO_SOURCES, _counted(len(lines), "source"))

    def show_hits(self, hits: Sequence[Hit], words: str) -> None:
        """Shows the words found, those that were searched for in bold."""
        self._set_trash(False)
        sources = len({hit.source for hit in hits})
        counted = f"{_counted(len(hits), 'passage')} in {_counted(sources, 'source')}"
        self._show(hits, NO_HITS, counted if hits else "Nothing found", words)

    def show_trash(self, lines: Sequence[SourceLine]) -> None:
        """Shows the sources in the trash."""
        self._set_trash(True)
        self._show(lines, NO_TRASH, f"{_counted(len(lines), 'source')} in the trash")

    def select_source(self, id: str) -> None:
        """Marks a source in the list, without choosing it."""
        self._view.select(id)

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def context_menu(self) -> QMenu:
        """What can be done with the selected rows."""
        menu = QMenu(self)
        rows = self._view.selected()
        opens = menu.addAction(theme.icon("book-open"), "Open", self._view.choose_current)
        opens.setEnabled(len(rows) == 1)
        ids = [row.id for row in rows if isinstance(row, SourceLine)]
        if ids and self._trash.isChecked():
            menu.addAction(
                theme.icon("rotate-ccw"), "Restore", lambda: self.restore_wanted.emit(ids)
            )
        elif ids:
            newer = menu.addAction(
                theme.icon("file-input"),
                "Import a new version…",
                lambda: self.version_wanted.emit(ids[0]),
            )
            newer.setEnabled(len(ids) == 1)
            menu.addSeparator()
            menu.addAction(
                theme.icon("trash-2"), "Remove to trash\tDel", lambda: self.trash_wanted.emit(ids)
            )
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()
            self._pages.setCurrentWidget(self._dropping)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_page()

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_page()
        event.acceptProposedAction()
        self.import_wanted.emit(dropped(event))

    def _lay_out(self) -> None:
        heading = QLabel("Library")
        font = heading.font()
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(16, 10, 8, 0)
        top.addWidget(heading, 1)
        top.addWidget(self._import)
        bottom.setContentsMargins(16, 4, 8, 6)
        bottom.addWidget(self._count, 1)
        bottom.addWidget(self._trash)
        field = QVBoxLayout()
        field.setContentsMargins(12, 6, 12, 10)
        field.addWidget(self._field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(field)
        layout.addWidget(self._pages, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._typed)
        self._field.returnPressed.connect(self._entered)
        self._pause.timeout.connect(self._search)
        for keys, does in (("Escape", self._field.clear), ("Down", self._view.enter)):
            shortcut = QShortcut(QKeySequence(keys), self._field)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)
        self._import.clicked.connect(self.import_asked)
        self._trash.toggled.connect(self._trash_toggled)
        self._view.chosen.connect(self._chosen)
        self._view.deleted.connect(self._deleted)
        self._view.customContextMenuRequested.connect(self._show_menu)

    def _show(self, rows: Sequence[Row], nothing: str, count: str, words: str = "") -> None:
        self._view.show_rows(rows, words)
        self._empty.say(nothing)
        self._count.setText(count)
        self._show_page()

    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self._view if self._view.has_rows() else self._empty)

    def _set_trash(self, shown: bool) -> None:
        self._trash.blockSignals(True)
        self._trash.setChecked(shown)
        self._trash.blockSignals(False)

    def _trash_toggled(self, shown: bool) -> None:
        if shown:
            self._pause.stop()
            self._searched = ""
            self._field.blockSignals(True)
            self._field.clear()
            self._field.blockSignals(False)
        self.trash_shown.emit(shown)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        words = self._field.text().strip()
        if words != self._searched:
            self._searched = words
            self.search_wanted.emit(words)

    def _entered(self) -> None:
        if self._pause.isActive():
            self._search()
        else:
            self._view.enter()

    def _chosen(self, row: Row) -> None:
        if isinstance(row, Hit):
            self.hit_chosen.emit(row.source, row.start, row.end)
        else:
            self.source_chosen.emit(row.id)

    def _deleted(self) -> None:
        ids = [row.id for row in self._view.selected() if isinstance(row, SourceLine)]
        if ids and not self._trash.isChecked():
            self.trash_wanted.emit(ids)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(at))


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText("Search all documents")
    field.setAccessibleName("Search all documents")
    field.setClearButtonEnabled(True)
    field.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    return field


def _button(text: str, icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setIcon(theme.icon(icon))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _counted(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"
