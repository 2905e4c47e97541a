"""Cutting words into the lines of a given width, for rows that draw themselves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

CACHED = 4_000
"""Texts whose lines are remembered; beyond that all are forgotten and cut anew."""


class Wrapper:
    """Wraps texts and remembers how."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int, int], tuple[str, ...]] = {}

    def lines(self, text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
        """The text in lines no wider than `width`; the last of `most` lines ends in “…”."""
        key = (text, font.key(), width, most)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= CACHED:
                self._known.clear()
            known = self._known[key] = _wrap(" ".join(text.split("\n")), font, width, most)
        return known


def _wrap(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in UTF-16, Python does not
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start = 2 * line.textStart()
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le", "replace")
            lines.append(_elided(rest, font, width))
            break
        lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le", "replace"))
    layout.endLayout()
    return tuple(lines)


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
