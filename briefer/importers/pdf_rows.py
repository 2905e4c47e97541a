"""Lines of a page that stand side by side are joined where they touch, else kept apart."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import attrgetter

from msgspec.structs import replace

from briefer.importers.pdf_lines import GAP, SPACE, Line
from briefer.importers.pdf_rightleft import Direction, direction, logical, reads_from_right

_base = attrgetter("base")

SMALL = 0.8
"""Footnote marks and exponents are smaller than this part of the words they stand beside."""


def rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in rows from the head of the page to its foot, each row from left to right.

    Lines of one row that touch are joined into one.
    """
    if not lines:
        return []
    ordered = sorted(lines, key=_base, reverse=True)
    grouped = [[line] for line in ordered] if apart(ordered) else list(_grouped(ordered))
    if not any(line.letters for line in lines):
        return [joined(row) if len(row) > 1 else row for row in grouped]
    made = [joined(row) for row in grouped]
    way = direction(line.letters for row in made for line in row)
    return [[_in_order(line, way) for line in row] for row in made]


def apart(lines: Sequence[Line]) -> bool:
    """Whether each line stands clearly under the one before it, as on most pages."""
    above = lines[0]
    for line in lines[1:]:
        step = above.base - line.base
        if not (step > 0.6 * line.size and step > 0.6 * above.size):
            return False
        above = line
    return True


def _grouped(lines: Sequence[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    largest = None
    for line in lines:
        if largest and not _same_row(largest, line):
            yield row
            row, largest = [], None
        row.append(line)
        largest = line if largest is None or line.size > largest.size else largest
    if row:
        yield row


def _same_row(one: Line, other: Line) -> bool:
    small, large = sorted((one.size, other.size))
    reach = 0.55 if small < SMALL * large else 0.3
    return abs(one.base - other.base) <= reach * large


def joined(row: Sequence[Line], gap: float = GAP) -> list[Line]:
    """The lines of a row from left to right; less than `gap` ems between two makes them one."""
    groups: list[list[Line]] = []
    for line in sorted(row, key=lambda one: one.left):
        before = groups[-1][-1] if groups else None
        if before and line.left - before.right < gap * max(line.size, before.size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [reduce(_join, _with_raised(group)) for group in groups]


def _with_raised(group: Sequence[Line]) -> list[Line]:
    """Words that touch each other; the small ones above the base line of the others are marked."""
    if len(group) == 1:
        return list(group)
    main = max(group, key=lambda one: one.size)
    return [
        replace(line, raised=((0, len(line.text.rstrip())),), base=main.base, size=main.size)
        if line.size < SMALL * main.size and line.base > main.base + 0.15 * main.size
        else line
        for line in group
    ]


def _join(one: Line, other: Line) -> Line:
    spaced = one.text[-1:].isspace() or other.text[:1].isspace()
    space = "" if spaced or other.left - one.right < SPACE * other.size else " "
    before = len(one.text) + len(space)
    raised = tuple((start + before, end + before) for start, end in other.raised)
    letters: tuple[str, ...] = ()
    if one.letters or other.letters:
        letters = (*(one.letters or one.text), *space, *(other.letters or other.text))
    return Line(
        one.text + space + other.text, one.left, max(one.right, other.right),
        min(one.base, other.base), max(one.size, other.size), one.bold and other.bold,
        letters, one.raised + raised,
    )  # fmt: skip


def _in_order(line: Line, way: Direction) -> Line:
    if not reads_from_right(line.text):
        return line
    return replace(line, text=logical(line.letters, way), raised=())
