"""Which new sources look like new versions of others; it proposes, and a person accepts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefer.core.differences import Difference, differences
from briefer.core.likeness import masked_name, plain_title, rows_of, shares, sketch, words_of
from briefer.core.model import Source
from briefer.core.progress import Progress, silent
from briefer.core.record import Date, text_of
from briefer.store import Library, SourceLine

AT_ONCE = 500
"""Texts that are sketched between two reports."""

COMMON = 20
"""Sources that may have a row of words before it says nothing about any of them."""

SHARED = 2
"""Numbers that two sketches must share before the texts are compared."""

COMPARED = 4
"""Sources that one new source is compared with, those that share most first."""

ENOUGH: Mapping[bool, tuple[float, float]] = {False: (0.55, 0.35), True: (0.35, 0.2)}
"""The shares of wording, the larger and the smaller, that make a version; True: with the same name.

Measured on made pairs: see tests/services/test_likeness.py.
"""

NEARLY_ALL = 0.99
"""What is said at most of texts that are not copies: figures are not told apart in rows."""

Pair = tuple[str, str]


class Proposal(Struct, frozen=True):
    """A source (id) that looks like a new version of another, why, and how much wording it shares.

    `share` is the smaller of the shares of rows of words that the two have in common, 0 to 1.
    """

    new: str
    old: str
    why: str
    share: float


def proposals(library: Library, ids: Iterable[str], progress: Progress = silent) -> list[Proposal]:
    """For each of these sources the one that it looks like a new version of, if there is one.

    Compared are sources of the same title or file name, and those whose texts share sampled rows
    of words; sources that are versions of each other already, copies and pairs that somebody
    refused are left out. Where both state a date, the later one is the new one.
    """
    sketch_all(library, progress)
    lines = {line.id: line for line in library.sources()}
    wanted = [id for id in dict.fromkeys(ids) if id in lines]
    if not wanted or len(lines) < 2:
        return []
    candidates = _candidates(library, wanted, lines)
    found: dict[Pair, Proposal] = {}
    for number, id in enumerate(wanted):
        if candidates[id]:
            progress(number, len(wanted), lines[id].file)
            best = _best(library, lines, id, candidates[id])
            if best is not None:
                found.setdefault((best.new, best.old), best)
    return list(found.values())


def sketch_all(library: Library, progress: Progress = silent) -> None:
    """Makes the sketches that are missing: those of new sources, once those of an old library."""
    total = library.versions.unsketched()
    for done in range(0, total, AT_ONCE):
        progress(done, total, "")
        library.versions.sketch(sketch, AT_ONCE)


def _candidates(
    library: Library, wanted: Sequence[str], lines: Mapping[str, SourceLine]
) -> dict[str, dict[str, str]]:
    """New id -> old id -> why it is worth a look; those that share most wording first."""
    votes: dict[str, dict[str, int]] = defaultdict(dict)
    for (id, other), count in library.versions.sharing(wanted, COMMON).items():
        votes[id][other] = count
    named = _named(wanted, lines)
    refused = library.versions.refused()
    newest = library.successors(lines)
    made: dict[str, dict[str, str]] = {}
    for id in wanted:
        likely = [one for one, count in votes[id].items() if count >= SHARED or one in named[id]]
        order = sorted({*likely, *named[id]}, key=lambda one: (-votes[id].get(one, 0), one))
        heads = {newest.get(one, one): named[id].get(one, "") for one in reversed(order[:COMPARED])}
        chain = {id, newest.get(id, id)}
        made[id] = {
            one: why
            for one, why in reversed(heads.items())
            if one in lines and one not in chain and newest.get(one, one) not in chain
            and not {(id, one), (one, id)} & refused
        }  # fmt: skip
    return made


def _named(wanted: Sequence[str], lines: Mapping[str, SourceLine]) -> dict[str, dict[str, str]]:
    """New id -> the ids of sources with the same title or file name, and which of the two."""
    made: dict[str, dict[str, str]] = {id: {} for id in wanted}
    for why, name in (("the same file name", _file), ("the same title", _title)):
        groups: dict[str, list[str]] = defaultdict(list)
        for id, line in lines.items():
            groups[name(line)].append(id)
        for id in wanted:
            group = groups[name(lines[id])] if name(lines[id]) else []
            if len(group) <= COMMON:
                made[id] |= {other: why for other in group if other != id}
    return made


def _title(line: SourceLine) -> str:
    return plain_title(text_of(line.record, "title"))


def _file(line: SourceLine) -> str:
    return masked_name(line.file)


def _best(
    library: Library, lines: Mapping[str, SourceLine], id: str, candidates: Mapping[str, str]
) -> Proposal | None:
    """The likeliest of the candidates whose wording is shared enough."""
    sources = library.get([id, *candidates])
    rows = rows_of(words_of(sources[id].text))
    found: list[Proposal] = []
    for other, why in candidates.items():
        both = shares(rows, rows_of(words_of(sources[other].text)))
        larger, smaller = ENOUGH[bool(why)]
        if max(both) < larger or min(both) < smaller or _same(sources[id], sources[other]):
            continue
        new, old = _in_order(lines, id, other)
        same = min(both[0], both[1], NEARLY_ALL)
        said = f"{same:.0%} of the wording is the same".replace("%", " %")
        found.append(Proposal(new, old, f"{why}, {said}" if why else said, round(min(both), 3)))
    return max(found, key=lambda one: one.share, default=None)


def _same(one: Source, other: Source) -> bool:
    """Whether two texts are copies: the same words, however they are set."""
    return one.text.split() == other.text.split()


def _in_order(lines: Mapping[str, SourceLine], id: str, other: str) -> Pair:
    """Which is the new one: the later by its date, else the one that came in last."""
    dates = [_issued(lines[one]) for one in (id, other)]
    if all(dates) and dates[0] != dates[1]:
        return (id, other) if dates[0] > dates[1] else (other, id)
    order = list(lines)
    return (id, other) if order.index(id) > order.index(other) else (other, id)


def _issued(line: SourceLine) -> str:
    field = line.record.get("issued")
    return field.value.iso() if field and isinstance(field.value, Date) else ""


class Changed(Struct, frozen=True):
    """A paragraph that differs between two versions: its place in the new one, and how."""

    place: str
    differences: tuple[Difference, ...]


def changed_paragraphs(new: Source, old: Source, at_most: int = 200) -> list[Changed]:
    """What a new version says otherwise than the old one, paragraph by paragraph, word by word."""
    return list(_changed(new, old, at_most))


def _changed(new: Source, old: Source, at_most: int) -> Iterator[Changed]:
    from difflib import SequenceMatcher

    was = [old.text[one.start : one.end] for one in old.places]
    now = [new.text[one.start : one.end] for one in new.places]
    made = 0
    for op, i, j, k, n in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        for number in range(max(j - i, n - k) if op != "equal" else 0):
            before, after = was[i:j][number : number + 1], now[k:n][number : number + 1]
            place = new.places[k + number].label() if after else ""
            yield Changed(place, differences("".join(before), "".join(after)))
            made += 1
            if made >= at_most:
                return
