"""Differences word by word: what went is struck through, what came is underlined."""

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QPalette

from briefer.core.differences import Difference
from briefer.ui.theme import kind_colours, warning_colours


def difference_html(differences: Sequence[Difference], palette: QPalette) -> str:
    """The differences as rich text; a change of figures is marked so that none overlooks it."""
    return " ".join(_html(one, palette) for one in differences)


def _html(one: Difference, palette: QPalette) -> str:
    if one.op == "equal":
        return escape(one.found)
    gone = palette.color(QPalette.ColorRole.BrightText).name()
    came = kind_colours("talking_point", palette)
    ground = f";background-color:{warning_colours(palette).tint.name()}" if one.figure else ""
    parts = []
    if one.expected:
        parts.append(f'<s style="color:{gone}{ground}">{escape(one.expected)}</s>')
    if one.found:
        parts.append(f'<u style="color:{came.mark.name()}{ground}"><b>{escape(one.found)}</b></u>')
    figure = " <b>(a figure)</b>" if one.figure else ""
    return f"{' '.join(parts)}{figure}"


def difference_text(differences: Sequence[Difference]) -> str:
    """The differences in plain words, for those who cannot see how they look."""
    said = [
        f"{'Figure: ' if one.figure else ''}“{one.expected}” is now “{one.found}”."
        for one in differences
        if one.op != "equal"
    ]
    return " ".join(said)
