"""What was altered is said in sentences."""

import pytest

from briefer.core.alterations import WHITE_SPACE, in_words
from briefer.core.differences import differences


@pytest.mark.parametrize(
    ("expected", "found", "said"),
    [
        ("one two", "one\u2003two", WHITE_SPACE),
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
        ("a b", "a\n\nb", WHITE_SPACE),
    ],
)  # fmt: skip
def test_differences_are_said_word_by_word(expected, found, said):
    assert in_words(differences(expected, found)) == said
