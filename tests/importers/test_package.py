"""Hostile and unhappy packages are named errors, and nothing in them grows or is fetched."""

import inspect
import io
import sys
import zipfile

import docx as python_docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from briefer.core.errors import UnreadableSource
from briefer.importers import docx as word
from briefer.importers import flow_writer, odt, package
from briefer.importers.imported import Options
from briefer.importers.package import Package, parse
from tests.importers.packages import docx, p, part, r, zipped
from tests.importers.packages import odt as made_odt

GOOD = docx(p("Over 55 million."))
MEGABYTE = 1024 * 1024


def reading(data, password=""):
    return word.read(data, "a.docx", Options(password=password))


def refused(data, password=""):
    with pytest.raises(UnreadableSource) as caught:
        reading(data, password)
    assert caught.value.hint
    assert "a.docx" in caught.value.message
    return caught.value.code


def lying(name, size):
    """A document with a member that grows to more than its directory says."""
    data = bytearray(docx(p("x"), {name: b"<x>" + b" " * size + b"</x>"}))
    entry = data.rindex(name.encode()) - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def flagged(data):
    """A zip whose members say that they are encrypted."""
    data = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


def altered(data):
    """A document with other bytes in the middle of its words."""
    middle = data.index(b"document.xml") + 40
    return data[:middle] + b"\x55\xaa" * 4 + data[middle + 8 :]


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "mines"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
MAIN = part("document", f"<w:body>{p('x')}</w:body>")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04", "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (zipped({"a.txt": "x"}), "damaged"),
        (docx("", {"word/document.xml": "<w:document"}), "damaged"),
        (docx("", {"word/document.xml": ""}), "damaged"),
        (docx("", {"word/document.xml": part("document", "")}), "damaged"),
        (docx(p("x"), {"word/styles.xml": "<w:styles"}), "damaged"),
        (docx(p("a & b")), "damaged"),
        (lying("word/document.xml", 5 * MEGABYTE), "unsafe_content"),
        (docx(p("x"), {"media/film": bytes(65 * MEGABYTE)}), "too_large"),
        (docx("<w:x/>" * 1_600_000), "too_large"),
        (docx(p("mines " * 2_000_000)), "too_large"),
        (docx("", {"word/document.xml": DOCTYPE + MAIN}), "unsafe_content"),
        (docx("", {"word/document.xml": DOCTYPE + MAIN.replace(">x<", ">&a;&f;<")}),
         "unsafe_content"),
        (docx(p("x"), {"docProps/core.xml": DOCTYPE + "<x/>"}), "unsafe_content"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "unsafe_content"),
        (docx("<w:tbl>" * 250 + "</w:tbl>" * 250), "empty"),
        (flagged(GOOD), "password_required"),
        (altered(GOOD), "damaged"),
    ],
)  # fmt: skip
def test_a_package_that_cannot_be_trusted_is_refused(data, code):
    assert refused(data) == code


def test_a_member_that_lies_harms_nothing_where_it_holds_no_words():
    assert reading(lying("word/theme.xml", 5 * MEGABYTE)).canonical.text == "x"


def test_entities_of_a_bomb_are_never_expanded():
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "mines">{levels}]><x y="&a9;">&a9;</x>'
    with pytest.raises(UnreadableSource) as caught:
        parse(bomb.encode(), "a.docx")
    assert caught.value.code == "unsafe_content"


@pytest.mark.parametrize(
    ("limit", "value"),
    [("MOST_MEMBERS", 0), ("LARGEST_PACKAGE", 100), ("LARGEST_MEMBER", 100), ("LARGEST_TREE", 100)],
)
def test_every_limit_holds(monkeypatch, limit, value):
    monkeypatch.setattr(package, limit, value)
    assert refused(GOOD + b"") == "too_large"


def test_a_single_part_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(package, "LARGEST_TREE", 100)
    with pytest.raises(UnreadableSource) as caught:
        odt.read(b"<x>" + b"<y/>" * 9 + b"</x>", "a.fodt", Options())
    assert caught.value.code == "too_large"


def test_bytes_are_counted_while_they_are_read(monkeypatch):
    opened = Package(GOOD, "a.docx")
    monkeypatch.setattr(package, "LARGEST_MEMBER", 100)
    with pytest.raises(UnreadableSource) as caught:
        opened.read("word/document.xml")
    assert caught.value.code == "unsafe_content"


def test_a_text_of_too_many_characters_is_refused(monkeypatch):
    monkeypatch.setattr(flow_writer, "LONGEST", 10)
    assert refused(GOOD) == "too_large"


@pytest.mark.parametrize("read", [reading, lambda data: odt.read(data, "a.odt", Options())])
def test_what_is_nested_as_deep_as_xml_may_be_is_read_or_refused(read):
    levels = 80
    deep = docx("<w:tbl><w:tr><w:tc>" * levels + p("x") + "</w:tc></w:tr></w:tbl>" * levels)
    text = "<text:list><text:list-item>" * 120 + "</text:list-item></text:list>" * 120
    data = deep if read is reading else made_odt("<text:p>x</text:p>" + text)
    assert read(data).canonical.text == "x"
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        with pytest.raises(UnreadableSource) as caught:
            read(data)
    finally:
        sys.setrecursionlimit(usual)
    assert caught.value.code == "unsafe_content"


def test_what_documents_share_is_kept_and_forgotten_again():
    package._shared.clear()
    for number in range(package.MOST_SHARED + 1):
        reading(docx(p("x"), styles=f"<w:x w:n='{number}'/>"))
    assert len(package._shared) == 1
    first = next(iter(package._shared.values()))
    reading(docx(p("x"), styles=f"<w:x w:n='{package.MOST_SHARED}'/>"))
    assert list(package._shared.values()) == [first]
    reading(docx(p("x"), styles="<w:x/>" + " " * package.LARGEST_SHARED))
    assert len(package._shared) == 1


@pytest.fixture(scope="module")
def encrypted():
    """The document behind the password "mines"."""
    plain, locked = io.BytesIO(), io.BytesIO()
    document = python_docx.Document()
    document.add_paragraph("Over 55 million.")
    document.save(plain)
    OOXMLFile(plain).encrypt("mines", locked)
    return locked.getvalue()


def test_a_document_behind_a_password_opens_with_it_alone(encrypted):
    assert refused(encrypted) == "password_required"
    assert refused(encrypted, "tanks") == "password_required"
    assert reading(encrypted, "mines").canonical.text == "Over 55 million."


def test_a_damaged_or_older_container_is_a_named_error(encrypted):
    assert refused(encrypted[:3000], "mines") == "damaged"
    assert refused(encrypted[:8] + b"W\0o\0r\0d\0" * 99) == "unsupported"


def test_macros_are_never_looked_at(monkeypatch):
    data = docx(p(r("x")), {"word/vbaProject.bin": b"macro"})
    opened = []
    real = zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda self, name, *_: opened.append(name) or real(self, name)
    )
    assert reading(data).canonical.text == "x"
    assert "word/vbaProject.bin" not in opened
