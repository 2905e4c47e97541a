"""Passages that different sources say alike, over the whole library or for one paragraph."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from zlib import crc32

from msgspec import Struct

from briefer.core.differences import NUMBER, Difference
from briefer.core.likeness import ROW, rows_of, shares, words_of
from briefer.core.model import Place, Role, Source
from briefer.core.passages import common_passage
from briefer.core.progress import Progress, silent
from briefer.services.likely import likely_sources
from briefer.store import Library, SourceLine

SAID: frozenset[Role] = frozenset(("body", "list_item", "quotation", "table_cell", "footnote"))
"""What says something; headings, titles and boilerplate are alike in many documents."""

SHORTEST = 30
"""Code points of a paragraph that is compared."""

ROWS_KEPT = 4_000_000
"""Rows of words in memory at most, eight bytes each; in a larger library fewer are sampled."""

BUCKETS = 64
"""Parts that the rows are sorted in, one after the other."""

COMMON = 20
"""Sources that may say a row of words before it is a phrase that everybody uses."""

ROWS_SHARED = 2
"""Rows that two paragraphs must share before they are compared word by word."""

AT_ONCE = 50
"""Sources that are read together."""

KEPT = 500
"""Sources that are kept in memory while pairs are compared."""

COPY = 0.95
"""The share of rows from which a whole document is a copy of another."""

LIKELY = 12
"""Sources that are looked through for one paragraph."""


class Side(Struct, frozen=True):
    """A passage where it stands: the range in code points of its source's text, and the words."""

    source: str
    file: str
    title: str
    place: str
    start: int
    end: int
    exact: str


class Duplicate(Struct, frozen=True):
    """A passage, what is like it in another source, and how the two differ.

    `similarity` is the share of letters they have in common, 0 to 1. `whole`: the sources are
    copies of each other, and the passages are their whole texts, which are left out here.
    """

    source: str
    file: str
    title: str
    place: str
    start: int
    end: int
    exact: str
    other: Side
    similarity: float
    differences: tuple[Difference, ...] = ()
    whole: bool = False

    def figures_differ(self) -> bool:
        """Whether the two give other numbers."""
        return any(one.figure for one in self.differences)


def duplicates(
    library: Library, chosen: Collection[str] = (), progress: Progress = silent
) -> list[Duplicate]:
    """All that sources (ids; none: every one) have in common with others, in their order.

    Versions of one document are not compared. Of a library of 10,000 documents every third row of
    words is looked at, so that memory stays bounded; a passage of a dozen words is found then,
    too. Cancelled through `progress`.
    """
    lines = {line.id: line for line in library.sources()}
    copies = _copies(library, lines, set(chosen) or set(lines))
    apart = {frozenset(pair) for pair in ((one.source, one.other.source) for one in copies)}
    newest = library.successors(lines)
    chains = {id: newest.get(id, id) for id in lines}
    index = _indexed(library, list(lines), sum(line.words for line in lines.values()), progress)
    pairs = _pairs(index, set(chosen))
    wanted = [
        (one, other)
        for one, other in pairs
        if chains[index.source(one)] != chains[index.source(other)]
        and frozenset((index.source(one), index.source(other))) not in apart
    ]
    return [*copies, *_compared(library, index, wanted, set(chosen), progress)]


def also_said(library: Library, source: Source, place: Place) -> list[Duplicate]:
    """What other sources say like one paragraph, the likest first; the full-text index is asked."""
    words = source.text[place.start : place.end]
    if not _says(source, place):
        return []
    likely = likely_sources(library, words, LIKELY, without=source.id)
    newest = library.successors([source.id, *(one.id for one in likely)])
    chain = newest.get(source.id, source.id)
    rows = rows_of(words_of(words))
    found: list[Duplicate] = []
    for other in likely:
        if newest.get(other.id, other.id) == chain:
            continue
        for there in other.places:
            if _says(other, there):
                shared = rows & rows_of(words_of(other.text[there.start : there.end]))
                if len(shared) >= ROWS_SHARED:
                    found += _common(source, place, other, there)
    return sorted(found, key=lambda one: (-len(one.exact), one.other.source))


def _numbers(sources: Iterable[Source]) -> set[tuple[str, ...]]:
    """The figures of each text, in order: of copies they are the same."""
    return {tuple(NUMBER.findall(source.text)) for source in sources}


def _says(source: Source, place: Place) -> bool:
    """Whether a paragraph is long enough and says something; a salutation ends in a comma."""
    words = source.text[place.start : place.end].rstrip()
    return place.role in SAID and len(words) >= SHORTEST and not words.endswith(",")


class _Index:
    """Every paragraph of the library as a number, and its rows of words."""

    def __init__(self, ids: Sequence[str], rate: int) -> None:
        self._ids = ids
        self.rate = rate
        self._sources = array("I")
        self._places = array("I")
        self.buckets = [array("Q") for _ in range(BUCKETS)]

    def add(self, number: int, source: Source) -> None:
        """Takes in the paragraphs of a source, the one at `number` of the ids."""
        for at, place in enumerate(source.places):
            if not _says(source, place):
                continue
            words = words_of(source.text[place.start : place.end])
            paragraph = len(self._sources)
            self._sources.append(number)
            self._places.append(at)
            for row in self._rows(words):
                self.buckets[row % BUCKETS].append(row << 32 | paragraph)

    def _rows(self, words: Sequence[str]) -> Iterable[int]:
        if self.rate == 1:
            return rows_of(words)
        return {
            crc32(" ".join(words[at : at + ROW]).encode())
            for at in range(len(words) - ROW + 1)
            if crc32(words[at].encode()) % self.rate == 0
        }

    def source(self, paragraph: int) -> str:
        """The id of the source that a paragraph stands in."""
        return self._ids[self._sources[paragraph]]

    def place(self, paragraph: int) -> int:
        """Which of the places of its source a paragraph is."""
        return self._places[paragraph]


def _indexed(library: Library, ids: Sequence[str], words: int, progress: Progress) -> _Index:
    index = _Index(ids, max(1, -(-words // ROWS_KEPT)))
    for at in range(0, len(ids), AT_ONCE):
        progress(at, len(ids), "")
        sources = library.get(ids[at : at + AT_ONCE])
        for number, id in enumerate(ids[at : at + AT_ONCE], start=at):
            index.add(number, sources[id])
    return index


def _pairs(index: _Index, chosen: Collection[str]) -> list[tuple[int, int]]:
    """The paragraphs of different sources that share rows, in the order of the library."""
    found: Counter[int] = Counter()
    for bucket in index.buckets:
        for _, same in groupby(sorted(bucket), key=lambda one: one >> 32):
            paragraphs = [one & 0xFFFFFFFF for one in same]
            if 1 < len(paragraphs) <= COMMON:
                found.update(one << 32 | other for one, other in combinations(paragraphs, 2))
    enough = ROWS_SHARED if index.rate == 1 else 1
    pairs = (
        (pair >> 32, pair & 0xFFFFFFFF)
        for pair in sorted(pair for pair, count in found.items() if count >= enough)
    )
    return [
        (one, other)
        for one, other in pairs
        if index.source(one) != index.source(other)
        and (not chosen or index.source(one) in chosen or index.source(other) in chosen)
    ]


def _compared(
    library: Library,
    index: _Index,
    pairs: Sequence[tuple[int, int]],
    chosen: Collection[str],
    progress: Progress,
) -> Iterator[Duplicate]:
    read: dict[str, Source] = {}
    for number, (one, other) in enumerate(pairs):
        progress(number, len(pairs), "")
        if chosen and index.source(one) not in chosen:
            one, other = other, one
        ids = (index.source(one), index.source(other))
        if not set(ids) <= set(read):
            if len(read) > KEPT:
                read.clear()
            read |= library.get([id for id in ids if id not in read])
        here, there = read[ids[0]], read[ids[1]]
        yield from _common(
            here, here.places[index.place(one)], there, there.places[index.place(other)]
        )


def _common(one: Source, place: Place, other: Source, there: Place) -> Iterator[Duplicate]:
    """What two paragraphs say alike, if they do."""
    words = one.text[place.start : place.end], other.text[there.start : there.end]
    if len(rows_of(words_of(words[0])) & rows_of(words_of(words[1]))) < ROWS_SHARED:
        return
    found = common_passage(*words)
    if found is not None:
        here = _side(one, place, *found.one)
        yield Duplicate(
            here.source, here.file, here.title, here.place, here.start, here.end, here.exact,
            _side(other, there, *found.other), round(found.similarity, 3), found.differences,
        )  # fmt: skip


def _side(source: Source, place: Place, start: int, end: int) -> Side:
    """A range of a paragraph as a range of its source."""
    start, end = place.start + start, place.start + end
    return Side(
        source.id, source.file, source.name(), place.label(), start, end, source.text[start:end]
    )


def _copies(
    library: Library, lines: Mapping[str, SourceLine], chosen: Collection[str]
) -> list[Duplicate]:
    """The whole documents that are copies of others, each pair once."""
    from briefer.services.likeness import sketch_all

    sketch_all(library)
    order = {id: number for number, id in enumerate(lines)}
    pairs = {
        (one, other) if order[one] < order[other] or other not in chosen else (other, one)
        for (one, other), count in library.versions.sharing(list(chosen), COMMON).items()
        if count >= ROWS_SHARED and other in lines
    }
    found = []
    for one, other in sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])):
        sources = library.get([one, other])
        both = shares(*(rows_of(words_of(sources[id].text)) for id in (one, other)))
        if min(both) >= COPY and len(_numbers(sources.values())) == 1:
            here, there = (
                Side(id, sources[id].file, sources[id].name(), "", 0, len(sources[id].text), "")
                for id in (one, other)
            )
            found.append(
                Duplicate(
                    here.source, here.file, here.title, "", 0, here.end, "", there,
                    round(min(both), 3), whole=True,
                )
            )  # fmt: skip
    return found
