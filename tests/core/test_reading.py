"""A pasted quotation is read back into operations when there is one way to read it."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.model import pick
from briefer.core.operations import Case, Gloss, Insert, Omit, Redact, Sic
from briefer.core.quotation import normal, printed
from briefer.core.reading import Reading, readings
from briefer.services.quoting import wordings
from briefer.services.seeds import load_seeds
from tests.samples import make_source

TEXT = (
    "First, we must act. The plan is not a gift - it is a duty, and the [draft] text says so. "
    "They wrote huamn rights. It’s clear; the end comes soon, the end comes late."
)
ENGLISH = wordings()["en"]


def read(pasted, text=TEXT):
    """Each reading as its words and its operations, by kind and the words that they are about."""
    found = []
    for one in readings(text, pasted, ENGLISH):
        done = [
            (type(op).__name__, text[op.start : op.end] if hasattr(op, "start") else op.at)
            for op in one.operations
        ]
        found.append((text[one.start : one.end], done))
    return found


def at(words):
    return TEXT.index(words)


@pytest.mark.parametrize(
    ("pasted", "words", "done"),
    [
        ("we must act.", "we must act.", []),
        ("The plan [...] is a duty", "The plan is not a gift - it is a duty",
         [("Omit", "is not a gift - it")]),
        ("The plan […] is a duty", "The plan is not a gift - it is a duty",
         [("Omit", "is not a gift - it")]),
        ("[...] we must act [...]", "we must act", []),
        ("we must act. [...] [I]t is a duty", "we must act. The plan is not a gift - it is a duty",
         [("Omit", "The plan is not a gift -"), ("Case", at("it is a duty"))]),
        ("[W]e must act", "we must act", [("Case", at("we must"))]),
        ("wrote huamn [sic] rights", "wrote huamn rights", [("Sic", at(" rights"))]),
        ("wrote huamn [sic]", "wrote huamn", [("Sic", at(" rights"))]),
        ("we must [now] act", "we must act", [("Insert", at("act."))]),
        ("we must act [now]", "we must act", [("Insert", at(". The plan"))]),
        ("act. [...] [...] ", "act.", []),
        ("[So] First, we", "First, we", [("Insert", 0)]),
        ("The plan is [hardly] a gift", "The plan is not a gift", [("Gloss", "not")]),
        ("the [draft] text says so", "the [draft] text says so", []),
        ("The plan [redacted] a gift", "The plan is not a gift", [("Redact", "is not")]),
        ("It's clear", "It’s clear", []),
        ("gift [...], and the", "gift - it is a duty, and the", [("Omit", "- it is a duty")]),
    ],
)  # fmt: skip
def test_a_quotation_with_one_reading_is_read(pasted, words, done):
    assert read(pasted) == [(words, done)]


@pytest.mark.parametrize(
    "pasted",
    [
        "the end comes",  # twice
        "so. [...] the end",  # which of the two
        "act. [...] [the promise] is a duty",  # for “it”, or put in where more is left out
        "[of it] must act",  # put in before, or for “we”
    ],
)
def test_more_than_one_way_to_read_it_is_ambiguous(pasted):
    assert len(read(pasted)) == 2


@pytest.mark.parametrize(
    "pasted",
    [
        "", "[...]", "[sic]", "words that nobody said", "is a duty [...] we must act",
        "we must [sic] gladly act", "we [...] must act", "[sic] we must act",
        "[one] [two] we must act", "e must act", "[w]e must act", "act [a] [b] [c] The plan",
        "First [sic] [sic] plan", "The plan [of it] says so.", "The plan [sic] a gift",
        "[redacted] we must act", "we must act [redacted]",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_not_read(pasted):
    assert read(pasted) == []


SEEDS = {source.file: source.text for source, _ in load_seeds()}


@pytest.mark.parametrize(
    ("file", "pasted", "kinds"),
    [
        ("remarks-nakamitsu-protection-of-civilians-week.txt",
         "respect for international humanitarian law. [...] [I]t is a core obligation",
         [Omit, Case]),
        ("joint-statement-22msp.txt", "the Convention does [...] permit the suspension", [Omit]),
        ("campaign-web-page.txt", "humanitarian, huamn [sic] rights", [Sic]),
    ],
)  # fmt: skip
def test_the_vectors_of_the_samples_are_read(file, pasted, kinds):
    [one] = readings(SEEDS[file], pasted, ENGLISH)
    assert [type(operation) for operation in one.operations] == kinds


LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIFFERENT = " ".join(letter * 3 + str(n) for n, letter in enumerate(LETTERS))
"""Words that are all different and none of which is a name or pronoun."""


@st.composite
def edited(draw, text=DIFFERENT):
    """A pick of the text with operations that are apart from each other."""
    words = [one.span() for one in re.finditer(r"\S+", text)]
    chosen = sorted(draw(st.sets(st.integers(1, len(words) - 2), max_size=5)))
    chosen = [n for i, n in enumerate(chosen) if not i or n - chosen[i - 1] > 1]
    operations = []
    for number in chosen:
        start, end = words[number]
        operations.append(
            draw(
                st.sampled_from(
                    [
                        Omit(start, end), Redact(start, end), Gloss(start, end, "so called"),
                        Insert(start, "as agreed"), Sic(end),
                    ]
                )
            )
        )  # fmt: skip
    if draw(st.booleans()):
        operations.append(Case(0))
    return operations


@given(edited())
def test_what_is_printed_reads_back_as_the_same_operations(operations):
    whole = replace(
        pick(make_source(DIFFERENT), 0, len(DIFFERENT), "quote"),
        operations=normal(operations, DIFFERENT),
    )
    expected = Reading(0, len(DIFFERENT), whole.operations)
    assert readings(DIFFERENT, printed(whole), ENGLISH) == [expected]


SAME = "the end of the day is the end of the way and the day is long at the end of it"


@given(edited(SAME))
def test_one_reading_of_words_that_repeat_prints_the_same_again(operations):
    source = make_source(SAME)
    whole = replace(pick(source, 0, len(SAME), "quote"), operations=normal(operations, SAME))
    shown = printed(whole)
    found = readings(SAME, shown, ENGLISH)
    assume(len(found) == 1)
    [one] = found
    again = replace(pick(source, one.start, one.end, "quote"), operations=one.operations)
    assert printed(again) == shown
