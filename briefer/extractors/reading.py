"""A document as the rules see it: sentences, cues, figures, quotations, and who speaks."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.measures import Table as Measures
from briefer.core.measures import table as measures_of
from briefer.core.model import Place, Source
from briefer.core.record import text_of
from briefer.core.sentences import sentences
from briefer.core.statements import statements
from briefer.extractors.cues import Cues, cues_for, language_of
from briefer.extractors.marks import Quotation, quotations
from briefer.extractors.opening import document_speaker, is_own
from briefer.extractors.people import people
from briefer.extractors.phrases import Hit, hits
from briefer.extractors.speakers import Told, speakers
from briefer.extractors.suggestion import NOBODY, Speaker, Stated, Words

QUOTABLE = ("body", "list_item", "quotation", "table_cell")
"""Roles of paragraphs whose words are worth picking."""

NO_MEASURES = measures_of(())

MARKER = re.compile(r"(?:\((?:\w{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]+)[.)]|[-–•*·])\s+")
"""What numbers a list item in its text."""

BEGINNING = re.compile(rf"(?:{MARKER.pattern})?[“«„\"‘\s*_]*")
"""What may stand before the first word of a sentence."""

CLAUSES = 3
"""Clauses of a resolution that make a text one, in which a body speaks."""


class Sentence(Struct, frozen=True):
    """A sentence that can be proposed: its paragraph, its range, and the stem of its list."""

    place: Place
    start: int
    end: int
    hits: Sequence[Hit]
    figures: tuple[Stated, ...]
    quote: Quotation | None
    """The quotation that it stands in or holds, if any."""
    lead_in: Words = Words()
    lead_hits: Sequence[Hit] = ()
    own: bool = False
    """Whether somebody speaks in the own name."""
    speaker: Speaker = NOBODY


class Reading(Struct, frozen=True, eq=False):
    """Everything that the rules need to know of a document."""

    source: Source
    cues: Cues
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    speakers: Sequence[Speaker | None]
    own: bool
    """Whether it is somebody's own words."""
    speaker: Speaker


def read(source: Source, measures: Measures | None = None) -> Reading:
    """Reads a document once for all rules; `measures` name what its figures are about."""
    language = text_of(source.record, "language") or language_of(source.text)
    cues = cues_for(language)
    found = list(sentences(source))
    starts, ends = [one[1] for one in found], [one[2] for one in found]
    quotable = [place for place in source.places if place.role in QUOTABLE]
    quoted = list(quotations(source.text, quotable))
    told = Told(source.text, cues.table, people(source.text, cues.table, quoted, quotable[0].start if quotable else 0), starts, ends)
    said = speakers(told, quoted) if quoted else []
    by_sentence = _hits_by_sentence(source.text, cues, starts, ends)
    own = is_own(source, cues.table, quoted) or _is_resolution(by_sentence)
    speaker = document_speaker(source, cues.table) if own else NOBODY
    figures = _figures(source, found, measures or NO_MEASURES, language)
    made = []
    stem: tuple[Words, Sequence[Hit]] = (Words(), ())
    for number, (place, start, end) in enumerate(found):
        hit = by_sentence.get(number, [])
        listed = place.role == "list_item"
        if source.text[end - 1] == ":":
            stem = Words(source.text[start:end], start, end), hit
        elif not listed or number and source.text[found[number - 1][2] - 1] in ".?!" and found[number - 1][0].role != "list_item":
            stem = stem if listed and _goes_on(source, found, number) else (Words(), ())
        if place.role not in QUOTABLE or source.text[end - 1] in "?:":
            continue
        quote = _quote_of(quoted, start, end)
        speaks = speaker
        if quote >= 0 and said[quote]:
            speaks = said[quote] or NOBODY
        marker = MARKER.match(source.text, start, end)
        made.append(
            Sentence(
                place,
                marker.end() if marker else start,
                end,
                hit,
                figures.get(start, ()),
                quoted[quote] if quote >= 0 else None,
                *stem,
                own=own or quote >= 0,
                speaker=speaks,
            )
        )
    return Reading(source, cues, made, quoted, said, own, speaker)


def _goes_on(source: Source, found: Sequence[tuple[Place, int, int]], number: int) -> bool:
    return source.text[found[number - 1][2] - 1] in ":;"


def _hits_by_sentence(
    text: str, cues: Cues, starts: Sequence[int], ends: Sequence[int]
) -> dict[int, list[Hit]]:
    """The cues of each sentence, by its number; each once for a rule."""
    made: dict[int, list[Hit]] = {}
    for hit in hits(text, cues.index):
        number = bisect_right(starts, hit.start) - 1
        if number < 0 or hit.end > ends[number]:
            continue
        if hit.opens and not BEGINNING.fullmatch(text, starts[number], hit.start):
            continue
        made.setdefault(number, []).append(hit)
    return made


def _is_resolution(by_sentence: Mapping[int, Sequence[Hit]]) -> bool:
    clauses = sum(any(one.rule.clause for one in some) for some in by_sentence.values())
    return clauses >= CLAUSES


def _figures(
    source: Source, found: Sequence[tuple[Place, int, int]], measures: Measures, language: str
) -> dict[int, tuple[Stated, ...]]:
    """The figures of each sentence with what dates them, by where the sentence starts."""
    made: dict[int, list[Stated]] = {}
    wanted = (one for one in found if one[0].role in QUOTABLE)
    for one in statements(source, wanted, measures, language):
        if one.figure is None:
            continue
        figure, when = one.figure, one.moment
        made.setdefault(one.start, []).append(
            Stated(
                figure.text,
                figure.value,
                one.at,
                one.to,
                figure.value_max,
                figure.comparator,
                figure.basis,
                figure.unit,
                figure.counted,
                figure.up,
                when.as_of,
                when.since,
                when.until,
                when.dated,
                one.measure,
                one.nested,
            )
        )
    return {start: tuple(some) for start, some in made.items()}


def _quote_of(quoted: Sequence[Quotation], start: int, end: int) -> int:
    """The number of the quotation that a sentence stands in, or mostly is; -1 for none."""
    number = bisect_right(quoted, end - 1, key=lambda one: one.opened) - 1
    if number < 0:
        return -1
    one = quoted[number]
    shared = min(end, one.end) - max(start, one.start)
    return number if shared > 0 and shared * 3 > min(end - start, one.end - one.start) else -1
