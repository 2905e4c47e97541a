"""The main window: makes the panels and the parts that serve them, and wires them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QToolBar

from briefer import paths
from briefer.core.model import Item, Pick
from briefer.services.briefings import citations
from briefer.services.templates import list_templates
from briefer.ui import actions
from briefer.ui.checking import Checking
from briefer.ui.desk import Desk
from briefer.ui.drafting import Drafting
from briefer.ui.drops import Drops
from briefer.ui.exporting import Exporting
from briefer.ui.figure_watch import FigureWatch
from briefer.ui.figure_work import FigureWork
from briefer.ui.file_checking import FileChecking
from briefer.ui.files import Files
from briefer.ui.importing import Importing
from briefer.ui.inbox import Inbox
from briefer.ui.keeping import Keeping
from briefer.ui.library_work import LibraryWork
from briefer.ui.looks import Looks
from briefer.ui.moving import Moving
from briefer.ui.picking import Picking
from briefer.ui.quoting import Quoting
from briefer.ui.record_work import RecordWork
from briefer.ui.section_work import SectionWork
from briefer.ui.standing import NOTHING, Standing
from briefer.ui.standing_work import StandingWork
from briefer.ui.suggestion_work import SuggestionWork
from briefer.ui.template_work import TemplateWork
from briefer.ui.versions import Versions
from briefer.ui.writing import Writing

SAID_FOR = 12_000
"""Milliseconds that a friendly line stays in the status bar."""

STATE_VERSION = 1


class MainWindow(QMainWindow):
    """Library, reader and briefing side by side."""

    def __init__(self, library_path: Path) -> None:
        super().__init__()
        self.desk = Desk(self, library_path, self.say)
        desk = self.desk
        self.standing = Standing(desk)
        self.drafts = Drafting(desk)
        self.files = Files(desk, self.drafts)
        self.library = LibraryWork(desk, self.standing)
        self.importing = Importing(desk, self.library)
        self.keeping = Keeping(desk, self.library)
        self.inbox = Inbox(desk, self.library)
        self.picking = Picking(desk)
        self.writing = Writing(desk, self.picking)
        self.quoting = Quoting(desk, self.picking, self.writing.edit)
        self.versions = Versions(desk, self.library)
        self.sources = StandingWork(desk, self.library, self.files)
        self.records = RecordWork(desk, self.library)
        self.suggesting = SuggestionWork(desk, self.library, self.standing, self.picking)
        self.watch = FigureWatch(desk)
        self.figures = FigureWork(desk, self.library, self.standing, self.watch)
        self.checking = Checking(desk, self.standing, self.quoting, self.watch)
        self.file_checks = FileChecking(desk)
        self.moving = Moving(desk)
        self.sections = SectionWork(desk)
        self.templates = TemplateWork(desk)
        self.exports = Exporting(desk)
        panes = {
            "library": desk.library, "reader": desk.reader, "briefing": desk.briefing,
            "record": desk.record,
        }  # fmt: skip
        focus = {
            "library": desk.library.focus_search,
            "reader": desk.reader.setFocus,
            "briefing": desk.briefing.focus_outline,
            "record": desk.record.focus_current,
        }
        self.looks = Looks(self, panes, focus)
        opens = {
            ".briefing": self.files.open_file, ".brieferlibrary": self.keeping.take_over_file,
        }  # fmt: skip
        self.drops = Drops(self, opens, self.importing.import_files)
        self.actions_by_name = actions.make_actions(self, self._slots())
        self._lay_out()
        self._connect()
        self.looks.begin(self.actions_by_name)
        self._show()

    def begin(self, briefing: Path | None, ready: Callable[[], None] | None = None) -> None:
        """Lists the library, offers recovery, opens a briefing when one is named.

        `ready` is called when the library is listed.
        """

        def listed() -> None:
            self._show_start()
            self.keeping.begin()
            self.inbox.begin()
            self.suggesting.begin()
            if ready is not None:
                ready()

        self.library.begin(listed)
        self.drafts.offer_recovery()
        if briefing is not None:
            self.files.open_file(briefing)

    def say(self, words: str) -> None:
        """A friendly line in the status bar."""
        self.statusBar().showMessage(words, SAID_FOR)

    def _slots(self) -> dict[str, Callable[[], object]]:
        owners: dict[str, object] = {
            "files": self.files, "templates": self.templates, "library": self.library,
            "writing": self.writing, "picking": self.picking, "quoting": self.quoting,
            "checking": self.checking, "versions": self.versions,
            "file_checks": self.file_checks,
            "moving": self.moving, "sections": self.sections, "exports": self.exports,
            "looks": self.looks, "records": self.records, "sources": self.sources,
            "importing": self.importing, "keeping": self.keeping, "inbox": self.inbox,
            "suggesting": self.suggesting, "figures": self.figures,
        }  # fmt: skip
        return {one.name: getattr(owners[one.owner], one.name) for one in actions.COMMANDS}

    def _lay_out(self) -> None:
        desk = self.desk
        self._recent = QMenu("Open &recent", self)
        actions.fill_menus(self, self.actions_by_name, self._recent)
        bar = QToolBar("Commands")
        bar.setObjectName("commands")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        actions.fill_tool_bar(bar, self.actions_by_name)
        self.addToolBar(bar)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        for pane, width in (
            (desk.library, 240), (desk.reader, 360), (desk.briefing, 340), (desk.record, 340),
        ):  # fmt: skip
            pane.setMinimumWidth(width)
            self._splitter.addWidget(pane)
        self._splitter.setSizes([300, 620, 520, 520])
        self._splitter.setStretchFactor(1, 1)
        self.setCentralWidget(self._splitter)
        self.statusBar().setSizeGripEnabled(False)
        desk.library.focus_search()
        room = self.screen().availableSize()
        self.resize(min(1440, room.width() - 40), min(900, room.height() - 60))
        kept = self._kept()
        if kept.value("geometry"):
            self.restoreGeometry(kept.value("geometry"))
            self._splitter.restoreState(kept.value("splitter"))

    def _kept(self) -> QSettings:
        """Where the window's size and panes are kept: a file, never the registry."""
        path = paths.state() / f"window-{STATE_VERSION}.ini"
        return QSettings(str(path), QSettings.Format.IniFormat)

    def _connect(self) -> None:
        desk, history = self.desk, self.desk.editor.history
        desk.editor.changed.connect(self._show)
        self.standing.changed.connect(self._show)
        self.watch.changed.connect(self._show)
        self.checking.figures_wanted = self.figures.show_pair
        desk.briefing.figures_wanted.connect(self.figures.show_pair)
        self.exports.figures_wanted = self.figures.show_pair
        self.suggesting.read = self.watch.forget
        desk.reader.hint.connect(self.say)
        desk.reader.pick_chosen.connect(lambda id: desk.briefing.choose_items([id]))
        desk.briefing.item_chosen.connect(self._show_passage)
        desk.briefing.item_opened.connect(self._open_item)
        desk.briefing.selection_changed.connect(self._enable)
        history.cleanChanged.connect(self._show_name)
        history.indexChanged.connect(self._enable)
        history.undoTextChanged.connect(self._name_history)
        history.redoTextChanged.connect(self._name_history)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.files.recent_changed.connect(self._show_start)

    def _show(self) -> None:
        """Shows the briefing in every place that shows it."""
        opened = self.desk.editor.opened
        self._show_name()
        if opened is None:
            self.desk.briefing.show_briefing(None, {}, NOTHING, {})
        else:
            briefing, sources = opened.briefing, opened.sources
            report = self.standing.report()
            self.actions_by_name[f"style_{briefing.style}"].setChecked(True)
            cited = citations(briefing, sources)
            notes = self.watch.notes()
            self.desk.briefing.show_briefing(briefing, cited, report, sources, notes)
        self.desk.reader.set_picks(opened.briefing.picks() if opened else [])
        self._enable()

    def _show_start(self) -> None:
        with self.desk.telling(), self.desk.opened_library() as library:
            start = self.desk.briefing.start
            start.show_templates(list_templates(library))
            start.show_recent(self.files.recent())

    def _show_name(self) -> None:
        editor = self.desk.editor
        if editor.briefing is None:
            self.setWindowTitle("briefer")
        else:
            name = editor.path.name if editor.path else editor.briefing.title
            self.setWindowTitle(f"{name}[*] – briefer")
        self.setWindowModified(editor.is_modified())

    def _enable(self) -> None:
        briefing, history = self.desk.editor.briefing, self.desk.editor.history
        items = self.desk.briefing.chosen_items()
        actions.set_enabled(
            self.actions_by_name,
            {
                "briefing": briefing is not None,
                "item": bool(items),
                "pick": any(isinstance(item, Pick) for item in items),
                "section": self.desk.briefing.current_section() is not None,
                "undo": history.canUndo(),
                "redo": history.canRedo(),
            },
        )
        self._name_edit(items)
        picks = [item for item in items if isinstance(item, Pick)]
        self.desk.reader.offer_adding(picks[0].source if len(picks) == 1 else "")

    def _name_edit(self, items: list[Item]) -> None:
        """Names the command that edits a quotation or own text after what is selected."""
        is_pick = any(isinstance(item, Pick) for item in items)
        text = actions.EDIT_QUOTATION if is_pick else actions.EDIT_OWN_TEXT
        self.actions_by_name["edit_chosen"].setText(text)

    def _name_history(self) -> None:
        history = self.desk.editor.history
        self.actions_by_name["undo"].setText(f"&Undo {history.undoText()}".strip())
        self.actions_by_name["redo"].setText(f"&Redo {history.redoText()}".strip())

    def _show_passage(self, item_id: str) -> None:
        """Shows in the reader where a chosen pick stands."""
        briefing = self.desk.editor.briefing
        for pick in briefing.picks() if briefing else []:
            if pick.id == item_id:
                self.library.show_source(pick.source, pick.start, pick.end)

    def _open_item(self, item_id: str) -> None:
        briefing = self.desk.editor.briefing
        if briefing and any(pick.id == item_id for pick in briefing.picks()):
            self._show_passage(item_id)
            self.desk.reader.setFocus()
        else:
            self.writing.edit(item_id)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.files.recent():
            action = self._recent.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.files.open_file(path))
        self._recent.setEnabled(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.desk.editor.changed.disconnect(self._show)
        kept = self._kept()
        kept.setValue("geometry", self.saveGeometry())
        kept.setValue("splitter", self._splitter.saveState())
        kept.sync()
        self.sources.end()
        self.watch.end()
        self.suggesting.end()
        self.figures.end()
        self.keeping.end()
        self.inbox.end()
        self.desk.jobs.shutdown()
        self.desk.release_library()
        self.drafts.end()
        event.accept()
