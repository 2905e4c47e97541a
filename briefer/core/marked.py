"""Words that a source sets in quotation marks: whose they are is for a person to say."""

import re

from briefer.core.model import Pick, Source

QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“]*“|\"[^\"\n]*\"")
"""Words inside paired quotation marks."""

MARKS = re.compile('[“”«»„"]')
"""The marks that QUOTED pairs."""

SPEECH = 4
"""Words; fewer in quotation marks are a term, not somebody's speech."""


def quoted_around(source: Source, start: int, end: int) -> tuple[int, int] | None:
    """The range, marks included, of the quotation that start to end lies in; None for none.

    It is looked for within the paragraph. A title or heading in quotation marks is nobody's
    speech (domain.md 4.5, VG-17).
    """
    place = source.place_at(start)
    if place is None or place.role in ("title", "heading"):
        return None
    for found in QUOTED.finditer(source.text, place.start, place.end):
        inside = found.start() <= start and end <= found.end()
        if inside and len(found[0].split()) >= SPEECH:
            return found.span()
    return None


def is_second_hand(pick: Pick, source: Source) -> bool:
    """Whether all words of a pick lie inside one quotation of its source (VG-17)."""
    return quoted_around(source, pick.start, pick.end) is not None
