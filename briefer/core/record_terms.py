"""The trade's words for kinds of documents and of delivery, and what citing each kind needs."""

from collections.abc import Mapping

from msgspec import Struct

from briefer.core.record import EXPECTED, Record, text_of

TYPES: Mapping[str, str] = {
    "speech": "Speech or statement", "webpage": "Web page", "report": "Report",
    "article-newspaper": "News article", "article-magazine": "Magazine article",
    "article-journal": "Journal article", "article": "Article", "treaty": "Treaty",
    "legislation": "Legislation", "bill": "Bill", "regulation": "Regulation",
    "hearing": "Hearing or proceedings", "interview": "Interview", "document": "Document",
    "collection": "Collection of records", "book": "Book", "chapter": "Chapter of a book",
    "broadcast": "Broadcast", "classic": "Classical work", "dataset": "Data set",
    "entry": "Entry of a reference work", "entry-dictionary": "Entry of a dictionary",
    "entry-encyclopedia": "Entry of an encyclopedia", "event": "Event", "figure": "Figure",
    "graphic": "Picture", "legal_case": "Court decision", "manuscript": "Manuscript",
    "map": "Map", "motion_picture": "Film or video", "musical_score": "Musical score",
    "pamphlet": "Pamphlet or leaflet", "paper-conference": "Conference paper",
    "patent": "Patent", "performance": "Performance", "periodical": "Periodical",
    "personal_communication": "Letter or message", "post": "Post in a forum or on social media",
    "post-weblog": "Blog post", "review": "Review", "review-book": "Book review",
    "software": "Software", "song": "Recording", "standard": "Standard", "thesis": "Thesis",
}  # fmt: skip
"""The types of CSL 1.0.2 (its appendix III), what is met most often first."""

DELIVERY = (
    "as delivered", "transcript, checked against delivery", "check against delivery",
    "speaking notes", "read out verbatim", "written statement, not delivered",
    "pre-recorded video message", "unofficial transcript",
)  # fmt: skip
"""How a text stands to what was said (domain.md 3.1); unknown is no term but an unknown field."""

_ARTICLE = ("author", "title", "container-title", "issued", "URL")
_LAW = ("title", "number", "issued", "publisher")

NEEDED: Mapping[str, tuple[str, ...]] = {
    "speech": ("author", "title", "event-title", "event-place", "issued", "delivery_status"),
    "webpage": ("title", "publisher", "issued", "URL", "accessed"),
    "article": _ARTICLE, "article-newspaper": _ARTICLE, "article-magazine": _ARTICLE,
    "article-journal": _ARTICLE, "post-weblog": _ARTICLE,
    "interview": ("author", "title", "container-title", "issued"),
    "treaty": ("title", "event-place", "issued"),
    "legislation": _LAW, "bill": _LAW, "regulation": _LAW, "legal_case": _LAW,
}  # fmt: skip
"""The fields a full citation of a kind of document needs (domain.md 3.1 and 3.2)."""


class Completeness(Struct, frozen=True):
    """What a full citation of a kind of document needs, and what of it is unknown."""

    kind: str
    """The kind in the trade's words; empty where it is unknown."""
    needed: tuple[str, ...]
    missing: tuple[str, ...]

    def said(self) -> str:
        """In words: “4 of 6 that a citation of a speech needs”."""
        held = len(self.needed) - len(self.missing)
        of = f"a {self.kind.lower()}" if self.kind else "a source"
        article = of.replace("a ", "an ", 1) if of[2] in "aeiou" else of
        return f"{held} of {len(self.needed)} that a citation of {article} needs"


def completeness(record: Record) -> Completeness:
    """What the record holds of what a full citation of its kind of document needs."""
    kind = text_of(record, "type")
    needed = NEEDED.get(kind, EXPECTED)
    absent = tuple(one for one in needed if not text_of(record, one))
    return Completeness(TYPES.get(kind, ""), needed, absent)
