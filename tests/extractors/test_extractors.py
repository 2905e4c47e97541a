"""Sentences and suggestions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.record import Field, Name
from briefer.extractors import suggest
from briefer.extractors.sentences import sentences, split
from tests.samples import make_source


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One. Two three. Four?", ["One.", "Two three.", "Four?"]),
        ("See para. 11 of it. Then go.", ["See para. 11 of it.", "Then go."]),
        ("He said so, e.g. here. Go on.", ["He said so, e.g. here.", "Go on."]),
        ("“I am here,” he said. “So be it.”", ["“I am here,” he said.", "“So be it.”"]),
        ("An emoji 😀 ends. Yes.", ["An emoji 😀 ends.", "Yes."]),
        ("No stop at all", ["No stop at all"]),
        ("", []),
    ],
)
def test_a_paragraph_is_cut_into_sentences(words, expected):
    assert [words[start:end] for start, end in split(words)] == expected


@given(st.text(alphabet="ab. ?!\n“”😀A", max_size=80))
def test_sentences_hold_every_word_once_in_order(words):
    ranges = split(words)
    starts, ends = [start for start, _ in ranges], [end for _, end in ranges]
    gaps = [words[end:start] for end, start in zip([0, *ends], [*starts, len(words)], strict=True)]
    assert not "".join(gaps).strip()


def test_a_title_is_one_piece():
    source = make_source("# One. Two. Three\n\nFirst. Second.")
    found = [source.text[start:end] for _, start, end in sentences(source)]
    assert found == ["One. Two. Three", "First.", "Second."]


@pytest.mark.parametrize(
    ("paragraph", "kinds"),
    [
        ("Over 55 million mines have been destroyed.", {"fact"}),
        ("Dozens of countries are free of mines.", {"fact"}),
        ("It was opened on 3 December.", set()),
        ("In 2025, several countries left.", {"fact"}),
        ("See article 15 and so on.", set()),
        ("Have 40 million been destroyed?", set()),
        ("We commit to 3 things:", set()),
        ("We call on all States to join.", {"talking_point"}),
        ("States must accede without delay.", {"talking_point"}),
        ("All 32 States should accede.", {"fact", "talking_point"}),
        ("Let me begin by saying that we must act.", set()),
        ("Nothing of interest happened.", set()),
        ("“It is imperative that people are safe,” he said.", {"quote", "talking_point"}),
        ("The meeting on “Reaffirming Commitment to the Convention” opened.", set()),
        ("They call it “so good” today.", set()),
    ],
)
def test_each_kind_has_its_cues(paragraph, kinds):
    source = make_source(f"This sentence comes first.\n\n{paragraph}")
    assert {one.kind for one in suggest(source)} == kinds


def test_headings_captions_and_disclaimers_are_not_proposed():
    source = make_source(
        "# We must act in 40 States\n\n© Photo of 3 men\n\nThis is not an official record of 5."
    )
    assert suggest(source) == []


def test_a_suggestion_says_why_and_who():
    source = make_source(
        "We call on 12 States.", speaker=Field((Name(given="Ana", family="Example"),), "user")
    )
    fact, point = suggest(source)
    assert (fact.why, fact.speaker, fact.place) == ("a figure: 12", "Ana Example", "para. 1")
    assert (point.why, point.second_hand) == ("a call: call on", False)
    [figure] = fact.figures
    assert (figure.text, figure.value, source.text[figure.start : figure.end]) == ("12", 12, "12")


def test_a_quote_leaves_its_marks_and_the_comma_of_the_text_outside():
    source = make_source("“We will not give up on them,” she said to all.")
    quote = next(one for one in suggest(source) if one.kind == "quote")
    assert source.text[quote.start : quote.end] == "We will not give up on them"
    assert quote.second_hand


@pytest.mark.parametrize(
    ("text", "value"),
    [("5,757", 5757), ("53.1 million", 53.1e6), ("80 per cent", 80), ("2 billion", 2e9)],
)
def test_figures_have_values(text, value):
    [fact] = suggest(make_source(f"There are {text} of them."))
    assert (fact.figures[0].value, fact.figures[0].text) == (value, text)
