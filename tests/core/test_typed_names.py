"""Names as people type them: nothing is reordered, bodies stay whole, groups are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.errors import WrongRequest
from briefer.core.record import Name
from briefer.core.typed_names import read_names, typed_names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Izumi Nakamitsu, High Representative for Disarmament",
         [Name(given="Izumi", family="Nakamitsu", role="High Representative for Disarmament")]),
        ("António Guterres; Norway", [Name(given="António", family="Guterres"), Name("Norway")]),
        ("Ursula von der Leyen", [Name(given="Ursula", family="von der Leyen")]),
        ("Izumi NAKAMITSU", [Name(given="Izumi", family="NAKAMITSU")]),
        ("Ana MARIA LOPEZ", [Name(given="Ana", family="MARIA LOPEZ")]),
        ("KIM Jong Un", [Name("KIM Jong Un")]),
        ("United Nations Office for Disarmament Affairs",
         [Name("United Nations Office for Disarmament Affairs")]),
        ("{Human Rights Watch}", [Name("Human Rights Watch")]),
        ("{Jong Un} {Kim}, Chair", [Name(given="Jong Un", family="Kim", role="Chair")]),
        ("Champions: Norway; Chile; : Peru",
         [Name("Norway", group="Champions"), Name("Chile", group="Champions"), Name("Peru")]),
        ("{A; B}, Minister, twice", [Name("A; B", role="Minister, twice")]),
        ("Izumi\n Nakamitsu ;", [Name(given="Izumi", family="Nakamitsu")]),
        ("{Of: the}: Chile", [Name("Chile", group="Of: the")]),
    ],
)  # fmt: skip
def test_names_are_read(words, names):
    assert read_names(words) == tuple(names)
    assert read_names(typed_names(names)) == tuple(names)


@pytest.mark.parametrize(
    ("words", "why"),
    [("", "no name"), (" ; ", "no name"), (", Minister", "no name where"), ("A: ", "no name where"),
     ("{A", "braces"), ("A}", "braces"), ("{}", "braces")],
)  # fmt: skip
def test_what_has_no_name_is_refused_with_a_hint(words, why):
    with pytest.raises(WrongRequest, match=why) as refused:
        read_names(words)
    assert "Given Family" in refused.value.hint


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="{}"), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)
NAMES = st.builds(
    lambda parts, role, group: Name(*parts, role=role, group=group),
    st.one_of(WORDS.map(lambda one: (one,)), st.tuples(st.just(""), WORDS, WORDS)),
    st.one_of(st.just(""), WORDS),
    st.one_of(st.just(""), WORDS),
)


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_names_are_read_back_as_they_were_written(names):
    assert read_names(typed_names(names)) == tuple(names)


def test_a_name_of_one_part_is_written_as_a_whole():
    assert typed_names([Name(family="Example"), Name(given="Of It")]) == "Example; {Of It}"
    assert read_names("Example") == (Name("Example"),)
