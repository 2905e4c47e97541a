"""PDF files that tests draw themselves."""

import io
import zlib
from collections.abc import Callable, Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas

from briefer import paths
from briefer.exporters.pdf_styles import FONT, register_fonts

WIDTH, HEIGHT = 595, 842
LEFT, TOP = 72, 740


def pdf(draw: Callable[[Canvas], None], **options: object) -> bytes:
    """What a function draws, as a file of A4 pages."""
    out = io.BytesIO()
    canvas = Canvas(out, (WIDTH, HEIGHT), invariant=1, **options)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def lines(
    canvas: Canvas, texts: Iterable[str], x: float = LEFT, y: float = TOP, leading: float = 14
) -> float:
    """Draws lines one under the other; an empty one is half a line's gap. Gives where it ended."""
    for text in texts:
        if text:
            canvas.drawString(x, y, text)
        y -= leading if text else leading / 2
    return y


def noto(canvas: Canvas, size: float = 11) -> None:
    """Goes on in the font of the program, which has Latin, Greek and Cyrillic letters."""
    register_fonts(paths.resources() / "fonts")
    canvas.setFont(FONT, size)


def raw_pdf(objects: Sequence[bytes]) -> bytes:
    """A file of objects 1, 2, … as they are written here; the first is the catalogue."""
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(out))
    return out + head + tail


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object of some data, compressed."""
    packed = zlib.compress(data)
    told = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(packed), extra)
    return told + b"\nstream\n" + packed + b"\nendstream"


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    b" /Resources << /Font << /F1 5 0 R >> >> >>"
)


def glyph_pdf(runs: Sequence[tuple[float, float, str] | tuple[float, float, str, float]]) -> bytes:
    """Letters drawn one by one from left to right, whatever they mean: (x, y, letters).

    A fourth value is the size, else it is 10.

    The font is Courier with a table that says which letter each code is, so that any script can
    be drawn in the order a page shows it in. A letter may be several: those of a ligature, in
    curly brackets.
    """
    told: list[str] = []
    content = ["BT"]
    for x, y, text, *size in runs:
        codes = []
        for letter in _letters(text):
            if letter not in told:
                told.append(letter)
            codes.append(f"{told.index(letter) + 33:02x}")
        content.append(f"/F1 {size[0] if size else 10} Tf 1 0 0 1 {x} {y} Tm <{''.join(codes)}> Tj")
    content.append("ET")
    pairs = "".join(
        f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>\n"
        for code, letter in enumerate(told, start=33)
    )
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(told)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    return raw_pdf([
        CATALOGUE,
        ONE_PAGE,
        PAGE,
        stream("\n".join(content).encode()),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>",
        stream(table.encode()),
    ])  # fmt: skip


def _letters(text: str) -> Iterable[str]:
    while text:
        end = text.index("}") + 1 if text[0] == "{" else 1
        yield text[1 : end - 1] if end > 1 else text[0]
        text = text[end:]
