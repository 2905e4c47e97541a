"""File -> Source, one module a format; `formats` holds the table."""

import hashlib

from briefer.core.errors import UnreadableSource
from briefer.core.model import Source
from briefer.core.record import Record
from briefer.core.source_record import completed, read_record
from briefer.importers.formats import ENDINGS, LARGEST, MEGABYTE, Format
from briefer.importers.imported import Attachment, Failure, Imported, Notice, Options, Reading
from briefer.importers.recognition import is_misnamed, recognise

__all__ = [
    "ENDINGS",
    "LARGEST",
    "Attachment",
    "Failure",
    "Options",
    "Reading",
    "make_id",
    "read_source",
]

MISNAMED: tuple[Notice, ...] = ("wrong_extension",)
LETTERS = ("message/rfc822", "application/vnd.ms-outlook")


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


def make_id(data: bytes, encoding: str = "") -> str:
    """The id of a source made of these bytes; `encoding`, if the user named another than found."""
    named = hashlib.sha256(data)
    if encoding:
        named.update(f"\n{encoding}".encode())
    return named.hexdigest()[:16]


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
    chosen = options.encoding and "encoding_chosen" in made.warnings
    return Source(
        id=make_id(data, made.encoding if chosen else ""),
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=made.media_type,
        encoding=made.encoding,
        text=made.canonical.text,
        places=made.canonical.places,
        marks=made.canonical.marks,
        log=made.canonical.log,
        record=_record(made),
    )


def _record(made: Imported) -> Record:
    """What the text says of itself, then what the file does; a letter's head goes before both."""
    assert made.canonical is not None
    read = read_record(made.canonical.text, made.canonical.places, made.canonical.marks)
    if made.media_type in LETTERS:
        return {**read, **made.record}
    return completed(read, made.record)
