"""Words on their way into platypus: every character kept, no word split and none joined."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from briefer.core.folds import WITHOUT_INK

JOINER = "\ufdd1"
"""Printed as a space at which no line ends; a noncharacter, so that no text can hold it."""

STAND_INS: Mapping[str, str] = {"\u00a0": "\ufdd0", "\u202f": "\ufdd2"}
"""Spaces that platypus would make plain ones -> what takes their place until they are printed."""

UNSEEN = dict.fromkeys(map(ord, WITHOUT_INK))
"""Left out; reportlab would print a soft hyphen as a hyphen."""

SMALLEST = 6.0
"""Points; a word that is too long for a line even at this size is split."""

AFTER_HYPHEN = re.compile(r"(?<=\w-) (?=\S)")
"""A space after a hyphen: readers take a hyphen at the end of a line for a divided word."""


class VerbatimFont(TTFont):  # type: ignore[misc]
    """A font that prints no-break spaces as what they are; reportlab's makes them plain spaces."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file), shapable=False)
        for real, stand_in in {" ": JOINER, **STAND_INS}.items():
            self._copy_glyph(ord(real), ord(stand_in))

    def _copy_glyph(self, source: int, target: int) -> None:
        face: Any = self.face
        if source in face.charToGlyph:
            face.charToGlyph[target] = face.charToGlyph[source]
            face.charWidths[target] = face.getCharWidth(source)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
        """Reportlab's codes for the text, with each stand-in entered as the space it stands for."""
        parts = super().splitString(text.replace(JOINER, " "), doc, encoding)
        state: Any = self.state[doc]
        for real, stand_in in STAND_INS.items():
            code = state.assignments.get(ord(stand_in))
            if code is not None:
                state.subsets[code >> 8][code & 0xFF] = ord(real)
        return parts


def markup(text: str, look: tuple[str, float], room: float, symbols: str = "") -> str:
    """The text as platypus markup, for a font and size and a line of that room.

    A word longer than a line is printed smaller, down to SMALLEST, before it is split.
    Characters that the font lacks are printed from the font called `symbols`.
    """
    text = AFTER_HYPHEN.sub(JOINER, text.translate(UNSEEN))
    for real, stand_in in STAND_INS.items():
        text = text.replace(real, stand_in)
    return "".join(
        piece.replace("\t", " ") if piece.isspace() else _word(piece, look, room, symbols)
        for piece in re.split(r"([ \t\n]+)", text)
    )


def _word(word: str, look: tuple[str, float], room: float, symbols: str) -> str:
    font, size = look
    made = _with_symbols(word, font, symbols) if symbols else escape(word)
    width = pdfmetrics.stringWidth(word, font, size)
    fitting = max(SMALLEST, size * room / max(width, 1.0) - 0.01)
    return made if width <= room else f'<font size="{fitting:.2f}">{made}</font>'


def _with_symbols(word: str, font: str, symbols: str) -> str:
    known = known_to(font)
    if all(map(known.__contains__, map(ord, word))):
        return escape(word)
    return "".join(
        escape(one) if ord(one) in known else f'<font name="{symbols}">{escape(one)}</font>'
        for one in word
    )


def known_to(font: str) -> Mapping[int, int]:
    """The code points that a registered font has, and their glyphs."""
    face: Any = pdfmetrics.getFont(font).face
    known: Mapping[int, int] = face.charToGlyph
    return known
