"""What a reader sees in a Word file, and the proof that is found in it."""

import base64
import zlib

import pytest
from lxml import etree

from briefer.core.errors import FileError
from briefer.core.visible import Seen
from briefer.exporters.docx_names import MANIFEST, PROPERTY
from briefer.exporters.docx_reading import read
from tests.exporters.word_files import W, run

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = """
    <w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
    <w:style w:styleId="Base"><w:rPr><w:vanish/><w:strike w:val="false"/></w:rPr></w:style>
    <w:style w:styleId="Gone"><w:basedOn w:val="Base"/></w:style>
    <w:style w:styleId="Back"><w:basedOn w:val="Gone"/>
      <w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
    <w:style w:styleId="Out"><w:rPr><w:dstrike/></w:rPr></w:style>
    <w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
    <w:docDefaults/>
"""
DATED = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def relations(**targets):
    lines = "".join(
        f'<Relationship Id="r{n}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    outside = f'<Relationship Id="x" Type="{RELATION}/header" Target="//x" TargetMode="External"/>'
    return f'<Relationships xmlns="{RELATIONS}">{lines}{outside}</Relationships>'.encode()


def package(body, **parts):
    """The members of a Word file with this body, and other stories by kind."""
    named = {kind: f"{kind}.xml" for kind in parts}
    members = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", **named),
        "word/document.xml": f"<w:document {NAMESPACES}>{body}</w:document>".encode(),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>".encode(),
    }
    for kind, xml in parts.items():
        members[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{xml}</w:{kind}>".encode()
    return members


def p(*content, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(content)}</w:p>"


def seen(body, **parts):
    return read(package(body, **parts), "x.docx").paragraphs


def texts(body, **parts):
    return [one.text for one in seen(body, **parts)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("one ") + run("two"), "one two"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>", "a\u2011\u00adb"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "\uf0e0"),
        ('<w:r><w:sym w:char="none"/><w:sym w:char="FFFFFFFF"/></w:r>', "��"),
        (f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>", "ab"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a"),
        (f"<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{run(' is')}", "x is"),
        (run("a") + "<w:r><w:footnoteReference/><w:commentReference/></w:r>", "a"),
        (run("a") + run("b", "<w:vanish/>") + run("c", '<w:vanish w:val="off"/>'), "ac"),
        (run("a", '<w:rStyle w:val="Gone"/>') + run("b", '<w:rStyle w:val="Back"/>'), "b"),
        (run("a", '<w:rStyle w:val="Loop"/>') + run("b", '<w:rStyle w:val="Nobody"/>'), "ab"),
        (f"<w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('w')}</w:rubyBase></w:ruby>", "w"),
        (f"<w:fldSimple w:instr='PAGE'>{run('7')}</w:fldSimple>", "7"),
    ],
)  # fmt: skip
def test_what_is_visible_in_a_paragraph_is_read(content, text):
    assert texts(p(content)) == [text]


def field(*marks):
    return "".join(f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' if mark in FIELD else mark
                   for mark in marks)  # fmt: skip


FIELD = ("begin", "separate", "end")
CODE = "<w:r><w:instrText> IF </w:instrText></w:r>"


def test_of_a_field_the_result_is_read_and_not_the_code():
    inner = field("begin", CODE, "separate", run("code"), "end")
    outer = field("begin", CODE, inner, "separate", run("result"), "end")
    assert texts(p(run("a "), outer, run(" b"))) == ["a result b"]
    assert texts(p(field("separate", "end"), run("a"))) == ["a"]


def test_a_style_hides_or_sets_apart_what_has_it():
    body = p(run("a"), style="Gone") + p(run("b"), style="Zitat") + p(run("c"), style="Out")
    assert [(one.text, one.quote, one.unstruck) for one in seen(body)] == [
        ("", False, None), ("b", True, None), ("c", False, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "accepted", "rejected"),
    [
        (run("a ") + f"<w:ins {DATED}>{run('not ')}</w:ins>" + run("b"), "a not b", "a b"),
        (run("a ") + f"<w:del {DATED}><w:r><w:delText>b</w:delText></w:r></w:del>", "a ", "a b"),
        (f"<w:moveFrom {DATED}>{run('a')}</w:moveFrom>", "", "a"),
        (f"<w:moveTo {DATED}>{run('a')}</w:moveTo>", "a", ""),
        (f"<w:ins {DATED}><w:del {DATED}>{run('x')}</w:del></w:ins>", "", None),
        (f"<w:ins {DATED}>{run('b')}</w:ins><w:del {DATED}>{run('b')}</w:del>", "b", None),
    ],
)  # fmt: skip
def test_a_pending_change_is_read_both_ways(content, accepted, rejected):
    [one] = seen(p(content))
    assert (one.text, one.rejected) == (accepted, rejected)


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/>'])
def test_words_struck_through_are_read_both_ways(look):
    [one] = seen(p(run("a "), run("not ", look), run("b", '<w:strike w:val="0"/>')))
    assert (one.text, one.unstruck) == ("a not b", "a b")


def test_a_bookmark_holds_the_words_between_its_ends_over_paragraphs():
    start, end = '<w:bookmarkStart w:id="1" w:name="one"/>', '<w:bookmarkEnd w:id="1"/>'
    body = p(run("a"), start, run("b")) + p(run("c")) + p(end, run("d")) + p(end, start)
    assert [one.anchors for one in seen(body)] == [("one",), ("one",), (), ()]


def test_cells_and_text_boxes_are_paragraphs_and_of_two_ways_to_show_one_is_read():
    cell = f"<w:tbl><w:tblPr/><w:tr><w:trPr/><w:tc><w:tcPr/>{p(run('cell'))}</w:tc></w:tr></w:tbl>"
    box = f"<w:txbxContent>{p(run('box'))}</w:txbxContent>"
    either = (
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = cell + p(run("before "), f"<w:r>{either}</w:r>", run("after"))
    assert texts(body) == ["cell", "before after", "box"]


def test_heads_feet_and_notes_are_read_after_the_body_and_comments_are_not():
    parts = {
        kind: p(run(kind)) for kind in ("comments", "endnotes", "footer", "footnotes", "header")
    }
    assert texts(p(run("body")), **parts) == ["body", "header", "footer", "footnotes", "endnotes"]


def test_another_documents_words_cannot_be_read():
    reading = read(package("<w:altChunk/>" + p("<w:subDoc/>") + "<w:altChunk/>"), "x.docx")
    assert len(reading.unread) == 2


def test_characters_outside_a_paragraph_are_not_shown():
    assert texts(run("lost") + p(run("a"))) == ["a"]


def test_a_file_saved_as_strict_is_read_alike():
    parts = package(p(run("a", '<w:rStyle w:val="Gone"/>'), run("b"), style="Zitat"))
    strict = {
        name: data.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, data in parts.items()
    }
    assert read(strict, "x.docx").paragraphs == (Seen("b", quote=True),)


def test_a_file_without_styles_is_read():
    parts = package(p(run("a")))
    del parts["word/_rels/document.xml.rels"]
    assert read(parts, "x.docx").paragraphs == (Seen("a"),)


def test_without_a_proof_there_is_none():
    assert read(package(p(run("a"))), "x.docx").manifest is None


def proof(*pieces):
    made = etree.Element(f"{{{MANIFEST}}}manifest")
    for one in pieces:
        etree.SubElement(made, f"{{{MANIFEST}}}piece").text = one
    return etree.tostring(made)


def properties(*values):
    made = "".join(
        f'<property name="{PROPERTY}{n}"><lpwstr>{value}</lpwstr></property>'
        for n, value in reversed([*enumerate(values, start=1)])
    )
    return f"<Properties>{made}<property name='other'/></Properties>".encode()


def packed_in(data, size=8):
    text = base64.b64encode(zlib.compress(data)).decode()
    return [text[at : at + size] for at in range(0, len(text), size)]


def test_the_proof_is_read_from_the_custom_xml_else_from_the_properties():
    parts = package("")
    parts["customXml/item1.xml"] = b"<other/>"
    assert read(parts, "x.docx").manifest is None
    parts["docProps/custom.xml"] = properties()
    assert read(parts, "x.docx").manifest is None
    parts["docProps/custom.xml"] = properties(*packed_in(b"second " * 40))
    assert read(parts, "x.docx").manifest == b"second " * 40
    parts["customXml/item7.xml"] = proof("fi", "rst <&>")
    assert read(parts, "x.docx").manifest == b"first <&>"


@pytest.mark.parametrize(
    "values", [["%%%"], [base64.b64encode(b"junk").decode()], packed_in(b"cut short" * 9)[:-2]]
)
def test_a_damaged_proof_is_an_error(values):
    parts = {**package(""), "docProps/custom.xml": properties(*values)}
    with pytest.raises(FileError, match="proof in x.docx is damaged"):
        read(parts, "x.docx")


def test_a_proof_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr("briefer.exporters.docx_parts.MANIFEST_AT_MOST", 1000)
    parts = {**package(""), "docProps/custom.xml": properties(*packed_in(b"x" * 100_000))}
    with pytest.raises(FileError, match="damaged"):
        read(parts, "x.docx")


ENTITY = b'<!DOCTYPE x [<!ENTITY e "eee">]><w:document xmlns:w="x">&e;</w:document>'
BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (n, b"&%c;" % (n - 1) * 10) for n in range(98, 110))
    + b']><x y="&m;"/>'
)


@pytest.mark.parametrize(
    ("data", "code"), [(ENTITY, "unsafe_content"), (BOMB, "damaged"), (b"<w:p>", "damaged"),
                       (b"", "damaged")],
)  # fmt: skip
def test_xml_that_is_damaged_or_defines_entities_is_refused(data, code):
    parts = {**package(""), "word/document.xml": data}
    with pytest.raises(FileError) as caught:
        read(parts, "x.docx")
    assert caught.value.code == code


def test_a_package_that_is_no_word_document_is_refused():
    for parts in ({}, {"_rels/.rels": relations(officeDocument="word/other.xml")}):
        with pytest.raises(FileError, match="not a Word document"):
            read(parts, "x.docx")
    with pytest.raises(FileError, match="damaged"):
        read({**package(""), "word/_rels/document.xml.rels": relations(footnotes="gone.xml")}, "x")
