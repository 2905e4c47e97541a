"""The dialog for own text; it says so when the words are those of a source in the library."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from briefer.core.model import FORMS, Form, Prose, Section, new_id
from briefer.core.operations import Reason
from briefer.core.own_text import own_words
from briefer.services.looking_up import Lookup
from briefer.ui.briefing_lines import FORMS as FORM_NAMES
from briefer.ui.forms import FormDialog
from briefer.ui.found_strip import FoundStrip

LABELS: dict[str, str] = {"question": "Question", "detail": "Name"}
"""What the label of own text is called in the forms that have one."""

TEXTS: dict[str, str] = {"question": "Answer", "detail": "What it says"}


PAUSE = 600
"""Milliseconds after the last letter before words are looked up."""

WORDS_LOOKED_UP = 5
"""Words from which own text is looked up; fewer could be anybody's."""

LookUp = Callable[[str, Callable[[Lookup], None]], None]
"""Looks words up in the library and hands over what was found, later."""


class TextDialog(FormDialog):
    """Writes own text in one of the forms that the section takes."""

    def __init__(
        self, parent: QWidget, forms: Sequence[Form], item: Prose | None, look_up: LookUp
    ) -> None:
        super().__init__(parent, "Own text", "Save" if item else "Add")
        self.resize(560, 400)
        self._look_up = look_up
        self.chosen: Lookup | None = None
        """Words of a source that are to be picked instead."""
        self.found = FoundStrip()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
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
            self._form, self._label_name, self.label, self._text_name, self.words, self.found,
            hint, self.buttons,
        ):  # fmt: skip
            self.box.addWidget(widget)
        self.box.setSpacing(8)
        self._form.setVisible(len(self._forms) > 1)
        self._form.currentIndexChanged.connect(self._show_form)
        self.words.textChanged.connect(self._show_form)
        self.words.textChanged.connect(self._pause.start)
        self.found.pick_wanted.connect(self._choose)
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
        made = Prose(self._item.id if self._item else new_id(), text, form, label)
        return replace(made, reasons=kept_reasons(self._item, made)) if self._item else made

    def done(self, result: int) -> None:
        """Ends the dialog; nothing is looked up any more."""
        self._pause.stop()
        super().done(result)

    def _look(self) -> None:
        """Looks up what is written; what was found for other words is out of date by then."""
        words = self.words.toPlainText()
        self.found.show_found(None)
        if len(words.split()) >= WORDS_LOOKED_UP:
            self._look_up(words, lambda found: self._show_found(words, found))

    def _show_found(self, words: str, found: Lookup) -> None:
        if words == self.words.toPlainText():
            self.found.show_found(found)

    def _choose(self, found: Lookup) -> None:
        self.chosen = found
        self.accept()

    def _show_form(self) -> None:
        form = self._forms[self._form.currentIndex()]
        for widget in (self._label_name, self.label):
            widget.setVisible(form in LABELS)
        self._label_name.setText(LABELS.get(form, ""))
        self._text_name.setText(TEXTS.get(form, FORM_NAMES[form]))
        self.label.setAccessibleName(self._label_name.text())
        self.words.setAccessibleName(self._text_name.text())
        self.ok.setEnabled(bool(self.words.toPlainText().strip()))


def kept_reasons(before: Prose, after: Prose) -> tuple[Reason, ...]:
    """The reasons given for own text whose words still stand where they stood."""
    was, now = own_words(before), own_words(after)
    return tuple(
        one for one in before.reasons if was[one.start : one.end] == now[one.start : one.end]
    )


def ask_text(
    parent: QWidget, section: Section, item: Prose | None, look_up: LookUp
) -> Prose | Lookup | None:
    """Own text for a section, or words of a source to pick instead; None when the user cancels."""
    forms = [form for form in FORMS if form in section.accepts]
    dialog = TextDialog(parent, forms, item, look_up)
    return (dialog.chosen or dialog.made()) if dialog.exec() else None
