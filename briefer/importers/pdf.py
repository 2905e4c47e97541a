"""PDF: PDFium reads the letters, the order of reading is made here."""

import gc
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

from msgspec.structs import replace

from briefer.core.errors import UnreadableSource
from briefer.core.model import Change
from briefer.core.record import text_of
from briefer.core.roles import assign_roles
from briefer.core.text import Canonical, Flow, Paragraph, from_flow
from briefer.importers.imported import Imported, Notice, Options
from briefer.importers.pdf_columns import blocks
from briefer.importers.pdf_edges import Page, without_edges
from briefer.importers.pdf_file import opened, read_pages
from briefer.importers.pdf_notes import (
    mark_of,
    marked,
    with_endnotes,
    with_notes,
    with_sideways,
    without_notes,
)
from briefer.importers.pdf_paragraphs import Drawn, Measure, all_lines, measured, paragraphs
from briefer.importers.pdf_record import outline, read_record
from briefer.importers.pdf_roles import Part, parts
from briefer.importers.pdf_words import Hyphens, list_marker, plain, written

ONE_AT_A_TIME = Lock()
"""PDFium keeps its state in one place: two threads in it at once end the process."""

LONGEST_OPENING = 30
"""Paragraphs in which a plain text may open with headings."""

UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd-\uffff\x00-\x08\x0e-\x1f]")
BYTES_OF_UNKNOWN = bytes({*range(0x09), *range(0x0E, 0x20), 0xEE, 0xEF})
"""One of these is in the UTF-8 of each such character: the last two begin it from U+E000 on."""

UNKNOWN_AT_MOST = 0.3
"""A text with a larger share of letters that nothing is known of cannot be read."""


def read(data: bytes, file: str, options: Options) -> Imported:
    """A PDF document: its words in the order of reading, paragraphs with pages and roles.

    Heads, feet and page numbers that recur are left out. A warning says damaged when pages are
    missing, no_text_layer when some are pictures. Raises UnreadableSource with one of the codes
    damaged, empty, no_text_layer, password_required, too_large, unsafe_content, unsupported.
    """
    with ONE_AT_A_TIME, _without_collecting():
        return _read(data, file, options.password)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No search for circles among the many values that are made: there are none in them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(data: bytes, file: str, password: str) -> Imported:
    with opened(data, file, password) as document:
        pages = read_pages(document, file)
        record = read_record(document, data)
        headings = outline(document)
    flow = _flow(pages, headings, text_of(record, "title"))
    _refuse_without_words(flow.decoded, pages, file)
    told: Mapping[Notice, bool] = {
        "damaged": not all(page.loaded for page in pages),
        "no_text_layer": any(page.picture for page in pages),
    }
    warnings = tuple(code for code, is_so in told.items() if is_so)
    canonical = _with_opening(from_flow(flow))
    return Imported("application/pdf", "", flow.decoded, canonical, record, warnings)


def _refuse_without_words(text: str, pages: Sequence[Page], file: str) -> None:
    unknown = _unknown(text)
    if text.strip() and unknown <= UNKNOWN_AT_MOST * len(text):
        return
    hint = "Recognise its text in a scanning program first, then import what that saves."
    if unknown:
        what = "does not say which letters its characters are"
    elif any(page.picture for page in pages):
        what = "holds pictures of pages and no text"
    else:
        raise UnreadableSource(f"{file} holds no words.", "Choose another file.", "empty")
    raise UnreadableSource(f"{file} {what}.", hint, "no_text_layer")


def _unknown(text: str) -> int:
    """How many characters there are that nothing is known of."""
    data = text.encode("utf-8", "surrogatepass")  # bytes tell in less time that there is none
    if len(data.translate(None, BYTES_OF_UNKNOWN)) == len(data):
        return 0
    return len(UNKNOWN.findall(text))


def _flow(pages: Sequence[Page], headings: Mapping[str, int], title: str) -> Flow:
    """The document as its paragraphs in the order of reading."""
    drawn, notes, measure = _drawn(pages)
    hyphens = Hyphens(list(all_lines(drawn)))
    counted = _counted(drawn) | with_endnotes(drawn, measure)
    texts = []
    for one in drawn:
        marks = counted.union(*notes[one.page : one.page + 2])
        texts.append(written(one.lines, hyphens, marks))
    said = [plain(*text) for text in texts]
    played = parts(drawn, said, measure, headings, title)
    pieces: list[str] = []
    made: list[Paragraph] = []
    changes: list[Change] = []
    at = 0
    for one, (text, found), part in zip(drawn, texts, played, strict=True):
        marker, length = _marker(one, text, part)
        if length:
            found = [Change(0, length, ""), *(each for each in found if each.start >= length)]
        changes += (Change(each.start + at, each.end + at, each.text) for each in found)
        label = pages[one.page].label
        made.append(Paragraph(at, at + len(text), part.role, part.level, label, marker))
        pieces.append(text)
        at += len(text) + 2
    return Flow("\n\n".join(pieces), tuple(made), (), tuple(changes))


def _drawn(pages: Sequence[Page]) -> tuple[list[Drawn], list[Collection[str]], Measure]:
    """The paragraphs, the footnote marks of each page, and what is usual in the document."""
    ordered = [blocks(rows) for rows in without_edges(pages)]
    measure = measured(ordered)
    texts, notes = [], []
    for found in ordered:
        text, note = without_notes(found, measure)
        texts.append(text)
        notes.append(note)
    drawn = with_notes(paragraphs(texts, measure), notes)
    drawn = with_sideways(drawn, [page.sideways for page in pages])
    return drawn, [{mark_of(one) for one in note} - {""} for note in notes], measure


def _counted(drawn: Sequence[Drawn]) -> frozenset[str]:
    """Raised numbers that count up through a document: marks of notes at its end, not powers."""
    raised = [
        line.text[start:end].strip() for line in all_lines(drawn) for start, end in line.raised
    ]
    numbers = [one for one in raised if one.isdecimal()]
    if len(numbers) < 3 or numbers != [str(n) for n in range(1, len(numbers) + 1)]:
        return frozenset()
    return frozenset(numbers)


def _marker(one: Drawn, text: str, part: Part) -> tuple[str, int]:
    """The marker that a paragraph begins with, and how many characters are taken out for it."""
    if part.role == "footnote":
        return mark_of(one.lines), marked(one.lines[0])
    if part.role == "list_item":
        return part.marker, list_marker(text)
    return "", 0


def _with_opening(made: Canonical) -> Canonical:
    """A document whose type shows no heading has what a plain text is taken to open with."""
    if any(place.role in ("title", "heading") for place in made.places):
        return made
    places = list(made.places)
    for at, likely in enumerate(assign_roles(made.text, made.places[:LONGEST_OPENING], ())):
        if likely.role == "body" or places[at].role != "body":
            break
        places[at] = likely
    return replace(made, places=tuple(places))
