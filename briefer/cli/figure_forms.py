"""Figures, their groups, clashes and decisions as the command line's JSON."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from briefer.core.clash_words import Names
from briefer.core.clashes import Stated
from briefer.core.decisions import Decision, Key, key_of
from briefer.core.register import Group
from briefer.core.statements import Statement

if TYPE_CHECKING:  # loads the rules
    from briefer.services.conflicts import Conflicts
    from briefer.services.register import Register

Known = Mapping[Key, Statement]


def decided_about(
    some: Iterable[Statement], decisions: Mapping[tuple[Key, Key], Decision]
) -> list[Decision]:
    """The decisions about two of some statements."""
    keys = {key_of(one) for one in some}
    return [one for pair, one in decisions.items() if keys.issuperset(pair)]


def group_form(group: Group, known: Known, found: "Register") -> dict[str, Any]:
    """A group of the register."""
    names = found.names()
    return {
        "measure": group.measure or None,
        "name": group.name,
        "level": group.level,
        "possible": group.possible,
        "why": group.why,
        "values": [value_form(one, names) for one in group.statements],
        "pairs": [
            {
                "one": pair.one.short_id(),
                "two": pair.two.short_id(),
                "level": pair.level,
                "why": pair.why,
            }
            for pair in group.pairs
        ],
        "decisions": [
            decision_form(one, known, names)
            for one in decided_about(group.statements, found.decisions)
        ],
    }


def decision_form(one: Decision, known: Known, names: Names) -> dict[str, Any]:
    """A decision; a statement that is no longer there is null."""
    keeps = known.get(one.keeps) if one.keeps else None
    return {
        "one": value_form(known[one.one], names) if one.one in known else None,
        "two": value_form(known[one.two], names) if one.two in known else None,
        "verdict": one.verdict,
        "keeps": keeps.short_id() if keeps else None,
        "reason": one.reason,
        "at": one.at,
    }


def conflicts_form(found: "Conflicts") -> dict[str, Any]:
    """What is to be said of the figures of a briefing."""
    names = found.names

    def stated(one: Stated) -> dict[str, Any]:
        return {"item": one.item, **value_form(one.statement, names)}

    return {
        "clashes": [
            {
                "level": one.level,
                "measure": one.measure,
                "why": one.why,
                "one": stated(one.one),
                "two": stated(one.two),
                "decision": _verdict(one.decision) if one.decision else None,
            }
            for one in found.clashes
        ],
        "aged": [
            {
                **stated(one.stated),
                "why": one.why,
                "newer": value_form(one.newer, names) if one.newer else None,
            }
            for one in found.aged
        ],
        "decisions": [
            {
                "one": stated(one.stated),
                "two": value_form(one.other, names) if one.other else None,
                **_verdict(one.decision),
            }
            for one in found.settled
        ],
    }


def _verdict(one: Decision) -> dict[str, Any]:
    return {"verdict": one.verdict, "reason": one.reason, "at": one.at}


def value_form(one: Statement, names: Names) -> dict[str, Any]:
    """A statement."""
    figure, when = one.figure, one.moment
    return {
        "id": one.short_id(),
        "source": one.source,
        "file": names.get(one.source),
        "place": one.place,
        "start": one.start,
        "end": one.end,
        "exact": one.sentence,
        "text": one.words(),
        "value": figure.value if figure else None,
        "value_max": figure.value_max if figure else None,
        "unit": figure.unit if figure else "",
        "comparator": figure.comparator if figure else None,
        "says": one.variant or None,
        "as_of": when.as_of or None,
        "period": [when.since or None, when.until or None] if when.since or when.until else None,
        "dated_by": when.dated or None,
        "nested_source": one.nested or None,
    }
