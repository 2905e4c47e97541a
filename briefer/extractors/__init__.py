"""Source -> suggested picks, one module a kind: a new one is a function here in `EXTRACTORS`."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefer.core.model import Kind, Place, Source
from briefer.core.sentences import sentences
from briefer.extractors.facts import facts
from briefer.extractors.points import talking_points
from briefer.extractors.quotes import quotes
from briefer.extractors.suggestion import Suggestion

__all__ = ["EXTRACTORS", "Suggestion", "suggest"]

Sentence = tuple[Place, int, int]
Extractor = Callable[[Source, Sequence[Sentence]], Iterator[Suggestion]]

EXTRACTORS: Mapping[Kind, Extractor] = {
    "fact": facts,
    "quote": quotes,
    "talking_point": talking_points,
}


def suggest(source: Source) -> list[Suggestion]:
    """Everything proposed in a source, in the order of its text."""
    found = list(sentences(source))
    proposed = [one for extract in EXTRACTORS.values() for one in extract(source, found)]
    return sorted(proposed, key=lambda one: (one.start, one.end, one.kind))
