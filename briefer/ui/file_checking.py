"""The command that checks a file which is not in hand, and saves the report of it."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from briefer.core.progress import Progress
from briefer.services.briefings import open_briefing
from briefer.services.quoting import check_briefing
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs, file_check

CHECKED = "Documents and briefings (*.docx *.pdf *.briefing)"

Write = Callable[[Path, Progress], None]


class Outcome(Struct, frozen=True):
    """What is shown of a check, and what writes its report."""

    name: str
    shown: "Callable[[], file_check.FileCheck]"
    """Made where it is shown."""
    write: Write


class FileChecking:
    """Checks exported documents and briefings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check_file(self) -> None:
        """Checks a file that the user chooses."""
        path = dialogs.ask_open(self._desk.window, "Check a file", self._desk.folder(), CHECKED)
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Checks a file, with a bar, and shows the outcome."""
        is_briefing = path.suffix.lower() == ".briefing"

        def work(progress: Progress) -> Outcome:
            return _briefing(path) if is_briefing else self._document(path)

        def show(outcome: object) -> None:
            if isinstance(outcome, Outcome) and file_check.show_check(
                self._desk.window, outcome.shown()
            ):
                self._save(outcome)

        self._desk.job(work, show, reading=True, bar=f"Checking {path.name}")

    def _document(self, path: Path) -> Outcome:
        from briefer.services.proof import check_file  # loads readers of Word files and PDFs

        with self._desk.opened_library() as library:
            proof = check_file(path, library)

        def write(to: Path, progress: Progress) -> None:
            from briefer.services.reports import write_report

            write_report(proof, path.name, to, progress)

        return Outcome(path.name, lambda: file_check.of_proof(path.name, proof), write)

    def _save(self, outcome: Outcome) -> None:
        suggested = self._desk.suggested(f"Check of {outcome.name}", ".docx")
        path = dialogs.ask_save(
            self._desk.window, "Save report", suggested, dialogs.RECORDS, ".docx"
        )
        if path is not None:
            self._desk.job(
                lambda progress: outcome.write(path, progress),
                lambda _: self._desk.say(f"{path.name} is written."),
                bar=f"Writing {path.name}",
            )


def _briefing(path: Path) -> Outcome:
    """The check of a briefing; its report is the verification record."""
    opened = open_briefing(path)
    report = check_briefing(opened.briefing, opened.sources)

    def write(to: Path, progress: Progress) -> None:
        from briefer.services.verification import record_of, write_record

        made = record_of(opened.briefing, opened.sources)
        write_record(made, to, opened.briefing.language, progress)

    def shown() -> "file_check.FileCheck":
        return file_check.of_briefing(path.name, opened.briefing, report)

    return Outcome(path.name, shown, write)
