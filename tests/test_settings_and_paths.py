"""The user's choices, and where things lie."""

import os
from pathlib import Path

import pytest

from briefer import paths, settings


def test_choices_are_kept(tmp_path):
    path = tmp_path / "config" / "settings.json"
    chosen = settings.with_recent(settings.Settings(appearance="dark"), Path("a.briefing"))
    settings.save(chosen, path)
    assert settings.load(path) == chosen


@pytest.mark.parametrize("content", [None, b"", b"[]", b'{"appearance": "pink"}', b"\xff"])
def test_choices_that_cannot_be_read_are_the_defaults(tmp_path, content):
    path = tmp_path / "settings.json"
    if content is not None:
        path.write_bytes(content)
    assert settings.load(path) == settings.Settings()


def test_recent_files_stand_once_the_latest_first():
    kept = settings.Settings()
    for name in [*map(str, range(12)), "3"]:
        kept = settings.with_recent(kept, Path(name))
    assert kept.recent == ("3", "11", "10", "9", "8", "7", "6", "5", "4", "2")


def test_everything_of_the_users_lies_below_the_home_that_is_set(own_home):
    for path in (paths.library(), paths.settings(), paths.state()):
        assert own_home in path.parents or own_home == path.parent


def test_a_library_can_be_chosen(monkeypatch):
    monkeypatch.setenv("BRIEFER_LIBRARY", os.path.join("some", "where.db"))
    assert paths.library() == Path("some/where.db")
    assert paths.library("other.db") == Path("other.db")


def test_without_a_home_the_system_says_where(monkeypatch):
    monkeypatch.delenv("BRIEFER_HOME")
    assert paths.library().name == "library.db"
    assert "briefer" in str(paths.library())


def test_resources_and_seeds_are_found():
    assert (paths.resources() / "reference.docx").exists()
    assert (paths.seeds() / "catalogue.json").exists()
