"""What differs between two wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.alterations import Difference, differences, in_words, words
from briefer.core.folds import comparable


@pytest.mark.parametrize(
    ("expected", "found", "said"),
    [
        ("one two", "one two", ""),
        ("It’s so", "It's\u00a0so", ""),
        ("Over 55 million", "Over 66 million", "“55” is now “66”."),
        ("is a duty", "is not a duty", "“not” was added."),
        ("is not a duty", "is a duty", "“not” is missing."),
        ("a b", "x a b y", "“x” was added; “y” was added."),
        ("a b", "", "“a b” is missing."),
        ("mines", "mіnes",
         "“mines” is now “mіnes” (with U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I)."),
        ("mines", "mi\u200bnes", "“mines” is now “mi\u200bnes” (with U+200B ZERO WIDTH SPACE)."),
        ("a - b c d", "1 – 2 c 3", "“a - b” is now “1 – 2”; “d” is now “3”."),
        ("1 b 2 d 3 f 4 h 5 j 6 l", "b d f h j l",
         f"{'; '.join(f'“{n}” is missing' for n in range(1, 6))}; and 1 more."),
        ("a b", "a\n\nb", "a line break was added."),
    ],
)  # fmt: skip
def test_differences_are_said_word_by_word(expected, found, said):
    assert in_words(differences(expected, found)) == said


def test_what_is_equal_is_part_of_the_data():
    assert differences("It’s 55 now", "It's 66 now") == (
        Difference("equal", "It’s", "It's"),
        Difference("replace", "55", "66"),
        Difference("equal", "now", "now"),
    )


@given(st.text(), st.text())
def test_the_differences_hold_every_word_of_both(expected, found):
    made = differences(expected, found)
    for side, text in (("expected", expected), ("found", found)):
        kept = (getattr(one, side) for one in made)
        assert "".join(kept).replace(" ", "") == "".join(words(text))
    assert (not in_words(made)) == (comparable(expected) == comparable(found))
