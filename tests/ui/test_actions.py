"""The table of commands."""

from collections import Counter
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar
from pytestqt.qtbot import QtBot

from briefer import paths
from briefer.ui import actions
from briefer.ui.actions import COMMANDS, LINE, MENU_ORDER, RECENT, SUBMENUS, TOOL_BAR


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def made(window: QMainWindow, done: list[str]) -> dict[str, QAction]:
    def noting(name: str) -> object:
        return lambda: done.append(name)

    slots = {command.name: noting(command.name) for command in COMMANDS}
    return actions.make_actions(window, slots)  # type: ignore[arg-type]


def test_every_command_has_a_name_of_its_own_and_an_owner() -> None:
    names = Counter(command.name for command in COMMANDS)
    assert [name for name, count in names.items() if count > 1] == []
    assert {command.owner for command in COMMANDS} <= set(get_args(actions.Owner))


def test_no_two_commands_share_keys() -> None:
    keys = Counter(QKeySequence(command.keys).toString() for command in COMMANDS if command.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_every_icon_is_there() -> None:
    folder = paths.resources() / "icons"
    missing = [
        one.icon for one in COMMANDS if one.icon and not (folder / f"{one.icon}.svg").exists()
    ]
    assert missing == []


def test_every_command_stands_in_its_menu_once() -> None:
    listed = [(menu, name) for menu, names in MENU_ORDER.items() for name in names]
    listed += [(menu, name) for menu, (_, names) in SUBMENUS.items() for name in names]
    listed = [(menu, name) for menu, name in listed if name not in (LINE, RECENT, *SUBMENUS)]
    assert sorted(listed) == sorted((command.menu, command.name) for command in COMMANDS)


def test_no_two_rows_of_a_menu_share_a_letter(made: dict[str, QAction]) -> None:
    rows = {**MENU_ORDER, **{menu: names for menu, (_, names) in SUBMENUS.items()}}
    for menu, names in rows.items():
        texts = [made[name].text() for name in names if name in made]
        texts += [SUBMENUS[name][0] for name in names if name in SUBMENUS]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        if RECENT in names:
            letters["r"] += 1
        assert [letter for letter, count in letters.items() if count > 1] == [], menu


def test_an_action_carries_out_its_command(made: dict[str, QAction], done: list[str]) -> None:
    for action in made.values():
        action.trigger()
    assert done == [command.name for command in COMMANDS]


def test_letters_that_pick_are_left_to_the_reader(made: dict[str, QAction]) -> None:
    plain = [one.name for one in COMMANDS if len(one.keys) == 1]
    assert plain == ["pick_fact", "pick_quote", "pick_talking_point"]
    contexts = {made[name].shortcutContext() for name in plain}
    assert contexts == {Qt.ShortcutContext.WidgetShortcut}


def test_commands_wait_for_what_they_need(made: dict[str, QAction]) -> None:
    actions.set_enabled(made, {"briefing": True})
    assert made["save"].isEnabled()
    assert made["new"].isEnabled()
    assert not made["remove"].isEnabled()


def test_the_menus_and_the_tool_bar_hold_the_commands(
    window: QMainWindow, made: dict[str, QAction]
) -> None:
    actions.fill_menus(window, made, QMenu("Recent", window))
    bar = QToolBar(window)
    actions.fill_tool_bar(bar, made)
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus == list(MENU_ORDER)
    buttons = [bar.widgetForAction(made[name]) for name in TOOL_BAR if name != LINE]
    assert all(button.accessibleName() for button in buttons)
