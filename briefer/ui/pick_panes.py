"""The parts of the pick editor: what was done, what was found, what is asked for, what prints."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.describing import operation_words
from briefer.core.findings import Finding, Level
from briefer.core.model import Pick
from briefer.core.operations import Operation
from briefer.core.quotation import Piece
from briefer.ui.pick_moves import Move
from briefer.ui.theme import icon, quiet

SIGNS: Mapping[Level, str] = {
    "refused": "circle-x",
    "stop": "message-square",
    "warning": "triangle-alert",
}
WHY: Mapping[Level, str] = {
    "stop": "Why it may stand (required)",
    "warning": "Why it may stand (if you like)",
}


class Line(QLineEdit):
    """A line that keeps Enter to itself: a dialog would take it for its own."""

    entered = Signal()
    left = Signal()
    reached = Signal()
    """The cursor was put into the line."""

    def __init__(self, text: str = "", *, keeps_escape: bool = False) -> None:
        super().__init__(text)
        self._keeps_escape = keeps_escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self._keeps_escape:
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class DoneList(QListWidget):
    """What was done to the words, each of which can be taken back."""

    remove_wanted = Signal(object)
    """The Operation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What was done")
        self.setProperty("rows", "tall")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._operations: tuple[Operation, ...] = ()

    def show_done(self, pick: Pick) -> None:
        """Lists the operations of a pick."""
        row = self.currentRow()
        self._operations = pick.operations
        self.clear()
        for one in pick.operations:
            words = operation_words(pick, one)
            item = QListWidgetItem(" ".join(words.split()))
            item.setToolTip(f"<p>{escape(words)}</p>")
            self.addItem(item)
            self.setItemWidget(item, self._cross(one, words))
        self.setCurrentRow(min(row, self.count() - 1))

    def _cross(self, operation: Operation, words: str) -> QWidget:
        button = QToolButton()
        button.setIcon(icon("x"))
        button.setIconSize(QSize(14, 14))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the Delete key does it
        button.setAccessibleName(f"Take back: {words}")
        button.setToolTip("Take back (Del)")
        button.clicked.connect(lambda: self.remove_wanted.emit(operation))
        beside = QWidget()
        layout = QHBoxLayout(beside)
        layout.setContentsMargins(0, 0, 2, 0)
        layout.addStretch(1)
        layout.addWidget(button)
        return beside

    def event(self, event: QEvent) -> bool:
        """Keeps Del for itself."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.remove_wanted.emit(self._operations[row])
        else:
            super().keyPressEvent(event)


class FindingRow(QWidget):
    """One finding: its sentence and, where a reason lifts it, a line to type that in."""

    reason_given = Signal(object, str)
    """The Finding, and what was typed."""
    reason_settled = Signal(object, str)
    """The same, once the line is left or Enter was pressed."""
    reached = Signal(object)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign, words = QLabel(), QLabel(finding.message)
        sign.setPixmap(icon(SIGNS[finding.level]).pixmap(QSize(16, 16)))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(words)
        self.line: Line | None = None
        if finding.level in WHY:
            self.line = Line(finding.reason)
            self.line.setPlaceholderText(WHY[finding.level])
            self.line.setAccessibleName(f"{WHY[finding.level]}: {finding.message}")
            self.line.textEdited.connect(lambda text: self.reason_given.emit(finding, text))
            self.line.editingFinished.connect(self._settle)
            self.line.entered.connect(self._settle)
            self.line.reached.connect(lambda: self.reached.emit(finding))
            texts.addWidget(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        self._finding = finding
        self._settled = finding.reason

    def _settle(self) -> None:
        if self.line is not None and self.line.text() != self._settled:
            self._settled = self.line.text()
            self.reason_settled.emit(self._finding, self._settled)


class FindingsPane(QScrollArea):
    """The findings beneath each other; a row stays as long as its finding, and what is typed."""

    reason_given = Signal(object, str)
    reason_settled = Signal(object, str)
    reached = Signal(object)
    """The Finding whose line the cursor was put into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setProperty("edged", True)
        self.setAccessibleName("What the rules found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._rows: dict[tuple[str, int, int], FindingRow] = {}
        self._nothing = QLabel("Nothing. The words may stand as they are.")
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._nothing.setContentsMargins(10, 8, 10, 8)
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._nothing)
        self._layout.addStretch(1)
        self.setWidget(inner)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows these findings, the gravest first."""
        in_order = sorted(findings, key=lambda one: list(SIGNS).index(one.level))
        wanted = {(one.message, one.start, one.end): one for one in in_order}
        for key in [key for key in self._rows if key not in wanted]:
            self._rows.pop(key).deleteLater()
        for number, (key, one) in enumerate(wanted.items()):
            row = self._rows.get(key)
            if row is None:
                row = self._rows[key] = FindingRow(one)
                row.reason_given.connect(self.reason_given)
                row.reason_settled.connect(self.reason_settled)
                row.reached.connect(self.reached)
            if self._layout.indexOf(row) != number:
                self._layout.insertWidget(number, row)
        self._nothing.setVisible(not wanted)

    def lines(self) -> list[QLineEdit]:
        """The lines for reasons, in order."""
        rows = sorted(self._rows.values(), key=self._layout.indexOf)
        return [row.line for row in rows if row.line is not None]


class AskStrip(QFrame):
    """Asks for the words of a move, and says beneath why they may not be put in."""

    typed = Signal(list)
    """The words so far."""
    entered = Signal(list)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._lines: list[Line] = []
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setForegroundRole(QPalette.ColorRole.BrightText)
        self.add = QPushButton("Put in")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._enter)
        cancel = QPushButton("Back")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.why, 1)
        buttons.addWidget(self.add)
        buttons.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        layout.addLayout(buttons)
        self.hide()

    def ask(self, move: Move) -> None:
        """Shows a line for each thing to be typed."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._lines = [Line(keeps_escape=True) for _ in move.asks]
        for label, line in zip(move.asks, self._lines, strict=True):
            line.setAccessibleName(label)
            line.textEdited.connect(lambda: self.typed.emit(self.words()))
            line.entered.connect(self._enter)
            line.left.connect(self.left)
            self._form.addRow(label, line)
        self.show()
        self._lines[0].setFocus()
        self.typed.emit(self.words())

    def words(self) -> list[str]:
        """What is typed in each line."""
        return [line.text().strip() for line in self._lines]

    def show_why(self, why: str) -> None:
        """Says why the words may not be put in; nothing allows it."""
        self.why.setText(why)
        self.add.setEnabled(not why and all(self.words()))

    def _enter(self) -> None:
        if self.add.isEnabled():
            self.entered.emit(self.words())


class Printed(QTextBrowser):
    """The quotation as it will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("As it will be printed")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(6)

    def show_pieces(self, words: Sequence[Piece], citation: str) -> None:
        """Shows the pieces, what is not the source's set apart quietly, and the citation."""
        grey = quiet(QGuiApplication.palette()).name()
        parts = []
        for piece in words:
            text = escape(piece.text)
            if piece.kind != "words":
                text = f'<span style="color:{grey}">{text}</span>'
            parts.append(f"<i>{text}</i>" if piece.emphasis else text)
        self.setHtml(f'{"".join(parts)} <span style="color:{grey}">{escape(citation)}</span>')
