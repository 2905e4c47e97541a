"""What the reader's text shows of the suggestions: dotted lines, hollow signs, the one chosen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QTextEdit

from briefer.core.model import Pick
from briefer.ui import reader_ink, theme
from briefer.ui.positions import Positions

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.extractors.suggestion import Words
    from briefer.services.suggestions import Proposed


BELOW = 3.5
"""Pixels of the dotted line below the baseline."""

COLUMNS = 2
"""Signs that stand beside one line; what does not fit is in the strip and in the list."""


class Suggested(Struct, frozen=True):
    """The suggestions shown in a text, also by the number of the paragraph, and the one chosen."""

    found: "Sequence[Proposed]" = ()
    by_block: "Mapping[int, Sequence[Proposed]]" = {}
    chosen: "Proposed | None" = None


def suggested(
    found: "Sequence[Proposed]", positions: Positions, chosen: "Proposed | None", before: Suggested
) -> Suggested:
    """The suggestions of one text (in its order), where only the chosen one may be another."""
    if found is before.found:
        return Suggested(found, before.by_block, chosen)
    by_block: dict[int, list[Proposed]] = {}
    for one in found:
        for block in positions.places_within(one.suggestion.start, one.suggestion.end):
            by_block.setdefault(block, []).append(one)
    return Suggested(found, by_block, chosen)


def unpicked(found: "Iterable[Proposed]", picks: Iterable[Pick]) -> "list[Proposed]":
    """The suggestions whose words no passage of these picks holds all of."""
    held: dict[str, list[tuple[int, int]]] = {}
    for pick in picks:
        for passage in pick.passages:
            ranges = held.setdefault(pick.source, [])
            ranges.append((passage.position.start, passage.position.end))
    return [
        one
        for one in found
        if not any(
            start <= one.suggestion.start and one.suggestion.end <= end
            for start, end in held.get(one.source, ())
        )
    ]


def marked(
    edit: QTextEdit, positions: Positions, shown: Suggested
) -> list[QTextEdit.ExtraSelection]:
    """Grounds behind the words of the suggestion chosen, and behind what names its speaker."""
    if shown.chosen is None:
        return []
    made, palette = shown.chosen.suggestion, edit.palette()
    words = QTextEdit.ExtraSelection()
    words.cursor = _cursor(edit, positions, made.start, made.end)
    words.format.setBackground(theme.kind_colours(shown.chosen.kind, palette).tint)
    return [words, *_cues(edit, positions, [made.speaker_cue, made.lead_in], palette)]


def _cues(
    edit: QTextEdit, positions: Positions, cues: "Iterable[Words]", palette: QPalette
) -> list[QTextEdit.ExtraSelection]:
    return [
        reader_ink.marked(_cursor(edit, positions, one.start, one.end), palette)
        for one in cues
        if one.text
    ]


def _cursor(edit: QTextEdit, positions: Positions, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(positions.to_widget(start))
    cursor.setPosition(positions.to_widget(end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def draw_lines(
    painter: QPainter,
    block: QTextBlock,
    found: "Sequence[Proposed]",
    positions: Positions,
    top: float,
    palette: QPalette,
) -> None:
    """Draws a dotted line under the words of each suggestion in a paragraph.

    `top` is how far the document is scrolled, as a negative number.
    """
    layout = block.layout()
    origin = layout.position() + QPointF(0, top)
    for one in found:
        painter.setPen(_pen(theme.kind_colours(one.kind, palette).mark))
        first = positions.to_widget(one.suggestion.start) - block.position()
        last = positions.to_widget(one.suggestion.end) - block.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(first, line.textStart())
            end = min(last, line.textStart() + line.textLength())
            end -= block.text()[start:end].endswith(" ")  # the one that the line breaks at
            if start < end:
                height = origin.y() + line.y() + line.ascent() + BELOW
                left, right = _x(line, start), _x(line, end)
                painter.drawLine(QLineF(origin.x() + left, height, origin.x() + right, height))


def _x(line: QTextLine, at: int) -> float:
    """The left edge of a position of a block in its line."""
    x, _ = cast(tuple[float, int], line.cursorToX(at))  # the stubs do not say what it gives
    return x


def _pen(mark: QColor) -> QPen:
    colour = QColor(mark)
    colour.setAlphaF(0.7)
    pen = QPen(colour, 1.2)
    pen.setDashPattern([1.0, 3.5])
    return pen


def draw_sign(painter: QPainter, one: "Proposed", area: QRectF, edit: QTextEdit) -> None:
    """The letter of a suggestion's kind in a hollow square: what is picked has a filled one."""
    mark = theme.kind_colours(one.kind, edit.palette()).mark
    painter.setPen(QPen(mark, 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    font = QFont(edit.font())
    font.setPointSizeF(font.pointSizeF() * 0.8)
    painter.setFont(font)
    painter.setPen(mark)
    letter = theme.SIGNS[one.kind].letter
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)
