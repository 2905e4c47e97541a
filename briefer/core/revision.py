"""Following picks from a source to the one that supersedes it; a person accepts, nothing else."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.differences import Difference, differences
from briefer.core.model import Passage, Pick, Range, Source, pick_passages
from briefer.core.nearest import nearest
from briefer.core.operations import Operation, Reason, span
from briefer.core.selectors import CONTEXT, TextQuoteSelector, occurrences

State = Literal["anchored", "moved", "ambiguous", "changed", "orphan"]

WORST_FIRST: tuple[State, ...] = ("orphan", "ambiguous", "changed", "moved", "anchored")

WORDS_ALONE = 3
"""Words from which a passage may be known by its words when its context has changed."""


class Followed(Struct, frozen=True):
    """What became of a pick, or of one passage of it, in another source.

    anchored: the same words with the same context in the same paragraph; moved: the same words
    elsewhere, or in another context; ambiguous: they could be one of several places, or the
    passages of the pick stand in another order now; changed: other words stand there; orphan:
    nothing like them does. `ranges` (code points of the new text) has one for each passage where
    that is known: the words themselves, or for a change the nearest words.
    """

    state: State
    ranges: tuple[Range, ...] = ()
    differences: tuple[Difference, ...] = ()
    context_changed: bool = False

    def is_found(self) -> bool:
        """Whether the same words were found, so that a person may accept them as they stand."""
        return self.state in ("anchored", "moved")


class Reanchored(Struct, frozen=True):
    """A pick on another source, and what could not be carried over to it."""

    pick: Pick
    operations: tuple[Operation, ...] = ()
    reasons: tuple[Reason, ...] = ()


def follow(pick: Pick, old: Source, new: Source) -> Followed:
    """Finds the passages of a pick of `old` again in `new`; exact matching alone finds.

    A passage is found when its words with 32 code points on each side stand once in either text,
    or when its words do, and when no other part of the new text could be what became of it. The
    worst state of a passage is that of the pick.
    """
    found = [_follow(passage, old, new) for passage in pick.passages]
    state = min((one.state for one in found), key=WORST_FIRST.index)
    ranges = tuple(place for one in found for place in one.ranges)
    if len(ranges) < len(found):
        ranges = ()
    if any(after[0] < before[1] for before, after in zip(ranges, ranges[1:], strict=False)):
        state, ranges = "ambiguous", ()
    return Followed(
        state,
        ranges,
        tuple(difference for one in found for difference in one.differences),
        any(one.context_changed for one in found),
    )


def _follow(passage: Passage, old: Source, new: Source) -> Followed:
    quote, start = passage.quote, passage.position.start
    if old.text[start : passage.position.end] != quote.exact:
        return Followed("orphan", context_changed=True)  # it was not taken from there
    at = _found(passage, old.text, new.text)
    if at is not None:
        return _accepted(passage, at, old, new)
    if quote.exact in new.text:
        return Followed("ambiguous", context_changed=True)
    near = nearest(new.text, quote.exact)
    if near is None:
        gone = differences(quote.exact, "")
        return Followed("orphan", differences=gone, context_changed=True)
    place = (near.start, near.end)
    return Followed("changed", (place,), near.differences, not _has_context(quote, place, new))


def _found(passage: Passage, old: str, new: str) -> int | None:
    """Where the words stand now, when that can be told by exact matching; None when it cannot."""
    quote = passage.quote
    exact, whole = quote.exact, quote.prefix + quote.exact + quote.suffix
    in_line = quote.prefix.split("\n")[-1] + exact + quote.suffix.split("\n")[0]
    before, after = occurrences(old, exact), occurrences(new, exact)
    if any(new.count(words) > old.count(words) for words in (exact, in_line)):
        return None  # any of them could be the copy
    with_context = occurrences(new, whole)
    has_context = len(whole) - len(exact) >= CONTEXT
    if has_context and len(with_context) == 1 and len(occurrences(old, whole)) == 1:
        at = with_context[0] + len(quote.prefix)
    elif len(before) == len(after) == 1 and _is_known(quote, after[0], new):
        at = after[0]
    else:
        return None
    return None if _is_rivalled(passage, at, old, new) else at


def _is_known(quote: TextQuoteSelector, at: int, new: str) -> bool:
    """Whether words are enough to be known by, or have kept their context on one side."""
    if len(quote.exact.split()) >= WORDS_ALONE:
        return True
    before, after = _sides(quote, (at, at + len(quote.exact)), new)
    return (before and len(quote.prefix) == CONTEXT) or (after and len(quote.suffix) == CONTEXT)


def _sides(quote: TextQuoteSelector, place: Range, new: str) -> tuple[bool, bool]:
    before = new.endswith(quote.prefix, 0, place[0])
    return before, new.startswith(quote.suffix, place[1])


def _has_context(quote: TextQuoteSelector, place: Range, new: Source) -> bool:
    return all(_sides(quote, place, new.text))


def _is_rivalled(passage: Passage, at: int, old: str, new: str) -> bool:
    """Whether words that are only like these stand in what is new about the text.

    The passage may then have been changed there, and be found where it was copied to. A few words
    are looked for with their context: there they must not merely be gone.
    """
    quote, end = passage.quote, at + len(passage.quote.exact)
    line = (new.rfind("\n", 0, at) + 1, new.find("\n", end) % (len(new) + 1))
    around = (max(line[0], at - CONTEXT), min(line[1], end + CONTEXT))
    fresh = _fresh(old, _without(new, *around))
    near = nearest(fresh, quote.exact)
    rest = _without(old, passage.position.start, passage.position.end)
    if near is not None and fresh[near.start : near.end] not in rest:
        return True
    before, after = quote.prefix.split()[1:], quote.suffix.split()[:-1]
    near = nearest(fresh, " ".join([*before, quote.exact, *after]))
    return near is not None and {one.op for one in near.differences} != {"equal", "delete"}


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]}\n\n{text[end:]}"


def _fresh(old: str, new: str) -> str:
    """The lines of the new text that the old one has not, or not as often."""
    known = Counter(line.strip() for line in old.split("\n"))
    lines = []
    for line in new.split("\n"):
        if known[line.strip()] > 0:
            known[line.strip()] -= 1
        else:
            lines.append(line)
    return "\n".join(lines)


def _accepted(passage: Passage, at: int, old: Source, new: Source) -> Followed:
    exact = passage.quote.exact
    place = (at, at + len(exact))
    kept = _has_context(passage.quote, place, new)
    was, now = old.place_at(passage.position.start), new.place_at(at)
    same_place = was is not None and now is not None and was.label() == now.label()
    state: State = "anchored" if kept and same_place else "moved"
    return Followed(state, (place,), differences(exact, exact), not kept)


def reanchor(pick: Pick, source: Source, ranges: Sequence[Range]) -> Reanchored:
    """The pick with its passages cut from these ranges (code points) of another source.

    It stays the same item, with its speaker and comment. Operations move with words that are the
    same; reasons do where their words and the context kept with the pick are. With other words
    all are given back: they were about words that no longer stand there. Raises QuoteMismatch as
    pick_passages does.
    """
    passages = pick_passages(source, ranges, pick.kind).passages
    moved = replace(
        pick, source=source.id, text_sha256=source.text_sha256(), passages=passages,
        operations=(), reasons=(),
    )  # fmt: skip
    if [one.quote.exact for one in passages] != [one.quote.exact for one in pick.passages]:
        return Reanchored(moved, pick.operations, pick.reasons)
    operations = [(one, _shifted_operation(one, pick, passages)) for one in pick.operations]
    reasons = [(one, _shifted_reason(one, pick, passages)) for one in pick.reasons]
    return Reanchored(
        replace(
            moved,
            operations=tuple(new for _, new in operations if new is not None),
            reasons=tuple(new for _, new in reasons if new is not None),
        ),
        tuple(old for old, new in operations if new is None),
        tuple(old for old, new in reasons if new is None),
    )


def _shifted_operation(
    operation: Operation, pick: Pick, passages: Sequence[Passage]
) -> Operation | None:
    """The operation where the same words stand now; None for one outside the passages."""
    start, end = span(operation)
    for old, new in zip(pick.passages, passages, strict=True):
        if old.position.start <= start <= end <= old.position.end:
            by = new.position.start - old.position.start
            return replace(operation, **_offsets(operation, by))
    return None


def _shifted_reason(reason: Reason, pick: Pick, passages: Sequence[Passage]) -> Reason | None:
    """The reason where what it is about stands now; None where that cannot be told to be the same.

    It may be about what stands beside the words, of which the pick keeps 32 code points.
    """
    for old, new in zip(pick.passages, passages, strict=True):
        before = len(old.quote.prefix) if old.quote.prefix == new.quote.prefix else 0
        after = len(old.quote.suffix) if old.quote.suffix == new.quote.suffix else 0
        if old.position.start - before <= reason.start <= reason.end <= old.position.end + after:
            by = new.position.start - old.position.start
            return replace(reason, **_offsets(reason, by))
    return None


def _offsets(one: Operation | Reason, by: int) -> dict[str, int]:
    """Every offset of an operation or reason, moved."""
    names = ("at", "start", "end")
    return {name: getattr(one, name) + by for name in names if hasattr(one, name)}
