"""How the briefing in hand stands: its check, made once a state, for all that show it."""

from PySide6.QtCore import QObject, Signal

from briefer.core.check import Report
from briefer.core.model import Briefing
from briefer.core.own_text import unheld
from briefer.core.progress import Progress
from briefer.services.briefings import OpenBriefing
from briefer.services.looking_up import held_quotations
from briefer.services.quoting import check_briefing
from briefer.ui.desk import Desk

NOTHING = Report("verified", ())


class Standing(QObject):
    """Checks the briefing in hand; quotations in own text are looked for in the whole library."""

    changed = Signal()
    """The same briefing stands otherwise than was said before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._checked: OpenBriefing | None = None
        self._report = NOTHING
        self._asked: set[str] = set()
        self._held: set[str] = set()

    def report(self) -> Report:
        """The check of the briefing as it is now."""
        opened = self._desk.editor.opened
        if opened is None:
            return NOTHING
        if opened is not self._checked:
            self._checked = opened
            self._report = check_briefing(opened.briefing, opened.sources, self._held)
            self._look_for(opened)
        return self._report

    def _look_for(self, opened: OpenBriefing) -> None:
        """Looks for quotations in own text that no source of the briefing holds, each once."""
        words = set(unheld(opened.briefing, opened.sources)) - self._asked
        if not words:
            return
        self._asked |= words
        briefing: Briefing = opened.briefing

        def work(progress: Progress) -> list[str]:
            with self._desk.opened_library() as library:
                return list(held_quotations(library, briefing, opened.sources))

        self._desk.job(work, self._found, reading=True, failed=lambda _: None)  # it stays a stop

    def forget_library(self) -> None:
        """Looks again for quotations: the library holds other sources now."""
        self._asked.clear()
        self._held.clear()
        self._checked = None
        self.changed.emit()

    def _found(self, held: object) -> None:
        new = set(held) - self._held if isinstance(held, list) else set()
        if new:
            self._held |= new
            self._checked = None
            self.changed.emit()
