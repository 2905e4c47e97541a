"""Dialogs with fields: new briefing, own text, section, speaking time."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
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
from briefer.core.model import FORMS, Accepted, Form, Limit, Prose, Section, new_id
from briefer.core.template import Template
from briefer.services.templates import Listed
from briefer.ui.briefing_lines import FORMS as FORM_NAMES

LABELS: dict[str, str] = {"question": "Question", "detail": "Name"}
"""What the label of own text is called in the forms that have one."""

TEXTS: dict[str, str] = {"question": "Answer", "detail": "What it says"}


class SectionWish(Struct, frozen=True):
    """What a section is to be."""

    heading: str
    guidance: str
    accepts: tuple[Accepted, ...]
    limit: Limit


class _Form(QDialog):
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


class NewDialog(_Form):
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


class TextDialog(_Form):
    """Writes own text in one of the forms that the section takes."""

    def __init__(self, parent: QWidget, forms: Sequence[Form], item: Prose | None) -> None:
        super().__init__(parent, "Own text", "Save" if item else "Add")
        self.resize(520, 340)
        self._item = item
        self._forms = tuple(forms)
        self._form = QComboBox()
        self._form.setAccessibleName("Kind of own text")
        self._form.addItems([FORM_NAMES[form] for form in self._forms])
        self.label = QLineEdit()
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setProperty("edged", True)
        self._label_name, self._text_name = QLabel(), QLabel()
        self._label_name.setBuddy(self.label)
        self._text_name.setBuddy(self.words)
        hint = QLabel("These are your own words: they are printed without quotation marks.")
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for widget in (
            self._form, self._label_name, self.label, self._text_name, self.words, hint,
            self.buttons,
        ):  # fmt: skip
            self.box.addWidget(widget)
        self.box.setSpacing(8)
        self._form.setVisible(len(self._forms) > 1)
        self._form.currentIndexChanged.connect(self._show_form)
        self.words.textChanged.connect(self._show_form)
        if item:
            self._form.setCurrentIndex(self._forms.index(item.form))
            self.label.setText(item.label)
            self.words.setPlainText(item.text)
        self._show_form()
        (self.label if self.label.isVisibleTo(self) else self.words).setFocus()

    def made(self) -> Prose:
        """The own text as written."""
        form = self._forms[self._form.currentIndex()]
        label = self.label.text().strip() if form in LABELS else ""
        text = self.words.toPlainText().strip()
        return Prose(self._item.id if self._item else new_id(), text, form, label)

    def _show_form(self) -> None:
        form = self._forms[self._form.currentIndex()]
        for widget in (self._label_name, self.label):
            widget.setVisible(form in LABELS)
        self._label_name.setText(LABELS.get(form, ""))
        self._text_name.setText(TEXTS.get(form, FORM_NAMES[form]))
        self.label.setAccessibleName(self._label_name.text())
        self.words.setAccessibleName(self._text_name.text())
        self.ok.setEnabled(bool(self.words.toPlainText().strip()))


def ask_text(parent: QWidget, section: Section, item: Prose | None = None) -> Prose | None:
    """Own text for a section; None when the user cancels."""
    dialog = TextDialog(parent, [form for form in FORMS if form in section.accepts], item)
    return dialog.made() if dialog.exec() else None


class SectionDialog(_Form):
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
    dialog = _Form(parent, "Speaking time", "Save")
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
