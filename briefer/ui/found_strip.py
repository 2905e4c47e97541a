"""Says where pasted words come from, and offers to pick them there instead."""

from collections.abc import Callable, Mapping
from html import escape
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefer.core.operations import Gloss, Insert
from briefer.services.looking_up import Lookup, Outcome
from briefer.ui.difference_words import difference_html, difference_text

MOST_PLACES = 4
LONGEST = 60
"""Characters of a title; the whole of it stands in the library."""

ACTS: Mapping[Outcome, str] = {
    "exact": "Pick them instead",
    "edited": "Pick them instead",
    "near": "Pick the exact words",
}
"""What the button of an outcome says; without one there is no button."""


class FoundStrip(QFrame):
    """One outcome of looking words up; nothing is shown when no source has them."""

    pick_wanted = Signal(object)
    """The Lookup whose words are to be picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edged", "strip")
        self._found: Lookup | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.pick = QPushButton()
        self.pick.setAutoDefault(False)
        self.pick.clicked.connect(lambda: self.pick_wanted.emit(self._found))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(12)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_found(self, found: Lookup | None) -> None:
        """Shows what was found, or nothing."""
        self._found = found
        said = SAID[found.outcome](found, QGuiApplication.palette()) if found else ""
        self.setVisible(bool(said))
        self.words.setText(said)
        self.words.setAccessibleDescription(difference_text(found.differences) if found else "")
        act = ACTS.get(found.outcome, "") if found else ""
        self.pick.setText(act)
        self.pick.setVisible(bool(act))


def _where(found: Lookup) -> str:
    title = shorten(found.title, LONGEST, placeholder=" …")
    return escape(f"{title}, {found.place}" if found.place else title)


def _edited(found: Lookup, palette: QPalette) -> str:
    put_in = [f"[{one.text}]" for one in found.operations if isinstance(one, Insert | Gloss)]
    more = f", with {escape(', '.join(put_in))} put in" if put_in else ""
    return f"These are the words of <b>{_where(found)}</b>, edited{more}."


def _ambiguous(found: Lookup, palette: QPalette) -> str:
    listed = "; ".join(found.places[:MOST_PLACES])
    more = len(found.places) - MOST_PLACES
    rest = f" and {more} more" if more > 0 else ""
    return f"These words stand at several places: {escape(listed)}{rest}. Pick them there."


SAID: Mapping[Outcome, Callable[[Lookup, QPalette], str]] = {
    "exact": lambda found, _: f"These are the words of <b>{_where(found)}</b>.",
    "edited": _edited,
    "near": lambda found, palette: (
        f"Nearly the words of <b>{_where(found)}</b>:<br>"
        f"{difference_html(found.differences, palette)}"
    ),
    "ambiguous": _ambiguous,
    "none": lambda found, _: "",
}
"""What is said of each outcome, as rich text."""
