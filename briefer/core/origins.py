"""A printed item against its source in the library: whether the source says what was printed."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefer.core.manifest import Manifest, PrintedItem
from briefer.core.model import Pick, Source
from briefer.core.quotation import Cut, displayed, of, pieces
from briefer.core.redaction import MASK, masked, redacted
from briefer.core.selectors import State, locate
from briefer.core.styles import PROFILES, Profile

Origin = Literal["broken", "changed", "uncheckable", "verified"]


class Traced(Struct, frozen=True):
    """What the source says to an item."""

    status: Origin
    finding: str = ""


NO_SOURCE = Traced("uncheckable", "Its source is not here, so the words cannot be traced to it.")
AT_ODDS = Traced(
    "broken", "The proof in the file does not agree with itself, so it was altered too."
)
OTHER_WORDS = Traced("broken", "What was printed is not what its source gives.")
OTHER_TEXT = Traced("changed", "The text of the source is not the one that was quoted.")

STATES: Mapping[State, Traced] = {
    "orphan": Traced("broken", "The source does not say these words."),
    "ambiguous": Traced("changed", "The words stand at several other places of the source."),
    "moved": Traced("changed", "The words stand at another place of the source."),
}
"""What it means when a passage is not at its place; the worst first."""


def trace(manifest: Manifest, sources: Mapping[str, Source]) -> tuple[Traced, ...]:
    """For each item, in order, what its source says (id -> source, those that are here).

    Words that were redacted are not looked at: the passages have masks for them, and what is
    around them is compared in a source masked alike. In a source whose text has changed the masks
    may hide other words, and such a passage counts as one that the source does not say.
    """
    whole = {}
    for id, source in sources.items():
        done = [one for item in manifest.items if item.source == id for one in item.operations]
        text = masked(source.text, 0, redacted(source, done))
        whole[id] = (source.text_sha256(), text)
    cited = {one.id: one.text_sha256 for one in manifest.sources}
    profile = PROFILES[manifest.style]
    found = []
    for item in manifest.items:
        here = sources.get(item.source)
        if not _agrees(item, profile):
            found.append(AT_ODDS)
        elif here is None:
            found.append(NO_SOURCE)
        else:
            sha256, text = whole[item.source]
            same = sha256 == cited.get(item.source)
            found.append(_in_source(item, here, text, same, profile))
    return tuple(found)


def _in_source(
    item: PrintedItem, source: Source, text: str, same: bool, profile: Profile
) -> Traced:
    states = {locate(text, one.position, one.quote).state for one in item.passages}
    for state, traced in STATES.items():
        if state in states:
            return traced
    if not same:
        return OTHER_TEXT
    if _words(_pick(item), profile, of(source)) != item.words:
        return OTHER_WORDS
    return Traced("verified")


def _agrees(item: PrintedItem, profile: Profile) -> bool:
    """Whether an item's passages and operations give its words, and its paragraph no others.

    Where words are redacted the passages cannot give them again; its source can.
    """
    if not item.words or item.words not in item.text:
        return False
    rest = item.text.replace(item.words, "", 1)
    around = (item.speaker + item.citation, item.citation + item.speaker)
    if _letters(rest) not in map(_letters, around):
        return False
    pick = _pick(item)
    if any(MASK in one.quote.exact for one in item.passages):
        return True
    return _words(pick, profile) == item.words


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _pick(item: PrintedItem) -> Pick:
    """The pick that the item was printed from, its passages masked."""
    return Pick(item.id, item.kind, item.source, "", item.passages, operations=item.operations)


def _words(pick: Pick, profile: Profile, cut: Cut | None = None) -> str:
    return "".join(displayed(piece.text) for piece in pieces(pick, profile, cut))
