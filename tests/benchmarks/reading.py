"""How long it takes to read sources by the rules, to set up the register, to show suggestions."""

import random
from pathlib import Path

import msgspec
import sentencex
from measuring import measured, seconds_of_cpu
from msgspec.structs import replace

from briefer.core.sentences import split
from briefer.core.statements import Statement
from briefer.importers import read_source as import_source
from briefer.services.measures import statements_of
from briefer.services.readings import STATEMENTS, read_library, suggestions, version
from briefer.services.register import read_register
from briefer.services.seeds import load_seeds
from briefer.store import Library
from briefer.store.deciding import Read
from briefer.store.sqlite import open_sqlite

FIGURES = 100_000
LONG = 250_000
"""Characters of a document whose suggestions are shown."""


def readings(folder: Path, rounds: int) -> None:
    """Text to kept suggestions and statements, the register of 100,000 figures, a document."""
    _rules(folder, rounds)
    _register(folder, rounds)


def _text(length: int) -> str:
    """Text of this length, no sentence twice."""
    body = "\n\n".join(source.text for source, _ in load_seeds())
    copies = range(length // len(body) + 1)
    return "\n\n".join(body.replace(". ", f" {number}a. ") for number in copies)


def _rules(folder: Path, rounds: int) -> None:
    library = open_sqlite(folder / "rules.db")
    texts = {length: _text(length) for length in (LONG, 1_000_000)}
    ids = {length: _add(library, text) for length, text in texts.items()}
    times = []

    def read() -> None:
        split.cache_clear()
        library.readings.keep("none", [(id, Read(b"", b"")) for id in ids.values()])
        before = seconds_of_cpu()
        read_library(library)
        times.append(seconds_of_cpu() - before)

    def cut() -> None:
        for text in texts.values():
            sentencex.get_sentence_boundaries("en", text)

    measured("text to kept suggestions (floor: sentencex)", cut, read, rounds)
    rate = sum(map(len, texts.values())) / min(times) / 1e6
    print(f"{'text to kept suggestions, processor time':<44} {rate:9.2f} MB/s", flush=True)
    measured(
        f"suggestions of {LONG} characters (floor: its text)",
        lambda: library.get([ids[LONG]]),
        lambda: suggestions(library, [ids[LONG]]),
        rounds * 3,
    )
    library.close()


def _add(library: Library, text: str) -> str:
    source = import_source(text.encode(), "text.txt").source
    assert source is not None
    library.add([(source, b"")])
    return source.id


def _register(folder: Path, rounds: int) -> None:
    """The register of many short documents that state the same measures in other values."""
    library, chance = open_sqlite(folder / "register.db"), random.Random(1)
    found = statements_of(source for source, _ in load_seeds())
    count = FIGURES // len(found) + 1
    kept = []
    for number in range(count):
        data = f"Text {number}.".encode()
        source = import_source(data, f"{number}.txt").source
        assert source is not None
        library.add([(source, data)])
        stated = [_changed(one, source.id, chance.randrange(5)) for one in found]
        kept.append((source.id, Read(msgspec.msgpack.encode(()), msgspec.msgpack.encode(stated))))
    library.readings.keep(version(), kept)
    times = []

    def set_up() -> None:
        before = seconds_of_cpu()
        read_register(library)
        times.append(seconds_of_cpu() - before)

    measured(
        f"register of {count * len(found)} figures (floor: decoding)",
        lambda: [STATEMENTS.decode(read.statements) for _, read in kept],
        set_up,
        rounds,
    )
    print(f"{'register, processor time':<44} {min(times):9.4f} s", flush=True)
    library.close()


def _changed(one: Statement, source: str, more: int) -> Statement:
    figure = one.figure and replace(one.figure, value=one.figure.value + more)
    return replace(one, source=source, figure=figure)
