"""What may be done to a quotation, as data: typed operations over places in its source."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Offset = Annotated[int, Meta(ge=0)]
"""Code points from the beginning of the source's canonical text."""


class Omit(Struct, frozen=True, tag_field="op", tag="omit"):
    """Words left out, shown “[...]”."""

    start: Offset
    end: Offset


class Insert(Struct, frozen=True, tag_field="op", tag="insert"):
    """Words put in, shown in square brackets."""

    at: Offset
    text: str


class Gloss(Struct, frozen=True, tag_field="op", tag="gloss"):
    """Words of the source for which others stand, shown in square brackets."""

    start: Offset
    end: Offset
    text: str


class Case(Struct, frozen=True, tag_field="op", tag="case"):
    """One letter made a capital or a small one, shown “[T]” or silently, as the style says."""

    at: Offset


class Sic(Struct, frozen=True, tag_field="op", tag="sic"):
    """“[sic]” right after a word that the source has so; `at` is where that word ends."""

    at: Offset


class Erratum(Struct, frozen=True, tag_field="op", tag="erratum"):
    """A misprint of one word put right silently; `approved` names the role that approved it."""

    start: Offset
    end: Offset
    text: str
    approved: str = ""


class Emphasis(Struct, frozen=True, tag_field="op", tag="emphasis"):
    """Italics added to words, or the source's own emphasis left out; the citation says so."""

    start: Offset
    end: Offset
    how: Literal["added", "omitted"]


class Redact(Struct, frozen=True, tag_field="op", tag="redact"):
    """Words blacked out, shown “[redacted]”; they are not in the bytes of an export."""

    start: Offset
    end: Offset


class Punctuation(Struct, frozen=True, tag_field="op", tag="punctuation"):
    """The last stop, comma, colon or semicolon dropped; `at` is where it stands."""

    at: Offset


class Marks(Struct, frozen=True, tag_field="op", tag="marks"):
    """A pair of inner quotation marks, at both ends of the range, printed as the style's own."""

    start: Offset
    end: Offset


Operation = Omit | Insert | Gloss | Case | Sic | Erratum | Emphasis | Redact | Punctuation | Marks


class Reason(Struct, frozen=True):
    """Why a person let a finding stand: its rule, the range it is about, and what was typed."""

    rule: str
    start: int
    end: int
    text: str


def span(operation: Operation) -> tuple[int, int]:
    """The range of the source that an operation is about; empty for what is put in."""
    match operation:
        case Insert(at=at) | Sic(at=at):
            return at, at
        case Case(at=at) | Punctuation(at=at):
            return at, at + 1
        case _:
            return operation.start, operation.end
