"""Finding a passage again by exact matching alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.selectors import CONTEXT, locate, occurrences, select

TEXT = "One two three. Four two five."


@pytest.mark.parametrize(
    ("now", "state", "words"),
    [
        (TEXT, "anchored", "two"),
        ("Before. " + TEXT, "moved", "two"),
        ("Quite different: two.", "moved", "two"),
        ("two and two", "ambiguous", None),
        (TEXT + " " + TEXT, "anchored", "two"),
        ("One  two three.", "moved", "two"),
        ("Nothing of it.", "orphan", None),
        ("", "orphan", None),
    ],
)
def test_a_passage_is_found_by_its_exact_words(now, state, words):
    anchor = locate(now, *select(TEXT, 4, 7))
    assert anchor.state == state
    assert words is None or now[anchor.start : anchor.end] == words


def test_context_tells_repeated_words_apart():
    anchor = locate("x" + TEXT, *select(TEXT, 20, 23))
    assert (anchor.state, anchor.start) == ("moved", 21)


def test_no_words_are_never_anchored():
    assert locate(TEXT, *select(TEXT, 4, 4)).state == "orphan"


def test_occurrences_may_overlap():
    assert occurrences("aaa", "aa") == [0, 1]


@given(st.text(min_size=1), st.data())
def test_selectors_keep_the_words_and_their_context(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    position, quote = select(text, start, end)
    assert quote.prefix + quote.exact + quote.suffix in text
    assert max(len(quote.prefix), len(quote.suffix)) <= CONTEXT
    assert locate(text, position, quote).state == "anchored"


@given(st.text(alphabet="ab ", min_size=3), st.data())
def test_a_changed_character_is_never_anchored_where_it_stood(text, data):
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    at = data.draw(st.integers(start, end - 1))
    changed = text[:at] + "x" + text[at + 1 :]
    anchor = locate(changed, *select(text, start, end))
    assert anchor.state != "anchored"
