"""A new version of a source is a new source; picks follow it when a person says so."""

import pytest
from msgspec.structs import replace

from briefer.core.errors import LibraryError, QuoteMismatch
from briefer.core.model import Briefing, Section, pick
from briefer.core.operations import Omit, Reason
from briefer.core.quotation import printed
from briefer.services.briefings import OpenBriefing
from briefer.services.revisions import accept, revisions, set_superseded
from tests.samples import make_source

OLD = """Remarks

Casualties are rising again in many countries. Over 55 million mines have been destroyed.

We call on all States to join the Convention. It has saved lives and must endure."""
MINES = "Over 55 million mines have been destroyed."
CALL = "We call on all States to join the Convention."


@pytest.fixture
def old():
    return make_source(OLD, "old.txt")


def version(change, name="new.txt"):
    return make_source(change(OLD), name)


def briefing_of(source, *words):
    picks = tuple(
        pick(source, source.text.index(one), source.text.index(one) + len(one), "fact")
        for one in words
    )
    section = Section("facts", "Facts", accepts=("fact",), items=picks)
    return Briefing("b", "A briefing", "t", "2026-01-01T00:00:00Z", sections=(section,))


def test_what_became_of_each_pick_is_said_and_the_briefing_stays_as_it_is(library, old):
    new = version(lambda text: text.replace("55", "60"))
    library.add([(old, b""), (new, b"")])
    opened = OpenBriefing(briefing_of(old, MINES, CALL), {old.id: old})
    assert revisions(opened, library) == []
    set_superseded(library, new.id, old.id)
    changed, same = revisions(opened, library)
    assert (changed.state, changed.nearest) == ("changed", MINES.replace("55", "60"))
    assert [one.figure for one in changed.differences if one.op != "equal"] == [True]
    assert (same.state, same.exact, same.nearest) == ("anchored", CALL, CALL)
    assert (same.source, same.successor) == (old.id, new.id)
    assert new.text[same.start : same.end] == CALL
    assert {one.source for one in opened.briefing.picks()} == {old.id}


def test_a_pick_whose_words_are_gone_has_no_place(library, old):
    new = version(lambda text: text.replace(MINES, ""))
    library.add([(old, b""), (new, b"")])
    set_superseded(library, new.id, old.id)
    [gone] = revisions(OpenBriefing(briefing_of(old, MINES), {}), library)
    assert (gone.state, gone.start, gone.end, gone.nearest) == ("orphan", None, None, "")


def test_a_later_version_supersedes_the_newest_one(library, old):
    second, third = (
        version(lambda text, n=n: f"Version {n}\n\n{text}", f"{n}.txt") for n in (2, 3)
    )
    library.add([(one, b"") for one in (old, second, third)])
    set_superseded(library, second.id, old.id)
    set_superseded(library, third.id, old.id)
    for known, older in ((second, old), (third, old), (third, second), (second, third)):
        set_superseded(library, known.id, older.id)
    assert library.successors([old.id, second.id]) == {old.id: third.id, second.id: third.id}
    with pytest.raises(LibraryError, match="cannot supersede itself"):
        set_superseded(library, old.id, old.id)


def test_the_same_words_are_accepted_with_what_was_done_to_them(old):
    new = version(lambda text: f"As delivered\n\n{text}")
    briefing = briefing_of(old, CALL)
    [one] = briefing.picks()
    one = replace(
        one,
        operations=(Omit(one.start + 8, one.start + 21),),
        reasons=(Reason("VG-5", one.start + 8, one.start + 21, "shorter"),),
    )
    made = accept(briefing, one, {old.id: old}, new)
    assert printed(made.pick) == printed(one) == "We call [...] to join the Convention."
    assert (made.pick.id, made.pick.source) == (one.id, new.id)
    assert [reason.text for reason in made.pick.reasons] == ["shorter"]
    assert (made.dropped.operations, made.dropped.reasons) == ((), ())


@pytest.mark.parametrize(
    ("change", "why", "hint"),
    [
        (
            lambda text: text.replace("55", "60"),
            "nearest words are “Over 60",
            "--start 56 --end 98",
        ),
        (lambda text: text.replace(MINES, ""), "says nothing like", "leave the item"),
        (lambda text: f"{text} {MINES}", "several places", "--start"),
    ],
)
def test_other_words_are_never_accepted_without_their_place(old, change, why, hint):
    briefing = briefing_of(old, MINES)
    with pytest.raises(QuoteMismatch, match=why) as refused:
        accept(briefing, briefing.picks()[0], {old.id: old}, version(change))
    assert hint in refused.value.hint


def test_other_words_are_accepted_by_their_place(old):
    new = version(lambda text: text.replace("55", "60"))
    briefing = briefing_of(old, MINES)
    [one] = briefing.picks()
    with_gap = replace(one, operations=(Omit(one.start + 5, one.start + 7),))
    start = new.text.index("Over 60")
    made = accept(briefing, with_gap, {}, new, [(start, start + len(MINES))])
    assert (made.pick.exact, made.pick.operations) == (MINES.replace("55", "60"), ())
    assert made.dropped.operations == with_gap.operations


def test_without_the_old_source_the_same_words_cannot_be_told(old):
    briefing = briefing_of(old, MINES)
    with pytest.raises(QuoteMismatch, match="cannot be told"):
        accept(briefing, briefing.picks()[0], {}, old)


def test_a_place_that_the_rules_do_not_let_stand_needs_a_reason(old):
    new = version(lambda text: text.replace(CALL, f"We do not {CALL[3:]}"))
    briefing = briefing_of(old, CALL)
    [one] = briefing.picks()
    place = (new.text.index("call on"), new.text.index(" It has"))
    with pytest.raises(QuoteMismatch) as stopped:
        accept(briefing, one, {old.id: old}, new, [place])
    assert stopped.value.code == "stop"
    made = accept(briefing, one, {old.id: old}, new, [place], "quoted for the wish")
    assert {reason.text for reason in made.pick.reasons} == {"quoted for the wish"}
