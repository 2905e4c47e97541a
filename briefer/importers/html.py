"""Web pages: the encoding they declare, their main part read as a browser shows it, their tags."""

import re
from collections.abc import Mapping

from lxml import etree

from briefer.core.errors import UnreadableSource
from briefer.importers import plain
from briefer.importers.flow_writer import FlowWriter
from briefer.importers.html_flow import write_page
from briefer.importers.html_record import record_of
from briefer.importers.imported import Imported, Notice, Options

DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.I,
)
DECLARED_WITHIN = 4096
"""Bytes in which a page declares its encoding."""

READ_AS: Mapping[str, str] = {
    "ansi_x3.4-1968": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252",
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "latin1": "windows-1252",
    "iso-8859-9": "windows-1254", "latin5": "windows-1254", "iso-8859-11": "windows-874",
    "tis-620": "windows-874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
    "unicode": "utf-8", "utf8": "utf-8", "x-mac-roman": "mac-roman", "x-cp1251": "windows-1251",
}  # fmt: skip
"""Names that mean another encoding in web pages (WHATWG, Encoding, 4.2)."""

SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
"""What browsers write at the beginning of a page they save."""


def read(data: bytes, file: str, options: Options) -> Imported:
    """A web page, whole or saved, or a part of one."""
    text, encoding, warnings = decode_page(data, options.encoding)
    return read_page(text, encoding, file, warnings)


def read_page(text: str, encoding: str, file: str, warnings: tuple[Notice, ...] = ()) -> Imported:
    """The words of a page that is decoded. Raises UnreadableSource."""
    page = parse(text, file)
    saved_from = SAVED_FROM.search(text, 0, DECLARED_WITHIN)
    record = record_of(page, saved_from[1] if saved_from else "")
    writer = FlowWriter(file)
    write_page(page, writer, record)
    decoded, canonical = writer.made()
    return Imported("text/html", encoding, decoded, canonical, record, warnings)


def decode_page(data: bytes, wanted: str = "") -> tuple[str, str, tuple[Notice, ...]]:
    """The text of a page, its encoding, and a warning when that was guessed; see plain.decode.

    A byte order mark decides, then what the page declares, where all its bytes fit.
    """
    if wanted:
        text, encoding, _ = plain.decode(data, wanted)
        try:
            found, named, _ = decode_page(data)
        except UnreadableSource:
            return text, encoding, plain.CHOSEN
        return (text, named, ()) if found == text else (text, encoding, plain.CHOSEN)
    declared = DECLARED.search(data, 0, DECLARED_WITHIN)
    marked = any(data.startswith(mark) for mark, _ in plain.BYTE_ORDER_MARKS)
    if declared and not marked and b"\0" not in data:
        name = (declared[1] or declared[2]).decode("ascii").lower()
        name = READ_AS.get(name, name)
        try:
            return data.decode(name), name, ()
        except (UnicodeDecodeError, LookupError):
            pass  # it is not what it declares
    return plain.decode(data)


def parse(text: str, file: str) -> "etree._Element":
    """The elements of a page; nothing is loaded and no entity of its own is known.

    Raises UnreadableSource: empty, too_large, or unsafe_content where libxml2 stopped in it.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    for error in parser.error_log.filter_from_fatals():  # words behind them are lost
        if error.type_name == "ERR_RESOURCE_LIMIT":
            deep = "depth" in error.message
            raise UnreadableSource(
                f"{file} is {'nested too deeply' if deep else 'too large'} to be read safely.",
                "Copy the words that you need and paste them.",
                "unsafe_content" if deep else "too_large",
            )
    if root is None:
        raise UnreadableSource(f"{file} holds no words.", "Choose another file.", "empty")
    return root
