"""Places that a text names."""

import pytest

from briefer.core.places import main_place, places


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In Karva and across Upper Tirna", {"Karva", "Upper Tirna"}),
        ("in the north of Tirna in May, in States", {"Tirna"}), ("3 people worldwide", {"world"}),
        ("en Angola et au Tchad", {"Angola", "Tchad"}), ("in all, from here", set()),
    ],
)  # fmt: skip
def test_places_follow_their_prepositions(words, expected):
    assert places(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Karva. From Karva. In Karva.", {"Karva"}), ("In Karva.", set()), ("", set()),
        ("In Karva. From Karva. In Karva. In Tirna, in Tirna.", set()),
    ],
)  # fmt: skip
def test_a_text_is_about_the_place_it_names_most(text, expected):
    assert main_place(text) == expected
