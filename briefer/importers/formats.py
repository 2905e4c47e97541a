"""The formats that can be read, as a table: a new one is a line here and a module beside it."""

from functools import lru_cache
from importlib import import_module
from pathlib import PurePath

from msgspec import Struct

from briefer.importers.imported import Reader

MEGABYTE = 1024 * 1024


class Format(Struct, frozen=True):
    """A kind of document: what it is called, its media type, its endings, and who reads it.

    `module` has a function `read`; it is loaded when a document of the kind is read. `largest` is
    the largest file that is taken, in bytes.
    """

    name: str
    media_type: str
    endings: tuple[str, ...]
    module: str
    largest: int = 64 * MEGABYTE

    def reader(self) -> Reader:
        """The function that reads it."""
        reader: Reader = import_module(f"briefer.importers.{self.module}").read
        return reader


TEXT = Format("plain text", "text/plain", (".txt", ".text"), "plain", 16 * MEGABYTE)
MARKDOWN = Format("Markdown", "text/markdown", (".md", ".markdown"), "plain", 16 * MEGABYTE)
PDF = Format("a PDF document", "application/pdf", (".pdf",), "pdf", 128 * MEGABYTE)
DOCX = Format(
    "a Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx", ".docm", ".dotx", ".dotm"),
    "docx",
)
ODT = Format(
    "an OpenDocument text",
    "application/vnd.oasis.opendocument.text",
    (".odt", ".ott", ".fodt"),
    "odt",
)
RTF = Format("rich text", "application/rtf", (".rtf",), "rtf")
HTML = Format("a web page", "text/html", (".html", ".htm", ".xhtml"), "html", 32 * MEGABYTE)
MAIL = Format("a mail message", "message/rfc822", (".eml", ".mht", ".mhtml"), "mail")
OUTLOOK = Format("an Outlook message", "application/vnd.ms-outlook", (".msg",), "outlook")
ZIP = Format("a zip folder", "application/zip", (".zip",), "archive", 128 * MEGABYTE)

FORMATS = (TEXT, MARKDOWN, PDF, DOCX, ODT, RTF, HTML, MAIL, OUTLOOK, ZIP)

ENDINGS = tuple(ending for one in FORMATS for ending in one.endings)
"""The endings of file names that documents of these formats have."""

LARGEST = max(one.largest for one in FORMATS)
"""Bytes of the largest file that is taken."""


@lru_cache(maxsize=64)
def ending_of(file: str) -> str:
    """The ending of a file name in small letters, with its full stop; asked for several times."""
    return PurePath(file).suffix.lower()


READABLE = (
    "briefer reads text, Markdown, PDF, Word, OpenDocument, rich text, web pages, mail and zip "
    "folders of these."
)
"""What to do about a file that is none of these begins so."""
