"""Document -> PDF file, laid out by reportlab's platypus with embedded fonts."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph
from reportlab.platypus import Table as PdfTable

from briefer.core import document as d
from briefer.core.errors import FileError
from briefer.core.progress import Progress, silent
from briefer.exporters.pdf_page import BOTTOM, LEFT, TOP, WIDTH, page_canvas
from briefer.exporters.pdf_styles import (
    A4,
    ACCENT,
    BOLD,
    GAP,
    ITALIC,
    LABEL_WIDTH,
    QUIET,
    STYLES,
    SYMBOLS,
    TABLE_STYLE,
    VALUE_WIDTH,
    characters,
    register_fonts,
)
from briefer.exporters.pdf_text import JOINER, markup

rl_config.useA85 = 0  # text in the file would be a quarter larger

COMMENT = re.compile(rb"(?i)% ?ReportLab Generated[^\n]*|(?<=\x9e) ReportLab Generated[^\n]*")
LONGEST_HELD_TOGETHER = 40
"""Characters of a citation that is not divided between two lines."""
COMMENTS = 600
"""Bytes at either end of the file among which the comments stand."""

RUN_MARKUP: Mapping[d.RunRole, tuple[str, str]] = {
    "text": ("", ""),
    "verbatim": ("", ""),
    "editorial": ("", ""),
    "citation": (f'<font color="{QUIET}" size="9">', "</font>"),
    "gap": (f'<font color="{GAP}">', "</font>"),
    "strong": (f'<font name="{BOLD}">', "</font>"),
}
PARAGRAPH_STYLES: Mapping[d.ParagraphRole, str] = {
    "body": "Normal",
    "question": "Question",
    "note": "Note",
}


class QuoteParagraph(Paragraph):
    """A quotation with a bar at its left."""

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setFillColor(ACCENT)
        self.canv.rect(8, 0, 2.2, self.height, stroke=0, fill=1)
        self.canv.restoreState()
        super().draw()


class HeadingParagraph(Paragraph):
    """A heading that is also an entry of the outline."""

    def draw(self) -> None:
        block: d.Heading = self.block
        level = min(block.level - 1, self.canv._doc.outline.currentlevel + 1)
        self.canv.bookmarkHorizontal(block.key, 0, self.height)
        self.canv.addOutlineEntry(block.text, block.key, level, closed=False)
        super().draw()


def write(document: d.Document, resources: Path, progress: Progress = silent) -> bytes:
    """The document as the bytes of a .pdf file.

    Raises FileError, naming the character and the words around it, when no embedded font has a
    character of the document.
    """
    register_fonts(resources / "fonts")
    _require_glyphs(document)
    file = io.BytesIO()
    template = BaseDocTemplate(
        file,
        pagesize=A4,
        title=document.title,
        lang=document.language,
        creator="briefer",
        producer="briefer",
        author="",
        subject="",
        invariant=1,
    )
    frame = Frame(LEFT, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
    template.addPageTemplates([PageTemplate(frames=[frame])])
    total = len(document.blocks)

    def reported(kind: str, value: Any) -> None:
        if kind == "PROGRESS":
            progress(min(int(value), total), total, "PDF document")

    template.setProgressCallBack(reported)
    canvas: Callable[..., Canvas] = page_canvas(document)
    template.build(list(_flowables(document)), canvasmaker=canvas)
    progress(total, total, "PDF document")
    return _without_advertisement(file.getvalue())


def _without_advertisement(data: bytes) -> bytes:
    """The file with reportlab's comments at its head and tail blanked; no offset changes."""
    head, middle, tail = data[:COMMENTS], data[COMMENTS:-COMMENTS], data[-COMMENTS:]
    return COMMENT.sub(_blank, head) + middle + COMMENT.sub(_blank, tail)


def _blank(found: re.Match[bytes]) -> bytes:
    return b"%".ljust(len(found[0]))


def _require_glyphs(document: d.Document) -> None:
    body, margin = characters(symbols=True), characters(symbols=False)
    for text, known in (
        (d.plain_text(document), body),
        (document.marking, margin),
        (document.footer, margin),
    ):
        for at, character in enumerate(text):
            if character not in known:
                around = text[max(0, at - 20) : at + 20].replace("\n", " ")
                raise FileError(
                    f"The PDF fonts have no “{character}” (U+{ord(character):04X}), in “{around}”.",
                    "Export as DOCX, or leave that item out.",
                )


def _flowables(document: d.Document) -> Iterator[Flowable]:
    yield _paragraph("Title", (d.Run(document.title),))
    for block in document.blocks:
        if isinstance(block, d.Table) and not block.rows:
            continue  # platypus refuses a table without rows
        yield WRITERS[type(block)](block)


def _paragraph(
    style: str,
    runs: tuple[d.Run, ...],
    kind: type[Paragraph] = Paragraph,
    width: float = WIDTH,
    bullet: str | None = None,
) -> Paragraph:
    look = STYLES[style]
    room = width - look.leftIndent - look.rightIndent
    made = "".join(_run_markup(run, look, room) for run in runs)
    return kind(made.replace("\n", "<br/>"), look, bulletText=bullet)


def _run_markup(run: d.Run, style: Any, room: float) -> str:
    """A run as platypus markup; a short citation is held together on one line."""
    before, after = RUN_MARKUP[run.role]
    text = run.text
    if run.role == "citation" and len(text) <= LONGEST_HELD_TOGETHER:
        text = text.replace(" ", JOINER)
    if run.emphasis:
        before, after = f'{before}<font name="{ITALIC}">', f"</font>{after}"
    font = BOLD if run.role == "strong" else ITALIC if run.emphasis else style.fontName
    return f"{before}{markup(text, (font, style.fontSize), room, SYMBOLS)}{after}"


def _heading(block: d.Heading) -> Flowable:
    made = _paragraph(f"Heading{block.level}", (d.Run(block.text),), HeadingParagraph)
    made.block = block
    return made


def _plain(block: d.Paragraph) -> Flowable:
    return _paragraph(PARAGRAPH_STYLES[block.role], block.runs)


def _bullet(block: d.Bullet) -> Flowable:
    return _paragraph("Bullet", block.runs, bullet="•")


def _quote(block: d.Quote) -> Flowable:
    return _paragraph("Quote", block.runs, QuoteParagraph)


def _table(block: d.Table) -> Flowable:
    rows = [
        [
            _paragraph("TableLabel", (d.Run(row.label),), width=LABEL_WIDTH - 6),
            _paragraph("TableText", (d.Run(row.value),), width=VALUE_WIDTH - 6),
        ]
        for row in block.rows
    ]
    return PdfTable(rows, (LABEL_WIDTH, VALUE_WIDTH), style=TABLE_STYLE, spaceAfter=10,
                    hAlign="LEFT", splitInRow=1)  # fmt: skip


def _source_entry(block: d.SourceEntry) -> Flowable:
    return _paragraph("SourceEntry", block.runs, bullet=block.label)


WRITERS: Mapping[type, Callable[[Any], Flowable]] = {
    d.Heading: _heading,
    d.Paragraph: _plain,
    d.Bullet: _bullet,
    d.Quote: _quote,
    d.Table: _table,
    d.SourceEntry: _source_entry,
}
"""How each kind of block becomes a flowable."""
