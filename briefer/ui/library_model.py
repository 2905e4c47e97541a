"""The rows of the library: sources, or words found, and what each says of itself."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefer.core.record import text_of
from briefer.services.search import Hit
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
    return " · ".join(part for part in (*standing(line), *parts) if part)


def standing(line: SourceLine) -> tuple[str, ...]:
    """Whether a source was withdrawn, or is superseded, in a word each."""
    withdrawn = () if line.withdrawn is None else ("Withdrawn",)
    return (*withdrawn, "Superseded") if line.superseded_by else withdrawn


def kept(line: SourceLine) -> str:
    """What people said of a source: that it is withdrawn or superseded, and its tags."""
    states = ["Withdrawn"] if line.withdrawn is not None else []
    states += ["Newer version held"] if line.superseded_by else []
    return " · ".join([*states, *([f"Tags: {', '.join(line.tags)}"] if line.tags else [])])


def whereabouts(file: str, place: str) -> str:
    """The file and the paragraph in which words were found."""
    return f"{file} · {place}"


def sentence(row: Row) -> str:
    """The whole row, as a screen reader says it."""
    if isinstance(row, Hit):
        return f"{row.snippet} In {row.title}, {row.place}."
    said = [name(row), about(row), kept(row), unstated(row.record)]
    return " ".join(f"{one}." for one in said if one)


class RowsModel(QAbstractTableModel):
    """One column over a tuple of values, which may grow when its end is looked at."""

    more_wanted = Signal()
    """The end of the rows was reached, and there are more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._more = False

    def show(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Shows other rows; with `more`, further ones can be had."""
        self.beginResetModel()
        self._rows, self._more = tuple(rows), more
        self.endResetModel()

    def add(self, rows: Sequence[Row], *, more: bool) -> None:
        """Shows further rows behind the others."""
        self._more = more
        if rows:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(rows) - 1)
            self._rows += tuple(rows)
            self.endInsertRows()

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

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        if self.canFetchMore(parent):
            self._more = False  # asked for once; the rows that come say whether there are others
            self.more_wanted.emit()

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
    parts = (name(row), about(row), kept(row), unstated(row.record), row.file)
    return "\n".join(part for part in parts if part)
