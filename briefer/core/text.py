"""Canonical text: the one form text is kept in, and the log that leads back to the original."""

import re
import unicodedata

from msgspec import Struct

from briefer.core import changes
from briefer.core.markup import read_markup
from briefer.core.model import Change, Mark, Place, Role
from briefer.core.roles import assign_roles


class Canonical(Struct, frozen=True):
    """What becomes of a decoded document; `log` turns the decoded original into `text`."""

    text: str
    places: tuple[Place, ...]
    marks: tuple[Mark, ...]
    log: tuple[Change, ...]


class Paragraph(Struct, frozen=True):
    """A paragraph of a decoded document: its range there, and what part it plays."""

    start: int
    end: int
    role: Role = "body"
    level: int = 0
    page: str | None = None
    marker: str = ""


class Flow(Struct, frozen=True):
    """A document as its importer read it: the decoded words in order, and what is known of them.

    Paragraphs are in order and do not overlap; marks and changes are ranges of `decoded` too.
    `changes` are what the importer replaces: line-end hyphens joined, ligatures taken apart.
    """

    decoded: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...] = ()
    changes: tuple[Change, ...] = ()


BYTE_ORDER_MARK = "\ufeff"
NOT_IN_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
SOIL = bytes(set(range(32)) - set(b"\t\n"))
CLEANED = re.compile(f"(?P<end>\r\n?)|\\A{BYTE_ORDER_MARK}|[{NOT_IN_XML}]")
"""What is replaced (line ends) or removed (the rest); see XML 1.0, production 2 (Char)."""


def canonical(decoded: str) -> Canonical:
    """Cleans a decoded document and takes its light Markdown out of the text.

    Line ends become a line feed; a byte order mark and characters that XML cannot hold go;
    the rest is put in Unicode normal form C. Spaces, dashes and quotation marks stay.
    """
    cleaning = clean(decoded)
    cleaned = changes.apply(decoded, cleaning)
    composing = compose(cleaned)
    composed = changes.apply(cleaned, composing)
    markup = read_markup(composed)
    text = changes.apply(composed, markup.changes)
    if markup.changes and not unicodedata.is_normalized("NFC", text):
        markup = read_markup(composed, inline=False)
        text = changes.apply(composed, markup.changes)
    log = changes.join(changes.join(cleaning, cleaned, composing), composed, markup.changes)
    places = assign_roles(text, markup.places, markup.marks)
    return Canonical(text, places, markup.marks, tuple(log))


def from_flow(flow: Flow) -> Canonical:
    """The canonical text of a document whose importer knows its paragraphs.

    Its changes are made, then the same cleaning and composing as for every text; paragraphs
    without words are left out, the others numbered.
    """
    log: list[Change] = []
    text, paragraphs, marks = flow.decoded, flow.paragraphs, flow.marks
    for step in (lambda _: list(flow.changes), clean, compose):
        changed = step(text)
        if not changed:
            continue
        after = changes.apply(text, changed)
        log = changes.join(log, text, changed) if log else changed
        follow = changes.Follower(changed)
        paragraphs = tuple([_moved(one, follow) for one in paragraphs])
        marks = tuple([Mark(follow(one.start), follow(one.end), one.kind) for one in marks])
        text = after
    ranges = ((one, _trimmed(text, one.start, one.end)) for one in paragraphs)
    worded = ((one, range_) for one, range_ in ranges if range_)
    places = [
        Place(number, *range_, one.role, one.page, one.level, one.marker)
        for number, (one, range_) in enumerate(worded, start=1)
    ]
    kept = (one for one in marks if one.start < one.end)
    return Canonical(text, tuple(places), tuple(kept), tuple(log))


def _moved(one: Paragraph, follow: changes.Follower) -> Paragraph:
    start, end = follow(one.start), follow(one.end)
    return Paragraph(start, end, one.role, one.level, one.page, one.marker)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A range without white space at its ends; None when nothing is left."""
    words = text[start:end]
    inner = words.strip()
    if not inner:
        return None
    if len(inner) == len(words):
        return start, end
    start += len(words) - len(words.lstrip())
    return start, start + len(inner)


def clean(text: str) -> list[Change]:
    """The replacements that make line ends line feeds and take out what XML cannot hold."""
    if _is_clean(text):
        return []
    return [
        Change(found.start(), found.end(), "\n" if found["end"] else "")
        for found in CLEANED.finditer(text)
    ]


def _is_clean(text: str) -> bool:
    """Whether there is nothing to clean, as in most texts: bytes tell it in half the time."""
    if text.startswith(BYTE_ORDER_MARK) or "\ufffe" in text or "\uffff" in text:
        return False
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a character
        return False
    return len(data.translate(None, SOIL)) == len(data)


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
