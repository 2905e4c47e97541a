"""What a PDF says about itself: information dictionary, XMP, language, outline."""

import ctypes
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pypdfium2_raw as pdfium

from briefer.core.record import Date, Field, Name, Value

DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?")
"""PDF 32000, 7.9.4, and the dates of XMP."""

NO_TITLE = re.compile(
    r"\(?(?:untitled|anonymous|unspecified)\b.*|microsoft (?:word|powerpoint|excel) ?-.*"
    r"|.*\.(?:docx?|pdf|indd|dvi|odt|rtf|qxd|tex)",
    re.I,
)
"""What programs write for want of a title."""

NO_AUTHOR = re.compile(
    r"\(?(?:anonymous|unspecified|unknown|user|admin|administrator|owner|author)?\)?", re.I
)
"""What they write for want of an author."""

XMP = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
XMP_FIELDS: Mapping[str, str] = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "publisher": "{http://purl.org/dc/elements/1.1/}publisher",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "issued": "{http://purl.org/dc/elements/1.1/}date",
    "container-title": "{http://prismstandard.org/namespaces/basic/2.0/}publicationName",
    "URL": "{http://prismstandard.org/namespaces/basic/2.0/}url",
}

DEEPEST = 8
MOST_HEADINGS = 5000
"""Levels and entries of an outline that are read; a broken one may go in circles."""


def wide_text(call: Callable[..., int], *arguments: Any) -> str:
    """What a function of PDFium gives that fills a buffer with UTF-16 and tells its bytes."""
    size = call(*arguments, None, 0)
    if not 2 < size <= 1 << 20:
        return ""
    room = (ctypes.c_ushort * (size // 2 + 1))()
    call(*arguments, room, size)
    return bytes(room)[: size - 2].decode("utf-16-le", "ignore").strip("\0 \t\r\n")


def read_record(document: Any, data: bytes) -> dict[str, Field]:
    """The fields that the file offers, all of them inferred: programs fill them in unasked."""
    told = _xmp(data)
    for field, key in (("title", "Title"), ("author", "Author"), ("issued", "CreationDate")):
        if text := wide_text(pdfium.FPDF_GetMetaText, document, key.encode()):
            told[field] = [text]
    if language := wide_text(pdfium.FPDFCatalog_GetLanguage, document):
        told["language"] = [language]
    values = ((field, _value(field, texts)) for field, texts in told.items())
    return {field: Field(value, "inferred") for field, value in values if value}


def _value(field: str, texts: list[str]) -> Value | None:
    if field == "issued":
        return read_date(texts[0])
    if field == "author":
        people = [part.strip() for text in texts for part in text.split(";")]
        return tuple(Name(literal=one) for one in people if not NO_AUTHOR.fullmatch(one))
    if field == "title" and NO_TITLE.fullmatch(texts[0]):
        return None
    return " ".join(texts[0].split())


def read_date(text: str) -> Date | None:
    """The day of a date such as D:20251202113000+01'00'; None when there is no such day."""
    found = DATE.match(text)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if not year or month > 12 or day > 31:
        return None
    return Date((tuple(part for part in (year, month, day if month else 0) if part),))


def _xmp(data: bytes) -> dict[str, list[str]]:
    """The fields of the last XMP packet of a file that stands in it as it is."""
    packets = XMP.findall(data) if b"<x:xmpmeta" in data else []
    if not packets:
        return {}
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    root = etree.fromstring(packets[-1], parser)
    if root is None:
        return {}
    found: dict[str, list[str]] = {}
    for field, tag in XMP_FIELDS.items():
        for element in root.iter(tag):
            words = (" ".join(str(text).split()) for text in element.itertext())
            if held := [text for text in words if text]:
                found.setdefault(field, held)
    return found


def outline(document: Any) -> dict[str, int]:
    """The headings that the outline names, in small letters, and the level of each."""
    found: dict[str, int] = {}
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    for _ in range(MOST_HEADINGS):
        if not waiting:
            break
        mark, level = waiting.pop()
        if not mark:
            continue
        title = wide_text(pdfium.FPDFBookmark_GetTitle, mark)
        found.setdefault(" ".join(title.split()).lower(), min(level, 6))
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, mark), level))
        if level < DEEPEST:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, mark), level + 1))
    found.pop("", None)
    return found


def labels(document: Any, count: int) -> Iterator[str]:
    """The printed number of each page; its place in the file where none is given."""
    for index in range(count):
        yield wide_text(pdfium.FPDF_GetPageLabel, document, index) or str(index + 1)
