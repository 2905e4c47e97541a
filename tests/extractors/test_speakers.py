"""Who says what stands in quotation marks."""

import pytest

from briefer.core.record import Field
from briefer.extractors import suggest
from tests.samples import make_source

GUTERRES = "UN Secretary-General António Guterres has announced a campaign. "
MINISTER = "The minister, Ilse Marandou, opened the meeting. "


def quoted(text, **record):
    source = make_source(f"{text}\n\nNothing else was said.", **record)
    found = [one for one in suggest(source) if one.kind == "quote" and one.second_hand]
    return source, found


@pytest.mark.parametrize(
    ("text", "speaker", "certainty"),
    [
        ("“We lost a season to the snow,” said Aurel Stancu, who leads a team.", "Aurel Stancu",
         "named"),
        ("“We lost a season,” Dr. Noor van der Stelt, its director, told us.", "Noor van der Stelt",
         "named"),
        ("“We must act at once,” noted the UN Office for Disarmament Affairs (UNODA).",
         "UN Office for Disarmament Affairs", "named"),
        ("“Nobody may look away,” UNICEF Executive Director Ted Chaiban said.", "Ted Chaiban",
         "named"),
        ("“Nobody may look away,” said Board member Elias T. Rønning.", "Elias T. Rønning",
         "named"),
        ("“It is not over yet,” said Save the Children’s country director, Inger Ashing.",
         "Inger Ashing", "named"),
        ("“It is not over yet,” World Vision’s Eleanor Monbiot warned.", "Eleanor Monbiot",
         "named"),
        ("The minister, Ilse Marandou, said: “We will not ask again.”", "Ilse Marandou", "named"),
        ("In Korsa, headteacher Ruth M. Abelard said that “no parent sends a child back”.",
         "Ruth M. Abelard", "named"),
        ("According to Dr. Hanna R. Brauer of the Policy Institute, “the plan is too fast”.",
         "Hanna R. Brauer", "named"),
        ("In the words of its chief executive, Marisol Bah, “equity is not a slogan”.",
         "Marisol Bah", "named"),
        ("“Nobody can live on hope,” shrugs Maria Okello, a baker.", "Maria Okello", "named"),
        ("Economy minister Paul Kiprop hit back: “Nobody has done more.”", "Paul Kiprop", "named"),
        ("Maria Okello shook her head. “I cannot go back there,” she murmurs.", "Maria Okello",
         "pronoun"),
        ("« Je n’irai plus là-bas », martèle-t-elle. Mme Okello hésite.", "", ""),
        ("The Alliance for Vaccines noted: “These figures tell us a lot.”", "Alliance for Vaccines",
         "named"),
        ("“This is a grave day,” the Secretary-General said.", "Secretary-General", "title"),
        (GUTERRES + "“This is a grave day,” the Secretary-General said.", "António Guterres",
         "title"),
        (GUTERRES + "“This is a grave day,” he said.", "António Guterres", "pronoun"),
        (GUTERRES + "He warned of risks, saying “this is a grave day for all”.", "António Guterres",
         "pronoun"),
        (MINISTER + "“We will not ask again,” the minister said.", "Ilse Marandou", "title"),
        (MINISTER + "“It is too late for that.” She added.", "Ilse Marandou", "pronoun"),
        ("« Nous demandons des routes », a déclaré Bakary Thévenot.", "Bakary Thévenot", "named"),
        ("Selon la ministre, Aïssatou Belmont, « la faim est une décision ».", "Aïssatou Belmont",
         "named"),
        ("D’après Henri Valcourt, « il n’y a pas de famine ici ».", "Henri Valcourt", "named"),
        ("La docteure Mireille Kossi compte. « J’en ai quarante ce soir », dit-elle.",
         "Mireille Kossi", "pronoun"),
        ("Le Secrétaire général a estimé que « la faim ne doit pas servir d’arme ».",
         "Secrétaire général", "title"),
    ],
)  # fmt: skip
def test_the_words_beside_a_quotation_name_its_speaker(text, speaker, certainty):
    french = "«" in text
    _, [quote] = quoted(text, **({"language": Field("fr", "user")} if french else {}))
    assert (quote.speaker, quote.certainty) == (speaker, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "“Every morning I count my sons,” one mother said.",
        "“The law protects everyone here,” said a lawyer for Ahmed Siddiqui.",
        "“This cannot be accepted,” a senior official close to Peter Brown said.",
        "A spokeswoman for the ministry said that the cuts “reflect what voters want”.",
        "Asked about Jane Foster, the minister replied: “We do not comment on leaks.”",
        "The WHO boss spoke of hope, saying, “One of the dangers is complacency.”",
        "Dr. Ann Gray met Mr. Paul Brown. “It was a frank exchange,” someone said.",
        "Dr. Ann Gray met Dr. Lou Brown at noon. “It was a frank exchange,” she said.",
        GUTERRES + "A farmer showed us her field. “Nothing grows here now,” she said.",
        "“We left in the night,” they said.",
    ],
)
def test_a_speaker_in_doubt_is_left_empty(text):
    _, [quote] = quoted(text)
    assert (quote.speaker, quote.certainty) == ("", "")


def test_the_cue_is_the_words_that_name_the_speaker():
    source, [quote] = quoted("“We lost a season to the snow,” said Aurel Stancu on Monday.")
    cue = quote.speaker_cue
    assert source.text[cue.start : cue.end] == cue.text == "said Aurel Stancu"
    assert quote.strength == 3


def test_a_quotation_goes_on_with_its_speaker():
    text = (
        "“Parents are not the problem,” said Elias T. Rønning. “Distance is the problem.”\n\n"
        "“And so is the price of it.\n\n“But we will not give up,” he went on, “and we will win.”"
    )
    source, found = quoted(text)
    assert [one.speaker for one in found] == ["Elias T. Rønning"] * 5
    assert [one.certainty for one in found][:2] == ["named", "carried"]
    assert source.text[found[2].start : found[2].end] == "And so is the price of it."


def test_a_paragraph_left_open_has_the_speaker_of_the_next():
    _, found = quoted("“We came to this place by night.\n\n“We left it by day,” said Ana Example.")
    assert [one.speaker for one in found] == ["Ana Example", "Ana Example"]


def test_the_fullest_name_of_the_text_is_given():
    text = "Amina Okello-Banda spoke first. “We have lost a year,” said Ms Okello-Banda."
    assert quoted(text)[1][0].speaker == "Amina Okello-Banda"


def test_a_pronoun_is_not_for_somebody_of_the_other_gender():
    text = "Mr Paul Brown came late. Ms Ann Gray waited. “It was a long night,” he said."
    assert quoted(text)[1][0].speaker == "Paul Brown"


def test_a_name_in_the_heading_alone_is_nobody_that_a_pronoun_means():
    text = "# By Petra Lindqvist\n\nIt snowed. “It was a long night,” she said."
    assert quoted(text)[1][0].speaker == ""


def test_a_second_quotation_that_the_same_words_bring_has_the_same_speaker():
    text = (
        "“It was a failure,” concedes Jean N’Dour, adding that “the pumps were never meant for it”."
    )
    assert [(one.speaker, one.certainty) for one in quoted(text)[1]] == [
        ("Jean N’Dour", "named"),
        ("Jean N’Dour", "carried"),
    ]


def test_what_goes_on_behind_a_quotation_does_not_say_whose_it_is():
    text = (
        "Ms Ann Gray was there. She called it “a snapshot taken on a bad day” and a man promised "
        "that all would be well."
    )
    assert quoted(text)[1][0].speaker == "Ann Gray"
