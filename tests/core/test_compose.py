"""Briefing and sources become a document."""

import pytest
from msgspec.structs import replace

from briefer.core import document as d
from briefer.core.compose import compose
from briefer.core.edits import add_item, set_header
from briefer.core.model import Prose, pick
from briefer.core.operations import Emphasis, Redact, Sic
from briefer.core.quotation import displayed
from tests.samples import make_source


def blocks(briefing, *sources, **options):
    return compose(briefing, {one.id: one for one in sources}, **options).blocks


def test_an_empty_briefing_is_its_title(briefing):
    assert blocks(briefing) == ()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("fact", "Over 55 million mines [S1 para. 3]"),
        ("talking_point", "Over 55 million mines [S1 para. 3]"),
        ("quote", "“Over 55 million mines” — Ana Example [S1 para. 3]"),
    ],
)
def test_a_pick_is_printed_with_its_citation(briefing, speech, kind, text):
    at = speech.text.index("Over 55")
    made = pick(speech, at, at + 21, kind, speaker="Ana Example")
    heading, block, *_ = blocks(add_item("points", made)(briefing), speech)
    assert heading == d.Heading("Points to make", 1, "points")
    assert d.block_text(block) == text
    assert [run.text for run in block.runs if run.role == "verbatim"] == ["Over 55 million mines"]
    assert isinstance(block, d.Quote if kind == "quote" else d.Bullet)


@pytest.mark.parametrize(
    ("style", "words", "shown"),
    [
        ("un", 12, "“{}” [S1 para. 1]"),
        ("oscola", 12, "‘{}’ [S1 para. 1]"),
        ("un", 59, "“{}” [S1 para. 1]"),
        ("un", 60, "{} [S1 para. 1]"),
        ("apa", 40, "{} [S1 para. 1]"),
        ("oscola", 45, "{} [S1 para. 1]"),
        ("chicago", 99, "“{}” [S1 para. 1]"),
        ("chicago", 100, "{} [S1 para. 1]"),
    ],
)
def test_the_style_says_which_marks_and_when_a_quotation_is_a_block(briefing, style, words, shown):
    source = make_source(" ".join(f"word{number}" for number in range(words)) + ".")
    quote = pick(source, 0, len(source.text), "quote")
    styled = replace(add_item("points", quote)(briefing), style=style)
    assert d.block_text(blocks(styled, source)[1]) == shown.format(source.text)


def test_what_was_done_to_words_is_told_from_them_and_emphasis_is_cited(briefing, speech):
    at = speech.text.index("Over 55")
    made = pick(speech, at, at + 21, "quote")
    operations = (Emphasis(at, at + 4, "added"), Sic(at + 15))
    block = blocks(add_item("points", replace(made, operations=operations))(briefing), speech)[1]
    assert d.block_text(block) == "“Over 55 million [sic] mines” [S1 para. 3] (emphasis added)"
    assert [run.text for run in block.runs if run.emphasis] == ["Over"]
    assert [run.text for run in block.runs if run.role == "editorial"] == [" [sic]"]
    assert block.item == made.id


def test_a_quote_whose_speaker_is_not_known_names_nobody(briefing, speech):
    quote = blocks(add_item("points", pick(speech, 27, 55, "quote"))(briefing), speech)[1]
    assert d.block_text(quote) == "“Casualties are rising again.” [S1 para. 3]"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([Prose("1", "Words <b>")], [d.Paragraph((d.Run("Words <b>"),))]),
        ([Prose("1", "See it", "reference")], [d.Bullet((d.Run("See it"),))]),
        (
            [Prose("1", "Yes.", "question", "Is it so?")],
            [
                d.Paragraph((d.Run("Is it so?"),), "question"),
                d.Paragraph((d.Run("Yes."),)),
            ],
        ),
        (
            [Prose("1", "9.00", "detail", "When"), Prose("2", "Here", "detail", "Where")],
            [d.Table("Own words", (d.Row("When", "9.00"), d.Row("Where", "Here")))],
        ),
    ],
)
def test_own_text_is_printed_by_its_form(briefing, items, expected):
    for item in items:
        briefing = add_item("own", item)(briefing)
    assert list(blocks(briefing)) == [d.Heading("Own words", 1, "own"), *expected]


def test_an_own_talking_point_is_a_bullet(briefing):
    said = add_item("points", Prose("1", "We ask.", "talking_point"))(briefing)
    assert blocks(said)[1] == d.Bullet((d.Run("We ask."),))


def test_the_sources_cited_stand_at_the_end(briefing, speech):
    cited = add_item("points", pick(speech, 27, 55, "fact"))(briefing)
    heading, note, entry = blocks(cited, speech, final=True)[-3:]
    assert (heading.text, heading.key, note.role) == ("Sources", "sources-cited", "note")
    assert d.block_text(entry).startswith("S1\tAna Example, Minister, “Remarks”, 21 May 2026")


def test_an_entry_that_begins_with_the_text_does_not_say_what_is_redacted(briefing):
    source = make_source("The Minister of Zanzibar and others went home.")
    whole = replace(pick(source, 0, 46, "fact"), operations=(Redact(4, 24),))
    *_, listed = blocks(add_item("points", whole)(briefing), source)
    assert "beginning “The [redacted] and others went home. …”" in d.block_text(listed)


def test_a_source_that_is_not_here_has_no_entry(briefing, speech):
    cited = add_item("points", pick(speech, 27, 55, "fact"))(briefing)
    assert isinstance(blocks(cited)[-1], d.Paragraph)


def test_the_header_block_goes_to_table_marking_and_footer(briefing):
    filled = set_header("principal", "The Minister")(set_header("marking", "OFFICIAL")(briefing))
    made = compose(set_header("issue", "2")(filled), {})
    assert made.blocks == (d.Table("Header block", (d.Row("Principal", "The Minister"),)),)
    assert (made.marking, made.footer, made.created) == (
        "OFFICIAL", "Issue 2", "2026-11-24T09:00:00Z",
    )  # fmt: skip
    assert d.plain_text(made) == "A briefing\nPrincipal\tThe Minister"


def test_a_heading_has_its_words():
    assert d.block_text(d.Heading("Points", 1, "points")) == "Points"


def test_a_line_end_among_the_words_of_a_source_is_one_space():
    assert displayed("one \n  two\u00a0three  four") == "one two\u00a0three  four"
