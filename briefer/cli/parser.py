"""Every command with its arguments, as tables."""

import argparse
from typing import Any

from briefer import __version__
from briefer.cli import (
    briefings,
    library,
    records,
    revisions,
    searching,
    templates,
    versions,
)
from briefer.cli.arguments import JSON, Argument, Command, add_commands
from briefer.cli.arguments import argument as _argument
from briefer.cli.figure_commands import FIGURES, SUGGEST
from briefer.cli.keeping_commands import KEEPING
from briefer.core.model import KINDS
from briefer.core.styles import PROFILES


def _many(name: str, metavar: str, help: str, **more: Any) -> Argument:
    """An option that may be given several times."""
    return _argument(name, action="append", default=[], metavar=metavar, help=help, **more)


def _count(text: str) -> int:
    """A number of at least 1; argparse turns a ValueError into wrong usage."""
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def _offset(text: str) -> int:
    """A number of at least 0."""
    if int(text) < 0:
        raise ValueError(text)
    return int(text)


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

ALSO = _argument(
    "--briefing",
    action="append",
    default=[],
    metavar="F.briefing",
    help="say what became of the items of this briefing, too",
)
WORDS = _argument(
    "words", nargs="*", metavar="WORDS", help="before words that begin with a minus put --"
)
FILTERS = (
    _argument("--speaker", metavar="S"),
    _argument("--type", metavar="T", help="of the document"),
    _argument("--tag", metavar="T"),
    _argument("--language", metavar="L"),
    _argument("--after", metavar="D", help="later than a year, month or day: 2024, 2024-06"),
    _argument("--before", metavar="D"),
)
PAGE = (
    _argument("--limit", type=_count, default=50, metavar="N", help="at most N hits"),
    _argument("--offset", type=_offset, default=0, metavar="N", help="leave out the first N"),
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
            ALSO,
            JSON,
        ),
    ),
    Command(
        "sources",
        "list the sources in the library",
        library.sources,
        (
            WORDS,
            *FILTERS,
            _argument("--trash", action="store_true", help="list those in the trash"),
            JSON,
        ),
    ),
    Command("show", "print a source: text, places, record, log", library.show_, (SOURCE, JSON)),
    Command(
        "search",
        'find words in the sources: words, "phrases", -excluded, speaker:NAME, is:undated …',
        searching.search_,
        (WORDS, KIND, *FILTERS, *PAGE, JSON),
    ),
    Command(
        "tag",
        "give tags to sources, or take them away",
        searching.tag,
        (
            _argument("sources", nargs="+", metavar="SOURCE"),
            _argument("--add", action="append", default=[], metavar="TAG"),
            _argument("--remove", action="append", default=[], metavar="TAG"),
        ),
    ),
    Command(
        "tags",
        "list the tags, or rename one",
        searching.tags,
        (
            _argument("--rename", nargs=2, metavar=("OLD", "NEW"), help="into one there is, too"),
            JSON,
        ),
    ),
    Command(
        "searches",
        "list saved searches, run, save or forget one",
        searching.searches,
        (
            _argument("name", nargs="?", default="", metavar="NAME", help="the search to run"),
            _argument("words", nargs="*", metavar="WORDS", help="with --save, what to look for"),
            _argument("--save", action="store_true", help="keep WORDS under NAME"),
            _argument("--forget", action="store_true", help="forget the search NAME"),
            *PAGE,
            JSON,
        ),
    ),
    Command(
        "lookup",
        "find where words come from: exactly, with brackets read, or nearly",
        library.lookup,
        (_argument("words", nargs="+", metavar="WORDS"), JSON),
    ),
    SUGGEST,
    Command(
        "supersede",
        "say that a source is a new version of another",
        versions.supersede,
        (
            _argument("new", metavar="NEW"),
            _argument("old", metavar="OLD"),
            _argument("--undo", action="store_true", help="it is not: take that back"),
            _argument("--refuse", action="store_true", help="do not propose it again"),
            ALSO,
        ),
    ),
    Command(
        "withdraw",
        "mark a source that those who issued it withdrew",
        versions.withdraw,
        (
            SOURCE,
            _argument("--reason", default="", metavar="TEXT", help="why, as far as it is known"),
            _argument("--undo", action="store_true", help="it was not withdrawn"),
        ),
    ),
    Command("uses", "list the briefings that use a source", versions.uses, (SOURCE, JSON)),
    Command(
        "duplicates",
        "list what different sources say alike, and what differs",
        versions.duplicates_,
        (_argument("sources", nargs="*", metavar="SOURCE", help="only these with others"), JSON),
    ),
    Command(
        "describe",
        "print the record of a source, or say what it leaves open",
        records.describe,
        (
            SOURCE,
            _many("--set", "FIELD=VALUE", "a value; names as “Given Family, Office; …”"),
            _many("--unset", "FIELD", "it is unknown"),
            _many("--confirm", "FIELD", "an inferred or carried-over value is right; or all"),
            _many("--revert", "FIELD", "back to what was read at import; or all"),
            _many("--from", "FIELD=START-END", "the text says it at this range", dest="taken"),
            _argument("--history", action="store_true", help="all that was said of it"),
            JSON,
        ),
    ),
    Command(
        "references",
        "write records as CSL-JSON or RIS, or take from such a file what is unknown",
        records.references,
        (
            _argument("sources", nargs="*", metavar="SOURCE"),
            _argument("-o", "--output", metavar="F", help="F.json or F.ris; else printed as JSON"),
            _argument("--import", dest="imported", metavar="F", help="F.json or F.ris"),
            JSON,
        ),
    ),
    FIGURES,
    Command("remove", "move a source to the trash", library.remove, (SOURCE,)),
    Command("restore", "take a source out of the trash", library.restore, (SOURCE,)),
    *KEEPING,
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
            _argument(
                "--accept-contradictions",
                action="store_true",
                help="write it although figures contradict each other and nobody decided",
            ),
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
    add_commands(top, "command", COMMANDS)
    return top
