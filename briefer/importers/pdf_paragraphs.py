"""Lines in the order of reading become paragraphs, also over columns and pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
MARKER = re.compile(
    r"(?P<marker>[•‣◦▪■●○–—*\uf0a7\uf0b7\uf0d8\uf02d-](?=\s)"
    r"|\d{1,3}[.)](?=\s)|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)(?=\s)|[a-z][.)](?=\s))\s*(?=\S)"
)
"""A bullet, or a number or letter of a list, with the white space behind it."""

BULLET = re.compile("[•‣◦▪■●○\uf0a7\uf0b7\uf0d8\uf02d]")
"""What begins a list item wherever it begins a line; dashes and numbers begin lines of text too."""

SAME_SIZE = 0.06


def measured(pages: Sequence[Sequence[Block]]) -> Measure:
    """What is usual in a document, by the number of its letters and lines."""
    sizes: Counter[float] = Counter()
    steps: dict[int, Counter[float]] = defaultdict(Counter)
    rights: dict[tuple[str, int], list[float]] = defaultdict(list)
    for index, blocks in enumerate(pages):
        for block in blocks:
            before = None
            for line in block.lines:
                sizes[round(line.size, 1)] += len(line.text)
                if before and before.size == line.size:
                    step = round((before.base - line.base) / line.size, 2)
                    steps[round(2 * line.size)][step] += 1
                before = line
            if block.kind == "text":
                rights[block.column, index % 2] += [line.right for line in block.lines]
    leading = {size: _usual(found) for size, found in steps.items()}
    ends = {key: sorted(found)[int(0.95 * len(found))] for key, found in rights.items()}
    return Measure(max(sizes, key=lambda size: sizes[size], default=10.0), leading, ends)


def _usual(steps: Counter[float]) -> float:
    """The step met most; of those met nearly as often the smallest, as inside a paragraph."""
    likely = {step: count for step, count in steps.items() if step > 0.8}
    most = max(likely.values(), default=0)
    return min((step for step, count in likely.items() if 2 * count >= most), default=1.25)


def paragraphs(pages: Sequence[Sequence[Block]], measure: Measure) -> list[Drawn]:
    """The paragraphs of a document; one that goes over a page begins where its first line is."""
    made: list[Drawn] = []
    for index, blocks in enumerate(pages):
        before: Block | None = None
        for block in blocks:
            run = Run(block, measure, index)
            found = list(run.paragraphs())
            last = made[-1] if made else None
            if last and _goes_on(last, found[0], before, block, index):
                last.lines += found.pop(0).lines
            made += found
            before = block
    return made


def _goes_on(last: Drawn, first: Drawn, before: Block | None, block: Block, page: int) -> bool:
    """Whether a paragraph goes on in another column or on the next page."""
    if last.kind != "text" or first.kind != "text":
        return False
    if before and before.column == block.column:
        return False
    end, line = last.lines[-1], first.lines[0]
    if end.text.endswith(HYPHEN):
        return True
    if abs(end.size - line.size) > SAME_SIZE * line.size or end.bold != line.bold:
        return False
    if MARKER.match(line.text):
        return False
    return not ended(end) or line.text[:1].islower()


def ended(line: Line) -> bool:
    """Whether a line ends as a sentence does, a footnote mark behind it left aside."""
    text = line.text.rstrip()
    if line.raised and line.raised[-1][1] >= len(text):
        text = text[: line.raised[-1][0]].rstrip()
    return ENDED.search(text) is not None


class Run:
    """The lines of one block, cut into paragraphs."""

    def __init__(self, block: Block, measure: Measure, page: int) -> None:
        self._block = block
        self._measure = measure
        self._page = page
        lines = block.lines
        usual = measure.rights.get((block.column, page % 2), 0.0)
        self._right = max(usual, max(line.right for line in lines))
        self._left = min(line.left for line in lines)

    def paragraphs(self) -> Iterator[Drawn]:
        """The paragraphs in order; the cell of a table is one."""
        kind: Kind = "cell" if self._block.kind == "cell" else "text"
        if kind == "cell":
            yield Drawn(list(self._block.lines), self._page, kind)
            return
        held: list[Line] = []
        for line in self._block.lines:
            if held and self._begins(held, line):
                yield Drawn(held, self._page)
                held = []
            held.append(line)
        yield Drawn(held, self._page)

    def _begins(self, held: Sequence[Line], line: Line) -> bool:
        before = held[-1]
        if before.text.endswith(HYPHEN):
            return False
        size = max(before.size, line.size)
        if abs(before.size - line.size) > SAME_SIZE * size:
            return True
        step = (before.base - line.base) / size
        if step > 1.2 * self._measure.step(line):
            return True
        stops = ended(before)
        room = self._room(before, line)
        if before.bold != line.bold and (stops or room > 0):
            return True
        if marker := MARKER.match(line.text):
            return bool(BULLET.match(marker["marker"])) or stops or room > 0
        return self._indented(held, line, stops) or room > (0.5 if stops else 6) * size

    def _room(self, before: Line, line: Line) -> float:
        """The width left in a line after the first word of the next one; below 0 if it is none."""
        word = line.text.split(None, 1)[0]
        width = (line.right - line.left) / max(1, len(line.text)) * len(word)
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


def all_lines(drawn: Iterable[Drawn]) -> Iterator[Line]:
    """Every line of the paragraphs."""
    for one in drawn:
        yield from one.lines
