"""Finding words in the library: the sentences that hold them, and the sources that filters fit."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.errors import WrongRequest
from briefer.core.folds import searchable
from briefer.core.found import Sought, by_place, holds, sought, within
from briefer.core.model import Place, Range, Source
from briefer.core.query import Query
from briefer.store import Library, SourceLine

SNIPPET = 160
"""Code points of the text shown around words that were found."""

SOURCES_SEARCHED = 200
"""Sources that are looked into for one page, the best first."""

FEW = 8
"""Sources that are read at first; later ones come in larger and larger parcels."""

KEPT = 4_000_000
"""Code points of the texts that are kept for the next search."""


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
    marks: tuple[Range, ...] = ()
    """Where the words that were searched for stand, in the text of the source."""
    snippet_marks: tuple[Range, ...] = ()
    """The same in the snippet."""


class Cursor(Struct, frozen=True):
    """Where a page of a search begins."""

    sources: int = 0
    """How many of the sources found were done with on the pages before."""
    hits: int = 0
    """How many hits of the next source were."""
    every: bool = True
    """Whether paragraphs must hold every word; else, those that hold some are found."""


class Page(Struct, frozen=True):
    """Some of what was found, and where the next page begins; None when there is no more."""

    hits: tuple[Hit, ...] = ()
    next: Cursor | None = None
    every: bool = True
    """Whether each hit, or its paragraph, holds every word; else, some of them."""


class Texts:
    """The texts that were looked into last, folded: while someone types, many are asked for again.

    Sources never change, but what people say of them does: then begin with no texts again.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Source, str]] = OrderedDict()
        self._size = 0

    def read(self, library: Library, ids: Sequence[str]) -> list[tuple[Source, str]]:
        """Sources with their texts folded for searching, as `searchable` gives them."""
        unknown = [id for id in ids if id not in self._kept]
        fetched = library.index.texts(unknown) if unknown else {}
        found = []
        for id in ids:
            if id in self._kept:
                self._kept.move_to_end(id)
            elif id in fetched:
                self._kept[id] = (fetched[id], searchable(fetched[id].text))
                self._size += len(fetched[id].text)
            if id in self._kept:
                found.append(self._kept[id])
        while self._size > KEPT:
            _, (source, _) = self._kept.popitem(last=False)
            self._size -= len(source.text)
        return found


def search(library: Library, query: Query, limit: int = 50, offset: int = 0) -> list[Hit]:
    """The sentences that hold all the words (else their paragraphs), best source first.

    Where no paragraph of the best sources holds all of them, those that hold some. A word finds
    the words that begin with it; accents and letter case do not count. With kinds, only what
    would be suggested as such; without words, every sentence of the sources that the filters fit.
    Raises WrongRequest for a filter whose value is none.
    """
    if query.faults:
        raise WrongRequest(query.faults[0])
    found: list[Hit] = []
    cursor: Cursor | None = Cursor()
    texts = Texts()
    while cursor is not None and len(found) < offset + limit:
        page = search_page(library, query, offset + limit - len(found), cursor, texts)
        found += page.hits
        cursor = page.next if page.hits else None
    return found[offset:]


def search_page(library: Library, query: Query, limit: int, cursor: Cursor, texts: Texts) -> Page:
    """Some of what `search` finds, from the cursor on: as many hits as asked for at most.

    Only so many sources are looked into for one page; it may hold fewer hits, or none, and yet
    not be the last.
    """
    terms = sought(query.wanted)
    page = _page(library, query, terms, limit, cursor, texts)
    if not page.hits and cursor == Cursor() and len(terms) > 1:
        return _page(library, query, terms, limit, replace(cursor, every=False), texts)
    return page


def _page(
    library: Library,
    query: Query,
    terms: Sequence[Sought],
    limit: int,
    cursor: Cursor,
    texts: Texts,
) -> Page:
    hits: list[Hit] = []
    done, skip = cursor.sources, cursor.hits
    for source, folded in _sources(library, query, limit, done, cursor.every, texts):
        for number, hit in enumerate(_hits(source, folded, terms, query, every=cursor.every)):
            if number < skip:
                continue
            if len(hits) == limit:
                return Page(tuple(hits), Cursor(done, number, cursor.every), cursor.every)
            hits.append(hit)
        done, skip = done + 1, 0
    more = done - cursor.sources >= SOURCES_SEARCHED
    return Page(tuple(hits), Cursor(done, 0, cursor.every) if more else None, cursor.every)


def _sources(
    library: Library, query: Query, limit: int, done: int, every: bool, texts: Texts
) -> Iterator[tuple[Source, str]]:
    """The sources found, so many at most; ranked and read no further than they are asked for.

    Those in which a paragraph may hold every word are those where the words are near each other.
    """
    near = replace(query, near=every and len(query.wanted) > 1)
    most, at, parcel = done + SOURCES_SEARCHED, done, FEW
    while at < most:
        asked = min(limit + 1 if at == done else most - at, most - at)  # one, to know of more
        ids = library.index.find(near, asked, at)
        for first in range(0, len(ids), parcel):
            yield from texts.read(library, ids[first : first + parcel])
        if len(ids) < asked:
            return
        at, parcel = at + asked, parcel * 4


def _hits(
    source: Source, folded: str, terms: Sequence[Sought], query: Query, *, every: bool
) -> Iterator[Hit]:
    """What a source holds: paragraphs with every word or, else, with any of them."""
    places: dict[Place, list[list[Range]]] = (
        by_place(source.places, folded, terms, every=every)
        if terms
        else {place: [] for place in source.places}
    )
    for place, ranges in places.items():
        for start, end in _cut(source, place, query, ranges, every=every):
            yield _hit(source, place, start, end, within(start, end, ranges))


def _cut(
    source: Source, place: Place, query: Query, ranges: list[list[Range]], *, every: bool
) -> list[Range]:
    """The sentences of a paragraph that hold every word, else the paragraph.

    With kinds, what would be suggested in it as such, if it holds them.
    """
    from briefer.core.sentences import sentences  # loads the sentence cutter: for what was found
    from briefer.extractors import suggest

    alone = replace(source, places=(place,))
    if query.kinds:
        found = {(one.start, one.end) for one in suggest(alone) if one.kind in query.kinds}
        return [one for one in sorted(found) if holds(*one, ranges, every=every)]
    cut = [(start, end) for _, start, end in sentences(alone)]
    return [one for one in cut if holds(*one, ranges, every=True)] or [(place.start, place.end)]


def _hit(source: Source, place: Place, start: int, end: int, marks: tuple[Range, ...]) -> Hit:
    text = source.text
    middle = marks[0][0] if marks else start
    begin = max(start, min(middle - SNIPPET // 3, end - SNIPPET))
    if begin > start:  # at the beginning of a word
        space = text.find(" ", begin, middle)
        begin = space + 1 if space >= 0 else middle
    stop = min(end, begin + SNIPPET)
    lead = "…" if begin > start else ""
    snippet = f"{lead}{text[begin:stop]}{'…' if stop < end else ''}"
    moved = len(lead) - begin
    shown = tuple(
        (one + moved, min(two, stop) + moved) for one, two in marks if begin <= one < stop
    )
    return Hit(
        *(source.id, source.file, source.name(), place.label()),
        *(start, end, text[start:end], snippet),
        *(marks, shown),
    )


def chosen_sources(library: Library, query: Query) -> list[SourceLine]:
    """The sources that a query finds, in the order of the library; all for an empty one.

    Raises WrongRequest for a filter whose value is none.
    """
    if query.faults:
        raise WrongRequest(query.faults[0])
    if query.is_empty():
        return library.sources()
    return library.sources(ids=library.index.find(query, -1))
