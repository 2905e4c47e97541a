"""The order of reading on a page: columns, bands across them, and the cells of tables."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from briefer.importers.pdf_lines import Line
from briefer.importers.pdf_rightleft import reads_from_right
from briefer.importers.pdf_rows import apart, joined

Kind = Literal["text", "cell"]
_base = attrgetter("base")

MOST_LEFTS = 24
"""Places where lines begin that are looked at, the most common first."""

ROWS = 3
"""Rows with words on both sides that it takes to see a gutter."""

FULL = 0.45
"""How much of its column a line fills on average; table cells fill less."""

TAB = 2.5
"""Ems between a marker, or a word before a tab, and the words of the same line behind it."""


class Block(Struct, frozen=True):
    """Lines to be read one after the other; `column` tells blocks of one measure from others."""

    lines: tuple[Line, ...]
    kind: Kind = "text"
    column: str = ""


def blocks(rows: Sequence[Sequence[Line]], column: str = "") -> list[Block]:
    """The rows of a page in the order of reading: left column, then right, band after band."""
    lines = [line for row in rows for line in row]
    if not lines:
        return []
    if len(lines) == len(rows) and (apart(lines) or not _overlap(lines)):
        return [Block(tuple(lines), column=column)]
    gutter = _gutter(lines)
    if gutter is None:
        return list(_without_columns(rows, column))
    from_right = sum(reads_from_right(line.text) for line in lines) * 2 > len(lines)
    made: list[Block] = []
    for crosses, band in groupby(rows, lambda row: any(_crosses(one, gutter) for one in row)):
        held = list(band)
        if crosses:
            made += _without_columns(held, column)
            continue
        left = [side for row in held if (side := [one for one in row if one.left < gutter])]
        right = [side for row in held if (side := [one for one in row if one.left >= gutter])]
        sides = [blocks(left, column + "l"), blocks(right, column + "r")]
        made += chain.from_iterable(reversed(sides) if from_right else sides)
    return made


def _crosses(line: Line, gutter: float) -> bool:
    return line.left < gutter - 1 < line.right - 1


def _overlap(lines: Sequence[Line]) -> bool:
    """Whether two rows with one line each stand side by side, as in columns that are staggered."""
    return any(
        one.base - other.base < 0.6 * min(one.size, other.size)
        for one, other in zip(lines, lines[1:], strict=False)
    )


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the right one of two columns begins; None when there are no columns.

    The place that most lines of the right have a line of the left beside them, few cross it, and
    both sides are filled as text is and cells are not.
    """
    best: tuple[int, float] | None = None
    usual = Counter(round(line.left / 2) for line in lines).most_common(MOST_LEFTS)
    for begin in sorted(2 * left for left, _ in usual):
        pairs = _pairs(lines, begin - 2.5)
        if len(pairs) >= ROWS and (best is None or len(pairs) > best[0]) and _filled(pairs):
            best = len(pairs), begin - 2.5
    return best[1] if best else None


def _pairs(lines: Sequence[Line], gutter: float) -> list[tuple[Line, Line]]:
    """The lines right of a gutter, each with one of the left that stands beside it."""
    lefts = sorted((line for line in lines if line.right <= gutter), key=_base)
    rights = sorted((line for line in lines if line.left >= gutter), key=_base)
    if len(rights) < ROWS or len(lefts) < ROWS:
        return []
    crossing = [line for line in lines if line.left < gutter < line.right]
    found = [(mate, line) for line in rights if (mate := _beside(line, lefts))]
    conflicts = sum(1 for line in crossing if _beside(line, rights) or _beside(line, lefts))
    return found if conflicts <= 0.1 * len(found) else []


def _beside(line: Line, others: Sequence[Line]) -> Line | None:
    """The nearest of some lines, in the order of their base lines, that stands beside this one."""
    at = bisect_left(others, line.base, key=_base)
    near = others[max(0, at - 1) : at + 1]
    mate = min(near, key=lambda one: abs(one.base - line.base), default=None)
    return mate if mate and abs(mate.base - line.base) < 0.6 * line.size else None


def _filled(pairs: Sequence[tuple[Line, Line]]) -> bool:
    for side in zip(*pairs, strict=True):
        width = max(line.right for line in side) - min(line.left for line in side)
        mean = sum(line.right - line.left for line in side) / len(side)
        words = sum(len(line.text.split()) for line in side) / len(side)
        if mean < FULL * width or words < 2.5:
            return False
    return True


def _without_columns(rows: Sequence[Sequence[Line]], column: str) -> Iterator[Block]:
    """Text line by line; two rows or more of several lines that stand under each other: a table."""
    for tabular, held in groupby(_by_table(rows), lambda one: one[0]):
        if tabular:
            yield from _cells([row for _, row in held])
            continue
        run: list[Line] = []
        for _, row in held:
            parts = joined(row, TAB)
            if len(parts) == 1:
                run += parts
                continue
            if run:
                yield Block(tuple(run), column=column)
            yield from (Block((part,), column=column) for part in parts)
            run = []
        if run:
            yield Block(tuple(run), column=column)


def _by_table(rows: Sequence[Sequence[Line]]) -> list[tuple[bool, Sequence[Line]]]:
    """Each row, and whether it is one of a table: it shares two lefts with a row beside it."""
    apart = [joined(row, TAB) for row in rows]
    shared = [
        len(one) > 1 and len(other) > 1 and _aligned(one, other) > 1
        for one, other in zip(apart, apart[1:], strict=False)
    ]
    around = zip([False, *shared], [*shared, False], strict=True)
    return [(before or after, row) for (before, after), row in zip(around, rows, strict=True)]


def _aligned(one: Sequence[Line], other: Sequence[Line]) -> int:
    lefts = [line.left for line in other]
    return sum(
        any(abs(line.left - left) < line.size for left in lefts)
        or any(abs(line.right - two.right) < line.size / 2 for two in other)
        for line in one
    )


def _cells(rows: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """The cells of a table, row by row; a row close under another goes on with its cells."""
    steps = [one[0].base - other[0].base for one, other in zip(rows, rows[1:], strict=False)]
    close = 1.1 * min(steps, default=0)
    wrapped = max(steps, default=0) > 1.15 * close
    open_cells: list[list[Line]] = []
    for at, row in enumerate(rows):
        if not (at and wrapped and steps[at - 1] <= close):
            yield from (Block(tuple(cell), "cell") for cell in open_cells)
            open_cells = []
        for line in row:
            cell = next((one for one in open_cells if _under(one[0], line)), None)
            if cell is None:
                open_cells.append([line])
            else:
                cell.append(line)
    yield from (Block(tuple(cell), "cell") for cell in open_cells)


def _under(head: Line, line: Line) -> bool:
    return abs(head.left - line.left) < head.size
