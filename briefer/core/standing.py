"""How printed items stand in one reading of a file: verified, altered, removed or moved."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import Literal

from msgspec import Struct

from briefer.core.alterations import in_words
from briefer.core.differences import Difference, differences
from briefer.core.folds import comparable, folded, spaced
from briefer.core.manifest import Manifest, PrintedItem, anchor
from briefer.core.placing import Instance, Wanted, headings, moved, place

Standing = Literal["removed", "altered", "citation_altered", "moved", "verified"]

SEVERITY: tuple[Standing, ...] = ("removed", "altered", "citation_altered", "moved", "verified")
"""The worst first: of several things that are so, an item is called the first."""

CITATION = re.compile(r"(?:\[[^\[\]]*\](?: \(emphasis [^()]*\))?)?")
"""A citation in brackets and what may be said about emphasis, or nothing at all."""


class Outcome(Struct, frozen=True):
    """What became of one item, the words found in its place, and what differs."""

    status: Standing
    found: str
    finding: str = ""
    differences: tuple[Difference, ...] = ()


REMOVED = Outcome("removed", "", "It is no longer in the file.")


class Compared(Struct, frozen=True):
    """The outcome of each item of a manifest, and the paragraphs that hold none."""

    outcomes: tuple[Outcome, ...]
    free: tuple[int, ...]
    headings_gone: tuple[str, ...]


def compare(
    manifest: Manifest, paragraphs: Sequence[str], anchors: Sequence[Collection[str]]
) -> Compared:
    """Compares every item with the paragraphs of a file (words, and names of bookmarks)."""
    items = manifest.items
    texts = [comparable(one) for one in paragraphs]
    wanted = [Wanted(comparable(one.text), anchor("item", one.id)) for one in items]
    instances = place(wanted, texts, anchors)
    outcomes = [REMOVED] * len(items)
    for instance in instances:
        for number, outcome in _instance(instance, items, paragraphs, wanted, texts):
            if outcomes[number].status == "removed" or _worse(outcome, outcomes[number]):
                outcomes[number] = outcome
    heads = _heads(manifest)
    at = headings(heads, texts, anchors)
    for number in _moved(manifest, _places(instances, wanted, texts, anchors), at):
        if outcomes[number].status == "verified":
            outcomes[number] = Outcome("moved", outcomes[number].found, MOVED)
    taken = {number for one in instances for number in one.paragraphs}
    return Compared(
        tuple(outcomes),
        tuple(number for number, text in enumerate(texts) if text and number not in taken),
        tuple(
            one.heading
            for number, one in enumerate(manifest.sections)
            if number not in at or texts[at[number]] != heads[number].text
        ),
    )


def _heads(manifest: Manifest) -> list[Wanted]:
    return [
        Wanted(comparable(one.heading), anchor("heading", one.key)) for one in manifest.sections
    ]


MOVED = "It no longer stands where it stood among the other items and the headings."


def _worse(one: Outcome, other: Outcome) -> bool:
    return SEVERITY.index(one.status) < SEVERITY.index(other.status)


def _instance(
    instance: Instance,
    items: Sequence[PrintedItem],
    paragraphs: Sequence[str],
    wanted: Sequence[Wanted],
    texts: Sequence[str],
) -> Iterator[tuple[int, Outcome]]:
    """The outcome of each item that some paragraphs print."""
    filled = [number for number in instance.paragraphs if texts[number]]
    found = " ".join(paragraphs[number] for number in filled)
    together = [items[number] for number in instance.items]
    folded = " ".join(texts[number] for number in filled)
    if _is_whole([wanted[number].text for number in instance.items], folded):
        for number, item in zip(instance.items, together, strict=True):
            yield number, Outcome("verified", found if len(together) == 1 else item.text)
        return
    if len(together) == 1:
        yield instance.items[0], _altered(together[0], found)
        return
    for number, part in zip(instance.items, _divided(together, found), strict=True):
        if comparable(part) == wanted[number].text:
            yield number, Outcome("verified", part)
        elif part:
            yield number, _altered(items[number], part)


def _is_whole(expected: Sequence[str], found: str) -> bool:
    """Whether the words found are those of the items, each once, and no others (all folded)."""
    rest = f" {found} "
    for text in sorted(expected, key=len, reverse=True):
        before, this, after = rest.partition(f" {text} ")
        if not this:
            return False
        rest = f"{before} {after}"
    return not rest.strip(" ")


def _altered(item: PrintedItem, found: str) -> Outcome:
    differing = differences(item.text, found)
    lead, now = comparable(item.text), comparable(found)
    cited = comparable(item.citation)
    if cited and lead.endswith(cited):
        lead = lead.removesuffix(cited).rstrip(" ")
        rest = now.removeprefix(lead).strip(" ")
        if now.startswith(lead) and CITATION.fullmatch(rest):
            said = f"the citation is now {rest}." if rest else "the citation is missing."
            return Outcome("citation_altered", found, f"It was {item.citation}; {said}", differing)
    return Outcome("altered", found, in_words(differing), differing)


def _divided(items: Sequence[PrintedItem], found: str) -> list[str]:
    """What was found of each of some items that were joined in one paragraph.

    Words put in between two items belong to the one after them.
    """
    expected = [spaced(one.text).split(" ") for one in items]
    now = spaced(found).split(" ")
    before = [folded(word) for words in expected for word in words]
    steps = SequenceMatcher(None, before, list(map(folded, now)), autojunk=False).get_opcodes()
    ends = [_now(end, steps) for end in accumulate(map(len, expected[:-1]))]
    edges = pairwise([0, *ends, len(now)])
    return [" ".join(now[start:end]) for start, end in edges]


def _now(edge: int, steps: Iterable[tuple[str, int, int, int, int]]) -> int:
    """Where the edge between two items (a count of words) lies among the words found."""
    op, start, _, first, last = next(
        one for one in steps if one[1] == edge or one[1] < edge < one[2]
    )
    if start == edge:
        return first
    return first + edge - start if op == "equal" else last


Place = tuple[int, int]
"""A paragraph, and how far in it."""


def _places(
    instances: Sequence[Instance],
    wanted: Sequence[Wanted],
    texts: Sequence[str],
    anchors: Sequence[Collection[str]],
) -> dict[int, Place]:
    """Item -> where it begins; of several copies, the one that has its bookmark."""
    found: dict[int, Place] = {}
    for instance in instances:
        for item in instance.items:
            named = [n for n in instance.paragraphs if wanted[item].anchor in anchors[n]]
            if item in found and not named:
                continue
            number = (named or instance.paragraphs)[0]
            at = texts[number].find(wanted[item].text) if len(instance.items) > 1 else 0
            found[item] = (number, max(at, 0))
    return found


def _moved(
    manifest: Manifest, places: dict[int, Place], headings_at: dict[int, int]
) -> Iterator[int]:
    """The items that left their order; a heading weighs more than all items together.

    So an item under another heading has moved, and not the heading.
    """
    heavy = len(manifest.items) + 1
    order: list[tuple[int, Place, int]] = []
    for number, section in enumerate(manifest.sections):
        if number in headings_at:
            order.append((-1, (headings_at[number], -1), heavy))
        order += [
            (item, places[item], 1)
            for item, one in enumerate(manifest.items)
            if one.section == section.key and item in places
        ]
    for one in moved([(where, weight) for _, where, weight in order]):
        if order[one][0] >= 0:
            yield order[one][0]
