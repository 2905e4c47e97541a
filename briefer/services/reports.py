"""The report of checking an exported file, written as DOCX, PDF or JSON."""

from pathlib import Path

import msgspec

from briefer.core.check_report import report_document
from briefer.core.progress import Progress, silent
from briefer.core.proof import Proof
from briefer.services.export import write_document
from briefer.store.files import write_atomically

JSON = ".json"


def report_json(proof: Proof, name: str) -> bytes:
    """The report as UTF-8 JSON, keys sorted, two spaces of indent."""
    form = {"format": "briefer-check-report", "version": 1, "file": name}
    whole = msgspec.json.encode({**form, **msgspec.to_builtins(proof)}, order="sorted")
    return msgspec.json.format(whole, indent=2) + b"\n"


def write_report(proof: Proof, name: str, path: Path, progress: Progress = silent) -> None:
    """Writes the report on the file of this name in the format of the path's ending.

    Raises FileError when the format is not known or the file cannot be written.
    """
    if path.suffix.lower() == JSON:
        write_atomically(path, report_json(proof, name))
    else:
        write_document(report_document(proof, name), path, progress)
