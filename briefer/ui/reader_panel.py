"""The reader: a source's record, its text with the picks shown, and the three ways to pick."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.model import KINDS, Kind, Pick, Place, Source
from briefer.core.query import Term
from briefer.ui import theme
from briefer.ui.elided import ElidedLabel
from briefer.ui.empty import EmptyPage
from briefer.ui.notice_strip import AlsoStrip
from briefer.ui.reader_record import RecordHead
from briefer.ui.reader_suggestions import ReaderSuggestions
from briefer.ui.reader_text import SourceText

HOW_TO = "Select words to pick them"


class ReaderPanel(QWidget):
    """Shows one source; wishes for picks are ranges in code points of its text."""

    pick_wanted = Signal(str, str, int, int)
    """Kind, source id, start, end."""
    pick_chosen = Signal(str)
    """The id of the pick that was clicked."""
    add_wanted = Signal()
    """The words selected are to be added to the quotation selected in the briefing."""
    lead_in_wanted = Signal()
    """The list item selected is to be picked with what leads into its list."""
    source_shown = Signal()
    """Another source is shown, or none."""
    uses_wanted = Signal()
    """Which briefings use the source is to be shown."""
    place_read = Signal()
    """The cursor was moved to another paragraph."""
    record_wanted = Signal(str)
    """The record of the source with this id is to be completed."""
    hint = Signal(str)
    """A word to the user, for the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._place: Place | None = None
        self._head = RecordHead()
        self.notice = self._head.notice
        self.also = AlsoStrip()
        self._text = SourceText()
        self.suggested = ReaderSuggestions(self._text)
        self._buttons = {kind: self._button(kind) for kind in KINDS}
        self._selected = ElidedLabel()
        self._selected.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._selected.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyPage("book-open", "Choose a source in the library to read it here.")
        )
        self._pages.addWidget(self._reading_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._text.words_selected.connect(self._show_selected)
        self._text.pick_wanted.connect(self._want)
        self._text.pick_chosen.connect(self.pick_chosen)
        self._text.add_wanted.connect(self.add_wanted)
        self._text.lead_in_wanted.connect(self.lead_in_wanted)
        self._text.hint.connect(self.hint)
        self.suggested.hint.connect(self.hint)
        self._text.uses_wanted.connect(self.uses_wanted)
        self._text.cursorPositionChanged.connect(self._moved)
        self._head.edit_wanted.connect(self._want_record)
        self.setFocusProxy(self._text)
        self._show_selected(0)

    def show_source(self, source: Source | None, picks: Sequence[Pick] = ()) -> None:
        """Shows a source from its beginning, with the picks made from it; None shows nothing."""
        self._source = source
        self._place = None
        self._text.show_source(source, picks)
        self.suggested.show_found((), picks)
        if source is not None:
            self._head.show_record(source)
        self.notice.show_notice(None)
        self.also.hide()
        self.source_shown.emit()
        self._pages.setCurrentIndex(0 if source is None else 1)

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Shows these picks in the text, those of other sources left out."""
        self._text.set_picks(picks)
        self.suggested.set_picks(picks)

    def set_record(self, source: Source) -> None:
        """Shows another record of the source that is shown, if it is, with this text."""
        now = self._source
        if now is not None and (now.id, now.text) == (source.id, source.text):
            self._source = source
            self._head.show_record(source)
            self._text.set_record(source)

    def mark(self, start: int, end: int) -> None:
        """Marks a range of the source and scrolls to it; -1 marks nothing."""
        self._text.mark(start, end)

    def offer_adding(self, source_id: str) -> None:
        """Offers to add words to a quotation from this source; to none for an empty id."""
        self._text.adds_to = source_id

    def reveal(self, start: int, end: int) -> None:
        """Scrolls to a range of the source, selects it and lights it for a moment."""
        if self._source is not None:
            self._text.reveal(start, end)

    def mark_words(self, terms: Sequence[Term]) -> None:
        """Shows where the words that were searched for stand, in this source and those to come."""
        self._text.mark_words(terms)

    def clear(self) -> None:
        """Shows no source."""
        self.show_source(None)

    def source(self) -> Source | None:
        """The source shown."""
        return self._source

    def selection(self) -> tuple[int, int] | None:
        """The range of the words selected, in code points of the source's text."""
        return self._text.selection()

    def place(self) -> Place | None:
        """The paragraph that the cursor is in."""
        block = self._text.textCursor().blockNumber()
        places = self._source.places if self._source else ()
        return places[block] if block < len(places) else None

    def want(self, kind: Kind) -> None:
        """Asks for the selected words as a pick, as the buttons and keys do."""
        self._text.want(kind)

    def _reading_page(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 10, 6)
        bar.setSpacing(2)
        for button in self._buttons.values():
            bar.addWidget(button)
        bar.addWidget(self._selected, 1)
        bar.addWidget(self.suggested.button)
        divider = QFrame()
        divider.setFrameShape(QFrame.Shape.HLine)
        divider.setForegroundRole(QPalette.ColorRole.Mid)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addLayout(bar)
        layout.addWidget(divider)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.suggested.strip)
        layout.addWidget(self.also)
        return page

    def _button(self, kind: Kind) -> QToolButton:
        sign = theme.SIGNS[kind]
        button = QToolButton()
        button.setText(f"{sign.name}  {sign.letter}")
        button.setIcon(theme.kind_icon(kind))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(f"Pick the selected words as a {sign.name.lower()}")
        button.setToolTip(f"{button.accessibleName()} ({sign.letter})")
        button.clicked.connect(lambda: self.want(kind))
        return button

    def _moved(self) -> None:
        place = self.place()
        if place != self._place:
            self._place = place
            self.also.hide()
            self.place_read.emit()

    def _want(self, kind: str, start: int, end: int) -> None:
        if self._source is not None:
            self.pick_wanted.emit(kind, self._source.id, start, end)

    def _want_record(self) -> None:
        if self._source is not None:
            self.record_wanted.emit(self._source.id)

    def _show_selected(self, words: int) -> None:
        for button in self._buttons.values():
            button.setEnabled(words > 0)
        counted = "1 word selected" if words == 1 else f"{words} words selected"
        self._selected.setText(counted if words else HOW_TO)
