"""Which readers a line is for: those that are not asked would have said nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.record_cues import CUES, listed
from briefer.core.record_head import IN_PROSE, READERS, opening, read_any
from briefer.core.record_lines import Line, head, is_prose
from briefer.core.record_names import STOPS
from briefer.core.text import canonical
from tests.core.record_texts import OPENINGS

LISTS = ("bodies", "events", "offices", "links", "ranks", "media")
CUED = (
    "by", "spoken_by", "behalf", "submitted", "published", "dated", "outdated", "placed",
    "address", "mastheads", "organs", "passing", "agenda", "sponsors", "adopted",
)  # fmt: skip


def letters(expression: str) -> list[str]:
    """What the entries of an expression say, without its signs."""
    said = (
        re.sub(r"\(\?[:P<=!a-z]*>?|\\.|[^\w\s/.’'-]", " ", one) for one in expression.split("|")
    )
    return [" ".join(one.split()) for one in said if one.strip()]


WORDS = sorted({
    *(word for name in LISTS for word in listed(name)),
    *(one for table in CUES.values() for name in CUED for one in letters(getattr(table, name))),
    *(one for table in CUES.values() for said in (*table.forms, *table.statuses)
      for one in letters(said)),
    "2 December 2025", "2025", "A/RES/78/45", "Anna Berg", "Norway", "not necessarily",
    "Austria, Chile and Norway:", "official record", "—", "(", ")", "https://un.org/a",
})  # fmt: skip
CASES = (str, str.title, str.upper, str.capitalize)
ENDS = ("", "", "", ",", ".", ":", ")")
TOKENS = st.builds(
    lambda word, case, end: case(word) + end,
    st.sampled_from(WORDS),
    st.sampled_from(CASES),
    st.sampled_from(ENDS),
)
LINES = st.builds(
    lambda tokens, near: Line(" ".join(tokens).strip(), 0, "body", near=near),
    st.lists(TOKENS, min_size=1, max_size=7),
    st.booleans(),
)


def asked_all(line, behind):
    readers = IN_PROSE if is_prose(line) else READERS
    return next((read for one in readers if (read := one(line, behind))), None)


@pytest.mark.parametrize("name", OPENINGS)
def test_the_lines_of_real_heads_say_what_all_readers_together_say(name):
    made = canonical(OPENINGS[name].text)
    lines = list(head(made.text, made.places, made.marks))
    for number, line in enumerate(lines):
        behind = tuple(lines[number + 1 : number + 5])
        assert read_any(line, behind) == asked_all(line, behind)


@given(LINES, st.lists(LINES, max_size=3).map(tuple))
def test_lines_of_any_words_of_the_tables_do_too(line, behind):
    assert read_any(line, behind) == asked_all(line, behind)


@pytest.mark.parametrize(
    "words",
    ["\u0130ssued by Norway", "I\u017f\u017fued by Norway", "PUBL\u0130SHED BY NORWAY"],
)
def test_letters_that_only_an_expression_takes_for_others_hide_no_cue(words):
    line = Line(words, 0, "body")
    assert read_any(line, ()) == asked_all(line, ()) is not None


def test_expressions_for_small_letters_hold_no_capital():
    assert not re.search("[A-Z]", re.sub(r"\\.", "", opening(re.NOFLAG).pattern))


@pytest.mark.parametrize("name", LISTS[:3])
def test_no_word_that_names_an_office_a_body_or_an_event_holds_punctuation(name):
    assert not any(set(STOPS) & set(word) for word in listed(name))
