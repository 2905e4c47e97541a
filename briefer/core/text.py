"""Canonical text: the one form text is kept in, and the log that leads back to the original."""

import re
import unicodedata

from msgspec import Struct

from briefer.core import changes
from briefer.core.markup import read_markup
from briefer.core.model import Change, Mark, Place
from briefer.core.roles import assign_roles


class Canonical(Struct, frozen=True):
    """What becomes of a decoded document; `log` turns the decoded original into `text`."""

    text: str
    places: tuple[Place, ...]
    marks: tuple[Mark, ...]
    log: tuple[Change, ...]


LINE_END = "\r\n?"
BYTE_ORDER_MARK = "\\A\ufeff"
NOT_IN_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
CLEANED = re.compile(f"(?P<end>{LINE_END})|{BYTE_ORDER_MARK}|{NOT_IN_XML}")
"""What is replaced (line ends) or removed (the rest); see XML 1.0, production 2 (Char)."""


def canonical(decoded: str) -> Canonical:
    """Cleans a decoded document and takes its light Markdown out of the text.

    Line ends become a line feed; a byte order mark and characters that XML cannot hold go;
    the rest is put in Unicode normal form C. Spaces, dashes and quotation marks stay.
    """
    cleaning = [
        Change(found.start(), found.end(), "\n" if found["end"] else "")
        for found in CLEANED.finditer(decoded)
    ]
    clean = changes.apply(decoded, cleaning)
    composing = compose(clean)
    composed = changes.apply(clean, composing)
    markup = read_markup(composed)
    text = changes.apply(composed, markup.changes)
    if not unicodedata.is_normalized("NFC", text):  # a mark would join a letter before the markup
        markup = read_markup(composed, inline=False)
        text = changes.apply(composed, markup.changes)
    log = changes.join(changes.join(cleaning, clean, composing), composed, markup.changes)
    places = assign_roles(text, markup.places, markup.marks)
    return Canonical(text, places, markup.marks, tuple(log))


def compose(text: str) -> list[Change]:
    """The replacements that put a text in normal form C, each as short as is safe.

    Nothing composes with an ASCII character before it, so the text is cut before each of those.
    """
    if unicodedata.is_normalized("NFC", text):
        return []
    found = []
    for piece in re.finditer(r"[\x00-\x7f]?[^\x00-\x7f]+", text):
        normal = unicodedata.normalize("NFC", piece[0])
        if normal != piece[0]:
            found.append(Change(piece.start(), piece.end(), normal))
    return found
