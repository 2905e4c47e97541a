"""Document -> file, one module a format: a new one is a function here in `EXPORTERS`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from briefer.core.document import Document
from briefer.core.progress import Progress, silent

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
