"""Statements: each figure of a source, and each wording watched for, with measure and moment."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefer.core.figures import Figure, figures
from briefer.core.measures import Table, measure_of, subjects_of, wordings_of
from briefer.core.model import Place, Source
from briefer.core.moments import Moment, moment_of, moments
from briefer.core.places import main_place, places
from briefer.core.record import Date, text_of

STATEMENTS_VERSION = 1
"""Raised with every change of what is read as a figure, its moment or its measure."""

ID_LENGTH = 8
"""Characters of a source's id that name a statement of it, or a suggestion."""

NESTED = re.compile(r"\(([A-Z][^()]{3,80}?(?:19|20)\d\d[^()]{0,20})\)")
"""A source that a text names in brackets, with its year: (Clearing the Mines 2024)."""

JOINT = re.compile(r"[,;:]\s|\s(?:and|or|with|but|while|et|ou|avec|mais|dont)\s", re.I)
CLAUSE = re.compile(r"[;:]\s|\s[–—]\s")


class Statement(Struct, frozen=True, omit_defaults=True, gc=False):
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
    clause: str = ""
    """The figure's own part of the sentence."""
    measure: str = ""
    figure: Figure | None = None
    variant: str = ""
    moment: Moment = Moment()
    places: frozenset[str] = frozenset()
    """The places it is about, as far as it or its text names them."""
    nested: str = ""
    """The source that the text itself names for the figure."""

    def short_id(self) -> str:
        """What it is called on the command line: its source, and where the words stand."""
        return f"{self.source[:ID_LENGTH]}@{self.at}"

    def words(self) -> str:
        """The words that say it, as the text has them."""
        return self.sentence[self.at - self.start : self.to - self.start]


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
    about = measures.subjects_of(source.text)
    main = main_place(source.text)
    for place, start, end in sentences:
        sentence = source.text[start:end]
        read = list(figures(sentence, 0, language))
        if not read and not measures.may_word(sentence):
            continue
        subjects = subjects_of(sentence, about, measures)
        said = wordings_of(sentence, subjects, measures)
        dates = moments(sentence, language)
        nested = NESTED.search(sentence)
        here = places(sentence)
        ranges = [(one.start, one.end) for one in read]
        clauses = _clauses(sentence, ranges)
        for number, (figure, clause) in enumerate(zip(read, clauses, strict=True)):
            others = [one for one in ranges if one != (figure.start, figure.end)]
            yield Statement(
                *(source.id, place.label(), start, end),
                *(start + figure.start, start + figure.end, sentence),
                clause=clause,
                places=places(clause) or here or main,
                measure=measure_of(
                    figure, clause, _beyond(figure, clauses, number), subjects, measures
                ),
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
                places=here or main,
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


def _beyond(figure: Figure, clauses: Sequence[str], number: int) -> str:
    """The clause behind that of a figure, where its own says nothing beyond what is counted."""
    own = clauses[number]
    after = own.rpartition(figure.counted)[2] if figure.counted else own
    if not figure.counted or len(after.split()) > 1 or number + 1 == len(clauses):
        return ""
    return clauses[number + 1]
