"""How an item of a briefing is measured and drawn: sign, words, citation, state."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette, QPen

from briefer.core.model import Pick, Prose
from briefer.ui.briefing_lines import ItemLine, Tone
from briefer.ui.figure_notes import worst
from briefer.ui.row_drawing import LEFT, PAD, Fonts, Pen, Span
from briefer.ui.theme import SIGNS, draw_icon, is_dark, kind_colours, quiet, warning_colours

SIGN = 22
TEXT_AT = LEFT + SIGN + 10
MOST_LINES = 6

NARROW = 400
"""Pixels of a row in which there is room for the number of warnings alone."""


def item_height(shown: ItemLine, fonts: Fonts, width: int) -> int:
    """How high the row is at this width."""
    lines = len(_lines(shown, fonts, width)) + bool(_label(shown))
    small = 1 + bool(_comment(shown))
    text, beneath = QFontMetrics(fonts.plain), QFontMetrics(fonts.small)
    return PAD + lines * text.lineSpacing() + 4 + small * beneath.lineSpacing() + PAD


def _lines(shown: ItemLine, fonts: Fonts, width: int) -> tuple[str, ...]:
    return fonts.lines(shown.text(), fonts.plain, width - TEXT_AT - LEFT, MOST_LINES)


def _label(shown: ItemLine) -> str:
    return shown.item.label if isinstance(shown.item, Prose) else ""


def _comment(shown: ItemLine) -> str:
    if isinstance(shown.item, Pick) and shown.item.comment:
        return " ".join(f"Comment: {shown.item.comment}".split())
    return ""


def draw_item(pen: Pen, shown: ItemLine, *, is_selected: bool, is_under_mouse: bool) -> None:
    """Draws the row."""
    rect, fonts = pen.rect, pen.fonts
    pen.painter.fillRect(rect, _ground(pen.palette, is_selected, is_under_mouse))
    edge = QRect(rect.left() + TEXT_AT, rect.bottom(), rect.width() - TEXT_AT, 1)
    pen.painter.fillRect(edge, pen.colour(QPalette.ColorRole.Midlight))
    _draw_sign(pen, shown)
    left, top = rect.left() + TEXT_AT, rect.top() + PAD
    text = pen.colour(QPalette.ColorRole.Text)
    if label := _label(shown):
        pen.line(label, fonts.bold, text, left, top)
        top += QFontMetrics(fonts.plain).lineSpacing()
    lines, spans = _lines(shown, fonts, rect.width()), _spans(shown, quiet(pen.palette))
    top = pen.lines(lines, fonts.plain, text, left, top, spans) + 4
    if comment := _comment(shown):
        beneath = top + QFontMetrics(fonts.small).lineSpacing()
        pen.line(comment, fonts.small, quiet(pen.palette), left, beneath)
    _draw_foot(pen, shown, left, top)


def _ground(palette: QPalette, is_selected: bool, is_under_mouse: bool) -> QColor:
    if is_selected:
        tint = palette.color(QPalette.ColorRole.Accent)
        tint.setAlpha(52 if is_dark(palette) else 38)
        return tint
    role = QPalette.ColorRole.AlternateBase if is_under_mouse else QPalette.ColorRole.Base
    return palette.color(role)


def _draw_sign(pen: Pen, shown: ItemLine) -> None:
    """A letter on a tinted square for a pick; a pencil in a dashed frame for own text."""
    painter, item = pen.painter, shown.item
    box = QRectF(pen.rect.left() + LEFT, pen.rect.top() + PAD, SIGN, SIGN)
    if isinstance(item, Prose):
        painter.setPen(QPen(quiet(pen.palette), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        draw_icon(painter, "pencil", box.adjusted(5, 5, -5, -5), quiet(pen.palette))
        return
    colours = kind_colours(item.kind, pen.palette)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.tint)
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(pen.fonts.bold)
    painter.setPen(colours.mark)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[item.kind].letter)


def _spans(shown: ItemLine, editorial: QColor) -> Sequence[Span]:
    """The words of a pick that look otherwise: what was put in or left out, and emphasis."""
    spans, at = [], 0
    for piece in shown.words:
        end = at + len(piece.text)
        if piece.kind != "words" or piece.emphasis:
            colour = editorial if piece.kind != "words" else None
            spans.append(Span(at, end, colour, piece.emphasis))
        at = end
    return spans


def _draw_foot(pen: Pen, shown: ItemLine, left: int, top: int) -> None:
    """Where it is from at the left; at the right the outcome of its check."""
    if badge := shown.badge():
        pen.at_right(badge.text, tone_colour(badge.tone, pen.palette), top, badge.icon)
    if warnings := shown.warnings():
        is_narrow = pen.rect.width() < NARROW
        text = warnings.split()[0] if is_narrow else warnings
        pen.at_right(text, tone_colour("warning", pen.palette), top, "triangle-alert")
    for flag in shown.flags():
        pen.at_right(flag, tone_colour("warning", pen.palette), top, "triangle-alert")
    if note := worst(shown.notes):
        text = "" if pen.rect.width() < NARROW else note.badge
        pen.at_right(text, tone_colour("warning", pen.palette), top, note.icon)
    if isinstance(shown.item, Pick) and shown.item.review:
        pen.chip_at_right("to be reviewed", top)
    pen.line(shown.where(), pen.fonts.small, quiet(pen.palette), left, top)


def tone_colour(tone: Tone, palette: QPalette) -> QColor:
    """The colour of a badge; its icon and words say the same without it."""
    if tone == "good":
        return kind_colours("talking_point", palette).mark
    if tone == "quiet":
        return quiet(palette)
    if tone == "warning":
        return warning_colours(palette).mark
    return palette.color(QPalette.ColorRole.BrightText)
