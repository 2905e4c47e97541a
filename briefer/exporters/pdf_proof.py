"""The manifest inside a PDF: a file attached to the document as its data."""

import hashlib
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from briefer.exporters.pdf_names import ATTACHED


def attach(canvas: Canvas, data: bytes, date: str) -> None:
    """Attaches `data` (JSON) to the document: listed among its files, and as its associated file.

    `date` is in PDF's own form. ISO 32000-2, 7.11.4 (embedded files) and 14.13 (associated files).
    """
    document: Any = canvas._doc
    kept = PDFStream(content=data, filters=[PDFZCompress])
    kept.dictionary["Type"] = PDFName("EmbeddedFile")
    kept.dictionary["Subtype"] = "/application#2Fjson"  # PDFName would write # as another sign
    kept.dictionary["Params"] = PDFDictionary(
        {
            "Size": len(data),
            "ModDate": PDFString(date),
            "CheckSum": PDFString(hashlib.md5(data, usedforsecurity=False).digest(), enc="raw"),
        }
    )
    stream = document.Reference(kept)
    file = document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(ATTACHED),
                "UF": PDFString(ATTACHED),
                "Desc": PDFString("What this briefing quotes, to be checked with briefer"),
                "AFRelationship": PDFName("Data"),
                "EF": PDFDictionary({"F": stream, "UF": stream}),
            }
        )
    )
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]  # what is not listed is not written
    names = PDFDictionary({"Names": PDFArray([PDFString(ATTACHED), file])})
    catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    catalog.AF = PDFArray([file])
