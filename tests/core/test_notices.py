"""What the library knew of a source goes with the briefing, and shows on every pick of it."""

import pytest
from msgspec.structs import replace

from briefer.core.check import Before
from briefer.core.document import plain_text
from briefer.core.edits import add_item
from briefer.core.forms import decode, encode
from briefer.core.model import Briefing, pick
from briefer.core.notices import Notice, flags_of, remarks_of
from briefer.core.record import Field
from briefer.core.verification import make_record, record_document
from briefer.services.quoting import check_briefing as check

NOTICES = {
    ("withdrawn", "superseded"): (
        Notice("s", "n", "The corrected text", True, "A figure was wrong."),
        "It was withdrawn: A figure was wrong. A newer version is held: “The corrected text”.",
    ),
    ("withdrawn",): (Notice("s", withdrawn=True), "It was withdrawn."),
    ("superseded",): (Notice("s", "n", "New"), "A newer version is held: “New”."),
    (): (Notice("s"), ""),
}


@pytest.mark.parametrize("flags", NOTICES)
def test_a_notice_says_what_is_known(flags):
    notice, said = NOTICES[flags]
    assert (notice.flags(), notice.said()) == (flags, said)
    assert flags_of([notice], "s") == flags
    assert flags_of([notice], "another") == ()
    remarks = list(remarks_of([notice], [("i1", "s"), ("i2", "another")]))
    assert remarks == ([f"Item i1, its source: {said}"] if flags else [])


@pytest.fixture
def flagged(briefing, speech):
    one = pick(speech, *_words(speech, "Casualties are rising again."), "fact")
    made = add_item("points", one)(briefing)
    return replace(made, notices=(Notice(speech.id, withdrawn=True, reason="Wrong."),))


def _words(source, words):
    start = source.text.index(words)
    return start, start + len(words)


def test_every_pick_of_a_flagged_source_is_flagged_and_still_verified(flagged, speech):
    sources = {speech.id: speech}
    report = check(flagged, sources)
    [item] = report.items
    assert (report.verdict, item.status, item.flags) == ("verified", "exact", ("withdrawn",))
    assert f"Item {item.id}, its source: It was withdrawn: Wrong." in report.findings
    plain = replace(flagged, notices=())
    again = check(plain, sources, before=Before(flagged, sources, report))
    assert [one.flags for one in again.items] == [()]


def test_notices_travel_in_the_file_of_a_briefing(flagged):
    assert decode(encode(flagged), Briefing, "x").notices == flagged.notices
    assert b"notices" not in encode(replace(flagged, notices=()))


def test_the_verification_record_says_how_a_source_stands_and_what_was_carried(flagged, speech):
    carried = Field("A ministry", "user", carried_from="old")
    source = replace(speech, record={**speech.record, "publisher": carried})
    sources = {speech.id: source}
    record = make_record(flagged, sources, check(flagged, sources))
    assert record.sources[0].notice == "It was withdrawn: Wrong."
    text = plain_text(record_document(record))
    assert "Standing\tIt was withdrawn: Wrong." in text
    assert "A ministry (carried over from an earlier version, not confirmed)" in text
