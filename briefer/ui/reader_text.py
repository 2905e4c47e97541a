"""The text of a source, read-only: picks shown in it, words selected, copied and dragged."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from briefer.core.lifting import stem
from briefer.core.model import KINDS, Kind, Pick, Source
from briefer.core.query import Term
from briefer.ui import (
    reader_format,
    reader_found,
    reader_ink,
    reader_margin,
    reader_suggested,
    theme,
)
from briefer.ui.mime import passage_mime
from briefer.ui.positions import Positions
from briefer.ui.reader_suggested import Suggested, suggested

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.services.suggestions import Proposed


KEYS: Mapping[int, Kind] = {
    Qt.Key.Key_F.value: "fact",
    Qt.Key.Key_Q.value: "quote",
    Qt.Key.Key_T.value: "talking_point",
}
SELECT_FIRST = "Select some words first."
LARGER = 2
"""Points that words to be read are larger than those of the window."""

FLASH = 900
"""Milliseconds that a revealed passage is lit."""


class SourceText(QTextEdit):
    """Shows one source. Everything it says is a range in code points of the source's text."""

    pick_wanted = Signal(str, int, int)
    pick_chosen = Signal(str)
    cursor_moved = Signal(int)
    """The code point that the cursor stands before now."""
    words_selected = Signal(int)
    """How many words are selected."""
    add_wanted = Signal()
    lead_in_wanted = Signal()
    uses_wanted = Signal()
    hint = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._picks: tuple[Pick, ...] = ()
        self.adds_to = ""
        """The source of the quotation that words may be added to; empty for none."""
        self._terms: tuple[Term, ...] = ()
        self._evidence: list[QTextEdit.ExtraSelection] = []
        self._suggested = Suggested()
        self._positions = Positions("", ())
        self._own_document: QTextDocument | None = None
        self._size = self.font().pointSizeF() + LARGER
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH)
        self._flashed = (0, 0)
        self._laid_out = QSize()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Text of the source")
        self.setCursorWidth(2)
        self._flash.valueChanged.connect(self.viewport().update)
        self.selectionChanged.connect(self._say_selected)
        self.cursorPositionChanged.connect(
            lambda: self.cursor_moved.emit(self._positions.to_offset(self.textCursor().position()))
        )
        self._copy_cited = QAction("Copy with citation", self)
        self._copy_cited.setShortcut("Ctrl+Shift+C")
        self._copy_cited.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_cited.triggered.connect(self.copy_with_citation)
        self.addAction(self._copy_cited)

    def show_source(self, source: Source | None, picks: Sequence[Pick]) -> None:
        """Shows another source from its beginning, or none."""
        self._source = source
        self._positions = Positions(source.text, source.places) if source else Positions("", ())
        self._picks = reader_ink.shown_in(self._source, picks)
        self._evidence = []
        self._suggested = Suggested()
        self._flash.stop()
        self._rebuild()
        self._say_selected()

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Shows these picks in place of those before.

        Words that have just been picked are no longer selected, so that the pick can be seen.
        """
        before, self._picks = self._picks, reader_ink.shown_in(self._source, picks)
        if self.selection() in [(one.start, one.end) for one in set(self._picks) - set(before)]:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        changed = set(before) ^ set(self._picks)
        self._restyle(reader_ink.touched(self._positions, changed))

    def selection(self) -> tuple[int, int] | None:
        """The range of the words selected, white space at the ends left out."""
        cursor = self.textCursor()
        return self._positions.words(cursor.anchor(), cursor.position())

    def reveal(self, start: int, end: int) -> None:
        """Selects a range, scrolls to it, and lights it for a moment."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_widget(start))
        self.setTextCursor(cursor)  # lays the text out as far as this
        scroll_to(self, cursor)
        bar = self.verticalScrollBar()
        cursor.setPosition(self._positions.to_widget(end), QTextCursor.MoveMode.KeepAnchor)
        value = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(value)
        self._flashed = (start, end)
        self._flash.start()

    def set_record(self, source: Source) -> None:
        """Takes another record of the source that is shown; its text is the same."""
        self._source = source

    def mark(self, start: int, end: int) -> None:
        """Marks a range, scrolls to it, and lights it for a moment; -1 marks nothing.

        What is selected stays selected.
        """
        self._evidence = []
        if self._source is None or start < 0:
            self._show_found()
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_widget(start))
        scroll_to(self, cursor)
        cursor.setPosition(self._positions.to_widget(end), QTextCursor.MoveMode.KeepAnchor)
        self._evidence = [reader_ink.marked(cursor, self.palette())]
        self._show_found()
        self._flashed = (start, end)
        self._flash.start()

    def mark_words(self, terms: Sequence[Term]) -> None:
        """Shows where the words that were searched for stand, in this source and those to come."""
        self._terms = tuple(terms)
        self._show_found()

    def set_suggestions(self, found: "Sequence[Proposed]", chosen: "Proposed | None") -> None:
        """Shows these suggestions of the source, one of them as the chosen one."""
        before = self._suggested
        self._suggested = suggested(found, self._positions, chosen, before)
        if chosen != before.chosen:
            self._show_found()
        self.viewport().update()

    def _show_found(self) -> None:
        text = self._source.text if self._source else ""
        parts = (self.document(), text, self._positions, self._terms, self.palette())
        shown = self._evidence or reader_suggested.marked(self, self._positions, self._suggested)
        self.setExtraSelections([*reader_found.marked(*parts), *shown])

    def want(self, kind: Kind) -> None:
        """Wishes the selected words as a pick; says what to do when there are none."""
        words = self.selection()
        if words is None:
            self.hint.emit(SELECT_FIRST)
        else:
            self.pick_wanted.emit(kind, *words)

    def copy_with_citation(self) -> None:
        """Copies the selected words with their title and paragraph."""
        words = self.selection()
        if words is None or self._source is None:
            self.hint.emit(SELECT_FIRST)
            return
        place = self._source.place_at(words[0])
        cited = f"{self._source.name()}, {place.label()}" if place else self._source.name()
        QGuiApplication.clipboard().setText(f"“{self._source.text[slice(*words)]}” ({cited})")

    def picks_at(self, offset: int) -> list[Pick]:
        """The picks that hold a code point, the shortest first."""
        found = [
            pick
            for pick in self._picks
            if any(one.position.start <= offset < one.position.end for one in pick.passages)
        ]
        return sorted(found, key=lambda pick: pick.end - pick.start)

    def _rebuild(self) -> None:
        """Makes the document anew; off the widget, so that nothing is laid out twice."""
        document = QTextDocument(self)
        if self._source is not None:
            reader_format.fill(document, self._source, self.palette(), self._size)
        self.setDocument(document)
        if self._own_document is not None:
            self._own_document.deleteLater()
        self._own_document = document
        self._restyle(reader_ink.inked(self._source, self._positions, self._picks))
        self._fit_column()
        self._show_found()

    def _restyle(self, blocks: set[int]) -> None:
        if self._source is not None:
            ink = reader_ink.Ink(self.document(), self._source, self._positions)
            ink.restyle(blocks, self._picks, self.palette(), self._size)
            self.viewport().update()

    def _fit_column(self) -> None:
        """Centres a column of a readable width."""
        wanted = (
            reader_format.column_width(reader_format.reading_font(self._size))
            + reader_format.NUMBERS
            + reader_format.SIGNS
        )
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - wanted
        left = max(0, spare // 2)
        right = max(0, spare - left)  # the column's width never changes by the odd pixel
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def _say_selected(self) -> None:
        words = self.selection()
        text = self._source.text[slice(*words)] if self._source and words else ""
        self.words_selected.emit(len(text.split()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_column()  # first: what comes after lays the text out in the width that is left
        before, self._laid_out = self._laid_out, self.viewport().size()
        super().resizeEvent(QResizeEvent(self._laid_out, before))  # nothing to do if it is equal

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _CHANGES_LOOKS and self._source is not None:
            self._size = self.font().pointSizeF() + LARGER
            cursor, value = self.textCursor(), self.verticalScrollBar().value()
            anchor, position = cursor.anchor(), cursor.position()
            self._rebuild()
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kind = KEYS.get(event.key())
        if kind and event.modifiers() in (_NONE, Qt.KeyboardModifier.ShiftModifier):
            self.want(kind)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_at(self.textCursor().position())
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoomIn()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoomOut()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose_at(self.cursorForPosition(event.position().toPoint()).position())

    def _choose_at(self, position: int) -> None:
        picks = self.picks_at(self._positions.to_offset(position))
        if picks:
            self.pick_chosen.emit(picks[0].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """What can be done with the words selected."""
        menu = QMenu(self)
        for kind in KINDS:
            sign = theme.SIGNS[kind]
            action = menu.addAction(theme.kind_icon(kind), f"{sign.name}\t{sign.letter}")
            action.triggered.connect(lambda _=False, kind=kind: self.want(kind))
        self._offer_passages(menu)
        menu.addSeparator()
        menu.addAction(theme.icon("copy"), "Copy\tCtrl+C", self.copy)
        menu.addAction("Copy with citation\tCtrl+Shift+C", self.copy_with_citation)
        has_words = self.selection() is not None
        for action in menu.actions():
            action.setEnabled(has_words)
        menu.addSeparator()
        menu.addAction("Where is this source used…", self.uses_wanted.emit)
        return menu

    def _offer_passages(self, menu: QMenu) -> None:
        """Adds what makes a quotation of several passages, where the words allow it."""
        words = self.selection()
        if self._source is None or words is None:
            return
        if stem(self._source, words[0]) is not None:
            menu.addAction("Quote with its lead-in\tCtrl+L", self.lead_in_wanted.emit)
        if self._source.id == self.adds_to:
            menu.addAction("Add to the selected quotation\tCtrl+J", self.add_wanted.emit)

    def createMimeDataFromSelection(self) -> QMimeData:
        words = self.selection()
        if words is None or self._source is None:
            return QMimeData()
        return passage_mime(self._source.id, *words, self._source.text[slice(*words)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._source is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = reader_margin.View(self, self._source, self._positions)
        light = self._flash.currentValue() if self._flash.state().value else 0.0
        if light:
            view.draw_light(painter, *self._flashed, float(light))
        view.draw_margins(painter, self._picks, self._suggested)
        painter.end()
        super().paintEvent(event)


_NONE = Qt.KeyboardModifier.NoModifier
_CHANGES_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)


def scroll_to(text: QTextEdit, cursor: QTextCursor) -> None:
    """Scrolls a text so that a cursor stands in its upper part, where it does not already."""
    top = text.cursorRect(cursor).top()
    bar = text.verticalScrollBar()
    height = text.viewport().height()
    if not 0.1 * height <= top <= 0.6 * height:
        bar.setValue(bar.value() + top - height // 4)
