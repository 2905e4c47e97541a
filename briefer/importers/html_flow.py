"""The words of a web page in order, with the white space and the blocks that a browser shows."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.model import MarkKind, Role
from briefer.core.record import Record, text_of
from briefer.importers import html_notes
from briefer.importers.flow_writer import FlowWriter
from briefer.importers.html_parts import (
    SELDOM,
    has_cells,
    is_boilerplate,
    is_left_out,
    main_heading,
    main_part,
    words_of,
)
from briefer.importers.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

WHITE = " \t\n\r\f"
PIECES = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
"""White space (HTML, 13.1.1: no-break spaces are none), or words with one space between each."""

INTEGER = re.compile(r"-?[0-9]{1,6}")

HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}

BLOCKS: Mapping[str, Role | None] = {
    **dict.fromkeys((
        "address", "article", "aside", "body", "center", "dd", "details", "dialog", "dir", "div",
        "dl", "dt", "fieldset", "figure", "footer", "form", "header", "hgroup", "hr", "html",
        "legend", "main", "menu", "nav", "ol", "optgroup", "p", "pre", "search", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "xmp", "listing",
    )),
    "blockquote": "quotation", "caption": "caption", "figcaption": "caption", "li": "list_item",
    "td": "table_cell", "th": "table_cell",
}  # fmt: skip
"""Elements that stand in paragraphs of their own, and the role they give; None: as around them."""

OF_BLOCKS = frozenset([*BLOCKS, *HEADINGS])
LAYING_OUT = frozenset({"table", "pre", "xmp", "listing", "ul", "ol", "menu"})
"""Blocks that change how what lies inside them is laid out; see `_laid_out`."""

KINDS: Mapping[str, MarkKind] = {
    "b": "strong", "strong": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis",
    "dfn": "emphasis", "var": "emphasis",
}  # fmt: skip

LAST: tuple[Role, ...] = ("footnote", "boilerplate")
"""Roles that whatever lies inside has, too."""


class Around(Struct, frozen=True):
    """What the paragraphs at some place of the page are."""

    role: Role = "body"
    level: int = 0
    lists: int = 0
    cells: bool = True
    """Whether the table around is one of data, not of layout."""
    plain: bool = True
    """Whether white space is folded; not so in `pre`."""
    kinds: tuple[MarkKind, ...] = ()


@lru_cache(maxsize=256)
def _marked(around: Around, kind: MarkKind) -> Around:
    """The same place inside words that are emphasised."""
    return replace(around, kinds=(*around.kinds, kind))


def write_page(page: "_Element", writer: FlowWriter, record: Record) -> None:
    """Writes the main part of a page; footnotes outside it come after it."""
    part = main_part(page)
    notes = html_notes.find(page)
    reader = _Reader(writer, notes, text_of(record, "title"))
    heading = main_heading(page, part)
    if heading is not None and not any(one is heading for one in part.iter("h1")):
        reader.element(heading, Around())
    reader.element(part, Around(), chosen=True)
    for note in notes.of_notes:
        if note not in reader.written:
            reader.element(note, Around())
    reader.paragraph(Around())


class _Reader:
    """Walks the elements; libxml2 sees to it that they are at most 256 deep."""

    def __init__(self, writer: FlowWriter, notes: html_notes.Notes, title: str) -> None:
        self._writer = writer
        self._notes = notes
        self._of_notes = notes.of_notes
        self._marked = bool(notes.marks or notes.backs)
        self._title = title
        self._titled = False
        self._space = ""
        self._fresh = True
        """No words yet in this line: white space before them is none."""
        self._last = ""
        self._marker = ""
        self._counts: dict[_Element, int] = {}
        self.written: set[_Element] = set()

    def element(self, one: "_Element", around: Around, *, chosen: bool = False) -> None:
        """Writes an element and what lies inside it; `chosen`: though it might be left out."""
        tag = one.tag
        if one in self._of_notes:
            self.written.add(one)
            around = self._in_note(one, around)
        elif not chosen and (tag in SELDOM or one.keys()) and is_left_out(one, tag, around.role):
            return
        if tag in OF_BLOCKS:
            self._block(one, tag, around)
        elif tag == "br":
            self._break(around)
        elif not (self._marked or tag == "sup") or not self._is_note_mark(one):
            kind = KINDS.get(tag)
            if kind and kind not in around.kinds:
                around = _marked(around, kind)
            self._inside(one, around)

    def _inside(self, one: "_Element", around: Around) -> None:
        if words := one.text:
            self._words(words, around)
        for child in one:
            self.element(child, around)
            if words := child.tail:
                self._words(words, around)

    def _block(self, one: "_Element", tag: str, around: Around) -> None:
        inner = self._around(one, tag, around)
        if tag != "body":
            self.paragraph(around)
        if tag == "li" and inner.role == "list_item":
            self._marker = self._list_marker(one)
        self._inside(one, inner)
        self.paragraph(inner)

    def _around(self, one: "_Element", tag: str, around: Around) -> Around:
        """What the paragraphs inside a block are."""
        if tag in LAYING_OUT:
            around = _laid_out(one, around)
        if around.role in LAST:
            return around
        role: Role = BLOCKS.get(tag) or around.role
        if role == "table_cell" and not around.cells:
            role = around.role
        if tag in HEADINGS:
            return self._heading(one, around)
        if (tag == "blockquote" or one.keys()) and is_boilerplate(one, tag):
            role = "boilerplate"
        level = around.lists if role == "list_item" else 0
        if role == around.role and level == around.level:
            return around
        return replace(around, role=role, level=level)

    def _heading(self, one: "_Element", around: Around) -> Around:
        """A heading; the first of the highest level, or the one that is the title, is the title."""
        words = " ".join(words_of(one).split())
        first = not self._titled and bool(words) and (one.tag == "h1" or words == self._title)
        self._titled = self._titled or first
        return replace(around, role="title" if first else "heading", level=HEADINGS[one.tag])

    def paragraph(self, around: Around) -> None:
        """Ends the paragraph that is being written, if one is."""
        if self._writer.within:
            self._writer.end(around.role, around.level, self._marker)
            self._marker = ""
        self._space, self._fresh, self._last = "", True, ""

    def _break(self, around: Around) -> None:
        """A line ends; two of them end the paragraph, as old pages have it."""
        if self._fresh:
            self.paragraph(around)
            return
        self._writer.line_break()
        self._space, self._fresh = "", True

    def _words(self, text: str, around: Around) -> None:
        if not around.plain:
            self._writer.write(text, around.kinds)
            self._fresh = False
            return
        words = text.strip(WHITE)
        if not words:
            self._space += text
            return
        behind = ""
        if len(words) < len(text):
            begin = text.index(words[0])  # all before it is white
            self._space += text[:begin]
            behind = text[begin + len(words) :]
        if words.isprintable() and "  " not in words:  # single spaces alone: no other is printable
            self._write(words, around)
        else:
            for piece in PIECES.findall(words):
                if piece[0] in WHITE:
                    self._space = piece
                else:
                    self._write(piece, around)
        self._space = behind

    def _write(self, words: str, around: Around) -> None:
        """Writes words, and one space for the white space before them."""
        if self._fresh and around.role == "footnote" and words.startswith(f"[{self._marker}]"):
            mark = f"[{self._marker}]"
            self._writer.replace(mark, "")  # it is the marker, and no word of the note
            words = words.removeprefix(mark).lstrip(" ")
        if not self._fresh and (space := self._space):
            if space == " ":
                words = " " + words
            else:
                self._writer.replace(space, " ", around.kinds)
        self._writer.write(words, around.kinds)
        self._space, self._fresh, self._last = "", False, words

    def _is_note_mark(self, one: "_Element") -> bool:
        """Writes the mark of a footnote, which is taken out of the words again; False if none."""
        at_start = self._fresh
        mark = html_notes.mark_of(one, self._notes, "" if at_start else self._last[-12:])
        if not mark:
            return False
        self._writer.replace(mark, "")
        return True

    def _list_marker(self, item: "_Element") -> str:
        """What a browser prints before an item: a bullet, or its number in the form asked for."""
        above = item.getparent()
        if above is None or above.tag != "ol":
            return "-"
        next_one = self._counts.get(above, _number(above.get("start"), 1))
        number = _number(item.get("value"), next_one)
        self._counts[above] = number + 1
        return f"{numeral(number, above.get('type') or '1') or number}."

    def _in_note(self, one: "_Element", around: Around) -> Around:
        self.paragraph(around)
        self._marker = self._notes.of_notes[one]
        return Around("footnote")


def _laid_out(one: "_Element", around: Around) -> Around:
    """What tables, lists and preformatted words change for what lies inside them."""
    if one.tag == "table":
        return replace(around, cells=has_cells(one))
    if one.tag in ("pre", "xmp", "listing"):
        return replace(around, plain=False)
    if one.tag in ("ul", "ol", "menu"):
        return replace(around, lists=around.lists + 1)
    return around


def _number(words: str | None, otherwise: int) -> int:
    return int(words) if words and INTEGER.fullmatch(words) else otherwise
