"""Every command of the window as a row of one table, and the menus and tool bar made from it."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from briefer.ui.theme import icon

Owner = Literal[
    "files", "templates", "library", "writing", "picking", "quoting", "checking", "file_checks",
    "versions", "moving", "sections", "exports", "looks", "records", "sources", "importing",
    "keeping", "inbox", "suggesting", "figures",
]  # fmt: skip
Needs = Literal["", "briefing", "item", "pick", "section", "undo", "redo"]

MENUS: Mapping[str, str] = {
    "File": "&File", "Edit": "&Edit", "Pick": "&Pick", "Briefing": "&Briefing",
    "Library": "&Library", "Templates": "&Templates", "View": "&View", "Help": "&Help",
}  # fmt: skip
LINE = ""
"""A name that stands for a dividing line in a menu."""

RECENT = "open_recent"
"""Not a command but a menu, filled when it is opened."""

STYLE = "quotation_style"
SUBMENUS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    STYLE: ("Quotation st&yle", ("style_un", "style_chicago", "style_oscola", "style_apa")),
}
"""Menus within menus: what they are called, and their rows."""


class Command(Struct, frozen=True):
    """One command: `name` is the method of its owner that carries it out."""

    name: str
    owner: Owner
    menu: str
    text: str
    keys: str = ""
    icon: str = ""
    needs: Needs = ""
    checks: str = ""
    """The group of commands of which one is checked; "alone" for one that is on or off."""


EDIT_OWN_TEXT, EDIT_QUOTATION = "&Edit own text…", "&Edit quotation…"

COMMANDS: tuple[Command, ...] = (
    Command("new", "files", "File", "&New…", "Ctrl+N", "file-plus"),
    Command("open", "files", "File", "&Open…", "Ctrl+O", "folder-open"),
    Command("save", "files", "File", "&Save", "Ctrl+S", "save", "briefing"),
    Command("save_as", "files", "File", "Save &as…", "Ctrl+Shift+S", "save-all", "briefing"),
    Command("save_as_template", "templates", "File", "Save as &template…", "", "layout-template",
            "briefing"),
    Command("ask_import", "importing", "File", "&Import documents…", "Ctrl+I", "file-input"),
    Command("export", "exports", "File", "&Export…", "Ctrl+E", "file-output", "briefing"),
    Command("export_final", "exports", "File", "Export &final copy…", "Ctrl+Shift+E", "",
            "briefing"),
    Command("import_references", "records", "File", "I&mport references…"),
    Command("export_references", "records", "File", "Ex&port references…"),
    Command("close_briefing", "files", "File", "&Close briefing", "Ctrl+W", "", "briefing"),
    Command("quit", "looks", "File", "&Quit", "Ctrl+Q"),
    Command("undo", "writing", "Edit", "&Undo", "Ctrl+Z", "undo-2", "undo"),
    Command("redo", "writing", "Edit", "&Redo", "Ctrl+Shift+Z", "redo-2", "redo"),
    Command("find", "library", "Edit", "&Find in library", "Ctrl+F", "search"),
    Command("paste_source", "importing", "Edit", "Paste as s&ource…", "Ctrl+Shift+V"),
    Command("describe", "records", "Edit", "&Source record…", "Ctrl+D", "file-text"),
    Command("edit_chosen", "quoting", "Edit", EDIT_OWN_TEXT, "Ctrl+Return", "pencil", "item"),
    Command("comment", "writing", "Edit", "&Comment…", "Ctrl+M", "message-square", "pick"),
    Command("move_up", "moving", "Edit", "Move u&p", "Alt+Up", "arrow-up", "item"),
    Command("move_down", "moving", "Edit", "Move &down", "Alt+Down", "arrow-down", "item"),
    Command("remove", "writing", "Edit", "Re&move", "Del", "trash-2", "item"),
    Command("pick_fact", "picking", "Pick", "&Fact", "F", "hash"),
    Command("pick_quote", "picking", "Pick", "&Quote", "Q", "quote"),
    Command("pick_talking_point", "picking", "Pick", "&Talking point", "T", "megaphone"),
    Command("pick_with_lead_in", "quoting", "Pick", "Quote with its &lead-in", "Ctrl+L", "list",
            "briefing"),
    Command("add_to_selected", "quoting", "Pick", "&Add to the selected quotation", "Ctrl+J",
            "plus", "pick"),
    Command("next_suggestion", "suggesting", "Pick", "&Next suggestion", "F3", "sparkles"),
    Command("previous_suggestion", "suggesting", "Pick", "&Suggestion before", "Shift+F3"),
    Command("accept_suggestion", "suggesting", "Pick", "&Pick the suggestion", "Alt+Return",
            "check"),
    Command("reject_suggestion", "suggesting", "Pick", "&Reject the suggestion", "Alt+Del", "x"),
    Command("add_text", "writing", "Briefing", "Add own te&xt…", "Ctrl+T", "pencil", "section"),
    Command("add_section", "sections", "Briefing", "&Add section…", "", "plus", "briefing"),
    Command("section_settings", "sections", "Briefing", "Section &settings…", "", "settings",
            "section"),
    Command("remove_section", "sections", "Briefing", "&Remove section", "", "", "section"),
    Command("move_section_up", "sections", "Briefing", "Move section &up", "Alt+Shift+Up", "",
            "section"),
    Command("move_section_down", "sections", "Briefing", "Move section &down", "Alt+Shift+Down",
            "", "section"),
    Command("speaking", "sections", "Briefing", "Speaking &time…", "", "", "briefing"),
    Command("style_un", "quoting", STYLE, "&UN Editorial Manual", "", "", "briefing", "style"),
    Command("style_chicago", "quoting", STYLE, "&Chicago", "", "", "briefing", "style"),
    Command("style_oscola", "quoting", STYLE, "&OSCOLA", "", "", "briefing", "style"),
    Command("style_apa", "quoting", STYLE, "&APA", "", "", "briefing", "style"),
    Command("check", "checking", "Briefing", "&Check", "F7", "shield-check", "briefing"),
    Command("check_file", "file_checks", "Briefing", "Check a &file…", "Shift+F7"),
    Command("record", "checking", "Briefing", "&Verification record…", "Ctrl+Shift+R", "",
            "briefing"),
    Command("versions", "versions", "Briefing", "&New versions of sources…", "", "", "briefing"),
    Command("said_alike", "sources", "Briefing", "Said in several s&ources…"),
    Command("mark_reviewed", "writing", "Briefing", "&Mark as reviewed", "Ctrl+R", "check",
            "pick"),
    Command("import_report", "importing", "Library", "Report of the last &import…"),
    Command("watched_folders", "inbox", "Library", "&Watched folders…"),
    Command("back_up_now", "keeping", "Library", "&Back up now", "", "save-all"),
    Command("restore_copy", "keeping", "Library", "&Restore from a copy…", "", "rotate-ccw"),
    Command("copy_settings", "keeping", "Library", "How often to back &up…"),
    Command("check_library", "keeping", "Library", "&Check the library…", "", "shield-check"),
    Command("hand_over", "keeping", "Library", "&Hand over…", "", "file-output"),
    Command("take_over", "keeping", "Library", "&Add a library handed over…", "", "library"),
    Command("manage", "templates", "Templates", "&Manage templates…", "", "layout-template"),
    Command("system", "looks", "View", "As the &system", checks="appearance"),
    Command("light", "looks", "View", "&Light", checks="appearance"),
    Command("dark", "looks", "View", "&Dark", checks="appearance"),
    Command("toggle_library", "looks", "View", "Li&brary", "F9", checks="alone"),
    Command("toggle_reader", "looks", "View", "&Reader", "F10", checks="alone"),
    Command("toggle_briefing", "looks", "View", "Br&iefing", "F11", checks="alone"),
    Command("suggestions", "suggesting", "View", "S&uggestions…", "Ctrl+Shift+L", "sparkles"),
    Command("figures", "figures", "View", "&Figures…", "F8", "hash"),
    Command("next_pane", "looks", "View", "&Next pane", "F6"),
    Command("previous_pane", "looks", "View", "&Previous pane", "Shift+F6"),
    Command("about", "looks", "Help", "&About briefer", "", "circle-help"),
)  # fmt: skip

MENU_ORDER: Mapping[str, tuple[str, ...]] = {
    "File": (
        "new", "open", RECENT, LINE, "save", "save_as", "save_as_template", LINE,
        "ask_import", "export", "export_final", LINE, "import_references", "export_references",
        LINE, "close_briefing", "quit",
    ),
    "Edit": (
        "undo", "redo", LINE, "find", "describe", "paste_source", LINE, "edit_chosen", "comment",
        "move_up",
        "move_down", "remove",
    ),
    "Pick": (
        "pick_fact", "pick_quote", "pick_talking_point", LINE, "pick_with_lead_in",
        "add_to_selected", LINE, "next_suggestion", "previous_suggestion", "accept_suggestion",
        "reject_suggestion",
    ),
    "Briefing": (
        "add_text", LINE, "add_section", "section_settings", "move_section_up",
        "move_section_down", "remove_section", LINE, "speaking", STYLE, LINE, "check",
        "check_file", "record", "versions", "said_alike", "mark_reviewed",
    ),
    "Library": (
        "import_report", "watched_folders", LINE, "back_up_now", "restore_copy", "copy_settings",
        LINE, "check_library", LINE, "hand_over", "take_over",
    ),
    "Templates": ("manage",),
    "View": (
        "system", "light", "dark", LINE, "toggle_library", "toggle_reader", "toggle_briefing",
        LINE, "suggestions", "figures", LINE, "next_pane", "previous_pane",
    ),
    "Help": ("about",),
}  # fmt: skip

TOOL_BAR = (
    "new", "open", "save", LINE, "ask_import", LINE, "undo", "redo", LINE, "add_text", "check",
    "export",
)  # fmt: skip
WITH_WORDS = frozenset({"new", "ask_import", "add_text", "check", "export"})
SHORT: Mapping[str, str] = {
    "new": "New", "open": "Open", "ask_import": "Import", "add_text": "Own text",
    "check": "Check", "export": "Export", "save": "Save",
}  # fmt: skip
"""What buttons of the tool bar are called."""

Slots = Mapping[str, Callable[[], object]]


def make_actions(window: QMainWindow, slots: Slots) -> dict[str, QAction]:
    """An action for each command, carried out by the slot of its name."""
    groups: dict[str, QActionGroup] = {}
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setIconText(SHORT.get(command.name, _plain(command.text)))
        action.setShortcut(QKeySequence(command.keys))
        action.setToolTip(_tip(command))
        if len(command.keys) == 1:
            # Letters: the reader takes them itself; anywhere else they must not make a pick.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.checks:
            action.setCheckable(True)
        if command.checks not in ("", "alone"):
            group = groups.setdefault(command.checks, QActionGroup(window))
            group.addAction(action)
        action.triggered.connect(_carried_out_by(slots[command.name]))
        actions[command.name] = action
    return actions


def _carried_out_by(slot: Callable[[], object]) -> Callable[[], None]:
    """The slot without the `checked` that an action sends along."""

    def carry_out() -> None:
        slot()

    return carry_out


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…")


def _tip(command: Command) -> str:
    keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{_plain(command.text)} ({keys})" if keys else _plain(command.text)


def fill_menus(window: QMainWindow, actions: Mapping[str, QAction], recent: QMenu) -> None:
    """The menu bar; `recent` is put in its place of the File menu."""
    for name, text in MENUS.items():
        menu = window.menuBar().addMenu(text)
        for row in MENU_ORDER[name]:
            if row == LINE:
                menu.addSeparator()
            elif row == RECENT:
                menu.addMenu(recent)
            elif row in SUBMENUS:
                words, rows = SUBMENUS[row]
                menu.addMenu(words).addActions([actions[one] for one in rows])
            else:
                menu.addAction(actions[row])


def fill_tool_bar(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    """The tool bar: icons, with words beside those that say less alone."""
    for name in TOOL_BAR:
        if name == LINE:
            bar.addSeparator()
            continue
        bar.addAction(actions[name])
        button = bar.widgetForAction(actions[name])
        button.setAccessibleName(actions[name].iconText())
        if name not in WITH_WORDS:
            button.setProperty("toolButtonStyle", 0)


def set_enabled(actions: Mapping[str, QAction], met: Mapping[Needs, bool]) -> None:
    """Switches on the commands that have what they need."""
    for command in COMMANDS:
        if command.needs:
            actions[command.name].setEnabled(met.get(command.needs, False))
