"""Files and folders that are dropped anywhere on the window."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

Take = Callable[[Path], object]


class Drops(QObject):
    """Takes what no panel takes: a briefing is opened, a library taken over, the rest imported."""

    def __init__(
        self, window: QWidget, by_ending: Mapping[str, Take], others: Callable[[list[Path]], object]
    ) -> None:
        """`by_ending` is for a single file of that ending, `others` for all else."""
        super().__init__(window)
        self._by_ending = by_ending
        self._others = others
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        if not isinstance(event, QDropEvent) or not (files := dropped(event)):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.take(files)
        return True

    def take(self, files: list[Path]) -> None:
        """Does what fits these files."""
        take = self._by_ending.get(files[0].suffix.lower()) if len(files) == 1 else None
        if take is not None:
            take(files[0])
        else:
            self._others(files)


def dropped(event: QDropEvent) -> list[Path]:
    """The files and folders that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
