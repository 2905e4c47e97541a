"""What is said of an item of a briefing whose figures clash with others or have grown old."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefer.core.decisions import Key


class FigureNote(Struct, frozen=True):
    """One thing to be known of the figures of an item."""

    badge: str
    """A word or two."""
    icon: str
    said: str
    """In a sentence."""
    shows: tuple[Key, Key] | None = None
    """The two statements that the register shows; the same twice where there is only one."""
    settled: bool = False
    """Whether somebody decided about it."""


Notes = Mapping[str, tuple[FigureNote, ...]]
"""Id of an item -> what is to be known of its figures, the worst first."""

NO_NOTES: Notes = {}


def pair_of(notes: Iterable[FigureNote]) -> tuple[Key, Key] | None:
    """The two statements that the register shows, of what nobody decided about before others."""
    by_weight = sorted(notes, key=lambda one: one.settled)
    return next((one.shows for one in by_weight if one.shows), None)


def worst(notes: Iterable[FigureNote]) -> FigureNote | None:
    """The first that nobody decided about."""
    return next((one for one in notes if not one.settled), None)
