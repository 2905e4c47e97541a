"""New versions proposed and accepted, withdrawn sources, where used, duplicates: by command."""

import json

import pytest

from briefer import paths
from briefer.cli import DONE, main
from briefer.cli.output import FAILED

JOINT = "joint-statement-22msp.txt"
NEWS = "news-article-global-campaign.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed (as JSON where it is), what it said."""

    def ran(*arguments):
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        out = json.loads(printed.out) if "--json" in arguments and printed.out else printed.out
        return code, out, printed.err

    return ran


@pytest.fixture
def new_version(tmp_path):
    path = tmp_path / "joint-v2.txt"
    text = (paths.seeds() / JOINT).read_text("utf-8")
    path.write_text(text.replace("55 million", "60 million"), "utf-8")
    return path


@pytest.fixture
def briefing(run, tmp_path):
    path = tmp_path / "brief.briefing"
    run("new", "bilateral", "-o", path, "--title", "For the minister")
    _, item, _ = run("add", path, "facts", "--source", JOINT, "--exact", MINES)
    return path, item.strip()


def test_an_import_proposes_and_names_the_command_that_accepts(run, new_version):
    code, out, _ = run("import", new_version)
    line, command = out.splitlines()[1:3]
    assert code == DONE
    assert line.startswith(f"joint-v2.txt looks like a new version of {JOINT}: ")
    new, old = command.split()[2:4]
    code, _, said = run("supersede", new, old)
    assert (code, "both stay" in said) == (DONE, True)
    _, lines, _ = run("sources", "--json")
    assert {one["superseded_by"] for one in lines if one["id"] == old} == {new}
    _, out, _ = run("import", new_version)
    assert "looks like" not in out  # it is known


def test_proposals_are_in_the_json_of_an_import(run, new_version):
    _, [one], _ = run("import", new_version, "--json")
    [proposal] = one["proposals"]
    assert proposal["new"] == one["source"]
    assert proposal["share"] > 0.9
    assert set(proposal) == {"new", "old", "why", "share"}


def test_a_refused_proposal_stays_away_and_an_accepted_one_is_undone(run, new_version, tmp_path):
    _, [one], _ = run("import", new_version, "--json")
    new, old = one["proposals"][0]["new"], one["proposals"][0]["old"]
    run("supersede", new, old)
    code, _, said = run("supersede", new, old, "--undo")
    assert (code, "no version" in said) == (DONE, True)
    assert [line["superseded_by"] for line in run("sources", "--json")[1]] == [None] * 6
    run("supersede", new, old, "--refuse")
    again = tmp_path / "joint-v3.txt"
    again.write_text(new_version.read_text("utf-8").replace("Over 60", "Over 61"), "utf-8")
    _, [third], _ = run("import", again, "--json")
    assert [proposal["old"] for proposal in third["proposals"]] != []
    code, _, _ = run("supersede", new, old, "--undo", "--refuse")
    assert code == FAILED


def test_a_withdrawn_source_is_flagged_wherever_its_words_are(run, briefing, tmp_path):
    path, item = briefing
    code, _, _ = run("withdraw", JOINT, "--reason", "The figures were wrong.")
    assert code == DONE
    assert "withdrawn: The figures were wrong." in run("sources")[1]
    [flagged] = [
        one for section in run("outline", path, "--json")[1]["sections"]
        for one in section["items"] if one["id"] == item
    ]  # fmt: skip
    assert flagged["flags"] == ["withdrawn"]
    said = f"Item {item}, its source: It was withdrawn: The figures were wrong."
    _, report, _ = run("check", path, "--json")
    assert report["items"][0]["flags"] == ["withdrawn"]
    assert said in report["findings"]
    _, record, _ = run("record", path, "--json")
    assert record["sources"][0]["notice"] == "It was withdrawn: The figures were wrong."
    assert said in record["findings"]
    out = tmp_path / "out.docx"
    assert run("export", path, "-o", out)[0] == DONE
    assert said in run("export", path, "-o", out)[2]
    run("withdraw", JOINT, "--undo")
    assert run("check", path, "--json")[1]["items"][0]["flags"] == []


def test_a_briefing_without_the_library_says_what_it_knew(run, briefing, new_version, monkeypatch):
    path, item = briefing
    run("import", new_version, "--supersedes", JOINT)
    run("add", path, "facts", "--source", JOINT, "--exact", "Dozens of countries")
    monkeypatch.setenv("BRIEFER_LIBRARY", str(path.parent / "other" / "library.db"))
    _, report, _ = run("check", path, "--json")
    assert [one["flags"] for one in report["items"]] == [["superseded"], ["superseded"]]
    assert any("A newer version is held" in one for one in report["findings"])


def test_saving_notes_where_sources_are_used(run, briefing):
    path, _ = briefing
    _, [use], _ = run("uses", JOINT, "--json")
    assert use == {
        "path": str(path), "title": "For the minister", "picks": 1, "missing": False,
    }  # fmt: skip
    assert run("uses", NEWS)[2] == (
        "briefer: no briefing that was saved with this library uses it.\n"
    )
    assert "It is used in a briefing, “For the minister”" in run("remove", JOINT)[2]
    run("restore", JOINT)
    moved = path.with_name("moved.briefing")
    path.rename(moved)
    assert "no longer there" in run("uses", JOINT)[1]
    run("add", moved, "facts", "--source", NEWS, "--exact", "165 countries are parties")
    assert [one["path"] for one in run("uses", JOINT, "--json")[1]] == [str(moved)]


def test_duplicates_show_what_differs(run):
    code, out, _ = run("duplicates")
    assert (code, "“53.1” -> “40” (a figure)" in out) == (DONE, True)
    _, found, _ = run("duplicates", NEWS, "--json")
    assert [(one["place"], one["other"]["place"]) for one in found] == [("para. 5", "para. 7")]
    keys = {"source", "file", "place", "start", "end", "exact", "other", "similarity"}
    assert keys < set(found[0])
    assert run("duplicates", "remarks-nakamitsu-protection-of-civilians-week.txt")[2] == (
        "briefer: no passage is said nearly alike in two sources.\n"
    )
