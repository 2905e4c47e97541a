"""What people decided about figures, measures and suggestions, and what the rules read."""

import re

import pytest
from msgspec.structs import replace

from briefer.core.decisions import Assigned, Decision, Judged
from briefer.core.errors import LibraryError
from briefer.core.record import Field
from briefer.store.deciding import Read

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def two(library, speech, other):
    library.add([(speech, b""), (other, b"")])
    return speech.id, other.id


def undated(kept):
    assert all(MOMENT.fullmatch(one.at) for one in kept)
    return [replace(one, at="") for one in kept]


@pytest.mark.parametrize("keeps", [0, 1, None])
def test_all_decisions_about_two_statements_are_kept_in_order(library, two, keeps):
    one, other = (two[0], 5, 9), (two[1], 0, 3)
    kept = None if keeps is None else (one, other)[keeps]
    first = Decision(one, other, "keep", "The depositary says so.", kept, by="Ana")
    later = Decision(other, one, "open")
    library.decisions.decide(first)
    library.decisions.decide(later)
    assert undated(library.decisions.decided()) == [first, later]


def test_measures_given_to_statements_are_kept_together_or_not_at_all(library, two):
    given = [Assigned((two[0], 5, 9), "mines", by="Ana"), Assigned((two[1], 0, 3), None)]
    library.decisions.assign(given)
    with pytest.raises(LibraryError, match="no source nothing"):
        library.decisions.assign([Assigned((two[0], 5, 9), ""), Assigned(("nothing", 0, 1), "")])
    assert undated(library.decisions.assigned()) == given


def test_what_is_said_of_suggestions_is_found_by_their_sources(library, two):
    said = [
        Judged((two[0], 5, 9, "fact"), "rejected", by="Ana"),
        Judged((two[1], 0, 3, "fact"), "reclassified", "quote"),
        Judged((two[0], 5, 9, "fact"), "open"),
    ]
    library.decisions.judge(said)
    assert undated(library.decisions.judged()) == said
    assert undated(library.decisions.judged([two[0]])) == [said[0], said[2]]
    assert library.decisions.judged([]) == []


@pytest.mark.parametrize(
    "verb",
    [
        lambda kept: kept.decide(Decision(("nothing", 0, 1), ("nothing", 2, 3), "robust")),
        lambda kept: kept.judge([Judged(("nothing", 0, 1, "fact"), "accepted")]),
    ],
)
def test_of_a_source_that_is_not_there_nothing_can_be_decided(library, verb):
    with pytest.raises(LibraryError, match="no source nothing"):
        verb(library.decisions)


def test_what_one_version_of_the_rules_read_is_not_given_for_another(library, two):
    one, other = two
    readings = library.readings
    assert readings.unread("1") == [one, other]
    readings.keep("1", [(one, Read(b"s", b"t"))])
    assert readings.unread("1") == [other]
    assert readings.unread("2") == [one, other]
    assert readings.suggestions("1") == {one: b"s"}
    assert readings.statements("1") == {one: b"t"}
    assert readings.statements("2") == {}
    readings.keep("2", [(one, Read(b"u", b"v"))])
    assert (readings.suggestions("1"), readings.suggestions("2")) == ({}, {one: b"u"})


def test_what_was_read_of_sources_in_the_trash_is_given_only_when_they_are_named(library, two):
    library.readings.keep("1", [(id, Read(b"s", b"t")) for id in two])
    library.trash([two[0]])
    assert list(library.readings.statements("1")) == [two[1]]
    assert list(library.readings.suggestions("1", [two[0]])) == [two[0]]
    assert library.readings.statements("1", []) == {}
    assert library.readings.unread("2") == [two[1]]


def test_what_was_read_is_forgotten_when_the_record_changes(library, two):
    library.readings.keep("1", [(id, Read(b"s", b"t")) for id in two])
    library.records.say(two[0], {"language": Field("fr", "user")})
    assert library.readings.unread("1") == [two[0]]
