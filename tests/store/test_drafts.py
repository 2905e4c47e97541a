"""Autosave, and finding what a crash left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.core.edits import add_item
from briefer.core.model import Briefing, Section, pick
from briefer.store.drafts import Drafts

CRASH = """
import os, sys
from pathlib import Path
from briefer.core.model import Briefing
from briefer.store.drafts import Drafts
drafts = Drafts(Path(sys.argv[1]))
drafts.keep(Briefing("lost", "Lost", "t", "2026"), {}, Path("/somewhere/lost.briefing"))
print("kept", flush=True)
if sys.argv[2] == "crash":
    os._exit(9)
sys.stdin.read()
"""


@pytest.fixture
def drafts(tmp_path):
    opened = Drafts(tmp_path / "drafts")
    yield opened
    opened.close()


def crash(folder):
    subprocess.run([sys.executable, "-c", CRASH, str(folder), "crash"], check=False, timeout=60)


def test_a_draft_of_a_program_that_ended_is_found_with_its_sources(tmp_path, speech):
    first = Drafts(tmp_path / "drafts")
    briefing = Briefing("b", "Mine", "t", "2026", sections=(Section("s", "S", accepts=("fact",)),))
    cited = add_item("s", pick(speech, 0, 7, "fact"))(briefing)
    first.keep(cited, {speech.id: speech}, None)
    first.close()
    second = Drafts(tmp_path / "drafts")
    [draft] = second.left_behind()
    assert (draft.briefing, draft.sources, draft.path) == (cited, {speech.id: speech}, None)
    second.give_up(draft)
    assert second.left_behind() == []
    second.close()


def test_a_crash_leaves_the_draft_and_the_name_of_its_file(tmp_path, drafts):
    crash(tmp_path / "drafts")
    [draft] = drafts.left_behind()
    assert (draft.briefing.title, str(draft.path)) == (
        "Lost",
        os.path.normpath("/somewhere/lost.briefing"),
    )


def test_the_drafts_of_a_running_program_are_its_own(tmp_path, drafts):
    arguments = [sys.executable, "-c", CRASH, str(tmp_path / "drafts"), "stay"]
    (tmp_path / "drafts" / "starting").mkdir()
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout.readline().strip() == b"kept"
        assert drafts.left_behind() == []
        running.stdin.close()
    assert len(drafts.left_behind()) == 1
    assert (tmp_path / "drafts" / "starting").is_dir()  # its program may be about to lock it


def test_a_draft_that_was_saved_is_forgotten(tmp_path, drafts):
    briefing = Briefing("b", "Mine", "t", "2026")
    drafts.keep(briefing, {}, None)
    assert drafts.left_behind() == []
    drafts.forget("b")
    drafts.forget("b")
    drafts.close()
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_damaged_draft_is_put_aside(tmp_path, drafts):
    crash(tmp_path / "drafts")
    (tmp_path / "drafts" / "stray.txt").write_text("no folder")
    [file] = (tmp_path / "drafts").glob("*/*.draft")
    file.write_bytes(b"broken")
    assert drafts.left_behind() == []
    assert file.with_suffix(".damaged").read_bytes() == b"broken"


def test_a_draft_that_cannot_be_read_now_is_left_for_later(tmp_path, drafts):
    crash(tmp_path / "drafts")
    [file] = (tmp_path / "drafts").glob("*/*.draft")
    file.unlink()
    file.mkdir()
    assert drafts.left_behind() == []
    assert file.is_dir()


@pytest.mark.parametrize("id", ["../../evil", "/evil", "con", "a\0b", "x" * 999, "\ud800"])
def test_an_id_from_a_strangers_file_leads_nowhere(tmp_path, drafts, id):
    drafts.keep(Briefing("b", "Mine", "t", "2026"), {}, None)
    before = sorted((tmp_path / "drafts").rglob("*"))
    assert drafts._file(id).parent == drafts._file("b").parent
    drafts.forget(id)
    assert sorted((tmp_path / "drafts").rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="names of files are text on Windows")
def test_the_name_of_the_file_may_be_any_bytes(tmp_path, drafts):
    path = Path(os.fsdecode(b"/home/caf\xe9.briefing"))
    other = Drafts(tmp_path / "drafts")
    other.keep(Briefing("b", "Mine", "t", "2026"), {}, path)
    other.close()
    assert [draft.path for draft in drafts.left_behind()] == [path]


def test_drafts_are_kept_where_files_cannot_be_locked(tmp_path, monkeypatch):
    def refuse(folder):
        raise OSError

    monkeypatch.setattr("briefer.store.drafts._hold", refuse)
    one = Drafts(tmp_path)
    one.keep(Briefing("b", "Mine", "t", "2026"), {}, None)
    one.forget("b")
    one.close()
    assert list(tmp_path.iterdir()) == []
