"""Measures: what a figure or a wording is about, so that statements of one thing are compared."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from briefer.core.figures import Figure

Kind = Literal["count", "share", "change", "money", "duration", "wording"]
Level = Literal["C0", "C1", "C2", "C3"]
"""None; different basis; clash; contradiction (domain.md 5.2)."""


class Measure(Struct, frozen=True, omit_defaults=True):
    """One entry of a table of measures, as kept in resources/measures.

    An entry of a list is a word or phrase, letter case aside; `*` stands for any letters.
    """

    key: str
    name: str
    kind: Kind
    counted: tuple[str, ...] = ()
    """What is counted; of a wording, what its sentence must name."""
    with_: tuple[str, ...] = field(default=(), name="with")
    """One of these must stand in the clause, or in the sentence when no other measure fits."""
    without: tuple[str, ...] = ()
    """None of these may stand in the clause."""
    variants: Mapping[str, tuple[str, ...]] = {}
    """Of a wording: what is said of it, and the words that say so."""
    between: Level = "C1"
    """The level of two different variants."""
    at_most: Level = "C3"
    """The highest level that two statements can have."""
    bound: bool = False
    """Whether a value is for one place and one time, so that others are no conflict."""
    grows: bool = False
    """Whether the value only grows, so that of two floors the greater is the newer."""
    near: tuple[str, ...] = ()
    """Keys of measures that are easily taken for this one."""


class Sum(Struct, frozen=True):
    """Measures whose values add up to one whole."""

    parts: tuple[str, ...]
    name: str


class Subject(Struct, frozen=True):
    """A table of measures for one subject: the form of a file in resources/measures."""

    subject: str
    measures: tuple[Measure, ...]
    sums: tuple[Sum, ...] = ()
    about: tuple[str, ...] = ()
    """One of these must stand in a text for its statements to be of this subject."""
    instruments: tuple[str, ...] = ()
    """What the subject's treaty is called; a sentence that names another one is not about it."""


class Compiled(Struct, frozen=True, eq=False):
    """A measure, ready to be looked for."""

    measure: Measure
    subject: int
    counted: re.Pattern[str] | None
    with_: re.Pattern[str] | None
    without: re.Pattern[str] | None
    variants: tuple[tuple[str, re.Pattern[str]], ...]


class Table(Struct, frozen=True, eq=False):
    """All measures in use: those of figures by kind, those of wordings, and the sums."""

    by_key: Mapping[str, Measure]
    figures: Mapping[str, Sequence[Compiled]]
    wordings: Sequence[Compiled]
    any_wording: re.Pattern[str]
    wording_words: Sequence[tuple[str, ...]]
    """The words of each wording in small letters, the longest first."""
    sums: Sequence[Sum]
    about: Sequence[re.Pattern[str] | None]
    """Of each subject, what a text about it must say; None: nothing."""
    instruments: Sequence[re.Pattern[str] | None]

    def may_word(self, sentence: str) -> bool:
        """Whether a sentence can hold a wording that is watched for; most hold none.

        Looking for the words is many times faster than the expressions.
        """
        small = sentence.lower()
        for words in self.wording_words:
            if words[0] in small and all(word in small for word in words):
                return True
        return False

    def subjects_of(self, text: str) -> frozenset[int]:
        """The subjects that a whole text is about."""
        return frozenset(
            number for number, about in enumerate(self.about) if not about or about.search(text)
        )


LETTERS = re.compile(r"[^\W_]+")

INSTRUMENT = re.compile(
    r"(?!(?:The|This|That|These|Our|Its|La|Le|Cette)\s)(?:[A-Z][\w’'-]+\s(?:(?:of|on|the|and|for)\s)?){1,6}"
    r"(?:Treaty|Convention|Agreement|Protocol|Covenant|Pact)\b"
    r"|(?:Treaty|Convention|Agreement|Protocol|Convention|Traité|Accord)\s"
    r"(?:on|against|for|sur|contre)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*"
)
"""A treaty that is named."""


def table(subjects: Iterable[Subject]) -> Table:
    """The measures of some subjects, ready to be looked for; the first that fits counts."""
    chosen = list(subjects)
    compiled = [
        _compiled(one, number) for number, subject in enumerate(chosen) for one in subject.measures
    ]
    by_kind: dict[str, list[Compiled]] = {}
    for one in compiled:
        if one.measure.kind != "wording":
            by_kind.setdefault(one.measure.kind, []).append(one)
    wordings = [one for one in compiled if one.measure.kind == "wording"]
    words = [word for one in wordings for said in one.measure.variants.values() for word in said]
    return Table(
        by_key={one.measure.key: one.measure for one in compiled},
        figures=by_kind,
        wordings=wordings,
        any_wording=_either(words) or re.compile("(?!)"),
        wording_words=sorted({_words(one) for one in words} - {()}),
        sums=[one for subject in chosen for one in subject.sums],
        about=[_either(one.about) for one in chosen],
        instruments=[_either(one.instruments) for one in chosen],
    )


def subjects_of(sentence: str, among: frozenset[int], measures: Table) -> frozenset[int]:
    """The subjects that a sentence can be about: a treaty it names leaves out those of others."""
    named = [one[0] for one in INSTRUMENT.finditer(sentence)] if among else []
    if not named:
        return among
    return frozenset(
        one
        for one in among
        if not (own := measures.instruments[one]) or any(own.search(name) for name in named)
    )


def measure_of(
    figure: Figure, clause: str, beyond: str, subjects: frozenset[int], measures: Table
) -> str:
    """The key of the measure a figure belongs to, or “” when none fits.

    `clause` is the figure's own part of its sentence and `beyond` the part behind it, which says
    what the figure does when its own part only names what is counted: *58 States* and 2 areas were
    contaminated. `subjects` are the numbers of the subjects it can be about.
    """
    possible = [
        one
        for one in measures.figures.get(figure.basis, ())
        if one.subject in subjects and _fits(one, figure, clause)
    ]
    for words in (clause, beyond):
        for one in possible:
            if one.with_ is None or one.with_.search(words):
                return one.measure.key
    return ""


def wordings_of(
    sentence: str, subjects: frozenset[int], measures: Table
) -> list[tuple[str, str, int, int]]:
    """What a sentence says of the measures that are wordings: key, variant, range in it."""
    if not measures.may_word(sentence) or not measures.any_wording.search(sentence):
        return []
    found = []
    for one in measures.wordings:
        named = one.counted is None or one.counted.search(sentence)
        left_out = one.without and one.without.search(sentence)
        if not named or left_out or one.subject not in subjects:
            continue
        for variant, expression in one.variants:
            if said := expression.search(sentence):
                found.append((one.measure.key, variant, *said.span()))
                break
    return found


def _fits(one: Compiled, figure: Figure, clause: str) -> bool:
    if figure.counted and one.counted and not one.counted.search(figure.counted):
        return False
    if not figure.counted and one.counted and not one.counted.search(clause):
        return False
    return not (one.without and one.without.search(clause))


def _compiled(measure: Measure, subject: int) -> Compiled:
    return Compiled(
        measure,
        subject,
        _either(measure.counted),
        _either(measure.with_),
        _either(measure.without),
        tuple((name, _one(words)) for name, words in measure.variants.items()),
    )


def _words(entry: str) -> tuple[str, ...]:
    return tuple(sorted(LETTERS.findall(entry.lower()), key=len, reverse=True))


def _either(entries: Sequence[str]) -> re.Pattern[str] | None:
    return _one(entries) if entries else None


def _one(entries: Iterable[str]) -> re.Pattern[str]:
    made = (
        re.escape(one).replace(r"\*", r"[^\W_]*").replace(r"\ ", r"\s+").replace("'", "['’]")
        for one in sorted(entries, key=len, reverse=True)
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(made)})(?![^\W_])", re.I)
