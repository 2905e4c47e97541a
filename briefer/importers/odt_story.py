"""The walk through the text of an OpenDocument file, in reading order."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from lxml import etree
from msgspec import Struct

from briefer.core.model import MarkKind, Role
from briefer.importers.flow_writer import FlowWriter
from briefer.importers.odt_styles import DRAW, OFFICE, TABLE, TEXT, Styles, integer, marker

WHITE = re.compile(r"[ \t\r\n]+")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
STYLE_NAME = f"{TEXT}style-name"
MOST_SPACES = 1000
"""Spaces that one element may stand for; a text of more is no text."""

KEPT_IN_CELLS: frozenset[Role] = frozenset({"title", "heading"})
SHAPES = frozenset(
    DRAW + name
    for name in (
        "frame", "text-box", "custom-shape", "g", "a", "rect", "ellipse", "circle", "line",
        "polygon", "polyline", "path", "regular-polygon", "connector", "caption",
    )
)  # fmt: skip


class Where(Struct, frozen=True):
    """What surrounds a paragraph: a role that all have there, a list, a cell."""

    role: Role | None = None
    in_cell: bool = False
    list_style: str = ""
    depth: int = 0


class Story:
    """Writes a text, then its notes."""

    def __init__(self, styles: Styles, writer: FlowWriter) -> None:
        self._styles = styles
        self._writer = writer
        self._where = Where()
        self._kinds: tuple[MarkKind, ...] = ()
        self._marker = ""
        self._spaced = True
        self._boxes: list[etree._Element] = []
        self._notes: list[etree._Element] = []
        self._counted: dict[int, int] = {}
        self._lists: dict[str, dict[int, int]] = {}

    def read(self, text: "etree._Element") -> None:
        """Writes everything in the order of a reader: the text, footnotes, endnotes."""
        self.blocks(text)
        notes, self._notes = self._notes, []
        for kind in ("footnote", "endnote"):
            for note in notes:
                if note.get(f"{TEXT}note-class", "footnote") == kind:
                    self._write_note(note)

    def _write_note(self, note: "etree._Element") -> None:
        citation = note.find(f"{TEXT}note-citation")
        body = note.find(f"{TEXT}note-body")
        if body is None:
            return
        self._marker = "" if citation is None else "".join(map(str, citation.itertext())).strip()
        with self._inside(Where(role="footnote")):
            self.blocks(body)

    @contextmanager
    def _inside(self, where: Where) -> Iterator[None]:
        before, self._where = self._where, where
        yield
        self._where = before

    def blocks(self, parent: "etree._Element") -> None:
        """Writes the paragraphs, lists, tables and frames in an element."""
        for child in parent:
            does = BLOCK_HANDLERS.get(child.tag)
            if does:
                does(self, child)

    def paragraph(self, element: "etree._Element") -> None:
        """Writes a paragraph or a heading, then what stands beside it."""
        name = element.get(STYLE_NAME, "")
        if not self._styles.hidden("paragraph", name) and not _is_hidden(element):
            self._spaced = True
            self._kinds = self._styles.own_kinds(name)
            self.inline(element)
            self._writer.end(*self._said(element, name), self._marker)
            self._marker = ""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _said(self, element: "etree._Element", name: str) -> tuple[Role, int]:
        role, level = self._styles.role(name) or ("body", 0)
        if element.tag == f"{TEXT}h" and role != "title":
            role, level = "heading", integer(element.get(f"{TEXT}outline-level"), 1)
        if self._where.role:
            return self._where.role, 0
        if self._where.in_cell and role not in KEPT_IN_CELLS:
            return "table_cell", 0
        if self._where.depth and role in ("body", "list_item"):
            return "list_item", self._where.depth
        return role, level

    def inline(self, element: "etree._Element") -> None:
        """Writes the words in an element, and those of the elements between them."""
        self.say(element.text)
        for child in element:
            does = INLINE_HANDLERS.get(child.tag, Story.inline)
            if does:
                does(self, child)
            self.say(child.tail)

    def say(self, words: str | None) -> None:
        """Writes words with white space as it is shown (ODF 1.3, part 3, 6.1.2)."""
        if not words:
            return
        shown = WHITE.sub(" ", words)
        if self._spaced and shown.startswith(" "):
            shown = shown[1:]
        if shown:
            self._spaced = shown.endswith(" ")
        self._writer.replace(words, shown, self._kinds)

    def write(self, words: str) -> None:
        """Writes white space that counts as it stands."""
        self._spaced = False
        self._writer.write(words, self._kinds)

    def line_break(self) -> None:
        """Ends a line within a paragraph."""
        self._spaced = True
        self._writer.line_break()

    def span(self, element: "etree._Element") -> None:
        """Writes words in a character style, unless it hides them."""
        name = element.get(STYLE_NAME, "")
        if self._styles.hidden("text", name):
            return
        before = self._kinds
        self._kinds = tuple({*before, *self._styles.kinds(name)})
        self.inline(element)
        self._kinds = before

    def keep_note(self, element: "etree._Element") -> None:
        """Keeps a note for the end of the text."""
        self._notes.append(element)

    def keep_box(self, element: "etree._Element") -> None:
        """Keeps a frame until the paragraph it stands in has ended."""
        self._boxes.append(element)

    def section(self, element: "etree._Element") -> None:
        """Writes a section that is shown."""
        if element.get(f"{TEXT}display") != "none" and not _says_hidden(element):
            self.blocks(element)

    def index(self, element: "etree._Element") -> None:
        """Writes a table of contents or an index: words that stand elsewhere too."""
        body = element.find(f"{TEXT}index-body")
        if body is not None:
            with self._inside(Where(role="boilerplate")):
                self.blocks(body)

    def cell(self, element: "etree._Element") -> None:
        """Writes a cell of a table."""
        with self._inside(Where(role=self._where.role, in_cell=True)):
            self.blocks(element)

    def list(self, element: "etree._Element") -> None:
        """Writes a list; one inside another counts one level deeper, in the same style."""
        where, outer = self._where, self._counted
        style = element.get(STYLE_NAME, "") or where.list_style
        if where.depth:
            self._counted.pop(where.depth + 1, None)
        else:
            self._counted = self._counters(element, style)
        with self._inside(Where(where.role, where.in_cell, style, where.depth + 1)):
            self.blocks(element)
        self._counted = outer if not where.depth else self._counted

    def _counters(self, element: "etree._Element", style: str) -> dict[int, int]:
        """Those of the list that this one goes on with, or new ones."""
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        followed = element.get(f"{TEXT}continue-list", style if goes_on else "")
        counters = self._lists.get(followed, {})
        self._lists[style] = self._lists[element.get(XML_ID, style)] = counters
        return counters

    def item(self, element: "etree._Element") -> None:
        """Counts and writes an item; its first paragraph carries the marker."""
        depth = self._where.depth
        levels = self._styles.levels(self._where.list_style)
        level = levels.get(depth)
        first = next(iter(element), None)
        if depth and (first is None or first.tag != f"{TEXT}list"):
            usual = self._counted.get(depth, (level.start if level else 1) - 1) + 1
            self._counted[depth] = integer(element.get(f"{TEXT}start-value"), usual)
            self._marker = marker(levels, depth, self._counted)
        self.blocks(element)
        self._marker = ""


def _says_hidden(element: "etree._Element") -> bool:
    return element.get(f"{TEXT}is-hidden") == "true"


def _is_hidden(paragraph: "etree._Element") -> bool:
    return any(map(_says_hidden, paragraph.iterchildren(f"{TEXT}hidden-paragraph")))


def _spaces(story: Story, element: "etree._Element") -> None:
    count = integer(element.get(f"{TEXT}c"), 1)
    story.write(" " * min(count, MOST_SPACES))


def _shown(story: Story, element: "etree._Element") -> None:
    if not _says_hidden(element):
        story.inline(element)


Does = Callable[[Story, "etree._Element"], None]
UNSAID = (
    f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}ruby-text", f"{TEXT}placeholder",
    f"{TEXT}script", f"{TEXT}number", f"{TEXT}tracked-changes",
)  # fmt: skip
INLINE_HANDLERS: Mapping[object, Does | None] = {
    f"{TEXT}span": Story.span,
    f"{TEXT}s": _spaces,
    f"{TEXT}tab": lambda story, element: story.write("\t"),
    f"{TEXT}line-break": lambda story, element: story.line_break(),
    f"{TEXT}note": Story.keep_note,
    f"{TEXT}hidden-text": _shown,
    **dict.fromkeys(SHAPES, Story.keep_box),
    **dict.fromkeys(UNSAID, None),
}
"""Element among words -> what it asks for; others hold words of the text, None hold none."""

INDEXES = (
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index",
)  # fmt: skip
BLOCK_HANDLERS: Mapping[object, Does] = {
    f"{TEXT}p": Story.paragraph,
    f"{TEXT}h": Story.paragraph,
    f"{TEXT}list": Story.list,
    f"{TEXT}list-item": Story.item,
    f"{TEXT}list-header": Story.blocks,
    f"{TEXT}numbered-paragraph": Story.blocks,
    f"{TEXT}section": Story.section,
    f"{TEXT}index-title": Story.blocks,
    f"{TEXT}bibliography": lambda story, element: story.blocks(element),
    f"{TEXT}index-body": Story.blocks,
    f"{TABLE}table-cell": Story.cell,
    **{TEXT + name: Story.index for name in INDEXES},
    **{
        TABLE + name: Story.blocks
        for name in ("table", "table-row", "table-rows", "table-header-rows", "table-row-group")
    },
    **dict.fromkeys(SHAPES, Story.blocks),
}
"""Element among paragraphs -> what it asks for; others hold no words of the text."""
