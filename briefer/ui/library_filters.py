"""Menus under the search field: filters with their counts, tags, saved searches."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from briefer.core.model import KINDS
from briefer.core.query import FIELDS, UNDATED, filter_text, parse, with_filter, without_filters
from briefer.services.choices import Choices
from briefer.ui.theme import SIGNS, icon

MOST = 40
"""Values that a menu lists, the most frequent first; others are typed."""

STATES: Mapping[str, str] = {
    "superseded": "Superseded by a newer version",
    "withdrawn": "Withdrawn",
    "used": "Used in a briefing",
    "tagged": "With a tag",
    "undated": "Without a date",
}
MENUS: Mapping[str, str] = {
    "speaker": "&Speaker", "author": "&Author", "type": "&Kind of document",
    "language": "&Language", "publisher": "&Publisher",
}  # fmt: skip
Choice = tuple[str, str, str]
"""A filter, its value, and what it is called in a menu."""


class FilterBar(QWidget):
    """Puts filters into what is typed, and takes them out; says which search to keep or forget."""

    typed = Signal(str)
    """What is to stand in the search field."""
    save_wanted = Signal(str)
    """What was typed, to be kept under a name."""
    rename_wanted = Signal(str)
    forget_wanted = Signal(str)
    """The name of a saved search."""
    tag_rename_wanted = Signal(str)

    def __init__(self, text: Callable[[], str], parent: QWidget | None = None) -> None:
        """`text` gives what stands in the search field."""
        super().__init__(parent)
        self._text = text
        self._choices = Choices()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name, about, fill in (
            ("Filter", "Narrow the search", self._fill_filters),
            ("Tags", "Search by tag", self._fill_tags),
            ("Saved", "Saved searches", self._fill_searches),
        ):
            row.addWidget(_button(name, about, fill))
        row.addStretch(1)

    def show_choices(self, choices: Choices) -> None:
        """Offers these values; the menus are filled when they are opened."""
        self._choices = choices

    def _fill_filters(self, menu: QMenu) -> None:
        kinds = menu.addMenu("&Facts, quotes, talking points")
        self._add(kinds, [("kind", kind, SIGNS[kind].name) for kind in KINDS])
        for name, title in MENUS.items():
            self._add_counted(menu.addMenu(title), name, self._choices.facets.get(name, {}))
        dates = menu.addMenu("&Date")
        self._add_counted(dates, "date", self._choices.facets.get("issued", {}))
        self._add(dates, [("date", UNDATED, "Without a date")])
        states = menu.addMenu("S&tate")
        self._add(states, [("is", name, title) for name, title in STATES.items()])
        menu.addSeparator()
        left = without_filters(self._text())
        clear = menu.addAction("&Clear filters", lambda: self.typed.emit(left))
        clear.setEnabled(left != self._text().strip())

    def _fill_tags(self, menu: QMenu) -> None:
        self._add_counted(menu, "tag", self._choices.tags)
        menu.addSeparator()
        rename = menu.addMenu("&Rename")
        _add_names(rename, self._choices.tags, self.tag_rename_wanted.emit)

    def _fill_searches(self, menu: QMenu) -> None:
        for name, typed in self._choices.searches.items():
            one = menu.addAction(_plain(name), partial(self.typed.emit, typed))
            one.setToolTip(typed)
        menu.addSeparator()
        text = self._text().strip()
        save = menu.addAction("&Save this search…", lambda: self.save_wanted.emit(text))
        save.setEnabled(not parse(text).is_empty())
        _add_names(menu.addMenu("&Rename"), self._choices.searches, self.rename_wanted.emit)
        _add_names(menu.addMenu("&Forget"), self._choices.searches, self.forget_wanted.emit)

    def _add_counted(self, menu: QMenu, name: str, counts: Mapping[str, int]) -> None:
        listed = list(counts.items())[:MOST]
        self._add(menu, [(name, value, f"{value}\t{count:,}") for value, count in listed])
        if len(counts) > len(listed):
            more = menu.addAction(f"{len(counts) - MOST:,} more: type {name}:…")
            more.setEnabled(False)
        menu.setEnabled(bool(listed) or name not in FIELDS)

    def _add(self, menu: QMenu, choices: Iterable[Choice]) -> None:
        chosen = parse(self._text()).named()
        for name, value, title in choices:
            action = menu.addAction(_plain(title))
            action.setCheckable(True)
            action.setChecked(filter_text(name, value) in chosen)
            action.triggered.connect(
                lambda _=False, name=name, value=value: self.typed.emit(
                    with_filter(self._text(), name, value)
                )
            )


def _add_names(menu: QMenu, names: Iterable[str], wish: Callable[[str], None]) -> None:
    for name in names:
        menu.addAction(_plain(f"{name}…"), partial(wish, name))
    menu.setEnabled(not menu.isEmpty())


def _button(name: str, about: str, fill: Callable[[QMenu], None]) -> QToolButton:
    button = QToolButton()
    button.setText(name)
    button.setAccessibleName(about)
    button.setToolTip(about)
    button.setIcon(icon("chevron-down"))
    button.setIconSize(QSize(12, 12))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setToolTipsVisible(True)

    def filled() -> None:
        for old in menu.findChildren(QMenu):
            old.deleteLater()
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(filled)
    button.setMenu(menu)
    return button


def _plain(text: str) -> str:
    return text.replace("&", "&&")
