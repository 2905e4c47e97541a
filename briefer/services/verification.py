"""The verification record of a briefing, made and written as DOCX, PDF or JSON."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from briefer.core.errors import FileError
from briefer.core.model import Briefing, Source
from briefer.core.progress import Progress, silent
from briefer.core.verification import VerificationRecord, make_record, record_document
from briefer.services.export import write_document
from briefer.services.quoting import check_briefing
from briefer.store.files import write_atomically

JSON = ".json"


def record_of(
    briefing: Briefing, sources: Mapping[str, Source], figures: Iterable[str] = ()
) -> VerificationRecord:
    """The record of a briefing as it stands now; `sources` is id -> source.

    `figures` is what the library knows of figures that disagree (see Conflicts.recorded).
    """
    return make_record(briefing, sources, check_briefing(briefing, sources), figures)


def as_json(record: VerificationRecord) -> bytes:
    """The record as UTF-8 JSON, keys sorted, two spaces of indent."""
    form = {"format": "briefer-verification-record", "version": 1, **msgspec.to_builtins(record)}
    return msgspec.json.format(msgspec.json.encode(form, order="sorted"), indent=2) + b"\n"


def write_record(
    record: VerificationRecord, path: Path, language: str = "en", progress: Progress = silent
) -> None:
    """Writes the record in the format of the path's ending. Raises FileError."""
    if path.suffix.lower() == JSON:
        write_atomically(path, as_json(record))
        return
    try:
        write_document(record_document(record, language), path, progress)
    except FileError as error:
        if error.code != "format":
            raise
        raise FileError(error.message, f"{error.hint} A record may end in {JSON} too.") from error
