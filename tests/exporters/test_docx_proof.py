"""The proof and the bookmarks that a Word file carries."""

import json
import re

import pytest
from lxml import etree
from msgspec.structs import replace

from briefer import paths
from briefer.core import document as d
from briefer.core.folds import comparable
from briefer.core.manifest import anchor
from briefer.exporters import EXPORTERS
from briefer.exporters.docx_names import LONGEST_VALUE, MANIFEST
from briefer.exporters.docx_reading import read
from tests.exporters.test_exporters import EVERY_BLOCK
from tests.exporters.word_files import unpacked, w

ITEMS = d.Document(
    "T",
    (
        d.Heading("Points", 1, "points"),
        d.Bullet((d.Run("A fact ", "verbatim", "f"), d.Run("[S1]", "citation", "f")), "f"),
        d.Quote((d.Run("“"), d.Run("Words", "verbatim", "Ms Example"), d.Run("”")), "Ms Example"),
        d.Heading("More", 1, "more-points"),
        d.Bullet((d.Run("Own words"),)),
    ),
)
LONG = " ".join(str(number) for number in range(600))
DATA = json.dumps({"a": f"<&> “quoted” \uffff ]]> {LONG}"}, ensure_ascii=False).encode()


def parts_of(document):
    return unpacked(EXPORTERS[".docx"](document, paths.resources(), lambda *_: None))


def test_every_item_and_heading_has_a_bookmark_that_names_nobody():
    document = parts_of(ITEMS)["word/document.xml"]
    root = etree.fromstring(document)
    starts = list(root.iter(w("bookmarkStart")))
    names = [
        ("heading", "points"),
        ("item", "f"),
        ("item", "Ms Example"),
        ("heading", "more-points"),
    ]
    assert [one.get(w("name")) for one in starts] == [anchor(*one) for one in names]
    ends = [one.get(w("id")) for one in root.iter(w("bookmarkEnd"))]
    assert [one.get(w("id")) for one in starts] == ends == ["0", "1", "2", "3"]
    assert b"Example" not in document


def test_what_is_written_is_what_is_read():
    reading = read(parts_of(replace(EVERY_BLOCK, blocks=ITEMS.blocks, manifest=DATA)), "x.docx")
    assert json.loads(reading.manifest) == json.loads(DATA)
    blocks = [comparable(d.block_text(one)) for one in ITEMS.blocks]
    assert [comparable(one.text) for one in reading.paragraphs][1:6] == blocks
    assert [one.quote for one in reading.paragraphs][1:6] == [False, False, True, False, False]
    assert [one.text for one in reading.paragraphs][6:] == [
        "OFFICIAL", "OFFICIAL", "REF/1 · Issue 2\tPage 1 of 1",
    ]  # fmt: skip


def test_the_proof_stands_in_the_custom_xml_and_again_in_the_properties():
    parts = parts_of(replace(ITEMS, manifest=DATA))
    assert etree.fromstring(parts["customXml/item1.xml"]).tag == f"{{{MANIFEST}}}manifest"
    values = re.findall(rb"<vt:lpwstr>([^<]*)</vt:lpwstr>", parts["docProps/custom.xml"])
    assert max(map(len, values)) <= LONGEST_VALUE
    assert len(values) > 1
    del parts["customXml/item1.xml"]
    assert read(parts, "x.docx").manifest == DATA
    about = parts["customXml/itemProps1.xml"]
    assert re.search(rb'itemID="\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}"', about)
    assert parts_of(replace(ITEMS, manifest=DATA))["customXml/itemProps1.xml"] == about
    assert parts_of(replace(ITEMS, manifest=DATA + b" "))["customXml/itemProps1.xml"] != about


def test_a_long_proof_is_divided_among_elements(monkeypatch):
    monkeypatch.setattr("briefer.exporters.docx_proof.PIECE", 100)
    parts = parts_of(replace(ITEMS, manifest=DATA))
    assert len(etree.fromstring(parts["customXml/item1.xml"])) > 5
    assert json.loads(read(parts, "x.docx").manifest) == json.loads(DATA)


@pytest.mark.parametrize("part", ["customXml/item1.xml", "docProps/custom.xml"])
def test_without_a_manifest_no_part_is_made_for_it(part):
    assert part not in parts_of(ITEMS)
