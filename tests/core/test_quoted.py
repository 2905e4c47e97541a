"""What a reader takes for a source's words."""

import pytest

from briefer.core.quoted import inside, quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we will not go” there.", ["“we will not go”"]),
        ("He said \"we will not go\" there.", ["\"we will not go\""]),
        ("Mixed “we will not go\" marks", ["“we will not go\""]),
        ("Er sagte „das geht nicht mehr“ dazu.", ["„das geht nicht mehr“"]),
        ("Il dit « cela ne va pas » ici.", ["« cela ne va pas »"]),
        ("»das geht nicht«", ["»das geht nicht«"]),
        ("As ‘the States’ duty to act’ says", ["‘the States’ duty to act’"]),
        ("the 'so called' peace, it's Tom's and Ann's", []),
        ("“two words”", []),
        ("a 5\" pipe and “three words here”", ["“three words here”"]),
        ("See [S3 para. 11] and [quoted in S12 p. 4, para. 2].",
         ["[S3 para. 11]", "[quoted in S12 p. 4, para. 2]"]),
        ("[S4] “one two three” [sic] [date missing]", ["“one two three”", "[S4]"]),
    ],
)  # fmt: skip
def test_quotations_of_three_words_and_citation_tags_are_found(text, found):
    assert list(quoted(text)) == found


def test_the_words_of_a_quotation_are_those_between_its_marks():
    assert inside("“one two”") == "one two"
