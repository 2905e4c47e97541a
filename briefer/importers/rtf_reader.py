"""The way through the tokens of a rich text document, in reading order."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from briefer.core.model import Role
from briefer.importers import rtf_words as words
from briefer.importers.flow_writer import FlowWriter
from briefer.importers.numerals import PRIVATE, numeral, sign
from briefer.importers.package import damaged, unsafe
from briefer.importers.rtf_state import NEW_PARAGRAPH, PLAIN, Font, Setting, State, role_of_style

OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
AFTER_THE_END = re.compile(rb"\\[a-z]|\}")
"""What stands behind the end of a document only when a brace too many has ended it."""

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})?[ ]?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|[\r\n\0]+"
    r"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
DEEPEST = 1000
"""Groups inside one another; word processors nest some tens."""

LONGEST_MARK = 3
"""Characters of a sign that a note has in place of a number."""

KEPT_IN_CELLS: frozenset[Role] = frozenset({"title", "heading"})


class Reader(Setting):
    """Bytes wait until it is known which font they are in; notes and boxes until their turn."""

    def __init__(self, data: str, writer: FlowWriter, file: str) -> None:
        """Takes a document with each byte as one character."""
        super().__init__(writer)
        self.stated: dict[str, str] = {}
        self._data = data
        self._file = file
        self._stack: list[State] = []
        self._latest = self.state
        self._waiting = bytearray()
        self._units: list[int] = []
        self._skipped = 0
        self._optional = False
        self._marker = ""
        self._in_note = self._aside = False
        self._notes: list[tuple[int, State, str]] = []
        self._boxes: list[tuple[int, State]] = []

    def read(self) -> int:
        """Writes the text, then its notes; gives the position behind the end of the document.

        Raises UnreadableSource: damaged for a document that breaks off, unsafe_content.
        """
        end = self._run(self._data.index("{"))
        self._end(self._latest)
        self._in_note = True
        for kind, form in self.forms.items():
            counted = 0
            for at, state, own_mark in self._notes:
                if self._data.startswith("\\ftnalt", at) == (kind == "endnote"):
                    counted += not own_mark
                    self._marker = own_mark or numeral(counted, form)
                    self.writer.expect(own_mark)
                    self._run_aside(at, state)
        return end

    def _run_aside(self, at: int, state: State) -> None:
        """Reads the rest of a group that was passed over."""
        kept = self.state, self._stack, self._latest
        self.state = self._latest = replace(state, to="text", **PLAIN, **NEW_PARAGRAPH)
        self._stack, self._aside = [self.state], True
        self._run(at)
        self._end(self._latest)
        self.state, self._stack, self._latest = kept
        self._aside = False

    def _run(self, at: int) -> int:
        """Reads tokens until the group that begins at `at`, or that it lies in, has ended."""
        while found := TOKEN.match(self._data, at):
            at = found.end()
            kind = found.lastgroup
            if kind == "text":
                self._take(found[0])
            elif kind == "brace":
                self._brace(found[0])
                if not self._stack:
                    return at
            elif kind in ("word", "number"):
                number = found["number"]
                at += self._control(found["word"], None if number is None else int(number), at)
            elif kind == "byte":
                self._take(chr(int(found["byte"], 16)))
            elif kind == "symbol":
                self._symbol(found["symbol"])
        raise damaged(self._file)

    def _brace(self, brace: str) -> None:
        self._skipped, self._optional = 0, False
        if brace == "}":
            self._flush()
            self.state = self._stack.pop()
            return
        if len(self._stack) >= DEEPEST:
            raise unsafe(self._file)
        self._stack.append(self.state)
        self.state = replace(self.state)

    def _take(self, text: str) -> None:
        """Keeps characters of one byte each, but for those that stand in for a Unicode one."""
        if self._skipped:
            left, self._skipped = self._skipped, max(0, self._skipped - len(text))
            text = text[left:]
        if text and self.state.to != "skip":
            if self._units:
                self._flush()
            self._waiting += text.encode("latin-1")

    def _control(self, word: str, number: int | None, at: int) -> int:
        """Does what a control word before `at` asks for; gives how many characters it takes up."""
        optional, self._optional = self._optional, False
        if word == "bin":
            return max(0, number or 0)
        if self.state.to == "skip":
            return 0
        if self._skipped and word != "u":
            self._skipped -= 1
        elif word in words.DESTINATIONS or (optional and word not in words.KEPT):
            self._enter(word, at)
        elif word == "u":
            self._unicode(number or 0)
        elif word in words.KNOWN:
            if word != "uc":  # stands between the halves of a character
                self._flush()
            self._do(word, number)
        return 0

    def _do(self, word: str, number: int | None) -> None:
        if word in words.LITERAL:
            self._say(words.LITERAL[word])
        elif word in words.TOGGLES:
            setattr(self.state, words.TOGGLES[word], number != 0)
        elif self.state.to == "info" and word in words.STATED:
            self.state.to = word
        elif word in words.ENDS:
            self._paragraph(celled=word in words.CELL_ENDS)
        elif word in words.WORDS:
            words.WORDS[word](self, number or 0)
        if word in words.REVISIONS and number != 0:
            self.warnings.add("changes_accepted")

    def _enter(self, word: str, at: int) -> None:
        """Goes into a destination: what the words of this group are from here on."""
        to = words.DESTINATIONS.get(word, "skip")
        if word == "annotation":
            self.warnings.add("comments_left_out")
        state = self.state
        if to in ("note", "box") and state.to == "text" and not self._aside:
            shown = not (state.hidden or state.deleted)
            if to == "note" and shown:
                self._notes.append((at, replace(state), self._own_mark()))
            elif shown:
                self._boxes.append((at, replace(state)))
            to = "skip"
        self._flush()
        if to == "marker" and not self._in_note:
            self._marker = ""
        if to not in ("note", "box"):
            state.to = "skip" if to == "marker" and self._in_note else to

    def _own_mark(self) -> str:
        """The raised sign that waits before a note, which is its mark and no word of the text."""
        if not self.state.raised or len(self._waiting) > LONGEST_MARK:
            return ""
        mark = self._decoded().strip()
        self._waiting.clear()
        return mark

    def _symbol(self, symbol: str) -> None:
        if self.state.to == "skip":
            return
        if self._skipped:
            self._skipped -= 1
            return
        if symbol == "*":
            self._optional = True
            return
        self._flush()
        if symbol in "\r\n":
            self._paragraph()
        else:
            self._say(words.LITERAL.get(symbol, ""))

    def _unicode(self, code: int) -> None:
        """A character by its number; those above the 16 bits of old come as two."""
        if self._waiting:
            self._flush()
        self._units.append(code + 0x10000 if code < 0 else code)
        self._skipped = self.state.fallback

    def _flush(self) -> None:
        """Writes what waits, in the font that is in force."""
        if self._units:
            units, self._units = self._units, []
            font = self.fonts.get(self.state.font, Font())
            self._say(_characters(units, font.name if font.signs else ""))
        if self._waiting:
            text = self._decoded()
            self._waiting.clear()
            self._say(text)

    def _decoded(self) -> str:
        data = bytes(self._waiting)
        font = self.fonts.get(self.state.font, Font())
        if font.signs and self.state.to in ("text", "marker"):
            return "".join(sign(PRIVATE.start + byte, font.name) for byte in data)
        codec = font.codec or self.codec
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            self.warnings.add("encoding_uncertain")
            return data.decode(codec, "replace")

    def _say(self, text: str) -> None:
        state = self.state
        if state.to == "text":
            if not (state.hidden or state.deleted):
                self.writer.write(text, state.kinds())
                self._latest = state
        elif state.to == "marker":
            self._marker += text
        elif state.to == "font":
            self.font().name += text.rstrip(";")
        elif state.to == "style":
            self.style().name += text.rstrip(";")
        elif state.to in words.STATED:
            self.stated[state.to] = self.stated.get(state.to, "") + text

    def _paragraph(self, celled: bool = False) -> None:
        """Ends a paragraph, unless its end was deleted; a cell ends all the same."""
        if self.state.to == "text" and (celled or not self.state.deleted):
            self._end(replace(self.state, celled=True) if celled else self.state)

    def _end(self, state: State) -> None:
        role, level = self._role(state)
        if self._in_note:
            role, level = "footnote", 0
        if self.writer.within or not self._in_note:
            self.writer.end(role, level, self._marker.strip())
            self._marker = ""
        boxes, self._boxes = self._boxes, []
        for at, inherited in boxes:
            self._run_aside(at, inherited)

    def _role(self, state: State) -> tuple[Role, int]:
        role, level = role_of_style(self.styles, state.style)
        if state.outline and role != "title":
            role, level = "heading", state.outline
        if state.celled and role not in KEPT_IN_CELLS:
            return "table_cell", 0
        if role in ("body", "list_item") and (state.listed or self._marker.strip()):
            return "list_item", state.level + 1
        return role, level


def _characters(units: Iterable[int], font: str) -> str:
    """The text of 16-bit units and whole characters; what is half a character becomes U+FFFD.

    Numbers of signs are looked up in their font, where it is one of signs.
    """
    shown = (sign(unit, font) if font and unit in PRIVATE else chr(min(unit, 0x10FFFF))
             for unit in units)  # fmt: skip
    return "".join(shown).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
