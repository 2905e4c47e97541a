"""Document -> file and back to what is seen in it: a new format is a function in `EXPORTERS`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from briefer.core.document import Document
from briefer.core.progress import Progress, silent
from briefer.core.visible import Visible

Exporter = Callable[[Document, Path, Progress], bytes]
"""Takes the document, the folder of resources and a listener; gives the bytes of the file."""


def to_docx(document: Document, resources: Path, progress: Progress = silent) -> bytes:
    """The document as a Word file."""
    from briefer.exporters.docx import write  # python-docx is loaded for an export alone

    return write(document, resources, progress)


def to_pdf(document: Document, resources: Path, progress: Progress = silent) -> bytes:
    """The document as a PDF file."""
    from briefer.exporters.pdf import write  # reportlab is loaded for an export alone

    return write(document, resources, progress)


EXPORTERS: Mapping[str, Exporter] = {".docx": to_docx, ".pdf": to_pdf}
"""File name ending -> exporter."""


def from_docx(parts: Mapping[str, bytes], name: str) -> Visible:
    """What a reader sees in a Word file, given its unpacked members."""
    from briefer.exporters.docx_reading import read  # lxml is loaded for a check alone

    return read(parts, name)


def from_pdf(data: bytes, name: str) -> Visible:
    """What a reader sees in a PDF file."""
    from briefer.exporters.pdf_reading import read  # PDFium is loaded for a check alone

    return read(data, name)
