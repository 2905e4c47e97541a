"""The dialog that shows a document before it is saved."""

import pytest
from PySide6.QtWidgets import QWidget

from briefer.core.document import Document, Heading, Paragraph, Row, Run, Table
from briefer.ui import record_dialog
from briefer.ui.record_dialog import RecordDialog

DOCUMENT = Document(
    "Record <1>",
    (
        Heading("Item 1", 2, "one"),
        Paragraph((Run("All "), Run("verified."))),
        Table("Item", (Row("As printed", "<b> & more\nlines"),)),
    ),
)


def test_every_word_of_the_document_is_shown_as_it_is(dressed, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = RecordDialog(parent, DOCUMENT)
    text = dialog.text.toPlainText()
    for words in ("Record <1>", "Item 1", "All verified.", "As printed", "<b> & more", "lines"):
        assert words in text
    assert dialog.windowTitle() == dialog.text.accessibleName() == "Record <1>"


@pytest.mark.parametrize("accepted", [True, False])
def test_saving_is_left_to_the_caller(dressed, qtbot, monkeypatch, accepted):
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(RecordDialog, "exec", lambda _: accepted)
    assert record_dialog.ask_save(parent, DOCUMENT) is accepted
