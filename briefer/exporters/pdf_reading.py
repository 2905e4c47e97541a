"""PDF file -> what a reader sees in it now, and the manifest attached to it."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from briefer.core.errors import FileError
from briefer.core.visible import Seen, Visible
from briefer.exporters.pdf_names import ATTACHED, BOTTOM, TOP

LINE_ENDS = frozenset({0x0A, 0x0D})
DIVIDED = frozenset({0x02, 0xFFFE})
"""What PDFium gives for a hyphen at the end of a line."""

BULLET = "•"

CLOSE = 1.6
"""Distance of two lines of one paragraph at most, in sizes of the smaller letters; the styles of
exporters/pdf_styles.py set 1.25 to 1.58 within a paragraph, and 1.8 at least between two."""


class Line(Struct, frozen=True):
    """A line of a page: its words, where it stands (points from the foot), the largest size."""

    text: str
    y: float
    size: float
    divided: bool = False
    """Its last word goes on in the next line, after the hyphen."""


def read(data: bytes, name: str) -> Visible:
    """What can be read in a PDF; `name` is what the file is called in an error.

    Raises FileError when it is damaged or asks for a password.
    """
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, error) from error
    try:
        paragraphs = [one for page in file for one in _page(page)]
        return Visible(_manifest(file), tuple(paragraphs), on_paper=True)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, error) from error
    finally:
        file.close()


def _refused(name: str, error: pypdfium2.PdfiumError) -> FileError:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return FileError(
            f"{name} asks for a password.", "Save a copy without one.", "password_required"
        )
    return FileError(
        f"{name} is damaged: it is not a readable PDF.", "Use an earlier copy of it.", "damaged"
    )


def _manifest(file: pypdfium2.PdfDocument) -> bytes | None:
    for number in range(file.count_attachments()):
        one = file.get_attachment(number)
        if one.get_name() == ATTACHED:
            return bytes(one.get_data())
    return None


def _page(page: pypdfium2.PdfPage) -> Iterator[Seen]:
    """The paragraphs of a page; a line in a margin is one by itself."""
    height = page.get_height()
    first = True
    for margin, lines in groupby(_lines(page), lambda one: not BOTTOM < one.y < height - TOP):
        for paragraph in _paragraphs(lines, apart=margin):
            text = _joined(paragraph)
            yield Seen(text, goes_on=first and not margin, margin=margin)
            first = first and margin


def _paragraphs(lines: Iterable[Line], apart: bool) -> Iterator[list[Line]]:
    """Lines parted where a bullet stands, or more than the distance of two lines lies between."""
    paragraph: list[Line] = []
    for line in lines:
        before = paragraph[-1] if paragraph else line
        near = 0 <= before.y - line.y <= CLOSE * min(before.size, line.size)
        if paragraph and (apart or not near or line.text.startswith(BULLET)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _joined(lines: Sequence[Line]) -> str:
    """The lines as one text, a space between two unless a hyphen divides a word between them."""
    text = "".join(one.text if one.divided else f"{one.text} " for one in lines)
    return text.removeprefix(BULLET).strip(" ")


def _lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    """The lines of a page in the order in which they were written."""
    text = page.get_textpage()
    codes: list[int] = []
    unicode, begin = pdfium.FPDFText_GetUnicode, 0
    for at in range(text.count_chars()):
        code = unicode(text, at)
        if code not in LINE_ENDS:
            codes.append(code)
            if code not in DIVIDED:
                continue
        if codes:
            yield _line(text, begin, codes)
        codes, begin = [], at + 1
    if codes:
        yield _line(text, begin, codes)


def _line(page: pypdfium2.PdfTextPage, begin: int, codes: Sequence[int]) -> Line:
    """A line of these characters; the sizes of its first and last letters stand for all."""
    divided = codes[-1] in DIVIDED
    text = "".join("-" if one in DIVIDED else chr(one) for one in codes)
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    ends = (begin, begin + len(codes) - 1)
    size = max(pdfium.FPDFText_GetFontSize(page, at) for at in ends)
    return Line(whole, _height(page, begin), size, divided)


def _height(text: pypdfium2.PdfTextPage, at: int) -> float:
    """How high above the foot of the page a character stands, in points."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return y.value
