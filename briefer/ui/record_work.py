"""Commands on source records: the form, keeping what was written in it, references."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand

from briefer.core.model import Source
from briefer.core.progress import Progress
from briefer.core.record import LABELS, Record
from briefer.core.record_changes import Changes, undoing
from briefer.services.records import describe, refreshed
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs
from briefer.ui.library_work import LibraryWork

CHOOSE = "Choose a source in the library first."
SELECT = "Select the words in the text first, then take them."
OTHER = "The reader shows another source: choose the one whose record this is."
GIVE_UP = "Give up what was written in the record of {}?"


class Loaded(Struct, frozen=True):
    """A source of the library, and its record as it was imported."""

    source: Source
    imported: Record


class Said(Struct, frozen=True):
    """What was said of a source (its id), and what takes it back."""

    source: str
    changes: Changes
    before: Changes


class Kept(Struct, frozen=True):
    """A source with what was said of it, and the open briefing's copy, where it has one."""

    source: Source
    copy: Source | None
    before: Changes
    """What takes back what was said."""


class RecordWork:
    """Opens the form on a source and keeps what is written in it, so that it can be undone."""

    def __init__(self, desk: Desk, library: LibraryWork) -> None:
        self._desk = desk
        self._library = library
        self._briefing_was_shown = True
        form = desk.record
        form.saved.connect(self._save)
        form.closed.connect(self.close)
        form.place_entered.connect(self._show_place)
        form.words_wanted.connect(self._take)
        form.hint.connect(desk.say)
        desk.reader.record_wanted.connect(self.open)
        desk.library.record_wanted.connect(self.open)
        desk.library.references_wanted.connect(self.export_some)

    def describe(self) -> None:
        """Opens the form on the source that is read, or closes it where it is open."""
        source = self._desk.reader.source()
        if self._desk.record.isVisible():
            self.close()
        elif source is None:
            self._desk.say(CHOOSE)
        else:
            self.open(source.id)

    def open(self, id: str) -> None:
        """Opens the form on a source, which is shown in the reader beside it."""
        if not self._may_leave(id):
            return

        def work(progress: Progress) -> Loaded:
            with self._desk.opened_library() as library:
                imported = library.records.as_imported(id)
                return Loaded(library.get([id])[id], imported)

        def show(loaded: Any) -> None:
            form = self._desk.record
            if form.isHidden():
                self._briefing_was_shown = not self._desk.briefing.isHidden()
            self._desk.briefing.hide()
            form.show()
            once = Qt.ConnectionType.SingleShotConnection
            form.form.shown.connect(form.focus_first, once)
            form.show_record(loaded.source, loaded.imported)

        self._library.show_source(id)
        self._desk.job(work, show, reading=True)

    def close(self) -> None:
        """Closes the form, and keeps nothing of what was written since."""
        if not self._may_leave(""):
            return
        self._put_away()

    def _put_away(self) -> None:
        self._desk.record.hide()
        self._desk.briefing.setVisible(self._briefing_was_shown)
        self._desk.reader.mark(-1, -1)
        self._desk.reader.setFocus()

    def _may_leave(self, id: str) -> bool:
        """Whether what is written in the form may go, where another source is to come."""
        form = self._desk.record
        source = form.source()
        if form.isHidden() or source is None or source.id == id or not form.is_changed():
            return True
        text = GIVE_UP.format(source.name())
        return dialogs.ask_yes(self._desk.window, text, "It is not kept yet.", "Give up")

    def _save(self, id: str, changes: Changes) -> None:
        if not changes:
            self._put_away()
            return

        def done(kept: Kept) -> None:
            names = ", ".join(LABELS[name].lower() for name in changes)
            label = f"describe {names}" if len(changes) < 3 else "describe the source"
            said = Said(id, changes, kept.before)
            self._desk.editor.note(_Say(self, label, [said]), [id])
            self._put_away()
            self._desk.say(f"The record of {kept.source.name()} is kept.")

        self.keep(id, changes, done)

    def keep(self, id: str, changes: Changes, done: Any = None) -> None:
        """Says changes of a source's record in the library, and shows them wherever it is shown."""
        copies = self._desk.editor.sources

        def work(progress: Progress) -> Kept:
            with self._desk.opened_library() as library:
                before = library.get([id])[id]
                after = describe(library, id, changes)
                copy = refreshed({id: copies[id]}, library)[id] if id in copies else None
                return Kept(after, copy, undoing(before.record, changes))

        def show(kept: Any) -> None:
            self._spread(kept)
            if done is not None:
                done(kept)

        self._desk.job(work, show)

    def _spread(self, kept: Kept) -> None:
        """Shows a record in the reader, the library and the briefing that cites the source."""
        shown = kept.copy or kept.source
        self._desk.editor.put_source(shown)
        self._desk.reader.set_record(shown)
        self._library.refresh()
        form = self._desk.record
        now = form.source()
        if form.isVisible() and now and now.id == shown.id and not form.is_changed():
            form.show_record(kept.source, form.imported())

    def _show_place(self, start: int, end: int) -> None:
        if self._reads_the_forms_source():
            self._desk.reader.mark(start, end)

    def _take(self) -> None:
        words = self._desk.reader.selection()
        if not self._reads_the_forms_source():
            self._desk.say(OTHER)
        elif words is None:
            self._desk.say(SELECT)
        else:
            self._desk.record.take(*words)

    def _reads_the_forms_source(self) -> bool:
        """Also not another text of it, which an old briefing may have brought."""
        read, described = self._desk.reader.source(), self._desk.record.source()
        if read is None or described is None:
            return False
        return (read.id, read.text) == (described.id, described.text)

    def export_references(self) -> None:
        """Writes the records of all sources for a reference manager."""
        self.export_some([])

    def export_some(self, ids: list[str]) -> None:
        """Writes the records of these sources, or of all, for a reference manager."""
        suggested = self._desk.suggested("References", ".json")
        path = dialogs.ask_save(
            self._desk.window, "Export references", suggested, dialogs.REFERENCES, ".json"
        )
        if path is None:
            return

        def work(progress: Progress) -> int:
            from briefer.services.references import write_references  # seldom wanted

            with self._desk.opened_library() as library:
                chosen = ids or [line.id for line in library.sources()]
                write_references(list(library.get(chosen).values()), path)
                return len(chosen)

        def show(count: object) -> None:
            noun = "reference" if count == 1 else "references"
            self._desk.say(f"{path.name} holds {count} {noun}.")

        self._desk.job(work, show)

    def import_references(self) -> None:
        """Takes from a file of references what is unknown of sources, to be confirmed."""
        path = dialogs.ask_open(
            self._desk.window, "Import references", self._desk.folder(), dialogs.REFERENCE_FILES
        )
        if path is not None:
            self._import(path)

    def _import(self, path: Path) -> None:
        copies = dict(self._desk.editor.sources)

        def work(progress: Progress) -> Any:
            from briefer.services.references import import_references

            with self._desk.opened_library() as library:
                found = import_references(library, path)
                told = library.get(one.source for one in found.matches if one.adds)
                return found, {**told, **refreshed(copies, library)}

        def show(result: Any) -> None:
            found, sources = result
            for one in sources.values():
                self._desk.editor.put_source(one)
                self._desk.reader.set_record(one)
            said = [Said(one.source, one.adds, dict.fromkeys(one.adds)) for one in found.matches
                    if one.adds]  # fmt: skip
            if said:
                command = _Say(self, "import references", said)
                self._desk.editor.note(command, [one.source for one in said])
            self._library.refresh()
            dialogs.show_references(self._desk.window, found)

        self._desk.job(work, show)


class _Say(QUndoCommand):
    """What was said of records, in the history of the window, when it is kept already."""

    def __init__(self, work: RecordWork, label: str, said: Sequence[Said]) -> None:
        super().__init__(label)
        self._work = work
        self._said = said
        self._is_kept = True

    def redo(self) -> None:
        for one in () if self._is_kept else self._said:
            self._work.keep(one.source, one.changes)

    def undo(self) -> None:
        self._is_kept = False
        for one in self._said:
            self._work.keep(one.source, one.before)
