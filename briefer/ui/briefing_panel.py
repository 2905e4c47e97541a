"""The briefing: its title and header block, the outline of its sections, its measures."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from briefer.core.check import Report
from briefer.core.decisions import Key
from briefer.core.edits import kind_of
from briefer.core.model import KINDS, Briefing, Item, Pick, Section, Source
from briefer.ui.briefing_lines import SECOND_HAND, ItemLine, takes_picks
from briefer.ui.briefing_model import BriefingModel
from briefer.ui.briefing_view import BriefingView
from briefer.ui.figure_notes import NO_NOTES, Notes, pair_of
from briefer.ui.foot import Foot
from briefer.ui.header_form import HeaderForm
from briefer.ui.start_page import StartPage
from briefer.ui.theme import SIGNS, icon


class BriefingPanel(QWidget):
    """Shows a briefing, or ways to begin one; says what the user wishes."""

    item_chosen = Signal(str)
    """The item whose row was made current: its id."""
    item_opened = Signal(str)
    """The item that was double-clicked, or Enter was pressed on."""
    selection_changed = Signal()
    passage_dropped = Signal(str, int, str, int, int)
    """Section key, index, source id, start, end."""
    move_wanted = Signal(list, str, int)
    """Item ids, section key, index."""
    remove_wanted = Signal(list)
    kind_wanted = Signal(str, str)
    """Item id, kind."""
    text_wanted = Signal(str)
    edit_wanted = Signal(str)
    quotation_wanted = Signal(str)
    """The pick whose quotation is to be edited: its id."""
    comment_wanted = Signal(str)
    review_wanted = Signal(list)
    primary_wanted = Signal(str)
    """The pick at second hand whose primary text is to be found: its id."""
    figures_wanted = Signal(object)
    """The keys of two statements that the register is to show."""
    title_edited = Signal(str)
    header_edited = Signal(str, str)
    section_settings_wanted = Signal(str)
    section_repeat_wanted = Signal(str)
    section_remove_wanted = Signal(str)
    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._briefing: Briefing | None = None
        self.start = StartPage()
        self._header = HeaderForm()
        self._model = BriefingModel(self)
        self._view = BriefingView(self._model)
        self._foot = Foot()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setMinimumWidth(320)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        self._header.title_edited.connect(self.title_edited)
        self._header.header_edited.connect(self.header_edited)
        self._foot.check_wanted.connect(self.check_wanted)
        # Queued: what follows a drop may ask something, and the drag must have ended by then.
        queued = Qt.ConnectionType.QueuedConnection
        view.passage_dropped.connect(self.passage_dropped, queued)
        view.items_dropped.connect(self.move_wanted, queued)
        view.opened.connect(self.item_opened)
        view.menu_wanted.connect(self._open_menu)
        view.section_made_current.connect(lambda key: self.selection_changed.emit())
        view.selectionModel().selectionChanged.connect(lambda: self.selection_changed.emit())
        view.selectionModel().currentChanged.connect(self._tell_chosen)

    def show_briefing(
        self,
        briefing: Briefing | None,
        citations: Mapping[str, str],
        report: Report,
        sources: Mapping[str, Source],
        notes: Notes = NO_NOTES,
    ) -> None:
        """Shows a briefing, the citations of its picks and its check; `sources` is id -> source.

        `notes` are what is to be known of the figures of items.
        """
        before, self._briefing = self._briefing, briefing
        self._pages.setCurrentIndex(0 if briefing is None else 1)
        if briefing is None:
            return
        self._header.show_header(briefing)
        self._foot.show_briefing(briefing, report)
        is_same = before is not None and before.id == briefing.id
        chosen = self._view.chosen_ids() if is_same else []
        place = self._view.verticalScrollBar().value() if is_same else 0
        if self._model.show(briefing, citations, report, sources, notes):
            self._view.expandAll()
            self._choose_again(chosen, place)
        if self.current_section() is None or not is_same:
            first = next((one for one in briefing.sections if takes_picks(one)), None)
            self._view.make_current(first.key if first else "")

    def _choose_again(self, chosen: list[str], place: int) -> None:
        key = self._view.section_key()
        self._view.choose(chosen)
        self._view.make_current(key)
        self._view.verticalScrollBar().setValue(place)
        self.selection_changed.emit()

    def current_section(self) -> Section | None:
        """The section that picks go to."""
        sections = self._briefing.sections if self._briefing else ()
        key = self._view.section_key()
        return next((section for section in sections if section.key == key), None)

    def make_current(self, key: str) -> None:
        """Makes a section the one that picks go to, and scrolls to it."""
        self._view.make_current(key)
        self._view.scrollTo(self._model.of_section(key))

    def chosen_items(self) -> list[Item]:
        """The items selected, in the order of the briefing."""
        ids = self._view.chosen_ids()
        return [item for item in self._briefing.items() if item.id in ids] if self._briefing else []

    def choose_items(self, ids: list[str]) -> None:
        """Selects these items and scrolls to them."""
        self._view.choose(ids)

    def focus_title(self) -> None:
        """Puts the cursor into the title."""
        self._header.focus_title()

    def focus_outline(self) -> None:
        """Puts the focus on the sections and items."""
        if self._briefing is None:
            self.start.focusNextChild()
            return
        self._view.setFocus()

    def _tell_chosen(self) -> None:
        ids = self._model.ids([self._view.currentIndex()])
        if ids:
            self.item_chosen.emit(ids[0])

    def _open_menu(self, place: QPoint) -> None:
        self.context_menu().popup(place)

    def context_menu(self) -> QMenu:
        """What can be done with the items selected, or with the current section."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        items = self.chosen_items()
        if items:
            ItemMenu(self, menu).fill(items)
        elif (section := self.current_section()) is not None:
            SectionMenu(self, menu).fill(section)
        return menu

    def is_second_hand(self, item_id: str) -> bool:
        """Whether the words of an item are another's, as its source reports them."""
        line = self._model.line(self._model.of_item(item_id))
        return isinstance(line, ItemLine) and any(one.rule == SECOND_HAND for one in line.rules())

    def figures_of(self, item_id: str) -> tuple[Key, Key] | None:
        """The two statements that the register shows of an item whose figures clash or are old."""
        line = self._model.line(self._model.of_item(item_id))
        return pair_of(line.notes) if isinstance(line, ItemLine) else None

    def sections(self) -> tuple[Section, ...]:
        """The sections of the briefing shown."""
        return self._briefing.sections if self._briefing else ()


class SectionMenu:
    """Fills a menu for a section."""

    def __init__(self, panel: BriefingPanel, menu: QMenu) -> None:
        self._panel = panel
        self._menu = menu

    def fill(self, section: Section) -> None:
        """Adds what can be done with this section."""
        panel, key = self._panel, section.key
        if any(kind not in KINDS or kind == "talking_point" for kind in section.accepts):
            add = self._menu.addAction(icon("pencil"), "Add own text…")
            add.triggered.connect(lambda: panel.text_wanted.emit(key))
        settings = self._menu.addAction(icon("settings"), "Section settings…")
        settings.triggered.connect(lambda: panel.section_settings_wanted.emit(key))
        if section.repeatable:
            again = self._menu.addAction(icon("copy"), "Add another like it")
            again.triggered.connect(lambda: panel.section_repeat_wanted.emit(key))
        self._menu.addSeparator()
        remove = self._menu.addAction(icon("trash-2"), "Remove section")
        remove.triggered.connect(lambda: panel.section_remove_wanted.emit(key))


class ItemMenu:
    """Fills a menu for items."""

    def __init__(self, panel: BriefingPanel, menu: QMenu) -> None:
        self._panel = panel
        self._menu = menu

    def fill(self, items: list[Item]) -> None:
        """Adds what can be done with these items."""
        picks = [item for item in items if isinstance(item, Pick)]
        if len(items) == 1 and not picks:
            edit = self._menu.addAction(icon("pencil"), "Edit own text…")
            edit.triggered.connect(lambda: self._panel.edit_wanted.emit(items[0].id))
        if len(items) == 1 and picks:
            show = self._menu.addAction(icon("book-open"), "Show in its source")
            show.triggered.connect(lambda: self._panel.item_opened.emit(picks[0].id))
            edit = self._menu.addAction(icon("pencil"), "Edit quotation…")
            edit.triggered.connect(lambda: self._panel.quotation_wanted.emit(picks[0].id))
            if self._panel.is_second_hand(picks[0].id):
                find = self._menu.addAction(icon("search"), "Find the primary text…")
                find.triggered.connect(lambda: self._panel.primary_wanted.emit(picks[0].id))
            if (pair := self._panel.figures_of(picks[0].id)) is not None:
                figures = self._menu.addAction(icon("hash"), "Show figures…")
                figures.triggered.connect(lambda: self._panel.figures_wanted.emit(pair))
            self._add_kinds(picks[0])
            comment = self._menu.addAction(icon("message-square"), "Comment…")
            comment.triggered.connect(lambda: self._panel.comment_wanted.emit(picks[0].id))
        waiting = [pick.id for pick in picks if pick.review]
        if waiting:
            reviewed = self._menu.addAction(icon("check"), "Mark as reviewed")
            reviewed.triggered.connect(lambda: self._panel.review_wanted.emit(waiting))
        self._add_sections(items)
        self._menu.addSeparator()
        ids = [item.id for item in items]
        remove = self._menu.addAction(icon("trash-2"), "Remove")
        remove.triggered.connect(lambda: self._panel.remove_wanted.emit(ids))

    def _add_kinds(self, pick: Pick) -> None:
        holder = next(one for one in self._panel.sections() if pick in one.items)
        kinds = self._menu.addMenu(icon("quote"), "Kind")
        for kind in KINDS:
            action = kinds.addAction(SIGNS[kind].name)
            action.setCheckable(True)
            action.setChecked(kind == pick.kind)
            action.setEnabled(kind in holder.accepts)
            action.triggered.connect(
                lambda _=False, kind=kind: self._panel.kind_wanted.emit(pick.id, kind)
            )

    def _add_sections(self, items: list[Item]) -> None:
        kinds = {kind_of(item) for item in items}
        moves = self._menu.addMenu(icon("list"), "Move to section")
        for section in self._panel.sections():
            if kinds <= set(section.accepts) and not set(items) <= set(section.items):
                action = moves.addAction(section.heading.replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, to=section: self._panel.move_wanted.emit(
                        [item.id for item in items], to.key, len(to.items)
                    )
                )
        moves.menuAction().setEnabled(not moves.isEmpty())
