"""Writing a briefing as DOCX or PDF, after checking it."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefer import paths
from briefer.core.check import require_verified
from briefer.core.compose import compose
from briefer.core.document import Document, Heading
from briefer.core.errors import FileError
from briefer.core.forms import encode
from briefer.core.manifest import make_manifest
from briefer.core.model import Briefing, Source
from briefer.core.progress import Progress, silent
from briefer.core.verification import TITLE, make_record, record_blocks
from briefer.exporters import EXPORTERS, Exporter
from briefer.services.quoting import check_briefing
from briefer.store.files import write_atomically


class Choices(Struct, frozen=True):
    """What an export is to be like."""

    final: bool = False
    """State what the sources do not, where a draft shows a gap."""
    record: bool = False
    """Put the verification record behind the briefing, as an annex."""
    held: Collection[str] = ()
    """Quotations in own text that the library holds (see looking_up.held_quotations)."""
    figures: Sequence[str] = ()
    """What the record says of figures that disagree (see conflicts.Conflicts.recorded)."""


AS_DRAFT = Choices()


def export_briefing(
    briefing: Briefing,
    sources: Mapping[str, Source],
    path: Path,
    progress: Progress = silent,
    choices: Choices = AS_DRAFT,
) -> None:
    """Checks the briefing, then writes it in the format of the path's ending (.docx, .pdf).

    The file carries its manifest, which services/proof.py compares it with later. Raises
    QuoteMismatch and writes nothing when a pick may not go out as it is; FileError when the
    format is not known or the file cannot be written.
    """
    _exporter(path)
    report = check_briefing(briefing, sources, choices.held)
    require_verified(report)
    document = compose(briefing, sources, final=choices.final)
    if choices.record:
        annex = record_blocks(make_record(briefing, sources, report, choices.figures))
        title = Heading(TITLE, 1, "verification-record")
        document = replace(document, blocks=(*document.blocks, title, *annex))
    proof = encode(make_manifest(briefing, sources, document))
    write_document(replace(document, manifest=proof), path, progress)


def write_document(document: Document, path: Path, progress: Progress = silent) -> None:
    """Writes a document in the format of the path's ending. Raises FileError."""
    write_atomically(path, _exporter(path)(document, paths.resources(), progress))


def _exporter(path: Path) -> Exporter:
    exporter = EXPORTERS.get(path.suffix.lower())
    if exporter is None:
        known = ", ".join(EXPORTERS)
        raise FileError(
            f"{path.name} has no ending that names a known format.",
            f"Use one of: {known}.",
            "format",
        )
    return exporter
