"""The words of a word-processor document, gathered in the order in which its reader finds them."""

import re
from collections.abc import Collection, Mapping
from itertools import islice, takewhile
from operator import attrgetter

from msgspec.structs import replace

from briefer.core.errors import UnreadableSource
from briefer.core.model import Change, Mark, MarkKind, Role
from briefer.core.record import Field, Name
from briefer.core.roles import assign_roles
from briefer.core.text import Canonical, Flow, Paragraph, from_flow

LINE_ENDS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
"""White space with a line end in it, as XML written with indents has it around words."""

LONGEST = 16 * 1024 * 1024
"""Code points of the longest document: some five thousand pages."""

UNKNOWN_SIGN = re.compile("[\ue000-\uf8ff]")
"""What a font of signs shows, where the font is not one that is known; in a list, a bullet."""

RANGE = attrgetter("start", "end")
BETWEEN = "\n\n"
OPENING = 12
"""Paragraphs among which a title is looked for when a document marks none."""

MADE_BY = frozenset({
    "admin", "administrator", "apache poi", "microsoft office user", "office user", "owner",
    "python-docx", "unknown", "user", "windows user",
})  # fmt: skip
"""Authors that programs write of themselves: nobody's name."""


class FlowWriter:
    """Takes words and the ends of paragraphs in reading order, and gives the canonical text."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._pieces: list[str] = []
        self._at = 0
        self._start = 0
        self._paragraphs: list[Paragraph] = []
        self._marks: list[Mark] = []
        self._open: dict[MarkKind, tuple[int, int]] = {}
        self._changes: list[Change] = []
        self._broken = False
        self._expected = ""

    @property
    def within(self) -> bool:
        """Whether words were written since the last paragraph ended."""
        return self._at > self._start

    def write(self, words: str, kinds: Collection[MarkKind] = ()) -> None:
        """Adds words to the paragraph, and marks them; marks that touch become one."""
        if self._expected:
            words = self._without_mark(words)
        if not words:
            return
        if self._broken:
            self._break()
        begin = self._at
        self._pieces.append(words)
        self._at = end = begin + len(words)
        if end > LONGEST:
            raise UnreadableSource(
                f"{self._file} holds more than {LONGEST:,} characters.",
                "Import the part that you need.",
                "too_large",
            )
        for kind in kinds:
            first, last = self._open.get(kind, (begin, -1))
            if last != begin:
                self._close(kind)
                first = begin
            self._open[kind] = first, end

    def replace(self, words: str, by: str, kinds: Collection[MarkKind] = ()) -> None:
        """Adds words as they stand in the file, with what they read as: `by`, logged."""
        if self._expected:
            words = by = self._without_mark(by)
        self.write(words, kinds)
        if words != by:
            self._changes.append(Change(self._at - len(words), self._at, by))

    def expect(self, mark: str) -> None:
        """The next words begin with the sign of a note, which is its marker and no word of it."""
        self._expected = mark

    def _without_mark(self, words: str) -> str:
        if not words.strip():
            return words
        mark, self._expected = self._expected, ""
        rest = words.lstrip()
        return rest.removeprefix(mark) if rest.startswith(mark) else words

    def line_break(self) -> None:
        """A line ends, the paragraph goes on: a space in the text, as for every hard break.

        Breaks before the first and after the last words of a paragraph part nothing.
        """
        self._broken = self.within

    def _break(self) -> None:
        self._broken = False
        begin = self._at
        self.replace("\n", " ")
        self._marks.append(Mark(begin, self._at, "line_break"))

    def end(self, role: Role = "body", level: int = 0, marker: str = "") -> None:
        """Ends the paragraph; without words it leaves nothing behind."""
        self._broken = False
        if not self.within:
            return
        shown = UNKNOWN_SIGN.sub("•", marker) if marker else ""
        self._paragraphs.append(Paragraph(self._start, self._at, role, level, None, shown))
        self._marks += [Mark(*range_, kind) for kind, range_ in self._open.items()]
        self._open.clear()
        self._pieces.append(BETWEEN)
        self._at += len(BETWEEN)
        self._start = self._at

    def _close(self, kind: MarkKind) -> None:
        if kind in self._open:
            self._marks.append(Mark(*self._open.pop(kind), kind))

    def made(self) -> tuple[str, Canonical]:
        """The decoded words and the canonical text; raises UnreadableSource when there are none."""
        self.end()
        decoded = "".join(self._pieces[:-1])  # without the blank line after the last paragraph
        marks = sorted(self._marks, key=RANGE)
        flow = Flow(decoded, tuple(self._paragraphs), tuple(marks), tuple(self._changes))
        canonical = from_flow(flow)
        if not canonical.places:
            raise UnreadableSource(
                f"{self._file} holds no words.",
                "Choose another file; a picture of a text must be made into text first.",
                "empty",
            )
        return decoded, _with_opening(canonical)


def _with_opening(made: Canonical) -> Canonical:
    """Paragraphs that open a document without title or heading of its own, read as plain text is.

    What the format says itself stays; see core.roles for how title and headings are told.
    """
    if any(place.role in ("title", "heading") for place in made.places):
        return made
    opening = list(islice(takewhile(lambda one: one.role == "body", made.places), OPENING))
    guessed = assign_roles(made.text, opening, made.marks)
    told = takewhile(lambda one: one.role in ("title", "heading"), guessed)
    places = [replace(one, role=guess.role) for one, guess in zip(opening, told, strict=False)]
    return replace(made, places=(*places, *made.places[len(places) :]))


def inferred(fields: Mapping[str, str]) -> dict[str, Field]:
    """What a file says about itself as fields of the record (CSL names), each only inferred.

    Several authors are parted by semicolons; empty fields and the names of programs are left out.
    """
    record: dict[str, Field] = {}
    for name, raw in fields.items():
        words = " ".join(raw.split())
        if name == "author":
            people = (" ".join(one.split()) for one in words.split(";"))
            names = tuple(Name(one) for one in people if one and one.casefold() not in MADE_BY)
            if names:
                record[name] = Field(names, "inferred")
        elif words:
            record[name] = Field(words, "inferred")
    return record
