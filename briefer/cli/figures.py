"""The command that shows which figures of the library disagree."""

from typing import Any

from briefer.cli.output import DONE, Options, library, say, show
from briefer.core.measures import Level
from briefer.core.model import Source
from briefer.core.register import VERDICTS, Group
from briefer.core.statements import Statement
from briefer.services.register import Register, read_register

SHOWN: tuple[Level, ...] = ("C0", "C1", "C2", "C3")


def figures_(options: Options) -> int:
    """Prints the register, the worst groups first."""
    found = read_register(library(options))
    groups = [one for one in found.groups if _wanted(one, options)]
    if options.json:
        show([_group(one, found) for one in groups])
        return DONE
    for group in groups:
        possible = "possible: " if group.possible else ""
        print(f"{group.level}  {possible}{group.name}: {VERDICTS[group.level]}")
        if group.level != "C0":
            print(f"    {group.why}")
        for one in group.statements:
            source = found.sources[one.source]
            print(f"    {source.file}, {one.place}{_dated(one)}\n        {_sentence(one, source)}")
    for hint in found.hints:
        print(f"    Sums: {hint}")
    if not groups:
        say("no source states a figure of a measure that is known.")
    return DONE


def _wanted(group: Group, options: Options) -> bool:
    enough = SHOWN.index(group.level) >= SHOWN.index(options.level)
    return enough and options.measure in ("", group.measure)


def _dated(one: Statement) -> str:
    when = one.moment
    dated = when.as_of or "/".join(part for part in (when.since, when.until) if part)
    return f" (as of {dated})" if dated else f" ({when.text}, undated)" if when.text else ""


def _sentence(one: Statement, source: Source) -> str:
    return " ".join(source.text[one.start : one.end].split())


def _group(group: Group, found: Register) -> dict[str, Any]:
    return {
        "measure": group.measure or None,
        "name": group.name,
        "level": group.level,
        "possible": group.possible,
        "why": group.why,
        "values": [_value(one, found.sources[one.source]) for one in group.statements],
        "pairs": [
            {
                "one": group.statements.index(pair.one),
                "two": group.statements.index(pair.two),
                "level": pair.level,
                "why": pair.why,
            }
            for pair in group.pairs
        ],
    }


def _value(one: Statement, source: Source) -> dict[str, Any]:
    figure, when = one.figure, one.moment
    return {
        "source": source.id,
        "file": source.file,
        "place": one.place,
        "start": one.start,
        "end": one.end,
        "exact": source.text[one.start : one.end],
        "text": source.text[one.at : one.to],
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
