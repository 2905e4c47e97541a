"""Commands that check the briefing, list what was found, and write the verification record."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QPoint

from briefer.core import edits
from briefer.core.decisions import Key
from briefer.core.findings import Finding, reasons_with
from briefer.core.progress import Progress
from briefer.core.verification import VerificationRecord, make_record, record_document
from briefer.services.briefings import OpenBriefing
from briefer.services.verification import write_record
from briefer.ui.desk import Desk
from briefer.ui.figure_watch import FigureWatch
from briefer.ui.later import check_dialog, dialogs, record_dialog
from briefer.ui.quoting import Quoting
from briefer.ui.standing import Standing

BESIDE = QPoint(24, 70)
"""Where the list lies on the window: the items of the briefing stay in sight."""


class Checking:
    """Shows what a check comes to, and keeps the reasons given for what it found."""

    def __init__(
        self, desk: Desk, standing: Standing, quoting: Quoting, watch: FigureWatch
    ) -> None:
        self._desk = desk
        self._watch = watch
        self.figures_wanted: Callable[[tuple[Key, Key]], None] = lambda pair: None
        """Called with two statements that the register is to show."""
        self._standing = standing
        self._quoting = quoting
        self._shown: check_dialog.CheckDialog | None = None
        desk.briefing.check_wanted.connect(self.check)
        desk.editor.changed.connect(self._refresh)
        standing.changed.connect(self._refresh)
        watch.changed.connect(self._refresh)

    def check(self) -> None:
        """Compares every pick with its source and lists the outcome beside the window."""
        if self._desk.editor.opened is None:
            return
        if self._shown is None:
            made = check_dialog.CheckDialog(self._desk.window)
            made.item_chosen.connect(self._choose)
            made.edit_wanted.connect(self._quoting.edit)
            made.record_wanted.connect(self.record)
            made.figures_wanted.connect(lambda pair: self.figures_wanted(pair))
            made.reason_settled.connect(self._keep)
            made.move(self._desk.window.frameGeometry().topLeft() + BESIDE)
            self._shown = made
        self._show(self._shown)
        self._shown.show()
        self._shown.activateWindow()

    def _show(self, dialog: "check_dialog.CheckDialog") -> None:
        opened = self._desk.editor.opened
        if opened is None:
            dialog.hide()
        else:
            dialog.show_check(opened.briefing, self._standing.report(), self._watch.notes())

    def _refresh(self) -> None:
        if self._shown is not None and self._shown.isVisible():
            self._show(self._shown)

    def _choose(self, item_id: str) -> None:
        self._desk.briefing.choose_items([item_id])
        self._desk.briefing.item_chosen.emit(item_id)

    def _keep(self, item_id: str, finding: Finding, reason: str) -> None:
        """Keeps why a finding may stand; one change of the briefing."""
        briefing = self._desk.editor.briefing
        if briefing is None:
            return
        with self._desk.telling():
            item = edits.find_item(briefing, item_id)
            new = replace(item, reasons=reasons_with(item.reasons, finding, reason))
            self._desk.editor.apply("give a reason", edits.set_item(new))

    def record(self) -> None:
        """Shows the verification record of the briefing, and saves it where the user wants it."""
        opened = self._desk.editor.opened
        if opened is None:
            return

        def work(progress: Progress) -> list[str]:
            from briefer.services.conflicts import conflicts_in  # loads the rules: only now

            with self._desk.opened_library() as library:
                found = conflicts_in(library, opened.briefing, opened.sources)
            return found.recorded(opened.briefing)

        def show(figures: Any) -> None:
            report = self._standing.report()
            made = make_record(opened.briefing, opened.sources, report, figures)
            self._offer(made, opened)

        self._desk.job(work, show, reading=True)

    def _offer(self, made: VerificationRecord, opened: OpenBriefing) -> None:
        document = record_document(made, opened.briefing.language)
        if not record_dialog.ask_save(self._desk.window, document):
            return
        name = f"{opened.path.stem if opened.path else opened.briefing.title} - record"
        suggested = self._desk.suggested(name, ".docx")
        path = dialogs.ask_save(
            self._desk.window, "Save verification record", suggested, dialogs.RECORDS, ".docx"
        )
        if path is not None:
            self._write(made, opened.briefing.language, path)

    def _write(self, made: VerificationRecord, language: str, path: Path) -> None:
        def work(progress: Progress) -> None:
            write_record(made, path, language, progress)

        def written(_: object) -> None:
            self._desk.say(f"{path.name} is written.")

        self._desk.job(work, written, bar=f"Writing {path.name}")
