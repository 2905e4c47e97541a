"""The dialog that shows how a text reads in several encodings, to choose one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QTextBrowser, QWidget

from briefer.services.encodings import Preview
from briefer.ui.forms import FormDialog


class EncodingDialog(FormDialog):
    """Lists encodings; beside them the text as it would read."""

    def __init__(self, parent: QWidget, file: str, previews: Sequence[Preview]) -> None:
        super().__init__(parent, "How is this text encoded?", "Read it so")
        self.resize(720, 380)
        self._previews = previews
        about = QLabel(
            f"{file} does not say how its characters are encoded. Choose the line in which its "
            "accents and letters are right."
        )
        about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Encodings")
        self.list.setFixedWidth(220)
        self.list.setSpacing(3)
        for one in previews:
            self.list.addItem(f"{one.encoding}  (as read now)" if one.is_now else one.encoding)
        self.text = QTextBrowser()
        self.text.setAccessibleName("The text in this encoding")
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(8)
        both = QHBoxLayout()
        both.addWidget(self.list)
        both.addWidget(self.text, 1)
        self.box.addWidget(about)
        self.box.addLayout(both, 1)
        self.box.addWidget(self.buttons)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def chosen(self) -> Preview:
        """The encoding that is chosen, with its text."""
        return self._previews[self.list.currentRow()]

    def _show(self, row: int) -> None:
        self.text.setPlainText(self._previews[row].text)
        self.ok.setText("Keep it so" if self._previews[row].is_now else "Read it so")


def ask_encoding(parent: QWidget, file: str, previews: Sequence[Preview]) -> str | None:
    """The encoding the user chose, other than the present one; None to leave it as it is."""
    dialog = EncodingDialog(parent, file, previews)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    chosen = dialog.chosen()
    return chosen.encoding if accepted and not chosen.is_now else None
