"""Figures in a text: number, comparator, unit, what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.figures import figures, is_year


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Over 55 million mines", [("55 million", 55e6)]),
        ("1,200 and 1\u00a0200 and 3.5 mines", [("1,200", 1200),
        ("1\u00a0200", 1200),
        ("3.5", 3.5)]),
        ("53.1 million, $3.2m, 4bn", [("53.1 million", 53.1e6), ("$3.2m", 3.2e6), ("4bn", 4e9)]),
        ("two hundred and fifty-three thousand people",
         [("two hundred and fifty-three thousand", 253e3)]),
        ("five nations and thirty-two States", [("five", 5), ("thirty-two", 32)]),
        ("a million refugees, one hundred men", [("a million", 1e6), ("one hundred", 100)]),
        ("half a million children", [("half a million", 5e5)]),
        ("one State, a hundredfold, the second, 22nd and twenty-second", []),
        ("four out of every five, one in five", [("four out of every five", 80),
        ("one in five", 20)]),
        ("five in four", []),
        ("half of all deaths, a third of it", [("half", 50),
        ("a third", pytest.approx(33.3, abs=0.1))]),
        ("dozens of States; tens of millions of mines", [("dozens", 24),
        ("tens of millions", 20e6)]),
        ("2,000 people; 2000 people; in 2000 people fled; 2024", [("2,000", 2000), ("2000", 2000)]),
        ("2004 men came", []),
        ("article 5, 4 April, April 4, 16–18 June, 4.5.6 and A4, COVID-19, IPC 3", []),
        ("1. Defend the norms", []), ("2) Clear 30 fields", [("30", 30)]),
        ("a 16-year-old, 24/7, 12:30, the 1990s, +41 22 917 1234, page 7", []),
        ("hundred of them; million; two one four", []),
        ("798 million in 2023, five in 2024", [("798 million", 798e6), ("five", 5)]),
        ("cases doubled; twice that number; halved; three times as many; 4 times more",
         [("doubled", 2), ("twice that", 2), ("halved", 0.5), ("three", 3), ("4", 4)]),
        ("twice a week; sold out twice; a double standard", []),
        ("two and a half years, two and a half million people",
         [("two and a half", 2.5), ("two and a half million", 2.5e6)]),
        ("two decades ago; 3 centuries", [("two", 20), ("3", 300)]),
        ("fewer than a dozen; half a dozen men", [("a dozen", 12), ("half a dozen", 6)]),
        ("a fifth more than before, of which a quarter died", [("a fifth", 20), ("a quarter", 25)]),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_value(words, expected):
    assert [(one.text, one.value) for one in figures(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("more than 80", ("more_than", 80, None)), ("at least 6,279", ("at_least", 6279, None)),
        ("nearly 60", ("nearly", 60, None)), ("an estimated 12", ("about", 12, None)),
        ("up to 5", ("up_to", 5, None)), ("fewer than 5", ("less_than", 5, None)),
        ("200 or more", ("at_least", 200, None)), ("dozens of", ("dozens", 24, 99)),
        ("hundreds of", ("tens_of", 200, 999)), ("55", ("exactly", 55, None)),
        ("between 10 and 20", ("exactly", 10, 20)), ("2 to 3 million", ("exactly", 2e6, 3e6)),
        ("10–15", ("exactly", 10, 15)), ("between 20 and 10", ("exactly", 20, None)),
        ("more than 10 to 15", ("exactly", 10, 15)),
    ],
)  # fmt: skip
def test_how_it_is_meant(words, expected):
    figure = next(figures(words))
    assert (figure.comparator, figure.value, figure.value_max) == expected


@pytest.mark.parametrize(
    ("words", "basis", "unit", "counted"),
    [
        ("80 per cent of all casualties were", "share", "%", "casualties"),
        ("over three-quarters of Member States are", "share", "%", "Member States"),
        ("US$4.5 billion in aid", "money", "USD", ""), ("EUR 20 million", "money", "EUR", ""),
        ("3 million Swiss francs", "money", "CHF", ""),
        ("the past 25 years", "duration", "years", ""),
        ("3 percentage points", "change", "points", ""),
        ("fallen by 75 percent", "change", "%", ""),
        ("a 12 per cent increase", "change", "%", ""),
        ("58 States and 2 areas", "count", "", "States"),
        ("55 million stockpiled anti-personnel mines have",
         "count", "", "stockpiled anti-personnel mines"),
        ("200 or more villages", "count", "", "villages"), ("from 5,757 to 6,279", "count", "", ""),
        ("12 one two three four five six seven", "count", "", "one two three four five six"),
    ],
)  # fmt: skip
def test_what_it_measures(words, basis, unit, counted):
    figure = next(figures(words))
    assert (figure.basis, figure.unit, figure.counted) == (basis, unit, counted)


@pytest.mark.parametrize(
    ("words", "up"),
    [("fallen by 75 percent", False), ("up 3 per cent", True), ("75 percent", None)],
)
def test_a_change_is_a_rise_or_a_fall(words, up):
    assert next(figures(words)).up is up


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plus de 55 millions de mines terrestres",
         ("55 millions", 55e6, "more_than", "mines terrestres")),
        ("quatre-vingt-dix-sept États", ("quatre-vingt-dix-sept", 97, "exactly", "États")),
        ("12 000 enfants", ("12 000", 12000, "exactly", "enfants")),
        ("12,5 % du budget", ("12,5 %", 12.5, "exactly", "budget")),
        ("quatre personnes sur cinq", ("quatre personnes sur cinq", 80, "exactly", "")),
        ("les trois quarts des États", ("les trois quarts", 75, "exactly", "États")),
    ],
)  # fmt: skip
def test_french_has_its_own_words(words, expected):
    figure = next(figures(words, language="fr-CH"))
    assert (figure.text, figure.value, figure.comparator, figure.counted) == expected


def test_a_language_without_a_table_is_read_as_english():
    assert [one.value for one in figures("55 million", language="de")] == [55e6]


def test_ranges_are_those_of_the_text_the_words_were_cut_from():
    text = "In all, over US$4.5 million was spent on 30 villages."
    assert [text[one.start : one.end] for one in figures(text[3:], 3)] == ["US$4.5 million", "30"]


@given(st.text(alphabet="0123456789 ,.-–%$a andtomilperceyhuv’\n", max_size=60))
def test_any_words_give_figures_that_stand_in_them(words):
    found = list(figures(words, 7))
    assert all(words[one.start - 7 : one.end - 7] == one.text for one in found)
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))


def test_four_digits_of_these_centuries_are_a_year():
    assert [is_year(one) for one in ("1899", "2024", "1799", "20245")] == [True, True, False, False]
