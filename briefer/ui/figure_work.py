"""Commands on the register of figures: shown, decided about, measures given."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QPoint

from briefer.core.decisions import Assigned, Decision, Key, key_of
from briefer.core.progress import Progress
from briefer.core.record import text_of
from briefer.store import Library
from briefer.ui.desk import Desk
from briefer.ui.figure_watch import FigureWatch
from briefer.ui.later import dialogs, register_dialog
from briefer.ui.library_model import name as title_of
from briefer.ui.library_work import LibraryWork
from briefer.ui.standing import Standing
from briefer.ui.suggestion_words import speaker_words

if TYPE_CHECKING:  # the rules and the card are loaded when they are first asked
    from briefer.core.measures import Table
    from briefer.core.statements import Statement
    from briefer.services.register import Register
    from briefer.ui.figure_words import GroupRow, Origin

BESIDE = QPoint(24, 40)
"""Where the register lies on the window."""

NO_MEASURE = "(none: it stands alone)"
AS_READ = "(as it was read)"


class Seen(Struct, frozen=True):
    """The register as the window shows it."""

    register: "Register"
    rows: "Sequence[GroupRow]"
    origins: "Mapping[str, Origin]"
    before: Sequence[Decision]
    """All that was ever decided, the oldest first."""


class FigureWork:
    """Shows the register beside the window, and keeps what is decided in it."""

    def __init__(
        self, desk: Desk, library: LibraryWork, standing: Standing, watch: FigureWatch
    ) -> None:
        self._desk = desk
        self._library = library
        self._watch = watch
        self._seen: Seen | None = None
        self._pair: tuple[Key, Key] | None = None
        self._dialog: register_dialog.RegisterDialog | None = None
        standing.library_changed.connect(self._refresh)

    def figures(self) -> None:
        """Shows what the sources state of each measure, what disagrees first."""
        self._open()

    def show_pair(self, pair: tuple[Key, Key]) -> None:
        """Shows two statements in the register, side by side."""
        self._open(pair)

    def end(self) -> None:
        """Closes the register: the window is about to close."""
        if self._dialog is not None:
            self._dialog.close()

    def _open(self, pair: tuple[Key, Key] | None = None) -> None:
        if self._dialog is None:
            made = register_dialog.RegisterDialog(self._desk.window)
            made.row_chosen.connect(self._show_card)
            made.card.decided.connect(self.decide)
            made.card.place_wanted.connect(self._library.show_source)
            made.card.measure_wanted.connect(self.give_measure)
            made.card.paired.connect(self._look_for_speakers)
            made.move(self._desk.window.frameGeometry().topLeft() + BESIDE)
            self._dialog = made
        self._dialog.show()
        self._dialog.activateWindow()
        self._read(pair)

    def _refresh(self) -> None:
        self._watch.forget()
        if self._dialog is not None and self._dialog.isVisible():
            self._read(self._dialog.card.keys())

    def _read(self, pair: tuple[Key, Key] | None) -> None:
        def work(progress: Progress) -> Seen:
            with self._desk.opened_library() as library:
                return seen(library, progress)

        def show(found: Any) -> None:
            self._seen, self._pair = found, pair
            if self._dialog is not None:
                self._dialog.show_register(found.rows, found.register.hints)
                if pair is not None:
                    self._dialog.show_statement(pair[0])
                self._pair = None

        self._desk.job(work, show, reading=True)

    def _show_card(self, row: "GroupRow") -> None:
        from briefer.ui.figure_card import CardGroup

        found = self._seen
        if found is not None and self._dialog is not None:
            register = found.register
            measure = register.measures.by_key.get(row.group.measure)
            shown = CardGroup(row.group, measure, found.origins, register.decisions, found.before)
            self._dialog.card.show_group(shown, self._pair)

    def _look_for_speakers(self, both: "Sequence[Statement]") -> None:
        def work(progress: Progress) -> dict[Key, str]:
            with self._desk.opened_library() as library:
                return speakers_of(library, both)

        def show(found: Any) -> None:
            if self._dialog is not None and self._dialog.card.keys() == tuple(map(key_of, both)):
                self._dialog.card.show_speakers(found)

        self._desk.job(work, show, reading=True)

    def decide(self, decision: Decision) -> None:
        """Keeps what was decided about two statements."""

        def act(library: Library) -> None:
            library.decisions.decide(decision)

        taken_back = decision.verdict == "open"
        self._keep(act, "It is open again." if taken_back else "The decision is kept.")

    def give_measure(self, keys: Sequence[Key]) -> None:
        """Asks which measure statements are of, and gives it to them."""
        if self._seen is None:
            return
        table = self._seen.register.measures
        answer = dialogs.ask_one(
            self._desk.window,
            "Measure",
            "Which measure is it of? Choose one, or type a name of your own.",
            [AS_READ, NO_MEASURE, *sorted(one.name for one in table.by_key.values())],
        )
        if answer is None:
            return
        given = [Assigned(one, measure_named(answer, table)) for one in keys]
        count = "1 statement is" if len(keys) == 1 else f"{len(keys)} statements are"
        self._keep(lambda library: library.decisions.assign(given), f"{count} of another measure.")

    def _keep(self, act: Callable[[Library], None], said: str) -> None:
        def work(progress: Progress) -> None:
            with self._desk.opened_library() as library:
                act(library)

        def show(_: object) -> None:
            self._desk.say(said)
            self._refresh()

        self._desk.job(work, show)


def measure_named(answer: str, table: "Table") -> str | None:
    """The key of the measure of a name, or the name itself; “” for none, None for the one read."""
    special = {AS_READ: None, NO_MEASURE: ""}
    if answer in special:
        return special[answer]
    keys = {one.name.casefold(): key for key, one in table.by_key.items()}
    return keys.get(answer.casefold(), answer)


def speakers_of(library: Library, some: "Sequence[Statement]") -> dict[Key, str]:
    """Who says statements, and how sure that is, where a suggestion holds them and knows it."""
    from briefer.services.readings import suggestions

    read = suggestions(library, list({one.source for one in some}))
    return {
        key_of(one): speaker_words(made)
        for one in some
        for made in read.get(one.source, ())
        if made.speaker and made.start <= one.at and one.to <= made.end
    }


def seen(library: Library, progress: Progress) -> Seen:
    """The register of a library as the window shows it."""
    from briefer.services.register import read_register
    from briefer.ui.figure_words import Origin, rows_of

    register = read_register(library, progress)
    origins = {
        id: Origin(title_of(line), text_of(line.record, "speaker"))
        for id, line in register.sources.items()
    }
    rows = rows_of(register.groups, origins, register.decisions)
    return Seen(register, rows, origins, library.decisions.decided())
