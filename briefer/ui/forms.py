"""Dialogs with fields: new briefing, own text, section, speaking time."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefer.core.edits import WORDS
from briefer.core.model import Accepted, Limit, Section
from briefer.core.template import Template
from briefer.services.templates import Listed


class SectionWish(Struct, frozen=True):
    """What a section is to be."""

    heading: str
    guidance: str
    accepts: tuple[Accepted, ...]
    limit: Limit


class FormDialog(QDialog):
    """A dialog with OK and Cancel beneath its fields."""

    def __init__(self, parent: QWidget, title: str, accept: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(20, 20, 20, 16)
        self.box.setSpacing(14)


class NewDialog(FormDialog):
    """Chooses a template and names the briefing."""

    def __init__(self, parent: QWidget, listed: Sequence[Listed], chosen: str = "") -> None:
        super().__init__(parent, "New briefing", "Create")
        self.resize(760, 520)
        self._templates = [one.template for one in listed]
        self._list = QListWidget()
        self._list.setAccessibleName("Templates")
        self._list.setFixedWidth(270)
        self._list.setSpacing(3)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in listed:
            name = one.template.title + ("" if one.built_in else " (yours)")
            self._list.addItem(QListWidgetItem(name))
        self._preview = QTextBrowser()
        self._preview.setAccessibleName("Sections of the template")
        self.name = QLineEdit()
        self.name.setAccessibleName("Title of the briefing")
        both = QHBoxLayout()
        both.addWidget(self._list)
        both.addWidget(self._preview, 1)
        title = QFormLayout()
        title.addRow("&Title", self.name)
        self.box.addLayout(both, 1)
        self.box.addLayout(title)
        self.box.addWidget(self.buttons)
        self._list.currentRowChanged.connect(self._show)
        self._list.itemDoubleClicked.connect(self.accept)
        names = [one.name for one in self._templates]
        self._list.setCurrentRow(names.index(chosen) if chosen in names else 0)

    def template(self) -> Template:
        """The template chosen."""
        return self._templates[self._list.currentRow()]

    def _show(self, row: int) -> None:
        template = self._templates[row]
        self.name.setPlaceholderText(template.title)
        self._preview.setPlainText(_described(template))


def _described(template: Template) -> str:
    sections = "\n".join(
        f"•  {one.heading}{'  (required)' if one.required and not one.generated else ''}"
        for one in template.sections
    )
    reader = f"\nFor: {template.reader}." if template.reader else ""
    return f"{template.description}{reader}\n\n{sections}"


def ask_new(
    parent: QWidget, listed: Sequence[Listed], chosen: str = ""
) -> tuple[Template, str] | None:
    """The template and the title of a new briefing; None when the user cancels."""
    dialog = NewDialog(parent, listed, chosen)
    if not dialog.exec():
        return None
    return dialog.template(), dialog.name.text().strip()


class SectionDialog(FormDialog):
    """The heading, guidance, kinds and limits of a section."""

    def __init__(self, parent: QWidget, section: Section | None) -> None:
        super().__init__(parent, "Section", "Save" if section else "Add")
        self._limit = section.limit if section else Limit()
        accepts = section.accepts if section else ("fact", "quote", "talking_point", "text")
        self.heading = QLineEdit(section.heading if section else "")
        self.guidance = QPlainTextEdit(section.guidance if section else "")
        self.guidance.setTabChangesFocus(True)
        self.guidance.setProperty("edged", True)
        self.guidance.setFixedHeight(70)
        self.items, self.words = _number(self._limit.items), _number(self._limit.words)
        self.kinds = {kind: QCheckBox(name.capitalize()) for kind, name in WORDS.items()}
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow("&Heading", self.heading)
        form.addRow("&Guidance when empty", self.guidance)
        form.addRow("&Items at most", self.items)
        form.addRow("&Words at most", self.words)
        kinds = QVBoxLayout()
        for kind, check in self.kinds.items():
            check.setChecked(kind in accepts)
            check.toggled.connect(self._may_accept)
            kinds.addWidget(check)
        form.addRow("Takes", kinds)
        self.box.addLayout(form)
        self.box.addWidget(self.buttons)
        self.heading.textChanged.connect(self._may_accept)
        self._may_accept()

    def wish(self) -> SectionWish:
        """The section as the user wants it."""
        accepts = tuple(kind for kind, check in self.kinds.items() if check.isChecked())
        limit = Limit(
            items=self.items.value() or None,
            words=self.words.value() or None,
            items_at_most=None,
            items_at_least=self._limit.items_at_least,
            seconds=self._limit.seconds,
            from_slot=self._limit.from_slot,
        )
        return SectionWish(
            self.heading.text().strip(), self.guidance.toPlainText().strip(), accepts, limit
        )

    def _may_accept(self) -> None:
        some = any(check.isChecked() for check in self.kinds.values())
        self.ok.setEnabled(some and bool(self.heading.text().strip()))


def _number(value: int | None) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 99_999)
    box.setSpecialValueText("no limit")
    box.setValue(value or 0)
    return box


def ask_section(parent: QWidget, section: Section | None = None) -> SectionWish | None:
    """What a section is to be; None when the user cancels."""
    dialog = SectionDialog(parent, section)
    return dialog.wish() if dialog.exec() else None


def ask_speaking(
    parent: QWidget, rate: int, minutes: float | None
) -> tuple[int, float | None] | None:
    """Words a minute and the minutes of the slot; None when the user cancels."""
    dialog = FormDialog(parent, "Speaking time", "Save")
    words = QSpinBox()
    words.setRange(40, 400)
    words.setValue(rate)
    slot = QDoubleSpinBox()
    slot.setRange(0, 600)
    slot.setDecimals(1)
    slot.setSpecialValueText("no slot")
    slot.setValue(minutes or 0)
    form = QFormLayout()
    form.addRow("&Words a minute", words)
    form.addRow("&Minutes of the slot", slot)
    hint = QLabel("Interpreters follow about 110 words a minute; without them 130 is usual.")
    hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    dialog.box.addLayout(form)
    dialog.box.addWidget(hint)
    dialog.box.addWidget(dialog.buttons)
    return (words.value(), slot.value() or None) if dialog.exec() else None
