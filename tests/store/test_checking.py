"""Damage of every kind is found in the SQLite library, and what can be made anew is."""

import sqlite3
from contextlib import closing

import pytest

from briefer.core.errors import Cancelled, LibraryError
from briefer.core.record import Field
from briefer.store import checking
from briefer.store.checking import count, each, look_through, open_for_check, repair, stoppable
from briefer.store.sqlite import open_sqlite
from tests.samples import make_source

NEVER = "DROP TRIGGER source_never_changes"


@pytest.fixture
def path(tmp_path, other):
    path = tmp_path / "library.db"
    speech = make_source(type=Field("speech", "inferred"))
    with closing(open_sqlite(path)) as library:
        chinese = make_source("地雷每天都在杀害平民。", "zh.txt")
        library.add([(speech, b"bytes"), (other, tmp_path / "elsewhere.txt"), (chinese, b"zh")])
        library.records.say(other.id, {"language": Field("fr", "user")})
    return path


@pytest.fixture
def library(path):
    opened = open_for_check(path)
    yield opened
    opened.db.close()


def harm(library, *statements):
    library.db.execute("PRAGMA foreign_keys = OFF")
    library.db.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        library.db.execute(statement)
    library.db.execute("PRAGMA ignore_check_constraints = OFF")


def kinds(library):
    return [one.kind for one in look_through(library)]


def test_nothing_is_wrong_with_a_library_as_it_was_made(library, tmp_path, speech, other):
    assert look_through(library) == []
    assert count(library) == 3
    assert [(one.id, one.original, one.path, one.why) for one in list(each(library))[:2]] == [
        (speech.id, b"bytes", None, ""),
        (other.id, None, str(tmp_path / "elsewhere.txt"), ""),
    ]


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (["INSERT INTO withdrawal VALUES (99, '')"], ["links"]),
        ([NEVER, "UPDATE source SET text = 'other words' WHERE number = 1"], ["index"]),
        (["DELETE FROM facet WHERE value = 'fr'"], ["facets"]),
        (["INSERT INTO source_letters (source_letters) VALUES ('delete-all')"], ["index"]),
        (["INSERT INTO facet VALUES ('type', 'report', 'report', 2)"], ["facets"]),
        ([NEVER, "UPDATE source SET original = NULL WHERE number = 1"], ["file"]),
    ],
)
def test_damage_to_the_file_its_links_its_index_and_its_facets_is_found(library, statements, found):
    harm(library, *statements)
    assert kinds(library) == found


def test_damage_that_the_file_check_reports_of_the_index_is_of_the_index(library, monkeypatch):
    flaw = "malformed inverted index for FTS5 table main.source_text"
    monkeypatch.setattr(checking, "flaws", lambda *_: [flaw])
    assert kinds(library) == ["index"]


def test_a_look_can_be_stopped_while_sqlite_works(library, monkeypatch):
    monkeypatch.setattr(checking, "STEPS_BETWEEN", 50)

    def stop():
        raise Cancelled

    with pytest.raises(Cancelled), stoppable(library, stop):
        look_through(library)
    with stoppable(library, lambda: None):
        assert look_through(library) == []
    with pytest.raises(LibraryError), stoppable(library, lambda: None):
        raise LibraryError("damaged")


def test_an_index_that_cannot_be_looked_at_is_an_error(library, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as busy:
        library.db.execute("PRAGMA busy_timeout = 10")
        busy.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use"):
            look_through(library)


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("record", "[]", "is damaged"),
        ("places", "{", "is damaged"),
        ("words", 7_000, "counts"),
        ("paragraphs", 7_000, "counts"),
    ],
)
def test_a_source_that_is_damaged_is_named_and_stops_no_other(library, column, value, why):
    library.db.execute(NEVER)
    library.db.execute(f"UPDATE source SET {column} = ? WHERE number = 1", (value,))
    first, second, _ = each(library)
    assert (first.file, why in first.why) == ("remarks.md", True)
    assert second.why == ""


def test_a_record_that_cannot_be_read_is_no_matter_of_the_facets(library):
    harm(library, NEVER, "UPDATE source SET record = '[]' WHERE number = 1")
    assert look_through(library) == []
    with pytest.raises(LibraryError, match="damaged"):
        repair(library)


def test_index_and_facets_are_made_anew_and_no_source_is_touched(library):
    before = [one.source for one in each(library)]
    harm(library, "DELETE FROM facet", "DELETE FROM source_text_data WHERE id > 100")
    assert kinds(library) == ["index", "facets"]
    repair(library)
    assert look_through(library) == []
    assert [one.source for one in each(library)] == before
