"""The check of an exported file as a script sees it."""

import json

import pytest

from briefer import paths
from briefer.cli import DONE, FAILED, MISMATCH, main
from tests.exporters.word_files import altered, paragraph_of, text_of, write


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed (as JSON where it is), what it said."""

    def ran(*arguments):
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        out = json.loads(printed.out) if "--json" in arguments else printed.out
        return code, out, printed.err

    return ran


@pytest.fixture(params=["docx", "pdf"])
def exported(run, tmp_path, request):
    return made(run, tmp_path, request.param)


@pytest.fixture
def word(run, tmp_path):
    return made(run, tmp_path, "docx")


def made(run, folder, suffix):
    briefing, path = folder / "a.briefing", folder / f"a.{suffix}"
    run("new", "bilateral", "-o", briefing, "--title", "Meeting", "--fill")
    run("export", briefing, "-o", path)
    return path


def test_an_untouched_export_is_verified(run, exported):
    code, out, said = run("check", exported, "--json")
    assert (code, out["verdict"], out["findings"], said) == (DONE, "verified", [], "")
    assert {one["status"] for one in out["items"]} == {"verified"}
    assert set(out["items"][0]) == {
        "id", "status", "expected", "found", "finding", "differences",
    }  # fmt: skip
    code, out, _ = run("check", exported)
    assert (code, out.splitlines()[-1].split(":")[0]) == (DONE, "verified")


def test_an_altered_item_is_named_with_the_difference(run, word):
    item = run("check", word, "--json")[1]["items"][0]

    def edit(root):
        paragraph = paragraph_of(root, item["id"])
        write(paragraph, text_of(paragraph).replace(" ", " not ", 1))

    word.write_bytes(altered(word.read_bytes(), edit))
    code, out, _ = run("check", word, "--json")
    bad = out["items"][0]
    assert (code, out["verdict"], bad["status"]) == (MISMATCH, "mismatch", "altered")
    assert ("insert", "not") in [(one["op"], one["found"]) for one in bad["differences"]]
    code, out, _ = run("check", word)
    assert code == MISMATCH
    assert f"{item['id']}  altered\n    “not” was added." in out
    assert f"expected: {item['expected']}\n    found:    {bad['found']}" in out
    assert out.endswith("mismatch: not everything stands as it was exported.\n")


def test_no_library_is_made_for_a_check(run, word, tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "elsewhere"))
    code, out, _ = run("check", word)
    assert code == FAILED
    assert "is not in the library." in out
    assert "nothing was altered since the export, but not everything could be compared" in out
    assert not paths.library().exists()
    assert run("check", word, "--library", tmp_path / "none.db")[0] == FAILED
    assert not (tmp_path / "none.db").exists()


def test_a_file_without_a_proof_cannot_be_checked(run, tmp_path):
    from docx import Document

    foreign = tmp_path / "foreign.docx"
    Document().save(foreign)
    code, out, _ = run("check", foreign)
    assert code == FAILED
    assert "foreign.docx carries no proof" in out
    assert out.splitlines()[-1] == "cannot check: not everything could be compared."


@pytest.mark.parametrize("name", ["a.txt", "none.docx"])
def test_what_cannot_be_checked_is_an_error(run, tmp_path, name):
    (tmp_path / "a.txt").write_text("words")
    code, out, said = run("check", tmp_path / name)
    assert (code, out) == (FAILED, "")
    assert said.startswith("briefer: ")
