"""Every change to a briefing gives another briefing."""

import pytest

from briefer.core import edits
from briefer.core.errors import WrongRequest
from briefer.core.model import Limit, Prose, pick


@pytest.fixture
def filled(briefing, speech):
    """points: a, b (facts); own: c (text)."""
    for id, start in (("a", 27), ("b", 56)):
        made = pick(speech, start, start + 20, "fact", review="a figure")
        made = edits.replace(made, id=id)
        briefing = edits.add_item("points", made)(briefing)
    return edits.add_item("own", Prose("c", "Our words"))(briefing)


def ids(briefing):
    return {one.key: "".join(item.id for item in one.items) for one in briefing.sections}


@pytest.mark.parametrize(
    ("edit", "points", "own"),
    [
        (edits.remove_items({"a"}), "b", "c"),
        (edits.remove_items({"nothing"}), "ab", "c"),
        (edits.move_items({"a"}, "points", 2), "ba", "c"),
        (edits.move_items({"b"}, "points", 0), "ba", "c"),
        (edits.move_items({"a"}, "points", 0), "ab", "c"),
        (edits.add_item("points", Prose("d", "Say", "talking_point"), 1), "adb", "c"),
        (edits.add_item("Points to Make", Prose("d", "Say", "talking_point")), "abd", "c"),
    ],
)
def test_items_are_added_moved_and_removed(filled, edit, points, own):
    assert ids(edit(filled)) == {"points": points, "own": own, "sources": ""}


def test_an_item_moves_to_another_section_that_accepts_it(filled):
    added = edits.add_item("own", Prose("d", "Say", "text"))(filled)
    wide = edits.add_section("Anything", ("fact", "text"))(added)
    moved = edits.move_items({"a", "d"}, "anything", 0)(wide)
    assert ids(moved) == {"points": "b", "own": "c", "sources": "", "anything": "ad"}


def test_the_style_of_quoting_is_changed(filled):
    assert edits.set_style("oscola")(filled) == edits.replace(filled, style="oscola")


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (edits.add_item("own", Prose("d", "Say", "talking_point")), "does not take talking points"),
        (edits.add_item("sources", Prose("d", "x")), "It takes nothing of its own"),
        (edits.add_item("nowhere", Prose("d", "x")), "The sections are: points, own, sources"),
        (edits.move_items({"a"}, "own", 0), "does not take facts"),
        (edits.change_kind("c", "fact"), "Own text cannot become"),
        (edits.change_kind("x", "fact"), "no longer in the briefing"),
        (edits.set_item(Prose("x", "new")), "no longer in the briefing"),
        (edits.set_header("nothing", "x"), "Its fields are: title, marking, principal, issue"),
        (edits.repeat_section("own"), "only once"),
        (edits.remove_section("nowhere"), "no section"),
    ],
)
def test_what_a_briefing_does_not_allow_is_refused_with_a_reason(filled, edit, words):
    with pytest.raises(WrongRequest, match=words):
        edit(filled)


def test_a_kind_that_the_section_does_not_take_is_refused(filled):
    wide = edits.add_section("Facts only", ("fact",))(filled)
    moved = edits.move_items({"a"}, "facts_only", 0)(wide)
    with pytest.raises(WrongRequest, match="does not take quotes"):
        edits.change_kind("a", "quote")(moved)


def test_a_pick_changes_its_kind_and_keeps_its_words(filled):
    changed = edits.change_kind("a", "quote")(filled)
    before, after = edits.find_item(filled, "a"), edits.find_item(changed, "a")
    assert (after.kind, after.exact) == ("quote", before.exact)


def test_a_proposal_is_reviewed(filled):
    reviewed = edits.mark_reviewed({"a", "c"})(filled)
    assert [pick.review for pick in reviewed.picks()] == ["", "a figure"]


def test_own_text_is_rewritten(filled):
    new = Prose("c", "Other words")
    assert edits.find_item(edits.set_item(new)(filled), "c") == new


def test_header_title_and_speaking_time_are_set(filled):
    changed = edits.set_header("title", "New")(edits.set_header("issue", "2")(filled))
    changed = edits.set_speaking(110, 3)(edits.set_title("Newer")(changed))
    assert (changed.title, changed.value("issue"), changed.rate, changed.minutes) == (
        "Newer", "2", 110, 3,
    )  # fmt: skip


@pytest.mark.parametrize(("rate", "minutes"), [(0, None), (110, 0), (-1, 3)])
def test_speaking_takes_time(rate, minutes):
    with pytest.raises(WrongRequest):
        edits.set_speaking(rate, minutes)


def test_sections_are_added_described_moved_and_removed(briefing):
    changed = edits.add_section("Our programme", ("text",), 1)(briefing)
    changed = edits.add_section("Our programme", ("text",))(changed)
    changed = edits.add_section("***", ("text",))(changed)
    changed = edits.describe_section("our_programme", "What we do", "Say it.", Limit(words=80))(
        changed
    )
    changed = edits.move_section("our_programme", 0)(edits.remove_section("own")(changed))
    assert [(one.key, one.heading) for one in changed.sections] == [
        ("our_programme", "What we do"),
        ("points", "Points to make"),
        ("sources", "Sources"),
        ("our_programme_2", "Our programme"),
        ("section", "***"),
    ]


def test_a_section_takes_other_kinds_but_not_fewer_than_it_holds(filled):
    wider = edits.describe_section("own", "Own", "", Limit(), ("text", "fact"))(filled)
    assert wider.sections[1].accepts == ("text", "fact")
    with pytest.raises(WrongRequest, match="does not take own text"):
        edits.describe_section("own", "Own", "", Limit(), ("fact",))(filled)


def test_a_repeatable_section_is_repeated_without_its_items(filled):
    sections = tuple(edits.replace(one, repeatable=True) for one in filled.sections)
    repeated = edits.repeat_section("points")(edits.replace(filled, sections=sections))
    assert ids(repeated) == {"points": "ab", "points_2": "", "own": "c", "sources": ""}
