"""The report of a check is written in three formats."""

import json

import docx
import pytest

from briefer.core.errors import FileError
from briefer.core.proof import Proof, ProvenItem
from briefer.services.reports import write_report

PROOF = Proof(
    "mismatch", (ProvenItem("a", "altered", "Was.", "Is.", "It was altered."),), ("Say.",)
)


def test_json_holds_the_whole_proof(tmp_path):
    path = tmp_path / "report.json"
    write_report(PROOF, "brief.docx", path)
    form = json.loads(path.read_bytes())
    assert (form["format"], form["version"], form["file"]) == (
        "briefer-check-report", 1, "brief.docx",
    )  # fmt: skip
    assert form["items"][0]["finding"] == "It was altered."
    assert list(form) == sorted(form)


def test_word_and_pdf_hold_its_words(tmp_path):
    for ending in (".docx", ".pdf"):
        write_report(PROOF, "brief.docx", tmp_path / f"report{ending}")
    words = docx.Document(str(tmp_path / "report.docx"))
    text = [cell.text for table in words.tables for row in table.rows for cell in row.cells]
    assert "It was altered." in text
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_another_format_is_refused(tmp_path):
    with pytest.raises(FileError):
        write_report(PROOF, "brief.docx", tmp_path / "report.odt")
