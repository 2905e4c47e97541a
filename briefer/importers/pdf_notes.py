"""Notes: smaller words at the foot of a column, or paragraphs further down, behind a mark."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec.structs import replace

from briefer.importers.pdf_columns import Block
from briefer.importers.pdf_lines import Line
from briefer.importers.pdf_paragraphs import Drawn, Measure, begins_raised, ended

SMALLER = 0.93
"""Footnotes are smaller than this part of the size of the text."""

MARK = re.compile(
    r"(?P<mark>\d{1,3}|[*†‡§¶]{1,3}|[a-z](?=[ )])|(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})(?=[ )]))"
    r"[.)]?(?P<after>\s*)(?=\S)"
)


def without_notes(
    blocks: Sequence[Block], measure: Measure
) -> tuple[list[Block], list[list[Line]]]:
    """The blocks of a page without its footnotes, and the footnotes, each as its lines.

    Lines of a footnote that goes on from the page before come first, in a list of their own that
    begins without a mark.
    """
    kept: list[Block] = []
    notes: list[list[Line]] = []
    lowest = _lowest(blocks, measure)
    for block in blocks:
        cut = len(block.lines)
        if block.kind == "text":
            while cut and _may_be_note(block.lines[cut - 1], measure, lowest):
                cut -= 1
        found = _cut_up(block.lines[cut:])
        if found:
            notes += found
            block = replace(block, lines=block.lines[:cut])
        if block.lines:
            kept.append(block)
    return (kept, notes) if any(map(mark_of, notes)) or kept else (list(blocks), [])


def _lowest(blocks: Iterable[Block], measure: Measure) -> list[Line]:
    """The lines of the page in the size of the text, below which footnotes are."""
    lines = chain.from_iterable(block.lines for block in blocks)
    return [line for line in lines if line.size >= SMALLER * measure.size]


def _may_be_note(line: Line, measure: Measure, texts: Sequence[Line]) -> bool:
    if line.size >= SMALLER * measure.size or not texts:
        return False
    over = [one for one in texts if one.left < line.right and line.left < one.right]
    return bool(over) and all(one.base > line.base for one in over)


def _cut_up(lines: Sequence[Line]) -> list[list[Line]]:
    """Small lines as footnotes: each begins with a mark, and numbers go up by one."""
    notes: list[list[Line]] = []
    for line in lines:
        before = mark_of(notes[-1]) if notes else ""
        mark = mark_of([line])
        follows = not (before.isdigit() and mark.isdigit()) or int(mark) == int(before) + 1
        if mark and follows:
            notes.append([line])
        elif notes:
            notes[-1].append(line)
        else:
            notes.append([line])
    return notes if any(map(mark_of, notes)) else []


def mark_of(note: Sequence[Line]) -> str:
    """The mark that a footnote begins with; empty when it has none."""
    line = note[0]
    if line.raised and line.raised[0][0] == 0:
        return line.text[: line.raised[0][1]].strip()
    found = MARK.match(line.text)
    return found["mark"] if found and found["after"] else ""


def marked(line: Line) -> int:
    """How many characters the mark at the beginning of a footnote takes, its space included."""
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        return end + len(line.text[end:]) - len(line.text[end:].lstrip())
    found = MARK.match(line.text)
    return found.end() if found and found["after"] else 0


def with_notes(drawn: Sequence[Drawn], pages: Sequence[Sequence[Sequence[Line]]]) -> list[Drawn]:
    """The paragraphs with the footnotes of each page behind the last one that begins there."""
    made: list[Drawn] = []
    rest = list(drawn)
    last: Drawn | None = None
    for index, notes in enumerate(pages):
        count = next((n for n, one in enumerate(rest) if one.page > index), len(rest))
        if not notes:
            continue
        made += rest[:count]
        del rest[:count]
        for note in notes:
            if not mark_of(note) and last and not ended(last.lines[-1]):
                last.lines += note
                continue
            last = Drawn(list(note), index, "note")
            made.append(last)
    return made + rest


def with_endnotes(drawn: Sequence[Drawn], measure: Measure) -> frozenset[str]:
    """Makes notes of the paragraphs that begin with a mark which stands raised in words before.

    Gives their marks. So are endnotes told, which are small, and footnotes as large as the text
    whose own mark is raised; a paragraph never begins with a raised sign otherwise.
    """
    before: set[str] = set()
    marks: set[str] = set()
    for one in drawn:
        first = one.lines[0]
        small = first.size < SMALLER * measure.size
        if one.kind == "text" and (small or begins_raised(first)) and mark_of(one.lines) in before:
            one.kind = "note"
            marks.add(mark_of(one.lines))
        for line in one.lines:
            before |= {line.text[start:end].strip() for start, end in line.raised if start} - {""}
    return frozenset(marks)


def with_sideways(drawn: Sequence[Drawn], pages: Sequence[Sequence[str]]) -> list[Drawn]:
    """The paragraphs with the words that stand on their side behind the last one of their page."""
    if not any(pages):
        return list(drawn)
    made: list[Drawn] = []
    rest = list(drawn)
    for index, words in enumerate(pages):
        count = next((n for n, one in enumerate(rest) if one.page > index), len(rest))
        made += rest[:count]
        del rest[:count]
        lines = [Line(text, 0.0, 0.0, 0.0, 0.0) for text in words]
        made += (Drawn([line], index, "aside") for line in lines)
    return made
