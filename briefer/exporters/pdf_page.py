"""The page around the text of a PDF: marking at head and foot, page x of y, properties."""

from collections.abc import Callable
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from briefer.core.document import Document
from briefer.exporters.pdf_names import BOTTOM, TOP
from briefer.exporters.pdf_proof import attach
from briefer.exporters.pdf_styles import BOLD, FONT, INK, QUIET

__all__ = ["BOTTOM", "LEFT", "TOP", "WIDTH", "page_canvas"]

LEFT, RIGHT = 65.0, 62.0
WIDTH = A4[0] - LEFT - RIGHT
"""Margins and measure, in points."""
GAP_BEFORE_PAGE = 12.0
"""Between the footer's text and the page number."""


def page_canvas(document: Document) -> Callable[..., Canvas]:
    """The class of canvas for a document: it draws head and foot when all pages are known."""

    class PageCanvas(Canvas):
        """Keeps each page until the number of pages is known."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **{**options, "initialFontName": FONT})
            self._kept: list[dict[str, Any]] = []
            self.setDateFormatter(lambda *_: _pdf_date(document.created))
            self.setViewerPreference("DisplayDocTitle", "true")
            self.showOutline()

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._kept, start=1):
                self.__dict__.update(page)
                _draw(self, document, number, len(self._kept))
                super().showPage()
            if document.manifest:
                attach(self, document.manifest, _pdf_date(document.created))
            super().save()

    return PageCanvas


def _draw(canvas: Canvas, document: Document, number: int, pages: int) -> None:
    canvas.saveState()
    if document.marking:
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, _fitting(document.marking, BOLD, 9.5, WIDTH))
        canvas.drawCentredString(A4[0] / 2, A4[1] - 38, document.marking)
        canvas.drawCentredString(A4[0] / 2, 40, document.marking)
    canvas.setFillColor(QUIET)
    page = f"Page {number} of {pages}"
    room = WIDTH - stringWidth(page, FONT, 8.5) - GAP_BEFORE_PAGE
    canvas.setFont(FONT, _fitting(document.footer, FONT, 8.5, room))
    canvas.drawString(LEFT, 26, document.footer)
    canvas.setFont(FONT, 8.5)
    canvas.drawRightString(A4[0] - RIGHT, 26, page)
    canvas.restoreState()


def _fitting(text: str, font: str, size: float, room: float) -> float:
    """The size at which a line fits its room: smaller for a long one, never larger."""
    width = float(stringWidth(text, font, size))
    return size * min(1.0, room / max(width, 1.0))


def _pdf_date(created: str) -> str:
    """An ISO 8601 moment in UTC in PDF's form."""
    digits = "".join(character for character in created if character.isdigit())
    return f"D:{digits:0<14}Z"
