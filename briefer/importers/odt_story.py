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
        self.where = Where()
        self._kinds: tuple[MarkKind, ...] = ()
        self._marker = ""
        self._spaced = True
        self._boxes: list[etree._Element] = []
        self._notes: list[etree._Element] = []
        self._counted: dict[int, int] = {}
        self._lists: dict[str, dict[int, int]] = {}
        self._deletions: frozenset[str] = frozenset()
        self._deleting: set[str] = set()

    def read(self, text: "etree._Element") -> None:
        """Writes everything in the order of a reader: the text, footnotes, endnotes."""
        self._deletions = _deletions(text)
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
        with self.inside(Where(role="footnote")):
            self.blocks(body)

    @contextmanager
    def inside(self, where: Where) -> Iterator[None]:
        """Surrounds the paragraphs that are written meanwhile."""
        before, self.where = self.where, where
        yield
        self.where = before

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
            self._spaced = not self._writer.within
            self._kinds = self._styles.own_kinds(name)
            self.inline(element)
            if not self._deleting:  # else the paragraph runs on where the deletion ends
                self._writer.end(*self._said(element, name), self._marker)
                self._marker = ""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _said(self, element: "etree._Element", name: str) -> tuple[Role, int]:
        role, level = self._styles.role(name) or ("body", 0)
        if element.tag == f"{TEXT}h" and role != "title":
            role, level = "heading", integer(element.get(f"{TEXT}outline-level"), 1)
        if self.where.role:
            return self.where.role, 0
        if self.where.in_cell and role not in KEPT_IN_CELLS:
            return "table_cell", 0
        if self.where.depth and role in ("body", "list_item"):
            return "list_item", self.where.depth
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
        if not words or self._deleting:
            return
        shown = WHITE.sub(" ", words)
        if self._spaced and shown.startswith(" "):
            shown = shown[1:]
        if shown:
            self._spaced = shown.endswith(" ")
        self._writer.replace(words, shown, self._kinds)

    def write(self, words: str) -> None:
        """Writes white space that counts as it stands."""
        if not self._deleting:
            self._spaced = False
            self._writer.write(words, self._kinds)

    def line_break(self) -> None:
        """Ends a line within a paragraph."""
        if not self._deleting:
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
        if not self._deleting:
            self._notes.append(element)

    def keep_box(self, element: "etree._Element") -> None:
        """Keeps a frame until the paragraph it stands in has ended."""
        if not self._deleting:
            self._boxes.append(element)

    def change(self, element: "etree._Element") -> None:
        """Begins or ends a deletion whose words stand in the text, as some programs write it."""
        key = element.get(f"{TEXT}change-id", "")
        if element.tag == f"{TEXT}change-end":
            self._deleting.discard(key)
        elif key in self._deletions:
            self._deleting.add(key)

    def list(self, element: "etree._Element") -> None:
        """Writes a list; one inside another counts one level deeper, in the same style."""
        where, outer = self.where, self._counted
        style = element.get(STYLE_NAME, "") or where.list_style
        if where.depth:
            self._counted.pop(where.depth + 1, None)
        else:
            self._counted = self._counters(element, style)
        with self.inside(Where(where.role, where.in_cell, style, where.depth + 1)):
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
        depth = self.where.depth
        levels = self._styles.levels(self.where.list_style)
        level = levels.get(depth)
        first = next(iter(element), None)
        if depth and (first is None or first.tag != f"{TEXT}list"):
            usual = self._counted.get(depth, (level.start if level else 1) - 1) + 1
            self._counted[depth] = integer(element.get(f"{TEXT}start-value"), usual)
            self._marker = marker(levels, depth, self._counted)
        self.blocks(element)
        self._marker = ""


def _deletions(text: "etree._Element") -> frozenset[str]:
    """The deletions that end; others would swallow the rest of the text."""
    ended = {one.get(f"{TEXT}change-id", "") for one in text.iter(f"{TEXT}change-end")}
    regions = text.iter(f"{TEXT}changed-region") if ended else ()
    deleted = (one for one in regions if one.find(f"{TEXT}deletion") is not None)
    return frozenset(one.get(f"{TEXT}id", one.get(XML_ID, "")) for one in deleted) & ended


def _says_hidden(element: "etree._Element") -> bool:
    return element.get(f"{TEXT}is-hidden") == "true"


def _is_hidden(paragraph: "etree._Element") -> bool:
    return any(map(_says_hidden, paragraph.iterchildren(f"{TEXT}hidden-paragraph")))


def _section(story: Story, element: "etree._Element") -> None:
    if element.get(f"{TEXT}display") != "none" and not _says_hidden(element):
        story.blocks(element)


def _index(story: Story, element: "etree._Element") -> None:
    """A table of contents or an index: words that stand elsewhere too."""
    body = element.find(f"{TEXT}index-body")
    if body is not None:
        with story.inside(Where(role="boilerplate")):
            story.blocks(body)


def _cell(story: Story, element: "etree._Element") -> None:
    with story.inside(Where(role=story.where.role, in_cell=True)):
        story.blocks(element)


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
    f"{TEXT}change-start": Story.change,
    f"{TEXT}change-end": Story.change,
    **dict.fromkeys(SHAPES, Story.keep_box),
    **dict.fromkeys(UNSAID, None),
}
"""Element among words -> what it asks for; others hold words of the text, None hold none."""

INDEXES = (
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index",
)  # fmt: skip
BLOCK_HANDLERS: Mapping[object, Does] = {
    f"{TEXT}change-start": Story.change,
    f"{TEXT}change-end": Story.change,
    f"{TEXT}p": Story.paragraph,
    f"{TEXT}h": Story.paragraph,
    f"{TEXT}list": Story.list,
    f"{TEXT}list-item": Story.item,
    f"{TEXT}list-header": Story.blocks,
    f"{TEXT}numbered-paragraph": Story.blocks,
    f"{TEXT}section": _section,
    f"{TEXT}index-title": Story.blocks,
    f"{TEXT}bibliography": Story.blocks,
    f"{TEXT}index-body": Story.blocks,
    f"{TABLE}table-cell": _cell,
    **{TEXT + name: _index for name in INDEXES},
    **{
        TABLE + name: Story.blocks
        for name in ("table", "table-row", "table-rows", "table-header-rows", "table-row-group")
    },
    **dict.fromkeys(SHAPES, Story.blocks),
}
"""Element among paragraphs -> what it asks for; others hold no words of the text."""
