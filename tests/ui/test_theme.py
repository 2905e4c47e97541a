"""Light and dark can be read, follow what is chosen, and colour is never the only sign."""

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette

from briefer import paths
from briefer.core.model import KINDS
from briefer.ui import theme
from briefer.ui.reader_format import UNDERLINES

ROLE = QPalette.ColorRole
PALETTES = [theme.make_palette(dark=False), theme.make_palette(dark=True)]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2."""

    def light(colour: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        (ROLE.WindowText, ROLE.Window), (ROLE.Text, ROLE.Base), (ROLE.Text, ROLE.AlternateBase),
        (ROLE.ButtonText, ROLE.Button), (ROLE.HighlightedText, ROLE.Highlight),
        (ROLE.PlaceholderText, ROLE.Base), (ROLE.PlaceholderText, ROLE.Window),
        (ROLE.ToolTipText, ROLE.ToolTipBase), (ROLE.Link, ROLE.Base), (ROLE.BrightText, ROLE.Base),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(palette, words, ground):
    assert contrast(palette.color(words), palette.color(ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_colours_of_a_kind_can_be_read(palette, kind):
    colours = theme.kind_colours(kind, palette)
    assert contrast(colours.text, colours.tint) >= 7
    assert contrast(colours.mark, colours.tint) >= 4.5
    assert contrast(colours.mark, palette.color(ROLE.Base)) >= 4.5
    warning = theme.warning_colours(palette)
    assert contrast(warning.text, warning.tint) >= 7


def test_kinds_differ_without_colour():
    for signs in ([theme.SIGNS[kind].letter for kind in KINDS], [UNDERLINES[one] for one in KINDS]):
        assert all(one != other for one, other in combinations(signs, 2))


@pytest.fixture
def app(qapp):
    yield qapp
    theme.apply_theme(qapp, "light")


def test_the_chosen_scheme_dresses_the_program(app):
    theme.apply_theme(app, "dark")
    assert theme.is_dark(app.palette())
    dark = app.styleSheet()
    theme.apply_theme(app, "light")
    assert not theme.is_dark(app.palette())
    assert app.styleSheet() != dark
    assert not re.search(r"\$", app.styleSheet())
    theme.apply_theme(app, "system")


def ink(icon: QIcon) -> QColor:
    """The colour that an icon is drawn in."""
    image = icon.pixmap(QSize(64, 64)).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(64) for y in range(64))
    return max(pixels, key=lambda colour: colour.alpha())


def test_icons_follow_the_scheme_without_being_made_again(app):
    theme.apply_theme(app, "light")
    icon = theme.icon("plus")
    copied = QIcon(icon)
    before = ink(icon).lightness()
    theme.apply_theme(app, "dark")
    assert ink(icon).lightness() > before + 100
    assert ink(copied) == ink(icon)
    assert ink(theme.kind_icon("quote")) == theme.kind_colours("quote", app.palette()).mark


def test_every_icon_is_a_line_drawing_that_takes_the_colour_it_is_given(app):
    drawings = sorted((paths.resources() / "icons").glob("*.svg"))
    names = [one.stem for one in drawings if one.stem != "briefer"]
    assert {sign.icon for sign in theme.SIGNS.values()} <= set(names)
    for name in names:
        assert ink(theme.icon(name)).alpha() > 200, name
    assert not theme.program_icon().isNull()
