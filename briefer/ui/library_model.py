"""The rows of the library: sources, or words found, and what each says of itself."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.core.folds import begins_words, plain
from briefer.core.record import text_of
from briefer.services.library import Hit
from briefer.store import SourceLine
from briefer.ui.record_words import unstated, when, who

Row = SourceLine | Hit
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The row's value itself: one call gives the delegate all it paints."""

NOWHERE = QModelIndex()


def name(line: SourceLine) -> str:
    """What a source is called: its title, or its file name."""
    return text_of(line.record, "title") or line.file


def about(line: SourceLine) -> str:
    """Who, when and how long, in one line."""
    words = "1 word" if line.words == 1 else f"{line.words:,} words"
    unproven = "text unproven" if line.unproven else ""
    parts = (who(line.record), when(line.record), words, unproven)
    return " · ".join(part for part in parts if part)


def whereabouts(file: str, place: str) -> str:
    """The file and the paragraph in which words were found."""
    return f"{file} · {place}"


def sentence(row: Row) -> str:
    """The whole row, as a screen reader says it."""
    if isinstance(row, Hit):
        return f"{row.snippet} In {row.title}, {row.place}."
    gaps = unstated(row.record)
    return f"{name(row)}. {about(row)}.{f' {gaps}.' if gaps else ''}"


def found_words(snippet: str, words: str) -> list[tuple[int, int]]:
    """The ranges of a snippet that the words searched for stand in."""
    folded = plain(snippet)
    found = []
    for word in words.split():
        expression = begins_words(word)
        for match in expression.finditer(folded) if expression else ():
            rest = re.compile(r"[^\W_]*").match(folded, match.end())
            found.append((match.start(), rest.end() if rest else match.end()))
    return sorted(found)


class RowsModel(QAbstractTableModel):
    """One column over a tuple of values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.words = ""
        """What was searched for, when the rows are words found."""

    def show(self, rows: Sequence[Row], words: str = "") -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.words = words
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The value at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rows(self) -> tuple[Row, ...]:
        """All values, in order."""
        return self._rows

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.snippet if isinstance(row, Hit) else name(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return sentence(row)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row)
            case _:
                return None


def _tip(row: Row) -> str:
    if isinstance(row, Hit):
        return f"{row.title}\n{row.place}"
    parts = (name(row), about(row), unstated(row.record), row.file)
    return "\n".join(part for part in parts if part)
