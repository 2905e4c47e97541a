"""OpenDocument texts: what a reader sees is in, in order; what is deleted or hidden is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.core.record import Name
from briefer.importers.imported import Options
from briefer.importers.odt import read
from tests.importers.packages import AES, BLOWFISH, ODF, locked_odt, odt

STYLES = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:name="I" style:family="text" style:parent-style-name="B">
<style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>
</style:style>
<style:style style:name="PH" style:family="paragraph"><style:text-properties text:display="none"/>
</style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P3"/>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="P2"/>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("
 style:num-suffix=")" text:start-value="3"/>
<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/>
</text:list-style>
<text:list-style style:name="U"><text:list-level-style-bullet text:level="1"
 text:bullet-char="\uf0b7"/><text:list-level-style-bullet text:level="2" text:bullet-char="–"/>
</text:list-style>
"""


def reading(data):
    return read(data, "a.odt", Options())


def told(text):
    """Role, marker and words of each paragraph."""
    made = reading(odt(text, STYLES)).canonical
    return [(one.role, one.marker, made.text[one.start : one.end]) for one in made.places]


def p(inner, style="", tag="p", more=""):
    return f'<text:{tag} text:style-name="{style}" {more}>{inner}</text:{tag}>'


def items(*inner):
    return "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)


def changes(*regions):
    made = "".join(
        f'<text:changed-region text:id="{key}"><text:{kind}/></text:changed-region>'
        for key, kind in regions
    )
    return f"<text:tracked-changes>{made}</text:tracked-changes>"


def start(key):
    return f'<text:change-start text:change-id="{key}"/>'


def end(key):
    return f'<text:change-end text:change-id="{key}"/>'


def nested(inner):
    return f"<text:list>{inner}</text:list>"


def note(kind, citation, body):
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{citation}</text:note-citation>'
        f"<text:note-body>{body}</text:note-body></text:note>"
    )


BOX = "<draw:frame><draw:text-box>" + p("In a box.") + "</draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (p("Over 55 million."), ["Over 55 million."]),
        (p("\n  Over\n  <text:span>55 </text:span> million. "), ["Over 55 million."]),
        (p('a<text:s/>b<text:s text:c="3"/>c<text:tab/>d'), ["a b   c\td"]),
        (p('a<text:s text:c="x"/>b'), ["a b"]),
        (p("a<text:line-break/> b<text:line-break/>"), ["a b"]),
        (p("a<text:soft-page-break/>b<text:bookmark/>c<text:change-start/>d"), ["abcd"]),
        (p('<text:a>the </text:a><text:span text:style-name="B">Convention</text:span>'),
         ["the Convention"]),
        (p("On <text:date>1 May</text:date>, p. <text:page-number>4</text:page-number>"),
         ["On 1 May, p. 4"]),
        (p("a<office:annotation><dc:creator>N</dc:creator>" + p("aside")
           + "</office:annotation>b<office:annotation-end/>"), ["ab"]),
        (p("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text>"
           "</text:ruby>"), ["漢"]),
        (p('a<text:span text:style-name="H">hidden</text:span>b'), ["ab"]),
        (p("a") + p("hidden", "PH"), ["a"]),
        (p("a") + p('<text:hidden-paragraph text:is-hidden="true"/>b')
         + p('<text:hidden-paragraph text:is-hidden="false"/>c'), ["a", "c"]),
        (p('a<text:hidden-text text:is-hidden="true">b</text:hidden-text>'
           '<text:hidden-text text:is-hidden="false">c</text:hidden-text>'), ["ac"]),
        (p("a<text:placeholder>&lt;Name&gt;</text:placeholder>"), ["a"]),
        ("<text:tracked-changes><text:changed-region><text:deletion>" + p("gone")
         + "</text:deletion></text:changed-region></text:tracked-changes>" + p("kept"), ["kept"]),
        (changes(("i", "insertion"), ("d", "deletion"), ("never", "deletion"))
         + p(f"a {start('i')}new {end('i')}{start('d')}gone{note('footnote', '1', p('n'))}")
         + start("never") + p(f"<text:tab/><text:line-break/><draw:g/>x{end('d')}end."),
         ["a new end."]),
        (changes(("d", "deletion")) + p(f"a{start('d')}b") + end("d"), ["a"]),
        ("<text:bibliography><text:index-body>" + p("a")
         + "</text:index-body></text:bibliography>", ["a"]),
        ("<text:section>" + p("a") + '</text:section><text:section text:display="none">' + p("b")
         + '</text:section><text:section text:display="condition" text:is-hidden="true">'
         + p("c") + "</text:section>", ["a"]),
        (p(f"{BOX}Beside it.") + BOX, ["Beside it.", "In a box.", "In a box."]),
        (p("<draw:frame><draw:image/><svg:title xmlns:svg='s'>t</svg:title></draw:frame>x"),
         ["x"]),
        (p("العربية עברית 中文 Кириллица e\u0301 👩🏽‍🌾"),
         ["العربية עברית 中文 Кириллица é 👩🏽‍🌾"]),
        ("<text:variable-decls/><office:forms><text:x>y</text:x></office:forms>" + p("x"), ["x"]),
    ],
)  # fmt: skip
def test_the_words_are_those_that_a_reader_sees(text, expected):
    assert [words for *_, words in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "role", "level"),
    [
        (p("x", "Title"), "title", 0),
        (p("x", "Title", tag="h"), "title", 0),
        (p("x", "Subtitle"), "heading", 1),
        (p("x", tag="h", more='text:outline-level="3"'), "heading", 3),
        (p("x", "Heading_20_2"), "heading", 2),
        (p("x", "P1"), "quotation", 0),
        (p("x", "Caption"), "caption", 0),
        (p("x", "P2"), "body", 0),
        ("<text:table-of-content><text:index-body><text:index-title>"
         + p("x", "Contents_20_Heading")
         + "</text:index-title></text:index-body></text:table-of-content>", "boilerplate", 0),
        ("<text:table-of-content/>" + p("x."), "body", 0),
    ],
)  # fmt: skip
def test_roles_come_from_elements_and_styles(text, role, level):
    end = p("A heading keeps the opening from being guessed.", "Heading_20_1")
    place = reading(odt(text + end, STYLES)).canonical.places[0]
    assert (place.role, place.level) == (role, level)


def test_marks_come_from_character_styles_and_whole_paragraphs():
    bold, both = (f'<text:span text:style-name="{name}">' for name in "BI")
    text = p(f"a {bold}b</text:span>{both}c</text:span>")
    made = reading(odt(text + p("d", "P1"), STYLES)).canonical
    found = [(made.text[one.start : one.end], one.kind) for one in made.marks]
    assert found == [("bc", "strong"), ("c", "emphasis"), ("d", "strong")]


def test_lists_count_go_on_and_carry_the_marker_that_is_printed():
    inner = nested(items(p("deep"), p("deeper")))
    text = (
        f'<text:list text:style-name="L" xml:id="one">{items(p("a") + p("more"), inner)}'
        f"{items(p('b'), inner)}</text:list>"
        f'<text:list text:style-name="L">{items(p("new"))}</text:list>'
        f'<text:list text:continue-list="one" text:style-name="L">{items(p("c"))}</text:list>'
        f'<text:list text:continue-numbering="true" text:style-name="L">{items(p("d"))}</text:list>'
        f'<text:list text:style-name="U">{items(p("e"), nested(items(p("f"))))}'
        '<text:list-header><text:h text:outline-level="1">g</text:h></text:list-header></text:list>'
        f'<text:list text:style-name="none">{items(p("h"), "")}</text:list>'
        '<text:list text:style-name="L"><text:list-item text:start-value="9">'
        f"{p('i')}</text:list-item></text:list>"
    )
    assert told(text) == [
        ("list_item", "1.", "a"),
        ("list_item", "", "more"),
        ("list_item", "(c)", "deep"),
        ("list_item", "(d)", "deeper"),
        ("list_item", "2.", "b"),
        ("list_item", "(c)", "deep"),
        ("list_item", "(d)", "deeper"),
        ("list_item", "1.", "new"),
        ("list_item", "3.", "c"),
        ("list_item", "4.", "d"),
        ("list_item", "•", "e"),
        ("list_item", "–", "f"),
        ("heading", "", "g"),
        ("list_item", "", "h"),
        ("list_item", "9.", "i"),
    ]


def test_numbers_of_outer_levels_are_printed_where_the_style_says():
    deep = nested(items(nested(items(p("x")))))
    text = f'<text:list text:style-name="L">{items(p("a"), deep)}</text:list>'
    assert [marker for _, marker, _ in told(text)] == ["1.", "1.c.1"]


def test_tables_give_each_cell_in_reading_order_and_merged_cells_once():
    def row(*cells):
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(inner, name="table-cell"):
        return f'<table:{name} table:number-columns-repeated="3">{inner}</table:{name}>'

    nested = "<table:table>" + row(cell(p("inner"))) + "</table:table>"
    in_list = f'<text:list text:style-name="U">{items(p("item"))}</text:list>'
    text = (
        "<table:table><table:table-column/><table:table-header-rows>"
        + row(cell(p("Year")), cell(p("Mines") + p("tonnes")))
        + "</table:table-header-rows>"
        + row(cell(p("covered"), "covered-table-cell"), cell(nested), cell(in_list))
        + row(cell(p("Total", tag="h")))
        + "</table:table>"
    )
    assert told(text + p("After.")) == [
        ("table_cell", "", "Year"),
        ("table_cell", "", "Mines"),
        ("table_cell", "", "tonnes"),
        ("table_cell", "", "inner"),
        ("table_cell", "•", "item"),
        ("heading", "", "Total"),
        ("body", "", "After."),
    ]


def test_notes_follow_the_text_with_their_numbers_and_leave_no_mark_in_it():
    text = p(
        "A review"
        + note("endnote", "i", p("At the end."))
        + note("footnote", "1", p("See A.") + p("And B."))
        + " in Oslo"
        + note("footnote", "*", p("By hand."))
        + "<text:note/>."
    )
    assert told(text) == [
        ("body", "", "A review in Oslo."),
        ("footnote", "1", "See A."),
        ("footnote", "", "And B."),
        ("footnote", "*", "By hand."),
        ("footnote", "i", "At the end."),
    ]


META = (
    "<office:meta><dc:title> Remarks </dc:title><meta:initial-creator>N. N.</meta:initial-creator>"
    "<dc:creator>An editor</dc:creator><dc:language/></office:meta>"
)
DEFAULT = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr"'
    ' fo:country="CH"/></style:default-style>'
)


def test_properties_are_inferred_and_what_was_tracked_or_commented_is_told():
    members = {
        "meta.xml": f"<office:document-meta {ODF}>{META}</office:document-meta>",
        "styles.xml": f"<office:document-styles {ODF}>{DEFAULT}</office:document-styles>",
    }
    text = "<text:tracked-changes><text:changed-region/></text:tracked-changes>" + p(
        "x<office:annotation/>"
    )
    made = reading(odt(text, members=members))
    assert {name: field.value for name, field in made.record.items()} == {
        "title": "Remarks",
        "author": (Name("N. N."),),
        "language": "fr-CH",
    }
    assert {field.origin for field in made.record.values()} == {"inferred"}
    assert made.warnings == ("changes_accepted", "comments_left_out")
    assert reading(odt(p("x"))).record == {}


def flat(inner):
    return f"<office:document {ODF}>{inner}</office:document>".encode()


def test_a_flat_file_reads_as_a_zipped_one():
    body = f"<office:body><office:text>\n {p('Over 55.', 'Title')}\n</office:text></office:body>"
    made = reading(flat(META + DEFAULT + body))
    assert made.canonical.text == "Over 55."
    assert made.canonical.places[0].role == "title"
    assert made.record["title"].value == "Remarks"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (flat("<office:body><office:spreadsheet/></office:body>"), "unsupported"),
        (flat(""), "damaged"),
        (flat(DEFAULT.replace("fr", "zxx").replace("CH", "none")), "damaged"),
        (odt(""), "empty"),
    ],
)  # fmt: skip
def test_what_is_no_readable_text_is_a_named_error(data, code):
    with pytest.raises(UnreadableSource) as caught:
        reading(data)
    assert caught.value.code == code
    assert caught.value.hint


LOCKED = p("Over 55 million. " * 100)


@pytest.mark.parametrize("way", [AES, BLOWFISH, {**AES, "check": "of no kind"}])
def test_a_text_behind_a_password_is_read_with_it(way):
    data = locked_odt(LOCKED, "pässword", **way)
    made = read(data, "a.odt", Options(password="pässword"))
    assert made.canonical.text.startswith("Over 55 million. Over")


@pytest.mark.parametrize(
    ("way", "password", "code", "said"),
    [
        ({}, "", "password_required", "Give its password"),
        ({}, "wrong", "password_required", "does not open with this password"),
        (BLOWFISH, "wrong", "password_required", "does not open with this password"),
        ({"check": "of no kind"}, "wrong", "password_required", "does not open"),
        ({"cipher": "of no kind"}, "right", "password_required", "protected by a password. Save"),
        ({"start": "of no kind"}, "right", "password_required", "protected by a password. Save"),
        ({"name": "encrypted-package"}, "right", "password_required", "Save it without one"),
        ({"rounds": 10**9}, "right", "unsafe_content", "harmful"),
        ({"length": 10**9}, "right", "unsafe_content", "harmful"),
        ({"rounds": "many"}, "right", "damaged", "altered"),
        ({"first": "????"}, "right", "damaged", "altered"),
    ],
)
def test_what_a_password_does_not_open_says_why(way, password, code, said):
    with pytest.raises(UnreadableSource) as caught:
        read(locked_odt(LOCKED, "right", **way), "a.odt", Options(password=password))
    assert (caught.value.code, said in str(caught.value)) == (code, True)


PIECES = st.tuples(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff<>&")
        | st.sampled_from(" \n\t\u0301éع中😀"),
        max_size=8,
    ),
    st.sampled_from(["{}", '<text:span text:style-name="B">{}</text:span>', "{}<text:s/>",
                     "<text:line-break/>{}", '<text:span text:style-name="H">{}</text:span>']),
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=5), min_size=1, max_size=5))
def test_the_log_leads_back_and_places_hold_every_word_once(paragraphs):
    text = "".join(
        p("".join(wrap.format(words) for words, wrap in pieces)) for pieces in paragraphs
    )
    try:
        made = reading(odt(text, STYLES))
    except UnreadableSource:
        return  # nothing in it is shown
    assert apply(made.decoded, made.canonical.log) == made.canonical.text
    assert made == reading(odt(text, STYLES))
    at = 0
    for place in made.canonical.places:
        assert not made.canonical.text[at : place.start].strip()
        assert place.start < place.end
        at = place.end
    assert not made.canonical.text[at:].strip()
