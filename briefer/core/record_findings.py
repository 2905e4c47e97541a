"""What is found in a line of a document's head, and the names of bodies and events in it."""

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from msgspec import Struct

from briefer.core.record import Value
from briefer.core.record_cues import either, listed
from briefer.core.record_lines import Line
from briefer.core.record_names import is_link, is_proper

Standing = Literal["", "title", "form", "event", "agenda"]
"""What a line may be beside what it says; behind “agenda” stands what an item is called."""


class Finding(Struct, frozen=True):
    """A value for a field of the record, and the range of the text it was read from.

    `person` is no field: it becomes author, and speaker of a speech. Of two findings the one of
    greater `weight` counts; of two that weigh the same and differ, neither.
    """

    field: str
    value: Value
    start: int
    end: int
    weight: int = 1


class Read(Struct, frozen=True):
    """What a line says, how many lines that took, and whether it may be the title.

    `begins` tells that the title stands behind this line, not before it.
    """

    findings: tuple[Finding, ...] = ()
    takes: int = 1
    standing: Standing = ""
    begins: bool = False


Reader = Callable[[Line, tuple[Line, ...]], Read | None]
"""Takes a line and those behind it; None when the line is of another kind."""

LITERAL_WORDS = 14
"""Words of a body, a State or an office that a cue leads to."""


@cache
def cue(name: str) -> re.Pattern[str]:
    """An entry of the tables at the beginning of a line, and what follows it."""
    return re.compile(rf"{either(name)}(?<=\w)\s*[:：]?\s+|{either(name)}(?<=\W)\s*", re.I)


@cache
def whole(name: str) -> re.Pattern[str]:
    """An entry of the tables as a whole line."""
    return re.compile(rf"[\[(*]*{either(name)}[\])*.,:]*", re.I)


def found(field: str, line: Line, start: int, end: int, weight: int = 1) -> Finding:
    """A field whose value is the words of a range of the line, white space folded."""
    value = " ".join(line.words[start:end].split())
    return Finding(field, value, line.start + start, line.start + end, weight)


def valued(
    field: str, value: Value, line: Line, start: int = 0, end: int | None = None, weight: int = 1
) -> Finding:
    """A field read from a range of the line, or from all of it."""
    stop = len(line.words) if end is None else end
    return Finding(field, value, line.start + start, line.start + stop, weight)


ARTICLE = re.compile(r"(?:the |le |la |les |l[’'])", re.I)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"{either('ends')}|[,;:(\[“”\"–—]| (?:by|par) | (?:du|le|on) (?=\d)", re.I)


def literal(words: str, begin: int) -> tuple[int, int] | None:
    """The range of a body, a State or an office that some words begin with, without its article."""
    if article := ARTICLE.match(words, begin):
        begin = article.end()
    stop = _ends().search(words, begin)
    end = begin + len(words[begin : stop.start() if stop else len(words)].rstrip(" ."))
    said = words[begin:end]
    if re.search(r"[’']s ", said):
        return None  # what belongs to somebody is none of them
    if not said[:1].isupper() or not 1 <= len(said.split()) <= LITERAL_WORDS:
        return None
    return begin, end


NOT_BEFORE = frozenset({
    "the", "to", "for", "a", "an", "in", "with", "against", "at", "la", "le", "les", "au", "aux",
    "pour", "sur", "à",
})  # fmt: skip
"""Small words that stand behind the head of a name alone: “Road to the Summit” names no summit."""


def is_headed(words: str, nouns: str) -> bool:
    """Whether some words are a name with one of these nouns at its head, and no headline about it.

    Before the noun capitals (an ordinal lets it be small), behind it a small word or the end.
    """
    tokens = [] if ":" in words else words.split()
    wanted = listed(nouns)
    at = next((n for n, one in enumerate(tokens) if one.rstrip(",").lower() in wanted), None)
    if at is None:
        return False
    before, after = tokens[:at], tokens[at + 1 :]
    ended = not after or tokens[at][-1] == "," or is_link(after[0])
    if not ended or not NOT_BEFORE.isdisjoint(one.lower() for one in before):
        return False
    if not is_proper(" ".join(before)):
        return False
    return tokens[at][0].isupper() or any(_ordinal().fullmatch(one) for one in before)


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(either("ordinals"), re.I)
