"""Positions of the widget and offsets of the text: there and back, whatever the characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefer.core.model import Mark, Place
from briefer.ui.positions import Positions, shown_text, units

PARAGRAPH = st.text(
    st.sampled_from("ab é\u00a0\u202f\u0301\n\u2028\u2029\ufdd0🕊👩\u200d👧中\U00020000—“”"), min_size=1, max_size=30
).filter(lambda text: text == text.strip() and text)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Place]]:
    text, places = draw(st.sampled_from(["", "\n", "  \n"])), []
    for number, paragraph in enumerate(draw(st.lists(PARAGRAPH, min_size=1, max_size=5)), 1):
        places.append(Place(number, len(text), len(text) + len(paragraph)))
        text += paragraph + draw(st.sampled_from(["\n", "\n\n", "\n \n"]))
    return text, places


@given(texts())
def test_every_offset_inside_a_place_maps_there_and_back(made: tuple[str, list[Place]]) -> None:
    text, places = made
    positions = Positions(text, places)
    for place in places:
        for offset in range(place.start, place.end + 1):
            assert positions.to_offset(positions.to_widget(offset)) == offset


@given(texts())
def test_the_widget_holds_each_character_where_the_map_says(made: tuple[str, list[Place]]) -> None:
    text, places = made
    positions = Positions(text, places)
    document = QTextDocument()
    cursor = QTextCursor(document)
    for place in places:
        if place.number > 1:
            cursor.insertBlock()
        cursor.insertText(shown_text(text, place))
    assert document.blockCount() == len(places)
    for place in places:
        shown = shown_text(text, place)
        for offset in range(place.start, place.end):
            cursor.setPosition(positions.to_widget(offset))
            cursor.setPosition(
                positions.to_widget(offset) + units(text[offset]), QTextCursor.MoveMode.KeepAnchor
            )
            assert cursor.selectedText() == shown[offset - place.start]


@given(texts(), st.integers(0, 400), st.integers(0, 400))
def test_a_selection_never_begins_or_ends_in_white_space(
    made: tuple[str, list[Place]], anchor: int, position: int
) -> None:
    text, places = made
    words = Positions(text, places).words(anchor, position)
    if words is not None:
        assert text[slice(*words)] == text[slice(*words)].strip() != ""


@pytest.mark.parametrize(
    ("anchor", "position", "selected"),
    [
        (0, 4, "Dear"), (4, 0, "Dear"), (4, 5, None), (0, 5, "Dear"), (5, 11, "🕊 all"),
        (0, 11, "Dear\n\n🕊 all"), (6, 7, "🕊"), (7, 7, None), (3, 99, "r\n\n🕊 all"), (3, 7, "r\n\n🕊"),
    ],
)  # fmt: skip
def test_a_selection_is_clamped_to_its_words(
    anchor: int, position: int, selected: str | None
) -> None:
    text = "Dear\n\n🕊 all"
    words = Positions(text, [Place(1, 0, 4), Place(2, 6, 11)]).words(anchor, position)
    assert (text[slice(*words)] if words else None) == selected


def test_a_hard_line_break_breaks_the_line_and_takes_one_position() -> None:
    text = "Office for Disarmament\nAffairs"
    breaks = [Mark(6, 7, "line_break")]
    shown = shown_text(text, Place(1, 0, len(text)), breaks)
    assert shown == "Office\u2028for Disarmament Affairs"


def test_without_paragraphs_everything_is_at_the_beginning() -> None:
    positions = Positions("", [])
    assert (positions.to_widget(3), positions.to_offset(3), positions.words(0, 3)) == (0, 0, None)


@pytest.mark.parametrize(
    ("start", "end", "touched"), [(0, 4, [0]), (0, 7, [0, 1]), (6, 8, [1]), (5, 8, [0, 1]), (0, 6, [0])]
)  # fmt: skip
def test_the_places_that_a_range_touches(start: int, end: int, touched: list[int]) -> None:
    positions = Positions("Dear\n\nall", [Place(1, 0, 4), Place(2, 6, 9)])
    assert list(positions.places_within(start, end)) == touched
