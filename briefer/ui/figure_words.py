"""Statements, groups and decisions of the register as the window says them."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import combinations

from msgspec import Struct

from briefer.core.comparing import LEVELS, Compared, compare, worded
from briefer.core.decisions import VERDICTS, Decision, Key, key_of, pair_of
from briefer.core.figure_words import Comparator
from briefer.core.measures import Level, Measure
from briefer.core.register import Group
from briefer.core.statements import Statement

HOW_MEANT: Mapping[Comparator, str] = {
    "exactly": "an exact number",
    "more_than": "a floor: it may be more",
    "at_least": "a floor: it may be more",
    "nearly": "a little less than it says",
    "about": "a round number",
    "up_to": "a ceiling: it may be less",
    "less_than": "a ceiling: it is less",
    "tens_of": "an order of magnitude",
    "dozens": "an order of magnitude",
}
"""How a figure is meant, in plain words."""

LEVEL_NAMES: Mapping[Level, str] = {
    "C0": "agree",
    "C1": "different basis",
    "C2": "clash",
    "C3": "contradiction",
}
"""What the levels are called in a table."""

LEVEL_ICONS: Mapping[Level, str] = {
    "C0": "check",
    "C1": "info",
    "C2": "triangle-alert",
    "C3": "circle-x",
}
UNDATED = "not dated"
FEW = 4
"""Values and dates that a row of the table lists."""

MOST = 32
"""Statements that say different things, of which every two are compared to show the worst."""


class Origin(Struct, frozen=True):
    """What is said of a source beside a statement."""

    title: str
    speaker: str = ""


class GroupRow(Struct, frozen=True):
    """A group of the register as a row of the table."""

    group: Group
    cells: tuple[str, str, str, str, str]
    """Measure, how they agree, values, as of, sources."""
    words: str
    """All words of the row and of its statements, to be searched; letter case folded."""


class Pair(Struct, frozen=True):
    """Two statements, how they stand to each other, and what was decided."""

    one: Statement
    two: Statement
    compared: Compared
    decision: Decision | None = None


def said(one: Statement) -> str:
    """A statement in a few words: its figure, or the wording that was watched for."""
    return worded(one.figure) if one.figure else one.variant


def as_of(one: Statement) -> str:
    """When a statement holds, in words, as far as that is known."""
    when = one.moment
    if when.since or when.until:
        return f"{when.since or 'an open beginning'} to {when.until or 'now'}"
    if when.as_of:
        source = " (date of the document)" if when.dated == "document" else ""
        return f"as of {when.as_of}{source}"
    return f"“{when.text}”, of a day not stated" if when.dated == "relative" else UNDATED


def statement_html(one: Statement, origin: Origin) -> str:
    """A statement for the card: its value, its exact words, where and when and how it is meant."""
    at, to = one.at - one.start, one.to - one.start
    before, words, after = one.sentence[:at], one.sentence[at:to], one.sentence[to:]
    quoted = f"“{escape(before)}<b>{escape(words)}</b>{escape(after)}”"
    meant = HOW_MEANT.get(one.figure.comparator, "") if one.figure else ""
    nested = f"the text names {one.nested}" if one.nested else ""
    known = [origin.title, one.place, origin.speaker]
    where = " · ".join(escape(part) for part in known if part)
    how = " · ".join(escape(part) for part in (as_of(one), meant, nested) if part)
    return f"<p><b>{escape(said(one))}</b></p><p>{quoted}</p><p>{where}<br>{how}</p>"


def decision_words(one: Decision, left: Key) -> str:
    """What was decided about two statements; `left` is the one shown at the left."""
    said = VERDICTS.get(one.verdict, "taken back")
    if one.keeps is not None:
        said = f"use the one on the {'left' if one.keeps == left else 'right'}"
    day = f"{one.at[:10]}: " if one.at else ""
    return f"{day}{said}. {one.reason}".strip()


def rows_of(
    groups: Iterable[Group],
    origins: Mapping[str, Origin],
    decisions: Mapping[tuple[Key, Key], Decision],
) -> list[GroupRow]:
    """The groups of a register as rows; `origins` is id of a source -> what is said of it."""
    touched = {key for pair in decisions for key in pair}
    return [_row(group, origins, touched) for group in groups]


def _row(group: Group, origins: Mapping[str, Origin], touched: set[Key]) -> GroupRow:
    decided = any(key_of(one) in touched for one in group.statements)
    level = LEVEL_NAMES[group.level] + (" · decided" if decided else "")
    name = f"{group.name} (possible)" if group.possible else group.name
    dates = [one.moment.as_of or UNDATED for one in group.statements]
    titles = [origins[one.source].title for one in group.statements if one.source in origins]
    cells = (
        name,
        level,
        _few([said(one) for one in group.statements]),
        _few(dates),
        _few(titles),
    )
    sentences = (one.sentence for one in group.statements)
    return GroupRow(group, cells, " ".join((*cells, *sentences)).casefold())


def _few(words: Sequence[str]) -> str:
    """Some of these, each once."""
    once = list(dict.fromkeys(words))
    more = f" and {len(once) - FEW} more" if len(once) > FEW else ""
    return " | ".join(once[:FEW]) + more


def worst_pair(
    group: Group, measure: Measure | None, decisions: Mapping[tuple[Key, Key], Decision]
) -> Pair | None:
    """The pair that is shown first: the worst one, one that nobody decided about before others."""
    distinct: dict[tuple[str, str, str], Statement] = {}
    for one in group.statements:
        distinct.setdefault((said(one), as_of(one), one.nested), one)
    some = list(distinct.values())[:MOST]
    if len(some) < 2:  # all say the same
        some = list(group.statements[:2])
    pairs = [pair_shown(one, two, measure, decisions) for one, two in combinations(some, 2)]
    return max(
        pairs,
        key=lambda pair: (LEVELS.index(pair.compared.level), pair.decision is None),
        default=None,
    )


def pair_shown(
    one: Statement,
    two: Statement,
    measure: Measure | None,
    decisions: Mapping[tuple[Key, Key], Decision],
) -> Pair:
    """Two statements side by side."""
    decision = decisions.get(pair_of(key_of(one), key_of(two)))
    return Pair(one, two, compare(one, two, measure), decision)
