"""Running heads, running feet and page numbers: what recurs at the edges of pages.

They are no part of what the document says at that place, and would stand in the middle of a
paragraph that goes over the page; so they are left out of the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

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

class Edge(Struct, frozen=True):
    """A row near the head or the foot of a page: its words, digits masked, and how near it is."""

    words: str
    distance: float
    head: bool
    numbered: bool


def without_edges(pages: Sequence[Page]) -> list[Sequence[Row]]:
    """The rows of each page without those that recur, digits apart, and without page numbers."""
    edges = [[*_outmost(page, True), *_outmost(page, False)] for page in pages]
    heights: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for edge in chain.from_iterable(edges):
        heights[edge.words, edge.head].append(edge.distance)
    return [_cut(page, found, heights) for page, found in zip(pages, edges, strict=True)]


def _outmost(page: Page, head: bool) -> Iterator[Edge]:
    """The rows nearest to an edge."""
    for row in page.rows[:OUTMOST] if head else page.rows[: -OUTMOST - 1 : -1]:
        distance = page.height - row[0].base if head else row[0].base
        if distance > ZONE * page.height:
            return
        words = " ".join(line.text.strip() for line in row)
        found = NUMBERED.fullmatch(words)
        if found and not found["number"].isdigit():
            words = words.replace(found["number"], "#")
        numbered = found is not None and found["number"].lower() == page.label.lower()
        yield Edge(re.sub(r"\d+", "#", words), distance, head, numbered)


def _cut(
    page: Page, edges: Sequence[Edge], heights: dict[tuple[str, bool], list[float]]
) -> Sequence[Row]:
    """The rows of a page between the outmost ones that recur or are its number."""
    counts = []
    for head in (True, False):
        recurring = takewhile(lambda edge: _recurs(edge, heights), _of(edges, head))
        counts.append(sum(1 for _ in recurring))
    return page.rows[counts[0] : max(counts[0], len(page.rows) - counts[1])]


def _of(edges: Sequence[Edge], head: bool) -> list[Edge]:
    return [edge for edge in edges if edge.head == head]


def _recurs(edge: Edge, heights: dict[tuple[str, bool], list[float]]) -> bool:
    if edge.numbered:
        return True
    found = heights[edge.words, edge.head]
    return sum(1 for at in found if abs(at - edge.distance) <= SAME_HEIGHT) > 1
