"""Writing a briefing as DOCX or PDF, after checking it."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from briefer import paths
from briefer.core.check import require_verified
from briefer.core.compose import compose
from briefer.core.errors import FileError
from briefer.core.forms import encode
from briefer.core.manifest import make_manifest
from briefer.core.model import Briefing, Source
from briefer.core.progress import Progress, silent
from briefer.exporters import EXPORTERS
from briefer.services.quoting import check_briefing
from briefer.store.files import write_atomically


def export_briefing(
    briefing: Briefing,
    sources: Mapping[str, Source],
    path: Path,
    progress: Progress = silent,
    *,
    final: bool = False,
) -> None:
    """Checks the briefing, then writes it in the format of the path's ending (.docx, .pdf).

    The file carries its manifest, which services/proof.py compares it with later.

    Raises QuoteMismatch and writes nothing when a pick is not what its source says; FileError
    when the format is not known or the file cannot be written.
    """
    exporter = EXPORTERS.get(path.suffix.lower())
    if exporter is None:
        known = ", ".join(EXPORTERS)
        raise FileError(
            f"{path.name} has no ending that names a known format.", f"Use one of: {known}."
        )
    require_verified(check_briefing(briefing, sources))
    document = compose(briefing, sources, final=final)
    proof = encode(make_manifest(briefing, sources, document))
    data = exporter(replace(document, manifest=proof), paths.resources(), progress)
    write_atomically(path, data)
