"""Word documents: what a reader sees is in, in order; what is deleted, hidden or aside is not."""

import io

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.core.record import Name
from briefer.importers.docx import read
from briefer.importers.imported import Options
from tests.importers.packages import docx, p, part, r

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-CH"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="House"/>
  <w:basedOn w:val="Titre2"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/>
  <w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cit"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Leg"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Puce"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Cache"><w:name w:val="x"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="y"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""


def lists(*levels):
    """One list with levels of (kind of number, what is printed), and the list 2 of bullets."""
    made = "".join(
        f'<w:lvl w:ilvl="{deep}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for deep, (form, text) in enumerate(levels)
    )
    bullet = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    )
    return (
        f'<w:abstractNum w:abstractNumId="1">{made}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )


def item(words, number="1", deep=0):
    return p(words, f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{number}"/></w:numPr>')


def note(key, *inner, tag="footnote"):
    return f'<w:{tag} w:id="{key}">{"".join(inner)}</w:{tag}>'


def reading(data, **options):
    return read(data, "a.docx", Options(**options))


def told(data):
    """Role, marker and words of each paragraph."""
    made = reading(data).canonical
    return [(one.role, one.marker, made.text[one.start : one.end]) for one in made.places]


def words(body, **parts):
    return [text for *_, text in told(docx(body, **parts))]


BEGIN, SEPARATE, END = (
    r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
)
HIDDEN = BEGIN.replace("<w:rPr>", "<w:rPr><w:vanish/>")
FIELD = BEGIN + r("<w:instrText>DATE</w:instrText>") + "{inner}" + SEPARATE + r("today") + END
BOX = "<w:txbxContent>" + p("In a box.") + "</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("Over ") + r("55 million.")), ["Over 55 million."]),
        (p("<w:r><w:t>Over </w:t></w:r><w:r><w:t>55.</w:t></w:r>"), ["Over 55."]),
        (p("<w:r><w:t>\n   Over\n 55.\n </w:t></w:r>"), ["Over 55."]),
        (p('<w:r><w:t xml:space="preserve">a\nb</w:t></w:r>'), ["a b"]),
        (p("<w:r><w:t>a<!-- aside -->b<?x y?>c</w:t></w:r>"), ["abc"]),
        (p(""), None),
        (p("One.") + p("") + p("Two."), ["One.", "Two."]),
        (p(f"<w:ins>{r('new ')}</w:ins><w:del>{r('<w:delText>old</w:delText>')}</w:del>" + r("x")),
         ["new x"]),
        (p(f"<w:del>{r('gone')}</w:del><w:moveFrom>{r('away')}</w:moveFrom>"
           f"<w:moveTo>{r('here')}</w:moveTo>"), ["here"]),
        (p("One ", "<w:rPr><w:del/></w:rPr>") + p("goes on."), ["One goes on."]),
        (p(f"<w:moveFrom>{r('x')}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>") + p("y"), ["y"]),
        (p("The end", "<w:rPr><w:del/></w:rPr>"), ["The end"]),
        (p("a", "<w:rPr><w:ins/></w:rPr>") + p("b"), ["a", "b"]),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + p("Control.") + "</w:sdtContent></w:sdt>",
         ["Control."]),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here.")
         + "</w:sdtContent></w:sdt>" + p("x"), ["x"]),
        (p(f"<w:hyperlink>{r('the ')}</w:hyperlink><w:smartTag>{r('Convention')}</w:smartTag>"),
         ["the Convention"]),
        (p(f"<w:fldSimple w:instr='PAGE'>{r('4')}</w:fldSimple>"), ["4"]),
        (p(r("On ") + FIELD.format(inner="")), ["On today"]),
        (p(FIELD.format(inner=FIELD.format(inner=""))), ["today"]),
        (p(BEGIN + r("never ended")), ["never ended"]),
        (p(END + SEPARATE + r("x")), ["x"]),
        (p(FIELD.format(inner=f"<w:del>{END}</w:del>")), ["today"]),
        (p(HIDDEN + r("x") + r("<w:br/>") + END + r("y")), ["y"]),
        (p(r("seen") + r("hidden", "<w:vanish/>") + r(" too", '<w:vanish w:val="0"/>')),
         ["seen too"]),
        (p(r("seen") + r("x", '<w:rStyle w:val="Cache"/>')) + p("y", '<w:pStyle w:val="Note"/>'),
         ["seen"]),
        (p(r("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/>"
             '<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/>'
             '<w:sym w:font="Other" w:char="F0FC"/><w:sym w:char="nonsense"/>'
             '<w:sym w:char="D800"/>')),
         ["a\tb\u2011c\u00adα✓\uf0fc"]),
        (p(r(f"<w:ruby><w:rt>{r('かん')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby>")),
         ["漢"]),
        (p("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
           "</m:den></m:f></m:oMath>"), ["1/2"]),
        (p("<m:oMath><m:f/></m:oMath>"), ["/"]),
        (p(r(f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
             f"</mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
             "</mc:AlternateContent>") + r("Beside it.")), ["Beside it.", "In a box."]),
        (p(r(f"<w:pict><mc:AlternateContent><mc:Fallback><v:shape>{BOX}</v:shape></mc:Fallback>"
             "</mc:AlternateContent><mc:AlternateContent/></w:pict>"), "<w:rPr><w:del/></w:rPr>"),
         ["In a box."]),
        (p("العربية עברית 中文 Кириллица e\u0301 👩🏽‍🌾"),
         ["العربية עברית 中文 Кириллица é 👩🏽‍🌾"]),
        ("<w:altChunk/><w:sectPr/>" + p("x"), ["x"]),
    ],
)  # fmt: skip
def test_the_words_are_those_that_a_reader_sees(body, expected):
    if expected is None:
        with pytest.raises(UnreadableSource, match="holds no words"):
            reading(docx(body))
    else:
        assert words(body, styles=STYLES) == [text.strip() for text in expected]


def test_a_line_break_is_a_space_with_a_mark_and_parts_nothing_at_the_ends():
    made = reading(docx(p(r("<w:br/><w:t>a</w:t><w:br/><w:cr/><w:t>b</w:t><w:br/>")) + p("c")))
    assert made.decoded == "a\nb\n\nc"
    assert made.canonical.text == "a b\n\nc"
    assert [(one.start, one.end, one.kind) for one in made.canonical.marks] == [
        (1, 2, "line_break")
    ]


def test_bold_and_italic_runs_are_marks_that_join_where_they_touch():
    body = p(
        r("Mines ", "<w:b/>")
        + r("kill", '<w:b w:val="true"/><w:i/>')
        + r(" all", '<w:b w:val="0"/><w:rStyle w:val="Fort"/>')
        + r(" people", '<w:rStyle w:val="Fort"/>')
    )
    made = reading(docx(body, styles=STYLES)).canonical
    found = [(made.text[one.start : one.end], one.kind) for one in made.marks]
    assert found == [("Mines kill", "strong"), ("kill", "emphasis"), (" people", "strong")]


@pytest.mark.parametrize(
    ("properties", "role", "level"),
    [
        ('<w:pStyle w:val="Titre"/>', "title", 0),
        ('<w:pStyle w:val="Titre2"/>', "heading", 2),
        ('<w:pStyle w:val="Own"/>', "heading", 2),
        ('<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>', "body", 0),
        ('<w:pStyle w:val="Deep"/>', "heading", 4),
        ('<w:outlineLvl w:val="0"/>', "heading", 1),
        ('<w:outlineLvl w:val="x"/>', "body", 0),
        ('<w:pStyle w:val="Heading3"/>', "heading", 3),
        ('<w:pStyle w:val="Subtitle"/>', "heading", 1),
        ('<w:pStyle w:val="Cit"/>', "quotation", 0),
        ('<w:pStyle w:val="Leg"/>', "caption", 0),
        ('<w:pStyle w:val="Toc1"/>', "boilerplate", 0),
        ('<w:pStyle w:val="A"/>', "body", 0),
        ('<w:pStyle w:val="Puce"/>', "list_item", 1),
        ('<w:pStyle w:val="Puce"/><w:numPr><w:numId w:val="0"/></w:numPr>', "list_item", 1),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "list_item", 2),
        ("", "body", 0),
    ],
)
def test_roles_come_from_styles_in_any_language(properties, role, level):
    body = p("A long way of saying so, with a stop.", properties) + p("End.")
    place = reading(docx(body, styles=STYLES, numbering=lists())).canonical.places[0]
    assert (place.role, place.level) == (role, level)


def test_the_opening_of_a_document_without_styles_is_read_as_plain_text_is():
    body = p("Statement by the High Commissioner on mines") + p("Mines kill people every day.")
    assert [role for role, *_ in told(docx(body))] == ["title", "body"]
    headed = body + p("Part", '<w:pStyle w:val="Heading1"/>')
    assert [role for role, *_ in told(docx(headed))] == ["body", "body", "heading"]


@pytest.mark.parametrize(
    ("levels", "items", "markers"),
    [
        ((("decimal", "%1."),), [0, 0, 0], ["1.", "2.", "3."]),
        ((("upperRoman", "%1."), ("lowerLetter", "(%2)")), [0, 1, 1, 0, 1],
         ["I.", "(a)", "(b)", "II.", "(a)"]),
        ((("decimal", "%1"), ("decimal", "%1.%2")), [1, 0, 1], ["1.1", "1", "1.1"]),
        ((("decimalZero", "%1"),), [0], ["01"]),
        ((("none", "§%1"),), [0], ["§"]),
        ((("chineseCounting", "%1"),), [0], [""]),
        ((("bullet", "–"),), [0, 0], ["–", "–"]),
        ((("decimal", "%1"),), [5], [""]),
    ],
)  # fmt: skip
def test_list_items_carry_the_marker_that_is_printed(levels, items, markers):
    body = "".join(item(f"Item {n}.", deep=deep) for n, deep in enumerate(items))
    found = told(docx(body, numbering=lists(*levels)))
    assert [marker for _, marker, _ in found] == markers


def test_numbers_go_on_across_text_restart_where_said_and_bullets_are_readable():
    body = item("a") + p("Text.") + item("b") + item("c", "3") + item("d", "2") + item("e", "9")
    found = told(docx(body, numbering=lists(("decimal", "%1)"))))
    assert [marker for _, marker, _ in found] == ["1)", "", "2)", "7)", "•", ""]


def test_a_style_is_numbered_on_the_level_that_names_it():
    numbering = lists(("decimal", "%1."), ("lowerLetter", "%2)")).replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Sub"/>', 1
    )
    style = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("a", '<w:pStyle w:val="Sub"/>') + p("b", '<w:pStyle w:val="Sub"/>')
    found = told(docx(body, styles=style, numbering=numbering))
    assert [marker for _, marker, _ in found] == ["a)", "b)"]


def test_tables_give_each_cell_in_reading_order_and_merged_cells_once():
    def cell(inner, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"

    def row(*cells, properties=""):
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

    inner = "<w:tbl>" + row(cell(p("inner"))) + "</w:tbl>"
    table = (
        "<w:tbl><w:tblPr/>"
        + row(cell(p("Year"), '<w:vMerge w:val="restart"/>'), cell(p("Mines") + p("tonnes")))
        + row(cell(p("Year"), "<w:vMerge/>"), cell(p("5", "<w:rPr><w:del/></w:rPr>")))
        + row(cell(p("gone")), properties="<w:del/>")
        + row(cell(p("x"), '<w:hMerge w:val="continue"/>'), cell(inner + p("")))
        + row(cell(p("Total", '<w:pStyle w:val="Heading1"/>')))
        + "</w:tbl>"
    )
    assert told(docx(p("Before", "<w:rPr><w:del/></w:rPr>") + table + p("After."))) == [
        ("body", "", "Before"),
        ("table_cell", "", "Year"),
        ("table_cell", "", "Mines"),
        ("table_cell", "", "tonnes"),
        ("table_cell", "", "5"),
        ("table_cell", "", "inner"),
        ("heading", "", "Total"),
        ("body", "", "After."),
    ]


NOTED = p(
    r("A review")
    + r('<w:footnoteReference w:id="2"/>')
    + r(" in Oslo")
    + r('<w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t>')
    + r('<w:footnoteReference w:id="5"/>')
    + r('<w:endnoteReference w:id="2"/>')
    + r('<w:footnoteReference w:id="9"/>')
    + "<w:del>"
    + r('<w:footnoteReference w:id="6"/>')
    + "</w:del>"
    + r(".")
)
FOOTNOTES = (
    note(0, p(r("<w:separator/>")))
    + note(2, p(r("<w:footnoteRef/>") + r(" See A.")), p("And B."))
    + note(3, p(r(" ") + "<w:r><w:t>\n*\n</w:t></w:r>" + r("By hand.")))
    + note(5, p("Third."))
    + note(6, p("Not referred to."))
)
ENDNOTES = note(2, p("At the end."), tag="endnote")


def test_notes_follow_the_text_with_their_numbers_and_leave_no_mark_in_it():
    assert told(docx(NOTED, footnotes=FOOTNOTES, endnotes=ENDNOTES)) == [
        ("body", "", "A review in Oslo."),
        ("footnote", "1", "See A."),
        ("footnote", "", "And B."),
        ("footnote", "*", "By hand."),
        ("footnote", "2", "Third."),
        ("footnote", "i", "At the end."),
    ]


@pytest.mark.parametrize(
    ("section", "settings", "markers"),
    [
        ("lowerLetter", "upperRoman", ["a", "", "*", "b"]),
        ("", "upperRoman", ["I", "", "*", "II"]),
        ("chicago", "", ["", "", "*", ""]),
        ("", "", ["1", "", "*", "2"]),
    ],
)
def test_notes_count_as_the_document_says(section, settings, markers):
    def said(form):
        inner = f'<w:numFmt w:val="{form}"/>' if form else ""
        return f"<w:footnotePr>{inner}</w:footnotePr>"

    body = f"{NOTED}<w:sectPr>{said(section)}</w:sectPr>"
    found = told(docx(body, footnotes=FOOTNOTES, settings=said(settings)))
    assert [marker for role, marker, _ in found if role == "footnote"] == markers


def test_what_was_tracked_or_commented_is_told():
    body = p(f"<w:ins>{r('a')}</w:ins>") + p(r("b") + r("<w:commentReference/>"))
    assert reading(docx(body)).warnings == ("changes_accepted", "comments_left_out")
    assert reading(docx(p("a"))).warnings == ()


def test_strict_documents_read_as_others_do():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = p("Over 55 million.", '<w:pStyle w:val="Titre2"/>') + p(f"See {usual}.")
    main = part("document", f"<w:body>{body}</w:body>").replace(f'"{usual}"', f'"{strict}"')
    styles = part("styles", STYLES).replace(f'"{usual}"', f'"{strict}"')
    data = docx("", {"word/document.xml": main, "word/styles.xml": styles})
    assert told(data) == [("heading", "", "Over 55 million."), ("body", "", f"See {usual}.")]


def test_parts_are_found_where_the_package_says():
    def relations(*pairs):
        made = "".join(
            f'<Relationship Type="http://x/{kind}" Target="{target}" TargetMode="{mode}"/>'
            for kind, target, mode in pairs
        )
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'<Relationships xmlns="{space}">{made}</Relationships>'

    styled = '<w:pStyle w:val="T"/>'
    members = {
        "_rels/.rels": relations(("officeDocument", "/doc/main.xml", "Internal")),
        "doc/main.xml": part("document", "<w:body>" + p("x", styled) + "</w:body>"),
        "doc/_rels/main.xml.rels": relations(
            ("styles", "http://example.org/styles.xml", "External"),
            ("styles", "../other/styles.xml", "Internal"),
        ),
        "other/styles.xml": part(
            "styles",
            '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="caption"/></w:style>',
        ),
    }
    assert told(docx("", members)) == [("caption", "", "x")]


def test_a_document_of_python_docx_reads_in_full_with_its_properties():
    document = python_docx.Document()
    document.core_properties.title = "Remarks  on mines"
    document.core_properties.author = "Izumi Example; A. N. Other"
    document.core_properties.language = "en-GB"
    document.add_heading("Remarks", 0)
    document.add_heading("One", 1)
    document.add_paragraph("Dear colleagues,")
    document.add_paragraph("a", style="List Bullet")
    document.add_paragraph("b", style="List Number")
    document.add_paragraph("Said.", style="Quote")
    table = document.add_table(1, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Merged"
    file = io.BytesIO()
    document.save(file)
    assert told(file.getvalue()) == [
        ("title", "", "Remarks"),
        ("heading", "", "One"),
        ("body", "", "Dear colleagues,"),
        ("list_item", "•", "a"),
        ("list_item", "1.", "b"),
        ("quotation", "", "Said."),
        ("table_cell", "", "Merged"),
    ]
    record = reading(file.getvalue()).record
    assert {field.origin for field in record.values()} == {"inferred"}
    assert {name: field.value for name, field in record.items()} == {
        "title": "Remarks on mines",
        "author": (Name("Izumi Example"), Name("A. N. Other")),
        "language": "en-GB",
    }


def test_the_language_of_the_styles_counts_and_programs_are_no_authors():
    document = python_docx.Document()
    document.add_paragraph("x")
    file = io.BytesIO()
    document.save(file)
    assert list(reading(file.getvalue()).record) == ["language"]
    assert reading(docx(p("x"), styles=STYLES)).record["language"].value == "fr-CH"
    assert reading(docx(p("x"))).record == {}


CHARACTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(
    "ab \u0301é中ع😀\u200d"
)
PIECES = st.tuples(
    st.text(CHARACTERS, max_size=8),
    st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:vanish/>"]),
    st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:del>{}</w:del>", "{}<w:r><w:br/></w:r>"]),
)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(st.lists(st.lists(PIECES, max_size=5), min_size=1, max_size=5))
def test_the_log_leads_back_and_places_hold_every_word_once(paragraphs):
    body = "".join(
        p("<w:x/>" + "".join(wrap.format(r(escaped(text) or "<w:x/>", look)).replace("\ufffe", "")
                             for text, look, wrap in pieces))
        for pieces in paragraphs
    )  # fmt: skip
    try:
        made = reading(docx(body))
    except UnreadableSource:
        return  # nothing in it is shown
    assert apply(made.decoded, made.canonical.log) == made.canonical.text
    assert made == reading(docx(body))
    text, at = made.canonical.text, 0
    for place in made.canonical.places:
        assert not text[at : place.start].strip()
        assert place.start < place.end
        at = place.end
    assert not text[at:].strip()
