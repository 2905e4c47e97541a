"""What travels with sources that are handed over: what was said of them, tags, successions."""

from collections.abc import Mapping

from msgspec import Struct

from briefer.core.record import Field


class HandedSource(Struct, frozen=True, omit_defaults=True):
    """A source that is handed over, and whether its original bytes go with it.

    `said` is what people said last of the fields of its record (None: it is unknown); who said it
    and when stays behind.
    """

    id: str
    original: bool = False
    said: Mapping[str, Field | None] = {}
    tags: tuple[str, ...] = ()
    withdrawn: str | None = None


class Bundle(Struct, frozen=True, omit_defaults=True):
    """The list of what is handed over; a succession is the ids of an older and a newer source."""

    sources: tuple[HandedSource, ...]
    successions: tuple[tuple[str, str], ...] = ()
    templates: int = 0
    """How many templates go with it."""
