"""The words about a pick as segments, and the map between them and the source."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.model import pick, pick_passages
from briefer.core.operations import Case, Emphasis, Gloss, Insert, Marks, Omit, Redact, Sic
from briefer.ui.pick_segments import FARTHEST, SegmentMap, segments
from briefer.ui.positions import units
from tests.samples import make_source

SOURCE = make_source("Before 🕊.\n\nIt is *not* a ‘mere’ cost, ‘tis 🕊 huamn.  \nSo be it.\n\nAfter.")
WHOLE = SOURCE.text
START, END = WHOLE.index("It"), WHOLE.index("So") - 1


def place(words):
    start = WHOLE.index(words, START)
    return start, start + len(words)


def made(*operations):
    return replace(pick(SOURCE, START, END, "quote"), operations=operations)


def shown(one, style="oscola"):
    return segments(one, SOURCE, style, "en")


def test_a_pick_stands_in_its_surroundings():
    assert [(one.text, one.look) for one in shown(made())] == [
        ("Before 🕊.", "context"), ("\n", "context"), ("It is ", "words"), ("not", "words"),
        (" a ‘mere’ cost, ‘tis 🕊 huamn.", "words"), ("\u2028", "context"),
        ("So be it.", "context"),
    ]  # fmt: skip


def test_a_sentence_stands_before_and_one_after():
    source = make_source("One goes. Two goes. Three goes. Four goes. Five goes.")
    start = source.text.index("Three")
    made = pick(source, start, start + 5, "fact")
    texts = [one.text for one in segments(made, source, "un", "en")]
    assert texts == ["Two goes. ", "Three", " goes. Four goes."]


def test_each_operation_is_shown_over_its_words():
    one = made(
        Case(START), Omit(*place("not")), Marks(*place("‘mere’")), Gloss(*place("cost"), "price"),
        Insert(place("🕊")[0], "a"), Redact(*place("🕊")), Sic(place("huamn")[1]),
        Emphasis(*place("is"), "added"),
    )  # fmt: skip
    looks = {segment.look: segment.text for segment in shown(one) if segment.look != "words"}
    assert [
        (segment.text, segment.look, segment.emphasis)
        for segment in shown(one)
        if segment.operation or segment.emphasis
    ] == [
        ("i", "changed", ""), ("is", "words", "added"), ("not", "struck", "in original"),
        ("“", "changed", ""), ("”", "changed", ""), ("cost", "struck", ""),
        ("[price]", "put in", ""), ("[a] ", "put in", ""), ("🕊", "redacted", ""),
        (" [sic]", "sic", ""),
    ]  # fmt: skip
    assert set(looks) == {"context", "changed", "struck", "put in", "redacted", "sic"}


def test_emphasis_that_is_left_out_is_still_told():
    [found] = [one for one in shown(made(Emphasis(*place("not"), "omitted"))) if one.emphasis]
    assert (found.text, found.emphasis) == ("not", "omitted")


def test_of_a_long_gap_between_passages_the_ends_are_shown():
    source = make_source("One begins. " + "Much is said. " * 100 + "Two ends.")
    end = len(source.text)
    one = pick_passages(source, [(0, 11), (end - 9, end)], "quote")
    texts = [segment.text for segment in segments(one, source, "un", "en")]
    assert sum(map(len, texts)) < FARTHEST
    assert (texts[0], texts[-1]) == ("One begins.", "Two ends.")


OPERATIONS = (
    Omit(*place("not")), Gloss(*place("cost"), "🕊 price"), Sic(place("huamn")[1]),
    Insert(place("huamn")[0], "a"), Marks(*place("‘mere’")),
)  # fmt: skip


@given(st.integers(START, END), st.sets(st.sampled_from(OPERATIONS)))
def test_places_of_the_source_are_found_again(offset, operations):
    known = SegmentMap(shown(made(*operations)))
    assert known.to_offset(known.to_position(offset)) == offset


@given(st.integers(0, 90), st.sets(st.sampled_from(OPERATIONS)))
def test_every_position_has_a_place_in_what_is_shown(position, operations):
    found = shown(made(*operations))
    total = sum(units(one.text) for one in found)
    offset = SegmentMap(found).to_offset(min(position, total))
    assert found[0].start <= offset <= found[-1].end


def test_nothing_shown_has_no_places():
    empty = SegmentMap(())
    assert (empty.to_offset(5), empty.to_position(5), empty.at(0)) == (0, 0, None)
