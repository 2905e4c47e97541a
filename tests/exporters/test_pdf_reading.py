"""What a reader sees in a PDF, and the proof that is attached to it."""

import io

import pikepdf
import pytest
from msgspec.structs import replace

from briefer import paths
from briefer.core import document as d
from briefer.core.errors import FileError
from briefer.core.folds import comparable, on_paper
from briefer.exporters import EXPORTERS, from_pdf
from tests.exporters.test_exporters import EVERY_BLOCK, HYPHENS, LONG


def export(document):
    return EXPORTERS[".pdf"](document, paths.resources(), lambda *_: None)


def read(document):
    return from_pdf(export(document), "x.pdf")


def texts(reading):
    return [comparable(one.text) for one in reading.paragraphs if not one.margin]


def test_each_block_is_a_paragraph_and_marking_and_foot_stand_in_the_margins():
    reading = read(EVERY_BLOCK)
    blocks = [comparable(on_paper(d.block_text(one))) for one in EVERY_BLOCK.blocks[1:]]
    assert texts(reading)[3:] == blocks
    assert texts(reading)[0] == EVERY_BLOCK.title
    assert [one.text for one in reading.paragraphs if one.margin] == [
        "OFFICIAL", "OFFICIAL", "REF/1 · Issue 2 Page 1 of 1",
    ]  # fmt: skip
    assert reading.on_paper


def test_a_long_paragraph_is_one_and_the_first_of_a_page_may_go_on():
    words = "It’s a long quotation, with 40\u202f000 mines and post-conflict work. " * 40
    item = d.Quote((d.Run(words.strip(), "verbatim", "x", emphasis=True),), "x")
    [title, one] = texts(read(d.Document("T", (item,))))
    assert (title, one) == ("T", comparable(words))
    pages = read(LONG)
    starts = [one.text for one in pages.paragraphs if one.goes_on]
    assert starts[0] == LONG.title
    assert all(one.startswith("Item number") for one in starts[1:])
    assert len(starts) > 2
    assert len(texts(pages)) == 201


def test_a_hyphen_at_the_end_of_a_line_joins_the_lines():
    divided = d.Document("T", (d.Paragraph((d.Run("post-\nconflict and a word"),)),))
    assert texts(read(divided)) == ["T", "post-conflict and a word"]
    assert texts(read(d.Document("T", (d.Bullet((d.Run(HYPHENS),)),))))[1] == comparable(HYPHENS)


def test_the_proof_is_attached_and_listed_as_the_files_own_data():
    data = export(replace(EVERY_BLOCK, manifest=b'{"a": 1}'))
    assert from_pdf(data, "x.pdf").manifest == b'{"a": 1}'
    with pikepdf.open(io.BytesIO(data)) as file:
        [associated] = file.Root.AF
        assert associated.AFRelationship == "/Data"
        assert file.attachments["manifest.json"].get_file().mime_type == "application/json"
        assert file.attachments["manifest.json"].get_file().size == 8
        file.attachments["another.txt"] = b"x"
        del file.attachments["manifest.json"]
        saved = io.BytesIO()
        file.save(saved)
    assert from_pdf(saved.getvalue(), "x.pdf").manifest is None
    assert read(EVERY_BLOCK).manifest is None


def test_emphasis_is_printed_in_italics():
    plain = d.Document("T", (d.Paragraph((d.Run("so it is", "verbatim"),)),))
    leaning = d.Document("T", (d.Paragraph((d.Run("so it is", "verbatim", emphasis=True),)),))
    assert b"NotoSans-Italic" in export(leaning)
    assert b"NotoSans-Italic" not in export(plain)
    assert texts(read(leaning)) == texts(read(plain))


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing more", b"no PDF at all"])
def test_a_damaged_pdf_is_named(data):
    with pytest.raises(FileError, match="not a readable PDF") as caught:
        from_pdf(data, "x.pdf")
    assert caught.value.code == "damaged"


def test_a_pdf_with_a_page_that_is_none_is_damaged():
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(export(LONG))) as file:
        file.Root.Pages.Kids[1] = file.make_indirect(pikepdf.Dictionary(Type="/Nothing"))
        file.save(saved)
    with pytest.raises(FileError, match="not a readable PDF"):
        from_pdf(saved.getvalue(), "x.pdf")


def test_an_empty_page_has_nothing_to_read():
    file, saved = pikepdf.new(), io.BytesIO()
    file.add_blank_page()
    file.save(saved)
    assert from_pdf(saved.getvalue(), "x.pdf").paragraphs == ()


def test_a_pdf_that_asks_for_a_password_is_named():
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(export(EVERY_BLOCK))) as file:
        file.save(saved, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(FileError, match="asks for a password") as caught:
        from_pdf(saved.getvalue(), "x.pdf")
    assert caught.value.code == "password_required"
