"""Watched folders: what appears there is imported while the window is open."""

import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from briefer import paths, settings
from briefer.core.errors import BrieferError, Cancelled
from briefer.core.progress import Progress
from briefer.ui.desk import Desk
from briefer.ui.later import list_dialog
from briefer.ui.library_work import LibraryWork

SETTLE = 2_500
"""Milliseconds after a folder changed, or while a file in it grows, until it is looked into."""

POLL = 60_000
"""Milliseconds between two looks all the same: shared drives do not tell of changes."""

ADD, REMOVE = "Add folder…", "Stop watching"
ABOUT = "What appears in these folders is imported by itself, each document once."
NONE = "No folder is watched. What appears in a watched folder is imported by itself."


class Inbox(QObject):
    """Watches the folders of the settings."""

    def __init__(self, desk: Desk, library: LibraryWork) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = library
        self._folders: list[Path] = []
        self._told: set[str] = set()
        self._looking = False
        self._ended = threading.Event()
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE)
        self._poll = QTimer(self, interval=POLL)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        for timer in (self._soon, self._poll):
            timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watches the folders of the settings from now on."""
        self._folders = [Path(one) for one in settings.load(paths.settings()).watched]
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        if not self._folders:
            self._soon.stop()
            self._poll.stop()
            return
        there = [str(one) for one in self._folders if one.is_dir()]
        if there:
            self._watcher.addPaths(there)
        self._soon.start()
        self._poll.start()

    def end(self) -> None:
        """Watches no more; an import that goes on stops, and is made again next time."""
        self._ended.set()
        self._soon.stop()
        self._poll.stop()

    def look(self) -> None:
        """Imports what is new in the folders, off the window's thread."""
        if self._looking:
            self._soon.start()
            return
        self._looking = True
        folders, path = list(self._folders), self._desk.library_path

        def report(done: int, total: int, what: str) -> None:
            if self._ended.is_set():
                raise Cancelled

        def work(progress: Progress) -> object:
            from briefer.services.watching import Watch  # loads the importers

            with self._desk.opened_library() as library:
                return Watch(path).look(library, folders, report)

        self._desk.job(work, self._show, failed=self._failed, stopped=self._stopped)

    def _stopped(self) -> None:
        self._looking = False

    def _failed(self, error: BrieferError) -> None:
        self._looking = False
        self._desk.say(f"The watched folders could not be looked into: {error}")

    def _show(self, arrived: object) -> None:
        from briefer.services.watching import said

        self._looking = False
        assert isinstance(arrived, list)
        missing = {str(one.error) for one in arrived if one.error}
        lines = [said(arrived), *sorted(missing - self._told)]
        self._told = missing
        found = [outcome for one in arrived for outcome in one.outcomes]
        if found:
            self._library.changed()
            self._library.imported([one.source for one in found if one.source and not one.known])
        if line := " ".join(filter(None, lines)):
            self._desk.say(line)
        if any(one.waiting for one in arrived):
            self._soon.start()

    def watched_folders(self) -> None:
        """Lists the folders and what failed in them; adds some and takes some away."""
        dialog = list_dialog.ListDialog(
            self._desk.window, "Watched folders", ("Folder or document", "State"), (REMOVE,), (ADD,)
        )

        def show() -> None:
            rows = self._rows()
            dialog.show_rows(ABOUT if rows else NONE, rows)

        def act(name: str, folder: object) -> None:
            kept = settings.load(paths.settings())
            if name == ADD:
                chosen = QFileDialog.getExistingDirectory(dialog, "Watch a folder")
                self._change(dict.fromkeys((*kept.watched, *([chosen] if chosen else []))))
            else:
                self._change([one for one in kept.watched if one != folder])
            show()

        dialog.acted.connect(act)
        show()
        dialog.exec()
        dialog.deleteLater()

    def _change(self, folders: "Sequence[str] | dict[str, None]") -> None:
        kept = settings.load(paths.settings())
        try:
            settings.save(msgspec.structs.replace(kept, watched=tuple(folders)), paths.settings())
        except OSError as error:
            self._desk.say(f"The settings cannot be kept: {error.strerror or error}.")
        self.begin()

    def _rows(self) -> "list[list_dialog.ListRow]":
        from briefer.services.watching import Watch

        watch = Watch(self._desk.library_path)
        rows = []
        for folder in settings.load(paths.settings()).watched:
            there = Path(folder).is_dir()
            state, sign = (
                ("watched", "folder-open") if there else ("not there now", "triangle-alert")
            )
            rows.append(list_dialog.ListRow((folder, state), sign, folder, folder, (REMOVE,)))
            rows += [
                list_dialog.ListRow(
                    (f"    {Path(path).name}", "not imported"), "circle-x", f"{why}\n{path}"
                )
                for path, why in watch.failures(Path(folder)).items()
            ]
        return rows
