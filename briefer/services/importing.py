"""Importing documents into the library: files, folders, what lies inside them, pasted text."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from briefer.core.errors import BrieferError, UnreadableSource
from briefer.core.model import Source
from briefer.core.progress import Progress, silent
from briefer.importers import LARGEST, Options
from briefer.importers.child import Job
from briefer.importers.formats import MEGABYTE
from briefer.importers.workers import Workers
from briefer.services.reading import Document, Outcome, Pair, ReadingAhead, Root, printable
from briefer.store import Library
from briefer.store.files import read


def import_paths(
    library: Library,
    paths: Sequence[Path],
    progress: Progress = silent,
    options: Options | None = None,
    *,
    by_reference: bool = False,
) -> list[Outcome]:
    """Imports files, the files in folders, and the documents inside them.

    One that fails does not stop the others. All go into the library in one transaction; a cancel
    or a full disk leaves it as it was. `by_reference` keeps where a file lies instead of its bytes;
    of documents inside a file the bytes are kept all the same.
    """
    options = options or Options()
    files = [file for path in paths for file in files_in(path)]

    def documents() -> Iterator[Document | Outcome]:
        for number, file in enumerate(files):
            try:
                job = Job(_read(file), printable(file.name), options)
            except BrieferError as error:
                yield Outcome(str(file), error=error)
                continue
            kept_at = file.absolute() if by_reference else None
            yield Document(str(file), job, number, Root(), file=kept_at)

    return _import(library, documents(), len(files), progress)


def import_text(
    library: Library,
    text: str,
    name: str,
    form: Literal["text", "html"] = "text",
    progress: Progress = silent,
) -> Outcome:
    """Imports text, or a part of a web page, that was pasted; `name` is what the source is called.

    The document is what a file with these characters in UTF-8 would be.
    """
    ending = {"text": ".txt", "html": ".html"}[form]
    file = name if name.lower().endswith(ending) else f"{name}{ending}"
    return import_bytes(library, text.encode("utf-8", "replace"), file, progress=progress)[0]


def import_bytes(
    library: Library,
    data: bytes,
    file: str,
    options: Options | None = None,
    progress: Progress = silent,
) -> list[Outcome]:
    """Imports a document that does not lie in a file, and the documents inside it."""
    job = Job(data, printable(file), options or Options())
    return _import(library, iter([Document(job.file, job, 0, Root())]), 1, progress)


def _import(
    library: Library, documents: Iterator[Document | Outcome], total: int, progress: Progress
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    with Workers() as workers:
        reading = ReadingAhead(workers, documents, total, progress)
        added = set(library.add(_sources(reading.answers(), outcomes, reading)))
    progress(total, total, "")
    return [_noted(outcome, added) for outcome in outcomes]


def _sources(
    answers: Iterator[Pair | Outcome],
    outcomes: list[Outcome],
    reading: ReadingAhead,
) -> Iterator[tuple[Source, bytes | Path]]:
    """The sources in the order of the documents; what became of each is noted in `outcomes`."""
    for one in answers:
        if isinstance(one, Outcome):
            outcomes.append(one)
            continue
        document, answer = one
        if answer.failure is not None:
            outcomes.append(Outcome(document.path, error=answer.failure.error()))
        if answer.reading is None:
            continue
        source = answer.reading.source
        if source is not None:
            outcome = Outcome(
                document.path,
                source.id,
                warnings=answer.reading.warnings,
                encoding=source.encoding,
            )
            outcomes.append(outcome)
            yield source, document.file or document.job.data
        outcomes += reading.look_inside(document, answer.reading)


def _noted(outcome: Outcome, added: set[str]) -> Outcome:
    if not outcome.source or outcome.source in added:
        added.discard(outcome.source)  # the same document twice in one go is known the second time
        return outcome
    return Outcome(outcome.path, outcome.source, True, outcome.warnings, outcome.encoding)


def files_in(path: Path) -> list[Path]:
    """The file itself, or every file below a folder that is not hidden, in order of name."""
    if not path.is_dir():
        return [path]
    found: list[str] = []
    for folder, folders, names in os.walk(path):  # pathlib takes several times as long
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (os.path.join(folder, name) for name in names if not name.startswith("."))
        found += filter(os.path.isfile, paths)
    return [Path(one) for one in sorted(found, key=lambda one: one.split(os.sep))]


def _read(file: Path) -> bytes:
    if not file.is_file():
        if file.exists():
            raise UnreadableSource(f"{file.name} is no file.", "Choose a document.", "unsupported")
        raise UnreadableSource(
            f"There is no file {file.name}.", "Check its name and folder.", "not_found"
        )
    if file.stat().st_size > LARGEST:
        raise UnreadableSource(
            f"{file.name} is larger than {LARGEST // MEGABYTE} MB.",
            "Import the part that you need.",
            "too_large",
        )
    return read(file, LARGEST)
