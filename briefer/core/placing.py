"""Where printed items stand now: which paragraphs hold them, and which of them have moved."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from msgspec import Struct

ALIKE = 0.5
"""Share of words in common from which a paragraph is compared with an item that is nowhere.

It only proposes what to compare; whatever is compared and differs is named.
"""


class Wanted(Struct, frozen=True):
    """An item or heading to be found: its text with every fold done, and its bookmark."""

    text: str
    anchor: str


class Instance(Struct, frozen=True):
    """Paragraphs and the items (numbers of both) that they print together.

    Mostly one of each; an editor can divide an item over paragraphs, or join items in one.
    """

    items: tuple[int, ...]
    paragraphs: tuple[int, ...]


def place(
    wanted: Sequence[Wanted], texts: Sequence[str], anchors: Sequence[Collection[str]]
) -> list[Instance]:
    """Finds each item among the paragraphs (texts with every fold done, names of bookmarks).

    A paragraph that says exactly what an item says is that item; then bookmarks tell; then the
    item's whole text within or across paragraphs; then a likeness of words, for an item that is
    nowhere. An item can have several instances, or none.
    """
    exact = _verbatim(wanted, texts, anchors)
    loose = [number for number in range(len(texts)) if number not in exact]
    named = {one.anchor: number for number, one in enumerate(wanted)}
    for number, item in exact.items():
        if wanted[item].anchor in anchors[number]:  # it is there whole: what follows is no part
            named.pop(wanted[item].anchor, None)
    links = [(named[name], number) for number in loose for name in anchors[number] if name in named]
    found = {*exact.values(), *(item for item, _ in links)}
    lost = [number for number in range(len(wanted)) if number not in found]
    if lost:
        runs = _runs(loose, texts)
        links += [link for item in lost for link in _by_text(item, wanted[item].text, runs)]
        items, taken = {item for item, _ in links}, {number for _, number in links}
        lost = [item for item in lost if item not in items]
        free = [number for number in loose if number not in taken and texts[number]]
        links += _by_likeness(lost, wanted, free, texts)
    alone = [Instance((item,), (number,)) for number, item in exact.items()]
    return sorted([*alone, *_joined(links)], key=lambda one: one.paragraphs)


def _verbatim(
    wanted: Sequence[Wanted], texts: Sequence[str], anchors: Sequence[Collection[str]]
) -> dict[int, int]:
    """Paragraph -> the item that it says, exactly and alone."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        standing[text].append(number)
    found: dict[int, int] = {}
    same: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(wanted):
        same[one.text].append(number)
    for text, items in same.items():
        found |= _paired(items, standing.get(text, []), wanted, anchors)
    return found


def _paired(
    items: Sequence[int],
    paragraphs: Sequence[int],
    wanted: Sequence[Wanted],
    anchors: Sequence[Collection[str]],
) -> dict[int, int]:
    """Items of one text and the paragraphs that say it: by bookmark, then in order.

    A paragraph too many is another copy of the last item.
    """
    found: dict[int, int] = {}
    for number in paragraphs:
        item = next((one for one in items if wanted[one].anchor in anchors[number]), None)
        if item is not None:
            found[number] = item
    left = [one for one in items if one not in found.values()]
    for number in paragraphs:
        if number not in found:
            found[number] = left.pop(0) if left else items[-1]
    return found


Run = tuple[str, list[int], list[int]]
"""Neighbouring paragraphs as one text, their numbers, and where each begins in it."""


def _runs(loose: Sequence[int], texts: Sequence[str]) -> list[Run]:
    runs = []
    for _, group in groupby(enumerate(loose), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group if texts[number]]
        ends = [*accumulate(len(texts[number]) + 1 for number in numbers)]
        starts = [0, *ends[:-1]] if numbers else []
        runs.append((" ".join(texts[number] for number in numbers), numbers, starts))
    return runs


def _by_text(item: int, text: str, runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """The paragraphs that the item's whole text lies in, where it stands whole somewhere."""
    for joined, numbers, starts in runs:
        at = f" {joined} ".find(f" {text} ")
        if at >= 0:
            first, last = bisect_right(starts, at) - 1, bisect_right(starts, at + len(text) - 1)
            yield from ((item, number) for number in numbers[first:last])
            return


def _by_likeness(
    lost: Sequence[int], wanted: Sequence[Wanted], free: Sequence[int], texts: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """The free paragraph, or two that follow each other, most like each item that is nowhere."""
    bags: dict[tuple[int, ...], Counter[str]] = {
        (one,): Counter(texts[one].split()) for one in free
    }
    for one, next_ in pairwise(free):
        if next_ == one + 1:
            bags[one, next_] = bags[one,] + bags[next_,]
    for item in lost:
        bag = Counter(wanted[item].text.split())
        scores = {numbers: _likeness(bag, other) for numbers, other in bags.items()}
        best = max(scores, key=lambda one: (scores[one], -len(one)), default=())
        if best and scores[best] >= ALIKE:
            yield from ((item, number) for number in best)
            bags = {one: bag for one, bag in bags.items() if not set(one) & set(best)}


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())


def _joined(links: Sequence[tuple[int, int]]) -> list[Instance]:
    """Items and paragraphs that hang together, however many of each."""
    items_of: defaultdict[int, set[int]] = defaultdict(set)
    paragraphs_of: defaultdict[int, set[int]] = defaultdict(set)
    for item, number in links:
        items_of[number].add(item)
        paragraphs_of[item].add(number)
    found = []
    while paragraphs_of:
        items, numbers = {min(paragraphs_of)}, set[int]()
        while True:
            more = set().union(*(paragraphs_of[one] for one in items))
            if more == numbers:
                break
            numbers = more
            items = set().union(*(items_of[one] for one in numbers))
        found.append(Instance(tuple(sorted(items)), tuple(sorted(numbers))))
        for one in items:
            del paragraphs_of[one]
    return found


def moved(order: Sequence[tuple[tuple[int, int], int]]) -> set[int]:
    """Which of some things have left their order: those outside the heaviest rising run.

    Each is a pair of its place now and its weight, in the order of the printed document. Things
    that stand at one place are in order.
    """
    if all(one[0] <= other[0] for one, other in pairwise(order)):
        return set()
    best: list[tuple[int, int]] = []
    for number, (place, weight) in enumerate(order):
        before = [(best[other][0], -other) for other in range(number) if order[other][0] <= place]
        total, back = max(before, default=(0, 1))
        best.append((total + weight, -back))
    kept = set()
    at = max(range(len(best)), key=lambda one: best[one][0])
    while at >= 0:
        kept.add(at)
        at = best[at][1]
    return set(range(len(order))) - kept


def headings(
    wanted: Sequence[Wanted], texts: Sequence[str], anchors: Sequence[Collection[str]]
) -> dict[int, int]:
    """Heading -> the paragraph it stands in: by its bookmark, else by its words.

    Of several paragraphs with its words it is the next after the heading before, else the first.
    """
    by_name = {name: number for number, names in enumerate(anchors) for name in names}
    by_text: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        by_text[text].append(number)
    found: dict[int, int] = {}
    last = -1
    for number, one in enumerate(wanted):
        standing = by_text.get(one.text, [])
        later = [place for place in standing if place > last]
        at = by_name.get(one.anchor, (later or standing or [-1])[0])
        if at >= 0:
            found[number] = last = at
    return found
