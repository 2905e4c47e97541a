"""The briefing being written, and the history of its changes."""

from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from briefer.core.edits import Edit
from briefer.core.model import Briefing, Source
from briefer.services.briefings import OpenBriefing

UNMERGED = -1


class Editor(QObject):
    """Holds the open briefing, if any. Everything that shows it listens to `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenBriefing | None = None
        self._merge_ids: dict[str, int] = {}
        self.history = QUndoStack(self)

    @property
    def opened(self) -> OpenBriefing | None:
        """The briefing with its sources and its file."""
        return self._opened

    @property
    def briefing(self) -> Briefing | None:
        """The briefing as it is now."""
        return self._opened.briefing if self._opened else None

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources that picks of this briefing were cut from."""
        return self._opened.sources if self._opened else {}

    @property
    def path(self) -> Path | None:
        """The file the briefing was opened from or saved to."""
        return self._opened.path if self._opened else None

    def load(self, opened: OpenBriefing | None, *, unsaved: bool = False) -> None:
        """Takes another briefing in hand; `unsaved` for one that no file holds as it is."""
        self._opened = opened
        self._merge_ids.clear()
        self.history.clear()
        if unsaved:
            self.history.resetClean()
        self.changed.emit()

    def apply(self, label: str, edit: Edit, key: str = "") -> None:
        """Makes a change that can be undone; changes in a row with one key are undone together.

        Raises WrongRequest when the briefing does not allow it.
        """
        if self._opened is None:
            return
        before = self._opened.briefing
        after = edit(before)
        if after != before:
            merge_id = self._merge_ids.setdefault(key, len(self._merge_ids)) if key else UNMERGED
            self.history.push(_Swap(self, label, merge_id, before, after))

    def show(self, briefing: Briefing) -> None:
        """Puts a state of the briefing in the place of the present one; used by the history."""
        if self._opened is not None:
            self._opened = msgspec.structs.replace(self._opened, briefing=briefing)
            self.changed.emit()

    def keep_source(self, source: Source) -> None:
        """Keeps a source at hand for picks; not a change of the briefing."""
        if self._opened is not None and source.id not in self._opened.sources:
            sources = {**self._opened.sources, source.id: source}
            self._opened = msgspec.structs.replace(self._opened, sources=sources)

    def put_source(self, source: Source) -> None:
        """Puts a source with another record in the place of the one at hand, if there is one."""
        before = self.sources.get(source.id)
        if self._opened is None or before is None or before == source:
            return
        sources = {**self._opened.sources, source.id: source}
        self._opened = msgspec.structs.replace(self._opened, sources=sources)
        self.changed.emit()

    def note(self, command: QUndoCommand, sources: Collection[str]) -> None:
        """Takes what was done to the records of sources (ids) into the history.

        A briefing that cites none of them is as saved as it was before.
        """
        is_saved = self.history.isClean() and not self._cites(sources)
        self.history.push(command)
        if is_saved:
            self.history.setClean()

    def _cites(self, sources: Collection[str]) -> bool:
        briefing = self.briefing
        return briefing is not None and any(one.source in sources for one in briefing.picks())

    def saved(self, path: Path, briefing: Briefing) -> None:
        """Notes that the file holds this state, which may no longer be the present one."""
        if self._opened is None or self._opened.briefing.id != briefing.id:
            return  # another briefing was taken in hand while that one was written
        self._opened = msgspec.structs.replace(self._opened, path=path)
        if self._opened.briefing == briefing:
            self.history.setClean()

    def is_modified(self) -> bool:
        """Whether there are changes that no file holds."""
        return self._opened is not None and not self.history.isClean()


class _Swap(QUndoCommand):
    def __init__(
        self, editor: Editor, label: str, merge_id: int, before: Briefing, after: Briefing
    ) -> None:
        super().__init__(label)
        self._editor = editor
        self._merge_id = merge_id
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._editor.show(self._after)

    def undo(self) -> None:
        self._editor.show(self._before)

    def id(self) -> int:
        return self._merge_id

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Swap):
            return False
        self._after = other._after
        return True
