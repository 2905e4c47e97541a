"""Pasted words are found exactly, with their brackets read, or nearly; never guessed."""

import pytest

from briefer.core.edits import add_item
from briefer.core.errors import QuoteMismatch
from briefer.core.model import Prose, Section
from briefer.core.operations import Omit
from briefer.core.template import Template, new_briefing
from briefer.services.looking_up import bare, cut_reading, held_quotations, look_up
from briefer.services.quoting import check_briefing

MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."
STATEMENT = "joint-statement-22msp.txt"


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("“so be it” [S1 para. 21]", "so be it"),
        ('"so be it" [quoted in S3 para. 6]', "so be it"),
        ("«so be it»", "so be it"),
        ("‘it’s so’", "it’s so"),
        ("“one” and “two”", "“one” and “two”"),
        ("  so [be] it ", "so [be] it"),
        ("“", "“"),
    ],
)
def test_marks_and_tags_around_pasted_words_are_taken_off(pasted, words):
    assert bare(pasted) == words


@pytest.mark.parametrize(
    ("pasted", "outcome", "exact"),
    [
        (MINES, "exact", MINES),
        (f"“{MINES}” [S4 para. 11]", "exact", MINES),
        ("Over 40 million stockpiled anti-personnel mines were destroyed.", "near", MINES),
        ("Over 55 million stockpiled [...] mines have been destroyed.", "edited", MINES),
        ("the Anti-Personnel Mine Ban Convention", "ambiguous", ""),
        ("States Parties [...] the Convention", "ambiguous", ""),
        ("the Convention", "none", ""),
        ("Nobody ever said such things in any of these documents", "none", ""),
        ("", "none", ""),
    ],
)
def test_pasted_words_are_looked_up(library, pasted, outcome, exact):
    found = look_up(library, pasted)
    assert (found.outcome, found.exact) == (outcome, exact)
    assert bool(found.places) == (outcome == "ambiguous")
    assert bool(found.operations) == (outcome == "edited")
    if exact:
        assert (found.file, found.place) == (STATEMENT, "para. 11")


def test_a_near_match_says_what_differs_and_marks_figures(library):
    found = look_up(library, "Over 40 million stockpiled anti-personnel mines have been destroyed.")
    assert [(one.op, one.expected, one.found, one.figure) for one in found.differences
            if one.op != "equal"] == [("replace", "40", "55", True)]  # fmt: skip


def test_a_pasted_quotation_with_one_reading_is_cut_with_its_operations(seeds):
    made = cut_reading(seeds[STATEMENT], "quote", "stockpiled [...] mines have been destroyed.")
    assert made.exact == "stockpiled anti-personnel mines have been destroyed."
    assert [type(one) for one in made.operations] == [Omit]


@pytest.mark.parametrize(
    ("pasted", "words", "code"),
    [
        ("States Parties [...] the Convention", "more than one way", "ambiguous"),
        ("have been destroyed. [...] Over 55 million", "VG-2", "mismatch"),
    ],
)
def test_a_quotation_without_one_reading_is_not_cut(seeds, pasted, words, code):
    with pytest.raises(QuoteMismatch, match=words) as caught:
        cut_reading(seeds[STATEMENT], "quote", pasted)
    assert caught.value.code == code


def test_a_quotation_in_own_text_may_stand_in_any_source_of_the_library(library):
    template = Template("t", "T", sections=(Section("own", "Own", accepts=("text",)),))
    text = Prose("p", f"“{MINES}” and “nobody said this at all”")
    briefing = add_item("own", text)(new_briefing(template))
    held = held_quotations(library, briefing, {})
    assert held == {MINES.rstrip(".")}
    report = check_briefing(briefing, {}, held)
    assert [one.words for one in report.own[0].rules if one.level == "stop"] == [
        "nobody said this at all"
    ]
