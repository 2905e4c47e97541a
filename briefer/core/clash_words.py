"""Clashes, aged figures and decisions as sentences, for a check and for a verification record."""

from collections.abc import Mapping

from briefer.core.clashes import Aged, Clash, Settled
from briefer.core.comparing import worded
from briefer.core.decisions import VERDICTS, Decision, key_of
from briefer.core.register import VERDICTS as LEVELS_SAID
from briefer.core.statements import Statement

Names = Mapping[str, str]
"""Id of a source -> what it is called; id of an item -> what it is called, where not by its id."""


def clash_said(clash: Clash, names: Names) -> str:
    """Which items clash, how, and what was decided."""
    one, two = (names.get(item, f"item {item}") for item in (clash.one.item, clash.two.item))
    said = f"Figures: {one} and {two}, {clash.measure}: {LEVELS_SAID[clash.level]}. {clash.why}"
    if clash.decision is None:
        return said
    return (
        f"{said} {decision_said(clash.decision, (clash.one.statement, clash.two.statement), names)}"
    )


def aged_said(aged: Aged, names: Names) -> str:
    """Which item may be out of date, and why."""
    item, one = aged.stated.item, aged.stated.statement
    where = f" ({where_said(aged.newer, names)})" if aged.newer else ""
    said = f"{names.get(item, f'item {item}')}, {figure_said(one)}"
    return f"Figures: {said}, may be out of date: {aged.why.rstrip('.')}{where}."


def settled_said(settled: Settled, names: Names) -> str:
    """What was decided about a figure and another one, and the reason."""
    item, one, other = settled.stated.item, settled.stated.statement, settled.other
    against = f" beside {figure_said(other)} ({where_said(other, names)})" if other else ""
    decided = decision_said(settled.decision, (one, other) if other else (one,), names)
    return f"Figures: {names.get(item, f'item {item}')}, {figure_said(one)}{against}. {decided}"


def decision_said(decision: Decision, about: tuple[Statement, ...], names: Names) -> str:
    """A decision in words, with the statement that is to be used and the reason."""
    kept = next((one for one in about if key_of(one) == decision.keeps), None)
    use = f": {figure_said(kept)} ({where_said(kept, names)})" if kept else ""
    day = f" on {decision.at[:10]}" if decision.at else ""
    reason = f" Reason: {decision.reason}" if decision.reason else ""
    return f"Decided{day}: {VERDICTS[decision.verdict]}{use}.{reason}"


def figure_said(one: Statement) -> str:
    """The figure of a statement with how it is meant, or the words that were watched for."""
    return worded(one.figure) if one.figure else f"“{one.words()}”"


def where_said(one: Statement, names: Names) -> str:
    """The source of a statement, as far as it has a name here, and the place in it."""
    return ", ".join(part for part in (names.get(one.source, ""), one.place) if part)
