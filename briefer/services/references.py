"""Source records to and from the files of reference managers: CSL-JSON and RIS."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from briefer.core import csl, ris
from briefer.core.errors import FileError
from briefer.core.model import Source
from briefer.core.references import Described, Matched, Reference, match
from briefer.store import Library
from briefer.store.files import read, write_atomically

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file of references that is read."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MAPPING = {tag: tag.lower() for tag in (a + b for a in _LETTERS for b in f"{_LETTERS}0123456789")}
"""Every tag by its own name: which field it is, core/ris.py says."""


def as_csl(sources: Iterable[Source]) -> bytes:
    """The records as CSL-JSON, in UTF-8, indented, with a newline at the end."""
    items = [csl.to_item(one) for one in sources]
    return msgspec.json.format(msgspec.json.encode(items, order="deterministic"), indent=2) + b"\n"


def as_ris(sources: Iterable[Source]) -> bytes:
    """The records as RIS, in UTF-8, with the line ends that RIS asks for."""
    import rispy  # loaded only for this

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        REFERENCE_TYPE_KEY = "ty"

        def set_header(self, count: int) -> str:
            return ""  # rispy would number the references, which others do not read

    records = [
        {tag.lower(): lines[0] if tag == "TY" else lines for tag, lines in tags.items()}
        for tags in map(ris.to_tags, sources)
    ]
    text: str = rispy.dumps(records, implementation=Writer, **_RISPY)
    return text.replace("\n", "\r\n").encode()


_RISPY: Mapping[str, Any] = {
    "mapping": _MAPPING,
    "list_tags": [tag for tag in _MAPPING if tag != "TY"],
    "delimiter_tags_mapping": {},
    "skip_unknown_tags": True,
}


def write_references(sources: Sequence[Source], path: Path) -> None:
    """Writes records in the format of the path's ending (.json, .ris). Raises FileError."""
    write_atomically(path, _format(path)[0](sources))


def read_references(path: Path) -> list[Reference]:
    """Reads the references in a file of CSL-JSON or RIS, by its ending. Raises FileError."""
    return _format(path)[1](read(path, LARGEST), path.name)


def _format(path: Path) -> "_Format":
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise FileError(
            f"{path.name} has no ending that names a format of references.",
            f"Use one of: {', '.join(FORMATS)}.",
            "format",
        )
    return form


def _read_csl(data: bytes, name: str) -> list[Reference]:
    """CSL-JSON as Zotero and others write it: a list of items, or an object that holds one."""
    try:
        whole = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(name, "it is not readable as JSON") from error
    items = whole.get("items") if isinstance(whole, dict) else whole
    if not isinstance(items, list):
        raise _damaged(name, "it holds no list of items")
    return [csl.from_item(one) for one in items if isinstance(one, dict)]


def _read_ris(data: bytes, name: str) -> list[Reference]:
    """RIS as Zotero, Citavi and others write it: UTF-8, with or without a mark at its beginning."""
    import rispy

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _damaged(name, "it is not UTF-8", "Export it again in UTF-8.") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    whole = f"{lines}\nER  - \n"  # a last record without an end is one, too
    records = rispy.loads(whole, **_RISPY)
    if not records:
        raise _damaged(name, "it holds no reference")
    return [ris.from_tags(_tags(one)) for one in records]


def _tags(record: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        tag.upper(): [lines] if isinstance(lines, str) else list(lines)
        for tag, lines in record.items()
    }


_Format = tuple[Callable[[Iterable[Source]], bytes], Callable[[bytes, str], list[Reference]]]

FORMATS: Mapping[str, _Format] = {
    ".json": (as_csl, _read_csl),
    ".ris": (as_ris, _read_ris),
}
"""Ending -> how references are written and read."""


def import_references(library: Library, path: Path) -> Matched:
    """Reads references, finds their sources, and keeps what was unknown of them as inferred.

    What is known of a source is left as it is. Raises FileError, LibraryError.
    """
    known = [Described(one.id, one.file, one.record) for one in library.sources()]
    found = match(read_references(path), known)
    for one in found.matches:
        if one.adds:
            library.records.say(one.source, one.adds)
    return found


def _damaged(name: str, why: str, hint: str = "Export it again as CSL-JSON or RIS.") -> FileError:
    return FileError(f"{name} cannot be read: {why}.", hint, "damaged")
