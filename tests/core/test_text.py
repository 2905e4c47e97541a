"""Canonical text and its conversion log."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.model import Change, Mark
from briefer.core.text import Flow, Paragraph, canonical, compose, from_flow

MARKDOWN = st.text(
    alphabet=st.sampled_from("ab.#-*_>1) \t\n\r\\\u0301\ufeff\x00\x0c“é😀\u00a0"), max_size=60
)


def paragraphs(text):
    made = canonical(text)
    return [made.text[place.start : place.end] for place in made.places]


@pytest.mark.parametrize(
    ("decoded", "text"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffa\ufeff", "a\ufeff"),
        ("a\x00b\x0cc\td", "abc\td"),
        ("e\u0301", "é"),
        ("a\u00a0b – “c” ...", "a\u00a0b – “c” ..."),
        ("**bold** and *slanted* and _so_", "bold and slanted and so"),
        ("2 * 3 * 4, a_b_c, 2**3", "2 * 3 * 4, a_b_c, 2**3"),
        (r"\*\*\* and 1\.", "*** and 1."),
        (r"C:\new folder", r"C:\new folder"),
        ("# Title\n\n- one\n* two\n3. three\n> four", "Title\n\none\ntwo\nthree\nfour"),
        ("one  \ntwo", "one two"),
        ("one  \n\ntwo", "one  \n\ntwo"),
        ("one  \n- two", "one  \ntwo"),
        ("**a**\u0301", "**a**\u0301"),
        ("**a** and **b **c", "a and **b **c"),
        ("a\ud800b", "ab"),
        ("a\uffffb\ufffe", "ab"),
        ("", ""),
    ],
)
def test_only_what_is_listed_is_taken_out(decoded, text):
    assert canonical(decoded).text == text


@given(st.one_of(MARKDOWN, st.text(max_size=60)))
@example("a**\u0301b**")
@example("x  \n\ty")
def test_the_log_turns_the_decoded_original_into_the_text(decoded):
    made = canonical(decoded)
    assert apply(decoded, made.log) == made.text


@given(st.one_of(MARKDOWN, st.text(max_size=60)))
def test_text_is_normal_and_fit_for_xml(decoded):
    text = canonical(decoded).text
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\x00-\x08\x0b\x0c\r\x0e-\x1f\ud800-\udfff\ufffe\uffff]", text)


@given(st.one_of(MARKDOWN, st.text(max_size=60)))
def test_places_hold_every_word_once_in_order(decoded):
    made = canonical(decoded)
    ends = [0, *(place.end for place in made.places)]
    starts = [*(place.start for place in made.places), len(made.text)]
    gaps = [made.text[end:start] for end, start in zip(ends, starts, strict=True)]
    assert not "".join(gaps).strip()
    assert [place.number for place in made.places] == list(range(1, len(made.places) + 1))


@given(st.one_of(MARKDOWN, st.text(max_size=60)))
def test_canonical_text_without_markup_stays_as_it_is(decoded):
    text = re.sub(r"[\\*_#>+\-•‣\d]|  +\n", "", canonical(decoded).text)
    assert canonical(text).text == unicodedata.normalize("NFC", text).removeprefix("\ufeff")


def test_composing_replaces_as_little_as_is_safe():
    [change] = compose("abc e\u0301 def")
    assert (change.start, change.end, change.text) == (4, 6, "é")


def test_marks_keep_what_was_markup():
    made = canonical("An **important  \nword** and *one* more")
    found = [(made.text[mark.start : mark.end], mark.kind) for mark in made.marks]
    assert found == [("important word", "strong"), (" ", "line_break"), ("one", "emphasis")]


WRAPPED = """This text was broken at a width by a mail program, as
old texts are, so that most of its lines end in the middle
of a sentence and go on in the line that follows below
it. Here ends the paragraph.

- A list item can be broken in the same way, and its lines
  go on below it.

# A heading is not joined
to what follows."""


def test_lines_broken_at_a_width_are_one_paragraph():
    first, item, heading, rest = paragraphs(WRAPPED)
    assert first.startswith("This text")
    assert first.endswith("the paragraph.")
    assert item == "A list item can be broken in the same way, and its lines\n  go on below it."
    assert (heading, rest) == ("A heading is not joined", "to what follows.")


@pytest.mark.parametrize(
    ("decoded", "wanted"),
    [
        ("- An item that\n  hangs.\n- Two", ["An item that\n  hangs.", "Two"]),
        ("12. An item\n    that hangs\n\n    apart", ["An item\n    that hangs", "apart"]),
        ("- An item\nNo item", ["An item", "No item"]),
        ("# A heading\n  no heading", ["A heading", "no heading"]),
        ("Words\n  indented", ["Words", "indented"]),
    ],
)
def test_a_line_indented_under_an_item_goes_on_with_it(decoded, wanted):
    made = canonical(decoded)
    assert [made.text[one.start : one.end] for one in made.places] == wanted


def test_lines_that_end_in_stops_are_paragraphs():
    assert paragraphs("One sentence.\nAnother one.\nA third one.") == [
        "One sentence.",
        "Another one.",
        "A third one.",
    ]


@pytest.mark.parametrize(
    ("line", "role", "level"),
    [
        ("## What we ask", "heading", 2),
        ("**All of it strong**", "heading", 0),
        ("Concrete actions", "heading", 0),
        ("What is the treaty?", "heading", 0),
        ("Would it not be better if all of us were to think about this?", "body", 0),
        ("We commit to:", "body", 0),
        ("Excellencies,", "body", 0),
        ("a line in lower case", "body", 0),
        ("It ends here.", "body", 0),
        ("- an item", "list_item", 0),
        ("12. an item", "list_item", 0),
        ("> quoted", "quotation", 0),
        ("© Agency A boy stands here", "caption", 0),
        ("Written By Someone", "boilerplate", 0),
        ("This is not an official record.", "boilerplate", 0),
        ("***", "boilerplate", 0),
    ],
)
def test_a_paragraph_has_a_role(line, role, level):
    made = canonical(f"This sentence comes first.\n\n{line}")
    assert (made.places[-1].role, made.places[-1].level) == (role, level)


def test_the_longest_opening_heading_is_the_title():
    made = canonical("Office\n\nA rather longer heading\n\n21 May 2026\n\nHere it begins.")
    assert [place.role for place in made.places] == ["heading", "title", "heading", "body"]


def test_a_text_of_headings_alone_has_a_title():
    assert canonical("Only this").places[0].role == "title"


FLOW = Flow(
    "Title\n\nOne ﬁne e\u0301 hy-\nphen\x0c\n\n \n\nLast",
    (
        Paragraph(0, 5, "heading", 1),
        Paragraph(7, 27, page="iv"),
        Paragraph(29, 30),
        Paragraph(32, 36, "footnote", marker="1"),
    ),
    (Mark(11, 14, "strong"), Mark(5, 6, "emphasis")),
    (Change(11, 12, "fi"), Change(20, 22, "")),
)


def test_a_flow_of_paragraphs_is_cleaned_numbered_and_logged():
    made = from_flow(FLOW)
    assert made.text == "Title\n\nOne fine é hyphen\n\n \n\nLast"
    assert apply(FLOW.decoded, made.log) == made.text
    assert [(one.number, made.text[one.start : one.end], one.role) for one in made.places] == [
        (1, "Title", "heading"), (2, "One fine é hyphen", "body"), (3, "Last", "footnote"),
    ]  # fmt: skip
    assert [(one.page, one.level, one.marker) for one in made.places] == [
        (None, 1, ""), ("iv", 0, ""), (None, 0, "1"),
    ]  # fmt: skip
    assert [made.text[one.start : one.end] for one in made.marks] == ["fine", "\n"]


@given(st.lists(st.text(alphabet="ab \n\r\x0ce\u0301-", max_size=12), max_size=6))
def test_the_log_of_a_flow_turns_the_decoded_words_into_the_text(words):
    decoded, paragraphs, at = "\n\n".join(words), [], 0
    for one in words:
        paragraphs.append(Paragraph(at, at + len(one)))
        at += len(one) + 2
    hyphens = [Change(one.start(), one.end(), "") for one in re.finditer("-\n", decoded)]
    made = from_flow(Flow(decoded, tuple(paragraphs), changes=tuple(hyphens)))
    assert apply(decoded, made.log) == made.text
    ends = [0, *(place.end for place in made.places)]
    starts = [*(place.start for place in made.places), len(made.text)]
    assert all(start <= end for start, end in zip(ends, starts, strict=True))
