"""Word file -> what a reader sees in it now, every pending change known."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from briefer.core.errors import FileError
from briefer.core.visible import Seen, Visible
from briefer.exporters.docx_parts import (
    Look,
    Styles,
    local,
    look,
    manifest,
    parse,
    related,
    styles,
    value,
)

STORIES = ("header", "footer", "footnotes", "endnotes")
"""Kinds of parts with words beside those of the body."""

MATHEMATICS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"

SIGNS: Mapping[str, str] = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}  # fmt: skip
"""Elements that stand for a character."""

CHANGES: Mapping[str, str] = {"ins": "in", "moveTo": "in", "del": "out", "moveFrom": "out"}
"""Pending changes: what they bring in and what they take out."""

UNSEEN = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "instrText",
     "delInstrText", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef",
     "annotationRef", "commentReference", "rt"}
)  # fmt: skip
"""Elements with nothing to read for a reader; a gloss over a word (rt) is no part of the word."""

FOREIGN: Mapping[str, str] = {
    "altChunk": "The file holds another document, whose words cannot be read.",
    "subDoc": "The file shows another file's words, which cannot be read.",
}
"""Elements that show words which are not in the part itself."""


class Piece(Struct, frozen=True):
    """Some characters, the pending changes they are part of, and whether they are struck out."""

    text: str
    changes: frozenset[str]
    struck: bool


class Paragraph:
    """A paragraph while it is read."""

    def __init__(self, style: str) -> None:
        self.style = style
        self.pieces: list[Piece] = []
        self.anchors: dict[str, None] = {}

    def seen(self, quotes: frozenset[str]) -> Seen:
        """The paragraph as a reader sees it."""
        text = self._without("out")
        rejected = self._without("in")
        unstruck = "".join(
            one.text for one in self.pieces if "out" not in one.changes and not one.struck
        )
        return Seen(
            text,
            tuple(self.anchors),
            self.style in quotes,
            rejected if rejected != text else None,
            unstruck if unstruck != text else None,
        )

    def _without(self, change: str) -> str:
        return "".join(one.text for one in self.pieces if change not in one.changes)


class Story:
    """Reads one part: its paragraphs in order, those of text boxes after the one they hang on."""

    def __init__(self, known: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
        self.unread: list[str] = []
        self._known = known
        self._inside: list[Paragraph] = []
        self._open: dict[str, str] = {}
        self._fields: list[str] = []

    def walk(self, element: Any, changes: frozenset[str] = frozenset()) -> None:
        """Reads what is in an element."""
        for child in element:
            name = local(child)
            if name in UNSEEN:
                continue
            if name in FOREIGN:
                self.unread.append(FOREIGN[name])
            elif name in HANDLERS:
                HANDLERS[name](self, child, changes)
            elif name in CHANGES:
                self.walk(child, changes | {CHANGES[name]})
            else:
                self.walk(child, changes)

    def paragraph(self, element: Any, changes: frozenset[str]) -> None:
        """Reads a paragraph."""
        properties = next((one for one in element if local(one) == "pPr"), ())
        style = next((value(one) for one in properties if local(one) == "pStyle"), "")
        self._inside.append(Paragraph(style))
        self.paragraphs.append(self._inside[-1])
        self.walk(element, changes)
        self._inside.pop()

    def run(self, element: Any, changes: frozenset[str]) -> None:
        """Reads characters of one look."""
        shown = self._look(element)
        for child in element:
            name = local(child)
            if name in ("t", "delText"):
                self._add(child.text or "", changes, shown)
            elif name in SIGNS:
                self._add(SIGNS[name], changes, shown)
            elif name == "sym":
                self._add(_symbol(value(child, "char")), changes, shown)
            elif name == "fldChar":
                self._field(value(child, "fldCharType"))
            elif name not in UNSEEN:
                self.walk([child], changes)

    def mathematics(self, element: Any, changes: frozenset[str]) -> None:
        """Reads the letters of a formula."""
        self._add(element.text or "", changes, Look())

    def alternatives(self, element: Any, changes: frozenset[str]) -> None:
        """Reads the first of some ways to show the same."""
        self.walk(element[:1], changes)

    def opened(self, element: Any, _changes: frozenset[str]) -> None:
        """Notes where a bookmark begins."""
        self._open[value(element, "id")] = value(element, "name")

    def closed(self, element: Any, _changes: frozenset[str]) -> None:
        """Notes where a bookmark ends."""
        self._open.pop(value(element, "id"), None)

    def _add(self, text: str, changes: frozenset[str], shown: Look) -> None:
        if not text or shown.hidden or "code" in self._fields or not self._inside:
            return
        paragraph = self._inside[-1]
        paragraph.pieces.append(Piece(text, changes, bool(shown.struck)))
        paragraph.anchors |= dict.fromkeys(self._open.values())

    def _look(self, run: Any) -> Look:
        """How a run is shown: by its own properties, its style, its paragraph's style."""
        looks = self._known.looks
        properties = next((one for one in run if local(one) == "rPr"), ())
        shown = look(properties)
        for one in properties:
            if local(one) == "rStyle":
                shown = shown.over(looks.get(value(one), Look()))
        style = self._inside[-1].style if self._inside else ""
        return shown.over(looks.get(style, Look()))

    def _field(self, mark: str) -> None:
        """Follows a field: its code, which nobody sees, and then its result."""
        if mark == "begin":
            self._fields.append("code")
        elif self._fields and mark == "separate":
            self._fields[-1] = "result"
        elif self._fields:
            self._fields.pop()


def _symbol(code: str) -> str:
    """A character of a symbol font, by its number in hexadecimal."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "�"


HANDLERS: Mapping[str, Callable[[Story, Any, frozenset[str]], None]] = {
    "p": Story.paragraph,
    "r": Story.run,
    f"{{{MATHEMATICS}}}t": Story.mathematics,
    f"{{{ALTERNATIVES}}}AlternateContent": Story.alternatives,
    "bookmarkStart": Story.opened,
    "bookmarkEnd": Story.closed,
}
"""How elements are read that are more than a box around others."""


def read(parts: Mapping[str, bytes], name: str) -> Visible:
    """What can be read in a Word file, from its unpacked members; `name` is for errors.

    The words of the body, then those of heads, feet and notes. Raises FileError.
    """
    main = next((part for kind, part in related(parts, "", name) if kind == "officeDocument"), "")
    if main not in parts:
        raise FileError(f"{name} is not a Word document.", "Choose a .docx file.")
    beside: dict[str, list[str]] = {}
    for kind, part in related(parts, main, name):
        beside.setdefault(kind, []).append(part)
    known = _styles(parts, beside.get("styles", []), name)
    stories = [main, *(part for kind in STORIES for part in sorted(beside.get(kind, [])))]
    read_ = [_story(parts, part, name, known) for part in stories]
    return Visible(
        manifest(parts, name),
        tuple(one.seen(known.quotes) for story in read_ for one in story.paragraphs),
        unread=tuple(dict.fromkeys(one for story in read_ for one in story.unread)),
    )


def _styles(parts: Mapping[str, bytes], named: list[str], name: str) -> Styles:
    return styles(parse(parts, named[0], name)) if named else Styles({}, frozenset())


def _story(parts: Mapping[str, bytes], part: str, name: str, known: Styles) -> Story:
    story = Story(known)
    story.walk(parse(parts, part, name))
    return story
