"""The suggestions of the source that is read: which are shown, and which one is chosen."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from briefer.core.decisions import Proposal
from briefer.core.model import KINDS, Kind, Pick
from briefer.ui import theme
from briefer.ui.reader_suggested import unpicked
from briefer.ui.reader_text import SourceText
from briefer.ui.suggestion_strip import SuggestionStrip
from briefer.ui.suggestion_words import Sieve, among

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.services.suggestions import Proposed


LEAST = {1: "All", 2: "&Likely and strong", 3: "&Strong only"}
NONE = "No suggestion is shown here."


class ReaderSuggestions(QObject):
    """Keeps the text, the strip beneath it and the button above it in step."""

    accepted = Signal(object, str)
    """The Proposed, and the kind that it is to be picked as."""
    rejected = Signal(object, bool)
    """The Proposed, and whether it is rejected or that is taken back."""
    list_wanted = Signal()
    """The suggestions of the whole library are to be listed."""
    hint = Signal(str)

    def __init__(self, text: SourceText) -> None:
        super().__init__(text)
        self._text = text
        self._found: Sequence[Proposed] = ()
        self._picks: Sequence[Pick] = ()
        self._shown: list[Proposed] = []
        self._sieve = Sieve()
        self._chosen: Proposed | None = None
        self._at = 0
        self.strip = SuggestionStrip()
        self.button = self._make_button()
        self.strip.accepted.connect(self.accepted)
        self.strip.rejected.connect(self.rejected)
        self.strip.moved.connect(self.step)
        text.cursor_moved.connect(self._follow)
        self._show()

    def show_found(self, found: "Sequence[Proposed]", picks: Sequence[Pick]) -> None:
        """Shows the suggestions of the source read, in its order, but those that were picked."""
        self._found, self._picks = found, picks
        self._show()

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Takes note of what is picked now."""
        self._picks = picks
        self._show()

    def sift(self, sieve: Sieve) -> None:
        """Shows other ones among those found."""
        self._sieve = sieve
        self._show()

    def shown(self) -> "list[Proposed]":
        """The suggestions that are shown."""
        return self._shown

    def chosen(self) -> "Proposed | None":
        """The suggestion that the cursor is in."""
        return self._chosen

    def step(self, direction: int) -> None:
        """Goes to the next suggestion (1) or the one before (-1), round the end of the text."""
        if not self._shown:
            self.hint.emit(NONE)
            return
        if self._chosen in self._shown:
            number = self._shown.index(self._chosen) + direction
        else:
            number = self._after_cursor(direction)
        self.choose(self._shown[number % len(self._shown)])

    def choose(self, one: "Proposed") -> None:
        """Goes to a suggestion."""
        self._chosen = one
        self._text.reveal(one.suggestion.start, one.suggestion.end)
        self._choose(one)

    def accept(self) -> None:
        """Wishes the chosen suggestion as a pick."""
        self._tell(self.strip.accept)

    def refuse(self) -> None:
        """Wishes that the chosen suggestion is not made again."""
        self._tell(self.strip.refuse)

    def _tell(self, act: Callable[[], None]) -> None:
        if self._chosen is None:
            self.hint.emit("Go to a suggestion first: F3.")
        else:
            act()

    def _after_cursor(self, direction: int) -> int:
        """The number of the suggestion after the cursor, or before it."""
        after = next(
            (n for n, one in enumerate(self._shown) if one.suggestion.start >= self._at), 0
        )
        return after if direction > 0 else after - 1

    def _show(self) -> None:
        self._shown = unpicked(among(self._found, self._sieve), self._picks)
        count = len(self._shown)
        self.button.setText(str(count) if count else "")
        said = "1 suggestion" if count == 1 else f"{count} suggestions"
        narrowed = " by the filter that is set" if self._sieve.narrows() else ""
        self.button.setToolTip(f"{said} shown{narrowed}: F3 goes to the next")
        self.button.setAccessibleName(f"Suggestions: {said}{narrowed}")
        # One that was rejected just now stays chosen, so that it can be taken back.
        staying = [*self._shown, *(one for one in self._found if one.is_rejected())]
        self._choose(next((one for one in staying if _is(one, self._chosen)), None))

    def _follow(self, at: int) -> None:
        """Chooses what the cursor was put into; what was chosen stays while its words are."""
        self._at = at
        words = self._text.selection()
        chosen = self._chosen
        if chosen is not None and words == (chosen.suggestion.start, chosen.suggestion.end):
            return
        if words is not None:
            found = [one for one in self._shown if _range(one) == words]
        else:
            holding = (one for one in self._shown if _range(one)[0] <= at < _range(one)[1])
            found = sorted(islice(holding, 12), key=lambda one: _range(one)[1] - _range(one)[0])
        if (one := found[0] if found else None) != chosen:
            self._choose(one)

    def _choose(self, one: "Proposed | None") -> None:
        self._chosen = one
        self.strip.show_suggestion(one)
        self._text.set_suggestions(self._shown, one)

    def _make_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon("sparkles"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for kind in KINDS:
            action = menu.addAction(theme.kind_icon(kind), f"{theme.SIGNS[kind].name}s")
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(lambda on, kind=kind: self._sift_kind(kind, on=on))
        menu.addSeparator()
        group = QActionGroup(menu)
        for least, words in LEAST.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(least == 1)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, least=least: self.sift(replace(self._sieve, least=least))
            )
        menu.addSeparator()
        again = menu.addAction("Those I &rejected too")
        again.setCheckable(True)
        again.toggled.connect(lambda on: self.sift(replace(self._sieve, rejected=on)))
        menu.addSeparator()
        whole = QAction("Suggestions of the whole &library…", menu)
        whole.triggered.connect(self.list_wanted)
        menu.addAction(whole)
        button.setMenu(menu)
        return button

    def _sift_kind(self, kind: Kind, *, on: bool) -> None:
        kinds = self._sieve.kinds | {kind} if on else self._sieve.kinds - {kind}
        self.sift(replace(self._sieve, kinds=kinds))


def _range(one: "Proposed") -> tuple[int, int]:
    return one.suggestion.start, one.suggestion.end


def _is(one: "Proposed", other: "Proposed | None") -> bool:
    return other is not None and _known_by(one) == _known_by(other)


def _known_by(one: "Proposed") -> Proposal:
    made = one.suggestion
    return (one.source, made.start, made.end, made.kind)
