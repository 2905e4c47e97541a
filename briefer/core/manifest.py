"""The proof that travels inside an export: every item with its words, place and source."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.document import (
    Block,
    Bullet,
    Document,
    Heading,
    Quote,
    Run,
    Table,
    block_text,
    runs_text,
)
from briefer.core.model import Briefing, Kind, Passage, Pick, Range, Source
from briefer.core.operations import Operation
from briefer.core.quoted import quoted
from briefer.core.record import Record, shown
from briefer.core.redaction import masked, redacted
from briefer.core.selectors import TextQuoteSelector
from briefer.core.styles import Style

PLAIN_NAME = re.compile(r"[0-9a-z]{1,20}")
"""Ids that can be part of a bookmark's name as they are."""


class PrintedItem(Struct, frozen=True, omit_defaults=True):
    """A pick as it was printed, and where its words stand in its source.

    `words` are what the pick prints; `text` is the whole paragraph: marks, speaker and citation
    too. Redacted words are masked in the passages (see redaction.py).
    """

    id: str
    kind: Kind
    section: str
    source: str
    passages: tuple[Passage, ...]
    words: str
    citation: str
    text: str
    speaker: str = ""
    """As printed; empty where none is."""
    operations: tuple[Operation, ...] = ()


class CitedSource(Struct, frozen=True, omit_defaults=True):
    """A source as it was cited: the hash of its file, and that of its canonical text."""

    id: str
    label: str
    sha256: str
    text_sha256: str
    record: Record = {}


class PrintedSection(Struct, frozen=True):
    """A heading as it was printed."""

    key: str
    heading: str


class Manifest(Struct, frozen=True, omit_defaults=True):
    """What an exported file said when it was written."""

    style: Style
    sections: tuple[PrintedSection, ...] = ()
    items: tuple[PrintedItem, ...] = ()
    """In the order in which they were printed."""
    sources: tuple[CitedSource, ...] = ()
    quoted: tuple[str, ...] = ()
    """Quotations and citation tags outside the items: titles, header block, own text."""
    marking: str = ""
    footer: str = ""


def make_manifest(
    briefing: Briefing, sources: Mapping[str, Source], document: Document
) -> Manifest:
    """The manifest of a composed document; `sources` (id -> source) holds all that it cites.

    Words that any item redacts are masked wherever the passages of that source say them, and in
    the context kept with them; a field of a source record that says them is left out.
    """
    picks = {one.id: one for one in briefing.picks()}
    cited = [*dict.fromkeys(one.source for one in briefing.picks())]
    done = [(one.source, one.operations) for one in briefing.picks()]
    hidden = {
        id: redacted(sources[id], [one for source, all_ in done if source == id for one in all_])
        for id in cited
    }
    items: list[PrintedItem] = []
    sections: list[PrintedSection] = []
    around = [document.title, document.marking, document.footer]
    for block in document.blocks:
        if isinstance(block, Bullet | Quote) and block.item in picks:
            pick = picks[block.item]
            items.append(_item(pick, block, sections[-1].key, hidden[pick.source]))
            continue
        if isinstance(block, Heading):
            sections.append(PrintedSection(block.key, block.text))
        around += _texts(block)
    return Manifest(
        style=briefing.style,
        sections=tuple(sections),
        items=tuple(items),
        sources=tuple(
            _cited(sources[id], f"S{number}", hidden[id])
            for number, id in enumerate(cited, start=1)
        ),
        quoted=tuple(dict.fromkeys(one for text in around for one in quoted(text))),
        marking=document.marking,
        footer=document.footer,
    )


def _texts(block: Block) -> list[str]:
    """The words of a block as a reader finds them: each cell of a table by itself."""
    if isinstance(block, Table):
        return [text for row in block.rows for text in (row.label, row.value)]
    return [block_text(block)]


def _item(pick: Pick, block: Bullet | Quote, section: str, hidden: Sequence[Range]) -> PrintedItem:
    return PrintedItem(
        id=pick.id,
        kind=pick.kind,
        section=section,
        source=pick.source,
        passages=tuple(_masked(one, hidden) for one in pick.passages),
        words=_text_of(block.runs, pick.id, "verbatim", "editorial"),
        citation=_text_of(block.runs, pick.id, "citation"),
        text=runs_text(block.runs),
        speaker=pick.speaker if isinstance(block, Quote) else "",
        operations=pick.operations,
    )


def _text_of(runs: tuple[Run, ...], item: str, *roles: str) -> str:
    return "".join(run.text for run in runs if run.item == item and run.role in roles)


def _cited(source: Source, label: str, hidden: Sequence[Range]) -> CitedSource:
    words = {source.text[start:end] for start, end in hidden}
    record = {
        name: field
        for name, field in source.record.items()
        if not any(one in shown(field.value) for one in words)
    }
    return CitedSource(source.id, label, source.sha256, source.text_sha256(), record)


def _masked(passage: Passage, hidden: Sequence[Range]) -> Passage:
    start, end = passage.position.start, passage.position.end
    quote = passage.quote
    return replace(
        passage,
        quote=TextQuoteSelector(
            masked(quote.exact, start, hidden),
            masked(quote.prefix, start - len(quote.prefix), hidden),
            masked(quote.suffix, end, hidden),
        ),
    )


def anchor(kind: str, name: str) -> str:
    """The name of the bookmark around an item or a heading: a letter first, 40 at most.

    A name that a bookmark cannot have, or that could tell of a person, is replaced by its hash.
    """
    plain = name if PLAIN_NAME.fullmatch(name) else hashlib.sha256(name.encode()).hexdigest()[:16]
    return f"briefer_{kind}_{plain}"
