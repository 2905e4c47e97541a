"""Lists in a text: which stem leads an item in, and which numbered paragraphs are only notes."""

import re
from collections.abc import Sequence

from briefer.core.model import Place, Source

Cut = tuple[Place, int, int]
"""A paragraph, and where a sentence of it begins and ends."""

MARKER = re.compile(r"(?:\((?:\w{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]+)[.)]|[-–•*·])\s+")
"""What numbers a list item in its text."""

NOTE = re.compile(r"(\d{1,2})\s+(?=[A-ZÀ-Þ])")
"""The number of a footnote before its first word."""


def stems(source: Source, found: Sequence[Cut], asking: frozenset[int]) -> dict[int, int]:
    """For each sentence of a list that a stem leads in (“We commit to:”), the number of its stem.

    So do headings, whose numbers are `asking`, such as “Recommendations”. A list ends with a
    paragraph that is not marked as its first item is.
    """
    made: dict[int, int] = {}
    stem, style = -1, ""
    for number, (place, _, end) in enumerate(found):
        if source.text[end - 1] == ":" or number in asking:
            stem, style = number, ""
        elif stem >= 0 and place is not found[stem][0]:
            marked = _style(source.text, place)
            another = marked == _style(source.text, found[stem][0]) or style not in ("", marked)
            if another or not marked:
                stem = -1
            else:
                style = marked
                made[number] = stem
        elif place is not found[max(stem, 0)][0]:
            stem = -1
    return made


def footnotes(source: Source) -> frozenset[int]:
    """Where the paragraphs at the end of a text begin that are numbered as notes: 1 See …"""
    numbered = []
    for place in reversed(source.places):
        found = NOTE.match(source.text, place.start, place.end)
        if found is None:
            break
        numbered.append((int(found[1]), place.start))
    numbers = [number for number, _ in reversed(numbered)]
    in_order = numbers == list(range(1, len(numbers) + 1))
    return frozenset(start for _, start in numbered if in_order)


def _style(text: str, place: Place) -> str:
    """How a paragraph is marked as an item: by a number, a letter, a bullet, a semicolon."""
    if place.role in ("title", "heading"):
        return ""
    found = MARKER.match(text, place.start, place.end)
    marker = (found[0] if found else place.marker).strip("().* ")
    if marker:
        return "number" if marker.isdecimal() else "letter" if marker.isalpha() else "bullet"
    if place.role == "list_item":
        return "bullet"
    return "semicolon" if text[place.end - 1] in ";" else ""
