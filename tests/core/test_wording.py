"""Watched words are found as whole words, in any letter case unless it matters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.wording import begins, figures_in, for_language, is_only, watched
from briefer.services.quoting import wordings

ENGLISH, FRENCH = wordings()["en"], wordings()["fr"]


def hits(text, name, wording=ENGLISH):
    return [one[0] for one in watched(text, getattr(wording, name))]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("They do NOT agree; nothing helps.", "negations", ["NOT", "nothing"]),
        ("They don’t, can't and never will.", "negations", ["don’t", "can't", "never"]),
        ("A knot, a note and a Norwegian.", "negations", []),
        ("It fails  to\nact.", "negations", ["fails  to"]),
        ("We may go in May.", "limits", ["may"]),
        ("Over 55 million over the years", "limits", ["Over"]),
        ("about three mines, about us", "measures", ["about"]),
        ("no more than ten", "measures", ["no more than"]),
        ("12 kilometres and 5 %", "measures", ["kilometres", "%"]),
        ("", "negations", []),
    ],
)
def test_an_entry_is_found_where_it_stands(text, name, found):
    assert hits(text, name) == found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Il n’y a pas d'accord sans eux.", "negations", ["n’y", "pas", "sans"]),
        ("Plus d'un million d'euros", "measures", ["Plus d'un", "euros"]),
        ("Des kilomètres", "measures", ["kilomètres"]),
    ],
)
def test_french_has_its_elisions(text, name, found):
    assert hits(text, name, FRENCH) == found


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("“But we go.", "But"),
        ("— however, no", "however"),
        ("Butter melts.", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_what_a_text_begins_with_is_found_behind_its_marks(text, opening):
    assert begins(text, ENGLISH.contrasts) == opening


@pytest.mark.parametrize(("text", "only"), [("It", True), ("it is", False), ("item", False)])
def test_a_text_is_an_entry_only_as_a_whole(text, only):
    assert is_only(text, ENGLISH.pronouns) is only


def test_figures_are_digits_and_number_words_in_order():
    found = [one[0] for one in figures_in("Dozens of 1,200 mines in 2.5 million places", ENGLISH)]
    assert found == ["Dozens", "1,200", "2.5", "million"]


@pytest.mark.parametrize(("tag", "language"), [("fr-CA", "fr"), ("EN", "en"), ("pl", "en")])
def test_a_language_without_lists_has_the_english_ones(tag, language):
    assert for_language(wordings(), tag) is wordings()[language]


@given(st.lists(st.sampled_from(["not", "mines", "don't", "no", "longer", "may", ","]), max_size=9))
def test_looking_only_where_an_entry_can_begin_finds_all_that_a_plain_search_finds(words):
    text = " ".join(words)
    plain = re.findall(r"\bno longer\b|\bnot\b|\bdon't\b|\bno\b", text)
    assert hits(text, "negations") == plain
