"""An exported file as a reader sees it now: its paragraphs, and the proof that travelled in it."""

from msgspec import Struct


class Seen(Struct, frozen=True):
    """The visible words of one paragraph, every pending change taken as accepted."""

    text: str
    anchors: tuple[str, ...] = ()
    """The names of the places that its words lie in (see manifest.anchor)."""
    quote: bool = False
    """Set apart as a quotation by its style."""
    rejected: str | None = None
    """Its words as if every pending change were rejected; None where they are the same."""
    unstruck: str | None = None
    """Its words without those that are struck through; None where none are."""
    goes_on: bool = False
    """The first of a page: it may go on with the paragraph before it."""
    margin: bool = False
    """Above or below the text of a page, where marking, footer and page number stand."""


class Visible(Struct, frozen=True):
    """What was read of a file; `manifest` is None where no proof is in it."""

    manifest: bytes | None
    paragraphs: tuple[Seen, ...]
    on_paper: bool = False
    """Read from a page, which shows no characters without ink."""
    unread: tuple[str, ...] = ()
    """What the file shows and cannot be read, in sentences."""
