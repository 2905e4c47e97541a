"""Picks can only be cut from a source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.errors import QuoteMismatch
from briefer.core.model import Briefing, Passage, Pick, Place, pick, pick_passages
from briefer.core.selectors import select
from tests.samples import make_source


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 10_000), (7, 9)], ids=str)
def test_a_range_without_words_of_the_source_is_refused(speech, start, end):
    with pytest.raises(QuoteMismatch):
        pick(speech, start, end, "fact")


@given(st.data())
def test_a_pick_says_what_its_source_says(data):
    source = make_source()
    start = data.draw(st.integers(0, len(source.text) - 2))
    end = data.draw(st.integers(start + 1, len(source.text)))
    if source.text[start:end].strip():
        made = pick(source, start, end, "quote")
        assert made.exact == source.text[made.start : made.end] == source.text[start:end].strip()


def test_a_pick_of_two_passages_shows_the_gap(speech):
    one = pick(speech, 0, 7, "fact")
    other = Passage(*select(speech.text, 9, 13))
    both = Pick("x", "fact", speech.id, one.text_sha256, (*one.passages, other))
    assert (both.exact, both.start, both.end) == ("Remarks [...] Dear", 0, 13)


@pytest.mark.parametrize(
    ("ranges", "exact"),
    [
        ([(0, 7), (9, 13)], "Remarks\n\nDear"),  # white space alone is nothing left out
        ([(0, 7), (14, 24)], "Remarks [...] colleagues"),
    ],
)
def test_passages_are_kept_apart_by_what_is_left_out(speech, ranges, exact):
    assert pick_passages(speech, ranges, "fact").exact == exact


@pytest.mark.parametrize("ranges", [[(9, 13), (0, 7)], [(0, 12), (9, 20)]])
def test_passages_keep_the_order_of_their_source(speech, ranges):
    with pytest.raises(QuoteMismatch, match="VG-2") as caught:
        pick_passages(speech, ranges, "fact")
    assert caught.value.code == "order"


@pytest.mark.parametrize(("offset", "number"), [(0, 1), (8, 1), (9, 2), (99, 3), (10_000, 6)])
def test_an_offset_lies_in_or_after_a_paragraph(speech, offset, number):
    assert speech.place_at(offset).number == number


def test_nothing_stands_before_the_first_paragraph():
    assert make_source("\n\nHello there.").place_at(0) is None


@pytest.mark.parametrize(
    ("place", "label"),
    [(Place(11, 0, 1), "para. 11"), (Place(2, 0, 1, page="iv"), "p. iv, para. 2")],
)
def test_a_place_is_pinned_by_page_and_paragraph(place, label):
    assert place.label() == label


def test_a_source_is_called_by_its_title_or_its_file(speech):
    assert (speech.name(), make_source().name()) == ("Remarks", "remarks.md")
    assert make_source().opening(3) == "Remarks Dear colleagues,"


def test_a_briefing_without_items_has_no_picks(briefing):
    assert (briefing.items(), briefing.picks(), briefing.value("nothing")) == ([], [], "")
    assert Briefing("b", "t", "x", "2026").value("marking") == ""
