"""What part each paragraph of a PDF plays, by its size, its weight, its words and the outline."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefer.core.model import Role
from briefer.core.roles import EXPRESSIONS
from briefer.importers.pdf_paragraphs import ENDED, MARKER, Drawn, Measure

LARGER = 1.1
"""Headings are larger than this part of the size of the text, or bold, or in capitals."""

LETTER = re.compile(r"[^\W\d_]")
HEADING_WORDS = 25
HEADING_LINES = 4
CAPTION = next(expression for role, expression in EXPRESSIONS if role == "caption")


BY_KIND: dict[str, Role] = {"note": "footnote", "cell": "table_cell", "aside": "boilerplate"}


class Part(Struct, frozen=True):
    """The role of a paragraph, the level of a heading, and the marker of a list item."""

    role: Role = "body"
    level: int = 0
    marker: str = ""


def parts(
    drawn: Sequence[Drawn],
    words: Sequence[str],
    measure: Measure,
    outline: Mapping[str, int],
    title: str,
) -> list[Part]:
    """The part of each paragraph; `outline` gives the level of a heading by its words.

    `title` is what the file calls itself. It is the title where it stands on the first page;
    otherwise the largest heading there is, when it is larger than the text.
    """
    lengths = list(map(len, words))
    bold = 2 * sum(n for d, n in zip(drawn, lengths, strict=True) if _bold(d)) > sum(lengths)
    made = [
        _part(one, text, measure, outline, bold) for one, text in zip(drawn, words, strict=True)
    ]
    levels = _levels(drawn, made)
    made = [
        Part("heading", part.level or levels[_look(one)]) if part.role == "heading" else part
        for one, part in zip(drawn, made, strict=True)
    ]
    chosen = _title(drawn, words, made, measure, title)
    if chosen is not None:
        made[chosen] = Part("title")
    return made


def _part(one: Drawn, text: str, measure: Measure, outline: Mapping[str, int], bold: bool) -> Part:
    if one.kind != "text":
        return Part(BY_KIND[one.kind])
    level = outline.get(text.lower(), 0)
    if level or _looks_like_heading(one, text, measure, bold):
        return Part("heading", level)
    if marker := MARKER.match(text):
        return Part("list_item", 0, marker["marker"])
    return Part("caption") if CAPTION.match(text) else Part()


def _looks_like_heading(one: Drawn, text: str, measure: Measure, all_bold: bool) -> bool:
    if len(one.lines) > HEADING_LINES or text.count(" ") >= HEADING_WORDS:
        return False
    if not LETTER.search(text):
        return False
    if one.lines[0].size > LARGER * measure.size:
        return True
    if ENDED.search(text) and not text.endswith("?"):
        return False
    capitals = text.isupper() and len(text) > 3 and one.lines[0].size > 0.95 * measure.size
    return capitals or (_bold(one) and not all_bold)


def _bold(one: Drawn) -> bool:
    """The last line tells it: those before it may be too long to have been asked."""
    return one.lines[-1].bold


Look = tuple[float, bool]


def _look(one: Drawn) -> Look:
    return -round(one.lines[0].size, 1), not _bold(one)


def _levels(drawn: Sequence[Drawn], made: Sequence[Part]) -> dict[Look, int]:
    """A level for each look that headings have, the largest first."""
    looks = sorted(
        {_look(d) for d, part in zip(drawn, made, strict=True) if part.role == "heading"}
    )
    return {look: min(level, 6) for level, look in enumerate(looks, start=1)}


def _title(
    drawn: Sequence[Drawn], words: Sequence[str], made: Sequence[Part], measure: Measure, title: str
) -> int | None:
    first = drawn[0].page if drawn else 0
    opening = [n for n, one in enumerate(drawn) if one.page == first and one.kind == "text"]
    named = [n for n in opening if title and words[n].lower() == title.lower()]
    large = [
        n
        for n in opening
        if made[n].role == "heading" and drawn[n].lines[0].size > LARGER * measure.size
    ]
    largest = max((drawn[n].lines[0].size for n in large), default=0.0)
    found = named or [n for n in large if drawn[n].lines[0].size == largest]
    return found[0] if found else None
