"""Own text neither quotes what no source says nor states what no fact states (VG-20)."""

import pytest
from msgspec.structs import replace

from briefer.core.edits import add_item
from briefer.core.model import Prose, pick
from briefer.core.operations import Omit, Reason
from briefer.core.own_text import check_own_text, unheld


@pytest.fixture
def found(briefing, speech):
    """The findings about some own text beside a pick of “Over 55 million mines”."""
    at = speech.text.index("Over 55")
    picked = replace(pick(speech, at, at + 21, "fact"), operations=(Omit(at + 8, at + 15),))
    briefing = add_item("points", picked)(briefing)

    def findings(text, form="text", label="", held=(), reasons=()):
        own = add_item("own", Prose("p", text, form, label, reasons))(briefing)
        checked = check_own_text(own, {speech.id: speech}, held)
        return [(one.level, one.words) for item in checked for one in item.rules if not one.reason]

    return findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They said “we must all go home” today.", [("stop", "we must all go home")]),
        ("They said ‘we must all go home’.", [("stop", "we must all go home")]),
        ('They said "we must all go home."', [("stop", "we must all go home")]),
        ("« nous devons tous partir »", [("stop", "nous devons tous partir")]),
        ("They said “Casualties are rising again.”", []),
        ("They said “It's clear”, “so be it”.", [("stop", "so be it")]),
        ("We like the “two words” and it’s ours, isn’t it.", []),
        ("As in “Over 55 [...] mines” above.", []),
        ("The “Remarks” and “Example Remarks by her”.", [("stop", "Example Remarks by her")]),
        ("It is 55 already.", []),
        ("It is 56 mines, 80 per cent in 2025.", [("warning", "56"), ("warning", "80 per cent")]),
        ("On 21 May 2026 at 14:00 under article 5.", []),
        ("55 % of them", [("warning", "55 %")]),
    ],
)
def test_own_text_is_looked_through(found, text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("form", ["detail", "reference"])
def test_details_and_references_are_not_speech(found, form):
    assert found("“we must all go home” 77", form, "When") == []


def test_the_question_counts_as_the_answer_does(found):
    assert found("Yes.", "question", "Did 78 leave?") == [("warning", "78")]


def test_what_another_source_holds_is_no_finding(found):
    assert found("“we must all go home”", held=["we must all go home"]) == []


def test_a_reason_answers_a_finding(found):
    assert found("It is 56.", reasons=(Reason("VG-20", 6, 8, "The depositary's count."),)) == []


def test_quotations_to_look_for_elsewhere_are_listed(briefing, speech):
    own = add_item("own", Prose("p", "“so be it then” and “Casualties are rising”"))(briefing)
    assert unheld(own, {speech.id: speech}) == ["so be it then"]


def test_figures_are_read_in_the_language_of_the_briefing_and_of_the_source(briefing, speech):
    french = replace(add_item("own", Prose("p", "Près de 60,5 pays."))(briefing), language="fr")
    [checked] = check_own_text(french, {speech.id: speech})
    assert [one.words for one in checked.rules] == ["60,5"]
