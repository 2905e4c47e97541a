"""The command on figures: which disagree in the library or a briefing, and what was decided."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.cli.figure_forms import (
    Known,
    conflicts_form,
    decided_about,
    decision_form,
    group_form,
)
from briefer.cli.output import DONE, Options, library, progress, say, show
from briefer.core.clash_words import Names, decision_said, where_said
from briefer.core.decisions import VERDICTS as DECIDED
from briefer.core.decisions import Decision, key_of
from briefer.core.errors import WrongRequest
from briefer.core.measures import Level
from briefer.core.register import VERDICTS, Group
from briefer.core.statements import Statement
from briefer.store import Library

if TYPE_CHECKING:  # loads the rules
    from briefer.services.register import Register

SHOWN: tuple[Level, ...] = ("C0", "C1", "C2", "C3")

AS_READ, NONE = "as-read", "none"
"""In place of a measure: the one that was read, and none."""


def figures_(options: Options) -> int:
    """Prints the register, the worst groups first; or keeps and prints what was decided."""
    from briefer.services.register import read_register

    kept = library(options)
    found = read_register(kept, progress)
    for wish, fulfil in WISHES.items():
        if getattr(options, wish):
            return fulfil(kept, found, options)
    groups = [one for one in found.groups if _wanted(one, options)]
    known = found.known()
    if options.json:
        show([group_form(one, known, found) for one in groups])
        return DONE
    for group in groups:
        _print(group, known, found)
    for hint in found.hints:
        print(f"    Sums: {hint}")
    if not groups:
        say("no source states a figure of a measure that is known.")
    return DONE


def _wanted(group: Group, options: Options) -> bool:
    enough = SHOWN.index(group.level) >= SHOWN.index(options.level)
    return enough and options.measure in ("", group.measure, group.name)


def _print(group: Group, known: Known, found: "Register") -> None:
    names = found.names()
    possible = "possible: " if group.possible else ""
    print(f"{group.level}  {possible}{group.name}: {VERDICTS[group.level]}")
    if group.level != "C0":
        print(f"    {group.why}")
    for one in group.statements:
        print(f"    {one.short_id()}  {where_said(one, names)}{_dated(one)}\n        {_line(one)}")
    for decision in decided_about(group.statements, found.decisions):
        print(f"    {_decided(decision, known, names)}")


def _dated(one: Statement) -> str:
    when = one.moment
    dated = when.as_of or "/".join(part for part in (when.since, when.until) if part)
    return f" (as of {dated})" if dated else f" ({when.text}, undated)" if when.text else ""


def _line(one: Statement) -> str:
    return " ".join(one.sentence.split())


def _decided(decision: Decision, known: Known, names: Names) -> str:
    about = tuple(known[key] for key in (decision.one, decision.two) if key in known)
    pair = " and ".join(one.short_id() for one in about)
    return f"{pair}: {decision_said(decision, about, names)}"


def _decide(kept: Library, found: "Register", options: Options) -> int:
    """Keeps a decision; of “keep”, the statement named first is the one to be used."""
    from briefer.services.register import decide, find_statement

    verdict, first, second = options.decide
    if verdict not in (*DECIDED, "open"):
        raise WrongRequest(
            f"“{verdict}” is nothing that can be decided.",
            f"Say one of: {', '.join(DECIDED)}; or open, to take a decision back.",
        )
    one, two = (key_of(find_statement(found, name)) for name in (first, second))
    keeps = one if verdict == "keep" else None
    decide(kept, Decision(one, two, verdict, options.reason, keeps))
    said = DECIDED.get(verdict, "nothing is decided any more")
    say(f"{first} and {second}: {said}.")
    return DONE


def _assign(kept: Library, found: "Register", options: Options) -> int:
    """Gives statements a measure; the last word names it."""
    from briefer.services.register import assign, find_statement

    *names, measure = options.assign
    if not names:
        raise WrongRequest("Which statements?", "Name them, and then the measure.")
    some = [find_statement(found, name) for name in names]
    given = {AS_READ: None, NONE: ""}.get(measure, measure)
    assign(kept, some, given)
    say(f"{', '.join(names)}: {measure}.")
    return DONE


def _decisions(_: Library, found: "Register", options: Options) -> int:
    known, names = found.known(), found.names()
    if options.json:
        show([decision_form(one, known, names) for one in found.decisions.values()])
        return DONE
    for one in found.decisions.values():
        print(_decided(one, known, names))
    if not found.decisions:
        say("nothing was decided yet.")
    return DONE


def _of_briefing(_: Library, found: "Register", options: Options) -> int:
    """Prints the figures of a briefing that clash or have grown old."""
    from briefer.services.briefings import open_briefing
    from briefer.services.conflicts import conflicts

    opened = open_briefing(Path(options.briefing))
    said = conflicts(opened.briefing, opened.sources, found)
    if options.json:
        show(conflicts_form(said))
        return DONE
    for line in (*said.said(), *said.recorded(opened.briefing)[len(said.clashes) :]):
        print(line)
    if not said.clashes and not said.aged:
        say("no figures of this briefing clash or have grown old.")
    return DONE


WISHES: Mapping[str, Callable[[Library, "Register", Options], int]] = {
    "decide": _decide,
    "assign": _assign,
    "decisions": _decisions,
    "briefing": _of_briefing,
}
"""What else than the list of groups can be wished: the option, and what is done then."""
