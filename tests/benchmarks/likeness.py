"""How long it takes to find new versions and near-duplicates, beside the import they follow."""

import random
import time
from functools import partial
from pathlib import Path

from measuring import say

from briefer.services.duplicates import duplicates
from briefer.services.importing import import_paths
from briefer.services.likeness import proposals
from briefer.services.seeds import load_seeds
from briefer.store.sqlite import open_sqlite


def likenesses(folder: Path, count: int, rounds: int) -> None:
    """Unlike texts compared with each other after their import, and passages they share."""
    texts, chance = folder / "unlike", random.Random(1)
    texts.mkdir()
    words = " ".join(source.text for source, _ in load_seeds()).split()
    for number in range(count):
        paragraphs = (" ".join(chance.choices(words, k=60)) for _ in range(20))
        (texts / f"{number}.txt").write_text("\n\n".join(paragraphs), "utf-8")
    floors, works, twins = [], [], []
    for number in range(rounds):
        library = open_sqlite(folder / f"unlike{number}.db")
        start = time.perf_counter()
        outcomes = import_paths(library, [texts])
        floors.append(time.perf_counter() - start)
        for times, compare in (
            (works, partial(proposals, library, [one.source for one in outcomes])),
            (twins, partial(duplicates, library)),
        ):
            start = time.perf_counter()
            compare()
            times.append(time.perf_counter() - start)
        library.close()
    say(f"new versions among {count} texts (floor: import)", floors, works)
    say(f"near-duplicates in {count} texts (floor: import)", floors, twins)
