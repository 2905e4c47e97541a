"""Where words stand in a text: W3C text selectors, and finding a passage again."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

CONTEXT = 32
"""Code points of context kept on each side of a passage (Hypothesis keeps as many)."""

Offset = Annotated[int, Meta(ge=0)]
"""Code points from the beginning of a text."""

State = Literal["anchored", "moved", "ambiguous", "orphan"]


class TextPositionSelector(Struct, frozen=True, tag_field="type", tag=True):
    """A range of a text in code points: start included, end excluded (W3C Web Annotation)."""

    start: Offset
    end: Offset


class TextQuoteSelector(Struct, frozen=True, tag_field="type", tag=True):
    """The words of a passage and up to 32 code points on each side (W3C Web Annotation)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Anchor(Struct, frozen=True):
    """What became of a passage in a text: its state and, when it is known, its range."""

    state: State
    start: int = -1
    end: int = -1


def select(text: str, start: int, end: int) -> tuple[TextPositionSelector, TextQuoteSelector]:
    """The two selectors of text[start:end]; the range (code points) must lie in the text."""
    quote = TextQuoteSelector(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )
    return TextPositionSelector(start, end), quote


def occurrences(text: str, words: str) -> list[int]:
    """Every start of `words` in `text`, overlapping ones too; none for an empty string."""
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def locate(text: str, position: TextPositionSelector, quote: TextQuoteSelector) -> Anchor:
    """Finds a passage by exact matching alone: anchored, moved, ambiguous or orphan.

    Moved means that the same words stand elsewhere once, or once with the same context.
    """
    exact = quote.exact
    if exact and text[position.start : position.end] == exact:
        return Anchor("anchored", position.start, position.end)
    starts = occurrences(text, exact)
    with_context = [
        at
        for at in starts
        if text[:at].endswith(quote.prefix) and text[at + len(exact) :].startswith(quote.suffix)
    ]
    best = with_context or starts
    if len(best) == 1:
        return Anchor("moved", best[0], best[0] + len(exact))
    return Anchor("ambiguous" if best else "orphan")
