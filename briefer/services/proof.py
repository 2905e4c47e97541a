"""Checking an exported file as it is now against the proof that travelled in it."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from briefer.core.errors import FileError
from briefer.core.forms import decode
from briefer.core.manifest import Manifest
from briefer.core.proof import Proof, check_export
from briefer.core.visible import Visible
from briefer.exporters import from_docx, from_pdf
from briefer.store import Library
from briefer.store.briefing_files import read_zip
from briefer.store.files import read

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is checked."""

PARTS = re.compile(r".*\.(?:xml|rels)")
"""The members of a Word file that are read."""

OFFICE_CONTAINER = b"\xd0\xcf\x11\xe0"
"""How an older Office file begins, and a newer one that is encrypted."""

NO_PROOF = (
    "{name} carries no proof: it was not exported by briefer, or the program that saved it last "
    "left the proof out. Check the file as it was exported."
)


def check_file(path: Path, library: Library | None) -> Proof:
    """Compares a .docx or .pdf file with its proof, and the proof with the library's sources.

    Without a library, or where it lacks a source, the words are compared with the proof alone.
    Raises FileError when the file cannot be read, or its proof is damaged or of a newer version.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise FileError(
            f"{path.name} cannot be checked.", "Choose a .briefing, .docx or .pdf file."
        )
    reading = reader(_content(path), path.name)
    if reading.manifest is None:
        return Proof("cannot_check", (), (NO_PROOF.format(name=path.name),))
    manifest = decode(reading.manifest, Manifest, f"The proof in {path.name}")
    ids = [one.id for one in manifest.sources]
    return check_export(manifest, reading, library.get(ids) if library else {})


def _content(path: Path) -> bytes:
    data = read(path, LARGEST)
    if not data:
        raise FileError(f"{path.name} is empty.", "Use an earlier copy of it.", "empty")
    return data


def _docx(data: bytes, name: str) -> Visible:
    if data.startswith(OFFICE_CONTAINER):
        raise FileError(
            f"{name} asks for a password, or is of an older Word.",
            "Save a copy as .docx without a password.",
            "password_required",
        )
    return from_docx(read_zip(data, name, PARTS), name)


READERS: Mapping[str, Callable[[bytes, str], Visible]] = {".docx": _docx, ".pdf": from_pdf}
"""File name ending -> what reads such a file."""
