"""Quotation marks of all kinds, paired: what words of a text stand inside them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefer.core.model import Place

MARK = re.compile('[“”«»„"‘’]')
CLOSES = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}
"""What closes a quotation, by the mark that opens it."""

SPACES = " \t\n\u00a0\u202f\u2009"
ENDS = ",;:"
"""Marks of the reporting sentence that some styles set inside the quotation."""

UTTERED = ",.!?…"


class Quotation(Struct, frozen=True):
    """The words inside a pair of marks, without them; `opened` and `closed` hold the marks."""

    place: Place
    start: int
    end: int
    opened: int
    closed: int
    whole: bool = True
    """Whether a mark closes it in its paragraph."""

    def opens_paragraph(self) -> bool:
        """Whether its paragraph begins with it."""
        return self.opened == self.place.start

    def utters(self, text: str) -> bool:
        """Whether a comma or a stop inside the marks ends it."""
        return not self.whole or text[self.closed - 2] in UTTERED or text[self.end - 1] in UTTERED


def quotations(text: str, places: Iterable[Place]) -> Iterator[Quotation]:
    """The outermost quotations of some paragraphs, in order.

    An opening mark that nothing closes reaches to the end of its paragraph, as where a quotation
    goes on in the next; a curly one may be closed by a straight one.
    """
    if MARK.search(text):
        for place in places:
            yield from _in_paragraph(text, place)


def _in_paragraph(text: str, place: Place) -> Iterator[Quotation]:
    opened, mark, depth = -1, "", 0
    for found in MARK.finditer(text, place.start, place.end):
        at, sign = found.start(), found[0]
        if not mark:
            if _opens(text, at, sign, place):
                opened, mark, depth = at, sign, 0
        elif _closes(text, at, sign, mark, place):
            if depth:
                depth -= 1
            else:
                yield _between(text, place, opened, at + 1)
                mark = ""
        elif sign == mark and mark not in '"‘':
            depth += 1
    if mark and mark not in '"‘':
        yield _between(text, place, opened, place.end, whole=False)


def _closes(text: str, at: int, sign: str, mark: str, place: Place) -> bool:
    """Whether a sign closes what a mark opened; a single one may be an apostrophe."""
    if sign == '"' and mark == "“":
        return text.find("”", at, place.end) < 0
    return sign in CLOSES[mark] and (mark != "‘" or text[at - 1] in UTTERED)


def _opens(text: str, at: int, sign: str, place: Place) -> bool:
    """Whether a mark opens a quotation: a straight one, or a single one, before a word."""
    if sign in "“«„":
        return True
    before = text[at - 1] if at > place.start else " "
    after = text[at + 1 : at + 2]
    return sign in '"‘' and not before.isalnum() and bool(after) and after not in SPACES


def _between(text: str, place: Place, opened: int, closed: int, *, whole: bool = True) -> Quotation:
    start, end = opened + 1, closed - 1 if whole else closed
    while start < end and text[start] in SPACES:
        start += 1
    while end > start and text[end - 1] in SPACES + ENDS:
        end -= 1
    return Quotation(place, start, end, opened, closed, whole)


def inside(at: int, quoted: Sequence[Quotation]) -> bool:
    """Whether a place lies within one of some quotations, marks included."""
    number = bisect_right(quoted, at, key=lambda one: one.opened) - 1
    return number >= 0 and at < quoted[number].closed
