"""Telling the format of a document by its content, and by its name where that is not enough."""

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefer.core.errors import UnreadableSource
from briefer.importers import formats as f
from briefer.importers.formats import READABLE, Format

if TYPE_CHECKING:
    from zipfile import ZipFile

HEAD = 4096
"""Bytes at the beginning that are looked at."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the container of older Office documents and of Outlook's begins (MS-CFB 2.2)."""

ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
DIRECTORY_ENTRY = b"PK\x01\x02"
MEMBERS_AT_MOST = 20_000

OTHERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n", "a picture"),
    (0, b"\xff\xd8\xff", "a picture"),
    (0, b"GIF8", "a picture"),
    (0, b"BM", "a picture"),
    (0, b"II*\0", "a picture"),
    (0, b"MM\0*", "a picture"),
    (8, b"WEBP", "a picture"),
    (0, b"MZ", "a program"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\x1f\x8b", "a packed file"),
    (0, b"7z\xbc\xaf", "a packed file"),
    (0, b"Rar!", "a packed file"),
    (0, b"BZh", "a packed file"),
    (0, b"\xfd7zXZ", "a packed file"),
    (0, b"SQLite format 3\0", "a database"),
    (0, b"ID3", "a recording"),
    (0, b"OggS", "a recording"),
    (8, b"WAVE", "a recording"),
    (4, b"ftyp", "a film or a recording"),
    (0, b"\x1aE\xdf\xa3", "a film"),
    (0, b"%!PS", "a PostScript file"),
)
"""How other formats begin (offset, bytes), and what they are called."""

BEGINNINGS = tuple(
    (at, tuple(start for offset, start, _ in OTHERS if offset == at)) for at in (0, 4, 8)
)
"""The same by offset: what most documents have none of is asked for at once."""

IN_OLE: tuple[tuple[str, Format | None, str, str], ...] = (
    ("EncryptedPackage", f.DOCX, "", ""),
    ("__properties_version1.0", f.OUTLOOK, "", ""),
    ("WordDocument", None, "an older Word document", "Save it as .docx."),
    ("PowerPoint Document", None, "a presentation", "Save it as PDF."),
    ("Workbook", None, "a spreadsheet", "Save the part that you need as PDF or text."),
)  # fmt: skip
"""Names of streams in the container of older Office documents, and what has such a stream."""

IN_ZIP: tuple[tuple[str, Format | None, str, str], ...] = (
    ("word/", f.DOCX, "", ""),
    ("ppt/", None, "a presentation", "Save it as PDF."),
    ("xl/", None, "a spreadsheet", "Save the part that you need as PDF or text."),
)
"""How names of members begin, and what has such a member."""

MEDIA_TYPES: Mapping[str, tuple[Format | None, str, str]] = {
    f.ODT.media_type: (f.ODT, "", ""),
    f"{f.ODT.media_type}-template": (f.ODT, "", ""),
    "application/vnd.oasis.opendocument.spreadsheet": (
        None, "a spreadsheet", "Save the part that you need as PDF or text."),
    "application/vnd.oasis.opendocument.presentation": (
        None, "a presentation", "Save it as PDF."),
    "application/epub+zip": (None, "an electronic book", "Save the part that you need as PDF."),
    "application/vnd.briefer.briefing+zip": (None, "a briefing", "Open it instead."),
    "application/vnd.briefer.library+zip": (
        None, "a library that was handed over", "Add it instead: `briefer library add`."),
}  # fmt: skip
"""What the member `mimetype` says."""

DATA = frozenset({
    ".bat", ".c", ".cfg", ".css", ".csv", ".h", ".ics", ".ini", ".java", ".js", ".json", ".py",
    ".ris", ".sh", ".sql", ".svg", ".toml", ".ts", ".tsv", ".vcf", ".xml", ".yaml", ".yml",
    ".brieftemplate",
})  # fmt: skip
"""Endings of files that hold text, yet no document."""

MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*", re.S)
PAGE = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.I)
ELEMENT = re.compile(
    rb"<(?:script|iframe|h1|h2|div|font|table|a|style|title|b|br|p|meta|main|article|section)[\s>]",
    re.I,
)
FLAT_ODT = re.compile(rb"(?:<!DOCTYPE\s.*?)?<office:document[\s>]", re.S)
"""How a web page begins (WHATWG, MIME sniffing, 7.1), and how a flat OpenDocument does."""

HEADER = re.compile(rb"(?:From |[!-9;-~]+:[ \t])[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
OF_MAIL = frozenset({
    b"bcc", b"cc", b"content-type", b"date", b"delivered-to", b"from", b"message-id",
    b"mime-version", b"received", b"reply-to", b"return-path", b"sender", b"subject", b"to",
})  # fmt: skip
MACHINE = frozenset({b"message-id", b"mime-version", b"received", b"return-path"})
"""Names of header lines (RFC 5322, 3.6); those in the second set no person types."""


def recognise(data: bytes, file: str) -> Format:
    """The format of a document. `file` is its name, without folders.

    Raises UnreadableSource: empty; unsupported for a format that is not read; wrong_extension when
    the name says one that is; not_text for bytes of no known format; damaged.
    """
    if not data:
        raise UnreadableSource(f"{file} is empty.", "Choose another file.", "empty")
    ending = f.ending_of(file)
    if b"%PDF-" in data[:1024]:
        return f.PDF
    if data.startswith(b"{\\rtf"):
        return f.RTF
    if data.startswith(OLE):
        return _in_ole(data, file)
    if data.startswith(ZIPS):
        return _in_zip(data, file)
    _refuse_others(data, file, ending)
    return _text(data, file, ending)


def is_misnamed(file: str, format: Format) -> bool:
    """Whether the ending of a name is one of another format than the document has."""
    ending = f.ending_of(file)
    return ending not in format.endings and ending in (*f.ENDINGS, ".doc")


def _in_ole(data: bytes, file: str) -> Format:
    for name, format, what, hint in IN_OLE:
        if name.encode("utf-16-le") in data:
            return format or _refuse(file, what, hint)
    return _refuse(file, "an older Office document", "Save it anew in the program it is from.")


def _in_zip(data: bytes, file: str) -> Format:
    if data.count(DIRECTORY_ENTRY) > MEMBERS_AT_MOST:  # zipfile would make an object of each
        raise UnreadableSource(
            f"{file} holds too many files.", "Unpack it and import its folder.", "too_large"
        )
    import zipfile  # takes long to load, and most documents are no zips

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            kind = _mimetype(archive)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise UnreadableSource(
            f"{file} is damaged: it is a zip file that is cut off or altered.",
            "Get the file again.",
            "damaged",
        ) from error
    if kind in MEDIA_TYPES:
        format, what, hint = MEDIA_TYPES[kind]
        return format or _refuse(file, what, hint)
    if "[Content_Types].xml" in names:
        for start, format, what, hint in IN_ZIP:
            if any(name.startswith(start) for name in names):
                return format or _refuse(file, what, hint)
    return f.ZIP


def _mimetype(archive: "ZipFile") -> str:
    """What a package says it is in its first member (OpenDocument 1.3, part 2, 3.3)."""
    first = archive.infolist()[:1]
    if not first or first[0].filename != "mimetype" or first[0].flag_bits & 1:
        return ""
    with archive.open(first[0]) as member:
        return member.read(100).decode("ascii", "replace").strip()


def _refuse_others(data: bytes, file: str, ending: str) -> None:
    if not any(data.startswith(starts, at) for at, starts in BEGINNINGS):
        return
    for at, start, what in OTHERS:
        if not data.startswith(start, at) or (start.isalnum() and not _is_binary(data)):
            continue
        if ending in f.ENDINGS:
            raise UnreadableSource(
                f"{file} is {what}, whatever its name says.", READABLE, "wrong_extension"
            )
        _refuse(file, what, READABLE)


def _refuse(file: str, what: str, hint: str) -> Format:
    raise UnreadableSource(f"{file} is {what}, which cannot be read.", hint, "unsupported")


def _text(data: bytes, file: str, ending: str) -> Format:
    """The format of what is text in some encoding."""
    head = _ascii(data)
    content = head[MARKUP.match(head).end() :]  # type: ignore[union-attr]  # it matches nothing too
    if FLAT_ODT.match(content):
        return f.ODT
    if PAGE.match(content) or (ending in f.HTML.endings and not _is_binary(data)):
        return f.HTML
    if _is_mail(head, ending):
        return f.MAIL
    if ending in DATA:
        return _refuse(file, "a file of data", READABLE)
    if ending not in (*f.TEXT.endings, *f.MARKDOWN.endings) and ELEMENT.match(content):
        return f.HTML
    return f.MARKDOWN if ending in f.MARKDOWN.endings else f.TEXT


def _ascii(data: bytes) -> bytes:
    """The beginning with one byte a character, where the characters are ASCII."""
    head = data[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _is_mail(head: bytes, ending: str) -> bool:
    """Whether it begins with header lines that only mail has; any will do in a file named so."""
    names: set[bytes] = set()
    at = 0
    while found := HEADER.match(head, at):
        names.add(found[0].partition(b":")[0].lower())
        at = found.end()
    known = names & OF_MAIL
    if ending in f.MAIL.endings:
        return bool(known)
    return len(known) > 2 and bool(known & MACHINE)
