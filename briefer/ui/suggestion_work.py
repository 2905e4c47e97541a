"""Commands on suggestions: shown in the reader and in a list, picked, rejected, taken back."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QTimer

from briefer.core.decisions import Judgement
from briefer.core.model import Kind, Pick, Source
from briefer.core.progress import Progress
from briefer.services.briefings import cut_pick
from briefer.store import Library
from briefer.ui.desk import NO_BRIEFING, Desk
from briefer.ui.later import suggestions_dialog
from briefer.ui.library_model import name as title_of
from briefer.ui.library_work import LibraryWork
from briefer.ui.picking import NO_SOURCE, Picking
from briefer.ui.standing import Standing
from briefer.ui.suggestion_words import Sieve, among

if TYPE_CHECKING:  # the rules are loaded when they are first asked, by those who ask them
    from briefer.services.suggestions import Proposed

BESIDE = QPoint(40, 60)
"""Where the list lies on the window."""

LISTED = 1000
"""Suggestions that the list holds at once, those of the strongest kind first."""

LATER = 1500
"""Milliseconds after the start, or after an import, in which nothing is read."""

AT_ONCE = 8
"""Sources that are read in one go: what the user asks for meanwhile comes in between."""

SURE = ("named", "title")
"""Readings of a speaker that need no confirming."""


class Listed(Struct, frozen=True):
    """What the list shows: rows, how many were found, what they can be narrowed to."""

    rows: "Sequence[Proposed]"
    total: int
    titles: Mapping[str, str]
    choices: "suggestions_dialog.SuggestionChoices"


class SuggestionWork:
    """Asks the library for suggestions, and carries out what is wished of them."""

    def __init__(
        self, desk: Desk, library: LibraryWork, standing: Standing, picking: Picking
    ) -> None:
        self._desk = desk
        self._library = library
        self._picking = picking
        self._list: suggestions_dialog.SuggestionsDialog | None = None
        self._asked = 0
        self.read: Callable[[], None] = lambda: None
        """Called when some sources were read that were not read before."""
        self._later = QTimer(desk.window, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._read_more)
        standing.library_changed.connect(self._change)
        shown = desk.reader.suggested
        desk.reader.source_shown.connect(self._show)
        shown.accepted.connect(self.accept)
        shown.rejected.connect(self.reject)
        shown.list_wanted.connect(self.suggestions)

    def begin(self) -> None:
        """Reads by and by what no rule has read yet."""
        self._later.start()

    def end(self) -> None:
        """Reads nothing any more: the window is about to close."""
        self._later.stop()
        if self._list is not None:
            self._list.close()

    def next_suggestion(self) -> None:
        """Goes to the next suggestion of the source that is read."""
        self._desk.reader.suggested.step(1)

    def previous_suggestion(self) -> None:
        """Goes to the suggestion before."""
        self._desk.reader.suggested.step(-1)

    def accept_suggestion(self) -> None:
        """Picks the suggestion that the cursor is in."""
        self._desk.reader.suggested.accept()

    def reject_suggestion(self) -> None:
        """Rejects the suggestion that the cursor is in, or takes that back."""
        self._desk.reader.suggested.refuse()

    def suggestions(self) -> None:
        """Lists the suggestions of the library beside the window."""
        if self._list is None:
            made = suggestions_dialog.SuggestionsDialog(self._desk.window)
            made.sieve_changed.connect(self._list_again)
            made.place_wanted.connect(self._library.show_source)
            made.accepted_as.connect(self.accept)
            made.rejected_it.connect(self.reject)
            made.move(self._desk.window.frameGeometry().topLeft() + BESIDE)
            self._list = made
        self._list.show()
        self._list.activateWindow()
        self._list_again(self._list.sieve())

    def accept(self, one: "Proposed", kind: Kind) -> None:
        """Picks a suggestion as a fact, a quote or a talking point into the current section."""
        if self._desk.editor.briefing is None:
            self._desk.say(NO_BRIEFING)
            return
        with self._desk.telling():
            source = self._desk.find_source(one.source)
            if source is None:
                self._desk.say(NO_SOURCE)
                return
            self._picking.place(source, pick_of(one, kind, source))
            said: Judgement = "accepted" if kind == one.suggestion.kind else "reclassified"
            self._judge(one, said, kind if said == "reclassified" else None)

    def reject(self, one: "Proposed", rejected: bool) -> None:
        """Keeps that something is not to be suggested again, or takes that back."""
        self._judge(one, "rejected" if rejected else "open", None)
        self._desk.say(
            "Rejected: it is not suggested again. “Suggest again” takes that back."
            if rejected
            else "It is suggested again."
        )

    def _judge(self, one: "Proposed", said: Judgement, kind: Kind | None) -> None:
        def work(progress: Progress) -> None:
            from briefer.services.suggestions import judge, proposal_of

            with self._desk.opened_library() as library:
                if library.get([one.source]):  # of what a briefing brought nothing is remembered
                    judge(library, [proposal_of(one.source, one.suggestion)], said, kind)

        def show(_: object) -> None:
            self._show()
            if self._list is not None and self._list.isVisible():
                self._list_again(self._list.sieve())

        self._desk.job(work, show)

    def _show(self) -> None:
        """Shows the suggestions of the source in the reader."""
        source = self._desk.reader.source()
        if source is None:
            return

        def work(progress: Progress) -> "list[Proposed]":
            with self._desk.opened_library() as library:
                return proposed_of(library, source)

        def show(found: Any) -> None:
            now, briefing = self._desk.reader.source(), self._desk.editor.briefing
            if now is not None and now.id == source.id:
                picks = briefing.picks() if briefing else []
                self._desk.reader.suggested.show_found(found, picks)

        self._desk.job(work, show, reading=True)

    def _list_again(self, sieve: Sieve) -> None:
        self._asked += 1
        asked = self._asked

        def work(progress: Progress) -> Listed:
            with self._desk.opened_library() as library:
                return listed(library, sieve, progress)

        def show(found: Any) -> None:
            if self._list is not None and asked == self._asked:
                self._list.show_choices(found.choices)
                self._list.show_rows(found.rows, found.total, found.titles)

        self._desk.job(work, show, reading=True)

    def _change(self) -> None:
        """The library holds other sources, or says other things of them."""
        self._later.start()
        self._show()
        if self._list is not None and self._list.isVisible():
            self._list_again(self._list.sieve())

    def _read_more(self) -> None:
        """Reads some sources that no rule has read yet, and so on until there are none."""

        def work(progress: Progress) -> int:
            from briefer.services import readings

            with self._desk.opened_library() as library:
                unread = library.readings.unread(readings.version())
                readings.suggestions(library, unread[:AT_ONCE], progress)
                return len(unread)

        def show(unread: Any) -> None:
            if unread > AT_ONCE:
                self._read_more()
            elif unread:
                self.read()

        self._desk.job(work, show, reading=True, failed=lambda _: None)


# The quotes keep a module that is loaded later from being loaded with this one.


def pick_of(one: "Proposed", kind: Kind, source: Source) -> Pick:
    """A suggestion as a pick; a speaker that is not named there is to be confirmed."""
    made = one.suggestion
    stem = [(made.lead_in.start, made.lead_in.end)] if made.lead_in.text else []
    new = cut_pick(source, kind, ranges=[*stem, (made.start, made.end)])
    if not made.speaker:
        return new
    if made.certainty in SURE:
        return replace(new, speaker=made.speaker)
    review = f"the speaker is read from “{made.speaker_cue.text}”, to be confirmed"
    return replace(new, speaker=made.speaker, review=review)


def proposed_of(library: Library, source: Source) -> "list[Proposed]":
    """All that is suggested in a source, which the library need not hold."""
    from briefer.services.readings import read_source
    from briefer.services.suggestions import Proposed, Wanted, proposed

    if library.get([source.id]):
        return proposed(library, [source.id], Wanted(rejected=True))
    made, _ = read_source(source)
    return [
        Proposed(source.id, source.file, one, source.text[one.start : one.end], one.kind)
        for one in made
    ]


def listed(library: Library, sieve: Sieve, progress: Progress) -> Listed:
    """The suggestions of a library that a sieve lets through, the strongest first."""
    from briefer.services.measures import measures
    from briefer.services.suggestions import Wanted, proposed

    titles = {line.id: title_of(line) for line in library.sources()}
    every = proposed(library, None, Wanted(rejected=True), progress)
    names = {key: one.name for key, one in measures().by_key.items()}
    found = among(every, sieve)
    found.sort(key=lambda one: -one.suggestion.strength)
    choices = suggestions_dialog.choices_of(every, names, titles)
    return Listed(found[:LISTED], len(found), titles, choices)
