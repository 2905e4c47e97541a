"""Where pasted words come from: a source that says them, or nearly says them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.differences import Difference
from briefer.core.errors import QuoteMismatch
from briefer.core.folds import same_words
from briefer.core.model import Briefing, Kind, Pick, Range, Source, pick
from briefer.core.nearest import nearest
from briefer.core.operations import Operation
from briefer.core.own_text import unheld
from briefer.core.reading import BRACKETED, Reading, readings
from briefer.core.record import text_of
from briefer.core.shape import is_in_word
from briefer.core.surroundings import language_of
from briefer.core.wording import for_language
from briefer.services.likely import likely_sources
from briefer.services.quoting import wordings
from briefer.store import Library

Outcome = Literal["exact", "edited", "near", "ambiguous", "none"]

SHORTEST = 3
"""Words; fewer could come from anywhere."""

WORDS_ASKED = 40
SOURCES_READ = 50
NEAR_SOURCES = 8
NEAR_ENOUGH = 0.6
"""Likeness from which a passage is worth showing; a proposal, nothing more."""

TAG = re.compile(r"\s*\[(?:quoted in )?S\d+[^\]]*\]\s*$")
PAIRS = ("“”", "‘’", '""', "«»", "„“", "''")


class Lookup(Struct, frozen=True):
    """What was found for pasted words; which fields are filled depends on the outcome.

    Exact and edited: a range of one source (code points) and what was done to its words. Near:
    the range that is most like them, and the differences. Ambiguous: the places.
    """

    outcome: Outcome
    source: str = ""
    file: str = ""
    title: str = ""
    place: str = ""
    start: int = 0
    end: int = 0
    exact: str = ""
    operations: tuple[Operation, ...] = ()
    differences: tuple[Difference, ...] = ()
    places: tuple[str, ...] = ()


def bare(pasted: str) -> str:
    """Pasted words without the marks around them and a source tag behind them."""
    words = TAG.sub("", pasted.strip())
    if words[:1] + words[-1:] in PAIRS and len(words) > 1:
        inner = words[1:-1]
        if not set(words[:1] + words[-1:]) & set(inner) - set("'’"):
            words = inner
    return words.strip()


def look_up(library: Library, pasted: str) -> Lookup:
    """Finds the source of pasted words: exactly, with brackets read, or nearly.

    Only exact matches, the folds allowed, may become a pick; a near one shows what differs.
    """
    words = bare(pasted)
    if len(words.split()) < SHORTEST:
        return Lookup("none")
    sources = list(_holding(library, BRACKETED.sub(" ", words)))
    found = [(source, place, ()) for source in sources for place in _exact(source, words)]
    read: list[tuple[Source, Range, tuple[Operation, ...]]] = [*found]
    if not read and "[" in words:
        read = [
            (source, (one.start, one.end), one.operations)
            for source in sources
            for one in _readings(source, words)
        ]
    if len(read) == 1:
        source, place, operations = read[0]
        return _at(source, place, "edited" if operations else "exact", operations)
    if read:
        return Lookup("ambiguous", places=tuple(_label(one, place[0]) for one, place, _ in read))
    return _nearest(library, words)


def held_quotations(
    library: Library, briefing: Briefing, sources: Mapping[str, Source]
) -> frozenset[str]:
    """Quotations in own text that no source of the briefing holds and one of the library does."""
    return frozenset(
        words
        for words in unheld(briefing, sources)
        if any(any(_exact(source, words)) for source in _holding(library, words))
    )


def cut_reading(source: Source, kind: Kind, pasted: str) -> Pick:
    """A pick from a pasted quotation with brackets. Raises QuoteMismatch unless one reading is."""
    found = _readings(source, bare(pasted))
    if len(found) > 1:
        raise QuoteMismatch(
            f"There is more than one way to read “{pasted.strip()}” in {source.name()}.",
            "Give the words with --start and --end, and what is done to them with --op.",
            "ambiguous",
        )
    if not found:
        raise QuoteMismatch(
            f"{source.name()} does not say “{pasted.strip()}”, in this order (VG-2).",
            "Copy the words from `briefer show` or `briefer search`.",
        )
    [one] = found
    made = pick(source, one.start, one.end, kind, speaker=text_of(source.record, "speaker"))
    return replace(made, operations=one.operations)


def _readings(source: Source, words: str) -> list[Reading]:
    wording = for_language(wordings(), language_of(source, "en"))
    return readings(source.text, words, wording)


def _exact(source: Source, words: str) -> Iterator[Range]:
    for found in same_words(words).finditer(source.text):
        if not any(is_in_word(source.text, edge) for edge in found.span()):
            yield found.span()


def _holding(library: Library, words: str) -> Iterable[Source]:
    """The sources that hold every word, or those words of a long text that are longest."""
    tokens = dict.fromkeys(re.findall(r"[^\W_]+", words))
    asked = sorted(tokens, key=len, reverse=True)[:WORDS_ASKED]
    return library.get(library.matching(asked, SOURCES_READ)).values()


def _nearest(library: Library, words: str) -> Lookup:
    """The passage most like the words, in the sources that are likely to hold it."""
    near = [
        (found, source)
        for source in likely_sources(library, words, NEAR_SOURCES)
        if (found := nearest(source.text, words)) and found.similarity >= NEAR_ENOUGH
    ]
    if not near:
        return Lookup("none")
    best, source = max(near, key=lambda one: one[0].similarity)
    found_at = _at(source, (best.start, best.end), "near", ())
    return replace(found_at, differences=best.differences)


def _at(
    source: Source, place: Range, outcome: Outcome, operations: tuple[Operation, ...]
) -> Lookup:
    return Lookup(
        outcome,
        source.id,
        source.file,
        source.name(),
        pinpoint.label() if (pinpoint := source.place_at(place[0])) else "",
        *place,
        source.text[slice(*place)],
        operations,
    )


def _label(source: Source, offset: int) -> str:
    place = source.place_at(offset)
    return f"{source.name()}, {place.label()}" if place else source.name()
