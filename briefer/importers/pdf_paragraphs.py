"""Lines in the order of reading become paragraphs, also over columns and pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from briefer.importers.pdf_columns import Block
from briefer.importers.pdf_letters import HYPHEN
from briefer.importers.pdf_lines import Line
from briefer.importers.pdf_rightleft import reads_from_right

Kind = Literal["text", "cell", "note", "aside"]


class Drawn(Struct):
    """A paragraph: its lines, and the index of the page it begins on."""

    lines: list[Line]
    page: int
    kind: Kind = "text"


class Measure(Struct, frozen=True):
    """What is usual in a document: the size of its words, how far lines stand apart, in ems,
    and where the lines of a column end."""

    size: float
    leading: dict[int, float]
    rights: dict[tuple[str, int], float]

    def step(self, line: Line) -> float:
        """How far, in ems, a line of this size is expected under the one before it."""
        return self.leading.get(round(2 * line.size), 1.25)


ENDED = re.compile(r"[.!?:;…。！？：；؟؛۔][”\"’')»\]]*$")
STOPS, CLOSERS = frozenset(".!?:;…。！？：；؟؛۔"), frozenset("”\"’')»]")
LAST = STOPS | CLOSERS
"""What stands last where a sentence has ended."""

MARKER = re.compile(
    r"(?P<marker>[•‣◦▪■●○–—*\uf0a7\uf0b7\uf0d8\uf02d-](?=\s)"
    r"|\d{1,3}[.)](?=\s)|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)(?=\s)|[a-z][.)](?=\s))\s*(?=\S)"
)
"""A bullet, or a number or letter of a list, with the white space behind it."""

BULLET = re.compile("[•‣◦▪■●○\uf0a7\uf0b7\uf0d8\uf02d]")
"""What begins a list item wherever it begins a line; dashes and numbers begin lines of text too."""

FIRST_WORD = re.compile(r"[\[(][^\])]{1,30}[\])]\S*|[^ ]+")
"""What a line breaks before; words in brackets may be held together by no-break spaces."""

SAME_SIZE = 0.06
SAME_WITHIN = 0.15
"""How much sizes may differ, as a share, from line to line; inside a sentence more, for a line may
begin and end in a smaller font."""

WIDEST_UNSEEN = 1.5
"""Ems from line to line that are believed in a document where no line is seen to go on."""


def measured(pages: Sequence[Sequence[Block]]) -> Measure:
    """What is usual in a document, by the number of its letters and lines."""
    sizes: dict[float, int] = defaultdict(int)
    steps: dict[tuple[float, int], int] = defaultdict(int)
    rights: dict[tuple[str, int], list[float]] = defaultdict(list)
    for index, blocks in enumerate(pages):
        for block in blocks:
            size, base = 0.0, 0.0
            for line in block.lines:
                sizes[line.size] += len(line.text)
                if line.size == size:
                    weight = 1000 if line.text[0].islower() else 1
                    steps[size, int(50 * (base - line.base) + 0.5)] += weight
                size, base = line.size, line.base
            if block.kind == "text":
                rights[block.column, index % 2] += [line.right for line in block.lines]
    usual = max(sizes, key=lambda size: sizes[size], default=10.0)
    ends = {key: sorted(found)[int(0.95 * len(found))] for key, found in rights.items()}
    return Measure(usual, _leading(steps), ends)


def _leading(steps: Mapping[tuple[float, int], int]) -> dict[int, float]:
    """How far lines stand apart, in ems, by twice their size; `steps` are in 50ths of a point."""
    by_size: dict[int, Counter[float]] = defaultdict(Counter)
    for (size, step), count in steps.items():
        by_size[round(2 * size)][round(step / 50 / size, 2)] += count
    return {size: _usual(found) for size, found in by_size.items()}


def _usual(steps: Counter[float]) -> float:
    """The step met most; of those met nearly as often the smallest, as inside a paragraph.

    Steps to a line that begins with a small letter weigh more, for such a line goes on with the
    one before it. Without any, a document may be all short paragraphs that stand far apart.
    """
    likely = {step: count for step, count in steps.items() if step > 0.8}
    most = max(likely.values(), default=0)
    usual = min((step for step, count in likely.items() if 2 * count >= most), default=1.25)
    return usual if most >= 1000 else min(usual, WIDEST_UNSEEN)


def paragraphs(pages: Sequence[Sequence[Block]], measure: Measure) -> list[Drawn]:
    """The paragraphs of a document; one that goes over a page begins where its first line is."""
    made: list[Drawn] = []
    before: Run | None = None
    for index, blocks in enumerate(pages):
        for block in blocks:
            run = Run(block, measure, index)
            found = list(run.paragraphs())
            if before and before.goes_on(run):
                made[-1].lines += found.pop(0).lines
            made += found
            before = run
    return made


def _goes_on_within(text: str) -> bool:
    """Whether the words begin inside a sentence: with a small letter that is no marker."""
    return text[0].islower() and text[1:2] not in (".", ")")


def ended(line: Line) -> bool:
    """Whether a line ends as a sentence does, a footnote mark behind it left aside."""
    text = line.text.rstrip()
    if not line.raised:
        return text[-1:] in STOPS or (text[-1:] in CLOSERS and ENDED.search(text) is not None)
    if line.raised[-1][1] >= len(text):
        text = text[: line.raised[-1][0]].rstrip()
    return ENDED.search(text) is not None


def begins_raised(line: Line) -> bool:
    """Whether a line begins with a raised mark, as those of notes do, and has words behind it."""
    return bool(line.raised) and line.raised[0][0] == 0 and line.raised[0][1] < len(line.text)


class Run:
    """The lines of one block, cut into paragraphs."""

    def __init__(self, block: Block, measure: Measure, page: int) -> None:
        self._block = block
        self._measure = measure
        self._page = page
        self._right = _right(block, measure, page)
        self._left = min([line.left for line in block.lines])
        self._reach: dict[float, float] = {}

    def paragraphs(self) -> Iterator[Drawn]:
        """The paragraphs in order; the cell of a table is one."""
        kind: Kind = "cell" if self._block.kind == "cell" else "text"
        if kind == "cell":
            yield Drawn(list(self._block.lines), self._page, kind)
            return
        before, *others = self._block.lines
        held = [before]
        for line in others:
            if not self._runs_on(before, line) and self._begins(held, line):
                yield Drawn(held, self._page)
                held = []
            held.append(line)
            before = line
        yield Drawn(held, self._page)

    def goes_on(self, other: "Run") -> bool:
        """Whether the last paragraph goes on in the block after it, on another page or column."""
        end, line = self._block.lines[-1], other._block.lines[0]
        same_place = (self._page, self._block.column) == (other._page, other._block.column)
        if same_place or "cell" in (self._block.kind, other._block.kind):
            return False
        if end.text[-1] == HYPHEN:
            return True
        same_look = abs(end.size - line.size) <= SAME_SIZE * line.size and end.bold == line.bold
        if not same_look or MARKER.match(line.text):
            return False
        full = not ended(end) and self._room(end, line) < 3 * line.size
        return full or _goes_on_within(line.text)

    def _runs_on(self, before: Line, line: Line) -> bool:
        """Whether a line goes on as most lines of a paragraph do; `_begins` weighs the others."""
        size = line.size
        if size != before.size or line.raised or before.raised or line.bold != before.bold:
            return False
        if size not in self._reach:
            self._reach[size] = 1.2 * size * self._measure.step(line)
        near = before.base - line.base <= self._reach[size]
        return near and before.text.rstrip()[-1:] not in LAST and _goes_on_within(line.text)

    def _begins(self, held: Sequence[Line], line: Line) -> bool:
        before = held[-1]
        if before.text[-1] == HYPHEN:
            return False
        if begins_raised(line):
            return True
        stops = ended(before)
        goes_on = not stops and _goes_on_within(line.text)
        differs = abs(before.size - line.size) / line.size
        if differs > (SAME_WITHIN if goes_on else SAME_SIZE):
            return True
        size = max(before.size, line.size)
        if before.base - line.base > 1.2 * size * self._measure.step(line):
            return True
        if goes_on and before.bold == line.bold:
            return False
        return self._is_another(held, line, stops)

    def _is_another(self, held: Sequence[Line], line: Line, stops: bool) -> bool:
        """Whether a line in its usual place, which may begin a sentence, begins a paragraph."""
        room = self._room(held[-1], line)
        if held[-1].bold != line.bold and (stops or room > 0):
            return True
        if marker := MARKER.match(line.text):
            listed = MARKER.match(held[0].text) and line.left < held[0].left + line.size / 2
            return bool(listed or BULLET.match(marker["marker"])) or stops or room > 0
        if stops or line.text[:1].islower():
            return self._indented(held, line, stops) or (stops and room > 0.5 * line.size)
        return room > 6 * line.size

    def _room(self, before: Line, line: Line) -> float:
        """The width left in a line after the first word of the next one; below 0 if it is none."""
        first = FIRST_WORD.match(line.text)
        share = (first.end() if first else 0) / len(line.text)
        width = (line.right - line.left) * share
        from_right = reads_from_right(before.text)
        free = before.left - self._left if from_right else self._right - before.right
        return free - width - 0.3 * line.size

    def _indented(self, held: Sequence[Line], line: Line, stops: bool) -> bool:
        before = held[-1]
        if reads_from_right(line.text):
            inwards = before.right - line.right
        else:
            inwards = line.left - before.left
        if inwards > 0.8 * line.size:
            return stops and not (len(held) == 1 and MARKER.match(before.text))
        return inwards < -0.8 * line.size and len(held) > 1 and stops


def _right(block: Block, measure: Measure, page: int) -> float:
    """Where the lines of a block may end, by those of all blocks of the same column.

    A page that is not filled may hold the left one of two columns alone.
    """
    end = max([line.right for line in block.lines])
    parity = page % 2
    keys = ((block.column + "l", parity), (block.column + "l", 1 - parity), (block.column, parity))
    ends = (measure.rights.get(key, 0.0) for key in keys)
    return next((usual for usual in ends if end < usual + block.lines[0].size), end)


def all_lines(drawn: Iterable[Drawn]) -> Iterator[Line]:
    """Every line of the paragraphs."""
    for one in drawn:
        yield from one.lines
