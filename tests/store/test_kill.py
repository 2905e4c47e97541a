"""Killed at any moment, the library and the last saved briefing open and verify."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from briefer.services.quoting import check_briefing as check
from briefer.store.briefing_files import unpack
from briefer.store.sqlite import open_sqlite
from tests.samples import make_source

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

KILLS = 100
SEED = 20261124

SAVE = """
import sys
from pathlib import Path
from msgspec.structs import replace
from briefer.core.edits import add_item
from briefer.core.model import Briefing, Section, pick
from briefer.store.briefing_files import pack
from briefer.store.files import write_atomically
from tests.samples import make_source
source = make_source()
briefing = Briefing("b", "0", "t", "2026", sections=(Section("s", "S", accepts=("fact",)),))
briefing = add_item("s", pick(source, 0, 7, "fact"))(briefing)
path = Path(sys.argv[1])
write_atomically(path, pack(briefing, {source.id: source}))
print("ready", flush=True)
for number in range(1, 100_000):
    write_atomically(path, pack(replace(briefing, title=str(number)), {source.id: source}))
    print(number, flush=True)
"""

IMPORT = """
import sys
from pathlib import Path
from briefer.store.sqlite import open_sqlite
from tests.samples import make_source
library = open_sqlite(Path(sys.argv[1]))
done = len(library.sources())
print("ready", flush=True)
for number in range(done, 100_000, 3):
    some = range(number, number + 3)
    many = [make_source(f"This is text number {n}. " * 50, f"{n}.txt") for n in some]
    library.add([(one, one.text.encode()) for one in many])
    print(number + 3, flush=True)
"""


def killed(script, path, wait):
    """Runs a script, kills it `wait` seconds after it is ready, gives what it said last."""
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        said = [int(line) for line in process.stdout.read().split("\n") if line.strip().isdigit()]
    return said[-1] if said else 0


def test_the_last_saved_briefing_opens_and_verifies(tmp_path):
    moments = random.Random(SEED)
    path = tmp_path / "my.briefing"
    for _ in range(KILLS):
        said = killed(SAVE, path, moments.uniform(0, 0.03))
        briefing, sources = unpack(path.read_bytes(), "my.briefing")
        assert check(briefing, sources).verdict == "verified"
        assert int(briefing.title) in (said, said + 1)


def test_the_library_opens_and_holds_whole_sources(tmp_path):
    moments = random.Random(SEED)
    path = tmp_path / "library.db"
    acknowledged = 0
    for _ in range(KILLS):
        acknowledged = max(acknowledged, killed(IMPORT, path, moments.uniform(0, 0.03)))
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        library = open_sqlite(path)
        lines = library.sources()
        assert len(lines) >= acknowledged
        assert len(lines) % 3 == 0
        last = lines[-1:]
        library.close()
    library = open_sqlite(path)
    held = library.get(line.id for line in [*lines[:20], *last])
    for id, source in held.items():
        again = make_source(source.text, source.file)
        assert (again.id, library.original(id)) == (id, source.text.encode())
    library.close()


OPEN = """
import sys
from pathlib import Path
from briefer.store.sqlite import open_sqlite
print("ready", flush=True)
open_sqlite(Path(sys.argv[1]))
"""


def test_a_library_whose_making_was_cut_short_is_made_at_the_next_start(tmp_path, speech):
    moments = random.Random(SEED)
    for number in range(KILLS):
        path = tmp_path / f"{number}.db"
        killed(OPEN, path, moments.uniform(0, 0.008))
        with closing(open_sqlite(path)) as library:
            assert library.add([(speech, b"")]) == [speech.id]
