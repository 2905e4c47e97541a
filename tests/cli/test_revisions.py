"""New versions of sources, and texts behind what is quoted at second hand, by command."""

import json

import pytest

from briefer import paths, settings
from briefer.cli import DONE, FAILED, main
from tests.services.test_second_hand import REPORTED, STATEMENT

JOINT = "joint-statement-22msp.txt"
NEWS = "news-article-global-campaign.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."
CHANGED = MINES.replace("55", "60")
CALL = "Mine survivors receive the care, support and dignity they deserve"


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
def briefing(run, tmp_path):
    """A briefing with a quotation at second hand and a fact, and their ids."""
    path = tmp_path / "brief.briefing"
    run("new", "bilateral", "-o", path)
    ids = []
    for source, section, words in ((NEWS, "points", REPORTED), (JOINT, "facts", MINES)):
        _, out, _ = run("add", path, section, "--source", source, "--exact", words)
        ids.append(out.strip())
    return path, *ids


@pytest.fixture
def new_version(tmp_path):
    """The joint statement with another figure."""
    path = tmp_path / "joint-v2.txt"
    text = (paths.seeds() / JOINT).read_text("utf-8")
    path.write_text(text.replace(MINES, CHANGED), "utf-8")
    return path


def test_a_new_version_is_imported_and_says_what_became_of_the_items(run, briefing, new_version):
    path, quote, fact = briefing
    code, out, _ = run(
        "import", new_version, "--supersedes", JOINT, "--briefing", path, "--json"
    )  # fmt: skip
    [imported] = out
    [one] = imported["revisions"]
    assert code == DONE
    assert (one["briefing"], one["item"], one["state"]) == (str(path), fact, "changed")
    assert (one["exact"], one["nearest"], one["successor"]) == (
        MINES, CHANGED, imported["source"],
    )  # fmt: skip
    assert set(one) == {
        "briefing", "item", "source", "successor", "state", "start", "end", "exact", "nearest",
        "differences", "context_changed", "ranges",
    }  # fmt: skip
    assert run("revisions", path, "--json")[1] == [one]
    code, out, _ = run("revisions", path)
    assert (code, quote in out) == (DONE, False)
    assert f"{fact}  changed: other words" in out
    assert "“55” -> “60” (a figure)" in out
    assert f"reanchor {path} {fact} --source {one['successor']} --start {one['start']}" in out


def test_items_of_briefings_used_lately_are_looked_at_too(run, briefing, new_version, tmp_path):
    path, _, fact = briefing
    damaged = tmp_path / "damaged.briefing"
    damaged.write_bytes(b"no zip")
    used = settings.Settings()
    for file in (path, damaged, tmp_path / "gone.briefing"):
        used = settings.with_recent(used, file)
    settings.save(used, paths.settings())
    code, out, said = run("import", new_version, "--supersedes", JOINT)
    assert (code, fact in out) == (DONE, True)
    assert "damaged.briefing" in said
    assert "gone.briefing" not in said


@pytest.mark.parametrize("what", ["two", "folder", "unknown"])
def test_only_one_file_supersedes_a_source_that_is_there(run, new_version, tmp_path, what):
    named = {"two": [new_version, new_version], "folder": [tmp_path], "unknown": [new_version]}
    old = "nothing" if what == "unknown" else JOINT
    code, _, said = run("import", *named[what], "--supersedes", old)
    assert code == FAILED
    assert "source" in said
    assert len(run("sources", "--json")[1]) == 5


def test_a_file_that_cannot_be_read_supersedes_nothing(run, briefing, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run("import", empty, "--supersedes", JOINT)[0] == FAILED
    assert run("revisions", briefing[0], "--json")[1] == []


def test_the_same_words_are_taken_over_by_command(run, briefing, new_version):
    path, quote, _ = briefing
    _, out, _ = run("add", path, "points", "--source", JOINT, "--exact", CALL)
    item = out.strip()
    run("import", new_version, "--supersedes", JOINT)
    _, out, _ = run("revisions", path)
    assert f"{item}  anchored: the same words at the same place" in out
    code, out, _ = run("reanchor", path, item, "--source", "joint-v2.txt")
    assert (code, out) == (DONE, f"{CALL}\n")
    assert run("check", path)[0] == DONE


def test_other_words_are_taken_over_only_by_their_place_or_words(run, briefing, new_version):
    path, _, fact = briefing
    run("import", new_version, "--supersedes", JOINT)
    code, _, said = run("reanchor", path, fact, "--source", "joint-v2.txt")
    assert code == FAILED
    assert f"nearest words are “{CHANGED}”" in said
    code, out, _ = run("reanchor", path, fact, "--source", "joint-v2.txt", "--exact", CHANGED)
    assert (code, out) == (DONE, f"{CHANGED}\n")
    assert run("revisions", path, "--json")[1] == []
    assert run("check", path)[0] == DONE


def test_what_is_not_carried_over_is_said(run, briefing, new_version):
    path, _, fact = briefing
    _, out, _ = run("outline", path, "--json")
    [item] = [one for part in out["sections"] for one in part["items"] if one["id"] == fact]
    at = item["start"] + MINES.index("stockpiled")
    gap = json.dumps({"op": "omit", "start": at, "end": at + len("stockpiled")})
    assert run("edit", path, fact, "--op", gap, "--reason", "said before")[0] == DONE
    run("import", new_version, "--supersedes", JOINT)
    code, _, said = run("reanchor", path, fact, "--source", "joint-v2.txt", "--exact", CHANGED)
    assert code == DONE
    assert "not carried over: Left out “stockpiled”" in said


def test_own_text_has_no_source_to_follow(run, briefing, tmp_path):
    code, _, said = run("reanchor", briefing[0], "nothing", "--source", JOINT)
    assert (code, "no longer in the briefing" in said) == (FAILED, True)
    code, _, said = run("reanchor", briefing[0], briefing[1], "--source", JOINT, "--start", "1")
    assert (code, "--end" in said) == (FAILED, True)


def test_the_primary_text_is_found_and_taken_over(run, briefing, tmp_path):
    path, quote, fact = briefing
    code, out, _ = run("primary", path)
    assert (code, "Find the speaker's own text" in out) == (DONE, True)
    statement = tmp_path / "statement.txt"
    statement.write_text(STATEMENT, "utf-8")
    run("import", statement)
    code, out, _ = run("primary", path, "--json")
    [one] = out
    [found] = one["primaries"]
    assert (code, one["item"], found["file"]) == (DONE, quote, "statement.txt")
    changed = [(two["expected"], two["found"]) for two in found["differences"]
               if two["op"] != "equal"]  # fmt: skip
    assert changed == [
        ("they risk", "it risks"),
        ("progress.", "a normative framework that has saved countless lives."),
    ]
    _, out, _ = run("primary", path, quote)
    assert "“they risk” -> “it risks”" in out
    assert f"--start {found['start']} --end {found['end']}" in one["advice"]
    place = ("--start", found["start"], "--end", found["end"])
    code, out, _ = run("reanchor", path, quote, "--source", "statement.txt", *place)
    assert (code, out.strip()) == (DONE, found["exact"])
    code, out, said = run("primary", path)
    assert (out, "no item quotes at second hand" in said) == ("", True)
    assert run("primary", path, fact, "--json")[1] == []
