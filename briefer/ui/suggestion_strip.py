"""The suggestion that the cursor of the reader is in: why it is one, and what to do with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from briefer.core.model import KINDS
from briefer.ui import theme
from briefer.ui.suggestion_words import CERTAIN, speaker_words, suggestion_html

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.services.suggestions import Proposed


NEXT, BEFORE = 1, -1


class SuggestionStrip(QFrame):
    """Shows one suggestion; says what the user does with it."""

    accepted = Signal(object, str)
    """The Proposed, and the kind that it is to be picked as."""
    rejected = Signal(object, bool)
    """The Proposed, and whether it is rejected or that is taken back."""
    moved = Signal(int)
    """NEXT or BEFORE: the suggestion to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edged", "strip")
        self._shown: Proposed | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.sure = QLabel()
        self.pick = _button("Pick", "check", "Pick these words (Alt+Return)")
        self.kinds = _button("As…", "", "Pick these words as another kind")
        self.kinds.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kinds.setMenu(QMenu(self.kinds))
        self.reject = _button("Reject", "x", "Do not suggest this again (Alt+Del)")
        self.before = _button("", "arrow-up", "Suggestion before (Shift+F3)")
        self.next = _button("", "arrow-down", "Next suggestion (F3)")
        above = QHBoxLayout()
        above.setSpacing(6)
        above.addWidget(self.sure)
        above.addWidget(self.words, 1)
        beneath = QHBoxLayout()
        beneath.setSpacing(2)
        for one in (self.pick, self.kinds, self.reject):
            beneath.addWidget(one)
        beneath.addStretch(1)
        for one in (self.before, self.next):
            beneath.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(above)
        layout.addLayout(beneath)
        self.pick.clicked.connect(self.accept)
        self.reject.clicked.connect(self.refuse)
        self.before.clicked.connect(lambda: self.moved.emit(BEFORE))
        self.next.clicked.connect(lambda: self.moved.emit(NEXT))
        self.hide()

    def show_suggestion(self, one: "Proposed | None") -> None:
        """Shows a suggestion; None hides the strip."""
        if one == self._shown:
            return
        self._shown = one
        self.setVisible(one is not None)
        if one is None:
            return
        made = one.suggestion
        self.words.setText(suggestion_html(one))
        said = speaker_words(made)
        self.sure.setVisible(bool(said))
        self.sure.setPixmap(theme.icon(CERTAIN[made.certainty][1]).pixmap(QSize(16, 16)))
        self.sure.setToolTip(said)
        name = theme.SIGNS[one.kind].name.lower()
        self.pick.setText(f"Pick as {name}")
        self.reject.setText("Suggest again" if one.is_rejected() else "Reject")
        menu = self.kinds.menu()
        menu.clear()
        for kind in KINDS:
            if kind != one.kind:
                action = menu.addAction(theme.kind_icon(kind), theme.SIGNS[kind].name)
                action.triggered.connect(lambda _=False, kind=kind: self.accept_as(kind))

    def suggestion(self) -> "Proposed | None":
        """The suggestion shown."""
        return self._shown

    def accept(self) -> None:
        """Wishes the suggestion as a pick of its own kind."""
        if self._shown is not None:
            self.accepted.emit(self._shown, self._shown.suggestion.kind)

    def accept_as(self, kind: str) -> None:
        """Wishes the suggestion as a pick of another kind."""
        if self._shown is not None:
            self.accepted.emit(self._shown, kind)

    def refuse(self) -> None:
        """Wishes that it is not suggested again, or that it is after all."""
        if self._shown is not None:
            self.rejected.emit(self._shown, not self._shown.is_rejected())


def _button(text: str, sign: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
    if sign:
        button.setIcon(theme.icon(sign))
        button.setIconSize(QSize(16, 16))
    if text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
