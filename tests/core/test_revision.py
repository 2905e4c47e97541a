"""Picks are followed to the source that supersedes theirs, and never to the wrong words."""

import hashlib
import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.errors import QuoteMismatch
from briefer.core.model import Place, Source, pick, pick_passages
from briefer.core.operations import Case, Gloss, Insert, Omit, Reason, Sic
from briefer.core.quotation import printed
from briefer.core.revision import follow, reanchor
from tests.core.revisions import revise

TEXT = """Opening words of the statement, as delivered on Monday.

We welcome the work that has been done. Casualties have fallen by 75 per cent since 1999. Go on.

We call upon all States to join. The Convention does not permit the suspension of its provisions.

We call upon all States to join. Let us honour the victims of mines."""
FALLEN = "Casualties have fallen by 75 per cent since 1999."
CALL = "We call upon all States to join."
PERMIT = "The Convention does not permit the suspension of its provisions."


def source(text: str) -> Source:
    """A source whose paragraphs are what stands between empty lines."""
    places = tuple(
        Place(number, *found.span())
        for number, found in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text), 1)
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Source(sha256[:16], "s.txt", sha256, "text/plain", "utf-8", text, places)


OLD = source(TEXT)


def made(*words, number=0):
    """A pick of these passages of TEXT; `number` chooses among equal words."""
    starts = [[found.start() for found in re.finditer(re.escape(one), TEXT)] for one in words]
    ranges = [(at[min(number, len(at) - 1)], one) for at, one in zip(starts, words, strict=True)]
    return pick_passages(OLD, [(start, start + len(one)) for start, one in ranges], "quote")


def moved_up(text):
    first, second, *rest = text.split("\n\n")
    return "\n\n".join([second, first, *rest])


@pytest.mark.parametrize(
    ("words", "number", "change", "state"),
    [
        (FALLEN, 0, lambda text: text, "anchored"),
        (FALLEN, 0, lambda text: text.replace("Monday", "Tuesday evening"), "anchored"),
        (FALLEN, 0, lambda text: "A title\n\n" + text, "moved"),
        (FALLEN, 0, moved_up, "moved"),
        (FALLEN, 0, lambda text: text.replace("been done. C", "been done so well. C"), "moved"),
        (FALLEN, 0, lambda text: text.replace("75", "57"), "changed"),
        (PERMIT, 0, lambda text: text.replace("does not", "does"), "changed"),
        (PERMIT, 0, lambda text: text.replace("the suspension", "any suspension"), "changed"),
        (FALLEN, 0, lambda text: text.replace("have fallen by", "have\nfallen by"), "changed"),
        (FALLEN, 0, lambda text: text.replace(f"{FALLEN} ", ""), "orphan"),
        (FALLEN, 0, lambda text: f"{text}\n\n{FALLEN}", "ambiguous"),
        (FALLEN, 0, lambda text: f"{text.replace('75', '57')}\n\n{FALLEN}", "ambiguous"),
        ("75", 0, lambda text: f"{text.replace('75', '57')} It was 75.", "ambiguous"),
        ("Monday", 0, lambda text: text.replace("on Monday", "today") + " Monday.", "ambiguous"),
        ("Monday", 0, lambda text: text.replace("as delivered on", "given on"), "moved"),
        (CALL, 0, lambda text: text, "anchored"),
        (CALL, 1, lambda text: text, "anchored"),
        (CALL, 0, lambda text: text.replace(f"\n\n{CALL} The", "\n\nThe"), "ambiguous"),
        (CALL, 1, lambda text: text.replace(f"\n\n{CALL} The", "\n\nThe"), "anchored"),
        (CALL, 1, lambda text: text.replace("provisions.", "parts."), "ambiguous"),
        (CALL, 1, lambda text: text.replace("victims of", "many"), "ambiguous"),
        (CALL, 1, lambda text: f"{text} Always.", "anchored"),
        (TEXT, 0, lambda text: text, "anchored"),
        (TEXT[:60].strip(), 0, lambda text: text, "anchored"),
    ],
)  # fmt: skip
def test_what_became_of_a_pick(words, number, change, state):
    one, new = made(words, number=number), source(change(TEXT))
    found = follow(one, OLD, new)
    assert found.state == state
    if found.is_found():
        assert [new.text[slice(*place)] for place in found.ranges] == [words]
        quote, (start, end) = one.passages[0].quote, found.ranges[0]
        kept = new.text[:start].endswith(quote.prefix) and new.text[end:].startswith(quote.suffix)
        assert found.context_changed is not kept


def test_changed_words_are_shown_with_what_differs():
    new = source(TEXT.replace("75", "57"))
    found = follow(made(FALLEN), OLD, new)
    assert new.text[slice(*found.ranges[0])] == FALLEN.replace("75", "57")
    assert [(one.expected, one.found, one.figure) for one in found.differences][1] == (
        "75", "57", True,
    )  # fmt: skip
    assert not found.context_changed


def test_words_that_are_gone_are_shown_as_gone():
    found = follow(made(FALLEN), OLD, source("Something else."))
    assert (found.state, found.ranges) == ("orphan", ())
    assert [one.op for one in found.differences] == ["delete"]


def test_a_pick_that_was_not_taken_from_the_old_source_is_not_followed():
    assert follow(made(FALLEN), source(TEXT.upper()), OLD).state == "orphan"


@pytest.mark.parametrize(
    ("change", "state", "ranges"),
    [
        (lambda text: text, "anchored", 2),
        (lambda text: "Title\n\n" + text, "moved", 2),
        (lambda text: text.replace("does not", "does"), "changed", 2),
        (lambda text: text.replace(PERMIT, "Nothing."), "orphan", 0),
        (lambda text: "\n\n".join(reversed(text.split("\n\n"))), "ambiguous", 0),
    ],
)
def test_every_passage_is_followed_and_their_order_kept(change, state, ranges):
    found = follow(made(FALLEN, PERMIT), OLD, source(change(TEXT)))
    assert (found.state, len(found.ranges)) == (state, ranges)


def edited():
    """A pick of two passages with everything done to it that there is to do."""
    one = made(FALLEN, PERMIT)
    start, last = one.start, one.passages[1].position.start
    return replace(
        one,
        speaker="Ana Example",
        comment="Say it slowly.",
        operations=(
            Case(start), Omit(start + 11, start + 15), Sic(one.passages[0].position.end),
            Insert(last, "again"), Gloss(last, last + 3, "This"),
        ),
        reasons=(
            Reason("VG-7", start, start + 20, "known"),
            Reason("VG-6", last - 20, last + 3, "read it"),
            Reason("VG-6", one.end, one.end + 40, "far away"),
        ),
    )  # fmt: skip


def test_operations_and_reasons_move_with_the_same_words():
    new = source("A title\n\n" + TEXT)
    one = edited()
    moved = reanchor(one, new, follow(one, OLD, new).ranges)
    assert printed(moved.pick) == printed(one)
    assert (moved.pick.id, moved.pick.speaker, moved.pick.comment, moved.pick.kind) == (
        one.id, one.speaker, one.comment, one.kind,
    )  # fmt: skip
    assert (moved.pick.source, moved.pick.text_sha256) == (new.id, new.text_sha256())
    assert [(was.start + 9, was.end + 9) for was in one.reasons[:2]] == [
        (now.start, now.end) for now in moved.pick.reasons
    ]
    assert (moved.operations, moved.reasons) == ((), one.reasons[2:])


def test_a_reason_about_context_that_has_changed_is_given_back():
    one = edited()
    new = source(TEXT.replace("States to join. The", "States to accede. The"))
    moved = reanchor(one, new, follow(one, OLD, new).ranges)
    assert moved.reasons == one.reasons[1:]
    assert len(moved.pick.operations) == len(one.operations)


def test_operations_on_other_words_are_given_back():
    one = edited()
    new = source(TEXT.replace("75", "57"))
    moved = reanchor(one, new, follow(one, OLD, new).ranges)
    assert moved.pick.exact.startswith("Casualties have fallen by 57")
    assert (moved.pick.operations, moved.pick.reasons) == ((), ())
    assert (moved.operations, moved.reasons) == (one.operations, one.reasons)


def test_an_operation_outside_the_words_is_given_back():
    one = replace(made(FALLEN), operations=(Case(0),))
    moved = reanchor(one, OLD, [(one.start, one.end)])
    assert (moved.pick.operations, moved.operations) == ((), (Case(0),))


def test_a_range_outside_the_new_text_is_refused():
    with pytest.raises(QuoteMismatch):
        reanchor(made(FALLEN), OLD, [(0, 100_000)])


def wrongly_found(revised):
    old, new = source(revised.old), source(revised.new)
    found = follow(pick(old, *revised.place, "fact"), old, new)
    return found.is_found() and found.ranges[0] not in revised.true


@pytest.mark.parametrize("thousand", range(10))
def test_no_revision_of_ten_thousand_leads_to_the_wrong_words(thousand):
    seeds = range(thousand * 1000, thousand * 1000 + 1000)
    revisions = [revise(Random(seed)) for seed in seeds]
    assert sum(bool(one.true) for one in revisions) > 700
    assert [seed for seed, one in zip(seeds, revisions, strict=True) if wrongly_found(one)] == []


@settings(max_examples=200)
@given(st.integers(0, 9_999), st.text("abc .\n", min_size=1, max_size=30), st.data())
def test_words_put_in_anywhere_lead_to_no_wrong_words(seed, words, data):
    revised = revise(Random(seed))
    at = data.draw(st.integers(0, len(revised.old)))
    new = revised.old[:at] + words + revised.old[at:]
    old, start, end = source(revised.old), *revised.place
    found = follow(pick(old, start, end, "fact"), old, source(new))
    by = len(words) if at <= start else 0
    if start < at < end:
        assert not found.is_found() or new[slice(*found.ranges[0])] == old.text[start:end]
    elif found.is_found():
        assert found.ranges == ((start + by, end + by),)
