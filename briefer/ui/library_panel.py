"""The library: a search field, and the sources or the words found as rows of one list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefer.services.library import Hit
from briefer.store import SourceLine


class LibraryPanel(QWidget):
    """Shows sources, words found or the trash; says what the user wishes."""

    source_chosen = Signal(str)
    hit_chosen = Signal(str, int, int)
    search_wanted = Signal(str)
    import_wanted = Signal(object)
    import_asked = Signal()
    trash_wanted = Signal(object)
    restore_wanted = Signal(object)
    trash_shown = Signal(bool)

    def show_sources(self, lines: Sequence[SourceLine]) -> None: ...

    def show_hits(self, hits: Sequence[Hit], words: str) -> None: ...

    def show_trash(self, lines: Sequence[SourceLine]) -> None: ...

    def select_source(self, id: str) -> None: ...

    def focus_search(self) -> None: ...
