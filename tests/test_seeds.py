"""The sample library: what its catalogue states is what the texts say, and nothing more."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from briefer import paths
from briefer.core.record import FIELDS, Date, Field, Name, shown
from briefer.core.source_record import read_record
from briefer.core.text import Canonical, canonical

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
STATEMENT = "joint-statement-22msp.txt"
NEWS = "news-article-global-campaign.txt"
CHRONICLE = "un-chronicle-article.txt"
CAMPAIGN = "campaign-web-page.txt"

ORIGINALS = {
    REMARKS: "000_db5903c6b08bca4f.txt",
    STATEMENT: "001_aec06c638ab54669.txt",
    NEWS: "002_9fb1421fc3008a91.txt",
    CHRONICLE: "003_d4bf08d19bf728ab.txt",
    CAMPAIGN: "004_ea827c2ac191f84d.txt",
}

STATED = {
    REMARKS: "title author speaker issued event-date event-place event-title publisher genre "
    "delivery_status type language",
    STATEMENT: "title author event-title genre type language",
    NEWS: "title author type language",
    CHRONICLE: "container-title caveat type language",
    CAMPAIGN: "language",
}
"""File -> the fields its text gives; every other field stays unknown."""

INFERRED = {"type", "language"}
"""What no text says in words; the language is told from all of them and has no place."""

UNKNOWN = [
    (REMARKS, "URL accessed number container-title on_behalf_of caveat"),
    (STATEMENT, "issued event-date event-place speaker on_behalf_of delivery_status publisher URL"),
    (NEWS, "issued container-title publisher event-date event-place speaker URL accessed"),
    (CHRONICLE, "title author issued publisher speaker URL accessed"),
    (CAMPAIGN, "title author issued publisher event-date container-title URL accessed type"),
]

OF_A_VOCABULARY = {"delivery_status", "type", "language"}
"""Text fields whose value is a term of a list, and not the words it was read from."""

CHAMPIONS = (
    "Algeria", "Austria", "Colombia", "Ireland", "Jordan", "Mexico", "New Zealand", "Norway",
    "South Africa", "Switzerland", "Thailand",
)  # fmt: skip
OTHERS = (
    "Senegal", "Chile", "Panama", "Costa Rica", "Uruguay", "Democratic Republic of Congo",
    "Central African Republic",
)  # fmt: skip

PHRASES = [
    (
        REMARKS,
        11,
        "After years of decline, landmine casualties are rising again, many of which are children;",
    ),
    (
        REMARKS,
        12,
        (
            "Anti-personnel landmines continue to be used and produced by "
            "both States and non-State actors;"
        ),
    ),
    (REMARKS, 13, "contamination remains widespread across nearly 60 countries"),
    (REMARKS, 18, "enabling the destruction of tens of millions of stockpiles"),
    (REMARKS, 22, "risk are eroding of a framework"),
    (REMARKS, 32, "Lebanon's accession to the Anti-Personnel Mine Ban Convention"),
    (REMARKS, 38, "thirtieth anniversary next year"),
    (STATEMENT, 6, "with casualty figures tragically rising in recent years"),
    (STATEMENT, 6, "accounting for more than 80 per cent of all casualties"),
    (
        STATEMENT,
        8,
        "over three-quarters of United Nations Member States are bound by its provisions",
    ),
    (STATEMENT, 11, "Over 55 million stockpiled anti-personnel mines have been destroyed."),
    (STATEMENT, 13, "Casualties have fallen by more than 75 percent since the late 1990s."),
    (STATEMENT, 17, "Dozens of countries have become mine-free."),
    (STATEMENT, 20, "have regrettably led some States to withdraw"),
    (
        STATEMENT,
        21,
        (
            "We recall that the Convention does not permit the "
            "suspension of application of its provisions."
        ),
    ),
    (STATEMENT, 30, "in this challenging times"),
    (NEWS, 4, "five European nations, Estonia, Finland, Latvia, Lithuania, and Poland"),
    (NEWS, 5, "the destruction of over 40 million stockpiled mines"),
    (NEWS, 5, "165 countries are parties to the treaty, with 133 having signed it"),
    (
        NEWS,
        6,
        "as they risk weakening civilian protection and undermining two decades of progress.",
    ),
    (
        NEWS,
        8,
        (
            "the 32 remaining countries yet to join the treaty, "
            "including China, Iran, Israel, Russia, and the United States"
        ),
    ),
    (CHRONICLE, 1, "With 166 States Parties as of April 2025"),
    (CHRONICLE, 2, "More than 53.1 million stockpiled mines have been destroyed"),
    (CHRONICLE, 4, "In 2025, several countries in Eastern Europe made this decision"),
    (
        CHRONICLE,
        6,
        "including China, India, Pakistan, the Russian Federation, and the United States",
    ),
    (CHRONICLE, 14, "The UN Chronicle is not an official record."),
    (
        CAMPAIGN,
        2,
        (
            "more than 55 million landmines have been destroyed "
            "and over 30 countries have become mine-free"
        ),
    ),
    (
        CAMPAIGN,
        3,
        (
            "As of 1 November 2024, 58 States and 2 other areas were "
            "contaminated by anti-personnel mines globally (Clearing the Mines 2024)."
        ),
    ),
    (CAMPAIGN, 6, "To date, 165 States are party to the treaty and 133 have signed it."),
    (CAMPAIGN, 7, "More than 40 million stockpiled mines have been destroyed"),
    (CAMPAIGN, 7, "the number of casualties has sharply declined"),
    (CAMPAIGN, 10, "huamn rights"),
    (CAMPAIGN, 13, "launched on 16 June 2025"),
    (CAMPAIGN, 15, "United Nations Office of Disarmament (UNODA)"),
]
"""File, paragraph and words that stand in it, and nowhere else in the file."""


def data_of(file: str) -> bytes:
    return (paths.seeds() / file).read_bytes()


def catalogue() -> dict[str, Any]:
    return json.loads(data_of("catalogue.json"))


def text_of(file: str) -> Canonical:
    return canonical(data_of(file).decode())


def record_of(file: str) -> dict[str, Field]:
    document = next(one for one in catalogue()["documents"] if one["file"] == file)
    return msgspec.convert(document["record"], dict[str, Field])


def evidence(file: str, name: str) -> str:
    """The words of the text that a field was read from."""
    field = record_of(file)[name]
    return text_of(file).text[field.start : field.end]


def stated(file: str, kind: type) -> Iterator[tuple[str, Any]]:
    """The fields of a record whose value is of a kind: name and value."""
    for name, field in record_of(file).items():
        if isinstance(field.value, kind):
            yield name, field.value


def parts(names: tuple[Name, ...]) -> set[str]:
    """Every part of some names that is stated."""
    stated = {part for name in names for part in msgspec.structs.astuple(name)}
    return stated - {""}


every_file = pytest.mark.parametrize("file", ORIGINALS)


def test_the_catalogue_lists_every_document_in_order():
    listed = [(one["file"], one["original_file"]) for one in catalogue()["documents"]]
    assert listed == list(ORIGINALS.items())
    assert {path.name for path in paths.seeds().iterdir()} == {*ORIGINALS, "catalogue.json"}


def test_the_catalogue_is_sorted_and_indented():
    expected = json.dumps(catalogue(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert data_of("catalogue.json") == expected.encode()


def test_every_document_is_byte_for_byte_the_one_in_the_catalogue():
    for document in catalogue()["documents"]:
        assert hashlib.sha256(data_of(document["file"])).hexdigest() == document["sha256"]


@pytest.mark.parametrize(
    ("file", "beginning"),
    [
        (REMARKS, "5c14519d3a27792e"),
        (STATEMENT, "c3605e2ca44df820"),
        (NEWS, "839ceb00f870653c"),
        (CHRONICLE, "6d1c2fbe6c8b3dc4"),
        (CAMPAIGN, "62cbb3ae8bf4d8b4"),
    ],
)
def test_every_document_is_the_original(file, beginning):
    assert hashlib.sha256(data_of(file)).hexdigest().startswith(beginning)


@every_file
def test_a_record_is_exactly_what_the_record_form_writes(file):
    document = next(one for one in catalogue()["documents"] if one["file"] == file)
    assert json.loads(msgspec.json.encode(record_of(file))) == document["record"]


@every_file
def test_the_record_of_the_catalogue_is_what_is_read_out_of_the_text(file):
    made = text_of(file)
    assert read_record(made.text, made.places, made.marks) == record_of(file)


@every_file
def test_a_record_holds_the_fields_that_the_text_gives(file):
    assert set(record_of(file)) == set(STATED[file].split())
    assert set(record_of(file)) <= set(FIELDS)


@pytest.mark.parametrize(("file", "names"), UNKNOWN)
def test_what_the_text_does_not_say_stays_unknown(file, names):
    assert not set(names.split()) & set(record_of(file))


@every_file
def test_every_value_names_its_origin_and_its_evidence(file):
    for name, field in record_of(file).items():
        assert field.origin == ("inferred" if name in INFERRED else "source")
        assert name == "language" or evidence(file, name).strip() == evidence(file, name) != ""


@pytest.mark.parametrize(
    ("file", "kind", "words"),
    [
        (REMARKS, "speech", "Introductory remarks"),
        (STATEMENT, "speech", "Joint Statement"),
        (NEWS, "article-newspaper", "Written By Rodney Mbua"),
        (CHRONICLE, "article-magazine", "articles"),
    ],
)
def test_the_type_is_inferred_from_words_of_the_text(file, kind, words):
    assert record_of(file)["type"].value == kind
    assert evidence(file, "type") == words


@every_file
def test_a_text_value_is_character_for_character_what_stands_at_its_place(file):
    values = {name: value for name, value in stated(file, str) if name not in OF_A_VOCABULARY}
    assert values == {name: evidence(file, name) for name in values}


def test_the_delivery_status_is_read_from_the_words_that_say_so():
    assert record_of(REMARKS)["delivery_status"].value == "as delivered"
    assert evidence(REMARKS, "delivery_status") == "As delivered"


@every_file
def test_a_date_is_read_from_words_that_say_it(file):
    for name, value in stated(file, Date):
        assert evidence(file, name) == shown(value)


@every_file
def test_every_part_of_a_name_stands_at_its_place(file):
    for name, value in stated(file, tuple):
        assert all(part in evidence(file, name) for part in parts(value))


@pytest.mark.parametrize("name", ["author", "speaker"])
def test_the_remarks_are_by_the_high_representative(name):
    role = "High Representative for Disarmament Affairs"
    assert record_of(REMARKS)[name].value == (Name(given="Izumi", family="Nakamitsu", role=role),)


def test_the_joint_statement_keeps_its_two_groups_apart():
    names = record_of(STATEMENT)["author"].value
    assert [(name.group, name.literal) for name in names] == [
        *(("Champions of the Secretary-General's Campaign", state) for state in CHAMPIONS),
        *(("other State Parties", state) for state in OTHERS),
    ]


@pytest.mark.parametrize(
    ("file", "paragraphs"),
    [(REMARKS, 41), (STATEMENT, 30), (NEWS, 10), (CHRONICLE, 14), (CAMPAIGN, 16)],
)
def test_the_paragraphs_are_numbered_from_one(file, paragraphs):
    assert [place.number for place in text_of(file).places] == list(range(1, paragraphs + 1))


@pytest.mark.parametrize(("file", "paragraph", "phrase"), PHRASES)
def test_a_phrase_stands_once_and_in_its_paragraph(file, paragraph, phrase):
    made = text_of(file)
    place = made.places[paragraph - 1]
    assert made.text.count(phrase) == 1
    assert phrase in made.text[place.start : place.end]
