"""The passage that two paragraphs have in common is found, and chance is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.passages import common_passage

MINES = "More than 53.1 million stockpiled mines have been destroyed, and land was made safe."
NORM = (
    "Most importantly, the Convention has established a global norm rejecting anti-personnel mines "
    "as indiscriminate weapons with no place in modern warfare."
)
TITLE = (
    "The Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of "
    "Anti-Personnel Mines and on Their Destruction"
)


def test_the_same_words_are_found_among_others():
    found = common_passage(f"It was said before. {NORM} More followed.", f"Again: {NORM}")
    one, other = found.one, found.other
    assert f"It was said before. {NORM} More followed."[slice(*one)] == NORM
    assert f"Again: {NORM}"[slice(*other)] == NORM
    assert found.similarity > 0.99


def test_another_figure_is_part_of_the_passage():
    found = common_passage(MINES, MINES.replace("More than 53.1", "Over 40"))
    assert (found.one, found.other[0]) == ((0, len(MINES)), 0)
    assert [(one.expected, one.found) for one in found.differences if one.figure] == [
        ("More than 53.1", "Over 40")
    ]


def test_words_said_otherwise_are_found_and_shown():
    other = NORM.replace("established", "entrenched").replace("rejecting", "against any use of")
    found = common_passage(NORM, other)
    assert found.one == (0, len(NORM))
    assert 0.7 < found.similarity < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NORM, MINES),
        ("We thank you for your attention.", "Thank you very much for your attention today."),
        (f"{TITLE} is a landmark achievement.", f"In 1997 {TITLE} was negotiated in Oslo."),
        ("one two", "one two"),
        ("...", "..."),
    ],
)
def test_a_name_a_phrase_and_chance_are_no_passage(one, other):
    assert common_passage(one, other) is None


def test_a_passage_in_the_middle_of_a_sentence_is_not_made_longer():
    words = NORM.rstrip(".")
    one, other = (f"{word * 20}{words} {word * 20}" for word in ("alpha ", "gamma "))
    found = common_passage(one, other)
    assert (one[slice(*found.one)], other[slice(*found.other)]) == (words, words)


def test_of_two_passages_the_one_with_more_words_is_given():
    short = "And mines have been destroyed there."
    found = common_passage(f"{short} {'x ' * 40}{NORM}", f"{short} {'y ' * 40}{NORM}")
    assert found.one[1] - found.one[0] == len(NORM)
    found = common_passage(f"{NORM} {'x ' * 40}{short}", f"{NORM} {'y ' * 40}{short}")
    assert found.one == (0, len(NORM))


@given(st.text(), st.text())
def test_a_passage_lies_in_both_texts(one, other):
    found = common_passage(f"{one} {NORM} {other}", f"{other} {NORM} {one}")
    if found is not None:
        assert found.one[0] < found.one[1] <= len(f"{one} {NORM} {other}")
        assert found.other[0] < found.other[1] <= len(f"{other} {NORM} {one}")
