"""Commands on how a source stands: withdrawn or not, where used, what others say like it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer

from briefer.core.notices import Notice
from briefer.core.progress import Progress
from briefer.services.carrying import Carried
from briefer.services.duplicates import Duplicate, also_said, duplicates
from briefer.services.noticing import UsedIn, notices, uses_of
from briefer.services.revisions import direct_successor, unset_superseded
from briefer.ui.desk import Desk
from briefer.ui.files import Files
from briefer.ui.later import dialogs, proposals, uses_dialog
from briefer.ui.library_work import LibraryWork

PAUSE = 350
"""Milliseconds that the cursor stays in a paragraph before others are looked for."""

NONE_ALIKE = "No other source says anything nearly alike."


class StandingWork:
    """Asks the library how the sources stand that are shown, and carries out what is wished."""

    def __init__(self, desk: Desk, library: LibraryWork, files: Files) -> None:
        self._desk = desk
        self._library = library
        self._files = files
        self._asked = ("", -1)
        self._pause = QTimer(desk.window, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_for_others)
        desk.library.act_wanted.connect(lambda name, ids: getattr(self, name)(ids))
        reader = desk.reader
        reader.source_shown.connect(self.show_notice)
        reader.place_read.connect(self._pause.start)
        reader.notice.newer_wanted.connect(library.show_source)
        reader.notice.undo_wanted.connect(self._not_withdrawn)
        reader.notice.part_wanted.connect(self._no_version)
        reader.also.place_wanted.connect(library.show_source)
        reader.uses_wanted.connect(self._where_this_is_used)

    def end(self) -> None:
        """Looks for nothing any more: the window is about to close."""
        self._pause.stop()
        self._desk.reader.place_read.disconnect(self._pause.start)

    def show_notice(self) -> None:
        """Says in the reader how its source stands."""
        source = self._desk.reader.source()
        if source is None:
            return
        briefing = self._desk.editor.briefing
        known = {one.id: one for one in briefing.notices} if briefing else {}
        self._desk.reader.notice.show_notice(known.get(source.id))

        def work(progress: Progress) -> Notice | None:
            with self._desk.opened_library() as library:
                return notices(library, [source.id]).get(source.id)

        def show(notice: Any) -> None:
            now = self._desk.reader.source()
            if notice is not None and now is not None and now.id == source.id:
                self._desk.reader.notice.show_notice(notice)

        self._desk.job(work, show, reading=True, failed=lambda _: None)

    def withdraw(self, ids: Sequence[str]) -> None:
        """Marks sources as withdrawn, after asking why."""
        reason = dialogs.ask_words(
            self._desk.window,
            "Withdrawn",
            "Why was it withdrawn by those who issued it? (may be left empty)",
        )
        if reason is not None:
            self._set_withdrawn(ids, reason)

    def take_back(self, ids: Sequence[str]) -> None:
        """Says of sources that they were not withdrawn."""
        self._set_withdrawn(ids, None)

    def _not_withdrawn(self) -> None:
        source = self._desk.reader.source()
        if source is not None:
            self.take_back([source.id])

    def _no_version(self) -> None:
        """Takes back that the source read is superseded, with what was carried over."""
        source = self._desk.reader.source()
        if source is None:
            return

        def work(progress: Progress) -> None:
            with self._desk.opened_library() as library:
                newer = direct_successor(library, source.id)
                unset_superseded(library, newer, Carried(source.id))

        def show(_: object) -> None:
            self._desk.say(f"{source.name()} is not superseded any more.")
            self._library.changed()
            self.show_notice()

        self._desk.job(work, show)

    def _set_withdrawn(self, ids: Sequence[str], reason: str | None) -> None:
        def work(progress: Progress) -> None:
            with self._desk.opened_library() as library:
                for id in ids:
                    library.versions.withdraw(id, reason)

        def show(_: object) -> None:
            marked = "no longer marked as withdrawn" if reason is None else "marked as withdrawn"
            noun = "1 source is" if len(ids) == 1 else f"{len(ids)} sources are"
            self._desk.say(f"{noun} {marked}.")
            self._library.changed()
            self.show_notice()

        self._desk.job(work, show)

    def where_used(self, ids: Sequence[str]) -> None:
        """Lists the briefings that use a source, and opens the one that is chosen."""
        source = self._desk.find_source(ids[0])

        def work(progress: Progress) -> list[UsedIn]:
            with self._desk.opened_library() as library:
                return uses_of(library, ids[0])

        def show(used: Any) -> None:
            name = source.name() if source else ""
            dialog = uses_dialog.UsesDialog(self._desk.window, name, used)
            if dialog.exec() and (path := dialog.chosen()) is not None:
                self._files.open_file(path)
            dialog.deleteLater()

        self._desk.job(work, show, reading=True)

    def _where_this_is_used(self) -> None:
        source = self._desk.reader.source()
        if source is not None:
            self.where_used([source.id])

    def said_alike(self, ids: Sequence[str] = ()) -> None:
        """Lists what these sources, or all, say like others, with what differs."""

        def work(progress: Progress) -> list[Duplicate]:
            with self._desk.opened_library() as library:
                return duplicates(library, list(ids), progress)

        def show(found: Any) -> None:
            if found:
                self._show_alike(found)
            else:
                self._desk.say(NONE_ALIKE)

        self._desk.job(work, show, bar="Comparing sources")

    def _show_alike(self, found: Sequence[Duplicate]) -> None:
        dialog = proposals.ProposalsDialog(
            self._desk.window,
            "Said in several sources",
            "Passages that different sources say nearly alike. Where figures differ, look which "
            "one is meant.",
            "Show in the other source",
        )
        figures_first = sorted(found, key=lambda one: not one.figures_differ())
        listed = {str(number): one for number, one in enumerate(figures_first)}

        def take(one: proposals.Proposal) -> None:
            other = listed[one.id].other
            self._library.show_source(other.source, other.start, other.end)
            dialog.accept()

        dialog.take_wanted.connect(take)
        dialog.show_proposals([alike(id, one) for id, one in listed.items()])
        dialog.exec()
        dialog.deleteLater()

    def _look_for_others(self) -> None:
        """Looks for what others say like the paragraph that the cursor is in."""
        source, place = self._desk.reader.source(), self._desk.reader.place()
        if source is None or place is None or self._asked == (source.id, place.number):
            return
        self._asked = (source.id, place.number)

        def work(progress: Progress) -> list[Duplicate]:
            with self._desk.opened_library() as library:
                return also_said(library, source, place)

        def show(found: Any) -> None:
            now = self._desk.reader.source()
            if now is not None and (now.id, place.number) == self._asked:
                self._desk.reader.also.show_found(found)

        self._desk.job(work, show, reading=True, failed=lambda _: None)


# The quotes keep a module that is loaded later from being loaded with this one.


def alike(id: str, one: Duplicate) -> "proposals.Proposal":
    """A passage and its twin, as a row of the list."""
    if one.whole:
        said = f"{one.title} and {one.other.title} are copies of each other"
        return proposals.Proposal(id, "copies", "copy", one.title, f"{said}.", (), True)
    state = "other figures" if one.figures_differ() else "said alike"
    sign = "triangle-alert" if one.figures_differ() else "info"
    said = f"{one.title}, {one.place} · {one.other.title}, {one.other.place}"
    return proposals.Proposal(id, state, sign, one.exact, said, one.differences, True)
