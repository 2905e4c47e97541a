"""The look of the PDF, a sibling of the Word reference document: fonts, colours, styles."""

from functools import cache
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from briefer.core.errors import FileError
from briefer.exporters.pdf_text import JOINER, STAND_INS, VerbatimFont, known_to

__all__ = [
    "A4",
    "ACCENT",
    "BOLD",
    "FONT",
    "ITALIC",
    "STYLES",
    "SYMBOLS",
    "characters",
    "register_fonts",
]

FONT, BOLD, ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
SYMBOLS = "NotoSansMath"
"""Arrows, mathematical signs and geometric shapes, which Noto Sans lacks."""
FILES = {
    FONT: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    ITALIC: "NotoSans-Italic.ttf",
    SYMBOLS: "NotoSansMath-Symbols.ttf",
}
"""Noto Sans covers Latin, Cyrillic and Greek, under the SIL Open Font Licence."""

INK, ACCENT = HexColor("#1A1A1A"), HexColor("#1F3A5F")
QUIET, GAP, RULE = "#5A6472", "#7A1F1F", HexColor("#C3CAD3")
LABEL_WIDTH, VALUE_WIDTH = 113.0, 355.0
"""Columns of a table of details, in points."""

NO_GLYPH_NEEDED = "\n\t\u00a0\u202f\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def register_fonts(folder: Path) -> None:
    """Makes the fonts known to reportlab, once a process. Raises FileError when one is missing."""
    for name, file in FILES.items():
        if name in pdfmetrics.getRegisteredFontNames():
            continue
        try:
            pdfmetrics.registerFont(VerbatimFont(name, folder / file))
        except (OSError, TTFError) as error:
            raise FileError(f"The font {file} cannot be read.", "Install briefer again.") from error
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


@cache
def characters(symbols: bool) -> frozenset[str]:
    """What can be printed: all that every text face has, with `symbols` those of that font too."""
    known = set(known_to(FONT)) & set(known_to(BOLD)) & set(known_to(ITALIC))
    if symbols:
        known |= set(known_to(SYMBOLS))
    return (frozenset(map(chr, known)) | set(NO_GLYPH_NEEDED)) - {JOINER, *STAND_INS.values()}


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    defaults = {"fontName": FONT, "textColor": INK, "spaceAfter": 6, "allowWidows": 0,
                "allowOrphans": 0,
                "bulletFontName": FONT}  # fmt: skip
    return ParagraphStyle(name, fontSize=size, leading=leading, **{**defaults, **more})


def _heading(level: int, size: float, before: float) -> ParagraphStyle:
    return _style(f"Heading{level}", size, size * 1.25, fontName=BOLD, textColor=ACCENT,
                  spaceBefore=before, spaceAfter=4, keepWithNext=1)  # fmt: skip


STYLES = {
    style.name: style
    for style in (
        _style("Normal", 10, 14.2),
        _style("Title", 20, 25, fontName=BOLD, textColor=ACCENT, spaceAfter=11, keepWithNext=1),
        _heading(1, 13, 16),
        _heading(2, 11, 12),
        _heading(3, 10, 10),
        _style("Bullet", 10, 14.2, leftIndent=17, bulletIndent=2, bulletColor=ACCENT, spaceAfter=5),
        _style("Quote", 10, 14.2, leftIndent=22, rightIndent=14, spaceBefore=3, spaceAfter=8),
        _style("Question", 10, 14.2, fontName=BOLD, spaceAfter=2, keepWithNext=1),
        _style("Note", 8.5, 12, textColor=HexColor(QUIET), spaceAfter=4, keepWithNext=1),
        _style("SourceEntry", 8.5, 12, leftIndent=28, bulletFontName=BOLD, bulletFontSize=8.5,
               spaceAfter=4),
        _style("TableText", 9, 12.5, spaceAfter=0),
        _style("TableLabel", 9, 12.5, fontName=BOLD, textColor=HexColor(QUIET), spaceAfter=0),
    )
}  # fmt: skip
"""Paragraph styles by name; sizes and distances in points."""

TABLE_STYLE = [
    ("FONTNAME", (0, 0), (-1, -1), FONT),
    ("LINEABOVE", (0, 0), (-1, 0), 0.5, RULE),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]
