"""The record of a source from the command line: printed, completed, confirmed, put back."""

import json
from functools import partial

import pytest

from briefer.cli import DONE, FAILED, main

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
PAGE = "campaign-web-page.txt"


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed (as JSON where it is), what it said."""

    def ran(*arguments):
        code = main([*map(str, arguments)])
        printed = capsys.readouterr()
        out = json.loads(printed.out) if "--json" in arguments and printed.out else printed.out
        return code, out, printed.err

    ran("sources")
    return ran


@pytest.fixture
def describe(run):
    return partial(run, "describe")


def test_without_options_the_record_is_printed_with_origins_places_and_gaps(describe):
    code, out, _ = describe(REMARKS)
    assert code == DONE
    assert "Izumi Nakamitsu, High Representative for Disarmament Affairs\n" in out
    assert "stated in the text, para. 3 (250-309)" in out
    assert "6 of 6 that a citation of a speech or statement needs\nto be confirmed: type" in out
    _, out, _ = describe(PAGE)
    assert "title            (not stated in the text seen)" in out
    assert "missing: Title, Author, Date, Publisher, Web address" in out


def test_a_record_is_completed_and_tells_its_history(describe):
    place = "publisher=250-265"
    code, out, _ = describe(
        REMARKS, "--set", "accessed=24 Nov 2026", "--set", "author=Ana Example, Chair; Norway",
        "--unset", "genre", "--confirm", "all", "--from", place, "--json",
    )  # fmt: skip
    assert code == DONE
    fields = out["fields"]
    assert fields["accessed"]["value"] == {"date-parts": [[2026, 11, 24]]}
    assert fields["accessed"]["origin"] == "user"
    assert fields["author"]["shown"] == "Ana Example, Norway"
    assert fields["publisher"]["words"] == fields["publisher"]["value"] == "Izumi Nakamitsu"
    assert (fields["publisher"]["origin"], fields["publisher"]["place"]) == ("source", "para. 3")
    assert (fields["type"]["origin"], out["to_confirm"]) == ("user", [])
    assert "genre" not in fields
    _, history, _ = describe(REMARKS, "--history", "--json")
    changed = ["accessed", "author", "genre", "type", "language", "publisher"]
    assert [one["field"] for one in history] == changed
    _, history, _ = describe(REMARKS, "--revert", "all", "--history")
    assert "genre: unknown (not stated in the text seen)" in history
    assert "accessed: 24 November 2026 (added by you)" in history
    assert history.count("\n") == 2 * len(changed)


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--set", "issued=03/04/2026", "no date"), ("--set", "title", "FIELD=VALUE"),
        ("--set", "colour=red", "Its fields are"), ("--from", "title=1", "START-END"),
        ("--from", "title=9-9", "no words"), ("--confirm", "title", "nothing to confirm"),
        ("--revert", "colour", "no field"), ("--unset", "colour", "no field"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words_and_nothing_is_kept(describe, option, value, why):
    code, out, said = describe(PAGE, "--set", "title=The page", option, value)
    assert (code, out) == (FAILED, "")
    assert why in said
    assert "The page" not in describe(PAGE)[1]


def test_references_are_written_in_both_formats_and_printed(run, tmp_path):
    for ending in ("json", "ris"):
        path = tmp_path / f"all.{ending}"
        code, out, said = run("references", "-o", path)
        assert (code, out, "5 references" in said) == (DONE, "", True)
        assert path.stat().st_size > 2000
    code, out, _ = run("references", PAGE, "--json")
    assert [one["id"] for one in out] == ["62cbb3ae8bf4d8b4"]


def test_references_fill_what_is_unknown_to_be_confirmed(run, tmp_path):
    item = {"id": "x", "type": "", "title": "A page", "language": "English",
            "custom": {"briefer": {"file": PAGE}}}  # fmt: skip
    path = tmp_path / "page.json"
    path.write_text(json.dumps([item, {"id": "y", "title": "Another"}]))
    _, out, _ = run("references", "--import", path, "--json")
    assert out["unmatched"] == ["Another"]
    (match,) = out["matched"]
    assert (match["by"], match["unread"]) == ("file name", ["language"])
    assert match["fields"] == {"title": {"value": "A page", "origin": "inferred"}}
    _, out, _ = run("describe", PAGE, "--revert", "all")
    _, out, said = run("references", "--import", path)
    assert "A page (found by file name)\n    title: A page\n    language was not read" in out
    assert "no source: Another" in out
    assert "--confirm all" in said
    _, out, said = run("references", "--import", path)
    assert "title: " not in out
    assert "confirm" not in said


def test_references_are_not_written_and_read_at_once(run, tmp_path):
    code, _, said = run("references", PAGE, "--import", tmp_path / "a.json")
    assert code == FAILED
    assert "not both" in said
