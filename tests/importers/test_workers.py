"""Documents are read in processes apart, within limits, and a bad one costs only itself."""

import os
import signal
import subprocess
import sys
import time

import pytest

from briefer.importers import workers
from briefer.importers.child import Job
from briefer.importers.imported import Options
from briefer.importers.workers import SMALL, Workers, allowed, needs_no_process

WORDS = Job(b"Words of a text.", "a.txt")
SLOW = Job(b"<p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">x", "slow.html")
"""A tag with so many attributes that libxml2 takes many seconds over it."""


def codes(answers):
    return [one.failure.code if one.failure else one.reading.source.text for one in answers]


def test_answers_come_in_the_order_of_the_documents():
    jobs = [Job(f"Text {n}.".encode(), f"{n}.txt") for n in range(50)]
    with Workers(2) as two:
        futures = [two.read(jobs[:30]), two.read(jobs[30:])]
        texts = [one.reading.source.text for future in futures for one in future.result()]
    assert texts == [f"Text {n}." for n in range(50)]


def test_a_document_that_takes_too_long_is_a_timeout_and_the_others_are_read(monkeypatch):
    monkeypatch.setattr(workers, "SECONDS", 0.5)
    monkeypatch.setattr(workers, "BATCH_SECONDS", 0.5)
    with Workers(1) as one:
        answers = one.read([WORDS, SLOW, WORDS]).result()
    assert codes(answers) == ["Words of a text.", "timeout", "Words of a text."]


@pytest.mark.skipif(sys.platform == "win32", reason="kill is another thing there")
def test_a_process_that_crashes_is_started_again(monkeypatch):
    with Workers(1) as one:
        future = one.read([SLOW])
        while not one._processes or one._processes[0]._child is None:
            time.sleep(0.01)
        os.kill(one._processes[0]._child.pid, signal.SIGSEGV)
        assert codes(future.result()) == ["damaged"]
        assert codes(one.read([WORDS]).result()) == ["Words of a text."]


def test_leaving_the_block_stops_what_is_being_read():
    with Workers(1) as one:
        one.read([WORDS]).result()
        future = one.read([SLOW])
        while not future.running():
            time.sleep(0.01)
    assert codes(future.result()) == ["damaged"]  # neither read to its end nor to its time limit
    assert one._processes[0]._child is None


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_the_program_itself_can_be_the_child(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    frozen = tmp_path / "frozen"
    here = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    frozen.write_text(f'#!/bin/sh\nPYTHONPATH={here!r} exec {sys.executable!r} -m briefer "$@"\n')
    frozen.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(frozen))
    with Workers(1) as one:
        assert codes(one.read([WORDS]).result()) == ["Words of a text."]


@pytest.mark.parametrize(
    ("job", "needs_none"),
    [
        (WORDS, True),
        (Job("Élan.".encode(), "a.md"), True),
        (Job(b"Words.", "a"), True),
        (Job(b"w" * (SMALL + 1), "a.txt"), False),
        (Job(b"<html><p>Words.", "a.txt"), False),
        (Job("Élan.".encode("cp1252"), "a.txt"), False),
        (Job(b"Words.", "a.txt", Options(encoding="utf-8")), False),
        (Job(b"PK\x03\x04", "a.txt"), False),
        (Job(b"", "a.txt"), False),
    ],
)
def test_only_a_small_text_in_utf_8_needs_no_process(job, needs_none):
    assert needs_no_process(job) is needs_none


def test_large_pdfs_are_given_more_time():
    assert allowed(b"%PDF-1.7" + bytes(10 * 1024 * 1024)) == pytest.approx(100, rel=0.01)
    assert allowed(bytes(10 * 1024 * 1024)) == workers.SECONDS


def test_the_child_ends_when_nobody_asks_any_more():
    code = workers.CODE.format(path=sys.path)
    done = subprocess.run([sys.executable, "-c", code], input=b"", timeout=30, check=False)
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_an_answer_that_does_not_fit_into_memory_is_too_large(monkeypatch):
    code = workers.CODE.replace(
        "import main;", "import main; import briefer.importers.child as c; c.MEMORY = 90_000_000;"
    )
    monkeypatch.setattr(workers, "CODE", code)
    with Workers(1) as one:
        large = one.read([Job(b"Words of a text. " * 900_000, "a.txt")]).result()
        assert codes(large) == ["too_large"]
        assert codes(one.read([WORDS]).result()) == ["Words of a text."]
