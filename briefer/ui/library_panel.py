"""The library: a search field, and the sources or the words found as rows of one list."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QPalette,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.services.choices import Choices
from briefer.services.search import Hit
from briefer.store import SourceLine
from briefer.ui import theme
from briefer.ui.drops import dropped
from briefer.ui.empty import EmptyPage
from briefer.ui.library_model import Row
from briefer.ui.library_view import RowsView
from briefer.ui.library_words import add_tags, counted, counted_hits
from briefer.ui.search_field import SearchField
from briefer.ui.version_strip import VersionStrip

NO_SOURCES = "The library is empty. Import documents, or drop them here."
NO_HITS = "No document holds all of these words."
NO_TRASH = "The trash is empty."
DROP = "Drop to import into the library"


class Act(NamedTuple):
    """Something that can be done with sources: a method of StandingWork, its text in the menu."""

    name: str
    text: str
    several: bool
    withdrawn: bool | None = None
    """Offered only where a source is withdrawn (True) or none is (False)."""


ACTS = (
    Act("where_used", "Where used…", several=False),
    Act("said_alike", "Said in other sources…", several=True),
    Act("withdraw", "Mark as withdrawn…", several=True, withdrawn=False),
    Act("take_back", "Not withdrawn", several=True, withdrawn=True),
)


def offered(rows: Sequence[Row]) -> list[Act]:
    """What can be done with these rows of the list."""
    withdrawn = any(isinstance(row, SourceLine) and row.withdrawn is not None for row in rows)
    return [
        act
        for act in ACTS
        if act.withdrawn in (None, withdrawn) and (act.several or len(rows) == 1)
    ]


class LibraryPanel(QWidget):
    """Shows sources, words found or the trash; says what the user wishes."""

    source_chosen = Signal(str)
    hit_chosen = Signal(str, int, int)
    search_wanted = Signal(str)
    """Words to look for; empty to go back to the list."""
    more_wanted = Signal()
    """Further rows of what was found."""
    tag_wanted = Signal(object, str, bool)
    """Ids of sources, a tag, and whether it is given or taken away."""
    new_tag_wanted = Signal(object)
    """Ids of sources that are to be given a tag which is asked for."""
    undo_wanted = Signal()
    """What was done last to tags, searches or the trash is to be taken back."""
    import_wanted = Signal(object)
    """A list of paths, files or folders, that were dropped here."""
    import_asked = Signal()
    """The user wants to choose what to import."""
    version_wanted = Signal(str)
    """The source of which a new version is to be imported: its id."""
    act_wanted = Signal(str, object)
    """The name of one of ACTS, and the ids of the sources it is to be done with."""
    record_wanted = Signal(str)
    """The source whose record is to be completed: its id."""
    references_wanted = Signal(object)
    """The sources (ids) whose records are to be written for a reference manager."""
    trash_wanted = Signal(object)
    restore_wanted = Signal(object)
    trash_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = 0
        self._undo = ""
        self._tags: Mapping[str, int] = {}
        self.search = SearchField()
        self.filters = self.search.filters
        self._view = RowsView()
        self.versions = VersionStrip()
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
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def show_sources(self, lines: Sequence[SourceLine], nothing: str = NO_SOURCES) -> None:
        """Shows the sources of the library, or those that filters fit; what to say of none."""
        self._set_trash(False)
        found = bool(lines) or nothing == NO_SOURCES
        self._show(lines, nothing, counted(len(lines), "source") if found else "Nothing found")

    def show_hits(
        self, hits: Sequence[Hit], sources: int, *, more: bool = False, nothing: str = NO_HITS
    ) -> None:
        """Shows the words found, in how many sources; with `more`, the first of them."""
        self._set_trash(False)
        self._sources = sources
        self._show(hits, nothing, counted_hits(hits, sources, more=more), more=more)

    def add_hits(self, hits: Sequence[Hit], *, more: bool) -> None:
        """Shows further words found behind the others."""
        self._view.add_rows(hits, more=more)
        self._count.setText(counted_hits(self._view.rows(), self._sources, more=more))

    def show_choices(self, choices: Choices) -> None:
        """Offers filters, tags and saved searches."""
        self._tags = choices.tags
        self.filters.show_choices(choices)

    def offer_undo(self, label: str) -> None:
        """Offers to take back what was done last; nothing for an empty label."""
        self._undo = label

    def show_trash(self, lines: Sequence[SourceLine]) -> None:
        """Shows the sources in the trash."""
        self._set_trash(True)
        self._show(lines, NO_TRASH, f"{counted(len(lines), 'source')} in the trash")

    def select_source(self, id: str) -> None:
        """Marks a source in the list, without choosing it."""
        self._view.select(id)

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.search.focus()

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
            lines = [row for row in rows if isinstance(row, SourceLine)]
            add_tags(menu, lines, self._tags, self.tag_wanted.emit, self.new_tag_wanted.emit)
            newer = menu.addAction(
                theme.icon("file-input"),
                "Import a new version…",
                lambda: self.version_wanted.emit(ids[0]),
            )
            newer.setEnabled(len(ids) == 1)
            record = menu.addAction(
                theme.icon("file-text"),
                "Source record…",
                lambda: self.record_wanted.emit(ids[0]),
            )
            record.setEnabled(len(ids) == 1)
            menu.addAction(
                theme.icon("file-output"),
                "Export references…",
                lambda: self.references_wanted.emit(ids),
            )
            for act in offered(rows):
                menu.addAction(act.text, partial(self.act_wanted.emit, act.name, ids))
            menu.addSeparator()
            menu.addAction(
                theme.icon("trash-2"), "Remove to trash\tDel", lambda: self.trash_wanted.emit(ids)
            )
        if self._undo:
            menu.addSeparator()
            menu.addAction(
                theme.icon("undo-2"), f"Undo: {self._undo}\tCtrl+Z", self.undo_wanted.emit
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
        self.search.setContentsMargins(12, 6, 12, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.search)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.versions)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.search.search_wanted.connect(self.search_wanted)
        self.search.list_wanted.connect(self._view.enter)
        self._import.clicked.connect(self.import_asked)
        self._trash.toggled.connect(self._trash_toggled)
        self._view.chosen.connect(self._chosen)
        self._view.deleted.connect(self._deleted)
        self._view.undo_wanted.connect(self.undo_wanted)
        self._view.left.connect(self.focus_search)
        self._view.more_wanted.connect(self.more_wanted)
        self._view.customContextMenuRequested.connect(self._show_menu)

    def _show(self, rows: Sequence[Row], nothing: str, count: str, *, more: bool = False) -> None:
        self._view.show_rows(rows, more=more)
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
            self.search.empty()
        self.trash_shown.emit(shown)

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


def _button(text: str, icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setIcon(theme.icon(icon))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
