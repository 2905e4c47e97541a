"""File -> Source, one module a format; `formats` holds the table."""

import hashlib

from briefer.core.errors import UnreadableSource
from briefer.core.model import Source
from briefer.importers.formats import ENDINGS, LARGEST, MEGABYTE, Format
from briefer.importers.imported import Attachment, Failure, Imported, Notice, Options, Reading
from briefer.importers.recognition import is_misnamed, recognise

__all__ = ["ENDINGS", "LARGEST", "Attachment", "Failure", "Options", "Reading", "read_source"]

MISNAMED: tuple[Notice, ...] = ("wrong_extension",)


def read_source(data: bytes, file: str, options: Options | None = None) -> Reading:
    """Makes a source of a file's bytes, with the codes of warnings and the documents inside it.

    `file` is its name, without folders. The id is the beginning of the SHA-256 of the bytes, so
    the same bytes give the same source anywhere; an encoding that the user names, if it is another
    one than would be found, makes another source of them. Raises UnreadableSource.
    """
    options = options or Options()
    format = recognise(data, file)
    _refuse_large(data, file, format)
    made = format.reader()(data, file, options)
    warnings = (*made.warnings, *(MISNAMED if is_misnamed(file, format) else ()))
    source = _source(data, file, made, options) if made.canonical else None
    return Reading(source, warnings, made.attachments, made.failures)


def _refuse_large(data: bytes, file: str, format: Format) -> None:
    if len(data) > format.largest:
        raise UnreadableSource(
            f"{file} is larger than {format.largest // MEGABYTE} MB.",
            "Import the part that you need.",
            "too_large",
        )


def _source(data: bytes, file: str, made: Imported, options: Options) -> Source:
    """The source of a document that was read. Raises UnreadableSource when it holds no words."""
    assert made.canonical is not None
    if not made.canonical.places:
        raise UnreadableSource(f"{file} holds no words.", "Choose another file.", "empty")
    sha256 = hashlib.sha256(data)
    named = sha256.copy()
    if options.encoding and "encoding_chosen" in made.warnings:
        named.update(f"\n{made.encoding}".encode())
    return Source(
        id=named.hexdigest()[:16],
        file=file,
        sha256=sha256.hexdigest(),
        media_type=made.media_type,
        encoding=made.encoding,
        text=made.canonical.text,
        places=made.canonical.places,
        marks=made.canonical.marks,
        log=made.canonical.log,
        record=made.record,
    )
