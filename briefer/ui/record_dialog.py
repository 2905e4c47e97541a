"""Shows a document before it is saved: the verification record, the report of a check."""

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from briefer.core.document import Block, Document, Heading, Table, block_text

EDGE = "padding:3px 10px 3px 0"


class RecordDialog(QDialog):
    """Shows a document; saving it is for the caller when the dialog was accepted."""

    def __init__(self, parent: QWidget, document: Document) -> None:
        super().__init__(parent)
        self.setWindowTitle(document.title)
        self.resize(820, 640)
        self.text = QTextBrowser()
        self.text.setAccessibleName(document.title)
        self.text.document().setDocumentMargin(14)
        self.text.setHtml(document_html(document))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        save = buttons.addButton("Save as…", QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)


def document_html(document: Document) -> str:
    """The document as rich text."""
    return f"<h2>{escape(document.title)}</h2>" + "".join(map(_html, document.blocks))


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h3>{escape(block.text)}</h3>"
    if isinstance(block, Table):
        rows = "".join(
            f'<tr><td style="{EDGE}" width="150"><b>{escape(row.label)}</b></td>'
            f'<td style="{EDGE}">{_lines(row.value)}</td></tr>'
            for row in block.rows
        )
        return f"<table>{rows}</table>"
    return f"<p>{_lines(block_text(block))}</p>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def ask_save(parent: QWidget, document: Document) -> bool:
    """Shows a document; whether the user wants to save it."""
    dialog = RecordDialog(parent, document)
    wants = bool(dialog.exec())
    dialog.deleteLater()
    return wants
