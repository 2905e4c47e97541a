"""Jobs: how they end, what they report, how they are stopped, and on which thread."""

import threading

import pytest

from briefer.core.errors import LibraryError
from briefer.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.shutdown()
    assert made.running() == []


def outcome(qtbot, jobs, work, *, reading=False):
    """What a job said, signal by signal, and the thread on which it was heard."""
    said = []
    job = jobs.job(work)
    job.progressed.connect(lambda *report: said.append(("progressed", report)))
    for name in ("done", "failed", "crashed"):
        getattr(job, name).connect(lambda value, name=name: said.append((name, value)))
    job.cancelled.connect(lambda: said.append(("cancelled", threading.current_thread())))
    with qtbot.waitSignal(job.finished):
        jobs.start(job, reading=reading)
    return said


@pytest.mark.parametrize("reading", [False, True])
def test_a_job_gives_its_result_and_is_forgotten(qtbot, jobs, reading):
    assert outcome(qtbot, jobs, lambda progress: 7, reading=reading) == [("done", 7)]
    qtbot.waitUntil(lambda: jobs.running() == [])


def test_an_error_for_the_user_fails_and_any_other_is_a_crash(qtbot, jobs):
    error, bug = LibraryError("The library is locked."), ZeroDivisionError()

    def raise_it(what):
        raise what

    assert outcome(qtbot, jobs, lambda progress: raise_it(error)) == [("failed", error)]
    assert outcome(qtbot, jobs, lambda progress: raise_it(bug)) == [("crashed", bug)]


def test_reports_are_thinned_out_but_the_last_one_arrives(qtbot, jobs):
    def work(progress):
        for number in range(1, 5001):
            progress(number, 5000, "file")

    said = outcome(qtbot, jobs, work)
    reports = [report for name, report in said if name == "progressed"]
    assert reports[-1] == (5000, 5000, "file")
    assert len(reports) < 100


def test_a_cancelled_job_says_so_on_the_window_s_thread(qtbot, jobs):
    begun = threading.Event()

    def work(progress):
        begun.set()
        while True:
            progress(0, 0, "")

    heard = []
    job = jobs.job(work)
    job.cancelled.connect(lambda: heard.append(threading.current_thread()))
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
        begun.wait(5)
        job.cancel()
    assert heard == [threading.main_thread()]


def test_a_job_cancelled_before_it_began_does_nothing(qtbot, jobs):
    done = []
    job = jobs.job(lambda progress: done.append(1))
    job.cancel()
    with qtbot.waitSignals([job.cancelled, job.finished]):
        jobs.start(job)
    assert done == []


def test_writing_jobs_run_one_after_the_other_and_reading_beside_them(qtbot, jobs):
    order, go_on = [], threading.Event()

    def first(progress):
        go_on.wait(5)
        order.append("first")

    last = jobs.job(lambda progress: order.append("second"))
    jobs.start(jobs.job(first))
    with qtbot.waitSignal(last.finished):
        jobs.start(last)
        outcome(qtbot, jobs, lambda progress: order.append("read"), reading=True)
        go_on.set()
    assert order == ["read", "first", "second"]


def test_shutting_down_waits_for_what_writes_and_stops_what_reads(qapp):
    jobs, done, begun = Jobs(), [], threading.Event()

    def read(progress):
        begun.set()
        while True:
            progress(0, 0, "")

    jobs.start(jobs.job(read), reading=True)
    jobs.start(jobs.job(lambda progress: done.append("saved")))
    begun.wait(5)
    jobs.shutdown()
    assert done == ["saved"]
    assert jobs.running() == []
