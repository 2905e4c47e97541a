"""The verification record says what was done to every item, and holds no redacted word."""

import pytest
from msgspec.structs import replace

from briefer.core.describing import described, operation_words
from briefer.core.document import Table, plain_text
from briefer.core.edits import add_item, set_item
from briefer.core.model import Prose, pick, pick_passages
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Marks,
    Omit,
    Punctuation,
    Reason,
    Redact,
    Sic,
)
from briefer.core.record import Field
from briefer.core.verification import make_record, record_document
from briefer.services.quoting import check_briefing
from tests.samples import make_source

TEXT = "She may say “never” to it."


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (Omit(4, 7), "Left out “may”."),
        (Insert(4, "Ms X"), "Put in “[Ms X]”."),
        (Gloss(0, 3, "Ms X"), "“[Ms X]” stands for “She”."),
        (Case(0), "“S” shown as “s”."),
        (Sic(7), "“[sic]” put in: the source has it so."),
        (Erratum(4, 7, "made", "editor"), "“may” corrected to “made”, approved by editor."),
        (Emphasis(4, 7, "added"), "Emphasis added to “may”."),
        (Emphasis(4, 7, "omitted"), "The source's emphasis of “may” left out."),
        (Redact(4, 7), "Redacted 1 word: “may”."),
        (Redact(0, 7), "Redacted 2 words: “She may”."),
        (Punctuation(25), "Last mark “.” dropped."),
        (Marks(12, 19), "Quotation marks around “never” switched to the style's inner ones."),
    ],
)
def test_each_operation_is_described_in_the_words_of_the_source(operation, said):
    source = make_source(TEXT)
    made = replace(pick(source, 0, len(TEXT), "quote"), operations=(operation,))
    assert operation_words(made, operation) == said
    assert list(described(made, reveal=True)) == [said]
    assert list(described(made)) == [said.split(":")[0] + "." if "Redacted" in said else said]


def test_what_stands_between_passages_is_described(speech):
    made = pick_passages(speech, [(0, 7), (14, 24)], "quote")
    assert list(described(made)) == ["Left out what stands between “Remarks” and “colleagues”."]


@pytest.fixture
def recorded(briefing, speech):
    """A briefing with an edited pick that has a reason, own text, and a field that is inferred."""
    at = speech.text.index("Over 55")
    made = pick(speech, at, at + 15, "fact", speaker="Ana Example")
    made = replace(
        made,
        operations=(Redact(at + 5, at + 7),),
        reasons=(Reason("VG-7", at + 5, at + 7, "The figure is not public."),),
    )
    briefing = add_item("points", made)(briefing)
    record = {**speech.record, "type": Field("speech", "inferred")}
    return add_item("own", Prose("p", "Own."))(briefing), replace(speech, record=record)


def record_of(briefing, *sources):
    found = {one.id: one for one in sources}
    return make_record(briefing, found, check_briefing(briefing, found))


def test_an_item_is_recorded_with_its_place_changes_reasons_and_evidence(recorded):
    briefing, source = recorded
    record = record_of(briefing, source)
    [item] = record.items
    assert (record.verdict, item.status, item.section) == ("verified", "edited", "Points to make")
    assert (item.printed, item.citation) == ("Over [redacted] million", "[S1 para. 3]")
    assert [(one.place, one.words) for one in item.passages] == [
        ("para. 3", "Over [redacted] million")
    ]
    assert item.done == ("Redacted 1 word.",)
    assert [(one.rule, one.reason) for one in item.findings][0] == (
        "VG-7", "The figure is not public.",
    )  # fmt: skip
    [cited] = record.sources
    origins = {one.field: one.origin for one in cited.evidence}
    assert origins["title"] == "in the source, para. 1"
    assert (origins["author"], origins["type"]) == ("from the user", "inferred")
    assert origins["URL"] == "not stated in the text seen"


def test_a_redacted_word_is_nowhere_in_the_record(recorded):
    briefing, source = recorded
    record = record_of(briefing, source)
    assert "55" not in plain_text(record_document(record))
    assert "“55”" not in str(record)
    assert "[redacted]" in record.items[0].findings[0].message


def test_findings_about_other_words_keep_them(briefing, speech):
    at = speech.text.index("We call")
    passages = [(at, at + 10), (at + 15, len(speech.text))]  # “all” is left out between them
    made = pick_passages(speech, passages, "fact")
    redacted = speech.text.index("States", at)
    made = replace(made, operations=(Redact(redacted, redacted + 6),))
    [item] = record_of(add_item("points", made)(briefing), speech).items
    assert [one.words for one in item.passages] == ["We call on", "[redacted] to join."]
    assert [(one.rule, one.words) for one in item.findings] == [("VG-6b", "We"), ("VG-5", "all")]


def test_the_record_as_a_document_has_a_table_for_each_item_and_source(recorded):
    briefing, source = recorded
    document = record_document(record_of(briefing, source))
    assert document.title == "Verification record: A briefing"
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [row.label for row in tables[0].rows] == [
        "As printed", "In the source", "Citation", "Speaker", "What was done",
        "What the rules found",
    ]  # fmt: skip
    assert tables[0].rows[1].value.endswith("(para. 3, characters 56 to 71)")
    assert tables[1].rows[1].value == source.text_sha256()


@pytest.mark.parametrize(
    ("with_source", "words", "verdict", "remark"),
    [
        (False, "Over 55 million", "cannot_check", "Its source is not here"),
        (True, "Over 40 million", "mismatch", "does not say these words"),
    ],
)
def test_what_is_not_verified_is_recorded_as_such(recorded, with_source, words, verdict, remark):
    briefing, source = recorded
    [one] = briefing.picks()
    quote = replace(one.passages[0].quote, exact=words)
    wrong = replace(one, operations=(), passages=(replace(one.passages[0], quote=quote),))
    briefing = set_item(replace(wrong, speaker=""))(briefing)
    record = record_of(briefing, *([source] if with_source else []))
    assert (record.verdict, remark in record.items[0].remark) == (verdict, True)
    rows = [block for block in record_document(record).blocks if isinstance(block, Table)][0].rows
    assert rows[-1].label == "Remark"


def test_the_record_prints_figures_that_disagree_and_what_was_decided(briefing):
    report = check_briefing(briefing, {})
    said = "Figures: item 1, 165 beside 166. Decided: disputed. Reason: The depositary is silent."
    made = make_record(briefing, {}, report, iter([said]))
    assert made.figures == (said,)
    words = plain_text(record_document(made))
    assert f"Figures that disagree, and what was decided\n{said}" in words
    assert "disagree" not in plain_text(record_document(make_record(briefing, {}, report)))
