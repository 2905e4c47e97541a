"""The briefing as a model of two levels: sections, and the items in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from briefer.core.check import CheckedItem, Report
from briefer.core.edits import kind_of
from briefer.core.model import Briefing, Section, Source
from briefer.core.own_text import CheckedText
from briefer.ui.briefing_lines import ItemLine, SectionLine, item_line, section_line, takes_picks
from briefer.ui.figure_notes import NO_NOTES, Notes
from briefer.ui.mime import ITEMS, PASSAGE, items_from, items_mime, passage_from

LINE = Qt.ItemDataRole.UserRole
"""The SectionLine or ItemLine behind a row."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class BriefingModel(QAbstractItemModel):
    """Rows of sections; below each, rows of its items."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[SectionLine] = []
        self._items: list[list[ItemLine]] = []

    def show(
        self,
        briefing: Briefing,
        citations: Mapping[str, str],
        report: Report,
        sources: Mapping[str, Source],
        notes: Notes = NO_NOTES,
    ) -> bool:
        """Shows the briefing; gives whether rows came, went or moved (the model was reset)."""
        states: dict[str, CheckedItem | CheckedText] = {one.id: one for one in report.items}
        states |= {one.id: one for one in report.own}
        sections = [section_line(briefing, one) for one in briefing.sections]
        items = [
            [
                item_line(
                    briefing,
                    item,
                    sources,
                    citations.get(item.id, ""),
                    states.get(item.id),
                    notes.get(item.id, ()),
                )
                for item in one.items
            ]
            for one in briefing.sections
        ]
        if self._shape(sections, items) != self._shape(self._sections, self._items):
            self.beginResetModel()
            self._sections, self._items = sections, items
            self.endResetModel()
            return True
        before = (self._sections, self._items)
        self._sections, self._items = sections, items
        self._tell_changes(*before)
        return False

    def _shape(
        self, sections: Sequence[SectionLine], items: Sequence[Sequence[ItemLine]]
    ) -> list[tuple[str, list[str]]]:
        return [
            (line.section.key, [one.item.id for one in within])
            for line, within in zip(sections, items, strict=True)
        ]

    def _tell_changes(
        self, sections: Sequence[SectionLine], items: Sequence[Sequence[ItemLine]]
    ) -> None:
        for row, (old, new) in enumerate(zip(sections, self._sections, strict=True)):
            parent = self.index(row, 0)
            if old != new:
                self.dataChanged.emit(parent, parent)
            for place, (was, now) in enumerate(zip(items[row], self._items[row], strict=True)):
                if was != now:
                    changed = self.index(place, 0, parent)
                    self.dataChanged.emit(changed, changed)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    # Qt has two functions of this name; the stubs let a class define only both at once.
    def parent(self, child: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or not child.internalId():
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._sections)
        return 0 if parent.internalId() or parent.column() else len(self._items[parent.row()])

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index)
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken()
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, ItemLine):
            return line.tip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.internalId():
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [PASSAGE, ITEMS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return items_mime(self.ids(indexes))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def line(self, index: Index) -> SectionLine | ItemLine:
        """What a row shows."""
        if index.internalId():
            return self._items[index.internalId() - 1][index.row()]
        return self._sections[index.row()]

    def section_at(self, index: Index) -> Section | None:
        """The section that a row is or lies in."""
        if not index.isValid():
            return None
        return self._sections[(index.internalId() or index.row() + 1) - 1].section

    def ids(self, indexes: Sequence[QModelIndex]) -> list[str]:
        """The ids of the items among these rows, in the order of the briefing."""
        items = [index for index in indexes if index.isValid() and index.internalId()]
        items.sort(key=lambda index: (index.internalId(), index.row()))
        lines = [self.line(index) for index in items]
        return [line.item.id for line in lines if isinstance(line, ItemLine)]

    def of_item(self, item_id: str) -> QModelIndex:
        """The row of an item; an invalid index when it is not there."""
        for number, items in enumerate(self._items):
            for row, line in enumerate(items):
                if line.item.id == item_id:
                    return self.index(row, 0, self.index(number, 0))
        return QModelIndex()

    def of_section(self, key: str) -> QModelIndex:
        """The row of a section; an invalid index when it is not there."""
        for row, line in enumerate(self._sections):
            if line.section.key == key:
                return self.index(row, 0)
        return QModelIndex()

    def sections(self) -> list[Section]:
        """The sections in their order."""
        return [line.section for line in self._sections]

    def may_take(self, section: Section, mime: QMimeData) -> bool:
        """Whether the section accepts what is dragged."""
        if passage_from(mime) is not None:
            return takes_picks(section)
        ids = items_from(mime)
        if ids is None:
            return False
        dragged = [line.item for items in self._items for line in items if line.item.id in ids]
        return bool(dragged) and all(
            kind_of(item) in section.accepts or item in section.items for item in dragged
        )
