"""A list item and the words that lead into its list, which belong to it (VG-16)."""

from itertools import dropwhile

from briefer.core.model import Range, Source
from briefer.core.sentences import split


def stem(source: Source, start: int, language: str = "en") -> Range | None:
    """The sentence that ends in a colon and leads into the list that `start` lies in; None if none.

    Offsets are code points of the source's text.
    """
    place = source.place_at(start)
    if place is None or place.role != "list_item":
        return None
    before = reversed(source.places[: place.number])
    lead = next(dropwhile(lambda one: one.role == "list_item", before), None)
    if lead is None or not source.text[lead.start : lead.end].endswith(":"):
        return None
    begin, end = split(source.text[lead.start : lead.end], language)[-1]
    return lead.start + begin, lead.start + end
