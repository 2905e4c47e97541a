"""Operations are printed as the house style says, and never change what is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.model import pick, pick_passages
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Marks,
    Omit,
    Punctuation,
    Redact,
    Sic,
    span,
)
from briefer.core.quotation import emphasis_label, kept, normal, of, ordered, pieces, printed
from briefer.core.styles import PROFILES
from tests.samples import make_source

TEXT = "We firmly support it. They said “we must act” now, and *never* later."


@pytest.fixture
def source():
    return make_source(TEXT)


def at(source, words):
    start = source.text.index(words)
    return start, start + len(words)


def whole(source, *operations):
    one = pick(source, 0, len(source.text), "quote")
    return replace(one, operations=normal(operations, source.text))


@pytest.mark.parametrize(
    ("operation", "words", "expected"),
    [
        (lambda a, b: Omit(a, b), "firmly", "We [...] support it."),
        (lambda a, b: Omit(a - 1, b + 1), "firmly", "We [...] support it."),
        (lambda a, b: Redact(a, b), "firmly", "We [redacted] support it."),
        (lambda a, b: Gloss(a, b, "the plan"), "it", "We firmly support [the plan]."),
        (lambda a, b: Insert(a, "all"), "support", "We firmly [all] support it."),
        (lambda a, b: Insert(b, "all"), "firmly", "We firmly [all] support it."),
        (lambda a, b: Insert(b, "then"), "it", "We firmly support it [then]."),
        (lambda a, b: Insert(a, "So"), "We", "[So] We firmly support it."),
        (lambda a, b: Sic(b), "support", "We firmly support [sic] it."),
        (lambda a, b: Sic(b + 1), "support", "We firmly support [sic] it."),
        (lambda a, b: Case(a), "We", "[w]e firmly support it."),
        (lambda a, b: Emphasis(a, b, "added"), "firmly", "We firmly support it."),
    ],
)
def test_an_operation_is_shown(source, operation, words, expected):
    made = whole(source, operation(*at(source, words)))
    assert printed(made).startswith(expected)
    assert made.exact == source.text
    assert printed(made, cut=of(source)) == printed(made)


@pytest.mark.parametrize(
    ("style", "case", "marks", "erratum"),
    [
        ("un", "we", "‘we must act’", "Tehy"),
        ("chicago", "we", "‘we must act’", "Tehy"),
        ("oscola", "[w]e", "“we must act”", "They [Tehy]"),
        ("apa", "we", "‘we must act’", "They [Tehy]"),
    ],
)
def test_the_style_says_what_is_bracketed_and_which_marks_are_inside(
    source, style, case, marks, erratum
):
    start, end = at(source, "“we must act”")
    begin, stop = at(source, "They")
    shown = printed(
        whole(source, Case(0), Marks(start, end), Erratum(begin, stop, "Tehy", "editor")),
        PROFILES[style],
    )
    assert shown == f"{case} firmly support it. {erratum} said {marks} now, and never later."


def test_the_last_mark_can_be_dropped(source):
    end = len(source.text)
    assert printed(whole(source, Punctuation(end - 1))).endswith("never later")


def test_passages_are_joined_by_the_mark_for_words_left_out(source):
    made = pick_passages(source, [at(source, "We firmly"), at(source, "now")], "quote")
    assert printed(made) == "We firmly [...] now"
    assert [piece.kind for piece in pieces(made)] == ["words", "omit", "words"]


def test_emphasis_is_kept_added_or_left_out_and_the_citation_says_so(source):
    added, never = at(source, "firmly"), at(source, "never")
    plain = whole(source)
    assert emphasis_label(plain, source.marks) == "emphasis in original"
    assert [one.text for one in pieces(plain, marks=source.marks) if one.emphasis] == ["never"]
    more = whole(source, Emphasis(*added, "added"))
    assert emphasis_label(more, source.marks) == "emphasis added; emphasis in original"
    less = whole(source, Emphasis(*never, "omitted"))
    assert emphasis_label(less, source.marks) == "emphasis in original omitted"
    assert not [one for one in pieces(less, marks=source.marks) if one.emphasis]


@pytest.mark.parametrize(
    ("text", "words"), [("**All of it is strong**", "All of it"), ("One  \nline", "One line")]
)
def test_a_heading_in_bold_and_a_broken_line_emphasise_nothing(text, words):
    source = make_source(text)
    assert emphasis_label(pick(source, *at(source, words), "quote"), source.marks) == ""


def test_an_operation_outside_the_words_prints_nothing(source):
    one = pick(source, *at(source, "We firmly"), "quote")
    made = replace(one, operations=(Omit(30, 34), Sic(len(source.text))))
    assert printed(made) == "We firmly"


def test_words_are_cut_from_the_passage_that_holds_them(source):
    made = pick_passages(source, [at(source, "We firmly"), at(source, "now")], "quote")
    assert kept(made)(*at(source, "firmly")) == "firmly"
    assert kept(made)(*at(source, "now")) == "now"


@pytest.mark.parametrize("operation", [Omit(2, 3), Omit(500, 600), Case(4), Insert(999, "x")])
def test_a_range_without_words_is_left_as_it_is(source, operation):
    assert normal([operation], source.text) == (operation,)


WORDS = [
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "zeta",
    "nu",
    "theta",
    "iota",
    "kappa",
    "lambda",
    "mu",
]


@given(st.data())
def test_only_what_an_operation_is_about_changes(data):
    source = make_source(" ".join(WORDS))
    picked = pick(source, 0, len(source.text), "quote")
    chosen = data.draw(st.sets(st.integers(1, len(WORDS) - 2), max_size=4))
    operations = [Omit(*at(source, WORDS[number])) for number in sorted(chosen)]
    shown = printed(replace(picked, operations=normal(operations, source.text)))
    expected = ["[...]" if number in chosen else word for number, word in enumerate(WORDS)]
    assert shown == " ".join(expected)


@given(st.permutations([Omit(5, 9), Sic(4), Insert(5, "x"), Gloss(20, 22, "y"), Case(0)]))
def test_the_order_in_which_operations_are_given_does_not_matter(operations):
    assert ordered(operations) == (Case(0), Sic(4), Insert(5, "x"), Omit(5, 9), Gloss(20, 22, "y"))
    assert [span(one) for one in ordered(operations)][:2] == [(0, 1), (4, 4)]
