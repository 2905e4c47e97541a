"""The command line as a script sees it."""

import io
import json
import subprocess
import sys
from typing import get_args

import jsonschema
import pytest

from briefer import __main__, paths
from briefer.cli import DONE, FAILED, MISMATCH, Window, main
from briefer.cli.library import WARNINGS
from briefer.cli.parser import COMMANDS
from briefer.core.changes import apply
from briefer.core.model import Change
from briefer.importers.imported import Notice
from briefer.store.briefing_files import pack, unpack
from tests.services.test_briefings import tampered

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
STATEMENT = "joint-statement-22msp.txt"


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed (as JSON where it is), what it said."""

    def ran(*arguments):
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        out = json.loads(printed.out) if "--json" in arguments and printed.out else printed.out
        return code, out, printed.err

    return ran


def test_five_sources_are_listed_on_first_use(run):
    code, out, said = run("sources", "--json")
    assert (code, len(out)) == (DONE, 5)
    assert "five sample documents" in said
    assert [one["paragraphs"] for one in out] == [41, 30, 10, 14, 16]
    assert set(out[0]) == {
        "id", "file", "title", "type", "language", "paragraphs", "words", "missing", "tags",
        "superseded_by", "withdrawn",
    }  # fmt: skip
    assert out[4]["missing"] == ["title", "author", "issued", "publisher", "URL"]
    code, out, said = run("sources")
    assert (code, said, out.count(".txt")) == (DONE, "", 5)


@pytest.mark.parametrize(
    ("file", "paragraphs"), [(STATEMENT, 30), ("un-chronicle-article.txt", 14)]
)
def test_a_source_shows_text_places_record_and_log(run, file, paragraphs):
    _, out, _ = run("show", file, "--json")
    assert set(out) == {"id", "text", "places", "record", "log"}
    assert len(out["places"]) == paragraphs
    assert set(out["places"][0]) == {"number", "start", "end", "role", "page"}
    decoded = (paths.seeds() / file).read_bytes().decode()
    assert apply(decoded, [Change(**one) for one in out["log"]]) == out["text"]
    code, out, _ = run("show", file)
    assert code == DONE
    assert f"\n{paragraphs:>4}  " in out


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("remarks-nakamitsu-protection-of-civilians-week.txt", "issued: 21 May 2026 (para. 5)"),
        ("remarks-nakamitsu-protection-of-civilians-week.txt", "type: speech (inferred)"),
        (STATEMENT, "genre: Joint Statement (para. 3)"),
        (STATEMENT, "not stated: issued, event-place, delivery_status"),
        ("campaign-web-page.txt", "not stated: title, author, issued, publisher, URL"),
    ],
)
def test_a_source_shows_each_field_with_its_place_or_origin(run, file, line):
    assert line in run("show", file)[1].splitlines()


def test_search_and_suggest_give_ranges_of_the_text(run):
    _, hits, _ = run("search", "withdraw", "--json", "--limit", "3")
    _, proposed, _ = run("suggest", "--json")
    assert len(hits) == 3
    assert set(hits[0]) == {"source", "file", "place", "start", "end", "exact", "snippet", "marks"}
    assert {one["kind"] for one in proposed} == {"fact", "quote", "talking_point"}
    for one in [*hits, *proposed]:
        _, source, _ = run("show", one["source"], "--json")
        assert source["text"][one["start"] : one["end"]] == one["exact"]


def test_search_and_suggest_print_for_people(run):
    code, out, _ = run("search", "Lebanon")
    assert (code, "Lebanon's accession" in out) == (DONE, True)
    assert run("search", "zebra")[2].startswith("briefer: no source holds")
    code, out, _ = run("suggest", STATEMENT, "--kind", "fact")
    assert "a figure: 55 million" in out
    assert "talking_point" not in out


def test_standard_input_is_a_document_with_the_name_it_is_given(run, monkeypatch):
    page = io.BytesIO("<!DOCTYPE html><p>Les mines tuent: été.".encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(page))
    code, [out], _ = run("import", "-", "--name", "memo.html", "--json")
    assert (code, out["path"], out["warnings"]) == (DONE, "memo.html", [])
    assert run("show", out["source"], "--json")[1]["text"] == "Les mines tuent: été."


def test_an_encoding_that_was_guessed_is_said_and_can_be_named(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Café, a place of 40 words and more to say.".encode("cp1252"))
    assert "guessed as windows-1252" in run("import", path)[2]
    code, [out], _ = run("import", path, "--encoding", "cp437", "--by-reference", "--json")
    assert (code, out["warnings"]) == (DONE, ["encoding_chosen"])
    assert run("show", out["source"], "--json")[1]["text"].startswith("CafΘ")


def test_every_warning_of_an_importer_has_a_sentence_of_its_own():
    assert set(WARNINGS) == set(get_args(Notice))
    assert all(sentence.endswith(".") and " " in sentence for sentence in WARNINGS.values())


def test_import_names_each_failure_and_goes_on(run, tmp_path):
    (tmp_path / "a.txt").write_text("A document about 3 things.")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "c.txt").write_bytes("Café, a place of 40 words and more to say.".encode("cp1252"))
    code, out, _ = run("import", tmp_path, "--json")
    assert code == FAILED
    by_name = {one["path"].rsplit("/", 1)[-1]: one for one in out}
    assert by_name["b.docx"]["error"]["code"] == "damaged"
    assert by_name["b.docx"]["error"]["hint"]
    assert by_name["c.txt"]["warnings"] == ["encoding_uncertain"]
    code, out, said = run("import", tmp_path / "a.txt")
    assert (code, "already in the library" in out) == (DONE, True)
    code, _, said = run("import", tmp_path / "b.docx")
    assert (code, "is damaged" in said) == (FAILED, True)
    (tmp_path / "empty").mkdir()
    assert run("import", tmp_path / "empty")[0] == FAILED


def test_a_source_goes_to_the_trash_and_comes_back(run):
    assert run("remove", STATEMENT)[0] == DONE
    assert len(run("sources", "--json")[1]) == 4
    assert [one["file"] for one in run("sources", "--trash", "--json")[1]] == [STATEMENT]
    assert run("show", STATEMENT)[0] == FAILED
    assert run("restore", "nothing")[0] == FAILED
    assert run("restore", STATEMENT)[0] == DONE
    assert len(run("sources", "--json")[1]) == 5


@pytest.fixture
def briefing(run, tmp_path):
    path = tmp_path / "a.briefing"
    code, _, said = run(
        "new", "bilateral", "-o", path, "--title", "Meeting", "--set", "marking=OFFICIAL", "--fill"
    )
    assert code == DONE, said
    return path


def test_a_briefing_is_made_checked_outlined_and_exported(run, briefing, tmp_path):
    code, out, _ = run("check", briefing, "--json")
    assert (code, out["verdict"]) == (DONE, "verified")
    assert set(out["items"][0]) == {
        "id",
        "status",
        "expected",
        "found",
        "finding",
        "rules",
        "flags",
    }
    code, out, _ = run("outline", briefing, "--json")
    assert set(out) == {"title", "template", "sections", "minutes", "pages"}
    points = out["sections"][2]
    assert (points["key"], points["limit"], points["items"][0]["status"]) == (
        "points", 220, "exact",
    )  # fmt: skip
    assert set(points["items"][0]) >= {
        "id", "kind", "status", "text", "citation", "source", "start", "end",
    }  # fmt: skip
    for name in ("out.docx", "out.pdf"):
        assert run("export", briefing, "-o", tmp_path / name)[0] == DONE
        assert (tmp_path / name).stat().st_size > 5000
    assert "verified" in run("check", briefing)[1]
    assert "minutes spoken" in run("outline", briefing)[1]


def test_words_are_added_to_a_section(run, briefing):
    words = "165 countries are parties to the treaty"
    code, out, _ = run(
        "add", briefing, "Facts and figures", "--source", "news-article-global-campaign.txt",
        "--exact", words,
    )  # fmt: skip
    assert code == DONE
    _, outline, _ = run("outline", briefing, "--json")
    added = [item for section in outline["sections"] for item in section["items"]
             if item["id"] == out.strip()]  # fmt: skip
    assert [(item["text"], item["kind"]) for item in added] == [(words, "fact")]
    start, end = added[0]["start"], added[0]["end"]
    code, out, _ = run(
        "add", briefing, "points", "--source", added[0]["source"], "--start", start, "--end", end,
        "--kind", "quote",
    )  # fmt: skip
    assert code == DONE
    assert run("check", briefing, "--json")[1]["verdict"] == "verified"


@pytest.mark.parametrize(
    ("section", "words", "kind", "said"),
    [
        ("facts", "166 countries are parties", "fact", "does not say"),
        ("nowhere", "165 countries are parties", "fact", "The sections are"),
        ("facts", "165 countries are parties", "quote", "does not take quotes"),
        ("objectives", "165 countries are parties", "fact", "does not take facts"),
    ],
)
def test_what_cannot_be_added_changes_nothing(run, briefing, section, words, kind, said):
    before = briefing.read_bytes()
    code, _, error = run(
        "add", briefing, section, "--source", "news-article-global-campaign.txt", "--exact", words,
        "--kind", kind,
    )  # fmt: skip
    assert (code, said in error) == (FAILED, True)
    assert briefing.read_bytes() == before


def test_a_changed_letter_makes_check_say_so_and_export_refuse(run, briefing, tmp_path):
    def change(raw):
        quote = raw["sections"][2]["items"][0]["passages"][0]["quote"]
        quote["exact"] = "X" + quote["exact"][1:]

    tampered(briefing, change)
    code, out, _ = run("check", briefing, "--json")
    assert (code, out["verdict"], out["items"][0]["status"]) == (MISMATCH, "mismatch", "broken")
    code, out, _ = run("check", briefing)
    assert (code, "expected: X" in out) == (MISMATCH, True)
    code, _, said = run("export", briefing, "-o", tmp_path / "out.docx")
    assert (code, "nothing was written" in said) == (MISMATCH, True)
    assert not (tmp_path / "out.docx").exists()


def test_check_compares_with_the_library_when_asked(run, briefing, tmp_path):
    assert run("check", briefing, "--library", "--json")[1]["verdict"] == "verified"
    code, out, _ = run("check", briefing, "--json", "--library", tmp_path / "other.db")
    assert (code, out["verdict"]) == (DONE, "verified")


def test_a_briefing_without_its_sources_is_no_success(run, briefing, tmp_path):
    alone = tmp_path / "alone.briefing"
    opened, _ = unpack(briefing.read_bytes(), "x")
    alone.write_bytes(pack(opened, {}))
    code, out, _ = run("check", alone, "--json")
    assert (code, out["verdict"]) == (FAILED, "cannot_check")
    assert run("check", alone, "--library")[0] == DONE


def test_what_cannot_be_made_or_read_is_an_error(run, briefing, tmp_path):
    assert "exists already" in run("new", "bilateral", "-o", briefing)[2]
    assert "no template" in run("new", "nothing", "-o", tmp_path / "b.briefing")[2]
    assert "Let it end in .briefing" in run("new", "bilateral", "-o", tmp_path / "b.txt")[2]
    assert "Choose a .briefing, .docx or .pdf file" in run("check", tmp_path / "a.odt")[2]
    assert "does not exist" in run("check", tmp_path / "b.briefing")[2]
    assert "no file" in run("open", tmp_path / "b.briefing")[2]
    assert "Use one of" in run("export", briefing, "-o", tmp_path / "a.odt")[2]
    (tmp_path / "c.briefing").write_bytes(b"no zip")
    code, _, said = run("outline", tmp_path / "c.briefing")
    assert (code, "is damaged" in said) == (FAILED, True)


def test_templates_are_listed_shown_kept_and_removed(run, briefing, tmp_path):
    assert len(run("templates", "--json")[1]) == 8
    assert "Bilateral meeting brief" in run("templates")[1]
    shown = json.loads(run("templates", "show", "bilateral")[1])
    schema = json.loads((paths.resources() / "schemas" / "template.schema.json").read_bytes())
    jsonschema.validate(shown, schema)
    file = tmp_path / "own.brieftemplate"
    for arguments in (
        ("add", briefing, "--title", "Our brief"),
        ("rename", "our-brief", "--title", "Ministry brief"),
        ("duplicate", "our-brief", "--title", "Embassy brief"),
        ("export", "our-brief", "-o", file),
        ("add", file),
        ("remove", "embassy-brief"),
    ):
        assert run("templates", *arguments)[0] == DONE, arguments
    names = [one["name"] for one in run("templates", "--json")[1] if not one["built_in"]]
    assert names == ["our-brief", "our-brief-2"]
    assert run("templates", "remove", "bilateral")[0] == FAILED
    assert run("templates", "show")[0] == FAILED


def test_the_demonstration_wishes_for_the_window(run, tmp_path):
    wish, out, _ = run("demo", "-o", tmp_path / "demo")
    assert isinstance(wish, Window)
    assert wish.briefing.exists()
    assert len(out.splitlines()) == 3


@pytest.mark.parametrize(
    "arguments",
    [[], ["nothing"], ["new"], ["search", "x", "--kind", "y"], ["search", "x", "--limit", "0"]],
)
def test_wrong_usage_ends_with_two(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_an_interrupt_ends_quietly(run, monkeypatch):
    def interrupted(path):
        raise KeyboardInterrupt

    monkeypatch.setattr("briefer.cli.output.open_library", interrupted)
    assert run("sources")[0] == FAILED


NO_SCREEN = {"BRIEFER_HOME": "", "PATH": "", "QT_QPA_PLATFORM": ""}


def program(*arguments, home, **more):
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path)), "BRIEFER_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "briefer", *map(str, arguments)],
        capture_output=True, text=True, env=environment, timeout=120, **more,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    ("arguments", "code"), [((), 1), (("open",), 1), (("mine.briefing",), 1), (("demo",), 0)]
)
def test_without_a_screen_a_sentence_says_so(tmp_path, arguments, code):
    (tmp_path / "mine.briefing").write_bytes(b"")
    done = program(*arguments, home=tmp_path, cwd=tmp_path)
    assert done.returncode == code
    assert ("no screen" in done.stderr) is (code == 1)


HEAVY = ("PySide6", "reportlab", "docx", "lxml")


@pytest.mark.parametrize(
    "arguments",
    [("sources", "--json"), ("search", "mines"), ("suggest",), ("templates",), ("--version",)],
)
def test_a_command_that_needs_none_loads_nothing_heavy(tmp_path, arguments):
    code = (
        "import sys; sys.argv = ['briefer', *sys.argv[1:]]\n"
        "from briefer.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path)), "BRIEFER_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_output_that_nobody_reads_is_no_error(tmp_path):
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path)), "BRIEFER_HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "briefer", "show", STATEMENT, "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    ) as process:  # fmt: skip
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_every_command_is_in_the_readme():
    readme = (paths.resources().parent / "README.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"briefer {command.name}" in readme


def test_the_program_asks_for_the_window_without_arguments(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["briefer"])
    monkeypatch.setattr(__main__, "_has_screen", lambda: False)
    assert __main__.main() == FAILED
    assert "no screen" in capsys.readouterr().err
