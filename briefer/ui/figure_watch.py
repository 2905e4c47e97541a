"""Which figures of the briefing in hand clash or have grown old, found off the window's thread."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.core.model import Pick
from briefer.core.progress import Progress
from briefer.ui.desk import Desk
from briefer.ui.figure_notes import NO_NOTES, Notes
from briefer.ui.library_model import name as title_of

PAUSE = 200
"""Milliseconds after a change before it is looked at."""


class FigureWatch(QObject):
    """Looks again after every change of the picks, of the library, and of what was decided."""

    changed = Signal()
    """Something else is to be said of the figures than before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._picks: list[Pick] = []
        self._notes: Notes = NO_NOTES
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        desk.editor.changed.connect(self._note_change)

    def notes(self) -> Notes:
        """What is to be known of the figures of each item, as far as it was looked at."""
        return self._notes

    def forget(self) -> None:
        """Looks at everything again: the library holds or says something else."""
        self._asked += 1
        if self._picks:
            self._pause.start()

    def end(self) -> None:
        """Looks at nothing any more: the window is about to close."""
        self._pause.stop()
        self._desk.editor.changed.disconnect(self._note_change)

    def _note_change(self) -> None:
        briefing = self._desk.editor.briefing
        picks = briefing.picks() if briefing else []
        if picks == self._picks:
            return
        self._picks = picks
        self._asked += 1
        if picks:
            self._pause.start()
        else:
            self._pause.stop()
            self._show(NO_NOTES)

    def _look(self) -> None:
        opened, asked = self._desk.editor.opened, self._asked
        if opened is None:
            return

        def work(progress: Progress) -> Notes:
            from briefer.services.conflicts import conflicts  # loads the rules: only now
            from briefer.services.register import read_figures
            from briefer.ui.clash_notes import notes_of

            cited = {one.source for one in opened.briefing.picks()}
            with self._desk.opened_library() as library:
                figures = read_figures(library, cited, progress)
            found = conflicts(opened.briefing, opened.sources, figures)
            titles = {id: title_of(line) for id, line in figures.sources.items()}
            titles |= {id: one.name() for id, one in opened.sources.items()}
            return notes_of(found.clashes, found.aged, titles)

        def show(notes: Any) -> None:
            if asked == self._asked:
                self._show(notes)

        self._desk.job(work, show, reading=True)

    def _show(self, notes: Notes) -> None:
        if notes != self._notes:
            self._notes = notes
            self.changed.emit()
