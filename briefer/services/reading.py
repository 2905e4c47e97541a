"""Documents on their way into the library: most are read ahead in other processes; in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path, PurePosixPath

from msgspec import Struct

from briefer.core.errors import BrieferError, UnreadableSource
from briefer.core.progress import Progress
from briefer.importers import Reading
from briefer.importers.child import Answer, Job, answer
from briefer.importers.imported import Notice
from briefer.importers.workers import Workers, needs_no_process

BATCH = 32
BATCH_BYTES = 512 * 1024
"""Documents that are read in one go: asking for each costs more than a short text."""

AHEAD_BYTES = 64 * 1024 * 1024
AHEAD = 256
"""Bytes of documents, and how many, that are read ahead of those being kept."""

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
    warnings: tuple[Notice, ...] = ()
    encoding: str = ""
    error: BrieferError | None = None


class Root:
    """A file on the disk, and what has come out of it so far."""

    def __init__(self) -> None:
        self.documents = 0
        self.bytes = 0


class Document(Struct, frozen=True):
    """A document to be imported, and where it lies; `number` is that of its file."""

    path: str
    job: Job
    number: int
    root: Root
    depth: int = 0
    file: Path | None = None


class _Asked(Struct, frozen=True):
    """Documents that are being read."""

    documents: tuple[Document, ...]
    answers: Future[tuple[Answer, ...]]


Pair = tuple[Document, Answer]


class ReadingAhead:
    """Keeps the workers busy with what comes next, and gives the answers in order.

    Small plain texts are read here, when it is their turn.
    """

    def __init__(
        self,
        workers: Workers,
        documents: Iterator[Document | Outcome],
        total: int,
        progress: Progress,
    ) -> None:
        self._workers = workers
        self._batches = _batches(documents)
        self._total = total
        self._progress = progress
        self._waiting: deque[_Asked | Document | Pair | Outcome] = deque()
        self._ahead = 0
        self._asked_for = 0

    def answers(self) -> Iterator[Pair | Outcome]:
        """Each document with its answer, in order; the outcome of one that was not readable."""
        while True:
            self._fill()
            if not self._waiting:
                return
            first = self._waiting.popleft()
            if isinstance(first, _Asked):
                answers = self._wait(first)
                self._ahead -= _size(first.documents)
                self._asked_for -= 1
                pairs = list(zip(first.documents, answers, strict=True))
                self._waiting.extendleft(reversed(pairs))  # what lies inside one goes before others
                continue
            if isinstance(first, Document):
                self._ahead -= len(first.job.data)
                first = first, answer(first.job)
            if not isinstance(first, Outcome):
                self._report(first[0])
            yield first

    def look_inside(self, document: Document, reading: Reading) -> list[Outcome]:
        """Takes the documents inside another one before all that wait; gives those that fail."""
        failed = [
            Outcome(f"{document.path}/{one.name}", error=one.error()) for one in reading.failures
        ]
        inside: list[Document] = []
        for one in reading.attachments:
            path = f"{document.path}/{printable(one.name)}"
            document.root.documents += 1
            document.root.bytes += len(one.data)
            if why := _too_much(document):
                failed.append(Outcome(path, error=why))
                continue
            job = Job(one.data, PurePosixPath(printable(one.name)).name, document.job.options)
            inside.append(Document(path, job, document.number, document.root, document.depth + 1))
        for batch in reversed(list(_batches(inside))):
            self._waiting.appendleft(self._asked(batch))
        return failed

    def _fill(self) -> None:
        while (
            self._asked_for <= 2 * self._workers.count
            and self._ahead < AHEAD_BYTES
            and len(self._waiting) < AHEAD
        ):
            batch = next(self._batches, None)
            if batch is None:
                return
            self._waiting.append(self._asked(batch))

    def _asked(self, batch: "_Batch") -> _Asked | Document | Outcome:
        if isinstance(batch, Outcome):
            return batch
        if isinstance(batch, Document):
            self._ahead += len(batch.job.data)
            return batch
        self._ahead += _size(batch)
        self._asked_for += 1
        return _Asked(batch, self._workers.read([one.job for one in batch]))

    def _wait(self, asked: _Asked) -> tuple[Answer, ...]:
        """The answers, when they come; meanwhile the import can be stopped."""
        while True:
            try:
                return asked.answers.result(PATIENCE)
            except TimeoutError:
                self._report(asked.documents[0])

    def _report(self, document: Document) -> None:
        self._progress(document.number, self._total, document.job.file)


_Batch = tuple[Document, ...] | Document | Outcome


def _batches(documents: Iterable[Document | Outcome]) -> Iterator[_Batch]:
    """Documents that follow each other and are small, together; what needs no process, alone."""
    batch: list[Document] = []
    size = 0
    for one in documents:
        alone = isinstance(one, Outcome) or needs_no_process(one.job)
        if batch and (alone or len(batch) == BATCH or size > BATCH_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        if isinstance(one, Outcome) or alone:
            yield one
        else:
            batch.append(one)
            size += len(one.job.data)
    if batch:
        yield tuple(batch)


def _size(documents: Iterable[Document]) -> int:
    return sum(len(one.job.data) for one in documents)


def _too_much(document: Document) -> UnreadableSource | None:
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


def printable(name: str) -> str:
    """A file name whose undecodable bytes, which no other program could show, are marked."""
    return name.encode("utf-8", "replace").decode()
