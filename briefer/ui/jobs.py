"""Work off the window's thread: a job reports, can be cancelled, and ends in one of four ways."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from briefer.core.errors import BrieferError, Cancelled
from briefer.core.progress import Progress

Work = Callable[[Progress], object]

REPORT_EVERY = 0.05
"""Seconds between two progress reports that are passed on."""

THREADS = "briefer-job"
"""How the names of the threads begin."""


class Job(QObject):
    """One piece of work. Ends with one of done, failed, crashed, cancelled; then finished.

    The signals arrive on the thread the job was made on.
    """

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    """A BrieferError: show it."""
    crashed = Signal(object)
    """Anything else that was raised: a bug, report it."""
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._reported = 0.0
        self._held_back: tuple[int, int, str] | None = None
        self.has_ended = False

    def cancel(self) -> None:
        """Asks the work to stop; it does so at its next report, or before it begins."""
        self._stop.set()

    def run(self) -> None:
        """Does the work and says how it ended."""
        try:
            self._stop_if_asked()
            result = self._work(self._report)
            self._pass_on()
        except Cancelled:
            self.cancelled.emit()
        except BrieferError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - a thread's last line of defence
            self.crashed.emit(error)
        else:
            self.done.emit(result)
        finally:
            self.finished.emit()

    def note_ended(self) -> None:
        """Called on the job's own thread, after the slots of its other signals."""
        self.has_ended = True

    def _report(self, done: int, total: int, what: str) -> None:
        """The Progress handed to the work: passes on what is due, and always the last report."""
        self._stop_if_asked()
        self._held_back = (done, total, what)
        if time.monotonic() - self._reported >= REPORT_EVERY:
            self._pass_on()

    def _pass_on(self) -> None:
        if self._held_back is not None:
            self.progressed.emit(*self._held_back)
            self._held_back = None
            self._reported = time.monotonic()

    def _stop_if_asked(self) -> None:
        if self._stop.is_set():
            raise Cancelled


class Jobs(QObject):
    """Starts jobs: one at a time of those that write, in order, and beside them one that reads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = ThreadPoolExecutor(1, f"{THREADS}-writing")
        self._reading = ThreadPoolExecutor(1, f"{THREADS}-reading")
        self._running: dict[Job, bool] = {}

    def job(self, work: Work) -> Job:
        """A job for this work, not yet started: connect its signals first."""
        return Job(work)

    def start(self, job: Job, *, reading: bool = False) -> None:
        """Starts the job, or queues it behind the ones before it."""
        self._running[job] = reading
        # Not set by the worker: a job forgotten while its signals are on their way loses them.
        job.finished.connect(job.note_ended)
        job.finished.connect(self._forget)  # a lambda that holds the job would keep it for ever
        (self._reading if reading else self._writing).submit(job.run)

    def running(self) -> list[Job]:
        """The jobs that were started and have not ended."""
        return list(self._running)

    def shutdown(self) -> None:
        """Stops what reads, waits for what writes; nothing can be started afterwards."""
        for job, reading in self._running.items():
            if reading:
                job.cancel()
        self._reading.shutdown()
        self._writing.shutdown()
        self._running.clear()

    def _forget(self) -> None:
        self._running = {
            job: reading for job, reading in self._running.items() if not job.has_ended
        }
