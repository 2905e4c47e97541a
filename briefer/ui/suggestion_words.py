"""What suggestions are called and said to be in the window, and which of them are shown."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from briefer.core.model import KINDS, Kind
from briefer.ui.theme import SIGNS

if TYPE_CHECKING:  # the rules are loaded when they are first asked
    from briefer.extractors.suggestion import Certainty, Suggestion
    from briefer.services.suggestions import Proposed


STRENGTHS: Mapping[int, str] = {3: "strong", 2: "likely", 1: "weak"}
"""How likely it is that someone wants a suggestion, in a word."""

CERTAIN: "Mapping[Certainty, tuple[str, str]]" = {
    "named": ("named here", "check"),
    "title": ("from an office or the head of the document", "check"),
    "pronoun": ("only a pronoun: please confirm", "circle-help"),
    "carried": ("carried on from the quotation before: please confirm", "circle-help"),
    "": ("not named", "info"),
}
"""How sure it is who speaks: in words, and the icon beside them."""


class Sieve(Struct, frozen=True):
    """Which suggestions are shown; what is empty lets all through."""

    kinds: frozenset[Kind] = frozenset(KINDS)
    least: int = 1
    speaker: str = ""
    measure: str = ""
    source: str = ""
    text: str = ""
    rejected: bool = False

    def lets(self, one: "Proposed") -> bool:
        """Whether a suggestion is shown."""
        made = one.suggestion
        return (
            one.kind in self.kinds
            and made.strength >= self.least
            and one.is_rejected() <= self.rejected
            and self.speaker in ("", made.speaker)
            and self.source in ("", one.source)
            and (not self.measure or self.measure in measures_of(made))
            and self.text.casefold() in one.words.casefold()
        )

    def narrows(self) -> bool:
        """Whether anything is kept from being shown."""
        return self != ALL


ALL = Sieve()


def measures_of(one: "Suggestion") -> frozenset[str]:
    """The keys of the measures that the figures of a suggestion are of."""
    return frozenset(figure.measure for figure in one.figures if figure.measure)


def among(found: "Iterable[Proposed]", sieve: Sieve) -> "list[Proposed]":
    """Those that a sieve lets through, in their order."""
    if sieve == ALL:  # the usual case, and there may be very many
        return [one for one in found if not one.is_rejected()]
    return [one for one in found if sieve.lets(one)]


def reason(one: "Proposed") -> str:
    """Kind, strength and why, in a line."""
    made = one.suggestion
    return f"{SIGNS[one.kind].name} · {STRENGTHS[made.strength]} · {made.why}"


def speaker_words(one: "Suggestion") -> str:
    """Who speaks and how sure that is; empty for a fact that nobody is said to have stated."""
    if not one.speaker:
        return "" if one.kind == "fact" else "speaker not named"
    said = CERTAIN[one.certainty][0]
    cue = f" (“{one.speaker_cue.text}”)" if one.speaker_cue.text else ""
    return f"{one.speaker}: {said}{cue}"


def suggestion_html(one: "Proposed") -> str:
    """What is said of a suggestion beneath the text it stands in."""
    made = one.suggestion
    sign = SIGNS[one.kind].name
    parts = [f"<b>{'Rejected' if one.is_rejected() else 'Suggested'}: {sign.lower()}</b>"]
    parts.append(f"{STRENGTHS[made.strength]} · {escape(made.why)}")
    if said := speaker_words(made):
        parts.append(escape(said))
    if made.second_hand:
        parts.append("second hand")
    if made.lead_in.text:
        parts.append("an item of a list, picked with its lead-in")
    return " · ".join(parts)
