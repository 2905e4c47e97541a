"""Files that do harm, or look like others: each the right error, and the batch goes on."""

import io
import os
import sys
import zipfile

import pytest

from briefer.core.errors import UnreadableSource
from briefer.importers import read_source
from briefer.importers.child import MEMORY, Job
from briefer.importers.workers import Workers
from briefer.services.importing import import_paths
from tests.importers.ole_files import ole
from tests.importers.packages import OFFICE

CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="x"/>'
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
PROGRAM = b"MZ\x90\0\x03\0\0\0"
XXE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>'
LAUGHS = "<!DOCTYPE w [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 50}'>" for n in range(8)
) + "]><w>&i;</w>"  # fmt: skip


def zipped(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


def word(document):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", CONTENT_TYPES)
        made.writestr("word/document.xml", document)
    return file.getvalue()


def odf(media_type):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", media_type)
        made.writestr("content.xml", "<a/>")
    return file.getvalue()


HOSTILE = [
    ("empty.docx", b"", "empty"),
    ("blank.txt", b" \n\n\t", "empty"),
    ("zeros.txt", bytes(5000), "not_text"),
    ("random.md", bytes(range(256)) * 20, "not_text"),
    ("random.pdf", bytes(range(256)) * 20, "not_text"),
    ("picture.txt", PICTURE, "wrong_extension"),
    ("picture.pdf", PICTURE, "wrong_extension"),
    ("picture.png", PICTURE, "unsupported"),
    ("program.docx", PROGRAM, "wrong_extension"),
    ("program.exe", PROGRAM, "unsupported"),
    ("old.doc", ole({"WordDocument": b"x" * 100}), "unsupported"),
    ("old.xls", ole({"Workbook": b"x" * 100}), "unsupported"),
    ("book.epub", odf("application/epub+zip"), "unsupported"),
    ("sheet.ods", odf("application/vnd.oasis.opendocument.spreadsheet"), "unsupported"),
    ("mine.briefing", odf("application/vnd.briefer.briefing+zip"), "unsupported"),
    ("data.json", b'{"a": 1}', "unsupported"),
    ("cut.docx", word("<w/>")[:60], "damaged"),
    ("cut.zip", zipped(a="x")[:20], "damaged"),
    ("no-parts.docx", word("<unclosed"), "damaged"),
    ("xxe.docx", word(XXE), "unsafe_content"),
    ("xxe.fodt", XXE.replace("<w>", f"<office:document {OFFICE}>")
     .replace("</w>", "</office:document>").encode(), "unsafe_content"),
    ("laughs.docx", word(LAUGHS), "unsafe_content"),
    ("bomb.docx", word(bytes(80 * 1024 * 1024)), "too_large"),
    ("deep.html", b"<div>" * 100_000 + b"x", "unsafe_content"),
    ("nul.html", b"<html>\0<p>x", "not_text"),
    ("locked.eml", b"Content-Type: application/pkcs7-mime\n\nMII", "unsupported"),
    ("cut.msg", ole({"__properties_version1.0": bytes(64)})[:1300], "damaged"),
    ("half.txt", b"\xff\xfeH\x00e", "encoding_uncertain"),
    ("long.txt", b"word " * 4_000_000, "too_large"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "data", "code"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_each_is_a_named_error_that_says_what_to_do(file, data, code):
    with pytest.raises(UnreadableSource) as caught:
        read_source(data, file)
    assert (caught.value.code, bool(caught.value.hint)) == (code, True)


RIGHT = [
    ("text.docx", b"Words of a text.", "text/plain"),
    ("page.txt", b"<!DOCTYPE html><p>Words of a page.", "text/html"),
    ("page.doc", b"<html><body><p>Words of a page.", "text/html"),
    ("mail.txt", b"From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\n\nWords of a mail.",
     "message/rfc822"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "data", "media_type"), RIGHT, ids=[one[0] for one in RIGHT])
def test_content_decides_and_a_wrong_name_is_told(file, data, media_type):
    reading = read_source(data, file)
    assert (reading.source.media_type, reading.warnings) == (media_type, ("wrong_extension",))


@pytest.mark.parametrize(
    "file", ["noending", "speech.2026", "a.text", "statement.log", "UPPER.TXT"]
)
def test_a_text_whose_name_claims_nothing_else_is_a_text(file):
    reading = read_source(b"Words of a text.", file)
    assert (reading.source.media_type, reading.warnings) == ("text/plain", ())


def test_a_batch_of_hostile_files_is_read_to_its_end(library, tmp_path):
    for file, data, _ in HOSTILE:
        (tmp_path / file).write_bytes(data)
    (tmp_path / "zz.txt").write_text("Words that are none the worse.")
    outcomes = import_paths(library, [tmp_path])
    codes = {os.path.basename(one.path): one.error and one.error.code for one in outcomes}
    assert codes == {**{file: code for file, _, code in HOSTILE}, "zz.txt": None}
    assert len(library.sources()) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_that_cannot_be_decoded_is_marked(library, tmp_path):
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "wb") as file:
        file.write(b"Words.")
    [outcome] = import_paths(library, [tmp_path])
    assert library.get([outcome.source])[outcome.source].file == "?.txt"


def test_folders_in_folders_are_unpacked_three_deep(library, tmp_path):
    inner = b"Words at the bottom."
    name = "deep.txt"
    for level in range(5):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as made:
            made.writestr(name, inner)
            made.writestr(f"note{level}.txt", f"Note of level {level}.")
        inner, name = file.getvalue(), f"{level}.zip"
    (tmp_path / "outer.zip").write_bytes(inner)
    outcomes = import_paths(library, [tmp_path / "outer.zip"])
    found = {one.path.partition("outer.zip/")[2]: one.error and one.error.code for one in outcomes}
    assert found == {
        "note4.txt": None,
        "3.zip/note3.txt": None,
        "3.zip/2.zip/note2.txt": None,
        "3.zip/2.zip/1.zip/0.zip": "unsafe_content",
        "3.zip/2.zip/1.zip/note1.txt": "unsafe_content",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_document_that_takes_too_much_memory_costs_only_itself():
    lines = b"a\n" * (7 * 1024 * 1024)  # each a paragraph of its own
    with Workers(1) as workers:
        answers = workers.read([Job(lines, "lines.txt"), Job(b"Words.", "a.txt")]).result()
    assert len(lines) < MEMORY
    assert answers[0].failure.code == "too_large"
    assert answers[1].reading.source.text == "Words."
