"""What the rules read is kept, found again, and read again when something it rests on changes."""

import msgspec
import pytest

from briefer.core.errors import Cancelled
from briefer.core.measures import table
from briefer.core.record import Date, Field
from briefer.core.sentences import sentences
from briefer.core.statements import statements
from briefer.extractors import suggest
from briefer.services import readings
from briefer.services.measures import measures, statements_of
from briefer.services.readings import all_statements, read_library, read_source, suggestions
from tests.samples import make_source

CAMPAIGN = "campaign-web-page.txt"


@pytest.fixture
def ids(library):
    return [line.id for line in library.sources()]


def test_what_is_kept_is_what_the_rules_read(library, ids, seeds):
    assert read_library(library) == 5
    assert read_library(library) == 0
    for id, source in library.get(ids).items():
        proposed, stated = read_source(source)
        assert suggestions(library, [id]) == {id: proposed}
        assert all_statements(library, [])[id] == stated
        assert list(proposed) == suggest(source, measures())
        assert list(stated) == statements_of([source])
    assert seeds[CAMPAIGN].id in ids


def test_without_measures_a_suggestion_is_the_same_but_for_what_its_figures_measure(seeds):
    for source in seeds.values():
        cut = list(statements(source, sentences(source), table(())))
        assert [one.figures for one in suggest(source, stated=cut)] == [
            one.figures for one in suggest(source)
        ]


def test_only_the_sources_that_are_wanted_are_read_at_once(library, ids):
    assert list(suggestions(library, [ids[2]])) == [ids[2]]
    assert list(all_statements(library, [ids[1]])) == [ids[2], ids[1]]
    assert library.readings.unread(readings.version()) == [ids[0], *ids[3:]]


def test_what_was_read_before_it_was_stopped_is_kept(library, ids, monkeypatch):
    monkeypatch.setattr(readings, "AT_ONCE", 2)
    seen = []

    def stop(done, total, what):
        seen.append((done, total, what))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_library(library, stop)
    assert seen == [(0, 5, ""), (2, 5, "")]
    assert library.readings.unread(readings.version()) == ids[2:]


def test_another_version_of_the_rules_or_the_measures_reads_again(library, ids, monkeypatch):
    read_library(library)
    monkeypatch.setattr(readings, "RULES_VERSION", -1)
    assert library.readings.unread(readings.version()) == ids
    assert list(suggestions(library, ids)) == ids
    monkeypatch.setattr(readings, "tables_sha256", lambda: "other")
    assert library.readings.unread(readings.version()) == ids


def test_a_date_that_is_given_to_a_source_dates_its_figures(library, seeds):
    id = seeds[CAMPAIGN].id
    dates = [one.moment.as_of for one in all_statements(library, [id])[id]]
    library.records.say(id, {"issued": Field(Date(((2025, 6, 16),)), "user")})
    later = [one.moment.as_of for one in all_statements(library, [id])[id]]
    assert "2025-06-16" not in dates
    assert "2025-06-16" in later


def test_a_source_without_words_to_propose_is_read_once_too(library):
    made = make_source("Nothing.")
    library.add([(made, b"")])
    assert suggestions(library, [made.id, "unknown"]) == {made.id: ()}
    assert made.id not in library.readings.unread(readings.version())


def test_a_broken_table_of_measures_says_which_one(own_home, monkeypatch):
    from briefer import paths
    from briefer.core.errors import FileError
    from briefer.services import measures as module

    folder = paths.measures()
    folder.mkdir(parents=True)
    (folder / "mine.json").write_bytes(msgspec.json.encode({"subject": 5}))
    module._tables.cache_clear()
    with pytest.raises(FileError, match=r"mine\.json cannot be read"):
        measures()
    module._tables.cache_clear()
