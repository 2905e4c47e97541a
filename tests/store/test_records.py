"""What people say of sources, tags, saved searches, uses: in every library."""

import re

import pytest

from briefer.core.errors import LibraryError
from briefer.core.record import Date, Field, Name
from briefer.store import RecordEdit, Use
from tests.samples import make_source

TITLE = Field("Remarks", "source", 0, 7)


@pytest.fixture
def read():
    return make_source(title=TITLE, type=Field("speech", "inferred"))


def test_what_was_said_last_counts_and_the_source_never_changes(library, read):
    library.add([(read, b"bytes")])
    issued = Field(Date(((2026, 5),)), "user")
    library.records.say(read.id, {"issued": Field(Date(((2025,),)), "user"), "type": None}, "me")
    library.records.say(read.id, {"issued": issued})
    expected = {"title": TITLE, "issued": issued}
    assert library.get([read.id])[read.id].record == expected
    assert library.sources()[0].record == expected
    assert library.records.as_imported(read.id) == read.record
    assert library.original(read.id) == b"bytes"


def test_all_that_was_said_is_kept(library, read):
    library.add([(read, b"")])
    library.records.say(read.id, {"type": None}, "me")
    library.records.say(read.id, {"title": TITLE})
    edits = library.records.edits(read.id)
    assert [(one.field, one.value, one.by) for one in edits] == [
        ("type", None, "me"), ("title", TITLE, ""),
    ]  # fmt: skip
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.at) for one in edits)
    assert isinstance(edits[0], RecordEdit)


@pytest.mark.parametrize(
    "verb",
    [
        lambda library: library.records.say("nothing", {}),
        lambda library: library.records.as_imported("nothing"),
        lambda library: library.shelves.tag(["nothing"], "urgent"),
        lambda library: library.versions.withdraw("nothing", ""),
    ],
)
def test_of_a_source_that_is_not_there_nothing_can_be_said(library, verb):
    with pytest.raises(LibraryError, match="no source nothing"):
        verb(library)


def test_facets_count_the_sources_out_of_the_trash_and_follow_what_is_said(library):
    speaker = Field((Name("Norway"), Name(given="Izumi", family="Nakamitsu")), "source", 0, 4)
    one, two = (make_source(f"Text {n}.", f"{n}.txt", speaker=speaker) for n in range(2))
    library.add([(one, b""), (two, b"")])
    assert library.records.facets("speaker") == {"Izumi Nakamitsu": 2, "Norway": 2}
    library.trash([one.id])
    assert library.records.facets("speaker") == {"Izumi Nakamitsu": 1, "Norway": 1}
    dates = {"speaker": None, "issued": Field(Date(((2026, 5, 1),)), "user")}
    library.records.say(two.id, {**dates, "language": Field("", "user")})
    assert library.records.facets("speaker") == {}
    assert library.records.facets("issued") == {"2026-05-01": 1}
    assert library.records.facets("language") == {}


def test_tags_are_given_renamed_and_taken(library, speech, other):
    library.add([(speech, b""), (other, b"")])
    shelves = library.shelves
    shelves.tag([speech.id, other.id], "mines")
    shelves.tag([speech.id], "mines")
    shelves.tag([speech.id], "Geneva")
    assert shelves.tags() == {"Geneva": 1, "mines": 2}
    assert [line.tags for line in library.sources()] == [("Geneva", "mines"), ("mines",)]
    shelves.rename_tag("Geneva", "mines")
    shelves.rename_tag("mines", "mines")
    shelves.untag([other.id], "mines")
    assert shelves.tags() == {"mines": 1}
    library.trash([speech.id])
    assert shelves.tags() == {}


def test_searches_are_kept_by_name(library):
    shelves = library.shelves
    shelves.save_search("Casualties", "civil")
    shelves.save_search("Casualties", '"civilian casualties" after:2024')
    shelves.save_search("A", "a")
    assert shelves.searches() == {"A": "a", "Casualties": '"civilian casualties" after:2024'}
    shelves.forget_search("A")
    assert list(shelves.searches()) == ["Casualties"]


def test_uses_are_those_noted_last(library):
    library.uses.note("/a.briefing", "First", {"one": 2, "two": 1})
    library.uses.note("/b.briefing", "Second", {"one": 1})
    library.uses.note("/a.briefing", "Renamed", {"one": 3})
    assert library.uses.of("one") == [
        Use("/a.briefing", "Renamed", 3), Use("/b.briefing", "Second", 1),
    ]  # fmt: skip
    assert library.uses.of("two") == []
    assert library.uses.counts() == {"one": 2}


def test_a_source_can_be_withdrawn_with_a_reason_and_reinstated(library, speech, other):
    library.add([(speech, b""), (other, b"")])
    library.supersede(other.id, speech.id)
    library.versions.withdraw(speech.id, "")
    library.versions.withdraw(speech.id, "Issued in error.")
    assert library.versions.withdrawn() == {speech.id: "Issued in error."}
    assert [(line.withdrawn, line.superseded_by) for line in library.sources()] == [
        ("Issued in error.", other.id), (None, ""),
    ]  # fmt: skip
    library.versions.withdraw(speech.id, None)
    assert library.versions.withdrawn() == {}
