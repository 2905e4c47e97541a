"""How the briefing in hand stands: its check, made once a state, for all that show it."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from briefer.core.check import Report
from briefer.core.model import Source
from briefer.core.own_text import unheld
from briefer.core.progress import Progress
from briefer.services.briefings import OpenBriefing
from briefer.services.looking_up import sources_of_quotations
from briefer.services.quoting import check_briefing
from briefer.ui.desk import Desk

NOTHING = Report("verified", ())


class Answer(Struct, frozen=True):
    """What the library holds: sources of quotations (id -> source), and ids that it has newer."""

    holding: dict[str, Source]
    newer: frozenset[str]


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
        self._extra: dict[str, Source] = {}
        self._newer: frozenset[str] = frozenset()

    def report(self) -> Report:
        """The check of the briefing as it is now."""
        opened = self._desk.editor.opened
        if opened is None:
            return NOTHING
        if opened is not self._checked:
            self._checked = opened
            self._report = check_briefing(opened.briefing, self.sources())
            self._look_for(opened)
        return self._report

    def sources(self) -> Mapping[str, Source]:
        """The sources to check, export and record with (id -> source).

        Those that the briefing brought, and those that quotations in its own text stand in.
        """
        return {**self._extra, **self._desk.editor.sources}

    def newer(self) -> frozenset[str]:
        """The ids of sources that the briefing cites and the library has newer versions of."""
        return self._newer

    def _look_for(self, opened: OpenBriefing) -> None:
        """Asks the library, each thing once: for quotations in own text, for newer versions."""
        words = set(unheld(opened.briefing, self.sources())) - self._asked
        cited = {one.source for one in opened.briefing.picks()} - self._asked
        if not words and not cited:
            return
        self._asked |= words | cited

        def work(progress: Progress) -> Answer:
            with self._desk.opened_library() as library:
                holding = sources_of_quotations(library, opened.briefing, opened.sources)
                return Answer(holding, frozenset(library.successors(cited)))

        # What cannot be asked for now stays as it is: a stop, and no note.
        self._desk.job(work, self._found, reading=True, failed=lambda _: None)

    def forget_library(self) -> None:
        """Asks everything again: the library holds other sources now."""
        self._asked.clear()
        self._extra = {}
        self._newer = frozenset()
        self._checked = None
        self.changed.emit()

    def _found(self, answer: object) -> None:
        if not isinstance(answer, Answer):
            return
        if set(answer.holding) - set(self._extra) or answer.newer - self._newer:
            self._extra |= answer.holding
            self._newer |= answer.newer
            self._checked = None
            self.changed.emit()
