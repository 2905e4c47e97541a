"""Libraries of many texts: bringing them in, searching them, what that takes as they grow."""

import itertools
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from measuring import Work, command, measured, say, slope

from briefer.core.query import parse
from briefer.services.importing import import_paths
from briefer.services.search import search
from briefer.store import Library
from briefer.store.sqlite import open_sqlite

WORDS = 50_000
SIZE = 8000
"""Different words in all texts together, and about how many characters one text has."""

SYLLABLE = (
    "b,br,c,ch,d,dr,f,fl,g,gr,h,j,k,l,m,n,p,pl,pr,r,s,sh,st,t,tr,v,w,y,",
    "a,e,i,o,u,ai,ea,ou,io",
    ",n,r,s,t,l,nt,rs,ng",
)
"""How syllables of these words begin, sound and end."""

SEARCHES = 60

WINDOW = """
import resource, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from briefer.ui import app
def ready():
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    QTimer.singleShot(0, app.quit)
app.run(None, Path(sys.argv[1]), after_start=ready)
"""

IMPORT = """
import resource, sys
from pathlib import Path
from briefer.services.importing import import_paths
from briefer.store.sqlite import open_sqlite
import_paths(open_sqlite(Path(sys.argv[1])), [Path(sys.argv[2])])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

BARE_SEARCH = (
    "SELECT rowid, snippet(words, 0, '', '', '', 20) FROM words"
    " WHERE words MATCH ? ORDER BY rank LIMIT 20"
)


def vocabulary() -> list[str]:
    """Words that can be spoken, the shortest of them most common; always the same."""
    chance = random.Random(1)
    first, middle, last = (sounds.split(",") for sounds in SYLLABLE)
    made: dict[str, None] = dict.fromkeys(["the", "of", "and", "to", "in", "a", "that"])
    while len(made) < WORDS:
        parts = 1 + len(made).bit_length() // 6
        word = "".join(chance.choice(first) + chance.choice(middle) for _ in range(parts))
        made[word + chance.choice(last)] = None
    return list(made)


def texts(count: int) -> Iterator[str]:
    """Texts of paragraphs, each another, whose words are as common as Zipf found them to be."""
    words = vocabulary()
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
    chance = random.Random(2)
    for number in range(count):
        drawn = iter(chance.choices(words, cum_weights=weights, k=SIZE // 5))
        paragraphs, size = [f"Statement {number}."], 0
        while size < SIZE:
            said = " ".join(
                " ".join(itertools.islice(drawn, chance.randint(8, 28))).capitalize() + "."
                for _ in range(chance.randint(1, 6))
            )
            paragraphs.append(said)
            size += len(said) + 2
        yield "\n\n".join(paragraphs)


def written(folder: Path, count: int) -> Path:
    """A folder with that many texts."""
    made = folder / f"texts{count}"
    made.mkdir()
    for number, text in enumerate(texts(count)):
        (made / f"{number}.txt").write_text(text, "utf-8")
    return made


def bare_import(path: Path, files: Sequence[Path]) -> None:
    """The least that keeping texts takes: read, and inserted with a full-text index."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT)")
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (text, content='source')")
    with db:
        for number, file in enumerate(files):
            text = file.read_bytes().decode()
            db.execute("INSERT INTO source VALUES (?, ?)", (number, text))
            db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, text))
    db.close()


def imported(path: Path, folder: Path) -> None:
    """The same by briefer, into a new library."""
    path.unlink(missing_ok=True)
    library = open_sqlite(path)
    outcomes = import_paths(library, [folder])
    assert not any(one.error for one in outcomes)
    library.close()


def growth(folder: Path, counts: Sequence[int], rounds: int) -> None:
    """Imports and searches in libraries of each size, how both grow, and the memory at the end."""
    imports, searches = [], []
    for count in counts:
        source = written(folder, count)
        bare, ours = folder / f"bare{count}.db", folder / f"ours{count}.db"
        took = measured(
            f"import {count} texts",
            partial(bare_import, bare, sorted(source.iterdir())),
            partial(imported, ours, source),
            rounds if count <= 1000 else 1 + rounds // 3,
        )
        imports.append(took)
        searches.append(searched(count, bare, ours))
    if len(counts) > 1:
        print(f"growth of import {slope(counts, imports):.2f}, of search at the median", end=" ")
        print(f"{slope(counts, searches):.2f} (1 is linear)", flush=True)
    memory(ours, source)


def sought() -> list[str]:
    """What is searched for: words from common to rare, and pairs of them."""
    words = vocabulary()
    ranks = [int(20 * 1000 ** (number / SEARCHES)) for number in range(SEARCHES)]
    return [
        f"{words[rank]} {words[rank // 3]}" if number % 3 == 2 else words[rank]
        for number, rank in enumerate(ranks)
    ]


def searched(count: int, bare: Path, ours: Path) -> float:
    """Prints the median and the 95th percentile of searches; gives the median in seconds."""
    library, db = open_sqlite(ours), sqlite3.connect(bare)
    floors, works = [], []
    for words in [*sought()[:5], *sought()]:  # the first ones fill the caches
        terms = " ".join(f'"{word}"*' for word in words.split())
        floors.append(least(partial(bare_search, db, terms)))
        works.append(least(partial(find, library, words)))
    library.close()
    db.close()
    floors, works = floors[5:], works[5:]
    say(f"search {count} texts, median", [_at(floors, 50)], [_at(works, 50)])
    say(f"search {count} texts, 95th percentile", [_at(floors, 95)], [_at(works, 95)])
    return _at(works, 50)


def bare_search(db: sqlite3.Connection, terms: str) -> object:
    """The least that searching takes: the best twenty rows and words around what was found."""
    return db.execute(BARE_SEARCH, (terms,)).fetchall()


def least(run: Work) -> float:
    """The least of three times: what else runs on the computer only adds to it."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def find(library: Library, words: str) -> object:
    """The first twenty places that hold the words."""
    return search(library, parse(words), limit=20)


def _at(times: Sequence[float], percent: int) -> float:
    return statistics.quantiles(times, n=100)[percent - 1]


def memory(library: Path, source: Path) -> None:
    """Prints the most memory that the window on a library, and the import of a folder, take."""
    for name, code, arguments in (
        ("window", WINDOW, [str(library)]),
        ("import", IMPORT, [str(library.with_name("memory.db")), str(source)]),
    ):
        line, environment = command("-c", code, *arguments)
        done = subprocess.run(line, env=environment, check=True, capture_output=True, text=True)
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # getrusage counts otherwise there
        megabytes = int(done.stdout.split()[-1]) / unit
        print(f"memory of the {name} with {source.name:<23} {megabytes:9.0f} MB", flush=True)
