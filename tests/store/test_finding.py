"""Finding sources by words and filters: in every library."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.query import parse
from briefer.core.record import Date, Field, Name
from briefer.store import finding
from tests.samples import make_source


def source(text, file="a.txt", issued=(), speaker="", **fields):
    known = {name: Field(value, "source") for name, value in fields.items()}
    if issued:
        known["issued"] = Field(Date((issued,)), "source")
    if speaker:
        known["speaker"] = Field((Name(literal=speaker),), "source")
    return make_source(text, file, **known)


SPEECH = source(
    "Civilian casualties rose. Over 55 million mines, said O’Neill.", "speech.txt",
    (2026, 5, 21), "António Guterres", type="speech", language="en-GB",
)  # fmt: skip
REPORT = source(
    "Casualties among civilians: 4.5 million. It’s C++ and Coal at 12:30.", "report.txt",
    (2025, 11), "Norway", type="report", publisher="Ki-moon Press",
)  # fmt: skip
YEARLY = source("The mines of the year.", "yearly.txt", (2024,))
BARE = source("Mine nothing.", "bare.txt")
ALL = (SPEECH, REPORT, YEARLY, BARE)
NAMES = {one.id: one.file.split(".")[0] for one in ALL}


@pytest.fixture
def filled(library):
    library.add([(one, b"") for one in ALL])
    library.shelves.tag([SPEECH.id, REPORT.id], "New York")
    library.shelves.tag([REPORT.id], "urgent")
    library.supersede(SPEECH.id, REPORT.id)
    library.versions.withdraw(YEARLY.id, "")
    library.uses.note("/a.briefing", "A", {SPEECH.id: 1})
    return library


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mine", "speech yearly bare"), ('"mine"', "bare"), ('"mines"', "speech yearly"),
        ("casual", "speech report"), ('"civilian casualties"', "speech"),
        ('"civilian cas*"', "speech"), ("civil* million", "speech report"),
        ("mines -casualties", "yearly"), ('casualties -"civilian casualties"', "report"),
        ("4.5", "report"), ("C++", "report"), ("it's", "report"), ("12:30", "report"),
        ("o'neill", "speech"), ('casualties "', "speech report"), ("zebra", ""), ("", ""),
        ('"', ""), ("...", ""),
        ("speaker:guterres", "speech"), ("speaker:ANTONIO", "speech"), ("speaker:guter", "speech"),
        ('speaker:"guter"', ""), ('speaker:"guter*"', "speech"), ("speaker:terres", ""),
        ("type:speech", "speech"), ("type:speech type:report", "speech report"),
        ("type:speech speaker:norway", ""), ("-type:speech", "report yearly bare"),
        ("language:en", "speech"), ('publisher:"ki-moon press"', "report"), ("by:nobody", ""),
        ("tag:urgent", "report"), ('tag:"new york"', "speech report"),
        ("tag:york", "speech report"), ("-tag:urgent mine", "speech yearly bare"), ("tag:none", ""),
        ("after:2024", "speech report"), ("after:2025", "speech"),
        ("after:2025-10", "speech report"), ("after:2025-11", "speech"),
        ("after:2024 before:2026", "report"),
        ("after:2024-06", "speech report"),
        ("before:2025", "yearly"), ("before:2024-06", ""), ("before:2026-05-21", "report yearly"),
        ("date:2025", "report"), ("date:2025-11", "report"), ("date:2024-01", ""),
        ("date:2026-05-21", "speech"), ("date:none", "bare"), ("is:undated", "bare"),
        ("date:2025 date:none", "report bare"), ("-date:none mine", "speech yearly"),
        ("is:superseded", "report"), ("is:withdrawn", "yearly"), ("is:tagged", "speech report"),
        ("is:used", "speech"), ("-is:used is:tagged", "report"), ("is:tagged is:used", "speech"),
        ("casualties after:2025", "speech"), ("kind:fact", "speech report yearly bare"),
        ("kind:foo mine", ""),
    ],
)  # fmt: skip
def test_a_query_finds_the_sources_that_all_of_it_fits(filled, typed, found):
    ids = filled.index.find(parse(typed), 9)
    assert {NAMES[id] for id in ids} == set(found.split())
    assert filled.index.count(parse(typed)) == len(ids)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("我们呼吁各国销毁地雷。", "地雷", True), ("我们呼吁各国销毁地雷。", "雷地", False),
        ("我们呼吁各国销毁地雷。", "呼吁 mines", False), ("销毁 mines 地雷", "地雷 MIN", True),
        ("เราขอเรียกร้องให้ทำลายทุ่นระเบิด", "ทุ่นระเบิด", True),
        ("เราขอเรียกร้องให้ทำลายทุ่นระเบิด", "ทุนระเบิด", False), ("地雷を廃絶する", "廃絶", True),
        ("שָׁלוֹם עַל יִשְׂרָאֵל", "שלום", True), ("שלום על ישראל", "שָׁלוֹם", True), ("שלום", "לום", False),
        ("شلوم", '"شلو"', False), ("مُحَمَّد قال", "محمد", True), ("محمد قال", "مُحَمَّد", True),
        ("أحمد", "احمد", True),
        ("हिन्दी में भाषण", "हिन्दी", True), ("हिन्दी में भाषण", "हान्दी", False),
        ("Mines and 地雷 here", "mines -地雷", False),
        ("Mines and bombs 地 雷", '"bombs 地雷"', True),
        ("Ένα ΝΑΡΚΟΠΕΔΙΟ", "ναρκοπέδιο", True), ("Ο ΝΟΜΟΣ", "νόμος", True),
        ("Мины ёжик", "МИНЫ ежик", True),
    ],
)  # fmt: skip
def test_words_of_every_script_are_found(library, text, typed, found):
    library.add([(make_source(text), b"")])
    assert len(library.index.find(parse(typed), 9)) == found
    library.trash([make_source(text).id])
    assert library.index.find(parse(typed), 9) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text() | st.text('ab "-:*“”kindtagspeakeris0after雷ש()^+', max_size=40))
def test_nothing_that_is_typed_is_an_error(filled, typed):
    query = parse(typed)
    assert len(filled.index.find(query, -1)) == filled.index.count(query)
    assert filled.index.count(replace(query, near=True)) <= filled.index.count(query)


def test_pages_follow_each_other_the_newest_ranked_first(library, monkeypatch):
    monkeypatch.setattr(finding, "RANKED", 3)
    texts = ["Mines.", "Mines of old, and of other things.", "Mines mines mines.", "Mines mines."]
    many = [make_source(text, f"{n}.txt") for n, text in enumerate(texts)]
    library.add([(one, b"") for one in many])
    oldest, long, most, more = (one.id for one in many)
    query = parse("mines")
    assert library.index.find(query, -1) == [most, more, long, oldest]
    assert library.index.find(query, 2) == [most, more]
    assert library.index.find(query, 2, 2) == [long, oldest]
    assert library.index.find(query, 2, 3) == [oldest]
    assert library.index.find(query, 2, rank_all=True) == [most, more]
    assert library.index.find(query, -1, rank_all=True)[-1] == long
    assert library.index.find(parse("is:undated"), 2, 1) == [most, long]


def test_words_may_have_to_be_near_each_other(library):
    far = make_source(f"Mines. {'And other words. ' * 60} Bombs.", "far.txt")
    near = make_source(f"Mines. {'And other words. ' * 40} Bombs.", "near.txt")
    library.add([(far, b""), (near, b"")])
    query = parse("mine bomb")
    assert library.index.count(query) == 2
    assert library.index.find(replace(query, near=True), 9) == [near.id]
    odd = replace(parse("mine ½ \U0001e900"), near=True)
    assert library.index.find(odd, 9) == []


def test_only_some_sources_are_listed(filled):
    assert [line.id for line in filled.sources(ids=[BARE.id, "unknown", SPEECH.id])] == [
        SPEECH.id, BARE.id,
    ]  # fmt: skip
    filled.trash([BARE.id])
    assert [line.id for line in filled.sources(ids=[BARE.id])] == []
    assert [line.id for line in filled.sources(trashed=True, ids=[BARE.id])] == [BARE.id]
    assert filled.sources(ids=[]) == []
    assert not filled.index.is_empty()


def test_texts_come_with_what_was_said_of_them_and_without_marks(filled):
    filled.records.say(BARE.id, {"title": Field("Nothing", "user")})
    found = filled.index.texts([BARE.id, "unknown", SPEECH.id])
    assert list(found) == [BARE.id, SPEECH.id]
    assert (found[BARE.id].text, found[BARE.id].name()) == (BARE.text, "Nothing")
    assert found[SPEECH.id].places == SPEECH.places
