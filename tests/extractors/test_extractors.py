"""Sentences and suggestions."""

import pytest

from briefer.core.record import Field, Name
from briefer.extractors import suggest
from tests.samples import make_source


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
    fact, quote, point = suggest(source)
    assert (fact.why, fact.speaker, fact.place) == ("a figure: 12", "Ana Example", "para. 1")
    assert (fact.rule, fact.certainty, fact.speaker_cue.text) == ("a figure", "title", "")
    assert (point.why, point.second_hand) == ("a call: call on", False)
    trigger = point.trigger
    assert source.text[trigger.start : trigger.end] == trigger.text == "call on"
    assert (quote.rule, quote.second_hand) == ("own words of who speaks", False)
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
