"""What part each paragraph of a plain text plays: title, heading, list item, caption, body."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from briefer.core.model import Mark, Place, Role

HEADING_WORDS = 20
QUESTION_WORDS = 10
ENDS = tuple(".!;:,…")
BEGINNING = re.compile(r"[“\"‘'(]?[^\W_]")
CLOSING = "”\"’')]"
"""What may stand behind the end of a sentence."""

EXPRESSIONS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "caption",
        re.compile(
            r"(?:©|\(c\) (?:\d{4}\b|copyright)|photo(?:graph)?(?: by|:)|image:|figure \d)", re.I
        ),
    ),
    ("boilerplate", re.compile(r"(?:written|posted|reported|photos?) by\b", re.I)),
    ("boilerplate", re.compile(r".*\bis not an official record\b", re.I)),
    ("boilerplate", re.compile(r".*\bnot necessarily (?:those of|reflect)\b", re.I)),
)
"""Roles that the words of a paragraph give away; the first that matches at its start counts."""

BEGINNINGS = ("©", "(c) ", "photo", "image:", "figure ", "written", "posted", "reported")
LONGEST_BEGINNING = max(map(len, BEGINNINGS))
FIRST_LETTERS = frozenset("".join(one[0] + one[0].upper() for one in BEGINNINGS))
"""How paragraphs that the first two expressions match begin, in small letters."""

HINTS = (b"official record", b"not nece")
"""What a text holds, in small letters, that the last two expressions match in; few texts do."""


def assign_roles(text: str, places: Sequence[Place], marks: Sequence[Mark]) -> tuple[Place, ...]:
    """The places with their roles; the longest of the headings a text opens with is its title."""
    strong = {(mark.start, mark.end) for mark in marks if mark.kind == "strong"}
    folded = text.encode("ascii", "ignore").lower()  # faster by far than letters of all kinds
    hinted = any(hint in folded for hint in HINTS)
    roles = [_role(text[place.start : place.end], place, strong, hinted) for place in places]
    opening = next((n for n, role in enumerate(roles) if role != "heading"), len(roles))
    if opening:
        longest = max(range(opening), key=lambda n: places[n].end - places[n].start)
        roles[longest] = "title"
    return tuple(_assigned(place, role) for place, role in zip(places, roles, strict=True))


def _assigned(place: Place, role: Role) -> Place:
    level = len(place.marker) if place.marker[:1] == "#" else 0
    if role == place.role and level == place.level:
        return place
    return replace(place, role=role, level=level)


def _role(words: str, place: Place, strong: set[tuple[int, int]], hinted: bool) -> Role:
    if place.marker:
        return _MARKED.get(place.marker[0], "list_item")
    if hinted or (words[:1] in FIRST_LETTERS and _begins_likely(words)):
        for role, expression in EXPRESSIONS:
            if expression.match(words):
                return role
    if not (words[:1].isalnum() or any(map(str.isalnum, words))):
        return "boilerplate"
    if strong and (place.start, place.end) in strong:
        return "heading"
    return "heading" if _looks_like_heading(words) else "body"


def _begins_likely(words: str) -> bool:
    return words[:LONGEST_BEGINNING].casefold().startswith(BEGINNINGS)


_MARKED: dict[str, Role] = {"#": "heading", ">": "quotation"}


def _looks_like_heading(words: str) -> bool:
    """Few words, no stop, a capital or a digit first: plain text marks its headings no better."""
    unclosed = words.rstrip(CLOSING)
    if unclosed.endswith(ENDS) or not BEGINNING.match(words):
        return False
    first = next(letter for letter in words if letter.isalnum())
    count = len(words.split())
    if count > HEADING_WORDS or first.islower():
        return False
    return not unclosed.endswith("?") or count <= QUESTION_WORDS
