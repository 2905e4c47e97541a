"""What an extractor proposes: a range of a source, and why."""

from typing import Literal

from msgspec import Struct

from briefer.core.figures import Figure
from briefer.core.model import Kind

Certainty = Literal["named", "title", "pronoun", "carried", ""]
"""How a speaker is known: by name at the quotation, by an office or the head of the document, by
a pronoun, from the quotation before, or not."""


class Words(Struct, frozen=True):
    """Some words and where they stand in the text (code points)."""

    text: str = ""
    start: int = 0
    end: int = 0


class Speaker(Struct, frozen=True):
    """Who speaks, the words that say so, and how sure that reading is; nobody where not known."""

    name: str = ""
    cue: Words = Words()
    certainty: Certainty = ""


NOBODY = Speaker()


class Stated(Figure, frozen=True, omit_defaults=True):
    """A figure with its date, its measure, and the source that the text names for it.

    Dates are ISO 8601; of a period, `since` and `until` are the ends.
    """

    as_of: str = ""
    since: str = ""
    until: str = ""
    dated: str = ""
    measure: str = ""
    nested_source: str = ""


class Suggestion(Struct, frozen=True):
    """A proposed pick, with the rule that proposes it and the words that triggered the rule.

    `strength` is 1 to 3: how likely it is that someone wants it. `lead_in` is the stem of a list
    item, which the words do not hold.
    """

    kind: Kind
    start: int
    end: int
    place: str
    rule: str
    trigger: Words
    strength: int
    by: Speaker = NOBODY
    second_hand: bool = False
    figures: tuple[Stated, ...] = ()
    lead_in: Words = Words()

    @property
    def speaker(self) -> str:
        """The name of who speaks, or an empty string."""
        return self.by.name

    @property
    def speaker_cue(self) -> Words:
        """The words that say who speaks."""
        return self.by.cue

    @property
    def certainty(self) -> Certainty:
        """How the speaker is known."""
        return self.by.certainty

    @property
    def why(self) -> str:
        """The rule and its trigger, in words."""
        return f"{self.rule}: {self.trigger.text}" if self.trigger.text else self.rule
