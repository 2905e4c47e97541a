"""Words that were redacted: where a source says them, and a mask in their place."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefer.core.model import Pick, Range, Source
from briefer.core.operations import Operation, Redact
from briefer.core.selectors import occurrences

MASK = "█"
"""Stands for one character of redacted words, so that every offset stays what it was."""


def redacted(source: Source, operations: Iterable[Operation]) -> tuple[Range, ...]:
    """Every range of a source that says words which one of the operations redacts in it."""
    ranges = [(one.start, one.end) for one in operations if isinstance(one, Redact)]
    words = dict.fromkeys(source.text[start:end] for start, end in ranges)
    return tuple(
        (start, start + len(one)) for one in words for start in occurrences(source.text, one)
    )


def masked(text: str, begin: int, ranges: Sequence[Range]) -> str:
    """The text with a mask for each code point in the ranges; its first one is at `begin`."""
    for start, end in ranges:
        first = min(max(start - begin, 0), len(text))
        last = min(max(end - begin, first), len(text))
        text = text[:first] + MASK * (last - first) + text[last:]
    return text


def without_redacted(source: Source, picks: Iterable[Pick]) -> Source:
    """The source, its text to be shown: “[redacted]” for words that one of the picks redacts in it.

    No offset holds in it.
    """
    done = [one for pick in picks if pick.source == source.id for one in pick.operations]
    hidden = redacted(source, done)
    if not hidden:
        return source
    text = masked(source.text, 0, hidden)
    return replace(source, text=re.sub(f"{MASK}+", "[redacted]", text))
