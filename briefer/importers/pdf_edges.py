"""Running heads, running feet and page numbers: what recurs at the edges of pages.

They are no part of what the document says at that place, and would stand in the middle of a
paragraph that goes over the page; so they are left out of the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from briefer.importers.pdf_lines import Line

Row = Sequence[Line]


class Page(Struct, frozen=True):
    """A page as it is seen: its printed number, its height, and its rows from head to foot."""

    label: str
    height: float
    rows: Sequence[Row]
    sideways: Sequence[str] = ()
    letters: int = 0
    picture: bool = False
    """There is a picture on it and there are no words."""
    loaded: bool = True


DIGITS = re.compile(r"\d{1,9}")

ZONE = 0.12
"""The part of the page's height, at its head and at its foot, where rows may recur."""

OUTMOST = 4
"""Rows at either edge that are looked at."""

SAME_HEIGHT = 4.0
"""Points that rows of two pages may differ in their distance from the edge."""

NUMBERED = re.compile(
    r"[^\w]*(?:(?:page|p\.|seite|página|pagina|стр\.?|страница|第|صفحة|עמוד)\s*)?"
    r"(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|sur|из|di)\s*\d{1,4})?\s*页?[^\w]*",
    re.I,
)
"""A row that is nothing but a page number."""

NEAR = 4
"""Pages before and after in which a row recurs; left and right pages may differ."""


class Edge(Struct, frozen=True):
    """A row near the head or the foot of a page: its words, the numbers taken out of them, how
    near to the edge it is, and whether it is the number of the page alone."""

    words: str
    numbers: tuple[int, ...]
    distance: float
    numbered: bool


Found = Mapping[tuple[str, bool, int], Edge]
"""The edges by words, head or foot, and index of the page."""


def without_edges(pages: Sequence[Page]) -> list[Sequence[Row]]:
    """The rows of each page without those that recur and without page numbers.

    A row recurs when a page near it has the same words at the same height, and each number is
    the same or has grown as the pages have: what else changes is words of the document.
    """
    edges = [(list(_outmost(page, True)), list(_outmost(page, False))) for page in pages]
    found = {
        (edge.words, head, index): edge
        for index, sides in enumerate(edges)
        for head, side in zip((True, False), sides, strict=True)
        for edge in side
    }
    return [_cut(page, index, edges[index], found) for index, page in enumerate(pages)]


def _outmost(page: Page, head: bool) -> Iterator[Edge]:
    """The rows nearest to an edge."""
    for row in page.rows[:OUTMOST] if head else page.rows[: -OUTMOST - 1 : -1]:
        distance = page.height - row[0].base if head else row[0].base
        if distance > ZONE * page.height:
            return
        words = " ".join(line.text.strip() for line in row)
        found = NUMBERED.fullmatch(words)
        if found and not found["number"].isdecimal():
            words = words.replace(found["number"], "#")
        numbers = tuple(map(int, DIGITS.findall(words)))
        numbered = found is not None and found["number"].lower() == page.label.lower()
        yield Edge(DIGITS.sub("#", words) if numbers else words, numbers, distance, numbered)


def _cut(
    page: Page, index: int, edges: tuple[list[Edge], list[Edge]], found: Found
) -> Sequence[Row]:
    """The rows of a page between the outmost ones that recur or are its number."""
    head, foot = _recurring(edges[0], True, index, found), _recurring(edges[1], False, index, found)
    last = len(page.rows)
    feet = edges[1][:foot]
    while (
        foot
        and foot < last
        and not feet[foot - 1].numbered
        and _touch(page.rows[last - foot - 1], page.rows[last - foot])
    ):
        foot -= 1
    while head and head < last and _touch(page.rows[head - 1], page.rows[head]):
        head -= 1
    return page.rows[head : max(head, last - foot)]


def _recurring(side: Sequence[Edge], head: bool, index: int, found: Found) -> int:
    """How many rows from the edge inwards recur, one after the other."""
    return sum(1 for _ in takewhile(lambda edge: _recurs(edge, head, index, found), side))


def _touch(upper: Row, lower: Row) -> bool:
    """Whether a row stands as close under another as lines of one text do."""
    return upper[0].base - lower[0].base < 1.5 * upper[0].size


def _recurs(edge: Edge, head: bool, index: int, found: Found) -> bool:
    if edge.numbered:
        return True
    for step in range(-NEAR, NEAR + 1):
        other = found.get((edge.words, head, index + step))
        if step and other and abs(other.distance - edge.distance) <= SAME_HEIGHT:
            grown = (b - a for a, b in zip(edge.numbers, other.numbers, strict=True))
            if all(by in (0, step) for by in grown):
                return True
    return False
