"""File -> Source, one module a format: a new one is a function here in `IMPORTERS`."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import PurePath

from briefer.core.errors import UnreadableSource
from briefer.core.model import Source
from briefer.core.text import canonical
from briefer.importers.plain import decode

Decoder = Callable[[bytes], tuple[str, str, tuple[str, ...]]]
"""Gives the decoded text, the name of the encoding, and the codes of warnings."""

IMPORTERS: Mapping[str, tuple[str, Decoder]] = {
    ".txt": ("text/plain", decode),
    ".text": ("text/plain", decode),
    ".md": ("text/markdown", decode),
    ".markdown": ("text/markdown", decode),
}
"""File name ending -> media type and decoder."""

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is taken."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another zipped file"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an older Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
"""How other formats begin, and what they are called."""

SUPPORTED = "This version reads plain text (.txt, .text) and Markdown (.md, .markdown)."


def read_source(data: bytes, file: str) -> tuple[Source, tuple[str, ...]]:
    """Makes a source of a file's bytes, and the codes of warnings about it.

    `file` is its name, without folders. The id is the beginning of the SHA-256 of the bytes, so
    the same bytes give the same source anywhere. Raises UnreadableSource, whose code is one of
    empty, not_text, unsupported, wrong_extension, too_large.
    """
    suffix = PurePath(file).suffix.lower()
    _refuse(data, file, suffix)
    media_type, decoder = IMPORTERS[suffix]
    decoded, encoding, warnings = decoder(data)
    made = canonical(decoded)
    if not made.places:
        raise UnreadableSource(f"{file} holds no words.", "Choose another file.", "empty")
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(
        id=sha256[:16],
        file=file,
        sha256=sha256,
        media_type=media_type,
        encoding=encoding,
        text=made.text,
        places=made.places,
        marks=made.marks,
        log=made.log,
    )
    return source, warnings


def _refuse(data: bytes, file: str, suffix: str) -> None:
    """Raises UnreadableSource for what is certainly not a text this version reads."""
    looks_like = next((name for start, name in SIGNATURES if data.startswith(start)), "")
    if not data:
        raise UnreadableSource(f"{file} is empty.", "Choose another file.", "empty")
    if suffix not in IMPORTERS:
        what = f"{file} is {looks_like}" if looks_like else f"{file} has a format"
        raise UnreadableSource(f"{what} that cannot be read yet.", SUPPORTED, "unsupported")
    if len(data) > LARGEST:
        raise UnreadableSource(
            f"{file} is larger than {LARGEST // 1024 // 1024} MB.",
            "Import the part that you need.",
            "too_large",
        )
    if looks_like:
        raise UnreadableSource(
            f"{file} is {looks_like}, not text, whatever its name says.",
            SUPPORTED,
            "wrong_extension",
        )
