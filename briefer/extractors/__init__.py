"""Source -> suggested picks, one module a kind: a new one is a function here in `EXTRACTORS`."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefer.core.measures import Table
from briefer.core.model import Kind, Source
from briefer.core.statements import Statement
from briefer.extractors.facts import facts
from briefer.extractors.points import talking_points
from briefer.extractors.quotes import quotes
from briefer.extractors.reading import NO_MEASURES, Reading, read
from briefer.extractors.suggestion import Speaker, Stated, Suggestion, Words

__all__ = ["EXTRACTORS", "RULES_VERSION", "Speaker", "Stated", "Suggestion", "Words", "suggest"]

RULES_VERSION = 1
"""Raised with every change of what is proposed: stored suggestions of another version are stale."""

Extractor = Callable[[Reading], Iterator[Suggestion]]

EXTRACTORS: Mapping[Kind, Extractor] = {
    "fact": facts,
    "quote": quotes,
    "talking_point": talking_points,
}


def suggest(
    source: Source,
    measures: Table = NO_MEASURES,
    stated: Sequence[Statement] | None = None,
) -> list[Suggestion]:
    """Everything proposed in a source, in the order of its text.

    With a table of measures each figure says which of them it belongs to. `stated` is what the
    source states, where that is known already (see core.statements): it is then not read again.
    """
    reading = read(source, measures, stated)
    proposed = [one for extract in EXTRACTORS.values() for one in extract(reading)]
    return sorted(proposed, key=lambda one: (one.start, one.end, one.kind))
