"""Plain text and Markdown: finding out how the bytes are encoded, without losing any."""

import codecs

from briefer.core.errors import UnreadableSource

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first where one begins like another."""

CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f")
CONTROLS_AT_MOST = 0.02
"""A text with a larger share of control characters is a binary file."""

UNCERTAIN = ("encoding_uncertain",)


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text of some bytes, the encoding's name, and a warning when it was guessed.

    A byte order mark decides; then strict UTF-8; then Windows-1252 for bytes that are mostly
    ASCII; then chardet's guess. The mark itself stays in the text. Raises UnreadableSource with
    the code not_text for a binary file, encoding_uncertain where every guess fails.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding)), encoding, ()
    if b"\0" in data:
        raise _not_text()
    try:
        return _checked(data.decode("utf-8")), "utf-8", ()
    except UnicodeDecodeError:
        guess = _guess(data)
    return _checked(_strictly(data, guess)), guess, UNCERTAIN


def _guess(data: bytes) -> str:
    ascii_share = sum(byte < 128 for byte in data) / len(data)
    if ascii_share > 0.9:
        try:
            data.decode("windows-1252")
        except UnicodeDecodeError:
            pass
        else:
            return "windows-1252"
    import chardet  # only the rare file needs it, and it is slow to load

    found = chardet.detect(data)["encoding"]
    if not found:
        raise _not_text()
    return str(found).lower()


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableSource(
            f"The characters of this file cannot be told apart: it is not {encoding} throughout.",
            "Open it in the program it was written with and save it as UTF-8 text.",
            "encoding_uncertain",
        ) from error


def _checked(text: str) -> str:
    controls = sum(map(text.count, CONTROLS))
    if controls > CONTROLS_AT_MOST * len(text):
        raise _not_text()
    return text


def _not_text() -> UnreadableSource:
    return UnreadableSource(
        "This file does not hold text.", "Choose a text or Markdown file.", "not_text"
    )
