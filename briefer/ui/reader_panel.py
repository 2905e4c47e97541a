"""The reader: a source's record, its text with the picks shown, and the three ways to pick."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefer.core.model import Pick, Source


class ReaderPanel(QWidget):
    """Shows one source; wishes for picks are ranges in code points of its text."""

    pick_wanted = Signal(str, str, int, int)
    pick_chosen = Signal(str)
    hint = Signal(str)

    def show_source(self, source: Source | None, picks: Sequence[Pick] = ()) -> None: ...

    def set_picks(self, picks: Sequence[Pick]) -> None: ...

    def reveal(self, start: int, end: int) -> None: ...

    def clear(self) -> None: ...
