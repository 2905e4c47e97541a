"""Suggestions as rows of a table: what they are, their words, who speaks, where they stand."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont

from briefer.ui import theme
from briefer.ui.mime import PASSAGE, passage_mime
from briefer.ui.suggestion_words import CERTAIN, STRENGTHS, reason, speaker_words

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.services.suggestions import Proposed


COLUMNS = ("Suggestion", "Words", "Speaker", "Source")
SOURCE = 3
"""The column that names the source."""

ROW_HEIGHT = 26
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROLE = Qt.ItemDataRole

NAMED = (ROLE.DisplayRole, ROLE.AccessibleTextRole)


class SuggestionsModel(QAbstractTableModel):
    """Rows are cut out of the suggestions when they are drawn: there may be very many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Proposed] = ()
        self._titles: Mapping[str, str] = {}

    def show(self, rows: "Sequence[Proposed]", titles: Mapping[str, str]) -> None:
        """Shows these; `titles` is id of a source -> title."""
        self.beginResetModel()
        self._rows, self._titles = rows, titles
        self.endResetModel()

    def at(self, row: int) -> "Proposed | None":
        """The suggestion of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        one = self.at(index.row()) if index.isValid() else None
        give = GIVES.get(role)
        if one is None or give is None:
            return None
        said = give(one, index.column())
        if index.column() == SOURCE and role in NAMED:
            return f"{self._titles.get(one.source, one.file)}, {said}"
        return said

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [PASSAGE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        one = self.at(indexes[0].row()) if indexes else None
        if one is None:
            return QMimeData()
        made = one.suggestion
        return passage_mime(one.source, made.start, made.end, one.words)


def said(one: "Proposed") -> str:
    """Why it is suggested and who speaks, with the words in full."""
    parts = (reason(one), speaker_words(one.suggestion), one.words)
    return "\n".join(part for part in parts if part)


def _cell(one: "Proposed", column: int) -> str:
    made = one.suggestion
    if column == 0:
        sign = theme.SIGNS[one.kind].name
        return f"{sign} · {'rejected' if one.is_rejected() else STRENGTHS[made.strength]}"
    if column == 1:
        return " ".join(one.words.split())
    if column == 2:
        return made.speaker or ("" if one.kind == "fact" else "not named")
    return made.place


def _sign(one: "Proposed", column: int) -> Any:
    if column == 0:
        return theme.kind_icon(one.kind)
    if column == 2 and one.suggestion.speaker:
        return theme.icon(CERTAIN[one.suggestion.certainty][1])
    return None


def _heard(one: "Proposed", column: int) -> str:
    return f"{_cell(one, column)}. {said(one)}" if column == 0 else _cell(one, column)


def _font(one: "Proposed", column: int) -> QFont | None:
    if not one.is_rejected():
        return None
    font = QFont()
    font.setStrikeOut(True)
    return font


GIVES: "Mapping[int, Callable[[Proposed, int], Any]]" = {
    ROLE.DisplayRole: _cell,
    ROLE.AccessibleTextRole: _heard,
    ROLE.ToolTipRole: lambda one, column: said(one),
    ROLE.DecorationRole: _sign,
    ROLE.SizeHintRole: lambda one, column: QSize(0, ROW_HEIGHT),
    ROLE.FontRole: _font,
}
"""What a cell says to each role of Qt's."""
