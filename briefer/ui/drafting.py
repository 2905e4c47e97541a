"""Keeps the briefing at every change, and offers what an earlier program did not save."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from briefer import paths
from briefer.services.briefings import OpenBriefing, save_briefing
from briefer.store.drafts import Draft, Drafts
from briefer.ui.desk import Desk, file_name
from briefer.ui.later import dialogs

PAUSE = 300
"""Milliseconds after the last change before the draft is kept."""

_NUMBERS = ("", *(f" {number}" for number in range(2, 1000)))


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
                failed=lambda error: self._desk.say(f"The draft is not kept: {error}"),
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
        answer = dialogs.ask_recovery(self._desk.window, left)
        rescues = [self._restore, *[self._keep_beside] * (len(left) - 1)]
        for draft, rescue in zip(left, rescues, strict=True):
            with self._desk.telling():  # what cannot be rescued stays for the next start
                if answer == "restore":
                    rescue(draft)
                if answer != "later":
                    self._drafts.give_up(draft)

    def _restore(self, draft: Draft) -> None:
        opened = OpenBriefing(draft.briefing, draft.sources, draft.path)
        self._desk.editor.load(opened, unsaved=True)
        self._drafts.keep(draft.briefing, draft.sources, draft.path)

    def _keep_beside(self, draft: Draft) -> None:
        """Saves a further draft as a file of its own, since one briefing is in hand at a time."""
        folder = draft.path.parent if draft.path else Path.home()
        names = (f"{file_name(draft.briefing.title)} (restored{n}).briefing" for n in _NUMBERS)
        path = next(one for name in names if not (one := folder / name).exists())
        save_briefing(draft.briefing, draft.sources, path)
        self._desk.say(f"Restored to {path}.")

    def end(self) -> None:
        """Ends the drafts of this program."""
        self._pause.stop()
        self._drafts.close()
