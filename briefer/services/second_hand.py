"""Looking in the library for the speaker's own text behind words that were quoted by another."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefer.core.differences import Difference
from briefer.core.folds import plain
from briefer.core.marked import is_second_hand, quoted_around
from briefer.core.model import Pick, Source
from briefer.core.nearest import nearest
from briefer.core.record import text_of
from briefer.services.likely import likely_sources
from briefer.store import Library

SOURCES_READ = 12
"""Sources whose whole text is looked through for one pick."""

NAMES = ("speaker", "author", "on_behalf_of", "title")
"""Fields of a source record that may name who speaks."""


class Primary(Struct, frozen=True):
    """A passage of another source that is nearly, or exactly, what a pick quotes at second hand.

    `start` and `end` are code points of that source's text, `exact` its words there. Whether it is
    the primary text a person must say: `names_speaker` tells that its record or title names the
    speaker, `quoted` that it sets the words in quotation marks too.
    """

    source: str
    file: str
    title: str
    place: str
    start: int
    end: int
    exact: str
    similarity: float
    differences: tuple[Difference, ...]
    names_speaker: bool
    quoted: bool


class SecondHand(Struct, frozen=True):
    """A pick that quotes at second hand, and where its words may come from, the likeliest first."""

    item: str
    source: str
    speaker: str
    exact: str
    primaries: tuple[Primary, ...]


def find_primaries(
    picks: Sequence[Pick], sources: dict[str, Source], library: Library
) -> Iterator[SecondHand]:
    """For each pick at second hand (VG-17), the passages of other sources that are like it.

    `sources` is id -> source; picks whose source is not among them, or that are first-hand, are
    left out.
    """
    for pick in picks:
        source = sources.get(pick.source)
        if source is not None and is_second_hand(pick, source):
            found = tuple(_primaries(pick, library))
            yield SecondHand(pick.id, pick.source, pick.speaker, pick.exact, found)


def _primaries(pick: Pick, library: Library) -> list[Primary]:
    words = " ".join(passage.quote.exact for passage in pick.passages).strip('“”"«»„ ')
    found = [
        one
        for source in likely_sources(library, words, SOURCES_READ, without=pick.source)
        if (one := _primary(words, pick.speaker, source)) is not None
    ]
    return sorted(
        found, key=lambda one: (not one.names_speaker, one.quoted, -one.similarity, one.source)
    )


def _primary(words: str, speaker: str, source: Source) -> Primary | None:
    near = nearest(source.text, words)
    if near is None:
        return None
    place = source.place_at(near.start)
    return Primary(
        source.id,
        source.file,
        source.name(),
        place.label() if place else "",
        near.start,
        near.end,
        source.text[near.start : near.end],
        round(near.similarity, 3),
        near.differences,
        _names(source, speaker),
        quoted_around(source, near.start, near.end) is not None,
    )


def _names(source: Source, speaker: str) -> bool:
    """Whether the record or title of a source holds the last name of the speaker."""
    wanted = re.findall(r"\w+", plain(speaker))[-1:]
    said = " ".join(text_of(source.record, field) for field in NAMES)
    return bool(wanted) and wanted[0] in re.findall(r"\w+", plain(said))
