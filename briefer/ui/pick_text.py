"""The words of a pick with what is done to them, to be read, selected and worked on by keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from briefer.core.describing import operation_words
from briefer.core.model import Pick, Source
from briefer.core.styles import Style
from briefer.ui import theme
from briefer.ui.pick_moves import MOVES, Spot
from briefer.ui.pick_segments import Look, Segment, SegmentMap, segments
from briefer.ui.reader_format import LINE_HEIGHT, reading_font

LARGER = 2
"""Points that the words are larger than those of the window."""

KEYS: Mapping[int, str] = {ord(move.key): move.name for move in MOVES}
"""Key of a letter -> the move it makes; Qt's keys of letters are their code points."""


class PickText(QTextEdit):
    """Shows a pick in its surroundings; only words of the pick itself can be worked on."""

    spot_changed = Signal()
    move_wanted = Signal(str)
    """The name of a move whose key was pressed."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._pick: Pick | None = None
        self._print: tuple[Style, str] = ("un", "en")
        self._map = SegmentMap(())
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Words of the source")
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setProperty("edged", True)
        self.document().setDocumentMargin(12)
        self.cursorPositionChanged.connect(self.spot_changed)
        self.selectionChanged.connect(self.spot_changed)

    def show_pick(self, pick: Pick, style: Style, language: str) -> None:
        """Shows the pick; the cursor stays at the word it is on."""
        before = self._offsets() if self._pick else (pick.start, pick.start)
        self._pick, self._print = pick, (style, language)
        shown = segments(pick, self._source, style, language)
        self._map = SegmentMap(shown)
        self.blockSignals(True)
        self._write(shown)
        self._place(before[1], before[1])
        self.blockSignals(False)
        self.spot_changed.emit()

    def _write(self, shown: tuple[Segment, ...]) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(8)
        cursor.setBlockFormat(block)
        size = self.font().pointSizeF() + LARGER
        palette = QGuiApplication.palette()  # a style sheet makes the widget's own quiet words pale
        for one in shown:
            cursor.insertText(one.text, char_format(one, palette, size))

    def spot(self) -> Spot | None:
        """The words selected or the place of the cursor, within the pick; None outside it."""
        if self._pick is None:
            return None
        start, end = sorted(self._offsets())
        selected = self._source.text[start:end]
        if selected.strip():
            start += len(selected) - len(selected.lstrip())
            end -= len(selected) - len(selected.rstrip())
        else:
            end = start
        for passage in self._pick.passages:
            first, last = passage.position.start, passage.position.end
            if start == end and first <= start <= last:
                return Spot(start, end)
            if start < last and first < end and start < end:
                return Spot(max(start, first), min(end, last))
        return None

    def reveal(self, start: int, end: int) -> None:
        """Selects a range of the source, as far as it is shown."""
        self._place(start, end)
        self.ensureCursorVisible()

    def _offsets(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return self._map.to_offset(cursor.anchor()), self._map.to_offset(cursor.position())

    def _place(self, start: int, end: int) -> None:
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(self._map.to_position(start), last))
        cursor.setPosition(min(self._map.to_position(end), last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = KEYS.get(event.key())
        plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if move and event.modifiers() in plain:
            self.move_wanted.emit(move)
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event), self)
            return True
        return super().event(event)

    def words_at(self, event: QHelpEvent) -> str:
        """What was done to the words under the pointer, in the original words; empty for nothing.

        Under the pointer lies the character before or after the cursor position nearest to it.
        """
        place = self.viewport().mapFromGlobal(event.globalPos())
        cursor = self.cursorForPosition(place)
        at = cursor.position() - (place.x() < self.cursorRect(cursor).left())
        found = self._map.at(at)
        if self._pick is None or found is None or found.operation is None:
            return ""
        return operation_words(self._pick, found.operation)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._pick:
            self.show_pick(self._pick, *self._print)


def char_format(one: Segment, palette: QPalette, size: float) -> QTextCharFormat:
    """How a segment looks: every look differs from the others without colour too."""
    font = reading_font(size)
    words = QTextCharFormat()
    words.setFont(font)
    words.setForeground(palette.color(QPalette.ColorRole.Text))
    if one.look == "context":
        words.setForeground(theme.quiet(palette))
    LOOKS.get(one.look, _plain)(words, palette)
    if one.emphasis == "omitted":
        words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    elif one.emphasis:
        words.setFontItalic(True)
    if one.emphasis == "added" and one.look == "words":
        words.setBackground(theme.kind_colours("quote", palette).tint)
    return words


def _plain(words: QTextCharFormat, palette: QPalette) -> None:
    """Words as they are."""


def _struck(words: QTextCharFormat, palette: QPalette) -> None:
    words.setForeground(theme.quiet(palette))
    words.setFontStrikeOut(True)


def _put_in(words: QTextCharFormat, palette: QPalette) -> None:
    colours = theme.kind_colours("fact", palette)
    words.setBackground(colours.tint)
    words.setForeground(colours.mark)


def _sic(words: QTextCharFormat, palette: QPalette) -> None:
    _put_in(words, palette)
    words.setFontCapitalization(QFont.Capitalization.SmallCaps)


def _changed(words: QTextCharFormat, palette: QPalette) -> None:
    _put_in(words, palette)
    words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)


def _redacted(words: QTextCharFormat, palette: QPalette) -> None:
    bar = QColor(palette.color(QPalette.ColorRole.Text))
    words.setBackground(bar)
    words.setForeground(bar)


LOOKS: Mapping[Look, Callable[[QTextCharFormat, QPalette], None]] = {
    "struck": _struck,
    "put in": _put_in,
    "sic": _sic,
    "changed": _changed,
    "redacted": _redacted,
}
