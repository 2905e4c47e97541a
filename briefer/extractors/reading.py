"""A document as the rules see it: sentences, cues, figures, quotations, and who speaks."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.figures import Figure, figures
from briefer.core.measures import Table as Measures
from briefer.core.model import Place, Source
from briefer.core.moments import Moment, moment_of, moments
from briefer.core.record import text_of
from briefer.core.sentences import sentences
from briefer.core.statements import NESTED, issued_of, statements
from briefer.extractors.cues import Cues, cues_for, language_of
from briefer.extractors.marks import Quotation, quotations
from briefer.extractors.opening import document_speaker, is_own
from briefer.extractors.people import people
from briefer.extractors.phrases import Hit, either, hits
from briefer.extractors.speakers import Told, speakers
from briefer.extractors.suggestion import NOBODY, Speaker, Stated, Words
from briefer.extractors.tables import Table

QUOTABLE = ("body", "list_item", "quotation", "table_cell")
"""Roles of paragraphs whose words are worth picking."""

NO_MOMENT = Moment()

MARKER = re.compile(r"(?:\((?:\w{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]+)[.)]|[-–•*·])\s+")
"""What numbers a list item in its text."""

NOTE = re.compile(r"(\d{1,2})\s+(?=[A-ZÀ-Þ])")
"""The number of a footnote before its first word."""

BEGINNING = re.compile(rf"(?:{MARKER.pattern})?[“«„\"‘\s*_]*")
"""What may stand before the first word of a sentence."""

CLAUSES = 3
"""Clauses of a resolution that make a text one, in which a body speaks."""


Cut = tuple[Place, int, int]
"""A paragraph, and where a sentence of it begins and ends."""


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
    titles = [one for one in quoted if is_titled(source.text, one, cues.table)]
    said = _speakers(source.text, cues.table, quoted, quotable, (starts, ends)) if quoted else ()
    by_sentence = _hits_by_sentence(source.text, cues, starts, ends, titles)
    own = is_own(source, cues.table, quoted) or _is_resolution(by_sentence)
    speaker = document_speaker(source, cues.table) if own else NOBODY
    counted = _figures(source, found, measures, language, titles)
    made = []
    notes = _footnotes(source)
    stems = _stems(source, found, by_sentence)
    for number, (place, start, end) in enumerate(found):
        if place.role not in QUOTABLE or source.text[end - 1] in "?:" or place.start in notes:
            continue
        quote = _quote_of(quoted, start, end)
        marker = MARKER.match(source.text, start, end)
        stem = stems.get(number)
        made.append(
            Sentence(
                place,
                marker.end() if marker else start,
                end,
                by_sentence.get(number, ()),
                counted.get(start, ()),
                quoted[quote] if quote >= 0 else None,
                Words(source.text[slice(*found[stem][1:])], *found[stem][1:]) if stem is not None else Words(),
                by_sentence.get(stem, ()) if stem is not None else (),
                own=own or quote >= 0,
                speaker=(said[quote] or NOBODY) if quote >= 0 else speaker,
            )
        )
    return Reading(source, cues, made, quoted, said, own, speaker)


def _speakers(
    text: str,
    table: Table,
    quoted: Sequence[Quotation],
    quotable: Sequence[Place],
    sentences: tuple[Sequence[int], Sequence[int]],
) -> Sequence[Speaker | None]:
    """Who says each quotation; nobody who is only named above the text is meant by a pronoun."""
    known = people(text, table, quoted, quotable[0].start)
    return speakers(Told(text, table, known, *sentences), quoted)


def _stems(
    source: Source, found: Sequence[Cut], by_sentence: Mapping[int, Sequence[Hit]]
) -> dict[int, int]:
    """For each sentence of a list that a stem leads in (“We commit to:”), the number of its stem.

    A list ends with a paragraph that is not marked as its first item is.
    """
    made: dict[int, int] = {}
    stem, style = -1, ""
    for number, (place, _, end) in enumerate(found):
        if source.text[end - 1] == ":":
            stem, style = number, ""
        elif stem >= 0 and place is not found[stem][0]:
            marked = _style(source.text, place)
            if not marked or marked == _style(source.text, found[stem][0]) or style not in ("", marked):
                stem = -1
            else:
                style = marked
                made[number] = stem
        elif place is not found[max(stem, 0)][0]:
            stem = -1
    return made


def _footnotes(source: Source) -> frozenset[int]:
    """Where the paragraphs at the end of a text begin that are numbered as notes: 1 See …"""
    numbered = []
    for place in reversed(source.places):
        found = NOTE.match(source.text, place.start, place.end)
        if found is None:
            break
        numbered.append((int(found[1]), place.start))
    numbers = [number for number, _ in reversed(numbered)]
    in_order = numbers == list(range(1, len(numbers) + 1))
    return frozenset(start for _, start in numbered if in_order)


def _style(text: str, place: Place) -> str:
    """How a paragraph is marked as an item of a list: by a number, a letter, a bullet, a semicolon."""
    found = MARKER.match(text, place.start, place.end)
    marker = (found[0] if found else place.marker).strip("().* ")
    if marker:
        return "number" if marker.isdecimal() else "letter" if marker.isalpha() else "bullet"
    if place.role == "list_item":
        return "bullet"
    return "semicolon" if text[place.end - 1] in ";" else ""


def _hits_by_sentence(
    text: str,
    cues: Cues,
    starts: Sequence[int],
    ends: Sequence[int],
    titles: Sequence[Quotation],
) -> dict[int, list[Hit]]:
    """The cues of each sentence, by its number; those inside titles say nothing."""
    made: dict[int, list[Hit]] = {}
    for hit in hits(text, cues.index):
        number = bisect_right(starts, hit.start) - 1
        if titles and _inside(hit.start, titles):
            continue
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
    source: Source,
    found: Sequence[Cut],
    measures: Measures | None,
    language: str,
    titles: Sequence[Quotation],
) -> dict[int, tuple[Stated, ...]]:
    """The figures of each sentence with what dates them, by where the sentence starts."""
    made: dict[int, tuple[Stated, ...]] = {}
    counted: list[Cut] = []
    issued = issued_of(source)
    for place, start, end in found:
        if place.role not in QUOTABLE:
            continue
        words = source.text[start:end]
        read = [
            one
            for one in figures(words, 0, language)
            if not (titles and _inside(start + one.start, titles))
        ]
        if read:
            made[start] = _stated(words, start, read, language, issued)
            counted.append((place, start, end))
    return _measured(source, made, counted, measures, language) if measures else made


def _stated(
    words: str, start: int, read: Sequence[Figure], language: str, issued: str
) -> tuple[Stated, ...]:
    """The figures of a sentence, each with its date and the source that the sentence names."""
    dates = moments(words, language)
    nested = NESTED.search(words)
    ranges = [(one.start, one.end) for one in read]
    stated = []
    for one in read:
        others = [span for span in ranges if span != (one.start, one.end)]
        when = moment_of(one.start, one.end, others, dates, issued) if dates else NO_MOMENT
        fields = {name: getattr(one, name) for name in Figure.__struct_fields__}
        fields |= {"start": start + one.start, "end": start + one.end}
        stated.append(
            Stated(
                **fields,
                as_of=when.as_of,
                since=when.since,
                until=when.until,
                dated=when.dated,
                nested_source=nested[1] if nested else "",
            )
        )
    return tuple(stated)


def _measured(
    source: Source,
    made: Mapping[int, tuple[Stated, ...]],
    counted: Sequence[Cut],
    measures: Measures,
    language: str,
) -> dict[int, tuple[Stated, ...]]:
    """The figures with the measures they belong to."""
    known = {
        (one.at, one.to): one.measure
        for one in statements(source, counted, measures, language)
        if one.figure is not None
    }
    return {
        at: tuple(replace(one, measure=known.get((one.start, one.end), "")) for one in some)
        for at, some in made.items()
    }


def _inside(at: int, quoted: Sequence[Quotation]) -> bool:
    number = bisect_right(quoted, at, key=lambda one: one.opened) - 1
    return number >= 0 and at < quoted[number].closed


def is_titled(text: str, one: Quotation, table: Table) -> bool:
    """Whether the words before a quotation say that it is a title, a theme or a slogan."""
    start = max(one.place.start, one.opened - 40)
    return bool(_titled(table).search(text, start, one.opened))


@cache
def _titled(table: Table) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(table.titled)}),?\s*$", re.I)


def _quote_of(quoted: Sequence[Quotation], start: int, end: int) -> int:
    """The number of the quotation that a sentence stands in, or mostly is; -1 for none."""
    number = bisect_right(quoted, end - 1, key=lambda one: one.opened) - 1
    if number < 0:
        return -1
    one = quoted[number]
    shared = min(end, one.end) - max(start, one.start)
    return number if shared > 0 and shared * 3 > min(end - start, one.end - one.start) else -1
