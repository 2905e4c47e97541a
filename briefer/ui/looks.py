"""Commands on the window itself: appearance, panes, about, quit."""

from collections.abc import Mapping
from typing import cast

import msgspec
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from briefer import paths, settings
from briefer.ui import theme
from briefer.ui.later import dialogs


class Looks:
    """Changes how the window looks; the briefing is no business of it."""

    def __init__(self, window: QWidget, panes: Mapping[str, QWidget]) -> None:
        self._window = window
        self._panes = panes

    def begin(self, actions: Mapping[str, QAction]) -> None:
        """Checks the rows of the menu that are on."""
        actions[settings.load(paths.settings()).appearance].setChecked(True)
        for name in self._panes:
            actions[f"toggle_{name}"].setChecked(True)

    def system(self) -> None:
        """Follows the system's appearance."""
        self._appear("system")

    def light(self) -> None:
        """Dark words on a light ground."""
        self._appear("light")

    def dark(self) -> None:
        """Light words on a dark ground."""
        self._appear("dark")

    def _appear(self, appearance: settings.Appearance) -> None:
        theme.apply_theme(cast(QApplication, QApplication.instance()), appearance)
        kept = settings.load(paths.settings())
        chosen = msgspec.structs.replace(kept, appearance=appearance)
        settings.save(chosen, paths.settings())

    def toggle_library(self) -> None:
        """Shows or hides the library."""
        self._toggle("library")

    def toggle_reader(self) -> None:
        """Shows or hides the reader."""
        self._toggle("reader")

    def toggle_briefing(self) -> None:
        """Shows or hides the briefing."""
        self._toggle("briefing")

    def _toggle(self, name: str) -> None:
        pane = self._panes[name]
        pane.setVisible(pane.isHidden())

    def next_pane(self) -> None:
        """Puts the focus into the next pane."""
        self._focus(1)

    def previous_pane(self) -> None:
        """Puts the focus into the pane before."""
        self._focus(-1)

    def _focus(self, step: int) -> None:
        shown = [pane for pane in self._panes.values() if pane.isVisible()]
        if not shown:
            return
        focused = QApplication.focusWidget()
        at = next(
            (n for n, pane in enumerate(shown) if focused and pane.isAncestorOf(focused)), -step
        )
        pane = shown[(at + step) % len(shown)]
        target = pane.focusProxy() or pane.nextInFocusChain()
        if target is not None:
            target.setFocus()

    def about(self) -> None:
        """Says what the program is."""
        dialogs.show_about(self._window)

    def quit(self) -> None:
        """Closes the window, which asks about unsaved changes."""
        self._window.close()
