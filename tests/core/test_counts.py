"""Words, minutes, pages and gaps."""

import pytest
from msgspec.structs import replace

from briefer.core import counts
from briefer.core.edits import add_item, set_header
from briefer.core.model import Limit, Prose, pick


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("one two", 2), ("in 2026 - now", 4), (" a\n b\u00a0c ", 3)]
)
def test_words_are_parted_by_white_space(text, words):
    assert counts.words_in(text) == words


def test_only_spoken_sections_take_time(briefing, speech):
    spoken = add_item("points", pick(speech, 27, 55, "fact"))(briefing)
    spoken = add_item("own", Prose("x", "one two three", "question", "what now"))(spoken)
    assert counts.spoken_words(spoken) == 4
    assert counts.minutes(spoken) == pytest.approx(4 / 130)
    assert counts.section_words(spoken.sections[1]) == 5
    assert counts.pages(spoken) == pytest.approx(9 / counts.WORDS_ON_A_PAGE)
    assert counts.pages(spoken, ("own",)) == pytest.approx(5 / counts.WORDS_ON_A_PAGE)


@pytest.mark.parametrize(
    ("limit", "items", "excess"),
    [
        (Limit(), 5, ""),
        (Limit(words=4), 3, "6 words, limit 4"),
        (Limit(items=2), 3, "3 items, limit 2"),
        (Limit(items=2, items_at_most=3), 3, ""),
        (Limit(items_at_least=3), 2, "2 items, at least 3 wanted"),
        (Limit(items_at_least=3), 0, ""),
        (Limit(items_at_least=3), 3, ""),
    ],
)
def test_a_section_says_what_it_has_too_much_of(briefing, limit, items, excess):
    texts = tuple(Prose(str(n), "two words") for n in range(items))
    section = replace(briefing.sections[1], limit=limit, items=texts)
    assert counts.excess(briefing, section) == excess


def test_the_slot_gives_the_words_to_speak(briefing):
    slot = replace(briefing, minutes=3, rate=110)
    section = replace(slot.sections[0], limit=Limit(from_slot=True))
    assert counts.word_limit(slot, section) == 330
    assert counts.word_limit(briefing, section) is None


def test_what_is_required_and_empty_is_a_gap(briefing, speech):
    assert counts.gaps(briefing) == ["Principal", "Points to make"]
    filled = set_header("principal", "Minister")(briefing)
    assert counts.gaps(add_item("points", pick(speech, 27, 55, "fact"))(filled)) == []
