"""The check of an exported file: what was altered since, in sentences or as JSON."""

from pathlib import Path

from briefer import paths
from briefer.cli.output import DONE, FAILED, MISMATCH, Options, show
from briefer.core.proof import Proof
from briefer.services.library import open_existing

OUTCOMES = {"verified": DONE, "mismatch": MISMATCH, "cannot_check": FAILED}
"""Verdict -> exit code."""

VERDICTS = {
    "verified": "verified: every item stands as it was exported, and is what its source says.",
    "mismatch": "mismatch: not everything stands as it was exported.",
    "cannot_check": "cannot check: {altered}not everything could be compared.",
}


def check_exported(path: Path, options: Options) -> int:
    """Compares a .docx or .pdf file with the proof in it; exit 3 for a mismatch, 1 when it cannot.

    The library's sources are compared too, where there is a library; none is made.
    """
    from briefer.services.proof import check_file

    library = open_existing(paths.library(options.library or None))
    if library is not None:
        options.at_end.callback(library.close)
    proof = check_file(path, library)
    if options.json:
        show(proof)
    else:
        _print(proof)
    return OUTCOMES[proof.verdict]


def _print(proof: Proof) -> None:
    for item in proof.items:
        print(f"{item.id}  {item.status}")
        if item.finding:
            print(f"    {item.finding}")
        if item.differences or item.status == "removed":
            print(f"    expected: {item.expected}\n    found:    {item.found}")
    for finding in proof.findings:
        print(finding)
    altered = "nothing was altered since the export, but " if proof.items else ""
    print(VERDICTS[proof.verdict].format(altered=altered))
