"""Running heads, running feet and page numbers: what recurs at the edges of pages.

They are no part of what the document says at that place, and would stand in the middle of a
paragraph that goes over the page; so they are left out of the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

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

Key = tuple[str, bool]


def without_edges(pages: Sequence[Page]) -> list[Sequence[Row]]:
    """The rows of each page without those that recur, digits apart, and without page numbers."""
    heights: dict[Key, list[float]] = defaultdict(list)
    for page in pages:
        for head in (True, False):
            for row, distance in _outmost(page, head):
                heights[_masked(row), head].append(distance)
    return [_cut(page, heights) for page in pages]


def _outmost(page: Page, head: bool) -> Iterator[tuple[Row, float]]:
    """The rows nearest to an edge, and how far from it they stand."""
    rows = page.rows[:OUTMOST] if head else page.rows[: -OUTMOST - 1 : -1]
    for row in rows:
        distance = page.height - row[0].base if head else row[0].base
        if distance > ZONE * page.height:
            return
        yield row, distance


def _masked(row: Row) -> str:
    words = " ".join(line.text.strip() for line in row)
    numbered = NUMBERED.fullmatch(words)
    if numbered and not numbered["number"].isdigit():
        return words.replace(numbered["number"], "#")
    return re.sub(r"\d+", "#", words)


def _cut(page: Page, heights: dict[Key, list[float]]) -> Sequence[Row]:
    bounds = [0, 0]
    for head in (True, False):
        for row, distance in _outmost(page, head):
            near = [at for at in heights[_masked(row), head] if abs(at - distance) <= SAME_HEIGHT]
            if len(near) < 2 and not _is_number(page, row):
                break
            bounds[not head] += 1
    return page.rows[bounds[0] : max(bounds[0], len(page.rows) - bounds[1])]


def _is_number(page: Page, row: Row) -> bool:
    found = NUMBERED.fullmatch(" ".join(line.text.strip() for line in row))
    return found is not None and found["number"].lower() == page.label.lower()
