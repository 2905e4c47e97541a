"""The record of an imported file: what its text says, then what the file says of itself."""

import io

import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas

from briefer.core.record import Record, text_of
from briefer.importers import read_source
from tests.importers.packages import odt
from tests.importers.pdf_files import pdf

SENTENCES = (
    "Let me begin by thanking the hosts for their welcome and for all that they have done.",
    "We meet at a time in which the rules that protect civilians are questioned by many.",
)
HEAD = (
    "Remarks at the launch of the Clearance Forum",
    "Ms. Anna Berg, Minister of Defence of Norway",
    "Oslo, 2 December 2025",
)
TEXT = "\n\n".join([*HEAD, *SENTENCES])
PAGE = (
    "<html lang='en-GB'><head><title>Remarks | The ministry</title>"
    "<meta name='author' content='Web desk'><meta property='og:site_name' content='The ministry'>"
    "</head><body><h1>{}</h1><p>{}</p><p>{}</p><p>{}</p><p>{}</p></body></html>"
).format(*HEAD, *SENTENCES)
MAIL = "From: Ana Rojas <a@x.org>\nSubject: What she said\nDate: Tue, 3 Mar 2026 10:00:00 +0000\n\n"


def written() -> bytes:
    document = Document()
    document.core_properties.title = "final v3"
    document.core_properties.author = "Desk officer"
    for line in (*HEAD, *SENTENCES):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def drawn(canvas: Canvas) -> None:
    canvas.setTitle("final v3.indd")
    canvas.setAuthor("Desk officer")
    for number, (line, size) in enumerate(
        zip((*HEAD, *SENTENCES), (18, 11, 11, 11, 11), strict=True)
    ):
        canvas.setFont("Helvetica", size)
        canvas.drawString(72, 760 - 40 * number, line)


def record_of(data: bytes, file: str) -> Record:
    source = read_source(data, file).source
    assert source is not None
    return source.record


FILES = {
    "remarks.txt": TEXT.encode(),
    "remarks.html": PAGE.encode(),
    "remarks.docx": written(),
    "remarks.odt": odt("".join(f"<text:p>{line}</text:p>" for line in (*HEAD, *SENTENCES))),
    "remarks.pdf": pdf(drawn),
}


@pytest.mark.parametrize("file", FILES)
def test_every_format_gives_what_its_text_says(file):
    record = record_of(FILES[file], file)
    assert {
        field: text_of(record, field) for field in ("title", "author", "speaker", "issued")
    } == {
        "title": HEAD[0],
        "author": "Anna Berg",
        "speaker": "Anna Berg",
        "issued": "2 December 2025",
    }
    assert {record[field].origin for field in ("title", "author", "issued")} == {"source"}
    assert record["type"].origin == record["language"].origin == "inferred"


@pytest.mark.parametrize("file", FILES)
def test_a_place_in_the_text_holds_the_words(file):
    source = read_source(FILES[file], file).source
    for field in ("title", "event-place", "genre"):
        one = source.record[field]
        assert source.text[one.start : one.end] == one.value


def test_what_only_the_file_says_stays_inferred():
    record = record_of(FILES["remarks.html"], "remarks.html")
    assert (record["container-title"].value, record["container-title"].origin) == (
        "The ministry",
        "inferred",
    )
    assert record["language"].value == "en-GB"


def test_a_letter_is_called_what_its_head_calls_it():
    record = record_of((MAIL + TEXT).encode(), "letter.eml")
    assert (text_of(record, "title"), text_of(record, "author")) == ("What she said", "Ana Rojas")
    assert text_of(record, "event-place") == "Oslo"
