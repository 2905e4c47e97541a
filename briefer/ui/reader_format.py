"""How the reader sets a text: one block and character format for each role, mark and kind."""

from collections.abc import Iterator, Mapping

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from briefer.core.model import Kind, Mark, Place, Role, Source
from briefer.ui import theme
from briefer.ui.positions import shown_text

FAMILIES = ["Charter", "Source Serif 4", "Georgia", "Noto Serif", "DejaVu Serif", "serif"]
MEASURE = 72
"""Characters of a line."""

NUMBERS = 60
"""Pixels left of the text, for paragraph numbers."""

SIGNS = 60
"""Pixels right of the text, for the signs of picks."""

INDENT = 26
LINE_HEIGHT, HEAD_HEIGHT = 134.0, 116.0
"""Per cent, of words and of titles and headings."""

_SIZES: Mapping[Role, float] = {"title": 1.3, "heading": 1.12, "caption": 0.9, "footnote": 0.88}
_BOLD: tuple[Role, ...] = ("title", "heading")
_QUIET: tuple[Role, ...] = ("boilerplate", "footnote", "caption")

UNDERLINES: Mapping[Kind, QTextCharFormat.UnderlineStyle] = {
    "fact": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "quote": QTextCharFormat.UnderlineStyle.DotLine,
    "talking_point": QTextCharFormat.UnderlineStyle.DashUnderline,
}


def reading_font(size: float) -> QFont:
    """The font of the text, at a size in points."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(size)
    return font


def column_width(font: QFont) -> int:
    """The pixels that a line of MEASURE characters takes."""
    sample = "We meet today during the Protection of Civilians Week at a moment that compels us"
    return round(QFontMetricsF(font).horizontalAdvance(sample) / len(sample) * MEASURE)


def block_format(place: Place) -> QTextBlockFormat:
    """Spacing and indent of a paragraph."""
    block = QTextBlockFormat()
    is_head = place.role in _BOLD
    height = HEAD_HEIGHT if is_head else LINE_HEIGHT
    block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setTopMargin(14 if is_head else 0)
    block.setBottomMargin(5 if place.role == "list_item" else 10)
    if place.role in ("list_item", "quotation"):
        block.setLeftMargin(INDENT)
    if place.role == "quotation":
        block.setRightMargin(INDENT)
    if is_head:
        block.setHeadingLevel(1 if place.role == "title" else max(2, place.level))
    return block


def char_format(place: Place, palette: QPalette, size: float) -> QTextCharFormat:
    """Font and colour of a paragraph's words."""
    font = reading_font(size * _SIZES.get(place.role, 1.0))
    font.setBold(place.role in _BOLD)
    words = QTextCharFormat()
    words.setFont(font)
    is_quiet = place.role in _QUIET
    words.setForeground(
        theme.quiet(palette) if is_quiet else palette.color(QPalette.ColorRole.Text)
    )
    return words


def mark_format(mark: Mark) -> QTextCharFormat:
    """What a mark of the source changes."""
    words = QTextCharFormat()
    if mark.kind == "strong":
        words.setFontWeight(QFont.Weight.Bold)
    elif mark.kind == "emphasis":
        words.setFontItalic(True)
    return words


def pick_format(kind: Kind, palette: QPalette) -> QTextCharFormat:
    """How words that were picked look; the underline tells the kinds apart without colour."""
    colours = theme.kind_colours(kind, palette)
    words = QTextCharFormat()
    words.setBackground(colours.tint)
    words.setForeground(colours.text)
    words.setUnderlineStyle(UNDERLINES[kind])
    words.setUnderlineColor(colours.mark)
    return words


def fill(document: QTextDocument, source: Source, palette: QPalette, size: float) -> None:
    """Puts a source into an empty document: one block a paragraph, marks as formats."""
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(reading_font(size))
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(NUMBERS)
    frame.setRightMargin(SIGNS)
    frame.setTopMargin(18)
    frame.setBottomMargin(64)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    breaks = [mark for mark in source.marks if mark.kind == "line_break"]
    for place, broken in _with_marks(source.places, breaks):
        block, words = block_format(place), char_format(place, palette, size)
        if place is source.places[0]:
            block.setTopMargin(0)
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(words)
        else:
            cursor.insertBlock(block, words)
        cursor.insertText(shown_text(source.text, place, broken), words)
    cursor.endEditBlock()


def _with_marks(places: tuple[Place, ...], marks: list[Mark]) -> Iterator[tuple[Place, list[Mark]]]:
    """Each paragraph and the marks that begin in it; both are in order."""
    at = 0
    for place in places:
        first = at
        while at < len(marks) and marks[at].start < place.end:
            at += 1
        yield place, marks[first:at]
