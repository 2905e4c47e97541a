"""What is dragged and copied between panels: a passage of a source, or items of a briefing."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

PASSAGE = "application/x-briefer-passage"
"""A range of a source: JSON {"source": id, "start": n, "end": n}, in code points."""

ITEMS = "application/x-briefer-items"
"""Items of the briefing: a JSON list of ids."""


def passage_mime(source_id: str, start: int, end: int, words: str) -> QMimeData:
    """A range of a source, with its words for other programs."""
    mime = QMimeData()
    _put(mime, PASSAGE, {"source": source_id, "start": start, "end": end})
    mime.setText(words)
    return mime


def passage_from(mime: QMimeData) -> tuple[str, int, int] | None:
    """The source id and range, or None when there is no well-formed one."""
    match _get(mime, PASSAGE):
        case {"source": str(source), "start": int(start), "end": int(end)} if 0 <= start < end:
            return source, start, end
        case _:
            return None


def items_mime(ids: Iterable[str]) -> QMimeData:
    """Items of the briefing, by their ids."""
    mime = QMimeData()
    _put(mime, ITEMS, list(ids))
    return mime


def items_from(mime: QMimeData) -> list[str] | None:
    """The ids of the items, or None when there is no well-formed list of them."""
    ids = _get(mime, ITEMS)
    if not isinstance(ids, list) or not ids or not all(isinstance(one, str) for one in ids):
        return None
    return ids


def _put(mime: QMimeData, form: str, value: object) -> None:
    mime.setData(form, json.dumps(value).encode())


def _get(mime: QMimeData, form: str) -> object:
    """The value of one form; None when it is absent or not JSON: it may come from anywhere."""
    if not mime.hasFormat(form):
        return None
    try:
        value: object = json.loads(bytes(mime.data(form).data()))
    except (ValueError, RecursionError):
        return None
    return value
