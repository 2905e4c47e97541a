"""How near suggestions and registers of figures come to the labels, as a table."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefer.core.model import Kind, Source
from briefer.extractors import Suggestion, suggest
from tests.extractors.labels import (
    FOLDER,
    FigureLabel,
    Item,
    Range,
    Text,
    is_direct,
    load,
    overlap,
    place,
    source_of,
)


class Row(Struct, frozen=True):
    """How many of how many."""

    right: int
    of: int

    def rate(self) -> float:
        """The share that is right; 0 of 0 is 0."""
        return self.right / self.of if self.of else 0.0


OPENING_LENGTH = 45
"""Characters before the first sentence of a paragraph: "Mr Example:", "GENEVA, 3 May (Wire) -"."""

Score = dict[str, Row]
Confident = Callable[[Suggestion], bool]


def accepted_values(figure: FigureLabel) -> tuple[float, ...]:
    """The values that mean the same: fractions as per cent, vague counts, factors."""
    value = figure.value
    if value is None:
        return ()
    if figure.comparator in ("tens_of", "dozens"):
        return value, value / 2
    if figure.unit == "times":
        return value, abs(value - 1) * 100
    return (value, value * 100) if value < 1 and not figure.unit else (value,)


def same_speaker(found: str, item: Item) -> bool:
    """Whether a name is the labelled one, shorter, longer, or as the abbreviation in the cue."""
    names = [set(name.casefold().replace(".", "").split()) for name in (found, item.speaker)]
    if not all(names):
        return names[0] == names[1]
    return names[0] <= names[1] or names[1] <= names[0] or f"({found})" in item.speaker_cue


class _Text:
    """A text, its labels with their ranges, and what was proposed in it."""

    def __init__(self, text: Text, source: Source, proposed: Sequence[Suggestion]) -> None:
        self.source = source
        self.labels = [(one, place(source.text, one.exact, one.occurrence)) for one in text.items]
        self.quoted = [at for one, at in self.labels if one.kind == "quote" and one.second_hand]
        self.proposed = proposed

    def of_kind(self, kind: Kind, direct: bool = False) -> list[tuple[Item, Range]]:
        return [
            (one, at)
            for one, at in self.labels
            if one.kind == kind and (kind != "quote" or one.second_hand == direct)
        ]

    def found(self, kind: Kind, direct: bool = False) -> list[Suggestion]:
        return [
            one
            for one in self.proposed
            if one.kind == kind
            and (kind != "quote" or is_direct(self.source.text, one.start) == direct)
        ]

    def same_place(self, label: Range, found: Suggestion) -> bool:
        """Nine tenths of both ranges, or of the words of a quotation that both hold.

        A sentence inside a longer quotation is also met by the whole of the quotation. A speaker's
        name or a dateline before the first sentence of a paragraph may stay with it.
        """
        span = (found.start, found.end)
        parts = [(_within(label, quote), _within(span, quote)) for quote in self.quoted]
        around = [one for one in self.quoted if one[0] <= label[0] and label[1] <= one[1]]
        parts += [(one, _within(span, one)) for one in around]
        whole = [(label, span), (self._with_opening(label), span)]
        return any(overlap(a, b) >= 0.9 for a, b in [*whole, *parts] if a and b)

    def _with_opening(self, label: Range) -> Range:
        paragraph = self.source.place_at(label[0])
        near = paragraph is not None and label[0] - paragraph.start <= OPENING_LENGTH
        return (paragraph.start, label[1]) if paragraph and near else label


def _within(span: Range, quote: Range) -> Range | None:
    start, end = max(span[0], quote[0]), min(span[1], quote[1])
    return (start, end) if start < end else None


def _both(name: str, core: Row, found: Row) -> Iterator[tuple[str, Row]]:
    yield f"{name}: core found", core
    yield f"{name}: proposed rightly", found


def _sentences(texts: Sequence[_Text], kind: Kind, name: str) -> Iterator[tuple[str, Row]]:
    hits, wanted, right, proposed = 0, 0, 0, 0
    for text in texts:
        labels, found = text.of_kind(kind), text.found(kind)
        core = [at for one, at in labels if one.core]
        wanted, proposed = wanted + len(core), proposed + len(found)
        hits += sum(any(text.same_place(at, one) for one in found) for at in core)
        right += sum(any(text.same_place(at, one) for _, at in labels) for one in found)
    yield from _both(name, Row(hits, wanted), Row(right, proposed))


def _quotes(texts: Sequence[_Text], confident: Confident) -> Iterator[tuple[str, Row]]:
    core, found, speakers, sure = [], [], [], []
    for text in texts:
        proposed = {(one.start, one.end): one for one in text.found("quote", direct=True)}
        labels = {at: one for one, at in text.of_kind("quote", direct=True)}
        core += [at in proposed for at, one in labels.items() if one.core]
        found += [at in labels for at in proposed]
        for at, item in labels.items():
            hit = proposed.get(at)
            speakers.append(hit is not None and same_speaker(hit.speaker, item))
            if hit and confident(hit):
                sure.append(same_speaker(hit.speaker, item))
    yield from _both("direct quotes", row_of(core), row_of(found))
    yield "direct quotes: right speaker", row_of(speakers)
    yield "direct quotes: confident wrong speakers", Row(sure.count(False), len(sure))


def row_of(truths: Sequence[bool]) -> Row:
    """How many are true."""
    return Row(sum(truths), len(truths))


def _figures(texts: Sequence[_Text]) -> Iterator[tuple[str, Row]]:
    values, comparators, dates = [], [], []
    for text in texts:
        for item, at in text.of_kind("fact"):
            hits = [one for one in text.found("fact") if text.same_place(at, one)]
            found = [figure for one in hits for figure in one.figures]
            for label in item.figures if hits else ():
                start, end = place(item.exact, label.text, label.occurrence)
                span = (at[0] + start, at[0] + end)
                near = [one for one in found if one.start < span[1] and span[0] < one.end]
                accepted = accepted_values(label)
                if accepted:
                    values.append(any(_equal(one.value, v) for one in near for v in accepted))
                comparators.append(any(_meant(one) == label.comparator for one in near))
                if label.as_of:
                    dates.append(_has(near, "as_of", label.as_of))
    yield "figures of facts found: right value", row_of(values)
    yield "figures of facts found: right comparator", row_of(comparators)
    yield "figures of facts found: right as-of date", row_of(dates)


def _meant(figure: Any) -> str:
    """How a figure is meant, in the words of the labels: a bound goes before a share."""
    if figure.basis in ("change", "factor"):
        return "change"
    bound = str(figure.comparator)
    return "share" if bound == "exactly" and figure.basis == "share" else bound


def _equal(found: float | None, value: float) -> bool:
    return found is not None and abs(found - value) <= 1e-3 * abs(value)


def _has(figures: Sequence[Any], field: str, value: str) -> bool:
    return any(str(getattr(one, field, "")) == value for one in figures)


def _unwanted(labels: Sequence[Text], texts: Sequence[_Text]) -> Row:
    """Words that must not be proposed and are, as fact or talking point."""
    wrong = []
    for label, text in zip(labels, texts, strict=True):
        found = [*text.found("fact"), *text.found("talking_point")]
        for one in label.not_proposed:
            at = place(text.source.text, one.exact, one.occurrence)
            wrong.append(any(overlap(at, (hit.start, hit.end)) >= 0.5 for hit in found))
    return row_of(wrong)


def score(
    suggester: Callable[[Source], Sequence[Suggestion]],
    folder: Path = FOLDER,
    *,
    described: bool = False,
    confident: Confident = lambda one: one.certainty in ("named", "title"),
    wanted: Callable[[Text], bool] = lambda _: True,
) -> Score:
    """How near a suggester comes to the labels of a folder, or of the texts wanted, by kind."""
    labels = [one for one in load(folder) if wanted(one)]
    sources = [source_of(one, folder, described=described) for one in labels]
    texts = [_Text(a, b, suggester(b)) for a, b in zip(labels, sources, strict=True)]
    return dict(
        [
            *_sentences(texts, "fact", "facts"),
            *_sentences(texts, "talking_point", "talking points"),
            *_quotes(texts, confident),
            *_figures(texts),
            ("not to be proposed, yet proposed", _unwanted(labels, texts)),
        ]
    )


def table(scored: Score) -> str:
    """The rows as text, one a line."""
    lines = [f"{n:44} {row.right:4} of {row.of:4}  {row.rate():6.1%}" for n, row in scored.items()]
    return "\n".join(lines)


def main() -> None:
    """Prints how near today's rules come to the labels, those of the folder named or the own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for name, seeds in (("sample documents", True), ("texts written to be labelled", False)):
        scored = score(suggest, folder, wanted=lambda one, seeds=seeds: one.is_seed() == seeds)
        if any(row.of for row in scored.values()):
            print(f"{name}\n{table(scored)}\n")
