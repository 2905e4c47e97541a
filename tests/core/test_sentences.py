"""Paragraphs are cut into sentences at exact offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.sentences import sentences, split
from tests.samples import make_source


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One. Two three. Four?", ["One.", "Two three.", "Four?"]),
        ("See para. 11 of it. Then go.", ["See para. 11 of it.", "Then go."]),
        ("He said so, e.g. here. Go on.", ["He said so, e.g. here.", "Go on."]),
        ("“I am here,” he said. “So be it.”", ["“I am here,” he said.", "“So be it.”"]),
        ("An emoji 😀 ends. Yes.", ["An emoji 😀 ends.", "Yes."]),
        ("It is full of ore. Dogs fail.", ["It is full of ore.", "Dogs fail."]),
        ("They fell ill. In the mass. We left.", ["They fell ill.", "In the mass.", "We left."]),
        (
            "See approx. Ten of them. It was art. Then we left.",
            ["See approx. Ten of them.", "It was art. Then we left."],
        ),
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
