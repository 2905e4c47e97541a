"""What the window's parts share: the briefing in hand, the panels, the jobs, where things lie."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget

from briefer.core.errors import BrieferError
from briefer.core.model import Source
from briefer.core.progress import Progress
from briefer.services.library import open_existing, open_library
from briefer.store import Library
from briefer.ui.briefing_panel import BriefingPanel
from briefer.ui.jobs import Jobs
from briefer.ui.later import dialogs
from briefer.ui.library_panel import LibraryPanel
from briefer.ui.reader_panel import ReaderPanel
from briefer.ui.record_panel import RecordPanel
from briefer.ui.undo import Editor

Say = Callable[[str], None]

NO_BRIEFING = "Begin a briefing first: choose a template on the right."


class Desk:
    """Handed to every part of the window; knows none of them."""

    def __init__(self, window: QWidget, library_path: Path, say: Say) -> None:
        self.window = window
        self.library_path = library_path
        self.say = say
        self.jobs = Jobs(window)
        self.editor = Editor(window)
        self.library = LibraryPanel()
        self.reader = ReaderPanel()
        self.briefing = BriefingPanel()
        self.record = RecordPanel()
        self.record.hide()
        self._held: Library | None = None

    @contextmanager
    def opened_library(self) -> Iterator[Library]:
        """The library, for as long as it takes; each thread opens its own."""
        library = open_library(self.library_path).library
        try:
            yield library
        finally:
            library.close()

    def hold_library(self) -> None:
        """Keeps the library open, so that no other program puts a copy in its place meanwhile."""
        if self._held is None:
            with self.telling():
                self._held = open_existing(self.library_path)
                if self._held is not None:
                    self._held.templates()  # only what was read is held

    def release_library(self) -> None:
        """Lets go of the library."""
        if self._held is not None:
            self._held.close()
            self._held = None

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Shows an error that the user can act on, and goes on."""
        try:
            yield
        except BrieferError as error:
            dialogs.show_error(self.window, error)

    def job(
        self,
        work: Callable[[Progress], object],
        done: Callable[[object], None],
        *,
        reading: bool = False,
        failed: Callable[[BrieferError], None] | None = None,
        bar: str = "",
        stopped: Callable[[], None] | None = None,
    ) -> None:
        """Starts work off the window's thread.

        Its errors are shown, unless `failed` takes them. `bar` is the text of a bar that shows
        how far the work is and lets it be cancelled; without a text there is none. `stopped` is
        called when it was cancelled, or failed for a reason that is nobody's to mend. All is
        connected before the work begins: it may end at once.
        """
        job = self.jobs.job(work)
        job.done.connect(done)
        job.failed.connect(failed or (lambda error: dialogs.show_error(self.window, error)))
        job.crashed.connect(lambda error: dialogs.show_bug(self.window, error))
        if stopped is not None:
            job.cancelled.connect(stopped)
            job.crashed.connect(lambda _: stopped())
        if bar:
            dialogs.show_progress(self.window, bar, job)
            job.cancelled.connect(lambda: self.say("Stopped. Nothing was changed."))
        self.jobs.start(job, reading=reading)

    def find_source(self, source_id: str) -> Source | None:
        """A source: the one that is read, one that the briefing brought, or the library's."""
        shown = self.reader.source()
        if shown is not None and shown.id == source_id:
            return shown
        if source_id in self.editor.sources:
            return self.editor.sources[source_id]
        with self.opened_library() as library:
            return library.get([source_id]).get(source_id)

    def folder(self) -> str:
        """Where file dialogs begin: beside the open briefing, else in the user's folder."""
        path = self.editor.path
        return str(path.parent if path else Path.home())

    def suggested(self, name: str, ending: str) -> str:
        """A path to suggest for a file of this name, which may hold anything."""
        return str(Path(self.folder()) / f"{file_name(name)}{ending}")


def file_name(name: str) -> str:
    """The name without the characters that some system does not allow in the name of a file."""
    allowed = "".join(" " if one in '\\/:*?"<>|' or ord(one) < 32 else one for one in name)
    return " ".join(allowed.split())[:120].strip(" .") or "Briefing"
