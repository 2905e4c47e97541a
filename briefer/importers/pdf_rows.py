"""Lines of a page that stand side by side: joined where they touch, kept apart where they do not."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefer.importers.pdf_lines import GAP, SPACE, Line
from briefer.importers.pdf_rightleft import logical, mirrors, reads_from_right

SMALL = 0.8
"""Footnote marks and exponents are smaller than this part of the words they stand beside."""


def rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in rows from the head of the page to its foot, each row from left to right.

    Lines of one row that touch are joined into one.
    """
    if all(_apart(one, other) for one, other in zip(lines, lines[1:], strict=False)):
        grouped = [[line] for line in lines]
    else:
        grouped = list(_grouped(sorted(lines, key=lambda one: -one.base)))
    if not any(line.letters for line in lines):
        return [joined(row) if len(row) > 1 else row for row in grouped]
    made = [joined(row) for row in grouped]
    mirror = mirrors(line.letters for row in made for line in row if reads_from_right(line.text))
    return [[_in_order(line, mirror) for line in row] for row in made]


def _apart(one: Line, other: Line) -> bool:
    """Whether a line stands clearly under the one before it."""
    return one.base - other.base > 0.6 * max(one.size, other.size)


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
    size = max(line.size for line in row)
    base = next(line.base for line in row if line.size == size)
    made: list[Line] = []
    for line in sorted(row, key=lambda one: one.left):
        line = _with_raised(line, base, size)
        before = made[-1] if made else None
        if before and line.left - before.right < gap * size:
            made[-1] = _join(before, line, size)
        else:
            made.append(line)
    return made


def _with_raised(line: Line, base: float, size: float) -> Line:
    if line.size < SMALL * size and line.base > base + 0.15 * size:
        return replace(line, raised=((0, len(line.text.rstrip())),), base=base, size=size)
    return line


def _join(one: Line, other: Line, size: float) -> Line:
    spaced = one.text[-1:].isspace() or other.text[:1].isspace()
    space = "" if spaced or other.left - one.right < SPACE * size else " "
    before = len(one.text) + len(space)
    raised = tuple((start + before, end + before) for start, end in other.raised)
    letters = (*one.letters, *space, *other.letters) if one.letters else ()
    return Line(
        one.text + space + other.text, one.left, max(one.right, other.right), one.base, size,
        one.bold and other.bold, letters, one.raised + raised,
    )  # fmt: skip


def _in_order(line: Line, mirror: bool) -> Line:
    if not reads_from_right(line.text):
        return line
    return replace(line, text=logical(line.letters, mirror), raised=())
