"""A PDF file opened by PDFium: why it cannot be, and its pages row by row."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2_raw as pdfium

from briefer.core.errors import UnreadableSource
from briefer.importers import pdf_letters
from briefer.importers.pdf_edges import Page
from briefer.importers.pdf_guard import grows_too_large
from briefer.importers.pdf_lines import PageLines, Reader, Scales, View
from briefer.importers.pdf_record import labels
from briefer.importers.pdf_rows import rows

MOST_PAGES = 10_000
MOST_LETTERS = 20_000_000
"""What no document that is read has, and a file made to do harm may."""


@contextmanager
def opened(data: bytes, file: str, password: str) -> Iterator[Any]:
    """PDFium's handle of the document. Raises UnreadableSource."""
    if grows_too_large(data):
        raise UnreadableSource(
            f"{file} unpacks to far more than it holds, as a file made to do harm does.",
            "Ask whoever it came from for a sound copy.",
            "unsafe_content",
        )
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode() or None)
    if not document and password:  # it may be the one of another file of the batch
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refused(pdfium.FPDF_GetLastError(), file, password)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _refused(error: int, file: str, password: str) -> UnreadableSource:
    if error == pdfium.FPDF_ERR_PASSWORD:
        said = "is not opened by this password" if password else "is protected by a password"
        hint = "Give the password that opens it." if not password else "Give another password."
        return UnreadableSource(f"{file} {said}.", hint, "password_required")
    if error == pdfium.FPDF_ERR_SECURITY:
        return UnreadableSource(
            f"{file} is protected in a way that cannot be read.",
            "Ask for a copy without protection.",
            "unsupported",
        )
    return _damaged(file)


def _damaged(file: str) -> UnreadableSource:
    return UnreadableSource(
        f"{file} is damaged: no page of it can be read.",
        "Fetch it again, or save it anew in the program that opens it.",
        "damaged",
    )


def _too_large(file: str, what: str) -> UnreadableSource:
    return UnreadableSource(
        f"{file} has {what}, more than a document has.",
        "Save the pages that you need as a file of their own.",
        "too_large",
    )


def read_pages(document: Any, file: str) -> list[Page]:
    """Every page of a document; one that cannot be loaded is without rows and not `loaded`.

    Raises UnreadableSource when no page can be loaded, or when they hold too much.
    """
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        raise _too_large(file, f"{count:,} pages")
    pages: list[Page] = []
    scales: Scales = {}
    letters = 0
    for index, label in enumerate(labels(document, count)):
        page = _loaded(document, index, label, scales)
        letters += page.letters
        if letters > MOST_LETTERS:
            raise _too_large(file, f"more than {MOST_LETTERS:,} characters")
        pages.append(page)
    if not any(page.loaded for page in pages):
        raise _damaged(file)
    return pages


def _loaded(document: Any, index: int, label: str, scales: Scales) -> Page:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(label, 0.0, [], loaded=False)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        return _read(page, text, label, scales)
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _read(page: Any, text: Any, label: str, scales: Scales) -> Page:
    address = ctypes.cast(text, ctypes.c_void_p).value or 0
    letters = pdf_letters.count_letters(address)
    if letters > MOST_LETTERS:
        return Page(label, 0.0, [], letters=letters)
    area = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, area)
    box = (area.left, area.top, area.right, area.bottom)
    view = View(box, pdfium.FPDFPage_GetRotation(page))
    found = Reader(address, view, scales).lines()
    if quarters := _turn(found):
        view = View(box, view.quarters + quarters)
        found = Reader(address, view, {}).lines()
    sideways = [words for words, _ in found.sideways]
    picture = not found.lines and not sideways and _has_picture(page)
    return Page(label, view.height(), rows(found.lines), sideways, letters, picture)


def _turn(found: PageLines) -> int:
    """The quarters clockwise that set a page upright most of whose words stand on their side."""
    upright = sum(len(line.text) for line in found.lines)
    rising = sum(len(words) for words, rises in found.sideways if rises)
    falling = sum(len(words) for words, rises in found.sideways if not rises)
    if rising + falling <= upright:
        return 0
    return 1 if rising >= falling else 3


def _has_picture(page: Any) -> bool:
    kinds = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}
    count = pdfium.FPDFPage_CountObjects(page)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index)) in kinds
        for index in range(count)
    )
