"""Commands that bring documents in: files, folders, what was dropped or copied elsewhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from briefer.core.progress import Progress
from briefer.importers import Options
from briefer.ui.desk import Desk, file_name
from briefer.ui.later import dialogs, encoding_dialog, import_report
from briefer.ui.library_work import LibraryWork

if TYPE_CHECKING:
    from briefer.services.reading import Outcome

LOCKED = "password_required"
"""The code of a document that a password opens."""

GUESSED = "encoding_uncertain"
"""The code of a warning: the encoding of a text was guessed."""

NOTHING_COPIED = "There is no text to paste: copy some words or a part of a web page first."
NOTHING_IMPORTED = "Nothing was imported since the window was opened."
NAME_AT_MOST = 60


class Importing:
    """Imports, asks for what an import needs, and says what came in."""

    def __init__(self, desk: Desk, library: LibraryWork) -> None:
        self._desk = desk
        self._library = library
        self._last: list[Outcome] = []
        desk.library.import_asked.connect(self.ask_import)
        desk.library.import_wanted.connect(self.import_files)

    def ask_import(self) -> None:
        """Imports documents that the user chooses."""
        chosen = dialogs.ask_documents(self._desk.window, self._desk.folder())
        if chosen:
            self.import_files(chosen)

    def import_files(self, files: list[Path]) -> None:
        """Imports files and folders, with a bar and a way to cancel; asks for a password needed."""
        self._import(files, "", [])

    def _import(self, files: list[Path], password: str, before: "list[Outcome]") -> None:
        """`before` is what became of the other files, which were imported without the password."""

        def work(progress: Progress) -> "list[Outcome]":
            from briefer.services.importing import import_paths  # starts processes: not at start

            with self._desk.opened_library() as library:
                return import_paths(library, files, progress, Options(password))

        def show(result: object) -> None:
            assert isinstance(result, list)
            outcomes = [*before, *result]
            locked = [one.path for one in outcomes if one.error and one.error.code == LOCKED]
            again = locked and dialogs.ask_password(self._desk.window, locked)
            if again:
                roots = list(dict.fromkeys(map(root_of, locked)))
                kept = [one for one in outcomes if root_of(one.path) not in roots]
                self._import(roots, again, kept)
            else:
                self._conclude(outcomes)

        self._desk.job(work, show, bar="Importing documents")

    def _conclude(self, outcomes: "list[Outcome]") -> None:
        """Lists the sources anew and says what came in, more where more has to be said."""
        self._last = outcomes
        self._library.changed()
        self._desk.say(imported(outcomes))
        self._library.imported([one.source for one in outcomes if one.source and not one.known])
        guessed = [one for one in outcomes if GUESSED in one.warnings and not one.known]
        if any(one.error for one in outcomes) or (guessed and len(outcomes) > 1):
            self.import_report()
        elif len(outcomes) == 1:
            self._library.show_source(outcomes[0].source)
            if guessed:
                self.choose_encoding(outcomes[0])

    def import_report(self) -> None:
        """Shows what the last import came to."""
        if not self._last:
            self._desk.say(NOTHING_IMPORTED)
            return
        chosen = import_report.show_report(self._desk.window, self._last)
        if chosen is not None:
            self.choose_encoding(chosen)

    def choose_encoding(self, outcome: "Outcome") -> None:
        """Lets the user choose how a text is encoded, and imports it anew when that is another."""

        def work(progress: Progress) -> object:
            from briefer.services.encodings import previews

            with self._desk.opened_library() as library:
                return previews(library, outcome.source)

        def show(found: object) -> None:
            assert isinstance(found, list)
            name = Path(outcome.path).name
            encoding = encoding_dialog.ask_encoding(self._desk.window, name, found)
            if encoding is not None:
                self._import_anew(outcome.source, encoding)

        self._desk.job(work, show, reading=True)

    def _import_anew(self, source_id: str, encoding: str) -> None:
        briefing = self._desk.editor.briefing
        in_hand = {pick.source for pick in briefing.picks()} if briefing else set()

        def work(progress: Progress) -> object:
            from briefer.services.encodings import import_anew

            with self._desk.opened_library() as library:
                made = import_anew(library, source_id, encoding, in_hand, progress)
            if made.outcome.error is not None:
                raise made.outcome.error
            return made

        def show(result: object) -> None:
            from briefer.services.encodings import Anew

            assert isinstance(result, Anew)
            self._library.changed()
            self._library.show_source(result.outcome.source)
            first = (
                "the first reading is in the trash"
                if result.replaced
                else "the first reading stays, since it has picks"
            )
            self._desk.say(f"Read as {encoding}; {first}.")

        self._desk.job(work, show, bar="Importing anew")

    def paste_source(self) -> None:
        """Imports the text, the part of a web page or the files on the clipboard."""
        copied = QApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self.import_files(files)
            return
        words = copied.text().strip()
        if not words:
            self._desk.say(NOTHING_COPIED)
            return
        name = dialogs.ask_line(
            self._desk.window, "Paste as source", "Name of the source", default_name(words)
        )
        if name:
            self._import_text(copied_text(copied), name, is_html=copied.hasHtml())

    def _import_text(self, text: str, name: str, *, is_html: bool) -> None:
        def work(progress: Progress) -> "list[Outcome]":
            from briefer.services.importing import import_text

            with self._desk.opened_library() as library:
                called = file_name(name)
                if is_html:
                    return [import_text(library, text, called, "html", progress)]
                return [import_text(library, text, called, progress=progress)]

        def show(result: object) -> None:
            assert isinstance(result, list)
            self._conclude(result)

        self._desk.job(work, show, bar="Importing what was copied")


def copied_text(copied: QMimeData) -> str:
    """What is on the clipboard: the markup of a web page or of a word processor, else the words."""
    return copied.html() if copied.hasHtml() else copied.text()


def default_name(words: str) -> str:
    """A name for pasted words: the beginning of their first line, cut between words."""
    line = next((one.strip() for one in words.splitlines() if one.strip()), "")
    if len(line) > NAME_AT_MOST:
        line = line[:NAME_AT_MOST].rpartition(" ")[0] or line[:NAME_AT_MOST]
    return file_name(line)


def root_of(path: str) -> Path:
    """The file on the disk that a document is, or lies in (`outer.zip/inner.docx`)."""
    whole = Path(path)
    return next((one for one in (whole, *whole.parents) if one.is_file()), whole)


def imported(outcomes: "Sequence[Outcome]") -> str:
    """What an import came to, in a sentence."""
    new = sum(bool(one.source) and not one.known for one in outcomes)
    known = sum(one.known for one in outcomes)
    guessed = sum(GUESSED in one.warnings for one in outcomes)
    parts = [f"{new} imported"]
    parts += [f"{known} already in the library"] if known else []
    parts += [f"{guessed} with a guessed encoding: look at their accents"] if guessed else []
    return f"{', '.join(parts)}." if outcomes else "There was no file to import."
