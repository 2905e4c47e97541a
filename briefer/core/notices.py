"""What a library knew of a cited source: that a newer version is held, that it was withdrawn."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from briefer.core.findings import shortened

Flag = Literal["withdrawn", "superseded"]


class Notice(Struct, frozen=True, omit_defaults=True):
    """What is known of the source with this id; a briefing keeps it for where no library is."""

    id: str
    newer: str = ""
    """The id of the newest version of it, if it is superseded."""
    newer_name: str = ""
    withdrawn: bool = False
    """By those who issued it."""
    reason: str = ""
    """Why it was withdrawn, as far as a person said."""

    def flags(self) -> tuple[Flag, ...]:
        """What is to be seen beside everything that is taken from the source, the worst first."""
        flags: list[Flag] = ["withdrawn"] if self.withdrawn else []
        return (*flags, "superseded") if self.newer else tuple(flags)

    def said(self) -> str:
        """All of it in sentences."""
        reason = f": {self.reason.rstrip('.')}" if self.reason else ""
        sentences = (
            f"It was withdrawn{reason}." if self.withdrawn else "",
            f"A newer version is held: “{shortened(self.newer_name)}”." if self.newer else "",
        )
        return " ".join(one for one in sentences if one)


def flags_of(notices: Iterable[Notice], source: str) -> tuple[Flag, ...]:
    """The flags of the source with this id."""
    return next((one.flags() for one in notices if one.id == source), ())


def remarks_of(notices: Sequence[Notice], items: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A sentence for each item (its id, that of its source) whose source is flagged."""
    said = {one.id: one.said() for one in notices if one.flags()}
    for item, source in items:
        if source in said:
            yield f"Item {item}, its source: {said[source]}"
