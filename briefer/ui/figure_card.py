"""The card of the register: two values side by side, the verdict, and what can be decided."""

from collections.abc import Mapping, Sequence
from html import escape
from textwrap import shorten

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.decisions import Decision, Key, Verdict, key_of
from briefer.core.measures import Measure
from briefer.core.register import VERDICTS, Group
from briefer.core.statements import Statement
from briefer.ui import theme
from briefer.ui.elided import ElidedLabel
from briefer.ui.figure_words import (
    LEVEL_ICONS,
    Origin,
    Pair,
    decision_words,
    pair_shown,
    said,
    statement_html,
    worst_pair,
)

SIDES = ("left", "right")
TITLE = 36
"""Characters of a title in a list to choose from."""

LISTED = 100
"""Statements of a group that can be chosen for a side."""

ACTS: tuple[tuple[str, str, Verdict, int | None], ...] = (
    ("Use the left", "Use the value at the left", "keep", 0),
    ("Use the right", "Use the value at the right", "keep", 1),
    ("Both, with dates", "Use both, each with its date", "both_dated", None),
    ("Robust wording", "Use a wording that is true of both", "robust", None),
    ("Disputed", "Mark them as disputed", "disputed", None),
    ("Not the same thing", "They are not about the same thing", "not_same", None),
)
"""The buttons: text, what is said of it, the verdict, which of the two is kept."""

ALONE = "Choose another statement of this measure to set beside it, if there is one."

Decisions = Mapping[tuple[Key, Key], Decision]


class CardGroup(Struct, frozen=True):
    """What a card shows: a group, its measure, its sources, and what was decided."""

    group: Group
    measure: Measure | None
    origins: Mapping[str, Origin]
    decisions: Decisions
    before: Sequence[Decision] = ()
    """All that was ever decided, the oldest first."""


class FigureCard(QWidget):
    """Shows two statements of a group; says what is decided about them."""

    decided = Signal(object)
    """The Decision."""
    place_wanted = Signal(str, int, int)
    """A source (id) and a range of it."""
    paired = Signal(object)
    """Other statements are shown: who speaks is asked for."""
    measure_wanted = Signal(object)
    """The keys of statements that are to be given another measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CardGroup | None = None
        self._pair: Pair | None = None
        self._alone: Statement | None = None
        self._speakers: Mapping[Key, str] = {}
        self.title, self.sign, self.verdict = QLabel(), QLabel(), QLabel()
        self.verdict.setWordWrap(True)
        self.near = ElidedLabel()
        self.near.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.before = QLabel()
        self.before.setWordWrap(True)
        self.before.setTextFormat(Qt.TextFormat.PlainText)
        self.choices = [_choice(side) for side in SIDES]
        self.words = [_words(side) for side in SIDES]
        self.measures = [_button("Measure…", "Give it another measure") for _ in SIDES]
        self.places = [_button("Show in source", "Show where it stands") for _ in SIDES]
        self.name = _button("Name the group…", "Give all statements of this group one measure")
        self.back = _button("Take back", "Take back what was decided about these two")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Reason (kept with the decision)")
        self.reason.setAccessibleName("Reason for the decision")
        self.acts = {text: _act(text, tip) for text, tip, _, _ in ACTS}
        self._lay_out()
        self._connect()
        self.show_group(None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for column in range(2):
            grid.addWidget(self.choices[column], 0, column)
            grid.addWidget(self.words[column], 1, column)
            row = QHBoxLayout()
            row.addWidget(self.places[column])
            row.addWidget(self.measures[column])
            row.addStretch(1)
            grid.addLayout(row, 2, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        verdict = QHBoxLayout()
        verdict.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self.verdict, 1)
        past = QHBoxLayout()
        past.addWidget(self.before, 1)
        past.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        for button in self.acts.values():
            acts.addWidget(button)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addLayout(grid, 1)
        layout.addLayout(verdict)
        layout.addWidget(self.near)
        layout.addLayout(past)
        layout.addWidget(self.reason)
        layout.addLayout(acts)

    def _connect(self) -> None:
        for side in range(2):
            self.choices[side].activated.connect(self._choose)
            self.places[side].clicked.connect(lambda _=False, side=side: self._lead(side))
            self.measures[side].clicked.connect(lambda _=False, side=side: self._assign(side))
        self.name.clicked.connect(self._assign_all)
        self.back.clicked.connect(lambda: self._decide("open", None))
        for text, _, verdict, kept in ACTS:
            self.acts[text].clicked.connect(
                lambda _=False, verdict=verdict, kept=kept: self._decide(verdict, kept)
            )

    def show_group(self, shown: CardGroup | None, pair: tuple[Key, Key] | None = None) -> None:
        """Shows a group, first these two statements of it or else its worst pair."""
        self._shown = shown
        self._pair = self._alone = None
        self.setEnabled(shown is not None)
        if shown is None:
            self.title.setText("")
            for one in self.words:
                one.clear()
            self._show_pair()
            return
        possible = " (possible: put together by their words)" if shown.group.possible else ""
        self.title.setText(f"<b>{escape(shown.group.name)}</b>{possible}")
        self.near.setText(_near(shown))
        self.near.setToolTip(_near(shown))
        self.near.setVisible(bool(shown.group.near))
        found = shown.group.statements
        named = {key_of(one): one for one in found}
        if pair and pair[0] == pair[1]:
            self._alone = named.get(pair[0])
        elif pair and pair[0] in named and pair[1] in named:
            self._pair = self._compared(named[pair[0]], named[pair[1]])
        else:
            self._pair = worst_pair(shown.group, shown.measure, shown.decisions)
            self._alone = None if self._pair else found[0]
        self._fill_choices()
        self._show_pair()

    def pair(self) -> Pair | None:
        """The two statements shown."""
        return self._pair

    def keys(self) -> tuple[Key, Key] | None:
        """What the two statements shown are known by."""
        return (key_of(self._pair.one), key_of(self._pair.two)) if self._pair else None

    def _compared(self, one: Statement, two: Statement) -> Pair:
        shown = self._shown
        measure, decisions = (shown.measure, shown.decisions) if shown else (None, {})
        return pair_shown(one, two, measure, decisions)

    def _fill_choices(self) -> None:
        shown = self._shown
        found = shown.group.statements[:LISTED] if shown else ()
        for side, box in enumerate(self.choices):
            with QSignalBlocker(box):
                box.clear()
                for one in found:
                    title = shown.origins[one.source].title if shown else ""
                    short = shorten(title, TITLE, placeholder=" …")
                    box.addItem(f"{said(one)} · {one.place} · {short}", one)
                chosen = self._side(side)
                box.setCurrentIndex(next((n for n, one in enumerate(found) if one is chosen), -1))
            box.setVisible(len(found) > 2)

    def _choose(self) -> None:
        one, two = (box.currentData() for box in self.choices)
        if one is not None and two is not None:
            self._pair = self._compared(one, two)
            self._show_pair()

    def _show_pair(self) -> None:
        pair, shown, alone = self._pair, self._shown, self._alone
        self._show_words()
        differ = pair is not None and key_of(pair.one) != key_of(pair.two)
        for button in (*self.acts.values(), self.reason):
            button.setEnabled(differ)
        self.reason.setText(pair.decision.reason if pair and pair.decision else "")
        if pair is None:
            self.sign.clear()
            self.verdict.setText(ALONE if alone else "")
            self._show_before([])
            return
        level = pair.compared.level
        self.sign.setPixmap(theme.icon(LEVEL_ICONS[level]).pixmap(QSize(18, 18)))
        verdict = VERDICTS[level]
        self.verdict.setText(
            f"<b>{verdict[0].upper()}{verdict[1:]}</b>: {escape(pair.compared.why)}"
        )
        self.paired.emit([pair.one, pair.two])
        about = {key_of(pair.one), key_of(pair.two)}
        past = [one for one in shown.before if {one.one, one.two} == about] if shown else []
        self._show_before(past)

    def show_speakers(self, speakers: Mapping[Key, str]) -> None:
        """Shows who says what, as far as that is known better than from the source's record."""
        self._speakers = speakers
        self._show_words()

    def _show_words(self) -> None:
        for side, words in enumerate(self.words):
            one = self._side(side)
            if one is None:
                words.clear()
                continue
            origin = self._shown.origins.get(one.source) if self._shown else None
            speaker = self._speakers.get(key_of(one)) or (origin.speaker if origin else "")
            words.setHtml(statement_html(one, Origin(origin.title if origin else "", speaker)))

    def _show_before(self, past: Sequence[Decision]) -> None:
        left = key_of(self._pair.one) if self._pair else ("", 0, 0)
        lines = [decision_words(one, left) for one in reversed(past)]
        self.before.setText("\n".join(["Decided before:", *lines[:3]]) if lines else "")
        self.before.setVisible(bool(lines))
        self.back.setVisible(self._pair is not None and self._pair.decision is not None)

    def _decide(self, verdict: Verdict, kept: int | None) -> None:
        pair = self._pair
        if pair is not None:
            both = (key_of(pair.one), key_of(pair.two))
            keeps = None if kept is None else both[kept]
            self.decided.emit(Decision(*both, verdict, self.reason.text().strip(), keeps))

    def _side(self, side: int) -> Statement | None:
        if self._pair is not None:
            return (self._pair.one, self._pair.two)[side]
        return self._alone if side == 0 else None

    def _lead(self, side: int) -> None:
        if (one := self._side(side)) is not None:
            self.place_wanted.emit(one.source, one.start, one.end)

    def _assign(self, side: int) -> None:
        if (one := self._side(side)) is not None:
            self.measure_wanted.emit([key_of(one)])

    def _assign_all(self) -> None:
        if self._shown is not None:
            self.measure_wanted.emit([key_of(one) for one in self._shown.group.statements])


def _near(shown: CardGroup) -> str:
    """What other measures say that are easily taken for this one."""
    listed = [
        f"{said(one)} ({shown.origins[one.source].title}, {one.place})"
        for one in shown.group.near[:3]
        if one.source in shown.origins
    ]
    return f"Easily taken for it, but counted otherwise: {'; '.join(listed)}." if listed else ""


def _choice(side: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(f"Statement shown at the {side}")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(16)
    return box


def _words(side: str) -> QTextBrowser:
    words = QTextBrowser()
    words.setAccessibleName(f"What is stated at the {side}")
    words.setTabChangesFocus(True)
    words.document().setDocumentMargin(8)
    words.setFrameShape(QFrame.Shape.NoFrame)
    words.setMinimumHeight(96)
    return words


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _act(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
