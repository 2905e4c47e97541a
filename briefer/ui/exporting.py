"""Commands that write the briefing as a document."""

from pathlib import Path
from typing import Any

from briefer.core.progress import Progress
from briefer.services.looking_up import held_quotations
from briefer.services.noticing import noted
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs


class Exporting:
    """Exports the briefing in hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(self) -> None:
        """Writes a draft, with visible gaps, under a name that the user gives."""
        self._ask_and_export(final=False)

    def export_final(self) -> None:
        """Writes a final copy, which states what a draft shows as a gap."""
        self._ask_and_export(final=True)

    def _ask_and_export(self, *, final: bool) -> None:
        opened = self._desk.editor.opened
        if opened is None:
            return
        name = opened.path.stem if opened.path else opened.briefing.title or "Briefing"
        suggested = self._desk.suggested(name, ".docx")
        title = "Export final copy" if final else "Export"
        path = dialogs.ask_save(self._desk.window, title, suggested, dialogs.EXPORTS, ".docx")
        if path is not None:
            self.export_to(path, final=final)

    def export_to(self, path: Path, *, final: bool = False) -> None:
        """Writes a document, with a bar and a way to cancel."""
        opened = self._desk.editor.opened
        if opened is None:
            return
        briefing, sources = opened.briefing, opened.sources

        def work(progress: Progress) -> list[str]:
            from briefer.services.export import Choices, export_briefing  # loads a writer: only now

            with self._desk.opened_library() as library:
                held = held_quotations(library, briefing, sources)
                known = noted(briefing, library).notices
            export_briefing(briefing, sources, path, progress, Choices(final=final, held=held))
            return [f"{sources[one.id].name()}: {one.said()}" for one in known]

        def written(flagged: Any) -> None:
            self._desk.say(f"{path.name} is written.")
            dialogs.show_exported(self._desk.window, path, len(briefing.picks()), flagged)

        self._desk.job(work, written, bar=f"Writing {path.name}")
