"""How a section of a briefing is measured and drawn: heading, count, guidance."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QPalette

from briefer.ui.briefing_lines import SectionLine, is_gap, takes_picks
from briefer.ui.row_drawing import LEFT, PAD, Fonts, Pen
from briefer.ui.theme import line, quiet, warning_colours

BAR = 4
"""Width of the bar at the side of the section that picks go to."""

NOTE_LINES = 3
GENERATED = "Made from what you cite when you export."
HERE = "picks go here"


def section_height(shown: SectionLine, fonts: Fonts, width: int) -> int:
    """How high the row is at this width."""
    height = PAD + QFontMetrics(fonts.bold).height() + PAD - 1
    if note := _note(shown):
        lines = fonts.lines(note, fonts.italic, width - 2 * LEFT, NOTE_LINES)
        height += len(lines) * QFontMetrics(fonts.italic).lineSpacing() + 4
    return height


def _note(shown: SectionLine) -> str:
    """What stands under the heading of a section that holds nothing."""
    section = shown.section
    if section.generated:
        return GENERATED
    return "" if section.items else section.guidance


def draw_section(pen: Pen, shown: SectionLine, *, is_current: bool) -> None:
    """Draws the row; the section that picks go to is tinted and says so."""
    _draw_ground(pen, is_current)
    fonts, rect = pen.fonts, pen.rect
    metrics = QFontMetrics(fonts.bold)
    top = rect.top() + PAD
    # Small words share the heading's base line.
    beside = top + metrics.ascent() - QFontMetrics(fonts.small).ascent()
    _draw_count(pen, shown, beside)
    if is_current and takes_picks(shown.section):
        pen.at_right(HERE, pen.colour(QPalette.ColorRole.Accent), beside)
    if is_gap(shown.section):
        pen.chip_at_right("required", beside)
    text = pen.colour(QPalette.ColorRole.Text)
    pen.line(shown.section.heading, fonts.bold, text, rect.left() + LEFT, top)
    if note := _note(shown):
        lines = fonts.lines(note, fonts.italic, rect.width() - 2 * LEFT, NOTE_LINES)
        beneath = top + metrics.height() + 4
        pen.lines(lines, fonts.italic, quiet(pen.palette), rect.left() + LEFT, beneath)


def _draw_ground(pen: Pen, is_current: bool) -> None:
    painter, rect = pen.painter, pen.rect
    painter.fillRect(rect, pen.colour(QPalette.ColorRole.Midlight))
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), line(pen.palette))
    if is_current:
        accent = pen.colour(QPalette.ColorRole.Accent)
        tint = QColor(accent)
        tint.setAlpha(34)
        painter.fillRect(rect, tint)
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), accent)


def _draw_count(pen: Pen, shown: SectionLine, top: int) -> None:
    """Items and words against their limits, with a warning sign when they are over."""
    if not shown.count:
        return
    if shown.excess:
        colour = warning_colours(pen.palette).mark
        pen.at_right(f"over: {shown.count}", colour, top, "triangle-alert")
    else:
        pen.at_right(shown.count, quiet(pen.palette), top)
