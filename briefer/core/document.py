"""The composed document: blocks and runs that name roles and never fonts."""

from typing import Literal

from msgspec import Struct

RunRole = Literal["text", "verbatim", "editorial", "citation", "gap", "strong"]
ParagraphRole = Literal["body", "question", "note"]


class Run(Struct, frozen=True):
    """Some words and the part they play; `item` is the id of the pick they belong to.

    `verbatim` are a source's words, `editorial` what stands for or beside them in brackets.
    """

    text: str
    role: RunRole = "text"
    item: str = ""
    emphasis: bool = False
    """Printed in italics."""


class Heading(Struct, frozen=True, tag=True):
    """A heading of level 1 to 3; `key` is unique in the document."""

    text: str
    level: int
    key: str


class Paragraph(Struct, frozen=True, tag=True):
    """A paragraph of running text."""

    runs: tuple[Run, ...]
    role: ParagraphRole = "body"


class Bullet(Struct, frozen=True, tag=True):
    """An item of a bulleted list; `item` is the id of the pick that it prints, if it does."""

    runs: tuple[Run, ...]
    item: str = ""


class Quote(Struct, frozen=True, tag=True):
    """A quotation set apart, with its marks and its citation; `item` is the id of its pick."""

    runs: tuple[Run, ...]
    item: str = ""


class Row(Struct, frozen=True):
    """A row of a table of details: what it is, and what it says."""

    label: str
    value: str


class Table(Struct, frozen=True, tag=True):
    """A table of two columns; `caption` is its description for those who cannot see it."""

    caption: str
    rows: tuple[Row, ...]


class SourceEntry(Struct, frozen=True, tag=True):
    """An entry of the source list, under the label its citations use (S1, S2 …)."""

    label: str
    runs: tuple[Run, ...]


Block = Heading | Paragraph | Bullet | Quote | Table | SourceEntry


class Document(Struct, frozen=True):
    """What is written: everything resolved, so that a writer looks nothing up."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    marking: str = ""
    """Printed at the head and foot of every page; empty for none."""
    footer: str = ""
    """Printed at the foot beside the page number: reference, issue, date of the facts."""
    created: str = "1980-01-01T00:00:00Z"
    """UTC, ISO 8601: the only date in the file's properties."""
    manifest: bytes = b""
    """The proof that travels inside the file (see manifest.py), as JSON; empty for none."""


def plain_text(document: Document) -> str:
    """Every word of the body in reading order, a line a block; table rows as label, tab, value.

    Heads and feet of pages are not in it. Both writers must carry exactly these words.
    """
    return "\n".join([document.title, *map(block_text, document.blocks)])


def block_text(block: Block) -> str:
    """The words of one block."""
    match block:
        case Heading():
            return block.text
        case Table():
            return "\n".join(f"{row.label}\t{row.value}" for row in block.rows)
        case SourceEntry():
            return f"{block.label}\t{runs_text(block.runs)}"
        case _:
            return runs_text(block.runs)


def runs_text(runs: tuple[Run, ...]) -> str:
    """The words of some runs, joined."""
    return "".join(run.text for run in runs)
