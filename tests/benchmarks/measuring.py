"""How work is measured: in turn with its floor, which is the least that the work can take."""

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import briefer

Work = Callable[[], object]


def seconds_of_cpu() -> float:
    """What this process, and those it started that have ended, have used."""
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


def timed(run: Work) -> tuple[float, float]:
    """Seconds that pass, and seconds of processors' work, until the run is done."""
    start, before = time.perf_counter(), seconds_of_cpu()
    run()
    return time.perf_counter() - start, seconds_of_cpu() - before


def measured(name: str, floor: Work, work: Work, rounds: int) -> float:
    """Prints the median of the work, the floor's, and how many floors the work takes.

    The last figure is the same of the processors' work, which other programs disturb less. Gives
    the seconds that the work takes.
    """
    times: list[tuple[tuple[float, float], tuple[float, float]]] = [
        (timed(floor), timed(work)) for _ in range(rounds)
    ]
    cpu = statistics.median(work / max(floor, 1e-9) for (_, floor), (_, work) in times)
    return say(name, [one[0] for one, _ in times], [one[0] for _, one in times], f"cpu {cpu:6.2f}")


def say(name: str, floors: Sequence[float], works: Sequence[float], more: str = "") -> float:
    """Prints one line: the medians of both and that of their ratios, pair by pair."""
    ratio = statistics.median(work / floor for floor, work in zip(floors, works, strict=True))
    low, high = statistics.median(floors), statistics.median(works)
    line = f"{name:<44} {high:9.4f} s  floor {low:9.4f} s  x {ratio:6.2f}  {more}"
    print(line.rstrip(), flush=True)
    return high


def slope(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """How work grows: the slope of its logarithm over that of the size; 1 is linear."""
    return statistics.linear_regression(
        [math.log(one) for one in sizes], [math.log(one) for one in seconds]
    ).slope


def command(*arguments: str) -> tuple[list[str], dict[str, str]]:
    """A Python process without a screen that finds briefer, as command and environment."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(briefer.__file__).parent.parent),
    }
    return [sys.executable, *arguments], environment


def process(*arguments: str) -> Work:
    """Runs a Python process to its end."""
    line, environment = command(*arguments)
    return lambda: subprocess.run(line, env=environment, check=True, capture_output=True)
