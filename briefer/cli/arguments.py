"""What a command of the table says of itself, and how argparse is told."""

import argparse
from collections.abc import Sequence
from typing import Any, NamedTuple


class Argument(NamedTuple):
    """A positional argument or an option, as argparse takes it."""

    names: tuple[str, ...]
    settings: dict[str, Any]


class Command(NamedTuple):
    """A command: its name, what it does, the function, its arguments.

    One with commands beneath it (`verbs`) has no function and no arguments of its own.
    """

    name: str
    does: str
    run: Any = None
    arguments: Sequence[Argument] = ()
    library: bool = True
    verbs: "Sequence[Command]" = ()


def argument(*names: str, **settings: Any) -> Argument:
    """An argument with argparse's settings."""
    return Argument(names, settings)


JSON = argument("--json", action="store_true", help="print one JSON document")


def add_commands(parser: argparse.ArgumentParser, kept_as: str, table: Sequence[Command]) -> None:
    """Adds the commands of a table; the one chosen is kept under a name, its function as `run`."""
    commands = parser.add_subparsers(dest=kept_as, required=True, metavar=kept_as.upper())
    for command in table:
        one = commands.add_parser(command.name, help=command.does, description=command.does)
        if command.verbs:
            add_commands(one, "verb", command.verbs)
            continue
        for each in command.arguments:
            one.add_argument(*each.names, **each.settings)
        if command.library:
            one.add_argument("--library", metavar="PATH", help="another library file")
        one.set_defaults(run=command.run)
