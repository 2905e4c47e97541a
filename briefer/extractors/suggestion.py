"""What an extractor proposes: a range of a source, and why."""

from msgspec import Struct

from briefer.core.figures import Figure
from briefer.core.model import Kind


class Suggestion(Struct, frozen=True):
    """A proposed pick; `why` names the rule and the words that triggered it.

    `strength` is 1 to 3: how likely it is that someone wants it.
    """

    kind: Kind
    start: int
    end: int
    place: str
    why: str
    strength: int
    speaker: str = ""
    second_hand: bool = False
    figures: tuple[Figure, ...] = ()
