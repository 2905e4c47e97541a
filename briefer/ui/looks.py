"""Commands on the window itself: appearance, panes, about, quit."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import cast

import msgspec
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from briefer import paths, settings
from briefer.ui import theme
from briefer.ui.later import dialogs


class Looks:
    """Changes how the window looks; the briefing is no business of it."""

    def __init__(
        self, window: QWidget, panes: Mapping[str, QWidget], focus: Mapping[str, Callable[[], None]]
    ) -> None:
        """`panes` in their order, and for each what puts the focus into it."""
        self._window = window
        self._focus_of = focus
        self._panes = panes

    def begin(self, actions: Mapping[str, QAction]) -> None:
        """Checks the rows of the menu that are on."""
        actions[settings.load(paths.settings()).appearance].setChecked(True)
        for name in self._panes:
            if f"toggle_{name}" in actions:
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
        with suppress(OSError):  # it looks as wished; only the next start will not know
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
        shown = [name for name, pane in self._panes.items() if pane.isVisible()]
        if not shown:
            return
        focused = QApplication.focusWidget()
        holding = (
            at
            for at, name in enumerate(shown)
            if focused and self._panes[name].isAncestorOf(focused)
        )
        self._focus_of[shown[(next(holding, -step) + step) % len(shown)]]()

    def about(self) -> None:
        """Says what the program is."""
        dialogs.show_about(self._window)

    def quit(self) -> None:
        """Closes the window, which asks about unsaved changes."""
        self._window.close()
