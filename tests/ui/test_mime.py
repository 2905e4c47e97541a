"""What is dragged can be read back, and what came from elsewhere does no harm."""

import pytest
from PySide6.QtCore import QMimeData

from briefer.ui.mime import ITEMS, PASSAGE, items_from, items_mime, passage_from, passage_mime


def foreign(form: str, data: bytes) -> QMimeData:
    mime = QMimeData()
    mime.setData(form, data)
    return mime


def test_a_passage_is_read_back_and_other_programs_get_its_words():
    mime = passage_mime("abc", 3, 9, "“words”")
    assert passage_from(mime) == ("abc", 3, 9)
    assert mime.text() == "“words”"
    assert items_from(mime) is None


def test_items_are_read_back():
    mime = items_mime(["a", "b"])
    assert items_from(mime) == ["a", "b"]
    assert passage_from(mime) is None


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"\xff\xfe", b"[]", b"null", b"7", b'{"source": "a"}', b"[" * 100_000,
        b'{"source": "a", "start": "1", "end": 2}', b'{"source": "a", "start": 5, "end": 5}',
        b'{"source": "a", "start": -1, "end": 2}', b'{"source": 1, "start": 1, "end": 2}',
        b"[1, 2]", b'["a", null]', b'{"a": 1}',
    ],
)  # fmt: skip
@pytest.mark.parametrize(("form", "read"), [(PASSAGE, passage_from), (ITEMS, items_from)])
def test_foreign_data_is_nothing(form, read, data):
    assert read(foreign(form, data)) is None
    assert read(QMimeData()) is None
