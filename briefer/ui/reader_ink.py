"""What is laid over the reader's text: the marks of the source, and the picks made from it."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from briefer.core.model import Pick, Source
from briefer.ui import theme
from briefer.ui.positions import Positions
from briefer.ui.reader_format import char_format, mark_format, pick_format


def touched(positions: Positions, picks: Iterable[Pick]) -> set[int]:
    """The numbers (from 0) of the paragraphs that picks stand in."""
    return {
        block
        for pick in picks
        for passage in pick.passages
        for block in positions.places_within(passage.position.start, passage.position.end)
    }


def inked(source: Source | None, positions: Positions, picks: Iterable[Pick]) -> set[int]:
    """The paragraphs that hold more than plain words: emphasis, or a pick."""
    marks = source.marks if source else ()
    marked = {
        positions.places_within(mark.start, mark.end)[0]
        for mark in marks
        if mark.kind != "line_break"
    }
    return marked | touched(positions, picks)


class Ink:
    """Puts formats on a document that holds a source; real ones, which screen readers see."""

    def __init__(self, document: QTextDocument, source: Source, positions: Positions) -> None:
        self._cursor = QTextCursor(document)
        self._source = source
        self._positions = positions

    def restyle(
        self, blocks: set[int], picks: Sequence[Pick], palette: QPalette, size: float
    ) -> None:
        """Sets the formats of some paragraphs: their role's, then marks, then picks."""
        self._cursor.beginEditBlock()
        for block in blocks:
            place = self._source.places[block]
            self._span(place.start, place.end)
            self._cursor.setCharFormat(char_format(place, palette, size))
        for mark in self._source.marks:
            if self._positions.places_within(mark.start, mark.end)[0] in blocks:
                self._span(mark.start, mark.end)
                self._cursor.mergeCharFormat(mark_format(mark))
        for pick in sorted(picks, key=lambda one: one.start - one.end):  # the short ones on top
            if touched(self._positions, [pick]) & blocks:
                look = pick_format(pick.kind, palette)
                for passage in pick.passages:
                    self._span(passage.position.start, passage.position.end)
                    self._cursor.mergeCharFormat(look)
        self._cursor.endEditBlock()

    def _span(self, start: int, end: int) -> None:
        self._cursor.setPosition(self._positions.to_widget(start))
        self._cursor.setPosition(self._positions.to_widget(end), QTextCursor.MoveMode.KeepAnchor)


def marked(cursor: QTextCursor, palette: QPalette) -> QTextEdit.ExtraSelection:
    """The words of a cursor as those that say what a field of the source record says."""
    colours = theme.warning_colours(palette)
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format.setBackground(colours.tint)
    mark.format.setForeground(colours.text)
    return mark


def shown_in(source: Source | None, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """The picks of a source whose places exist in it."""
    if source is None:
        return ()
    return tuple(
        pick for pick in picks if pick.source == source.id and pick.end <= len(source.text)
    )
