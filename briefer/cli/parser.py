"""Every command with its arguments, as tables."""

import argparse
from collections.abc import Sequence
from typing import Any, NamedTuple

from briefer import __version__
from briefer.cli import briefings, figures, library, revisions, templates
from briefer.core.model import KINDS
from briefer.core.styles import PROFILES


class Argument(NamedTuple):
    """A positional argument or an option, as argparse takes it."""

    names: tuple[str, ...]
    settings: dict[str, Any]


class Command(NamedTuple):
    """A command: its name, what it does, the function, its arguments."""

    name: str
    does: str
    run: Any
    arguments: Sequence[Argument] = ()
    library: bool = True


def _argument(*names: str, **settings: Any) -> Argument:
    return Argument(names, settings)


def _count(text: str) -> int:
    """A number of at least 1; argparse turns a ValueError into wrong usage."""
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


JSON = _argument("--json", action="store_true", help="print one JSON document")
KIND = _argument("--kind", choices=KINDS, help="only this kind")
SOURCE = _argument("source", metavar="SOURCE", help="id, beginning of an id, or file name")
BRIEFING = _argument("file", metavar="F.briefing")
STYLE = _argument("--style", choices=tuple(PROFILES), help="house style of quoting")
OPERATION = _argument(
    "--op", action="append", default=[], metavar="JSON", help="an operation on the words"
)
REASON = _argument("--reason", default="", metavar="TEXT", help="why what the rules find may stand")
ITEM = _argument("item", metavar="ITEM", help="the item's id")
TAKEN_FROM = _argument("--source", required=True, metavar="S")
PASSAGES = (
    _argument(
        "--exact",
        action="append",
        default=[],
        metavar="WORDS",
        help="the words, as the source has them; again for a further passage",
    ),
    _argument("--start", type=int, action="append", default=[], metavar="N"),
    _argument("--end", type=int, action="append", default=[], metavar="N"),
)

COMMANDS = (
    Command(
        "import",
        "take files or folders into the library",
        library.import_,
        (
            _argument("paths", nargs="+", metavar="PATH", help="- is standard input"),
            _argument("--name", default="", metavar="N", help="file name of standard input"),
            _argument("--password", default="", metavar="P", help="opens locked documents"),
            _argument("--encoding", default="", metavar="E", help="of texts, if not as guessed"),
            _argument(
                "--by-reference",
                action="store_true",
                help="keep where files lie instead of their bytes",
            ),
            _argument("--supersedes", metavar="SOURCE", help="the source it is a new version of"),
            _argument(
                "--briefing",
                action="append",
                default=[],
                metavar="F.briefing",
                help="say what became of the items of this briefing, too",
            ),
            JSON,
        ),
    ),
    Command(
        "sources",
        "list the sources in the library",
        library.sources,
        (_argument("--trash", action="store_true", help="list those in the trash"), JSON),
    ),
    Command("show", "print a source: text, places, record, log", library.show_, (SOURCE, JSON)),
    Command(
        "search",
        "find words in the sources",
        library.search_,
        (
            _argument("words", nargs="+", metavar="WORDS"),
            KIND,
            _argument("--limit", type=_count, default=50, metavar="N", help="at most N hits"),
            JSON,
        ),
    ),
    Command(
        "lookup",
        "find where words come from: exactly, with brackets read, or nearly",
        library.lookup,
        (_argument("words", nargs="+", metavar="WORDS"), JSON),
    ),
    Command(
        "suggest",
        "propose facts, quotes and talking points",
        library.suggest_,
        (_argument("sources", nargs="*", metavar="SOURCE"), KIND, JSON),
    ),
    Command(
        "figures",
        "list the figures of the sources by measure, those that disagree first",
        figures.figures_,
        (
            _argument(
                "--level", choices=figures.SHOWN, default="C0", help="this level and those above"
            ),
            _argument("--measure", default="", metavar="KEY", help="only this measure"),
            JSON,
        ),
    ),
    Command("remove", "move a source to the trash", library.remove, (SOURCE,)),
    Command("restore", "take a source out of the trash", library.restore, (SOURCE,)),
    Command(
        "templates",
        "list the templates, or show, add, rename, duplicate, hand over or remove one",
        templates.run,
        (
            _argument("verb", nargs="?", choices=tuple(templates.VERBS), metavar="VERB"),
            _argument("name", nargs="?", metavar="NAME", help="a template; for add, a file"),
            _argument("--title", metavar="T", help="title of the template that is made or renamed"),
            _argument("-o", "--output", metavar="FILE", help="where to hand a template over"),
            JSON,
        ),
    ),
    Command(
        "new",
        "make a briefing from a template",
        briefings.new,
        (
            _argument("template", metavar="TEMPLATE"),
            _argument("-o", "--output", required=True, metavar="F.briefing"),
            _argument("--title", metavar="T"),
            _argument(
                "--set", action="append", default=[], metavar="FIELD=VALUE", help="header field"
            ),
            _argument("--fill", action="store_true", help="place suggestions, to be reviewed"),
            STYLE,
        ),
    ),
    Command(
        "add",
        "pick words of a source into a section",
        briefings.add,
        (
            BRIEFING,
            _argument("section", metavar="SECTION", help="key or heading"),
            TAKEN_FROM,
            *PASSAGES,
            _argument(
                "--lead-in", action="store_true", help="a list item with the words that lead to it"
            ),
            KIND,
            OPERATION,
            REASON,
        ),
    ),
    Command(
        "edit",
        "change what is done to the words of an item",
        briefings.edit,
        (
            BRIEFING,
            ITEM,
            OPERATION,
            _argument("--clear", action="store_true", help="take back what was done before"),
            REASON,
        ),
    ),
    Command(
        "revisions",
        "say what became of the items whose source is superseded",
        revisions.revisions_,
        (_argument("files", nargs="+", metavar="F.briefing"), JSON),
    ),
    Command(
        "reanchor",
        "take the words of an item from another source",
        revisions.reanchor,
        (BRIEFING, ITEM, TAKEN_FROM, *PASSAGES, REASON),
    ),
    Command(
        "primary",
        "look for the speaker's own text behind what is quoted at second hand",
        revisions.primary,
        (BRIEFING, _argument("item", nargs="?", metavar="ITEM", help="only this item"), JSON),
    ),
    Command("outline", "print what a briefing holds", briefings.outline_, (BRIEFING, JSON)),
    Command(
        "check",
        "compare every pick with its source, or an exported file with the proof in it",
        briefings.check_,
        (
            _argument("file", metavar="F", help="F.briefing, F.docx or F.pdf"),
            JSON,
            _argument(
                "--library",
                nargs="?",
                const="",
                metavar="PATH",
                help="compare with the library's copies instead of those in the file",
            ),
        ),
        library=False,
    ),
    Command(
        "export",
        "write a briefing as DOCX or PDF",
        briefings.export,
        (
            BRIEFING,
            _argument("-o", "--output", required=True, metavar="OUT", help="OUT.docx or OUT.pdf"),
            _argument("--final", action="store_true", help="state what a draft shows as a gap"),
            STYLE,
            _argument("--record", action="store_true", help="with the verification record behind"),
        ),
    ),
    Command(
        "record",
        "print the verification record of a briefing, or write it",
        briefings.record,
        (
            BRIEFING,
            _argument("-o", "--output", metavar="OUT", help="OUT.docx, OUT.pdf or OUT.json"),
            JSON,
        ),
    ),
    Command(
        "demo",
        "make a real brief from the sample library, then open the window on it",
        briefings.demo,
        (_argument("-o", "--output", default="briefer-demo", metavar="FOLDER"),),
    ),
    Command(
        "open",
        "open the window",
        briefings.open_,
        (_argument("file", nargs="?", metavar="F.briefing"),),
    ),
)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; the chosen command's function is `run`."""
    top = argparse.ArgumentParser(
        prog="briefer",
        description="Briefings built from verbatim, cited passages. Without a command: the window.",
    )
    top.add_argument("--version", action="version", version=f"briefer {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        one = commands.add_parser(command.name, help=command.does, description=command.does)
        for argument in command.arguments:
            one.add_argument(*argument.names, **argument.settings)
        if command.library:
            one.add_argument("--library", metavar="PATH", help="another library file")
        one.set_defaults(run=command.run)
    return top
