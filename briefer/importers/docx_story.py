"""The walk through the parts of a Word document that hold its words, in reading order."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from lxml import etree

from briefer.core.model import Role
from briefer.importers.docx_elements import ELEMENTS
from briefer.importers.docx_names import W, transitional
from briefer.importers.docx_numbering import FORMS, Lists, Numbering
from briefer.importers.docx_styles import DELETED, PLAIN_RUN, Said, Styles
from briefer.importers.flow_writer import FlowWriter
from briefer.importers.numerals import numeral
from briefer.importers.package import Package, damaged

VAL, ID = f"{W}val", f"{W}id"
FIELD_MARK, FIELD_TYPE = f"{W}fldChar", f"{W}fldCharType"
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"

NOTES = {
    f"{W}footnoteReference": ("footnotes", f"{W}footnotePr", "1"),
    f"{W}endnoteReference": ("endnotes", f"{W}endnotePr", "i"),
}
"""Mark of a note in the text: the part that holds the notes, their settings, how they count."""

KEPT_IN_CELLS: frozenset[Role] = frozenset({"title", "heading"})


class Story:
    """Writes the body of a document, then the notes that it refers to."""

    def __init__(self, package: Package, main: str, writer: FlowWriter) -> None:
        """Opens the parts; `main` is the one with the body. Raises UnreadableSource."""
        self._writer = writer
        self._package = package
        root = transitional(package.xml(main))
        if root is None or next(root.iterchildren(f"{W}body"), None) is None:
            raise damaged(package.file)
        self._root = root
        self._parts = package.related(main)
        self.styles = package.shared(self._parts.get("styles", "word/styles.xml"), Styles)
        self._look = PLAIN_RUN
        self._in_note = False
        self._cells = 0
        self._marker = ""
        self._own_mark: list[str] | None = None
        self._boxes: list[etree._Element] = []
        self._notes: dict[str, list[tuple[str, list[str]]]] = {tag: [] for tag in NOTES}
        self._fields: list[bool] = []
        self._complete: set[etree._Element] = set()

    def _part(self, kind: str) -> "etree._Element | None":
        return transitional(self._package.xml(self._parts.get(kind, f"word/{kind}.xml")))

    @cached_property
    def _counted(self) -> Numbering:
        name = self._parts.get("numbering", "word/numbering.xml")
        return Numbering(self._package.shared(name, Lists))

    def holds(self, tags: Iterable[str]) -> bool:
        """Whether the main part has one of these elements."""
        return next(self._root.iter(*tags), None) is not None

    def read(self) -> None:
        """Writes everything in the order of a reader: the text, footnotes, endnotes."""
        self._walk(self._root)
        self._in_note = True
        for tag, (kind, settings, form) in NOTES.items():
            if self._notes[tag]:
                self._write_notes(tag, self._part(kind), self._form(settings, form))

    def _walk(self, root: "etree._Element") -> None:
        self._fields, self._complete = [], _complete_fields(root)
        self.children(root)
        self.close()

    def _form(self, settings: str, usual: str) -> str:
        """How notes count, by the settings of a section or of the document."""
        for where in (self._root, self._part("settings")):
            for one in () if where is None else where.iter(settings):
                form = next(one.iterchildren(f"{W}numFmt"), None)
                if form is not None:
                    return FORMS.get(form.get(VAL, ""), "")
        return usual

    def _write_notes(self, tag: str, root: "etree._Element | None", form: str) -> None:
        held = {} if root is None else {one.get(ID, ""): one for one in root}
        counted = 0
        for key, own_mark in self._notes[tag]:
            sign = "".join(own_mark).strip()
            counted += not sign
            self._marker = sign or numeral(counted, form)
            if key in held:
                self._writer.expect(sign)
                self._walk(held.pop(key))  # one that is referred to twice stands once

    def children(self, parent: "etree._Element") -> None:
        """Does what each child asks for; a tag without an entry holds no words of the text."""
        for child in parent:
            tag = child.tag
            if tag in HANDLERS:
                HANDLERS[tag](self, child)

    def paragraph(self, element: "etree._Element") -> None:
        """Writes a paragraph; one whose end was deleted runs on into the next."""
        first = next(iter(element), None)  # where properties stand, if there are any
        own = first is not None and first.tag == PARAGRAPH_PROPERTIES
        said = self.styles.paragraph(first if own else None)
        if said.hidden:
            return
        self.children(element)
        if not said.runs_on:
            self._end(said, self._counted.marker(said.numbered) if said.numbered else "")

    def _end(self, said: Said, marker: str) -> None:
        role = said.role
        if self._in_note:
            role, marker = "footnote", self._marker
            self._marker = "" if self._writer.within else marker
        elif self._cells and role not in KEPT_IN_CELLS:
            role = "table_cell"
        self._writer.end(role, said.level, marker)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.children(box)
            self.close()

    def close(self) -> None:
        """Ends what a deleted paragraph end left open where a cell, a box or a part ends."""
        if self._writer.within or self._boxes:
            self._end(Said(), "")

    def box(self, content: "etree._Element") -> None:
        """Keeps a text box until the paragraph it stands beside has ended."""
        self._boxes.append(content)

    def table(self, element: "etree._Element") -> None:
        """Writes a table cell by cell."""
        self.close()
        self._cells += 1
        self.children(element)
        self._cells -= 1

    def run(self, element: "etree._Element") -> None:
        """Writes a run unless it is hidden."""
        self._look, hidden = PLAIN_RUN, False
        for child in element:
            tag = child.tag
            if tag == RUN_PROPERTIES:
                self._look = self.styles.run(child)
                hidden = self._look.hidden
            elif tag in HANDLERS and (not hidden or tag == FIELD_MARK):
                HANDLERS[tag](self, child)
        self._look, self._own_mark = PLAIN_RUN, None

    def say(self, words: str, shown: str | None = None) -> None:
        """Writes words, or what is shown for them, unless they belong to a field's instruction."""
        if self._fields and not all(self._fields):
            return
        if self._own_mark is not None:
            self._own_mark.append(words)
        elif shown is None:
            self._writer.write(words, self._look.kinds)
        else:
            self._writer.replace(words, shown, self._look.kinds)

    def line_break(self) -> None:
        """Ends a line within a paragraph."""
        if all(self._fields):
            self._writer.line_break()

    def field(self, mark: "etree._Element") -> None:
        """Begins a field, goes over from its instruction to its result, or ends it."""
        kind = mark.get(FIELD_TYPE)
        if kind == "begin" and mark in self._complete:
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def note(self, mark: "etree._Element") -> None:
        """Remembers a note for the end, and takes the sign of one that has a sign of its own."""
        own_mark: list[str] = []
        self._notes[str(mark.tag)].append((mark.get(ID, ""), own_mark))
        if mark.get(f"{W}customMarkFollows", "0") not in ("0", "false"):
            self._own_mark = own_mark


def _complete_fields(root: "etree._Element") -> "set[etree._Element]":
    """The beginnings of fields that also end; others would swallow the rest of the text."""
    begun: list[etree._Element] = []
    complete: set[etree._Element] = set()
    for mark in root.iter(FIELD_MARK):
        if next(mark.iterancestors(*DELETED), None) is not None:
            continue
        kind = mark.get(FIELD_TYPE)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            complete.add(begun.pop())
    return complete


HANDLERS: Mapping[object, Callable[[Story, "etree._Element"], None]] = {
    f"{W}p": Story.paragraph,
    f"{W}r": Story.run,
    f"{W}tbl": Story.table,
    FIELD_MARK: Story.field,
    **dict.fromkeys(NOTES, Story.note),
    **ELEMENTS,
}
"""Element -> what it asks for. Deleted and moved-away text, instructions, comments: no entry."""
