"""Plain text and Markdown: finding out how the bytes are encoded, without losing any."""

import codecs
import re
import unicodedata

from briefer.core.errors import UnreadableSource
from briefer.core.text import canonical
from briefer.importers.formats import MARKDOWN, TEXT, ending_of
from briefer.importers.imported import Imported, Notice, Options

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first where one begins like another."""

CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f"))
PRINTED = bytes({*range(32, 127), *b"\t\n\r\f"})
CONTROLS_AT_MOST = 0.02
"""A text with a larger share of control characters is a binary file."""

SAMPLE = 4096
"""Bytes in which the order of UTF-16 without a mark is looked for."""

WORDED = 0.9
"""What share of characters is usual in a text; in the wrong order far fewer are."""

SCRIPTS = 6
"""Blocks of 256 letters that a text in some languages is written with, Chinese ones apart."""

ESCAPES = b"\x1b$"
"""How Japanese text in seven bits begins (RFC 1468); it would pass for ASCII with controls."""

OUTSIDE_ASCII = re.compile(rb"[\x80-\xff]")
GUESSED_FROM = 256 * 1024
"""Bytes that a guess is made from: guessing takes long, and the whole is decoded strictly after."""

UNCERTAIN: tuple[Notice, ...] = ("encoding_uncertain",)
CHOSEN: tuple[Notice, ...] = ("encoding_chosen",)


def read(data: bytes, file: str, options: Options) -> Imported:
    """A text or Markdown file; see `briefer.core.text.canonical` for what becomes of its markup."""
    decoded, encoding, warnings = decode(data, options.encoding)
    media_type = (MARKDOWN if ending_of(file) in MARKDOWN.endings else TEXT).media_type
    return Imported(media_type, encoding, decoded, canonical(decoded), warnings=warnings)


def decode(data: bytes, wanted: str = "") -> tuple[str, str, tuple[Notice, ...]]:
    """The text of some bytes, the encoding's name, and a warning when it was guessed.

    A byte order mark decides; then strict UTF-8; then Windows-1252 for bytes that are mostly
    ASCII; then chardet's guess. The mark itself stays in the text. An encoding that is `wanted`
    goes before all that; it is told by a warning of its own where another would have been found.
    Raises UnreadableSource with the code not_text for a binary file, encoding_uncertain where
    every guess, or the wanted encoding, fails.
    """
    if wanted:
        return _wanted(data, wanted)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding)), encoding, ()
    if b"\0" in data:
        encoding = _without_mark(data)
        return _checked(_strictly(data, encoding)), encoding, UNCERTAIN
    if ESCAPES in data[:SAMPLE]:
        return _checked(_strictly(data, "iso2022_jp")), "iso2022_jp", UNCERTAIN
    try:
        return _checked(data.decode("utf-8")), "utf-8", ()
    except UnicodeDecodeError:
        guess = _guess(data)
    return _checked(_strictly(data, guess)), guess, UNCERTAIN


def _wanted(data: bytes, wanted: str) -> tuple[str, str, tuple[Notice, ...]]:
    try:
        name = codecs.lookup(wanted).name
        text = _strictly(data, name)
    except (LookupError, ValueError) as error:
        raise UnreadableSource(
            f"There is no encoding “{wanted}”.",
            "Name one such as utf-8, windows-1252 or windows-1251.",
            "encoding_uncertain",
        ) from error
    try:
        found, encoding, _ = decode(data)
    except UnreadableSource:
        return text, name, CHOSEN
    return (text, encoding, ()) if found == text else (text, name, CHOSEN)


def _without_mark(data: bytes) -> str:
    """The order of bytes in which a text without a mark reads as words, in UTF-16.

    In the wrong order spaces become other characters, and letters such as no language has. ASCII
    with a few zeros in it would read as Chinese, and is none of this.
    """
    sample = data[:SAMPLE]
    letters = sample.translate(None, b"\0")
    is_ascii = letters.isascii() and not letters.translate(None, PRINTED)
    is_ascii = is_ascii and len(letters) > 0.7 * len(sample)
    if len(data) % 2 == 0 and not is_ascii:
        worded = {order: _worded(sample, order) for order in ("utf-16-le", "utf-16-be")}
        order = max(worded, key=worded.__getitem__)
        if worded[order] > WORDED:
            return order
    raise not_text()


def _worded(sample: bytes, encoding: str) -> float:
    """The share of letters, spaces and usual signs among the characters of some bytes."""
    text = sample.decode(encoding, "replace")
    usual = sum(one in "\r\n\t" or unicodedata.category(one)[0] in "LMNPZ" for one in text)
    scripts = len({ord(one) >> 8 for one in text if one.isalpha() and not _is_chinese(one)})
    spread = max(0, scripts - SCRIPTS) / SCRIPTS
    return usual / len(text) - spread + text.count(" ") / len(text)


def _is_chinese(letter: str) -> bool:
    """Whether a letter is of the one script that fills many blocks (Unicode, 18.1)."""
    return "\u3400" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3"


def _guess(data: bytes) -> str:
    ascii_share = len(data.translate(None, bytes(range(128, 256)))) / len(data)
    if ascii_share > 0.9:
        try:
            data.decode("windows-1252")
        except UnicodeDecodeError:
            pass
        else:
            return "windows-1252"
    import chardet  # only the rare file needs it, and it is slow to load

    telling = OUTSIDE_ASCII.search(data)
    begin = max(0, telling.start() - SAMPLE) if telling else 0
    found = chardet.detect(data[begin : begin + GUESSED_FROM])["encoding"]
    if not found:
        raise not_text()
    return str(found).lower()


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableSource(
            f"The characters of this file cannot be told apart: it is not {encoding} throughout.",
            "Import it with another encoding, or save it as UTF-8 in the program it is from.",
            "encoding_uncertain",
        ) from error


def _checked(text: str) -> str:
    beginning = text[:1_000_000].encode("utf-8", "surrogatepass")
    controls = len(beginning) - len(beginning.translate(None, CONTROLS))
    if controls > CONTROLS_AT_MOST * len(beginning):
        raise not_text()
    return text


def not_text() -> UnreadableSource:
    """What is raised for bytes that are no text."""
    return UnreadableSource(
        "This file does not hold text.", "Choose a document that does.", "not_text"
    )
