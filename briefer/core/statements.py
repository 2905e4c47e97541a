"""Statements: each figure of a source, and each wording watched for, with measure and moment."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefer.core.figures import Figure, figures
from briefer.core.measures import Table, measure_of, wordings_of
from briefer.core.model import Place, Source
from briefer.core.moments import Moment, moment_of, moments
from briefer.core.record import Date, text_of

NESTED = re.compile(r"\(([A-Z][^()]{3,80}?(?:19|20)\d\d[^()]{0,20})\)")
"""A source that a text names in brackets, with its year: (Clearing the Mines 2024)."""

JOINT = re.compile(r"[,;:]\s|\s(?:and|or|with|but|while|et|ou|avec|mais|dont)\s", re.I)
CLAUSE = re.compile(r"[;:]\s|\s[–—]\s")


class Statement(Struct, frozen=True, omit_defaults=True):
    """What a sentence says of a measure: a figure, or a variant of its wording.

    `start` and `end` are the sentence, `at` and `to` the words that say it, in code points of the
    source's text. A statement without a measure is compared with others like it, as “possible”.
    """

    source: str
    place: str
    start: int
    end: int
    at: int
    to: int
    sentence: str
    measure: str = ""
    figure: Figure | None = None
    variant: str = ""
    moment: Moment = Moment()
    nested: str = ""
    """The source that the text itself names for the figure."""


def statements(
    source: Source,
    sentences: Iterable[tuple[Place, int, int]],
    measures: Table,
    language: str = "",
) -> Iterator[Statement]:
    """What the sentences of a source (paragraph, range) state, in order.

    `language` (a tag of BCP 47) is that of the record, or English, where it is not given.
    """
    language = language or text_of(source.record, "language") or "en"
    issued = issued_of(source)
    for place, start, end in sentences:
        sentence = source.text[start:end]
        read = list(figures(sentence, 0, language))
        said = wordings_of(sentence, measures)
        if not read and not said:
            continue
        dates = moments(sentence, language)
        nested = NESTED.search(sentence)
        ranges = [(one.start, one.end) for one in read]
        for figure, clause in zip(read, _clauses(sentence, ranges), strict=True):
            others = [one for one in ranges if one != (figure.start, figure.end)]
            yield Statement(
                *(source.id, place.label(), start, end),
                *(start + figure.start, start + figure.end, sentence),
                measure=measure_of(figure, clause, sentence, measures),
                figure=figure,
                moment=moment_of(figure.start, figure.end, others, dates, issued),
                nested=nested[1] if nested else "",
            )
        for key, variant, at, to in said:
            moment = moment_of(at, to, (), dates, issued)
            yield Statement(
                *(source.id, place.label(), start, end, start + at, start + to, sentence),
                measure=key,
                variant=variant,
                moment=moment,
            )


def issued_of(source: Source) -> str:
    """The date of a source as ISO 8601 writes it, or “”."""
    value = source.record["issued"].value if "issued" in source.record else None
    return value.iso() if isinstance(value, Date) else ""


def _clauses(sentence: str, ranges: Sequence[tuple[int, int]]) -> list[str]:
    """For each figure the words of its own part of the sentence.

    Between two figures a part ends at the last joint before the second one, for a figure stands
    before what it counts.
    """
    if not ranges:
        return []
    cuts = [0]
    for (_, end), (start, _) in pairwise(ranges):
        joints = [one.start() for one in JOINT.finditer(sentence, end, start)]
        cuts.append(joints[-1] if joints else start)
    cuts.append(len(sentence))
    made = []
    for (start, end), (begin, stop) in zip(ranges, pairwise(cuts), strict=True):
        breaks = [one.span() for one in CLAUSE.finditer(sentence, begin, stop)]
        begin = max([begin, *(after for _, after in breaks if after <= start)])
        stop = min([stop, *(before for before, _ in breaks if before >= end)])
        made.append(sentence[begin:stop])
    return made
