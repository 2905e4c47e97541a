"""Facts and talking points: what each rule finds, and what no rule proposes."""

import pytest

from briefer.core.measures import Measure, Subject, table
from briefer.core.record import Date, Field
from briefer.extractors import RULES_VERSION, suggest
from briefer.extractors.cues import TABLES, cues_for, language_of
from briefer.extractors.phrases import Index, Rule, hits
from tests.samples import make_source

OWN = "# Remarks by Ms. Ana Example\n\nExcellencies,\n\nWe meet today. I speak for my country.\n\n"


def found(text, kind, **record):
    source = make_source(text, **record)
    return {
        source.text[one.start : one.end]: one.rule for one in suggest(source) if one.kind == kind
    }


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Over 55 million mines have been destroyed.", "a figure"),
        ("Attacks on schools have doubled.", "a figure"),
        ("It took the teams thirty years.", "a duration"),
        ("The fund opened its doors in 2023.", "a year"),
        ("The States Parties have begun to withdraw.", "a status"),
        ("For the first time, one of them left.", "a date"),
        ("The number of casualties has sharply declined.", "a rise or fall"),
        ("Several governments looked away.", "a vague count"),
        ("The Convention prohibits the use of such weapons.", "what a law says"),
    ],
)
def test_a_fact_can_be_checked(sentence, rule):
    assert found(f"It begins.\n\n{sentence}", "fact") == {sentence: rule}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Schools must be protected.", "an obligation"),
        ("We call on all States to join.", "a call"),
        ("The coalition urged donors to pay.", "a call"),
        ("We remain committed to this work.", "a commitment"),
        ("Donors should publish their plans.", "a recommendation"),
        ("It means rejecting any use of mines.", "what it means"),
        ("First, grants come before loans.", "a point of a list"),
        ("A loan is not an act of solidarity.", "a principle"),
        ("The treaty is a cornerstone of it.", "a judgement"),
        ("Ensure that aid reaches everyone.", "an ask in the imperative"),
        ("Decides to convene a meeting;", "a clause of a resolution"),
    ],
)
def test_a_talking_point_asks_commits_obliges_or_judges(sentence, rule):
    assert found(OWN + sentence, "talking_point").get(sentence) == rule


@pytest.mark.parametrize("sentence", ["A loan is not an act of solidarity.", "First, they came."])
def test_a_judgement_counts_only_where_somebody_speaks(sentence):
    assert found(f"It begins.\n\n{sentence}", "talking_point") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "I thank our 40 hosts, who must be praised.",
        "Let me begin by saying that we must act.",
        "The designations employed do not imply that 40 States must agree.",
        "For more information, please contact our 3 offices in 2024.",
        "This report covers 12 provinces.",
        "The next report will be issued in 2026.",
        "Figures are taken from 12 records.",
        "Must 40 States act?",
        "We call on 40 States to do three things:",
        "Decides to remain seized of the matter in 2025.",
    ],
)
def test_courtesies_disclaimers_contacts_questions_and_lead_ins_are_not_proposed(sentence):
    for kind in ("fact", "talking_point"):
        assert sentence not in found(OWN + sentence, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "It must be admitted that loans can be useful.",
        "It is true that they must have hidden.",
    ],
)
def test_concessions_are_no_talking_points(sentence):
    assert found(OWN + sentence, "talking_point") == {}


def test_advice_to_the_reader_of_a_page_is_no_talking_point():
    sentence = "You should ask your doctor."
    assert found(f"It begins.\n\n{sentence}", "talking_point") == {}
    assert sentence in found(OWN + sentence, "talking_point")


def test_a_sentence_that_counts_is_rather_a_fact_than_a_judgement():
    text = OWN + "Of 164 States, 33 are not bound."
    assert found(text, "talking_point") == {}


def test_a_short_paragraph_with_an_address_is_not_proposed():
    text = "It begins.\n\nWe must act in 40 States.\n\nMust you know more? Ask 3 of us: a@b.example"
    assert list(found(text, "fact")) == ["We must act in 40 States."]


def test_an_ask_or_a_target_is_no_fact():
    text = OWN + "All must join the Convention. We urge all States to close the gap by 2030."
    assert found(text, "fact") == {}


def test_an_item_of_a_list_keeps_its_stem():
    source = make_source(
        "It begins.\n\nWe call on donors to:\n\n1. (a) publish every plan;\n\n"
        "2. (b) give to those who have least.\n\nThe river is long.\n\n- It is blue."
    )
    items = [one for one in suggest(source) if one.kind == "talking_point"]
    assert [source.text[one.start : one.end] for one in items] == [
        "publish every plan;",
        "give to those who have least.",
    ]
    assert {one.lead_in.text for one in items} == {"We call on donors to:"}
    assert {(one.rule, one.strength) for one in items} == {("an item of a list", 3)}


def test_a_list_ends_where_items_are_marked_otherwise():
    text = OWN + "1. We undertake to:\n\n- plant trees;\n\n- dig wells.\n\n2. The land is dry."
    assert "The land is dry." not in found(text, "talking_point")
    assert found(text, "talking_point")["dig wells."] == "an item of a list"


def test_numbered_notes_at_the_end_are_not_proposed():
    text = "It was adopted by 141 votes.\n\n1 Records of 40 sessions.\n\n2 Including 12 weapons."
    assert list(found(text, "fact")) == ["It was adopted by 141 votes."]


def test_words_in_a_title_trigger_nothing():
    text = "Nothing else.\n\nHer book, “Thirty Years of What Must Be Done”, is out."
    assert found(text, "fact") == found(text, "talking_point") == {}


def test_words_inside_a_quotation_are_its_speaker_s_and_at_second_hand():
    source = make_source("It begins.\n\n“We must build 40 schools,” said Ana Example.")
    fact, point = (one for one in suggest(source) if one.kind != "quote")
    assert (fact.speaker, fact.second_hand, point.rule) == ("Ana Example", True, "an obligation")


def test_figures_say_what_dates_them_and_what_they_measure():
    mines = Measure(key="mines", name="Mines", kind="count", counted=("mines",))
    source = make_source(
        "As of 1 November 2024, nearly 60 mines were left (Clearing the Mines 2024). "
        "To date, 12 are gone.",
        issued=Field(Date(((2025, 3),)), "user"),
    )
    first, second = suggest(source, table([Subject("mines", (mines,))]))
    [figure] = first.figures
    assert (figure.value, figure.comparator, figure.measure) == (60, "nearly", "mines")
    assert (figure.as_of, figure.dated) == ("2024-11-01", "clause")
    assert figure.nested_source == "Clearing the Mines 2024"
    assert (second.figures[0].as_of, second.figures[0].dated) == ("2025-03", "document")


def test_a_text_that_does_not_say_its_language_tells_it_by_its_words():
    text = "Il faut agir.\n\nLes mines sont dans la terre, et 12 pays les ont dans les champs."
    assert language_of(text) == "fr"
    assert found(text, "talking_point") == {"Il faut agir.": "an obligation"}
    assert cues_for("de").table.language == "en"


def test_every_phrase_of_every_language_can_be_met():
    for one in TABLES.values():
        rules = (*one.facts, *one.beside, *one.points, *one.own_points, one.not_any, one.not_points)
        for rule in rules:
            for phrase in rule.phrases:
                words = phrase.removeprefix("^").replace("*", "").replace("…", "")
                plain = " ".join(part.strip("()").split("/")[0] for part in words.split())
                assert list(hits(plain, Index([rule]))), (one.language, phrase)


@pytest.mark.parametrize(
    ("phrase", "text", "met"),
    [
        ("call/calls upon/on", "She calls on him", "calls on"),
        ("condemn*", "It condemned that", "condemned"),
        ("we … urge", "we again, strongly urge it", "we again, strongly urge"),
        ("is (also) vital", "it is vital", "is vital"),
        ("let's go", "let’s go", "let’s go"),
        ("States", "these states of States", "States"),
        ("must", "a mustard seed", None),
    ],
)
def test_a_phrase_stands_for_its_forms(phrase, text, met):
    [*got] = hits(text, Index([Rule("a rule", 1, (phrase,))]))
    assert [one.words(text).text for one in got] == ([met] if met else [])


def test_a_phrase_must_begin_with_a_word():
    with pytest.raises(ValueError, match="begin with a word"):
        Index([Rule("a rule", 1, ("… must",))])


def test_the_rules_have_a_version():
    assert RULES_VERSION > 0


def test_a_heading_can_lead_in_asks_and_another_sets_notes_apart():
    text = (
        "# A brief\n\nIt begins.\n\n## Recommendations\n\n- Full funding of the plan.\n\n"
        "## Notes to editors\n\nIt covers 12 States."
    )
    assert found(text, "talking_point") == {"Full funding of the plan.": "an item of a list"}
    assert found(text, "fact") == {}


def test_a_line_without_a_stop_is_a_label():
    text = "It begins here, with a sentence.\n\nwomen at a well in 2024\n\nThere were 12 of them."
    assert list(found(text, "fact")) == ["There were 12 of them."]
