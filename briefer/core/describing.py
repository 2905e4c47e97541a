"""What was done to the words of a pick, in words a person understands."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from briefer.core.counts import words_in
from briefer.core.model import Passage, Pick
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Marks,
    Omit,
    Operation,
    Punctuation,
    Redact,
    Sic,
)
from briefer.core.quotation import Cut, kept

REDACTED = "[redacted]"


def described(pick: Pick, *, reveal: bool = False) -> Iterator[str]:
    """Each thing that was done to a pick, with the source's own words, one sentence each.

    Redacted words are only counted, unless they are to be revealed: what is written into a file
    must not hold them.
    """
    cut = kept(pick)
    for before, after in zip(pick.passages, pick.passages[1:], strict=False):
        yield f"Left out what stands between “{_end(before)}” and “{_beginning(after)}”."
    for one in pick.operations:
        yield SAID[type(one)](one, cut, reveal)


def passage_words(pick: Pick, passage: Passage) -> str:
    """The words of a passage as they stand in the source, redacted ones blacked out."""
    at, pieces = passage.position.start, []
    cut = kept(pick)
    for one in pick.operations:
        if isinstance(one, Redact) and passage.position.start <= one.start <= passage.position.end:
            pieces += [cut(at, one.start), REDACTED]
            at = one.end
    return "".join([*pieces, cut(at, passage.position.end)])


def operation_words(pick: Pick, operation: Operation) -> str:
    """What one operation does, in words; redacted words are shown."""
    return SAID[type(operation)](operation, kept(pick), True)


def _end(passage: Passage) -> str:
    return " ".join(passage.quote.exact.split()[-4:])


def _beginning(passage: Passage) -> str:
    return " ".join(passage.quote.exact.split()[:4])


def _redacted(one: Redact, cut: Cut, reveal: bool) -> str:
    words = cut(one.start, one.end)
    count = words_in(words)
    counted = "1 word" if count == 1 else f"{count} words"
    return f"Redacted {counted}: “{words}”." if reveal else f"Redacted {counted}."


def _emphasised(one: Emphasis, cut: Cut, reveal: bool) -> str:
    words = cut(one.start, one.end)
    if one.how == "added":
        return f"Emphasis added to “{words}”."
    return f"The source's emphasis of “{words}” left out."


SAID: Mapping[type, Callable[[Any, Cut, bool], str]] = {
    Omit: lambda one, cut, _: f"Left out “{cut(one.start, one.end)}”.",
    Insert: lambda one, cut, _: f"Put in “[{one.text}]”.",
    Gloss: lambda one, cut, _: f"“[{one.text}]” stands for “{cut(one.start, one.end)}”.",
    Case: lambda one, cut, _: (
        f"“{cut(one.at, one.at + 1)}” shown as “{cut(one.at, one.at + 1).swapcase()}”."
    ),
    Sic: lambda one, cut, _: "“[sic]” put in: the source has it so.",
    Erratum: lambda one, cut, _: (
        f"“{cut(one.start, one.end)}” corrected to “{one.text}”, approved by {one.approved}."
    ),
    Emphasis: _emphasised,
    Redact: _redacted,
    Punctuation: lambda one, cut, _: f"Last mark “{cut(one.at, one.at + 1)}” dropped.",
    Marks: lambda one, cut, _: (
        f"Quotation marks around “{cut(one.start + 1, one.end - 1)}” "
        "switched to the style's inner ones."
    ),
}
"""The sentence for each operation."""
