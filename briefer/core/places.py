"""The places that a statement is about, told by the words before their names."""

import re
from collections import Counter
from collections.abc import Sequence

NAMED = re.compile(
    r"(?<![\w-])(?i:in|across|throughout|inside|from|en|au|aux|dans)\s"
    r"(?:(?:the|le|la|les)\s)?(?:(?:north|south|east|west|centre|rest)\s(?:of\s)?)?"
    r"((?:[A-ZÀ-Ý][\w'’-]+)(?:\s[A-ZÀ-Ý][\w'’-]+){0,2})"
)
WORLD = re.compile(r"\b(?:worldwide|globally|in the world|around the world|dans le monde)\b", re.I)

NO_PLACES = frozenset({
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
    "Saturday", "Sunday", "Article", "Articles", "Paragraph", "Annex", "Resolution", "Convention",
    "Treaty", "States", "State", "Member", "Parties", "Assembly", "Council", "Committee", "United",
    "Nations", "Secretary-General", "Excellencies", "Government", "Ministry", "Meeting",
    "Conference",
})  # fmt: skip
"""Capitalised words after such a preposition that name no place."""

BEFORE_COLON = re.compile(r"#*\s*([A-ZÀ-Ý][\w'’-]+):\s")

MAIN = 3
"""So often a text must name a place for what it does not place elsewhere to be about it."""


def places(words: str) -> frozenset[str]:
    """The places that some words name; “world” for the whole of it."""
    found = {name for name in NAMED.findall(words) if name.split()[0] not in NO_PLACES}
    return frozenset(found | ({"world"} if WORLD.search(words) else set()))


def main_place(text: str, titles: Sequence[str] = ()) -> frozenset[str]:
    """The place that a whole text is about: that of its title, or the one it names most, and often.

    A title names it behind a preposition, or before a colon: “Bellune: floods”.
    """
    named = Counter(one for one in NAMED.findall(text) if one.split()[0] not in NO_PLACES)
    for title in titles:
        before = BEFORE_COLON.match(title)
        found = places(title) | (frozenset({before[1]} if before else ()) & _unspoken(text))
        if found:
            return found
    most = named.most_common(2)
    if not most or most[0][1] < MAIN or (len(most) > 1 and most[1][1] * 2 > most[0][1]):
        return frozenset()
    return frozenset({most[0][0]})


def _unspoken(text: str) -> frozenset[str]:
    """The words of a text that never stand there in small letters: names, and not subjects."""
    small = set(re.findall(r"\b[a-zà-ÿ][\w'’-]+", text))
    return frozenset(
        one for one in re.findall(r"\b[A-ZÀ-Ý][\w'’-]+", text)
        if one[0].lower() + one[1:] not in small and one not in NO_PLACES
    )  # fmt: skip
