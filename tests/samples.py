"""Sources that tests make by hand."""

import hashlib

from briefer.core import document as d
from briefer.core.manifest import anchor
from briefer.core.model import Source
from briefer.core.record import Field
from briefer.core.text import canonical
from briefer.core.visible import Seen
from briefer.paths import seeds

SPEECH = """# Remarks

Dear colleagues,

Casualties are rising again. Over 55 million mines have been destroyed.

“The Convention has saved countless lives and must endure,” said Ms Example. It’s clear.

- Over 30 countries are free of mines;
- We call on all States to join."""


def make_source(text: str = SPEECH, file: str = "remarks.md", **record: Field) -> Source:
    """A source of some Markdown text, with the record fields given."""
    data = text.encode()
    made = canonical(text)
    sha256 = hashlib.sha256(data).hexdigest()
    fields = {name.replace("_", "-"): field for name, field in record.items()}
    return Source(
        sha256[:16], file, sha256, "text/markdown", "utf-8", made.text, made.places, made.marks,
        made.log, fields,
    )  # fmt: skip


def seen(document: d.Document) -> tuple[Seen, ...]:
    """The paragraphs of a document as a reader of the exported file finds them."""
    found = [Seen(document.title)]
    for block in document.blocks:
        text = d.block_text(block)
        match block:
            case d.Table():
                found += [Seen(part) for row in block.rows for part in (row.label, row.value)]
            case d.Heading():
                found.append(Seen(text, (anchor("heading", block.key),)))
            case d.Bullet() | d.Quote() if block.item:
                quote = isinstance(block, d.Quote)
                found.append(Seen(text, (anchor("item", block.item),), quote))
            case _:
                found.append(Seen(text))
    return tuple(found)


def seed_sources() -> list[Source]:
    """The five sample documents, without their records."""
    return [
        make_source(file.read_text("utf-8"), file.name) for file in sorted(seeds().glob("*.txt"))
    ]
