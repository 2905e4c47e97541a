"""The dialog that edits a quotation by operations, each judged before it can be made."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.findings import Finding
from briefer.core.model import Briefing, Pick, Source
from briefer.core.operations import Operation
from briefer.core.styles import PROFILES
from briefer.ui.briefing_lines import printed_pieces
from briefer.ui.elided import ElidedLabel
from briefer.ui.pick_moves import MOVES, Move, Spot
from briefer.ui.pick_panes import AskStrip, DoneList, FindingsPane, Printed
from briefer.ui.pick_session import PickSession
from briefer.ui.pick_text import PickText
from briefer.ui.theme import icon

PAUSE = 60
"""Milliseconds after the cursor last moved before it is seen what may be done there."""

COLUMNS = 5
"""Buttons in a row."""

HEADING = 28
"""Pixels of the heights of headings, as high as the buttons that stand beside one."""

OUTSIDE = "These words are not of the quotation: add a passage from the reader."
BY_NAME = {move.name: move for move in MOVES}


class PickEditor(QDialog):
    """Edits one pick; what is made of it is asked for with `made` after it was accepted."""

    def __init__(
        self, parent: QWidget, pick: Pick, source: Source, briefing: Briefing, citation: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Edit quotation")
        self._session = PickSession(pick, source, briefing)
        self._citation = citation
        self._asking: tuple[Move, Spot] | None = None
        self.text = PickText(source)
        self.buttons = {move.name: self._button(move) for move in MOVES}
        self.strip = AskStrip()
        self.done_list = DoneList()
        self.findings = FindingsPane()
        self.printed = Printed()
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._why.setForegroundRole(QPalette.ColorRole.BrightText)
        standard = QDialogButtonBox.StandardButton
        self._box = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.ok = self._box.button(standard.Ok)
        self._undo = _history_button("Undo", "undo-2", "Ctrl+Z")
        self._redo = _history_button("Redo", "redo-2", "Ctrl+Shift+Z")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out(source)
        self._connect()
        self._show()
        self.text.setFocus()

    def made(self) -> Pick:
        """The pick with its operations, and the reasons given for what was found."""
        return self._session.pick()

    def _lay_out(self, source: Source) -> None:
        name = ElidedLabel()
        name.setText(f"{source.name()} {self._citation}")
        grid = QGridLayout()
        grid.setSpacing(4)
        for number, button in enumerate(self.buttons.values()):
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
        done, found = QVBoxLayout(), QVBoxLayout()
        done.setSpacing(2)
        found.setSpacing(2)
        heading = QHBoxLayout()
        heading.addWidget(_heading("What was done", self.done_list), 1)
        heading.addWidget(self._undo)
        heading.addWidget(self._redo)
        done.addLayout(heading)
        done.addWidget(self.done_list, 1)
        found.addWidget(_heading("What the rules found", self.findings))
        found.addWidget(self.findings, 1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(done, 2)
        both.addLayout(found, 3)
        self.printed.setFixedHeight(76)
        foot = QHBoxLayout()
        foot.addWidget(self._why, 1)
        foot.addWidget(self._box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addWidget(self.text, 1)
        layout.addLayout(grid)
        layout.addWidget(self.strip)
        layout.addLayout(both, 1)
        style = PROFILES[self._session.briefing.style].name
        layout.addSpacing(2)
        layout.addWidget(_heading(f"As it will be printed ({style})", self.printed, 0))
        layout.addWidget(self.printed)
        layout.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(min(960, room.width() - 40), min(740, room.height() - 60))

    def _connect(self) -> None:
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        for button in self._box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        accept = QShortcut(QKeySequence("Ctrl+Return"), self)
        accept.activated.connect(lambda: self.accept() if self.ok.isEnabled() else None)
        self.text.spot_changed.connect(self._pause.start)
        self.text.move_wanted.connect(lambda name: self.wish(BY_NAME[name]))
        self._pause.timeout.connect(self._judge)
        self.strip.typed.connect(self._try)
        self.strip.entered.connect(self._put_in)
        self.strip.left.connect(self._leave_strip)
        self.done_list.remove_wanted.connect(self._remove)
        self.findings.reason_given.connect(self._answer)
        self.findings.reached.connect(lambda one: self.text.reveal(one.start, one.end))
        self._undo.clicked.connect(lambda: self._step(back=True))
        self._redo.clicked.connect(lambda: self._step(back=False))

    def _button(self, move: Move) -> QPushButton:
        button = QPushButton(f"{move.text}  ({move.key})")
        button.setAutoDefault(False)
        button.setAccessibleName(f"{move.text.removesuffix('…')} ({move.key})")
        button.setToolTip(f"{move.tip} ({move.key})")
        button.clicked.connect(partial(self.wish, move))
        return button

    def wish(self, move: Move, *_: object) -> None:
        """Makes a move at the words selected, or asks for the words that it puts in."""
        spot = self.text.spot()
        offer = self._session.offer(move, spot) if spot else None
        if spot is None or offer is None or offer.why_not:
            self._why.setText(offer.why_not if offer else OUTSIDE)
            return
        if move.asks:
            self._asking = (move, spot)
            self.text.reveal(spot.start, spot.end)
            self.strip.ask(move)
        else:
            self._session.apply(offer.operations)
            self._show()

    def _try(self, typed: list[str]) -> None:
        """Says beneath the line what the rules refuse of what is typed so far."""
        if self._asking is not None:
            move, spot = self._asking
            why = self._session.offer(move, spot, typed).why_not if all(typed) else ""
            self.strip.show_why(why)

    def _put_in(self, typed: list[str]) -> None:
        if self._asking is not None:
            move, spot = self._asking
            self._session.apply(self._session.offer(move, spot, typed).operations)
            self._leave_strip()
            self._show()

    def _leave_strip(self) -> None:
        self._asking = None
        self.strip.hide()
        self.text.setFocus()

    def _remove(self, operation: Operation) -> None:
        self._session.remove(operation)
        self._show()

    def _answer(self, finding: Finding, reason: str) -> None:
        self._session.give(finding, reason)
        self._show_verdict()

    def _step(self, *, back: bool) -> None:
        (self._session.undo if back else self._session.redo)()
        self._show()

    def _show(self) -> None:
        """Shows the pick as it is now, in every place that shows it."""
        session, briefing = self._session, self._session.briefing
        pick = session.pick()
        self.text.show_pick(pick, briefing.style, briefing.language)
        self.done_list.show_done(pick)
        self.findings.show_findings(session.findings())
        words = printed_pieces(pick, session.source, PROFILES[briefing.style])
        self.printed.show_pieces(words, self._citation)
        self._undo.setEnabled(session.can_undo())
        self._redo.setEnabled(session.can_redo())
        self._show_verdict()
        self._judge()
        self._order()

    def _order(self) -> None:
        """The tab key goes from the words to the reasons, the list, OK, and last to the moves."""
        buttons = [self.ok, self._box.button(QDialogButtonBox.StandardButton.Cancel)]
        chain: list[QWidget] = [self.text, *self.findings.lines(), self.done_list, self.printed]
        chain += [*buttons, self._undo, self._redo, *self.buttons.values()]
        for one, following in zip(chain, chain[1:], strict=False):
            self.setTabOrder(one, following)

    def _show_verdict(self) -> None:
        why = self._session.why_not()
        self._why.setText(why)
        self.ok.setEnabled(not why)

    def _judge(self) -> None:
        """Switches on what may be done at the words selected; the tool tips say why not."""
        spot = self.text.spot()
        for move in MOVES:
            why = self._session.offer(move, spot).why_not if spot else OUTSIDE
            button = self.buttons[move.name]
            button.setEnabled(not why)
            button.setToolTip(why or f"{move.tip} ({move.key})")


def _history_button(text: str, sign: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(sign))
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(text)
    button.setShortcut(QKeySequence(keys))
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{text} ({native})")
    return button


def _heading(text: str, about: QWidget, height: int = HEADING) -> QLabel:
    label = QLabel(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setBuddy(about)
    label.setMinimumHeight(height)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
    return label


def ask_edit(
    parent: QWidget, pick: Pick, source: Source, briefing: Briefing, citation: str
) -> Pick | None:
    """The pick as edited; None when the user cancels."""
    dialog = PickEditor(parent, pick, source, briefing, citation)
    made = dialog.made() if dialog.exec() else None
    dialog.deleteLater()
    return made
