"""The dialog that lists the templates, with buttons for the one that is chosen."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.core.errors import BrieferError
from briefer.core.template import Template
from briefer.services import templates
from briefer.services.templates import Listed
from briefer.store import Library
from briefer.ui import dialogs

OpenedLibrary = Callable[[], AbstractContextManager[Library]]


class ManageDialog(QDialog):
    """The list of templates, and buttons for the one that is chosen."""

    def __init__(self, parent: QWidget, opened_library: OpenedLibrary, folder: str) -> None:
        """`opened_library` opens the library for one use; `folder` is where file dialogs begin."""
        super().__init__(parent)
        self.setWindowTitle("Templates")
        self.resize(560, 420)
        self._opened_library = opened_library
        self._folder = folder
        self._listed: list[Listed] = []
        self._list = QListWidget()
        self._list.setAccessibleName("Templates")
        self._list.setSpacing(3)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._buttons: dict[str, QPushButton] = {}
        side = QVBoxLayout()
        for text, act in self._acts().items():
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            self._buttons[text] = button
            side.addWidget(button)
        side.addStretch(1)
        both = QHBoxLayout()
        both.addWidget(self._list, 1)
        both.addLayout(side)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(both)
        layout.addWidget(self._about)
        layout.addWidget(close)
        self._list.currentRowChanged.connect(self._show)
        self._fill("")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except BrieferError as error:
            dialogs.show_error(self, error)

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "Rename…": self._rename,
            "Duplicate…": self._duplicate,
            "Remove": self._remove,
            "Hand over as file…": self._hand_over,
            "Add from file…": self._add,
        }

    def chosen(self) -> Listed | None:
        """The template chosen in the list."""
        row = self._list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _fill(self, name: str) -> None:
        """Lists the templates and chooses one by its name."""
        with self._telling(), self._opened_library() as library:
            self._listed = templates.list_templates(library)
        self._list.clear()
        for one in self._listed:
            own = "" if one.built_in else "  (yours)"
            self._list.addItem(QListWidgetItem(f"{one.template.title}{own}"))
        names = [one.template.name for one in self._listed]
        self._list.setCurrentRow(names.index(name) if name in names else 0)

    def _show(self) -> None:
        listed = self.chosen()
        if listed is None:
            return
        own = not listed.built_in
        self._about.setText(listed.template.description or "A template of your own.")
        self._buttons["Rename…"].setEnabled(own)
        self._buttons["Remove"].setEnabled(own)

    def _title(self, heading: str) -> str | None:
        listed = self.chosen()
        return dialogs.ask_line(self, heading, "Title", listed.template.title) if listed else None

    def _do(self, act: Callable[[Library, Template], Template | None]) -> None:
        listed = self.chosen()
        if listed is None:
            return
        with self._telling():
            with self._opened_library() as library:
                made = act(library, listed.template)
            self._fill(made.name if made else "")

    def _rename(self) -> None:
        title = self._title("Rename template")
        if title:
            self._do(lambda library, one: templates.rename_template(library, one.name, title))

    def _duplicate(self) -> None:
        title = self._title("Duplicate template")
        if title:
            self._do(lambda library, one: templates.duplicate_template(library, one.name, title))

    def _remove(self) -> None:
        listed = self.chosen()
        if listed and dialogs.ask_yes(
            self, f"Remove the template “{listed.template.title}”?",
            "Briefings made from it stay as they are.", "Remove",
        ):  # fmt: skip
            self._do(lambda library, one: templates.remove_template(library, one.name))

    def _hand_over(self) -> None:
        listed = self.chosen()
        if listed is None:
            return
        suggested = f"{self._folder}/{listed.template.name}{templates.SUFFIX}"
        path = dialogs.ask_save(
            self, "Hand over template", suggested, dialogs.TEMPLATES, templates.SUFFIX
        )
        if path is not None:
            with self._telling():
                templates.write_template(listed.template, path)

    def _add(self) -> None:
        path = dialogs.ask_open(self, "Add template", self._folder, dialogs.TEMPLATES)
        if path is not None:
            self._do(lambda library, _: templates.add_template(
                library, templates.read_template(path)))  # fmt: skip
