"""How the briefing in hand stands: its check, made once a state, for all that show it."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from briefer.core.check import Before, Report
from briefer.core.model import Briefing
from briefer.core.notices import Notice
from briefer.core.own_text import unheld
from briefer.core.progress import Progress
from briefer.services.briefings import OpenBriefing
from briefer.services.looking_up import held_quotations
from briefer.services.noticing import notices
from briefer.services.quoting import check_briefing
from briefer.ui.desk import Desk

NOTHING = Report("verified", ())


class Answer(Struct, frozen=True):
    """What the library holds: quotations of own text, and what it knows of the sources cited."""

    held: frozenset[str]
    notices: Mapping[str, Notice]


class Standing(QObject):
    """Checks the briefing in hand; quotations in own text are looked for in the whole library."""

    changed = Signal()
    """The same briefing stands otherwise than was said before."""
    library_changed = Signal()
    """The library holds other sources, or what it says of them is other than before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._checked: OpenBriefing | None = None
        self._before: Before | None = None
        self._report = NOTHING
        self._asked: set[str] = set()
        self._held: frozenset[str] = frozenset()
        self._notices: Mapping[str, Notice] = {}

    def report(self) -> Report:
        """The check of the briefing as it is now."""
        opened = self._desk.editor.opened
        if opened is None:
            return NOTHING
        if opened is not self._checked:
            before = self._before
            briefing = self._noticed(opened.briefing)
            self._report = check_briefing(briefing, opened.sources, self._held, before)
            self._checked = opened
            self._before = Before(briefing, opened.sources, self._report)
            self._look_for(opened)
        return self._report

    def _noticed(self, briefing: Briefing) -> Briefing:
        """The briefing with what is known of its sources now, as far as the library was asked."""
        known = {one.id: one for one in briefing.notices} | dict(self._notices)
        return replace(briefing, notices=tuple(known.values()))

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
                return Answer(held, notices(library, cited))

        # What cannot be asked for now stays as it is: a stop, and no note.
        self._desk.job(work, self._found, reading=True, failed=lambda _: None)

    def forget_library(self) -> None:
        """Asks everything again: the library holds other sources now."""
        self._asked.clear()
        self._held = frozenset()
        self._notices = {}
        self._checked = None
        self.changed.emit()
        self.library_changed.emit()

    def _found(self, answer: object) -> None:
        if not isinstance(answer, Answer):
            return
        news = {id: one for id, one in answer.notices.items() if one != self._notices.get(id)}
        if answer.held - self._held or news:
            self._held |= answer.held
            self._notices = {**self._notices, **news}
            self._checked = None
            self.changed.emit()
