"""The suggestions of the whole library as a window beside it: to narrow, to read, to pick."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefer.core.model import KINDS
from briefer.ui import theme
from briefer.ui.suggestion_strip import SuggestionStrip
from briefer.ui.suggestion_words import STRENGTHS, Sieve, measures_of
from briefer.ui.suggestions_model import SuggestionsModel

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.services.suggestions import Proposed


MOST = 200
"""Speakers and sources that a list to choose from holds, the most frequent first."""

PAUSE = 200
"""Milliseconds after the last letter typed before the list is narrowed."""

Choice = tuple[str, str]
"""What is chosen, and what it is called."""


class SuggestionChoices(Struct, frozen=True):
    """What suggestions can be narrowed to."""

    speakers: tuple[Choice, ...] = ()
    measures: tuple[Choice, ...] = ()
    sources: tuple[Choice, ...] = ()


def choices_of(
    found: "Iterable[Proposed]", measures: Mapping[str, str], titles: Mapping[str, str]
) -> SuggestionChoices:
    """What some suggestions can be narrowed to.

    `measures` is key -> name, `titles` id of a source -> title.
    """
    speakers, keys, sources = Counter[str](), Counter[str](), Counter[str]()
    for one in found:
        speakers[one.suggestion.speaker] += 1
        keys.update(measures_of(one.suggestion))
        sources[one.source] += 1
    del speakers[""]
    return SuggestionChoices(
        tuple((name, f"{name} ({count})") for name, count in speakers.most_common(MOST)),
        tuple((key, f"{measures.get(key, key)} ({n})") for key, n in keys.most_common(MOST)),
        tuple((id, f"{titles.get(id, id)} ({count})") for id, count in sources.most_common(MOST)),
    )


class SuggestionsView(QTreeView):
    """The rows; Return picks the current one."""

    picked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
        else:
            super().keyPressEvent(event)


class SuggestionsDialog(QDialog):
    """Lists suggestions; narrowing them, picking and rejecting is for others."""

    sieve_changed = Signal(object)
    """The Sieve."""
    place_wanted = Signal(str, int, int)
    """A source (id) and a range of it."""
    accepted_as = Signal(object, str)
    """The Proposed, and the kind that it is to be picked as."""
    rejected_it = Signal(object, bool)
    """The Proposed, and whether it is rejected or that is taken back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Suggestions")
        self.resize(900, 620)
        self._count = QLabel()
        self.text = QLineEdit()
        self.text.setPlaceholderText("Words in the suggestion")
        self.text.setAccessibleName("Words in the suggestion")
        self.text.setClearButtonEnabled(True)
        kinds = [(one, f"{theme.SIGNS[one].name}s") for one in KINDS]
        least = [(str(one), f"At least {words}") for one, words in STRENGTHS.items() if one > 1]
        self.boxes = {
            "kind": _box("Kind", "All kinds", kinds),
            "least": _box("Strength", "Of any strength", least),
            "speaker": _box("Speaker", "All speakers"),
            "measure": _box("Measure", "With or without figures"),
            "source": _box("Source", "All sources"),
        }
        self.again = QCheckBox("Rejected too")
        self._model = SuggestionsModel(self)
        self.view = self._make_view()
        self.strip = SuggestionStrip()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for one in buttons.buttons():
            if isinstance(one, QPushButton):
                one.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(self._filters())
        layout.addWidget(self._count)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.strip)
        layout.addWidget(buttons)
        self._connect()

    def _filters(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self.text, 0, 0, 1, 2)
        grid.addWidget(self.boxes["kind"], 0, 2)
        grid.addWidget(self.boxes["least"], 0, 3)
        grid.addWidget(self.boxes["speaker"], 1, 0)
        grid.addWidget(self.boxes["measure"], 1, 1)
        grid.addWidget(self.boxes["source"], 1, 2)
        grid.addWidget(self.again, 1, 3)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return grid

    def _make_view(self) -> SuggestionsView:
        view = SuggestionsView()
        view.setModel(self._model)
        view.setAccessibleName("Suggestions of the library")
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setProperty("edged", True)
        view.setIconSize(QSize(16, 16))
        view.setDragEnabled(True)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        view.header().setStretchLastSection(False)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 160), (2, 150), (3, 170)):
            view.setColumnWidth(column, width)
        return view

    def _connect(self) -> None:
        self._pause.timeout.connect(self._tell_sieve)
        self.text.textChanged.connect(lambda: self._pause.start())
        for box in self.boxes.values():
            box.activated.connect(self._tell_sieve)
        self.again.toggled.connect(self._tell_sieve)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.doubleClicked.connect(lambda _: self._lead())
        self.view.picked.connect(self.strip.accept)
        self.strip.accepted.connect(self.accepted_as)
        self.strip.rejected.connect(self.rejected_it)
        self.strip.moved.connect(self._step)

    def show_choices(self, choices: SuggestionChoices) -> None:
        """Shows what can be chosen; what is chosen stays, where it can."""
        for name, offered in (
            ("speaker", choices.speakers),
            ("measure", choices.measures),
            ("source", choices.sources),
        ):
            box = self.boxes[name]
            chosen = box.currentData()
            while box.count() > 1:
                box.removeItem(1)
            for value, words in offered:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def show_rows(self, rows: "Sequence[Proposed]", total: int, titles: Mapping[str, str]) -> None:
        """Shows these of all that were found; the current row stays as near as it can.

        `titles` is id of a source -> title.
        """
        before = max(0, self.view.currentIndex().row())
        self._model.show(rows, titles)
        noun = "suggestion" if total == 1 else "suggestions"
        shown = f"The first {len(rows)} of {total}" if len(rows) != total else str(total)
        self._count.setText(f"{shown} {noun}. Return picks, a double click shows the place.")
        self.strip.show_suggestion(None)
        if rows:
            # The first row is chosen without leading the reader there.
            self.view.setCurrentIndex(self._model.index(min(before, len(rows) - 1), 0))

    def sieve(self) -> Sieve:
        """What is to be shown."""
        data = {name: box.currentData() or "" for name, box in self.boxes.items()}
        made = Sieve(
            least=int(data["least"] or 1),
            speaker=data["speaker"],
            measure=data["measure"],
            source=data["source"],
            text=self.text.text().strip(),
            rejected=self.again.isChecked(),
        )
        return replace(made, kinds=frozenset([data["kind"]])) if data["kind"] else made

    def _tell_sieve(self) -> None:
        self.sieve_changed.emit(self.sieve())

    def _choose(self) -> None:
        self.strip.show_suggestion(self._model.at(self.view.currentIndex().row()))

    def _lead(self) -> None:
        one = self.strip.suggestion()
        if one is not None:
            self.place_wanted.emit(one.source, one.suggestion.start, one.suggestion.end)

    def _step(self, direction: int) -> None:
        row = self.view.currentIndex().row() + direction
        if self._model.at(row) is not None:
            self.view.setCurrentIndex(self._model.index(row, 0))
            self._lead()


def _box(name: str, every: str, choices: Iterable[Choice] = ()) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    box.addItem(every, "")
    for value, words in choices:
        box.addItem(words, value)
    return box
