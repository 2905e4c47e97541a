"""Every pick is cut anew and compared exactly."""

import pytest
from msgspec.structs import replace

from briefer.core.check import Before, require_verified
from briefer.core.edits import add_item, set_item
from briefer.core.errors import QuoteMismatch
from briefer.core.model import Passage, Prose, pick, pick_passages
from briefer.core.operations import Emphasis, Insert, Omit, Reason
from briefer.core.selectors import TextPositionSelector, TextQuoteSelector
from briefer.services.quoting import check_briefing as check


@pytest.fixture
def one_pick(briefing, speech):
    at = speech.text.index("Over 55")
    return add_item("points", pick(speech, at, at + 15, "fact"))(briefing)


def with_passage(briefing, position=None, quote=None, **fields):
    [one] = briefing.picks()
    passage = Passage(position or one.passages[0].position, quote or one.passages[0].quote)
    changed = replace(one, passages=(passage,), **fields)
    points = replace(briefing.sections[0], items=(changed,))
    return replace(briefing, sections=(points, *briefing.sections[1:]))


def status(briefing, *sources):
    report = check(briefing, {one.id: one for one in sources})
    return report.verdict, report.items[0].status


def test_words_that_stand_at_their_place_are_exact(one_pick, speech):
    assert status(one_pick, speech) == ("verified", "exact")


def test_without_its_source_a_pick_cannot_be_checked(one_pick):
    assert status(one_pick) == ("cannot_check", "uncheckable")


@pytest.mark.parametrize(
    ("find", "put", "outcome"),
    [
        ("55 million", "40 million", "broken"),
        ("Over 55", "Some. Over 55", "changed"),
        ("Over 55 million mines", "x. Over 55 million. Over 55 million mines", "changed"),
        ("free of mines", "free of them", "changed"),
    ],
)
def test_a_source_that_changed_is_no_match(one_pick, speech, find, put, outcome):
    changed = replace(speech, text=speech.text.replace(find, put))
    assert status(one_pick, changed) == ("mismatch", outcome)


@pytest.mark.parametrize("at", range(15))
def test_a_changed_letter_of_a_stored_pick_is_no_match(one_pick, speech, at):
    [one] = one_pick.picks()
    exact = one.exact[:at] + "#" + one.exact[at + 1 :]
    changed = with_passage(one_pick, quote=TextQuoteSelector(exact))
    assert status(changed, speech) == ("mismatch", "broken")


def test_words_repeated_elsewhere_do_not_stand_in(one_pick, speech):
    changed = replace(speech, text="Over 55 million. Over 55 million. Nothing else is said here.")
    assert status(one_pick, changed) == ("mismatch", "changed")


def test_a_moved_position_before_the_first_paragraph_is_named(one_pick, speech):
    bare = replace(speech, text=one_pick.picks()[0].exact, places=())
    report = check(one_pick, {bare.id: bare})
    assert "at its beginning" in report.items[0].finding


def test_words_that_a_source_quotes_are_second_hand(briefing, speech):
    at = speech.text.index("The Convention")
    quoted = add_item("points", pick(speech, at, at + 40, "quote"))(briefing)
    assert status(quoted, speech) == ("verified", "second_hand")


def test_words_before_any_paragraph_are_not_second_hand(one_pick, speech):
    assert status(one_pick, replace(speech, places=())) == ("verified", "exact")


def test_a_title_in_quotation_marks_is_nobodys_speech(briefing):
    from tests.samples import make_source

    source = make_source("# “A title of more than four words”\n\nText follows here.")
    title = add_item("points", pick(source, 1, 16, "fact"))(briefing)
    assert status(title, source) == ("verified", "exact")


def test_remarks_name_gaps_limits_and_unreviewed_proposals(one_pick, speech):
    more = one_pick
    for start in (27, 32):
        more = add_item("points", pick(speech, start, start + 100, "fact", review="a figure"))(more)
    assert check(more, {speech.id: speech}).findings == (
        "Required, still empty: Principal.",
        "Points to make: 35 words, limit 20.",
        "2 proposed items are to be reviewed.",
    )


def edited(briefing, *operations, reasons=()):
    [one] = briefing.picks()
    return set_item(replace(one, operations=operations, reasons=reasons))(briefing)


def test_what_was_done_to_words_makes_them_edited(one_pick, speech):
    start = one_pick.picks()[0].start
    changed = edited(one_pick, Emphasis(start + 5, start + 7, "added"))
    assert status(changed, speech) == ("verified", "edited")
    passages = [(start, start + 15), (start + 22, start + 26)]
    gap = set_item(replace(one_pick.picks()[0], passages=pick_passages(speech, passages, "fact")
                           .passages))(one_pick)  # fmt: skip
    assert status(gap, speech) == ("verified", "edited")


@pytest.mark.parametrize(
    ("operation", "reason", "cure"),
    [
        (lambda at: Omit(at + 5, at + 7), "", "say in words why it may stand"),
        (lambda at: Insert(at + 5, "99"), "", "take back what was done"),
        (lambda at: Omit(at + 5, at + 7), "Two figures are in dispute.", None),
    ],
)
def test_what_a_rule_stops_goes_out_with_a_reason_or_not_at_all(
    one_pick, speech, operation, reason, cure
):
    start = one_pick.picks()[0].start
    reasons = (Reason("VG-7", start + 5, start + 7, reason),) if reason else ()
    report = check(edited(one_pick, operation(start), reasons=reasons), {speech.id: speech})
    if cure is None:
        require_verified(report)
        assert report.items[0].finding.endswith(f"Reason given: {reason}")
        return
    assert (report.verdict, report.items[0].status) == ("mismatch", "broken")
    with pytest.raises(QuoteMismatch, match="may not go out as it is") as caught:
        require_verified(report)
    assert cure in caught.value.hint


@pytest.mark.parametrize(
    ("change", "reused"),
    [
        (lambda one: one, 1),
        (lambda one: replace(one, title="Another"), 1),
        (lambda one: replace(one, style="apa"), 0),
        (lambda one: replace(one, language="fr"), 0),
        (lambda one: set_item(replace(one.picks()[0], speaker="X"))(one), 0),
    ],
)
def test_what_an_earlier_check_said_of_the_same_pick_holds(one_pick, speech, change, reused):
    sources = {speech.id: speech}
    report = check(one_pick, sources)
    marked = replace(report, items=(replace(report.items[0], finding="as before"),))
    again = check(change(one_pick), sources, before=Before(one_pick, sources, marked))
    assert sum(item.finding == "as before" for item in again.items) == reused
    assert replace(again, items=()) == replace(check(change(one_pick), sources), items=())


def test_another_source_is_checked_anew(one_pick, speech):
    sources = {speech.id: speech}
    before = Before(one_pick, sources, check(one_pick, sources))
    changed = replace(speech, text=speech.text.replace("55", "40"))
    assert check(one_pick, {speech.id: changed}, before=before).verdict == "mismatch"
    assert check(one_pick, {}, before=before).verdict == "cannot_check"


def test_own_text_that_quotes_nobody_stops_the_briefing(one_pick, speech):
    own = add_item("own", Prose("p", "They said “we must all go home” to 77."))(one_pick)
    report = check(own, {speech.id: speech})
    assert (report.verdict, report.items[0].status) == ("mismatch", "exact")
    assert [one.words for one in report.own[0].rules] == ["we must all go home", "77"]
    assert "no source says it" in report.findings[-2]
    with pytest.raises(QuoteMismatch, match="we must all go home"):
        require_verified(report)


def test_a_verified_briefing_may_go_out(one_pick, speech):
    require_verified(check(one_pick, {speech.id: speech}))


@pytest.mark.parametrize("with_source", [True, False])
def test_a_briefing_that_is_not_verified_is_refused_with_both_wordings(
    one_pick, speech, with_source
):
    changed = with_passage(one_pick, quote=TextQuoteSelector("Over 66 million"))
    both = add_item("points", replace(changed.picks()[0], id="second"))(changed)
    report = check(both, {speech.id: speech} if with_source else {})
    with pytest.raises(QuoteMismatch) as caught:
        require_verified(report)
    assert changed.picks()[0].id in str(caught.value)
    assert "Expected: “Over 66 million”" in str(caught.value)
    assert ("Found: “Over 55 million”" in str(caught.value)) is with_source
    assert "The same holds for 1 more." in str(caught.value)
    assert ("cannot be checked" in str(caught.value)) is not with_source
    assert caught.value.code == ("mismatch" if with_source else "cannot_check")


def test_several_items_more_are_counted(one_pick):
    [one] = one_pick.picks()
    for id in ("b", "c"):
        one_pick = add_item("points", replace(one, id=id))(one_pick)
    with pytest.raises(QuoteMismatch, match="The same holds for 2 more"):
        require_verified(check(one_pick, {}))


def test_a_position_outside_the_text_finds_nothing(one_pick, speech):
    far = with_passage(
        one_pick, TextPositionSelector(9000, 9015), TextQuoteSelector("Nobody says it")
    )
    assert status(far, speech) == ("mismatch", "broken")
