"""Checking the library: its file, its index, and every source against its original."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal

from msgspec import Struct

from briefer.core import changes
from briefer.core.errors import BrieferError, LibraryError
from briefer.core.forms import is_whole
from briefer.core.model import Source
from briefer.core.progress import Progress, silent
from briefer.store import checking
from briefer.store.checking import COPY_HINT, REPAIRABLE, Fault, Held
from briefer.store.connection import Connection
from briefer.store.files import read
from briefer.store.sqlite import LARGEST_ORIGINAL

TEXTS = ("text/plain", "text/markdown")
"""Media types whose log leads back to the bytes, decoded and nothing else."""

ABSENT = "Its bytes are not in this library, so that its text cannot be compared with them."
LOCKED = "Its original opens with a password, which is never kept: it cannot be read again."
READ_AGAIN = "Import the document again from where it came, or restore a copy from before."


class Soundness(Struct, frozen=True):
    """What the check of a library came to."""

    verdict: Literal["whole", "repaired", "damaged"]
    sources: int
    faults: tuple[Fault, ...] = ()
    """What is wrong, or was, if it is repaired now."""
    notes: tuple[Fault, ...] = ()
    """What could not be compared."""


def check_library(
    path: Path, progress: Progress = silent, *, deep: bool = False, repair: bool = False
) -> Soundness:
    """Looks for all that may be wrong with a library; never changes a source.

    `deep` reads every original again with its importer. `repair` makes the search index and the
    facets anew; before that every original is read again, since the index is what else would tell
    that a text was altered. Raises LibraryError when there is no library or it is in use.
    """
    if not path.exists():
        raise LibraryError(f"There is no library {path}.", "Check its name and folder.")
    try:
        opened = checking.open_for_check(path)
    except LibraryError as error:
        if error.code != "damaged":
            raise
        return Soundness("damaged", 0, (Fault("file", error.message, COPY_HINT),))
    with closing(opened.db):
        return _check(opened, progress, deep or repair, repair)


def _check(library: Connection, progress: Progress, deep: bool, repair: bool) -> Soundness:
    total = checking.count(library)
    progress(0, total, "the file")
    with checking.stoppable(library, lambda: progress(0, total, "the file")):
        faults = checking.look_through(library)
    notes: list[Fault] = []
    of_sources = _read_again if deep else _as_kept
    for found in of_sources(library, total, progress):
        (notes if found.kind == "missing" and found.message in (ABSENT, LOCKED) else faults).append(
            found
        )
    verdict: Literal["whole", "repaired", "damaged"] = "damaged" if faults else "whole"
    if repair and faults and all(one.kind in REPAIRABLE for one in faults):
        checking.repair(library)
        verdict = "damaged" if checking.look_through(library) else "repaired"
    return Soundness(verdict, total, tuple(faults), tuple(notes))


def _as_kept(library: Connection, total: int, progress: Progress) -> Iterator[Fault]:
    for number, held in enumerate(checking.each(library)):
        progress(number, total, held.file)
        yield from faults_of(held, _original(held))


def _original(held: Held) -> bytes | Fault:
    """The bytes that a source was imported from, or why they are not to be had."""
    if held.original is not None:
        return held.original
    if not held.path:
        return _fault("missing", held, ABSENT, "")
    try:
        return read(Path(held.path), LARGEST_ORIGINAL)
    except BrieferError as error:
        message = f"The file it was imported from is not to be had: {error.message}"
        return _fault("missing", held, message, "Put the file back where it was.")


def _fault(kind: checking.Kind, held: Held, message: str, hint: str) -> Fault:
    return Fault(kind, message, hint, held.id, held.file)


def faults_of(held: Held, original: bytes | Fault) -> Iterator[Fault]:
    """What is wrong with a source as it is kept, as far as its row and its bytes tell."""
    source = held.source
    if source is None:
        yield _fault("record", held, f"It cannot be read: {held.why}", COPY_HINT)
        return
    if held.why or not is_whole(source):
        why = held.why or "its paragraphs do not fit its text"
        yield _fault("text", held, f"It is damaged: {why}.", COPY_HINT)
    if isinstance(original, Fault):
        yield original
        return
    if hashlib.sha256(original).hexdigest() != source.sha256:
        if held.path:
            message = f"{held.path} is no longer the file that was imported."
            yield _fault("original", held, message, "Look for the file as it was.")
        else:
            yield _fault("original", held, "The bytes it was imported from are damaged.", COPY_HINT)
    elif not _id_fits(source, original):
        yield _fault("id", held, "Its id is not that of the bytes it was imported from.", COPY_HINT)
    elif source.media_type in TEXTS and not _log_fits(source, original):
        message = "Its text is not what its bytes and its conversion log give."
        yield _fault("text", held, message, COPY_HINT)


def _id_fits(source: Source, original: bytes) -> bool:
    from briefer.importers import make_id  # loads the table of formats

    return source.id in (make_id(original), make_id(original, source.encoding))


def _log_fits(source: Source, original: bytes) -> bool:
    try:
        return changes.apply(original.decode(source.encoding), list(source.log)) == source.text
    except (ValueError, LookupError):
        return False


def _read_again(library: Connection, total: int, progress: Progress) -> Iterator[Fault]:
    """As `_as_kept`; then, where nothing is wrong so far, the importer's word on the original."""
    from briefer.importers import Options  # starts processes
    from briefer.importers.child import Job
    from briefer.importers.workers import Workers
    from briefer.services.reading import Document, Outcome, ReadingAhead, Root

    waiting: dict[str, Held] = {}
    faults: list[Fault] = []

    def documents() -> Iterator[Document | Outcome]:
        for number, held in enumerate(checking.each(library)):
            original = _original(held)
            found = list(faults_of(held, original))
            faults.extend(found)
            if found or isinstance(original, Fault) or held.source is None:
                continue
            waiting[held.id] = held
            chosen = not held.source.sha256.startswith(held.id)
            how = Options(encoding=held.source.encoding if chosen else "")
            yield Document(held.id, Job(original, held.file, how), number, Root())

    with Workers() as workers:
        for one in ReadingAhead(workers, documents(), total, progress).answers():
            assert not isinstance(one, Outcome)
            document, answer = one
            held = waiting.pop(document.path)
            if answer.failure is not None:
                yield _unread(held, answer.failure.code, answer.failure.message)
            elif answer.reading is None or not _is_same(held.source, answer.reading.source):
                message = "Its text is not what its original is read as by this briefer."
                yield _fault("text", held, message, READ_AGAIN)
    yield from faults


def _unread(held: Held, code: str, why: str) -> Fault:
    if code == "password_required":
        return _fault("missing", held, LOCKED, "")
    return _fault("text", held, f"Its original cannot be read again: {why}", READ_AGAIN)


def _is_same(kept: Source | None, read_now: Source | None) -> bool:
    """Whether an original gives the same text at the same id, with the same paragraphs."""
    if kept is None or read_now is None:
        return False
    return (kept.id, kept.text, kept.places) == (read_now.id, read_now.text, read_now.places)
