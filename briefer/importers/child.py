"""The process that documents are read in: it takes batches of them, and ends when nobody asks."""

import contextlib
import faulthandler
import os
import signal
import struct
from collections.abc import Sequence
from typing import BinaryIO

import msgspec
from msgspec import Struct

from briefer.core.errors import UnreadableSource
from briefer.importers import read_source
from briefer.importers.imported import Failure, Options, Reading

LENGTH = struct.Struct("<Q")
"""How the length of a message goes before it."""

MEMORY = 480 * 1024 * 1024
"""Bytes of address space the process may take. Windows and macOS hold no process to it."""

ORPHANED = 900.0
"""Seconds after which a process that is still at one batch ends by itself: its parent is gone."""


class Job(Struct, frozen=True):
    """A document to be read: its bytes, its name without folders, what the user says about it."""

    data: bytes
    file: str
    options: Options = Options()


class Answer(Struct, frozen=True):
    """What became of a job: one of the two."""

    reading: Reading | None = None
    failure: Failure | None = None


Heads = tuple[tuple[int, str, Options], ...]
HEADS = msgspec.msgpack.Decoder(Heads)
"""What is said of jobs before their bytes come: how many there are, the name, the options."""

ANSWERS = msgspec.msgpack.Decoder(tuple[Answer, ...])


def answer(job: Job) -> Answer:
    """Reads one document; whatever goes wrong is said in the answer."""
    try:
        return Answer(read_source(job.data, job.file, job.options))
    except UnreadableSource as error:
        return Answer(failure=Failure(job.file, error.message, error.hint, error.code))
    except MemoryError:
        return Answer(failure=too_large(job.file))
    except RecursionError:
        return Answer(failure=too_deep(job.file))
    except Exception as error:  # noqa: BLE001 - a document that no reader foresaw stops no other
        return Answer(failure=damaged(job.file, f" ({type(error).__name__}: {error})"[:200]))


def damaged(file: str, why: str = "") -> Failure:
    """A document that a reader failed at."""
    message = f"{file} is damaged, or written in a way that is not understood{why}."
    return Failure(file, message, "Open it in the program it is from and save it anew.", "damaged")


def too_large(file: str) -> Failure:
    """A document that takes more memory than is allowed."""
    message = f"{file} takes more memory than a document may."
    return Failure(file, message, "Import the part that you need.", "too_large")


def too_deep(file: str) -> Failure:
    """A document whose parts lie in each other more deeply than any program would write."""
    message = f"{file} is nested so deeply that it cannot be read safely."
    return Failure(file, message, "Ask who sent it.", "unsafe_content")


def ask(stream: BinaryIO, jobs: Sequence[Job]) -> None:
    """Writes jobs: what is said of them, then their bytes as they are, which may be many."""
    heads: Heads = tuple((len(job.data), job.file, job.options) for job in jobs)
    _write(stream, heads)
    for job in jobs:
        stream.write(job.data)
    stream.flush()


def asked(stream: BinaryIO) -> tuple[Job, ...] | None:
    """The next jobs; None when the other side has gone, in the middle of one too."""
    message = receive(stream)
    if message is None:
        return None
    jobs = []
    for length, file, options in HEADS.decode(message):
        data = stream.read(length)
        if len(data) < length:
            return None
        jobs.append(Job(data, file, options))
    return tuple(jobs)


def send(stream: BinaryIO, answers: Sequence[Answer]) -> None:
    """Writes answers."""
    _write(stream, answers)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next message; None when the other side has gone, in the middle of one too."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    length = LENGTH.unpack(head)[0]
    data = stream.read(length)
    return data if len(data) == length else None


def _write(stream: BinaryIO, message: object) -> None:
    """Writes a message with its length before it."""
    data = msgspec.msgpack.encode(message)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)


def main() -> None:
    """Answers batches that come in on standard input, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides; Ctrl+C reaches both
    questions = os.fdopen(0, "rb", closefd=False)  # a program without a console has no sys.stdin
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    _limit_memory()
    with contextlib.suppress(BrokenPipeError):
        while (jobs := asked(questions)) is not None:
            faulthandler.dump_traceback_later(ORPHANED, exit=True)
            _answer(out, jobs)


def _answer(out: BinaryIO, jobs: Sequence[Job]) -> None:
    try:
        send(out, [answer(job) for job in jobs])
    except MemoryError:  # nothing was written yet: a message is made whole before that
        send(out, [Answer(failure=too_large(job.file)) for job in jobs])


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
