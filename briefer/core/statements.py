"""Statements: each figure of a source, and each wording watched for, with measure and moment."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.figures import Figure, figures
from briefer.core.headings import Head, head_of
from briefer.core.measures import Table, measure_of, subjects_of, wordings_of
from briefer.core.model import Place, Source
from briefer.core.moments import Moment, moment_of, moments
from briefer.core.places import places
from briefer.core.topics import (
    NONE,
    Topic,
    content,
    elliptic,
    leaned,
    topic_of,
    trend_of,
    trends_of,
)

STATEMENTS_VERSION = 2
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
    source's text. A statement without a measure is compared with others like it, as “possible”;
    one without a figure too says that something is “rising” or “falling”.
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
    day: str = ""
    """The day of its document, ISO 8601, where the record or the head of the text states it."""
    topic: Topic = NONE

    def short_id(self) -> str:
        """What it is called on the command line: its source, and where the words stand."""
        return f"{self.source[:ID_LENGTH]}@{self.at}"

    def words(self) -> str:
        """The words that say it, as the text has them."""
        return self.sentence[self.at - self.start : self.to - self.start]


NEXT = 8
"""Code points between a sentence and the one it leans on, at most."""


class _Sentence(Struct, frozen=True):
    """A sentence to be read, and what is known where it stands."""

    source: str
    place: str
    start: int
    end: int
    words: str
    head: Head
    around: frozenset[str]
    before: frozenset[str]
    """The places that the sentences before it in its paragraph name."""
    subjects: frozenset[int]

    def statement(
        self, at: int, to: int, here: frozenset[str], *, bound: bool, **said: Any
    ) -> Statement:
        """A statement of the words from `at` to `to` of the sentence, and its places.

        What is `bound` to a place is about that of its text where the sentence names none.
        """
        where = here or places(self.words)
        if bound and not where:
            where = self.before or self.head.places
        return Statement(
            *(self.source, self.place, self.start, self.end),
            *(self.start + at, self.start + to, self.words),
            places=where,
            day=self.head.day,
            **said,
        )


def statements(
    source: Source,
    sentences: Iterable[tuple[Place, int, int]],
    measures: Table,
    language: str = "",
) -> Iterator[Statement]:
    """What the sentences of a source (paragraph, range) state, in order.

    `language` (a tag of BCP 47) is that of the record, or what the words look like, where it is
    not given.
    """
    head = head_of(source, language)
    about = measures.subjects_of(source.text)
    last: Statement | None = None
    for one in _read(source, sentences, head, about):
        made = list(_of_figures(one, last, measures))
        moved = any(each.figure and each.figure.up is not None for each in made)
        made += _of_wordings(one, measures, trends=not moved)
        yield from made
        last = next((each for each in reversed(made) if each.figure), last)


def _read(
    source: Source,
    sentences: Iterable[tuple[Place, int, int]],
    head: Head,
    about: frozenset[int],
) -> Iterator[_Sentence]:
    """The sentences, each with the words around it: its paragraph's, its heading's, the title's."""
    heading: frozenset[str] = frozenset()
    number, so_far, before = -1, frozenset[str](), frozenset[str]()
    for place, start, end in sentences:
        words = source.text[start:end]
        if place.number != number:
            number, so_far, before = place.number, frozenset(), frozenset()
        around = so_far | heading | head.subject
        yield _Sentence(source.id, place.label(), start, end, words, head, around, before, about)
        if place.role in ("heading", "title"):
            heading = content(words)
        so_far |= content(words)
        before = places(words) or before


def _of_figures(one: _Sentence, last: Statement | None, measures: Table) -> Iterator[Statement]:
    language = one.head.language
    read = list(figures(one.words, 0, language))
    if not read:
        return
    subjects = subjects_of(one.words, one.subjects, measures)
    dates = moments(one.words, language)
    nested = NESTED.search(one.words)
    ranges = [(figure.start, figure.end) for figure in read]
    clauses = _clauses(one.words, ranges)
    for number, (figure, clause) in enumerate(zip(read, clauses, strict=True)):
        at = (figure.start, figure.end)
        beyond = _beyond(figure, clauses, number)
        topic = topic_of(figure, one.words, clause + beyond, at, one.around)
        named = _named(figure, last, one) if number else figure
        measure = measure_of(named, clause, beyond, subjects, measures)
        if last is not None and topic.leaning and one.start - last.end < NEXT:
            measure = measure or (last.measure if last.topic.kind == topic.kind else "")
            topic = leaned(topic, last.topic)
        elif last is not None and one.start - last.end < NEXT:
            topic = elliptic(topic, last.topic)
        others = [each for each in ranges if each != at]
        last = one.statement(
            *at,
            places(clause),
            bound=not measure or measures.by_key[measure].bound,
            clause=clause,
            measure=measure if topic.kind or figure.basis == "duration" else "",
            figure=figure,
            moment=moment_of(*at, others, dates, one.head.issued),
            nested=nested[1] if nested else "",
            topic=topic,
        )
        yield last


def _named(figure: Figure, last: Statement | None, one: _Sentence) -> Figure:
    """A figure that names nothing, with what the one before it in its sentence counts."""
    before = last.figure if last is not None and last.start == one.start else None
    if figure.counted or before is None or before.basis != figure.basis:
        return figure
    return replace(figure, counted=before.counted)


def _of_wordings(one: _Sentence, measures: Table, *, trends: bool) -> Iterator[Statement]:
    """What the words of a sentence say without a figure: wordings of measures, or else `trends`."""
    subjects = one.subjects if measures.may_word(one.words) else frozenset()
    said = wordings_of(one.words, subjects_of(one.words, subjects, measures), measures)
    moves = trends_of(one.words) if trends and not said else []
    if not said and not moves:
        return
    dates = moments(one.words, one.head.language)
    for key, variant, at, to in said:
        moment = moment_of(at, to, (), dates, one.head.issued)
        bound = measures.by_key[key].bound
        yield one.statement(
            at, to, frozenset(), bound=bound, measure=key, variant=variant, moment=moment
        )
    for variant, clause, at, to in moves:
        moment = moment_of(at, to, (), dates, one.head.issued)
        topic = trend_of(one.words, clause, one.around)
        yield one.statement(
            at,
            to,
            places(clause),
            bound=True,
            clause=clause,
            variant=variant,
            moment=moment,
            topic=topic,
        )


def _clauses(sentence: str, ranges: Sequence[tuple[int, int]]) -> list[str]:
    """For each figure the words of its own part of the sentence.

    Between two figures a part ends at the last joint before the second one, for a figure stands
    before what it counts; without a joint the second part holds the first one too.
    """
    made = []
    begins, stops = [0], []
    for (_, end), (start, _) in pairwise(ranges):
        joints = [one.start() for one in JOINT.finditer(sentence, end, start)]
        begins.append(joints[-1] if joints else begins[-1])
        stops.append(joints[-1] if joints else start)
    stops.append(len(sentence))
    for (start, end), begin, stop in zip(ranges, begins, stops, strict=True):
        breaks = [one.span() for one in CLAUSE.finditer(sentence, begin, stop)]
        first = max([begin, *(after for _, after in breaks if after <= start)])
        last = min([stop, *(before for before, _ in breaks if before >= end)])
        made.append(sentence[first:last])
    return made


def _beyond(figure: Figure, clauses: Sequence[str], number: int) -> str:
    """The clause behind that of a figure, where its own says nothing beyond what is counted."""
    own = clauses[number]
    after = own.rpartition(figure.counted)[2] if figure.counted else own
    if not figure.counted or len(after.split()) > 1 or number + 1 == len(clauses):
        return ""
    return clauses[number + 1]
