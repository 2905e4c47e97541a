"""Reading documents in child processes, each within limits on time and memory."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import BinaryIO, cast

from briefer.core.errors import BrieferError, UnreadableSource
from briefer.importers.child import ANSWERS, Answer, Job, ask, damaged, receive
from briefer.importers.formats import MARKDOWN, TEXT
from briefer.importers.imported import Failure
from briefer.importers.recognition import recognise

SECONDS = 60.0
"""How long reading one document may take."""

SECONDS_A_MEGABYTE = 4.0
"""How much longer a PDF may take, for its size."""

BATCH_SECONDS = 10.0
"""How long a batch may take; one that does not come back is tried again document by document."""

SMALL = 64 * 1024
"""Bytes of a plain text that may be read without a process."""

MEMORY_KEPT = {
    "MALLOC_TRIM_THRESHOLD_": str(64 * 1024 * 1024),
    "MALLOC_MMAP_THRESHOLD_": str(32 * 1024 * 1024),
    "MALLOC_TOP_PAD_": str(4 * 1024 * 1024),
}
"""What glibc is told (mallopt(3)): a child keeps the memory that a page has taken for the next.

PDFium asks for several hundred kilobytes a page; giving them back and being given cleared ones
anew takes a fifth of its time. Other systems do not read these.
"""

ARGUMENT = "--read-documents"
"""What a frozen program is started with to be the child: it has no Python of its own to call."""

CODE = "import sys; sys.path[:] = {path!r}; from briefer.importers.child import main; main()"


class Workers:
    """As many child processes as the computer has cores, each started when it is needed.

    They are restarted after a crash or when a limit was passed, and ended with the block:
    `with Workers() as workers: workers.read(jobs)`. On Windows only time is limited.
    """

    def __init__(self, count: int = 0) -> None:
        self.count = count or os.cpu_count() or 1
        self._threads = ThreadPoolExecutor(self.count, "briefer-reading")
        self._own = threading.local()
        self._processes: list[_Process] = []

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.stop()
        self._threads.shutdown()
        for process in self._processes:
            process.close()

    def read(self, jobs: Sequence[Job]) -> Future[tuple[Answer, ...]]:
        """Reads some documents in one of the processes; the answers come in the same order.

        A document that crashed its process is damaged, one that took too long a timeout; the
        others of its batch are read all the same.
        """
        return self._threads.submit(self._read, tuple(jobs))

    def _read(self, jobs: tuple[Job, ...]) -> tuple[Answer, ...]:
        process = self._process()
        if len(jobs) == 1:
            return (self._alone(process, jobs[0]),)
        answers = process.ask(jobs, BATCH_SECONDS)
        if answers is None:
            return tuple(self._alone(process, job) for job in jobs)
        return answers

    def _alone(self, process: "_Process", job: Job) -> Answer:
        answers = process.ask((job,), allowed(job.data))
        if answers is None:
            late = process.is_late
            return Answer(failure=_timeout(job.file) if late else damaged(job.file))
        return answers[0]

    def _process(self) -> "_Process":
        """The process that belongs to this thread."""
        if not hasattr(self._own, "process"):
            self._own.process = _Process()
            self._processes.append(self._own.process)
        process: _Process = self._own.process
        return process


class _Process:
    """One child process: it is asked by one thread, and may be stopped by another."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._is_stopped = False
        self.is_late = False
        """The last question was not answered in time."""

    def ask(self, jobs: tuple[Job, ...], seconds: float) -> tuple[Answer, ...] | None:
        """The answers to some jobs; None when the process ended over them."""
        self.is_late = False
        child = self._started()
        if child is None:
            return None
        timer = threading.Timer(seconds, self._end_late, [child])
        timer.start()
        try:
            ask(cast(BinaryIO, child.stdin), jobs)
            message = receive(cast(BinaryIO, child.stdout))
        except OSError:  # it ended while it was written to
            message = None
        finally:
            timer.cancel()
        answers = None if message is None else ANSWERS.decode(message)
        if answers is None or any(_ran_over(one) for one in answers):
            self.close()  # what ran over may have left little memory to the next
        return answers

    def stop(self) -> None:
        """Ends the process for good; a question being asked comes back without an answer."""
        with self._starting:
            self._is_stopped = True
        if self._child is not None:
            self._child.kill()

    def close(self) -> None:
        """Ends the process and lets go of its pipes; the next question starts another."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):  # what it did not take is still to be written
                cast(BinaryIO, pipe).close()

    def _started(self) -> "subprocess.Popen[bytes] | None":
        with self._starting:
            if self._child is None and not self._is_stopped:
                self._child = _start()
            return None if self._is_stopped else self._child

    def _end_late(self, child: "subprocess.Popen[bytes]") -> None:
        self.is_late = True
        child.kill()


def _start() -> "subprocess.Popen[bytes]":
    """A new child process; it finds what this one finds."""
    command = [sys.executable, "-I", "-S", "-c", CODE.format(path=sys.path)]
    if getattr(sys, "frozen", False):
        command = [sys.executable, ARGUMENT]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **MEMORY_KEPT},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise BrieferError(
            f"No process could be started to read documents in: {error.strerror or error}.",
            "Close other programs and try again.",
        ) from error


def needs_no_process(job: Job) -> bool:
    """Whether a document is a small plain text in UTF-8.

    Such a text is read by Python alone, in time that its length bounds; what it takes is less
    than it takes to ask a process. All else, and all that is not known for sure, needs one.
    """
    if len(job.data) > SMALL or job.options.encoding:
        return False
    try:
        job.data.decode()
        return recognise(job.data, job.file) in (TEXT, MARKDOWN)
    except (UnicodeDecodeError, UnreadableSource):
        return False


def allowed(data: bytes) -> float:
    """Seconds that reading a document may take; large PDFs are given more."""
    more = SECONDS_A_MEGABYTE * len(data) / 1024 / 1024 if data.startswith(b"%PDF-") else 0.0
    return SECONDS + more


def _ran_over(answer: Answer) -> bool:
    return answer.failure is not None and answer.failure.code == "too_large"


def _timeout(file: str) -> Failure:
    message = f"{file} took too long to read, so it was left."
    return Failure(file, message, "Import a part of it, or save it as text.", "timeout")
