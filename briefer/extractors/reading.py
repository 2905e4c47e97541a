"""A document as the rules see it: sentences, cues, figures, quotations, and who speaks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefer.core.measures import Table as Measures
from briefer.core.measures import table
from briefer.core.model import Place, Source
from briefer.core.record import text_of
from briefer.core.sentences import sentences
from briefer.core.statements import Statement, statements
from briefer.extractors.cues import Cues, cues_for, is_titled, language_of
from briefer.extractors.lists import MARKER, Cut, footnotes, stems
from briefer.extractors.marks import Quotation, inside, quotations
from briefer.extractors.opening import document_speaker, is_own
from briefer.extractors.people import people
from briefer.extractors.phrases import Hit, hits
from briefer.extractors.speakers import speakers
from briefer.extractors.stated import stated_figures
from briefer.extractors.subjects import Told
from briefer.extractors.suggestion import NOBODY, Speaker, Stated, Words
from briefer.extractors.tables import Speech

CONTACT = re.compile(
    r"@(?<=\w@)\w|https?://|www\.|\+\d{2,3}[ ()\d]{7}|©|[Pp]hotos?(?:graph)?(?: by|:)|Credits?:"
)

LABEL = 90
"""Code points of a line of running text without a stop, at most: a date, a byline, a link."""

SHORT = 300
"""Code points of a paragraph that only says how to reach somebody, at most."""

BEGINNING = re.compile(rf"(?:{MARKER.pattern})?[“«„\"‘\s*_]*")
"""What may stand before the first word of a sentence."""

NO_MEASURES = table(())

CLAUSES = 3
"""Clauses of a resolution that make a text one, in which a body speaks."""


QUOTABLE = ("body", "list_item", "quotation", "table_cell")
"""Roles of paragraphs whose words are worth picking."""


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


def read(
    source: Source,
    measures: Measures = NO_MEASURES,
    stated: Sequence[Statement] | None = None,
) -> Reading:
    """Reads a document once for all rules; `measures` name what its figures are about.

    `stated` is what it states (see core.statements), where that is known already.
    """
    language = text_of(source.record, "language") or language_of(source.text)
    cues = cues_for(language)
    found = list(sentences(source))
    starts, ends = [one[1] for one in found], [one[2] for one in found]
    quotable = [place for place in source.places if place.role in QUOTABLE]
    quoted = list(quotations(source.text, quotable))
    titles = [one for one in quoted if is_titled(source.text, one, cues.table)]
    said = (
        _speakers(source.text, cues.table.speech, quoted, quotable, (starts, ends))
        if quoted
        else ()
    )
    by_sentence = _hits_by_sentence(source.text, cues, starts, ends, titles)
    own = is_own(source, cues.table, quoted) or _is_resolution(by_sentence)
    speaker = document_speaker(source, cues.table) if own else NOBODY
    if stated is None:
        cuts = (one for one in found if one[0].role in QUOTABLE)
        stated = list(statements(source, cuts, measures, language))
    counted = stated_figures(stated, titles)
    made = []
    led = stems(source, found, _asking(found, by_sentence, cues))
    for number in _proposable(source, found, by_sentence, cues, starts):
        place, start, end = found[number]
        quote = _quote_of(quoted, start, end)
        marker = MARKER.match(source.text, start, end)
        stem = led.get(number, -1)
        made.append(
            Sentence(
                place,
                marker.end() if marker else start,
                end,
                by_sentence.get(number, ()),
                counted.get(start, ()),
                quoted[quote] if quote >= 0 else None,
                _stem(source, found, stem),
                by_sentence.get(stem, ()),
                own=own or quote >= 0,
                speaker=(said[quote] or NOBODY) if quote >= 0 else speaker,
            )
        )
    return Reading(source, cues, made, quoted, said, own, speaker)


def _asking(
    found: Sequence[Cut], by_sentence: Mapping[int, Sequence[Hit]], cues: Cues
) -> frozenset[int]:
    """The numbers of the headings that lead in asks or commitments."""
    return frozenset(
        number
        for number, some in by_sentence.items()
        if found[number][0].role in ("title", "heading")
        and any(hit.rule is cues.table.asking for hit in some)
    )


def _proposable(
    source: Source,
    found: Sequence[Cut],
    by_sentence: Mapping[int, Sequence[Hit]],
    cues: Cues,
    starts: Sequence[int],
) -> Iterator[int]:
    """The numbers of the sentences worth a look: no headings, questions, stems, notes, contacts."""
    left_out = footnotes(source) | _contacts(source, starts)
    apart = False
    for number, (place, start, end) in enumerate(found):
        if place.role in ("title", "heading"):
            apart = any(hit.rule is cues.table.apart for hit in by_sentence.get(number, ()))
        last = source.text[end - 1]
        label = place.role == "body" and last.isalnum() and end == place.end
        worth = place.role in QUOTABLE and last not in "?:" and not (label and end - start < LABEL)
        if worth and not apart and left_out.isdisjoint((place.start, start)):
            yield number


def _contacts(source: Source, starts: Sequence[int]) -> frozenset[int]:
    """Where sentences begin, and short paragraphs, with an address or the maker of a picture."""
    made = set()
    for found in CONTACT.finditer(source.text):
        place = source.place_at(found.start())
        if place and place.end - place.start < SHORT:
            made.add(place.start)
        made.add(starts[bisect_right(starts, found.start()) - 1])
    return frozenset(made)


def _stem(source: Source, found: Sequence[Cut], number: int) -> Words:
    if number < 0:
        return Words()
    _, start, end = found[number]
    return Words(source.text[start:end], start, end)


def _speakers(
    text: str,
    speech: Speech,
    quoted: Sequence[Quotation],
    quotable: Sequence[Place],
    sentences: tuple[Sequence[int], Sequence[int]],
) -> Sequence[Speaker | None]:
    """Who says each quotation; nobody who is only named above the text is meant by a pronoun."""
    known = people(text, speech, quoted, quotable[0].start)
    return speakers(Told(text, speech, known, *sentences), quoted)


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
        if titles and inside(hit.start, titles):
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


def _quote_of(quoted: Sequence[Quotation], start: int, end: int) -> int:
    """The number of the quotation that a sentence stands in, or mostly is; -1 for none."""
    number = bisect_right(quoted, end - 1, key=lambda one: one.opened) - 1
    if number < 0:
        return -1
    one = quoted[number]
    shared = min(end, one.end) - max(start, one.start)
    return number if shared > 0 and shared * 3 > min(end - start, one.end - one.start) else -1
