"""How the briefing in hand stands: its check, made once a state, for all that show it."""

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from briefer.core.check import Before, Report
from briefer.core.own_text import unheld
from briefer.core.progress import Progress
from briefer.services.briefings import OpenBriefing
from briefer.services.looking_up import held_quotations
from briefer.services.quoting import check_briefing
from briefer.ui.desk import Desk

NOTHING = Report("verified", ())


class Answer(Struct, frozen=True):
    """What the library holds: quotations of own text, newer versions of sources (their old ids)."""

    held: frozenset[str]
    newer: frozenset[str]


class Standing(QObject):
    """Checks the briefing in hand; quotations in own text are looked for in the whole library."""

    changed = Signal()
    """The same briefing stands otherwise than was said before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._checked: OpenBriefing | None = None
        self._before: Before | None = None
        self._report = NOTHING
        self._asked: set[str] = set()
        self._held: frozenset[str] = frozenset()
        self._newer: frozenset[str] = frozenset()

    def report(self) -> Report:
        """The check of the briefing as it is now."""
        opened = self._desk.editor.opened
        if opened is None:
            return NOTHING
        if opened is not self._checked:
            before = self._before
            self._report = check_briefing(opened.briefing, opened.sources, self._held, before)
            self._checked = opened
            self._before = Before(opened.briefing, opened.sources, self._report)
            self._look_for(opened)
        return self._report

    def newer(self) -> frozenset[str]:
        """The ids of sources that the briefing cites and the library has newer versions of."""
        return self._newer

    def _look_for(self, opened: OpenBriefing) -> None:
        """Asks the library, each thing once: for quotations in own text, for newer versions."""
        words = set(unheld(opened.briefing, opened.sources)) - self._asked
        cited = {one.source for one in opened.briefing.picks()} - self._asked
        if not words and not cited:
            return
        self._asked |= words | cited

        def work(progress: Progress) -> Answer:
            with self._desk.opened_library() as library:
                held = held_quotations(library, opened.briefing, opened.sources)
                return Answer(held, frozenset(library.successors(cited)))

        # What cannot be asked for now stays as it is: a stop, and no note.
        self._desk.job(work, self._found, reading=True, failed=lambda _: None)

    def forget_library(self) -> None:
        """Asks everything again: the library holds other sources now."""
        self._asked.clear()
        self._held = frozenset()
        self._newer = frozenset()
        self._checked = None
        self.changed.emit()

    def _found(self, answer: object) -> None:
        if not isinstance(answer, Answer):
            return
        if answer.held - self._held or answer.newer - self._newer:
            self._held |= answer.held
            self._newer |= answer.newer
            self._checked = None
            self.changed.emit()
