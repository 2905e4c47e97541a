"""Which words in quotation marks are somebody's."""

import pytest

from briefer.extractors import suggest
from briefer.extractors.marks import quotations
from tests.samples import make_source


def marked(text):
    source = make_source(text)
    return [source.text[one.start : one.end] for one in quotations(source.text, source.places)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“One,” he said, “two.”", ["One", "two."]),
        ('"One two," he said.', ["One two"]),
        ("“One two,\" he said.", ["One two"]),
        ("« Un deux », dit-il.", ["Un deux"]),
        ("„Eins zwei“, sagte er.", ["Eins zwei"]),
        ("‘It’s ours,’ he said of the farmers’ land.", ["It’s ours"]),
        ("“One “two” three,” he said.", ["One “two” three"]),
        ("“One two\n\n“Three four.”", ["One two", "Three four."]),
        ("No marks, but it’s 5\" long.", []),
        ("He spoke of ‘the farmers’ land.", []),
    ],
)  # fmt: skip
def test_marks_are_paired_within_a_paragraph(text, inside):
    assert marked(text) == inside


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“We will not give up now,” she said.", 1),
        ("“Never again,” said Ana Example.", 1),
        ("They speak of the “safe side” of the road.", 0),
        ("They speak of “the safe side of this road” there.", 0),
        ("Her pamphlet, “Guns, Butter and Bellune”, has sold out.", 0),
        ("The theme is “from words to deeds in one year”.", 0),
        ("A side-event on “what must be done now” was held.", 0),
        ("Ana Example called the figure “a disgrace”.", 0),
        ("The meeting on “Reaffirming Commitment to the Convention” opened.", 0),
        ("“The Convention has saved countless lives and must endure.”", 1),
    ],
)
def test_titles_terms_and_slogans_are_no_quotes(text, count):
    source = make_source(f"Nothing comes before.\n\n{text}")
    assert sum(one.kind == "quote" for one in suggest(source)) == count


def test_strong_words_of_who_speaks_are_quotes_at_first_hand():
    source = make_source(
        "# Statement by Ms. Ilse Marandou\n\nMadam President,\n\n"
        "We will not ask for another extension. Our land is steep. It snows.\n\n"
        "We call on all States to join."
    )
    found = [one for one in suggest(source) if one.kind == "quote"]
    assert [source.text[one.start : one.end] for one in found] == [
        "We will not ask for another extension.",
        "We call on all States to join.",
    ]
    assert {(one.speaker, one.certainty, one.second_hand) for one in found} == {
        ("Ilse Marandou", "title", False)
    }
