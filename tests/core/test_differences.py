"""Two texts are compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.differences import Difference, differences


def changes(expected, found):
    return [
        (one.op, one.expected, one.found, one.figure)
        for one in differences(expected, found)
        if one.op != "equal"
    ]


@pytest.mark.parametrize(
    ("expected", "found", "changed"),
    [
        ("It's so", "It’s\n so", []),
        ("so\u00adft “a”", 'soft "a"', []),
        ("", "", []),
        ("as they risk", "as it risks", [("replace", "they risk", "it risks", False)]),
        ("decades of progress.", "decades of a framework.",
         [("replace", "progress.", "a framework.", False)]),
        ("Over 40 million", "Over 55 million", [("replace", "40", "55", True)]),
        ("on 1,000 mines", "on mines", [("delete", "1,000", "", True)]),
        ("It may be", "It may not be", [("insert", "", "not", False)]),
        ("It may", "it may", [("replace", "It", "it", False)]),
        ("a b", "a, b", [("replace", "a", "a,", False)]),
        ("results- saving", "results – saving", [("replace", "results-", "results –", False)]),
        ("40 mines", "40, mines", [("replace", "40", "40,", False)]),
        ("禁止使用地雷", "禁止生产地雷", [("replace", "使用", "生产", False)]),
    ],
)  # fmt: skip
def test_every_changed_word_is_shown_and_numbers_are_marked(expected, found, changed):
    assert changes(expected, found) == changed


@given(st.text(), st.text())
def test_the_differences_hold_every_word_of_both_texts(expected, found):
    made = differences(expected, found)
    for side, text in (("expected", expected), ("found", found)):
        said = "".join(getattr(one, side) for one in made)
        assert "".join(said.split()) == "".join(text.split())


@given(st.text())
def test_a_text_differs_in_nothing_from_itself(text):
    words = " ".join(text.split())
    assert differences(text, text) == (
        (Difference("equal", words, words),) if words else ()
    )  # fmt: skip
