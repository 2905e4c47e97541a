"""Commands that keep the library safe: copies of it, putting one back, checking it."""

from datetime import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer

from briefer import paths, settings
from briefer.core.errors import BrieferError
from briefer.core.progress import Progress
from briefer.services import copies
from briefer.store.backups import Copy, Lost
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs, keeping_forms, list_dialog
from briefer.ui.library_work import LibraryWork

FIRST_LOOK, NEXT_LOOK = 60_000, 15 * 60_000
"""Milliseconds until the program looks whether a copy is due, first and from then on."""

NO_COPIES = "There is no copy of the library yet. Library › Back up now makes one."
RESTORE, AGAIN, DEEP, REPAIR = "Restore…", "Check again", "Read every original again", "Repair"
LISTED = 12
"""How many lost sources are named."""


class Keeping(QObject):
    """Makes copies when they are due, and does what the Library menu asks for."""

    def __init__(self, desk: Desk, library: LibraryWork) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = library
        self._next = QTimer(self, interval=FIRST_LOOK)
        self._next.timeout.connect(self.copy_if_due)

    def begin(self) -> None:
        """Looks from now on, every so often, whether a copy is due."""
        self._next.start()

    def end(self) -> None:
        """Makes no more copies by itself."""
        self._next.stop()

    def copy_if_due(self) -> None:
        """Makes a copy if one is due; says so only where that fails."""
        self._next.setInterval(NEXT_LOOK)
        chosen, path = settings.load(paths.settings()), self._desk.library_path
        self._desk.job(
            lambda _: copies.copy_if_due(path, chosen),
            lambda _: None,
            failed=lambda error: self._desk.say(f"No copy of the library was made: {error}"),
        )

    def back_up_now(self) -> None:
        """Makes a dated copy."""
        chosen, path = settings.load(paths.settings()), self._desk.library_path
        self._desk.job(
            lambda progress: copies.copy_now(path, chosen, progress),
            lambda made: self._desk.say(f"The library is copied to {made}."),
            bar="Copying the library",
        )

    def restore_copy(self) -> None:
        """Lists the copies, to put one in the library's place."""
        chosen, path = settings.load(paths.settings()), self._desk.library_path

        def show(found: object) -> None:
            assert isinstance(found, list)
            if not found:
                self._desk.say(NO_COPIES)
                return
            dialog = list_dialog.ListDialog(
                self._desk.window, "Copies of the library", ("Made", "Holds"), (RESTORE,)
            )
            dialog.acted.connect(lambda _, copy: dialog.accept())
            dialog.acted.connect(lambda _, copy: self._ask_restore(copy))
            dialog.show_rows(
                f"Copies of the library lie in {copies.folder_of(path, chosen)}.",
                [copy_row(one) for one in found],
            )
            dialog.exec()
            dialog.deleteLater()

        self._desk.job(lambda _: copies.list_copies(path, chosen), show, reading=True)

    def _ask_restore(self, copy: Copy) -> None:
        path = self._desk.library_path

        def ask(lost: object) -> None:
            text = f"Put back the library as it was on {moment(copy.made)}?"
            told = lost_words(lost if isinstance(lost, Lost) else None)
            if dialogs.ask_yes(self._desk.window, text, told, "Restore"):
                self._restore(copy)

        self._desk.job(lambda _: copies.would_be_lost(path, copy.path), ask, reading=True)

    def _restore(self, copy: Copy) -> None:
        chosen, path = settings.load(paths.settings()), self._desk.library_path
        self._desk.release_library()  # or it would be this window that has it open

        def done(_: object) -> None:
            self._desk.hold_library()
            self._library.changed()
            self._desk.say(
                f"The library is as it was on {moment(copy.made)}; as it was before is a copy."
            )

        def failed(error: BrieferError) -> None:
            self._desk.hold_library()
            dialogs.show_error(self._desk.window, error)

        self._desk.job(
            lambda progress: copies.restore_copy(path, copy.path, chosen, progress),
            done,
            failed=failed,
            bar="Restoring the library",
            stopped=self._desk.hold_library,
        )

    def check_library(self) -> None:
        """Looks through the library and lists what is wrong."""
        self._check(deep=False, repair=False)

    def _check(self, *, deep: bool, repair: bool) -> None:
        path = self._desk.library_path

        def work(progress: Progress) -> object:
            from briefer.services.soundness import check_library

            return check_library(path, progress, deep=deep, repair=repair)

        self._desk.job(work, self._show_check, bar="Checking the library")

    def _show_check(self, found: object) -> None:
        from briefer.services.soundness import Soundness

        assert isinstance(found, Soundness)
        repairable = found.verdict == "damaged" and keeping_forms.is_repairable(found)
        acts = (DEEP, *((REPAIR,) if repairable else ()))
        dialog = list_dialog.ListDialog(
            self._desk.window, "Check of the library", ("What", "What is wrong"), (), acts
        )
        dialog.acted.connect(lambda act, _: dialog.accept())
        dialog.acted.connect(lambda act, _: self._check(deep=True, repair=act == REPAIR))
        dialog.show_rows(keeping_forms.check_words(found), keeping_forms.check_rows(found))
        dialog.exec()
        dialog.deleteLater()

    def copy_settings(self) -> None:
        """How often the library is copied, and where to."""
        kept = settings.load(paths.settings())
        wish = keeping_forms.ask_copying(
            self._desk.window, kept, copies.folder_of(self._desk.library_path, kept)
        )
        if wish is not None:
            self._save(msgspec.structs.replace(kept, copy_every=wish[0], copies=wish[1]))

    def _save(self, chosen: settings.Settings) -> None:
        try:
            settings.save(chosen, paths.settings())
        except OSError as error:
            self._desk.say(f"The settings cannot be kept: {error.strerror or error}.")

    def hand_over(self) -> None:
        """Writes sources into a file to hand over, which the user names."""
        with self._desk.telling():
            with self._desk.opened_library() as library:
                tags = list(library.shelves.tags())
                count = len(library.sources())
            wish = keeping_forms.ask_handing_over(self._desk.window, count, tags)
            if wish is None:
                return
            path = dialogs.ask_save(
                self._desk.window,
                "Hand over",
                self._desk.suggested(wish.tag or "Library", ".brieferlibrary"),
                dialogs.LIBRARIES,
                ".brieferlibrary",
            )
            if path is not None:
                self._hand_over(wish, path)

    def _hand_over(self, wish: "keeping_forms.HandingWish", path: Path) -> None:
        def work(progress: Progress) -> object:
            from briefer.services.handing_over import chosen_sources, hand_over

            with self._desk.opened_library() as library:
                ids = chosen_sources(library, (), wish.tag)
                return hand_over(
                    library,
                    ids,
                    path,
                    progress,
                    originals=wish.originals,
                    templates=wish.templates,
                )

        def show(handed: object) -> None:
            from briefer.services.handing_over import Handed

            assert isinstance(handed, Handed)
            without = len(handed.without_original)
            more = f" Originals that were not to be had: {without}." if without else ""
            noun = "source" if handed.sources == 1 else "sources"
            self._desk.say(f"{path.name} holds {handed.sources} {noun}.{more}")

        self._desk.job(work, show, bar="Writing what is handed over")

    def take_over(self) -> None:
        """Adds what somebody handed over, in a file that the user chooses."""
        path = dialogs.ask_open(
            self._desk.window, "Add a library", self._desk.folder(), dialogs.LIBRARIES
        )
        if path is not None:
            self.take_over_file(path)

    def take_over_file(self, path: Path) -> None:
        """Adds what somebody handed over, and lists what became of it."""

        def work(progress: Progress) -> object:
            from briefer.services.handing_over import take_over

            with self._desk.opened_library() as library:
                return take_over(library, path, progress)

        def show(taken: object) -> None:
            assert isinstance(taken, list)
            self._library.changed()
            dialog = list_dialog.ListDialog(
                self._desk.window, f"Added from {path.name}", ("Document", "Outcome")
            )
            dialog.show_rows(keeping_forms.taken_words(taken), keeping_forms.taken_rows(taken))
            dialog.exec()
            dialog.deleteLater()

        self._desk.job(work, show, bar=f"Adding {path.name}")


def moment(made: str) -> str:
    """A moment (ISO 8601, UTC) in words, in the user's time."""
    here = datetime.fromisoformat(made).astimezone()
    return f"{here.day} {here:%B %Y, %H:%M}"


def copy_row(one: Copy) -> "list_dialog.ListRow":
    """A copy as a row: when it was made, what it holds, how large it is."""
    megabytes = f"{one.bytes / 1024 / 1024:,.1f} MB"
    if one.sources is None:
        return list_dialog.ListRow(
            (moment(one.made), f"cannot be read · {megabytes}"), "circle-x", str(one.path)
        )
    return list_dialog.ListRow(
        (moment(one.made), f"{one.sources:,} sources · {megabytes}"),
        "library",
        str(one.path),
        one,
        (RESTORE,),
    )


def lost_words(lost: Lost | None) -> str:
    """What would be lost by restoring a copy, and that it is kept."""
    kept = "The library as it is now is kept as a copy first."
    if lost is None:
        return f"The library as it is now cannot be read. {kept}"
    parts = []
    if lost.sources:
        named = "\n".join(f"•  {file}" for file in lost.sources[:LISTED])
        more = len(lost.sources) - LISTED
        parts.append(f"{len(lost.sources)} sources came in since:\n{named}")
        parts += [f"and {more} more."] if more > 0 else []
    if lost.edits:
        parts.append(f"Records were edited {lost.edits} times since.")
    return "\n\n".join([*parts, kept])
