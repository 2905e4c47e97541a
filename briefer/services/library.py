"""Opening the library, finding sources in it and words in them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from briefer.core.errors import LibraryError
from briefer.core.folds import begins_words, plain
from briefer.core.model import Kind, Place, Source
from briefer.services.seeds import load_seeds
from briefer.store import Library
from briefer.store.sqlite import open_sqlite

SNIPPET = 160
"""Code points of the text shown around words that were found."""

SOURCES_SEARCHED = 200
"""Sources that are looked into for one search, the best first."""


class Opened(Struct, frozen=True):
    """A library, and whether it was made just now (the sample documents are in it then)."""

    library: Library
    is_new: bool


class Hit(Struct, frozen=True):
    """Words found: the sentence or paragraph, its range, its place, and a snippet around them."""

    source: str
    file: str
    title: str
    place: str
    start: int
    end: int
    exact: str
    snippet: str


def open_library(path: Path) -> Opened:
    """Opens the library; where there is none, makes one with the sample documents in it.

    Sources are never deleted, so a library without any was made but not yet filled.
    """
    library = open_sqlite(path)
    is_new = not library.sources() and not library.sources(trashed=True)
    if is_new:
        library.add(load_seeds())
    return Opened(library, is_new)


def open_existing(path: Path) -> Library | None:
    """The library, where there is one; none is made."""
    return open_sqlite(path) if path.exists() else None


def find_source(library: Library, name: str) -> Source:
    """The source with this id, the one whose id begins so, or the one with this file name.

    Raises LibraryError when there is none or more than one.
    """
    lines = library.sources()
    wanted = Path(name).name.casefold()
    found = (
        [line.id for line in lines if line.id == name]
        or [line.id for line in lines if name and line.id.startswith(name)]
        or [line.id for line in lines if line.file.casefold() == wanted]
    )
    if not found:
        raise LibraryError(
            f"The library holds no source “{name}”.", "`briefer sources` lists what it holds."
        )
    if len(found) > 1:
        raise LibraryError(
            f"“{name}” means more than one source: {', '.join(found)}.", "Give more of the id."
        )
    return library.get(found)[found[0]]


def search(library: Library, words: str, kind: Kind | None = None, limit: int = 50) -> list[Hit]:
    """The sentences that hold all the words (else their paragraphs), best source first.

    Where no paragraph of any source holds all of them, those that hold some.

    A word finds the words that begin with it; accents and letter case do not count. With a kind,
    only sentences that would be suggested as such.
    """
    typed = words.split()
    expressions = [found for word in typed if (found := begins_words(word))]
    if not expressions:
        return []
    ids = library.matching(typed, SOURCES_SEARCHED)
    sources = list(library.get(ids).values())
    for every in (True, False):
        hits: list[Hit] = []
        for source in sources:
            hits += _hits(source, expressions, kind, every)
            if len(hits) >= limit:
                break
        if hits:
            return hits[:limit]
    return []


def _hits(
    source: Source, expressions: Sequence[re.Pattern[str]], kind: Kind | None, every: bool
) -> Iterator[Hit]:
    """What a source holds: paragraphs with every word or, else, with any of them."""
    folded = plain(source.text)
    needed = all if every else any
    places = [
        place
        for place in source.places
        if needed(one.search(folded, place.start, place.end) for one in expressions)
    ]
    if not places:
        return
    from briefer.core.sentences import split
    from briefer.extractors import suggest  # loads the sentence cutter: only for what was found

    wanted = kind and {(one.start, one.end) for one in suggest(source) if one.kind == kind}
    for place in places:
        for start, end in _narrowed(
            place, split(source.text[place.start : place.end]), expressions, folded
        ):
            if wanted is None or (start, end) in wanted:
                yield _hit(source, place, start, end, expressions[0].search(folded, start, end))


def _narrowed(
    place: Place,
    sentences: Sequence[tuple[int, int]],
    expressions: Sequence[re.Pattern[str]],
    folded: str,
) -> list[tuple[int, int]]:
    """The sentences of a paragraph that hold every word, else the paragraph."""
    ranges = [(place.start + start, place.start + end) for start, end in sentences]
    return [
        (start, end)
        for start, end in ranges
        if all(one.search(folded, start, end) for one in expressions)
    ] or [(place.start, place.end)]


def _hit(source: Source, place: Place, start: int, end: int, found: re.Match[str] | None) -> Hit:
    text = source.text
    middle = found.start() if found else start
    begin = max(start, min(middle - SNIPPET // 3, end - SNIPPET))
    if begin > start:  # at the beginning of a word
        space = text.find(" ", begin, middle)
        begin = space + 1 if space >= 0 else middle
    stop = min(end, begin + SNIPPET)
    snippet = f"{'…' if begin > start else ''}{text[begin:stop]}{'…' if stop < end else ''}"
    return Hit(
        source.id, source.file, source.name(), place.label(), start, end, text[start:end], snippet
    )
