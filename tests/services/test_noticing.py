"""A briefing is saved with what the library knows; a library that fails keeps nobody from it."""

import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from briefer import paths
from briefer.core.model import Briefing, Section, pick
from briefer.core.notices import Notice
from briefer.services.briefings import open_briefing
from briefer.services.noticing import keep_briefing, noted, notices, used_in_words, uses_of
from briefer.services.revisions import set_superseded
from tests.samples import make_source

NEWS = "news-article-global-campaign.txt"


@pytest.fixture
def news(seeds):
    return seeds[NEWS]


@pytest.fixture
def briefing(news):
    section = Section("facts", "Facts", accepts=("fact",), items=(pick(news, 0, 20, "fact"),))
    return Briefing("b", "A briefing", "t", "2026-01-01T00:00:00Z", sections=(section,))


def test_what_the_library_knows_is_saved_with_the_briefing(library, briefing, news, tmp_path):
    newer = make_source("Another text.", "newer.txt")
    library.add([(newer, b"")])
    set_superseded(library, newer.id, news.id)
    library.versions.withdraw(news.id, "")
    path = tmp_path / "a.briefing"
    keep_briefing(library, briefing, {news.id: news}, path)
    [notice] = open_briefing(path).briefing.notices
    assert notice == Notice(news.id, newer.id, "newer.txt", True)
    [use] = uses_of(library, news.id)
    assert (use.path, use.title, use.picks, use.missing) == (str(path), "A briefing", 1, False)


def test_what_is_known_of_a_source_that_is_not_held_stays(library, briefing, news):
    elsewhere = replace(briefing, notices=(Notice("another", withdrawn=True),))
    assert noted(elsewhere, library).notices == ()  # nothing in it is from there
    strange = pick(make_source("Words of another library."), 0, 5, "fact")
    section = replace(briefing.sections[0], items=(strange,))
    known = (Notice(strange.source, withdrawn=True),)
    kept = replace(briefing, sections=(section,), notices=known)
    assert noted(kept, library) is kept
    assert notices(library, [strange.source]) == {}


@pytest.mark.parametrize("damaged", [False, True])
def test_a_library_that_is_missing_or_damaged_keeps_nobody_from_saving(
    library, briefing, news, tmp_path, damaged
):
    path = tmp_path / "a.briefing"
    if damaged:
        with closing(sqlite3.connect(paths.library())) as db:
            db.execute("DROP TABLE used")
            db.execute("DROP TABLE withdrawal")
    keep_briefing(library if damaged else None, briefing, {news.id: news}, path)
    assert open_briefing(path).briefing == briefing


def test_many_uses_are_counted(library, briefing, news, tmp_path):
    for number in range(5):
        named = replace(briefing, title=f"Briefing {number}")
        keep_briefing(library, named, {news.id: news}, tmp_path / f"{number}.briefing")
    said = used_in_words(uses_of(library, news.id))
    assert "5 briefings, “Briefing 0”, “Briefing 1”, “Briefing 2” and 2 more" in said
