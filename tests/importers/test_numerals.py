"""Numbers and signs as word processors print them."""

import pytest

from briefer.importers.numerals import numeral, sign


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (7, "1", "7"),
        (7, "01", "07"),
        (26, "a", "z"),
        (28, "A", "BB"),
        (1994, "i", "mcmxciv"),
        (4, "I", "IV"),
        (0, "i", ""),
        (4000, "I", ""),
        (1, "other", ""),
    ],
)
def test_numbers_are_printed_in_their_form(number, form, printed):
    assert numeral(number, form) == printed


@pytest.mark.parametrize(
    ("code", "font", "shown"),
    [
        (0xF0B7, "Symbol", "•"),
        (0x61, "symbol", "α"),
        (0xF0FC, "Wingdings", "✓"),
        (0xF001, "Wingdings", "\uf001"),
        (0x61, "Arial", "a"),
        (0xD800, "Arial", ""),
        (0x110000, "Symbol", ""),
    ],
)
def test_signs_are_looked_up_in_their_font(code, font, shown):
    assert sign(code, font) == shown
