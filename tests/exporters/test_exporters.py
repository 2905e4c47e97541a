"""One document, two writers, the same words in the same order."""

import io
import re
import subprocess
import sys
import zipfile
import zlib
from typing import get_args

import docx
import pypdfium2
import pytest
from msgspec.structs import replace

from briefer import paths
from briefer.core import document as d
from briefer.core.errors import FileError
from briefer.core.progress import silent
from briefer.exporters import EXPORTERS
from briefer.exporters import docx as docx_writer
from briefer.exporters import pdf as pdf_writer

EVERY_BLOCK = d.Document(
    title="A briefing <b>& more</b>",
    marking="OFFICIAL",
    footer="REF/1 · Issue 2",
    created="2026-11-24T09:00:00Z",
    blocks=(
        d.Table("Header block", (d.Row("Principal", "The Minister"), d.Row("When", "9.00"))),
        d.Heading("Points to make", 1, "points"),
        d.Bullet((d.Run("Over 55 million mines", "verbatim", "x"), d.Run(" "),
                  d.Run("[S1 para. 11]", "citation", "x"))),
        d.Quote((d.Run("“"), d.Run("It’s “clear” – so.", "verbatim", "y"), d.Run("” "),
                 d.Run("[quoted in S2 para. 6]", "citation", "y"))),
        d.Heading("Смысл и σημασία", 2, "second"),
        d.Paragraph((d.Run("Is it <i>so</i> & why?"),), "question"),
        d.Paragraph((d.Run("Own words"), d.Run(" in bold", "strong"))),
        d.Heading("A third level", 3, "third"),
        d.Paragraph((d.Run("Numbers are those of the texts."),), "note"),
        d.SourceEntry("S1", (d.Run("Norway, "), d.Run("[date missing]", "gap"), d.Run("."))),
    ),
)  # fmt: skip


def export(document, suffix, progress=silent):
    return EXPORTERS[suffix](document, paths.resources(), progress)


def docx_words(data):
    body = docx.Document(io.BytesIO(data)).element.body
    texts = []
    for paragraph in body.iter(f"{{{body.nsmap['w']}}}p"):
        pieces = [
            " " if node.tag.endswith(("}tab", "}br")) else node.text or ""
            for node in paragraph.iter()
            if node.tag.endswith(("}t", "}tab", "}br")) and not node.tag.endswith("}tabs")
        ]
        texts.append("".join(pieces))
    return " ".join(" ".join(texts).split())


def pdf_words(data, document):
    """The words of every page without bullets, marking, footer and page number."""
    file = pypdfium2.PdfDocument(data)
    pages = []
    for number, page in enumerate(file, start=1):
        text = page.get_textpage().get_text_range()
        outside = {document.marking, document.footer, f"Page {number} of {len(file)}"}
        line = f"{document.footer} Page {number} of {len(file)}".strip()
        kept = [one for one in text.splitlines() if one.strip() not in {*outside, line}]
        pages += [one.removeprefix("•") for one in kept]
    file.close()
    return " ".join(" ".join(pages).split())


def words(document):
    return " ".join(d.plain_text(document).split())


LONG = replace(
    EVERY_BLOCK,
    blocks=tuple(
        d.Bullet((d.Run(f"Item number {n} with some more words to fill the line.", "verbatim"),))
        for n in range(200)
    ),
)


@pytest.mark.parametrize("document", [EVERY_BLOCK, LONG, replace(EVERY_BLOCK, marking="")])
def test_both_writers_carry_the_same_words_in_the_same_order(document):
    assert docx_words(export(document, ".docx")) == words(document)
    assert pdf_words(export(document, ".pdf"), document) == words(document)


@pytest.mark.parametrize("writer", [docx_writer, pdf_writer])
def test_every_block_has_a_writer(writer):
    assert set(writer.WRITERS) == set(get_args(d.Block))


TWICE = """
import hashlib, sys
from briefer import paths
from briefer.exporters import EXPORTERS
from tests.exporters.test_exporters import EVERY_BLOCK
for suffix in sorted(EXPORTERS):
    print(hashlib.sha256(EXPORTERS[suffix](EVERY_BLOCK, paths.resources())).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes_in_any_process():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", TWICE], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1


def contents(data, suffix):
    """Everything that can be read in a file: members unpacked, streams inflated."""
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"\n".join(n.encode() + archive.read(n) for n in archive.namelist())
    streams = re.findall(rb"stream\r?\n(.*?)(?:\r?\n)?endstream", data, re.DOTALL)
    assert len(streams) == data.count(b"endstream") > 0
    return b"\n".join([data, *map(zlib.decompress, streams)])


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_no_file_names_a_person_a_path_or_a_library(suffix):
    found = contents(export(EVERY_BLOCK, suffix), suffix).lower()
    for leak in (b"python-docx", b"reportlab", b"anonymous", b"unspecified", b"untitled",
                 b"microsoft macintosh", b"normal.dotm", b"/usr/", b"/home/", b"/root/",
                 b"thumbnail", b"rsid"):  # fmt: skip
        assert leak not in found, leak


def test_word_properties_have_title_language_and_date_alone():
    core = docx.Document(io.BytesIO(export(EVERY_BLOCK, ".docx"))).core_properties
    assert (core.title, core.language, core.author, core.last_modified_by, core.comments) == (
        EVERY_BLOCK.title, "en", "", "", "",
    )  # fmt: skip
    assert f"{core.created:%Y-%m-%d %H:%M}" == "2026-11-24 09:00"


@pytest.mark.parametrize("created", ["soon", "2026-99-99T00:00:00Z"])
def test_a_date_that_cannot_be_read_is_replaced(created):
    core = docx.Document(io.BytesIO(export(replace(EVERY_BLOCK, created=created), ".docx")))
    assert core.core_properties.created.year == 1980


def test_word_has_real_styles_fields_and_a_described_table():
    data = export(EVERY_BLOCK, ".docx")
    styles = [one.style.name for one in docx.Document(io.BytesIO(data)).paragraphs]
    assert styles == [
        "Title", "Note", "Heading 1", "List Bullet", "Quote", "Heading 2", "Question", "Normal",
        "Heading 3", "Note", "Source Entry",
    ]  # fmt: skip
    found = contents(data, ".docx")
    for expected in (b" PAGE ", b" NUMPAGES ", b'w:tblCaption w:val="Header block"',
                     b'w:name="compatibilityMode"', b"OFFICIAL", b"REF/1"):  # fmt: skip
        assert expected in found
    assert len(data) < 20_000


def test_the_marking_stands_at_head_and_foot_of_every_page():
    document = replace(LONG, marking="RESTRICTED")
    file = pypdfium2.PdfDocument(export(document, ".pdf"))
    assert len(file) > 2
    for number, page in enumerate(file, start=1):
        text = page.get_textpage().get_text_range()
        assert text.count("RESTRICTED") == 2
        assert f"Page {number} of {len(file)}" in text
    file.close()
    section = docx.Document(io.BytesIO(export(document, ".docx"))).sections[0]
    assert section.header.paragraphs[0].text == "RESTRICTED"
    assert section.footer.paragraphs[0].text == "RESTRICTED"


def test_the_pdf_has_an_outline_title_language_and_embedded_fonts():
    data = export(EVERY_BLOCK, ".pdf")
    file = pypdfium2.PdfDocument(data)
    outline = [(one.level, one.get_title()) for one in file.get_toc()]
    assert outline == [(0, "Points to make"), (1, "Смысл и σημασία"), (2, "A third level")]
    metadata = file.get_metadata_dict()
    file.close()
    assert (metadata["Title"], metadata["Author"], metadata["CreationDate"]) == (
        EVERY_BLOCK.title, "", "D:20261124090000Z",
    )  # fmt: skip
    assert b"/Lang (en)" in data
    assert b"/FontFile2" in data
    assert b"/Helvetica" not in data


@pytest.mark.parametrize(("text", "words"), [("a 中 b", "U\\+4E2D"), ("smile 😀", "U\\+1F600")])
def test_a_character_without_a_glyph_is_named_before_anything_is_written(text, words):
    document = replace(EVERY_BLOCK, blocks=(d.Paragraph((d.Run(text),)),))
    with pytest.raises(FileError, match=words):
        export(document, ".pdf")
    assert docx_words(export(document, ".docx")).endswith(text)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe"])
def test_a_character_that_word_cannot_hold_is_named(character):
    document = replace(EVERY_BLOCK, footer=f"a{character}b")
    with pytest.raises(FileError, match="cannot hold the character"):
        export(document, ".docx")


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_a_missing_resource_is_an_error(suffix, tmp_path, monkeypatch):
    monkeypatch.setattr("reportlab.pdfbase.pdfmetrics.getRegisteredFontNames", list)
    with pytest.raises(FileError, match="Install briefer again"):
        EXPORTERS[suffix](EVERY_BLOCK, tmp_path, silent)


class Stopped(Exception):
    """What a listener raises to stop the work."""


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_work_is_reported_and_can_be_stopped(suffix):
    reports = []
    export(LONG, suffix, lambda *report: reports.append(report))
    assert reports[-1][:2] == (200, 200)
    assert len(reports) > 2

    def stop(done, total, what):
        raise Stopped

    with pytest.raises(Stopped):
        export(LONG, suffix, stop)


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_white_space_and_line_ends_of_own_text_stay(suffix):
    document = replace(EVERY_BLOCK, blocks=(d.Paragraph((d.Run("one\ntwo\tthree"),)),))
    data = export(document, suffix)
    found = docx_words(data) if suffix == ".docx" else pdf_words(data, document)
    assert found.endswith("one two three")


def test_loading_the_table_loads_no_writer():
    code = (
        "import sys, briefer.exporters; "
        "print({'docx', 'reportlab', 'lxml'} & set(sys.modules))"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def body(*blocks, **more):
    return d.Document("T", blocks, **more)


HYPHENS = " ".join(f"{'x' * (n % 17)} pre- and post-conflict" for n in range(60))
HARD = {
    "a no-break space": "Article\u00a05 and 40\u202f000 mines",
    "words with a hyphen at the end": HYPHENS,
    "an address longer than a line": "See https://example.org/" + "segment/" * 10 + " now",
    "signs from the second font": "≥ 40 → 55, ≠ 60",
    "typed markup": "<b>&amp; &lt; </font> ]]>",
    "tabs": "one\ttwo",
}


@pytest.mark.parametrize("suffix", EXPORTERS)
@pytest.mark.parametrize("text", HARD.values(), ids=list(HARD))
def test_no_word_is_split_joined_or_changed(suffix, text):
    document = body(d.Paragraph((d.Run(text, "verbatim"),)), d.Table("c", (d.Row("a", text),)))
    data = export(document, suffix)
    found = docx_words(data) if suffix == ".docx" else pdf_words(data, document)
    assert found == words(document)


def test_a_pdf_keeps_no_break_spaces_and_prints_no_soft_hyphen():
    file = pypdfium2.PdfDocument(export(body(d.Bullet((d.Run("a\u00a0b ob\u00adlige"),))), ".pdf"))
    assert "a\u00a0b oblige" in file[0].get_textpage().get_text_range()
    file.close()


ODD = {
    "a table without rows": body(d.Table("c", ()), d.Bullet((d.Run("x"),))),
    "a first heading of level 3": body(d.Heading("Three", 3, "k"), d.Heading("One", 1, "l")),
    "a title longer than a property": d.Document("A long title, " * 30, ()),
    "a cell longer than a page": body(d.Table("c", (d.Row("a", "word " * 1500),))),
}


@pytest.mark.parametrize("suffix", EXPORTERS)
@pytest.mark.parametrize("document", ODD.values(), ids=list(ODD))
def test_an_odd_document_is_written_whole(suffix, document):
    data = export(document, suffix)
    found = docx_words(data) if suffix == ".docx" else pdf_words(data, document)
    assert found == words(document)


def test_a_long_footer_stays_clear_of_the_page_number():
    footer = "Reference 1234, issue 2; " * 12
    file = pypdfium2.PdfDocument(export(body(footer=footer, marking="MARKED " * 20), ".pdf"))
    text = file[0].get_textpage().get_text_range()
    assert footer.strip() in text
    assert "Page 1 of 1" in text
    file.close()


@pytest.mark.parametrize("where", ["marking", "footer"])
def test_a_sign_that_the_margin_cannot_print_is_named(where):
    with pytest.raises(FileError, match=r"U\+2265"):
        export(replace(EVERY_BLOCK, **{where: "≥ 5"}), ".pdf")


def test_a_caption_that_word_cannot_hold_is_named():
    with pytest.raises(FileError, match="cannot hold"):
        export(body(d.Table("a\x00b", (d.Row("a", "b"),))), ".docx")
