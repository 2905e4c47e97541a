"""Document -> Word file, on the styles of resources/reference.docx."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml

from briefer.core import document as d
from briefer.core.errors import FileError
from briefer.core.manifest import anchor
from briefer.core.progress import Progress, silent
from briefer.exporters.docx_names import NOT_IN_XML, WORD, escaped
from briefer.exporters.docx_package import set_properties, to_bytes
from briefer.exporters.docx_proof import embed

NAMESPACE = f'xmlns:w="{WORD}"'
REPORT_EVERY = 50
"""Blocks between two reports of progress."""

LABEL_WIDTH, VALUE_WIDTH = 2268, 7087
"""Columns of a table of details, in twentieths of a point."""

CHARACTER_STYLES: Mapping[d.RunRole, str] = {
    "citation": "Citation",
    "gap": "Gap",
    "strong": "Strong",
}
PARAGRAPH_STYLES: Mapping[d.ParagraphRole, str] = {
    "body": "",
    "question": "Question",
    "note": "Note",
}


def write(document: d.Document, resources: Path, progress: Progress = silent) -> bytes:
    """The document as the bytes of a .docx file.

    Raises FileError when a text holds a character that a Word file cannot, or when the reference
    document is missing.
    """
    _require_writable(document)
    word = _reference(resources / "reference.docx")
    pieces = [_paragraph("Title", _run(d.Run(document.title)))]
    for number, block in enumerate(document.blocks):
        if number % REPORT_EVERY == 0:
            progress(number, len(document.blocks), "Word document")
        pieces.append(WRITERS[type(block)](block))
    _fill_body(word, "".join(pieces))
    _head_and_foot(word, document)
    _set_language(word, document.language)
    set_properties(word, document)
    if document.manifest:
        embed(word, document.manifest)
    data = to_bytes(word)
    progress(len(document.blocks), len(document.blocks), "Word document")
    return data


def _reference(path: Path) -> WordDocument:
    if not path.exists():
        raise FileError(f"The reference document {path} is missing.", "Install briefer again.")
    return docx.Document(str(path))


def _require_writable(document: d.Document) -> None:
    captions = [block.caption for block in document.blocks if isinstance(block, d.Table)]
    for text in (d.plain_text(document), document.marking, document.footer, *captions):
        bad = NOT_IN_XML.search(text)
        if bad:
            around = NOT_IN_XML.sub("�", text[max(0, bad.start() - 20) : bad.end() + 20])
            raise FileError(
                f"A Word file cannot hold the character U+{ord(bad[0]):04X}, in “{around}”.",
                "Take it out of your own text.",
            )


def _fill_body(word: WordDocument, xml: str) -> None:
    """Puts the body in before the page set-up: one parse for the whole of it."""
    body: Any = word.element.body
    made: Any = parse_xml(f"<w:body {NAMESPACE}>{xml}</w:body>")
    for tag in ("bookmarkStart", "bookmarkEnd"):  # none holds another, so the nth ends the nth
        for number, mark in enumerate(made.iter(f"{{{WORD}}}{tag}")):
            mark.set(f"{{{WORD}}}id", str(number))
    for child in list(made):
        body.sectPr.addprevious(child)


def _head_and_foot(word: WordDocument, document: d.Document) -> None:
    """The marking above and below; the footer's text at the left and the page at the right."""
    marking = _run(d.Run(document.marking)) if document.marking else ""
    page = f"{_text('Page ')}{_field('PAGE')}{_text(' of ')}{_field('NUMPAGES')}"
    line = f"{_run(d.Run(document.footer))}<w:r><w:tab/></w:r>{page}"
    section = word.sections[0]
    head, foot = section.header, section.footer
    for part, xml in (
        (head, _paragraph("Header", marking)),
        (foot, (_paragraph("Header", marking) if marking else "") + _paragraph("Footer", line)),
    ):
        part.is_linked_to_previous = False
        element: Any = part._element
        for child in list(element):
            element.remove(child)
        for child in list(parse_xml(f"<w:hdr {NAMESPACE}>{xml}</w:hdr>")):
            element.append(child)


def _set_language(word: WordDocument, language: str) -> None:
    styles: Any = word.styles.element
    for one in styles.xpath("w:docDefaults//w:lang"):
        one.set(f"{{{one.nsmap['w']}}}val", language)


def _heading(block: d.Heading) -> str:
    return _paragraph(
        f"Heading{block.level}", _marked(anchor("heading", block.key), _run(d.Run(block.text)))
    )


def _plain(block: d.Paragraph) -> str:
    return _paragraph(PARAGRAPH_STYLES[block.role], _runs(block.runs))


def _bullet(block: d.Bullet) -> str:
    return _paragraph("ListBullet", _item(block))


def _quote(block: d.Quote) -> str:
    return _paragraph("Quote", _item(block))


def _item(block: d.Bullet | d.Quote) -> str:
    """What the block says, in a bookmark when it prints a pick."""
    runs = _runs(block.runs)
    return _marked(anchor("item", block.item), runs) if block.item else runs


def _marked(name: str, content: str) -> str:
    """Content in a bookmark, which Word and LibreOffice keep; `_fill_body` numbers it.

    A content control would say the same in Word, but LibreOffice 7.4 makes of one a single run
    without its formats, and a field when it saves as ODT.
    """
    return f'<w:bookmarkStart w:id="" w:name="{name}"/>{content}<w:bookmarkEnd w:id=""/>'


def _source_entry(block: d.SourceEntry) -> str:
    label = _run(d.Run(block.label, "strong"))
    return _paragraph("SourceEntry", f"{label}<w:r><w:tab/></w:r>{_runs(block.runs)}")


def _table(block: d.Table) -> str:
    if not block.rows:
        return ""  # Word calls a table without rows damaged
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(LABEL_WIDTH, 'TableLabel', row.label)}"
        f"{_cell(VALUE_WIDTH, 'TableText', row.value)}</w:tr>"
        for row in block.rows
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="DetailTable"/>'
        f'<w:tblW w:w="{LABEL_WIDTH + VALUE_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0080" w:firstColumn="1"/>'
        f'<w:tblCaption w:val="{escaped(block.caption)}"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{LABEL_WIDTH}"/><w:gridCol w:w="{VALUE_WIDTH}"/></w:tblGrid>'
        f"{rows}</w:tbl>{_paragraph('Note', '')}"
    )


def _cell(width: int, style: str, text: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(style, _text(text))}</w:tc>"
    )


WRITERS: Mapping[type, Callable[[Any], str]] = {
    d.Heading: _heading,
    d.Paragraph: _plain,
    d.Bullet: _bullet,
    d.Quote: _quote,
    d.Table: _table,
    d.SourceEntry: _source_entry,
}
"""How each kind of block becomes the XML of the body."""


def _paragraph(style: str, content: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def _runs(runs: tuple[d.Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: d.Run) -> str:
    style = CHARACTER_STYLES.get(run.role, "")
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += "<w:i/>" if run.emphasis else ""
    return _text(run.text, f"<w:rPr>{look}</w:rPr>" if look else "")


def _text(text: str, properties: str = "") -> str:
    """A run with every character kept: tabs and line ends as elements, white space preserved."""
    pieces = [
        MARKS.get(piece) or f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
        for piece in re.split("([\t\n])", text)
        if piece
    ]
    return f"<w:r>{properties}{''.join(pieces)}</w:r>" if pieces else ""


MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def _field(name: str) -> str:
    """A field that Word computes, with 1 until it does."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
