"""The nouns of the program: sources, picks, own text, sections and briefings."""

import hashlib
import uuid
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Annotated, Literal

from msgspec import Meta, Struct

from briefer.core.errors import QuoteMismatch
from briefer.core.notices import Notice
from briefer.core.operations import Operation, Reason
from briefer.core.record import Record, text_of
from briefer.core.selectors import TextPositionSelector, TextQuoteSelector, select
from briefer.core.styles import Style

Kind = Literal["fact", "quote", "talking_point"]
Form = Literal["text", "talking_point", "question", "detail", "reference"]
Accepted = Literal["fact", "quote", "talking_point", "text", "question", "detail", "reference"]
Voice = Literal["attributed", "agreed", "own"]
Role = Literal[
    "title", "heading", "body", "list_item", "quotation", "caption", "footnote", "boilerplate",
    "table_cell",
]  # fmt: skip
MarkKind = Literal["strong", "emphasis", "line_break"]
CitationMode = Literal["footnote", "endnote", "bracket", "source-line", "spoken", "none-in-body"]

KINDS: tuple[Kind, ...] = ("fact", "quote", "talking_point")
FORMS: tuple[Form, ...] = ("text", "talking_point", "question", "detail", "reference")


def new_id() -> str:
    """A new identifier: twelve random hexadecimal digits."""
    return uuid.uuid4().hex[:12]


class Change(Struct, frozen=True):
    """One entry of the conversion log: a range of the decoded original, and what replaced it."""

    start: int
    end: int
    text: str


class Mark(Struct, frozen=True):
    """Markup taken out of the text: a range of the canonical text and what it was."""

    start: int
    end: int
    kind: MarkKind


class Place(Struct, frozen=True, omit_defaults=True):
    """A numbered paragraph: its range in the canonical text, its role and its page, if any."""

    number: int
    start: int
    end: int
    role: Role = "body"
    page: str | None = None
    level: int = 0
    marker: str = ""

    def label(self) -> str:
        """How a citation pins this place: page and paragraph number of the text as held."""
        return f"p. {self.page}, para. {self.number}" if self.page else f"para. {self.number}"


_START = attrgetter("start")


class Source(Struct, frozen=True):
    """A document in the library: its text never changes, and its id is made from its bytes."""

    id: str
    file: str
    sha256: str
    media_type: str
    encoding: str
    text: str
    places: tuple[Place, ...]
    marks: tuple[Mark, ...] = ()
    log: tuple[Change, ...] = ()
    record: Record = {}

    def place_at(self, offset: int) -> Place | None:
        """The paragraph that `offset` (code points) lies in or after; None before the first."""
        index = bisect_right(self.places, offset, key=_START) - 1
        return self.places[index] if index >= 0 else None

    def name(self) -> str:
        """What the source is called in a list: its title, or the file name it came with."""
        return text_of(self.record, "title") or self.file

    def opening(self, words: int = 6) -> str:
        """The first words of the text, for a source that states no title."""
        return " ".join(self.text.split(maxsplit=words)[:words])

    def text_sha256(self) -> str:
        """The SHA-256 of the canonical text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Passage(Struct, frozen=True):
    """One range of one source, as the W3C position and quote selectors."""

    position: TextPositionSelector
    quote: TextQuoteSelector


class Pick(Struct, frozen=True, tag="pick", omit_defaults=True):
    """Words taken from a source, kept as the place where they stand."""

    id: str
    kind: Kind
    source: str
    text_sha256: str
    passages: Annotated[tuple[Passage, ...], Meta(min_length=1)]
    speaker: str = ""
    voice: Voice = "attributed"
    comment: str = ""
    tags: tuple[str, ...] = ()
    review: str = ""
    """Why the program proposed this pick; empty once a person has reviewed it."""
    operations: tuple[Operation, ...] = ()
    """What was done to the words, in the order of the source (see quotation.ordered)."""
    reasons: tuple[Reason, ...] = ()
    """Why a person let what the rules found stand."""

    @property
    def start(self) -> int:
        """Where the pick begins, in code points of the source's text."""
        return self.passages[0].position.start

    @property
    def end(self) -> int:
        """Where the pick ends, in code points of the source's text."""
        return self.passages[-1].position.end

    @property
    def exact(self) -> str:
        """The words kept with the pick, to be compared with its source."""
        return " [...] ".join(passage.quote.exact for passage in self.passages)


class Prose(Struct, frozen=True, tag="prose", omit_defaults=True):
    """Words of the user's own. `label` is the question, or the name of a detail."""

    id: str
    text: str
    form: Form = "text"
    label: str = ""
    reasons: tuple[Reason, ...] = ()
    """Why a person let what the rules found stand; ranges are of `text`."""


Item = Pick | Prose


class Limit(Struct, frozen=True, omit_defaults=True):
    """What a section may hold: items and words; None where there is no limit."""

    items: int | None = None
    items_at_most: int | None = None
    items_at_least: int | None = None
    words: int | None = None
    seconds: int | None = None
    from_slot: bool = False
    """The words follow from the minutes of the slot and the speaking rate."""


class Section(Struct, frozen=True, omit_defaults=True):
    """A heading, what it accepts and how much, and the items under it."""

    key: str
    heading: str
    guidance: str = ""
    accepts: tuple[Accepted, ...] = ()
    limit: Limit = Limit()
    required: bool = False
    repeatable: bool = False
    spoken: bool = False
    internal: bool = False
    generated: Literal["", "sources"] = ""
    items: tuple[Item, ...] = ()


class HeaderField(Struct, frozen=True, omit_defaults=True):
    """One line of the header block."""

    key: str
    label: str
    value: str = ""
    required: bool = False


class Length(Struct, frozen=True, omit_defaults=True):
    """How long a document may be: pages, and the sections (keys) that must fit on them."""

    pages: int
    sections: tuple[str, ...] = ()


class Briefing(Struct, frozen=True, omit_defaults=True):
    """A briefing being written: header block, sections and their items."""

    id: str
    title: str
    template: str
    created: str
    """UTC, ISO 8601, to the second: the one date that exports carry."""
    language: str = "en"
    citation: CitationMode = "bracket"
    style: Style = "un"
    rate: Annotated[int, Meta(ge=1)] = 130
    """Words spoken in a minute."""
    minutes: Annotated[float, Meta(gt=0)] | None = None
    """The minutes of the speaking slot, where there is one."""
    length: Length | None = None
    header: tuple[HeaderField, ...] = ()
    sections: tuple[Section, ...] = ()
    notices: tuple[Notice, ...] = ()
    """What the library knew of the sources when the briefing was saved."""
    unknown: str = ""
    """What a newer program wrote into the file and this one does not know, as JSON."""

    def items(self) -> list[Item]:
        """Every item in the order of the document."""
        return [item for section in self.sections for item in section.items]

    def picks(self) -> list[Pick]:
        """Every pick in the order of the document."""
        return [item for item in self.items() if isinstance(item, Pick)]

    def value(self, key: str) -> str:
        """A header field's value, or an empty string."""
        return next((field.value for field in self.header if field.key == key), "")


Range = tuple[int, int]


def pick(
    source: Source, start: int, end: int, kind: Kind, *, speaker: str = "", review: str = ""
) -> Pick:
    """A pick of one passage: its words are cut from source.text[start:end]; see pick_passages."""
    return pick_passages(source, [(start, end)], kind, speaker=speaker, review=review)


def pick_passages(
    source: Source, ranges: Sequence[Range], kind: Kind, *, speaker: str = "", review: str = ""
) -> Pick:
    """The only way to make a pick: its words are cut from these ranges of the source's text.

    Offsets are code points. White space at both ends is left outside; a range with nothing but
    white space before it goes on with the one before. Raises QuoteMismatch when a range lies
    outside the text or holds no words, and when the ranges are not in the order of the source
    (VG-2; the code is "order").
    """
    places: list[Range] = []
    for start, end in (_trimmed(source, *one) for one in ranges):
        if places and start < places[-1][1]:
            raise QuoteMismatch(
                "The passages are not in the order in which the source has them (VG-2).",
                "Make two picks of them.",
                "order",
            )
        goes_on = places and not source.text[places[-1][1] : start].strip()
        places.append((places.pop()[0] if goes_on else start, end))
    passages = tuple(Passage(*select(source.text, *one)) for one in places)
    return Pick(new_id(), kind, source.id, source.text_sha256(), passages, speaker, review=review)


def _trimmed(source: Source, start: int, end: int) -> Range:
    """The range without white space at its ends. Raises QuoteMismatch."""
    if not 0 <= start < end <= len(source.text):
        raise QuoteMismatch(
            f"The range {start} to {end} lies outside {source.name()}.",
            f"Its text has {len(source.text)} characters.",
        )
    cut = source.text[start:end]
    start, end = start + len(cut) - len(cut.lstrip()), end - len(cut) + len(cut.rstrip())
    if start >= end:
        raise QuoteMismatch("There are no words in that selection.", "Select some words first.")
    return start, end
