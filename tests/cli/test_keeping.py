"""Copies, the check, handing over and watched folders from a script."""

import json
import os
import sqlite3
import time
from contextlib import closing

import pytest

from briefer import paths, settings
from briefer.cli import DONE, FAILED, MISMATCH, main
from briefer.cli import watching as watching_command


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed (as JSON where it is), what it said."""

    def ran(*arguments):
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        out = json.loads(printed.out) if "--json" in arguments and printed.out else printed.out
        return code, out, printed.err

    return ran


def test_a_copy_is_made_listed_and_restored(run, tmp_path):
    assert run("library", "backup")[0] == FAILED
    run("sources")
    assert "no copy" in run("library", "backups")[2]
    code, out, _ = run("library", "backup")
    assert (code, "library 20" in out) == (DONE, True)
    [copy] = run("library", "backups", "--json")[1]
    assert (set(copy), copy["sources"]) == ({"name", "path", "made", "bytes", "sources"}, 5)
    (tmp_path / "a.txt").write_text("Words.")
    run("import", tmp_path / "a.txt")
    code, _, told = run("library", "restore", copy["name"])
    assert (code, "it is kept in" in told) == (DONE, True)
    assert len(run("sources", "--json")[1]) == 5
    assert "6 sources" in run("library", "backups")[1]
    assert run("library", "backup", "-o", tmp_path / "mine.db")[0] == DONE
    assert run("library", "restore", tmp_path / "mine.db")[0] == DONE


def test_a_command_that_changes_the_library_has_it_copied_once_a_day(run, tmp_path):
    run("sources")
    run("sources")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
        time.sleep(1.1)  # a copy's name says the second
        run("import", tmp_path / name)
    assert [one["sources"] for one in run("library", "backups", "--json")[1]] == [6]


def test_where_no_copy_can_be_made_the_command_has_done_its_work(run, tmp_path):
    run("sources")
    (tmp_path / "file").touch()
    settings.save(settings.Settings(copies=str(tmp_path / "file")), paths.settings())
    (tmp_path / "a.txt").write_text("Words.")
    code, _, told = run("import", tmp_path / "a.txt")
    assert (code, "no copy of the library was made" in told) == (DONE, True)


def test_a_check_says_what_is_wrong_and_repairs_what_can_be(run):
    run("sources")
    code, out, _ = run("library", "check", "--deep")
    assert (code, out) == (DONE, "the library is whole: 5 sources.\n")
    with closing(sqlite3.connect(paths.library(), isolation_level=None)) as db:
        db.execute("DELETE FROM facet")
    code, out, _ = run("library", "check")
    assert (code, "--repair" in out) == (MISMATCH, True)
    code, out, _ = run("library", "check", "--repair", "--json")
    assert (code, out["verdict"], out["faults"][0]["kind"]) == (DONE, "repaired", "facets")
    with closing(sqlite3.connect(paths.library(), isolation_level=None)) as db:
        db.execute("DROP TRIGGER source_never_changes")
        db.execute("UPDATE source SET original = x'00' WHERE number = 1")
    code, out, _ = run("library", "check")
    assert (code, out.startswith("5c14519d3a27792e  remarks")) == (MISMATCH, True)


def test_a_library_is_handed_over_and_taken_over(run, tmp_path):
    file, other = tmp_path / "x.brieferlibrary", tmp_path / "other.db"
    code, _, told = run("library", "export", "-o", file, "--without-originals")
    assert (code, "holds 5 sources" in told) == (DONE, True)
    (tmp_path / "a.txt").write_text("Words.")
    run("import", tmp_path / "a.txt")
    code, _, told = run("library", "export", "a.txt", "-o", file)
    assert (code, "holds 1 source." in told) == (DONE, True)
    code, out, _ = run("library", "add", file, "--library", other, "--json")
    assert (code, [(one["file"], one["known"]) for one in out]) == (DONE, [("a.txt", False)])
    code, out, _ = run("library", "add", file, "--library", other)
    assert "already in the library" in out
    assert run("library", "export", "-o", tmp_path / "x.zip")[0] == FAILED
    assert run("library", "add", tmp_path / "a.txt")[0] == FAILED


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "Inbox"
    folder.mkdir()
    for name in ("a.txt", "bad.png"):
        (folder / name).write_bytes(b"Words." if name == "a.txt" else b"\x89PNG\r\n\x1a\n\0")
        os.utime(folder / name, (1e9, 1e9))
    return folder


def test_folders_are_watched_by_the_settings(run, inbox):
    assert run("watch", "--once")[0] == FAILED
    assert run("watch", "--add", inbox / "missing")[0] == FAILED
    assert run("watch", "--add", inbox)[0] == DONE
    code, out, told = run("watch", "--once", "--json")
    assert (code, len(out), "bad.png" in told) == (FAILED, 2, True)
    assert run("watch", "--once", "--json")[1] == []
    [folder] = run("watch", "--list", "--json")[1]
    assert (folder["folder"], list(folder["failures"])) == (str(inbox), [str(inbox / "bad.png")])
    assert "bad.png" in run("watch", "--list")[1]
    assert "no folder" in run("watch", "--remove", inbox)[2]


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_watching_ends_cleanly(run, inbox, monkeypatch, as_json):
    def interrupted(seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr(watching_command.time, "sleep", interrupted)
    (inbox / "bad.png").unlink()
    code, out, told = run("watch", inbox, *as_json)
    assert code == DONE
    assert (out["path"] if as_json else told).endswith(
        str(inbox / "a.txt") if as_json else "1 document imported from Inbox.\n"
    )
