"""Commands that write the briefing as a document."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer.core.decisions import Key, key_of, pair_of
from briefer.core.progress import Progress
from briefer.services.briefings import OpenBriefing
from briefer.services.looking_up import held_quotations
from briefer.services.noticing import noted
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.core.clashes import Clash
    from briefer.services.conflicts import Conflicts


class Exporting:
    """Exports the briefing in hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._accepted: frozenset[tuple[Key, Key]] = frozenset()
        self.figures_wanted: Callable[[tuple[Key, Key]], None] = lambda pair: None
        """Called with two statements that the register is to show."""

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
        """Writes a document, with a bar and a way to cancel.

        Figures that contradict each other, and that nobody decided about, are asked about first:
        all at once, and each pair once while the program runs.
        """
        opened = self._desk.editor.opened
        if opened is None:
            return

        def work(progress: Progress) -> "Conflicts":
            from briefer.services.conflicts import conflicts_in  # loads the rules: only now

            with self._desk.opened_library() as library:
                return conflicts_in(library, opened.briefing, opened.sources)

        def go_on(found: Any) -> None:
            if self._may_go_out(found, opened):
                self._write(opened, path, found.recorded(opened.briefing), final=final)

        self._desk.job(work, go_on, reading=True)

    def _may_go_out(self, found: "Conflicts", opened: OpenBriefing) -> bool:
        """Whether a briefing may go out with the contradictions that it has."""
        from briefer.ui.clash_notes import contradiction_words

        left = [one for one in found.contradictions() if _pair(one) not in self._accepted]
        if not left:
            return True
        titles = dict(found.names) | {id: one.name() for id, one in opened.sources.items()}
        count = "Two figures" if len(left) == 1 else f"{len(left)} pairs of figures"
        more = f"\n\nAnd {len(left) - 1} more." if len(left) > 1 else ""
        answer = dialogs.ask_contradiction(
            self._desk.window,
            f"{count} in this briefing contradict each other. Export it all the same?",
            contradiction_words(left[0], titles) + more,
        )
        if answer == "show":
            self.figures_wanted(_pair(left[0]))
        if answer == "go_on":
            self._accepted |= {_pair(one) for one in left}
        return answer == "go_on"

    def _write(
        self, opened: OpenBriefing, path: Path, figures: Sequence[str], *, final: bool
    ) -> None:
        briefing, sources = opened.briefing, opened.sources

        def work(progress: Progress) -> list[str]:
            from briefer.services.export import Choices, export_briefing  # loads a writer: only now

            with self._desk.opened_library() as library:
                held = held_quotations(library, briefing, sources)
                known = noted(briefing, library).notices
            choices = Choices(final=final, held=held, figures=figures)
            export_briefing(briefing, sources, path, progress, choices)
            return [f"{sources[one.id].name()}: {one.said()}" for one in known]

        def written(flagged: Any) -> None:
            self._desk.say(f"{path.name} is written.")
            dialogs.show_exported(self._desk.window, path, len(briefing.picks()), flagged)

        self._desk.job(work, written, bar=f"Writing {path.name}")


def _pair(clash: "Clash") -> tuple[Key, Key]:
    return pair_of(key_of(clash.one.statement), key_of(clash.two.statement))
