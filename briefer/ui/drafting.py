"""Keeps the briefing at every change, and offers what an earlier program did not save."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from briefer import paths
from briefer.services.briefings import OpenBriefing, save_briefing
from briefer.store.drafts import Draft, Drafts
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs

PAUSE = 300
"""Milliseconds after the last change before the draft is kept."""


class Drafting(QObject):
    """Autosave and recovery of the briefing in hand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._drafts = Drafts(paths.state() / "drafts")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._keep_draft)
        desk.editor.changed.connect(self._changed)

    def _changed(self) -> None:
        self._pause.start()  # the history counts a change only after it was shown

    def _keep_draft(self) -> None:
        opened = self._desk.editor.opened
        if opened is not None and self._desk.editor.is_modified():
            self._desk.job(
                lambda _: self._drafts.keep(opened.briefing, opened.sources, opened.path),
                lambda _: None,
            )

    def forget(self, briefing_id: str) -> None:
        """Lets go of the draft of a briefing that is saved or given up."""
        self._pause.stop()
        self._desk.job(lambda _: self._drafts.forget(briefing_id), lambda _: None)

    def offer_recovery(self) -> None:
        """Asks whether to restore what an earlier program did not save."""
        left = self._drafts.left_behind()
        if not left:
            return
        restore = dialogs.ask_recovery(self._desk.window, left)
        if restore:
            self._restore(left[0])
            for other in left[1:]:
                self._keep_beside(other)
        for draft in left:
            self._drafts.give_up(draft)

    def _restore(self, draft: Draft) -> None:
        opened = OpenBriefing(draft.briefing, draft.sources, draft.path)
        self._desk.editor.load(opened, unsaved=True)
        self._drafts.keep(draft.briefing, draft.sources, draft.path)

    def _keep_beside(self, draft: Draft) -> None:
        """Saves a further draft as a file of its own, since one briefing is in hand at a time."""
        folder = draft.path.parent if draft.path else Path.home()
        path = folder / f"{draft.briefing.title or 'Briefing'} (restored).briefing"
        with self._desk.telling():
            save_briefing(draft.briefing, draft.sources, path)

    def end(self) -> None:
        """Ends the drafts of this program."""
        self._pause.stop()
        self._drafts.close()
