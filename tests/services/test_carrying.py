"""A new version takes over what people said of the old one, marked, and gives it back on undo."""

import pytest

from briefer.core.errors import LibraryError
from briefer.core.record import Date, Field, text_of
from briefer.services.revisions import set_superseded, unset_superseded
from tests.samples import make_source

CAVEAT = Field("The views are the author's own.", "source", 0, 5)


@pytest.fixture
def old():
    return make_source("The first text.", "old.txt", caveat=CAVEAT, title=Field("First", "source"))


@pytest.fixture
def new():
    return make_source("The second text.", "new.txt", title=Field("Second", "source"))


@pytest.fixture
def both(library, old, new):
    library.add([(old, b""), (new, b"")])
    library.records.say(
        old.id,
        {
            "publisher": Field("A ministry", "user"),
            "title": Field("Confirmed", "user"),
            "issued": Field(Date(((2025, 1),)), "user"),
        },
    )
    library.shelves.tag([old.id], "mines")
    return library


def record(library, source):
    return library.get([source.id])[source.id].record


def test_caveat_confirmed_fields_and_tags_go_over_marked(both, old, new):
    carried = set_superseded(both, new.id, old.id)
    there = record(both, new)
    assert there["publisher"] == Field("A ministry", "user", carried_from=old.id)
    assert there["caveat"] == Field(CAVEAT.value, "inferred", carried_from=old.id)
    assert text_of(there, "title") == "Second"  # the text states it itself
    assert "issued" not in there  # the date of the old one
    assert (carried.old, set(carried.fields), carried.tags) == (
        old.id, {"publisher", "caveat"}, ("mines",),
    )  # fmt: skip
    assert record(both, old)["publisher"] == Field("A ministry", "user")


def test_undo_takes_back_what_nobody_confirmed(both, old, new):
    carried = set_superseded(both, new.id, old.id)
    both.records.say(new.id, {"publisher": Field("A ministry", "user")})
    with pytest.raises(LibraryError, match="was not said to supersede"):
        unset_superseded(both, old.id, carried)
    unset_superseded(both, new.id, carried)
    assert both.successors([old.id]) == {}
    assert set(record(both, new)) == {"title", "publisher"}
    assert both.shelves.tags() == {"mines": 1}
    assert set(set_superseded(both, new.id, old.id).fields) == {"caveat"}


def test_what_a_person_said_is_unknown_stays_so(both, old, new):
    both.records.say(new.id, {"publisher": None})
    set_superseded(both, new.id, old.id)
    assert "publisher" not in record(both, new)


def test_along_a_chain_it_goes_on_and_the_same_link_carries_nothing_twice(both, old, new):
    third = make_source("The third text.", "third.txt")
    both.add([(third, b"")])
    set_superseded(both, new.id, old.id)
    assert set_superseded(both, new.id, old.id).fields == {}
    carried = set_superseded(both, third.id, old.id)
    assert carried.old == new.id
    assert record(both, third)["publisher"].carried_from == new.id
