"""The words searched for, shown where they stand in the text of the reader."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtGui import QColor, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from briefer.core.folds import searchable
from briefer.core.found import sought
from briefer.core.query import Term
from briefer.ui.positions import Positions

MOST = 500
"""Places that are marked of each word; a text that holds it more often needs no marks."""


def ground(palette: QPalette) -> QColor:
    """The colour behind words that were found."""
    colour = QColor(palette.color(QPalette.ColorRole.Accent))
    colour.setAlphaF(0.22)
    return colour


def marked(
    document: QTextDocument,
    text: str,
    positions: Positions,
    terms: Sequence[Term],
    palette: QPalette,
) -> list[QTextEdit.ExtraSelection]:
    """A ground for each place of a source's text in which a term stands."""
    found = []
    folded = searchable(text) if terms else ""
    for term in sought(terms):
        for start, end in islice(term.ranges(folded), MOST):
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(document)
            cursor.setPosition(positions.to_widget(start))
            cursor.setPosition(positions.to_widget(end), QTextCursor.MoveMode.KeepAnchor)
            one.cursor = cursor
            one.format.setBackground(ground(palette))
            found.append(one)
    return found
