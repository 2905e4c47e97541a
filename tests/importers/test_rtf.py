"""Rich text: each byte by the code page of its own font, what is deleted or hidden left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.core.record import Name
from briefer.importers.imported import Options
from briefer.importers.rtf import read

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fcharset204 Arial;}"
    r"{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}{\f4\fcharset2 Wingdings;}"
    r"{\f5\fcharset1 Any;}{\f6\cpg1253 Greek;}{\f7\fcharset178 Arabic;}}"
)
STYLES = (
    r"{\stylesheet{\ql Normal;}{\s1\sbasedon0\outlinelevel0{\*\keycode x} Own;}"
    r"{\s2\sbasedon1 Derived;}{\s3 Title;}{\s4 Quote;}{\s5 heading 2;}{\s6\sbasedon7 a;}"
    r"{\s7\sbasedon6 b;}{\*\cs10 heading 3;}{\cs11 heading 4;}}"
)


def rtf(body, head=""):
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + head + FONTS + STYLES + body + "}").encode("latin-1")


def reading(data):
    return read(data, "a.rtf", Options())


def told(body):
    """Role, marker and words of each paragraph."""
    made = reading(rtf(body)).canonical
    return [(one.role, one.marker, made.text[one.start : one.end]) for one in made.places]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Over {\b 55} million.\par Two.", ["Over 55 million.", "Two."]),
        ("Over\r\n 55\\\nTwo", ["Over 55", "Two"]),
        (r"a\'e9b \{c\} \\ d\~e\_f\-g", ["aéb {c} \\ d\u00a0e\u2011f\u00adg"]),
        (r"\ldblquote a\rdblquote\emdash b\endash\lquote c\rquote\bullet\tab d", ["“a”—b–‘c’•\td"]),
        (r"Aide-m\'e9moire \f1\'cc\'e8\'f0\f0  \'e9t\'e9", ["Aide-mémoire Мир été"]),
        (r"{\f1 \'cc}{\f5 \'e9}{\f6 \'e1}{\f7 \'e3}", ["Мéαم"]),
        (r"{\f3 \'93\'fa\'96\'7b \'83A}", ["日本 ア"]),
        (r"{\f2 a\'b7}{\f4\'fc}{\f2\u-3999 ?}", ["α•✓α"]),
        (r"\u1052?\u1080\'3f\u1088 ?.", ["Мир."]),
        (r"\uc2\u1052??\uc0\u1080\u1088 x{\uc1\u1052\~b}", ["МирxМb"]),
        (r"\u1052{x}\u1080\b x", ["Мxиx"]),
        (r"\u-10179?\u-8704? \uc0\u55357\uc1\u56832? \u128512?", ["😀 😀 😀"]),
        (r"\u-10179?x", ["\ufffdx"]),
        (r"e\u769?", ["é"]),
        (r"a{\v hidden}b\v c\v0 d", ["abd"]),
        (r"a{\deleted gone}b{\revised new}{\mvf away}{\mvt here}", ["abnewhere"]),
        (r"One {\deleted\par}goes on.\par", ["One goes on."]),
        (r"a{\field{\*\fldinst DATE}{\fldrslt today}}b{\field{\fldinst X}{\fldrslt y}}",
         ["atodayby"]),
        (r"a{\pict\wmetafile8 0102{x}}b{\*\unknown {\b c}}d{\header e\par}{\xe f}", ["abd"]),
        ("a\\bin3 }{\\b{\\pict\\bin4 }}}}}c\\bin0 d", ["abcd"]),
        (r"a\line b\page c\line\par d", ["a b c", "d"]),
        (r"a{\v\line}\'zz\|\:b", ["azzb"]),
        (r"a\sect b\unknownword7 c\u1052", ["a", "bcМ"]),
        (r"a{\*\annotation note}{\*\bkmkstart x}b", ["ab"]),
        (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In a box.\par}}{\shprslt x}}b\par c",
         ["ab", "In a box.", "c"]),
        (r"a{\deleted{\shptxt x}{\footnote y}}b", ["ab"]),
        ("a\0b\x01", ["ab"]),
        (r"\plain\f1\plain \'e9", ["é"]),
        (r"{\*\generator x}{\*}{\* }a", ["a"]),
    ],
)  # fmt: skip
def test_the_words_are_those_that_a_reader_sees(body, expected):
    assert [words for *_, words in told(body)] == expected


@pytest.mark.parametrize(
    ("body", "role", "level"),
    [
        (r"\s1 x", "heading", 1),
        (r"\s2 x", "heading", 1),
        (r"\s3 x", "title", 0),
        (r"\s4 x", "quotation", 0),
        (r"\s5 x", "heading", 2),
        (r"\s6 x.", "body", 0),
        (r"\s99 x.", "body", 0),
        (r"\outlinelevel3 x", "heading", 4),
        (r"\outlinelevel9 x.", "body", 0),
        (r"\s4\pard x.", "body", 0),
        (r"\ls1\ilvl1 x", "list_item", 2),
    ],
)
def test_roles_come_from_styles_levels_and_lists(body, role, level):
    place = reading(rtf(body + r"\par\pard\outlinelevel0 End")).canonical.places[0]
    assert (place.role, place.level) == (role, level)


def test_list_items_carry_the_marker_that_is_printed():
    assert told(
        r"{\listtext\pard\plain 1.\tab}\ls1 One\par{\pntext\f2\'b7\tab}Two\par"
        r"{\listtext\f4\'01\tab}Three\par\pard Four."
    ) == [
        ("list_item", "1.", "One"),
        ("list_item", "•", "Two"),
        ("list_item", "•", "Three"),
        ("body", "", "Four."),
    ]


def test_tables_give_each_cell_in_reading_order():
    assert told(
        r"\trowd\intbl Year\cell Mines\par tonnes\cell\row"
        r"\intbl{\deleted\par}x{\deleted\cell}\s1 Total\cell\row\pard After."
    ) == [
        ("table_cell", "", "Year"),
        ("table_cell", "", "Mines"),
        ("table_cell", "", "tonnes"),
        ("table_cell", "", "x"),
        ("heading", "", "Total"),
        ("body", "", "After."),
    ]


def test_notes_follow_the_text_with_their_numbers_and_leave_no_mark_in_it():
    body = (
        r"\aftnnrlc A review{\super\chftn{\footnote\ftnalt\pard At the end.}}"
        r"{\super\chftn}{\*\footnote\chftn\pard  See A.\par And {\listtext x}B.\par}"
        r" in Oslo{\super *{\footnote * By {\i hand}.}}{\super\chftn}{\footnote Third.}."
    )
    assert told(body) == [
        ("body", "", "A review in Oslo."),
        ("footnote", "1", "See A."),
        ("footnote", "", "And B."),
        ("footnote", "*", "By hand."),
        ("footnote", "2", "Third."),
        ("footnote", "i", "At the end."),
    ]


def test_a_raised_word_before_the_number_of_a_note_stays():
    body = r"10 m{\super 2\chftn{\footnote Of land.}}"
    assert [words for *_, words in told(body)] == ["10 m2", "Of land."]


def test_bold_and_italic_words_are_marks():
    made = reading(rtf(r"a {\b b{\i c}}{\b0 d}\b e\plain f")).canonical
    found = [(made.text[one.start : one.end], one.kind) for one in made.marks]
    assert found == [("bc", "strong"), ("c", "emphasis"), ("e", "strong")]


def test_what_the_document_says_of_itself_is_inferred():
    made = reading(rtf(r"x", r"{\info{\title Re\'e9marks}{\author A. One; B. Two}{\operator z}}"))
    assert {name: field.value for name, field in made.record.items()} == {
        "title": "Reémarks",
        "author": (Name("A. One"), Name("B. Two")),
    }
    assert {field.origin for field in made.record.values()} == {"inferred"}


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}", "Мир", "cp1251"),
        (rb"{\rtf1\mac \'8e}", "é", "mac-roman"),
        (rb"{\rtf1\pc \'82}", "é", "cp437"),
        (b"{\\rtf1\\ansi\\ansicpg65001 \xd0\x9c}", "М", "utf-8"),
        (rb"{\rtf1\ansi{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\fcharset204 X;}\f1 \'cc}", "М",
         "cp1252"),
        (b"\xef\xbb\xbf {\\rtf1 a}\0\r\n", "a", "cp1252"),
    ],
)  # fmt: skip
def test_the_code_page_of_the_document_counts_where_a_font_has_none(data, text, encoding):
    made = reading(data)
    assert (made.canonical.text, made.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("body", "warnings"),
    [
        (r"a{\*\annotation b}{\deleted c}", ("changes_accepted", "comments_left_out")),
        (r"a\revised0 b", ()),
        (r"a\'81 b", ("encoding_uncertain",)),
        (r"\ansicpg99999 a", ("encoding_uncertain",)),
    ],
)
def test_what_was_left_out_or_guessed_is_told(body, warnings):
    assert reading(rtf(body)).warnings == warnings


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"Hello", "damaged"),
        (b"", "damaged"),
        (rb"{\rtf1 broken off", "damaged"),
        (rb"{\rtf1 a} one brace too many\par }", "damaged"),
        (rb"{\rtf1 \bin99999 x}", "damaged"),
        (rb"{\rtf1 \bin-5 x}\b", "damaged"),
        (rb"{\rtf1 x" + b"\\", "damaged"),
        (rb"{\rtf1 }", "empty"),
        (rb"{\rtf1 " + b"{" * 2000 + b"}" * 2001, "unsafe_content"),
    ],
)
def test_what_is_no_readable_document_is_a_named_error(data, code):
    with pytest.raises(UnreadableSource) as caught:
        reading(data)
    assert caught.value.code == code
    assert caught.value.hint


def written(text):
    """Words as a writer of rich text puts them."""
    units = text.encode("utf-16-le", "surrogatepass")
    numbers = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    return "".join(
        chr(one) if chr(one).isascii() and chr(one).isalnum() else f"\\u{one - 65536}?"
        if one > 32767 else f"\\u{one}?"
        for one in numbers
    )  # fmt: skip


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("ab \u0301é中ع😀"),
    max_size=8,
)
PIECES = st.tuples(
    TEXTS,
    st.sampled_from(["{}", r"{{\b {}}}", r"{{\v {}}}", r"{}\par ", r"{}\line ", r"{{\i{} }}"]),
)


@given(st.lists(PIECES, max_size=12))
def test_the_log_leads_back_and_places_hold_every_word_once(pieces):
    data = rtf("".join(wrap.format(written(text)) for text, wrap in pieces))
    try:
        made = reading(data)
    except UnreadableSource:
        return  # nothing in it is shown
    assert apply(made.decoded, made.canonical.log) == made.canonical.text
    assert made == reading(data)
    at = 0
    for place in made.canonical.places:
        assert not made.canonical.text[at : place.start].strip()
        assert place.start < place.end
        at = place.end
    assert not made.canonical.text[at:].strip()


@given(TEXTS)
def test_every_character_survives(text):
    read_back = reading(rtf(f"a{written(text)}z")).decoded
    assert read_back == f"a{text}z"
