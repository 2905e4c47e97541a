"""Importing documents into the library: files, folders, what lies inside them, pasted text."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path, PurePosixPath
from typing import Literal

from msgspec import Struct

from briefer.core.errors import BrieferError, UnreadableSource
from briefer.core.model import Source
from briefer.core.progress import Progress, silent
from briefer.importers import LARGEST, Options, Reading
from briefer.importers.child import Answer, Job
from briefer.importers.workers import Workers
from briefer.store import Library
from briefer.store.files import read

BATCH = 32
BATCH_BYTES = 512 * 1024
"""Documents that are read in one go: asking for each costs more than a short text."""

AHEAD_BYTES = 64 * 1024 * 1024
"""Bytes of documents that are read ahead of those being kept."""

PATIENCE = 0.1
"""Seconds between two chances to stop."""

DEEPEST = 3
INSIDE = 2_000
INSIDE_BYTES = 256 * 1024 * 1024
"""How deep documents may lie in each other, and how many, and how large, may lie in one file."""


class Outcome(Struct, frozen=True):
    """What became of one document: the id of its source, or the error that kept it out.

    The path of one that lies inside another goes on behind that one's: `outer.zip/inner.docx`.
    """

    path: str
    source: str = ""
    known: bool = False
    """The library held the document already."""
    warnings: tuple[str, ...] = ()
    encoding: str = ""
    error: BrieferError | None = None


class _Root:
    """A file on the disk, and what has come out of it so far."""

    def __init__(self) -> None:
        self.documents = 0
        self.bytes = 0


class _Document(Struct, frozen=True):
    """A document to be imported, and where it lies; `number` is that of its file."""

    path: str
    job: Job
    number: int
    root: _Root
    depth: int = 0
    file: Path | None = None


Batch = tuple[tuple[_Document, ...], Future[tuple[Answer, ...]]]


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
    or a full disk leaves it as it was. `by_reference` keeps where a file lies instead of its bytes.
    """
    options = options or Options()
    files = [file for path in paths for file in _files(path)]

    def documents() -> Iterator[_Document | Outcome]:
        for number, file in enumerate(files):
            try:
                job = Job(_read(file), _printable(file.name), options)
            except BrieferError as error:
                yield Outcome(str(file), error=error)
                continue
            kept_at = file.absolute() if by_reference else None
            yield _Document(str(file), job, number, _Root(), file=kept_at)

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
    job = Job(data, _printable(file), options or Options())
    return _import(library, iter([_Document(job.file, job, 0, _Root())]), 1, progress)


def _import(
    library: Library, documents: Iterator[_Document | Outcome], total: int, progress: Progress
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    with Workers() as workers:
        reading = _Reading(workers, documents, total, progress)
        added = set(library.add(_sources(reading.answers(), outcomes, reading)))
    progress(total, total, "")
    return [_noted(outcome, added) for outcome in outcomes]


def _sources(
    answers: Iterator[tuple[_Document, Answer] | Outcome],
    outcomes: list[Outcome],
    reading: "_Reading",
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


class _Reading:
    """Keeps the workers busy with what comes next, and gives the answers in order."""

    def __init__(
        self,
        workers: Workers,
        documents: Iterator[_Document | Outcome],
        total: int,
        progress: Progress,
    ) -> None:
        self._workers = workers
        self._batches = _batches(documents)
        self._total = total
        self._progress = progress
        self._waiting: deque[Batch | Outcome] = deque()
        self._ahead = 0

    def answers(self) -> Iterator[tuple[_Document, Answer] | Outcome]:
        """Each document with its answer, in order; the outcome of one that was not readable."""
        while True:
            self._fill()
            if not self._waiting:
                return
            next_one = self._waiting.popleft()
            if isinstance(next_one, Outcome):
                yield next_one
                continue
            documents, future = next_one
            answers = self._wait(documents[0], future)
            self._ahead -= _size(documents)
            for document, answer in zip(documents, answers, strict=True):
                self._report(document)
                yield document, answer

    def look_inside(self, document: _Document, reading: Reading) -> list[Outcome]:
        """Takes the documents inside another one before all that wait; gives those that fail."""
        failed = [
            Outcome(f"{document.path}/{one.name}", error=one.error()) for one in reading.failures
        ]
        inside: list[_Document] = []
        for one in reading.attachments:
            path = f"{document.path}/{_printable(one.name)}"
            document.root.documents += 1
            document.root.bytes += len(one.data)
            if why := _too_much(document):
                failed.append(Outcome(path, error=why))
                continue
            job = Job(one.data, PurePosixPath(_printable(one.name)).name, document.job.options)
            inside.append(_Document(path, job, document.number, document.root, document.depth + 1))
        for batch in reversed(list(_batches(inside))):
            self._waiting.appendleft(self._asked(batch))
        return failed

    def _fill(self) -> None:
        while len(self._waiting) <= 2 * self._workers.count and self._ahead < AHEAD_BYTES:
            batch = next(self._batches, None)
            if batch is None:
                return
            self._waiting.append(self._asked(batch))

    def _asked(self, batch: tuple[_Document, ...] | Outcome) -> Batch | Outcome:
        if isinstance(batch, Outcome):
            return batch
        self._ahead += _size(batch)
        return batch, self._workers.read([one.job for one in batch])

    def _wait(self, first: _Document, future: Future[tuple[Answer, ...]]) -> tuple[Answer, ...]:
        """The answers, when they come; meanwhile the import can be stopped."""
        while True:
            try:
                return future.result(PATIENCE)
            except TimeoutError:
                self._report(first)

    def _report(self, document: _Document) -> None:
        self._progress(document.number, self._total, document.job.file)


def _batches(
    documents: Iterable[_Document | Outcome],
) -> Iterator[tuple[_Document, ...] | Outcome]:
    """Documents that follow each other and are small, together; an outcome by itself."""
    batch: list[_Document] = []
    for one in documents:
        full = len(batch) == BATCH or _size(batch) > BATCH_BYTES
        if batch and (full or isinstance(one, Outcome)):
            yield tuple(batch)
            batch = []
        if isinstance(one, Outcome):
            yield one
        else:
            batch.append(one)
    if batch:
        yield tuple(batch)


def _size(documents: Iterable[_Document]) -> int:
    return sum(len(one.job.data) for one in documents)


def _too_much(document: _Document) -> UnreadableSource | None:
    """Why a document inside this one is not looked at."""
    if document.depth >= DEEPEST:
        why, code = "lie too deep in each other", "unsafe_content"
    elif document.root.documents > INSIDE:
        why, code = "are too many in one file", "too_large"
    elif document.root.bytes > INSIDE_BYTES:
        why, code = "are too large together", "too_large"
    else:
        return None
    return UnreadableSource(
        f"The documents inside this file {why}.", "Unpack it and import its folder.", code
    )


def _noted(outcome: Outcome, added: set[str]) -> Outcome:
    if not outcome.source or outcome.source in added:
        added.discard(outcome.source)  # the same document twice in one go is known the second time
        return outcome
    return Outcome(outcome.path, outcome.source, True, outcome.warnings, outcome.encoding)


def _printable(name: str) -> str:
    """A file name whose undecodable bytes, which no other program could show, are marked."""
    return name.encode("utf-8", "replace").decode()


def _files(path: Path) -> list[Path]:
    """The file itself, or every file below a folder that is not hidden, in order of name."""
    if not path.is_dir():
        return [path]
    below = (one for one in path.rglob("*") if one.is_file())
    return sorted(
        one for one in below if not any(p.startswith(".") for p in one.relative_to(path).parts)
    )


def _read(file: Path) -> bytes:
    if not file.exists():
        raise UnreadableSource(
            f"There is no file {file.name}.", "Check its name and folder.", "not_found"
        )
    if not file.is_file():
        raise UnreadableSource(f"{file.name} is no file.", "Choose a document.", "unsupported")
    return read(file, LARGEST)
