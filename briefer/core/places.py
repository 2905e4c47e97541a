"""The places that a statement is about, told by the words before their names."""

import re
from collections import Counter
from collections.abc import Sequence

NAMED = re.compile(
    r"(?<![\w-])(?i:in|at|near|across|throughout|inside|from|en|au|aux|dans)\s"
    r"(?:(?:the|le|la|les)\s)?(?:(?:[a-z]+\s){0,3}of\s|(?:north|south|east|west)\s)?"
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

NAME = re.compile(r"(?<![\w-])[A-ZÀ-Ý][a-zà-ÿ][\w'’-]+")
OF = re.compile(r"\bof\s(?:the\s)?([A-ZÀ-Ý][\w-]+(?:\s[A-ZÀ-Ý][\w-]+)?)")
BEFORE_COLON = re.compile(r"#*\s*([A-ZÀ-Ý][\w'’-]+):\s")

MAIN = 3
"""So often a text must name a place for what it does not place elsewhere to be about it."""


def places(words: str) -> frozenset[str]:
    """The places that some words name; “world” for the whole of it."""
    found = {name for name in NAMED.findall(words) if name.split()[0] not in NO_PLACES}
    return frozenset(found | ({"world"} if WORLD.search(words) else set()))


def main_place(text: str, titles: Sequence[str] = ()) -> frozenset[str]:
    """The place that a whole text is about: that of its title, or the one it names most, and often.

    A title names it behind a preposition, or before a colon: “Bellune: floods”. What a text names
    most is a place where it once stands behind a preposition, and never in small letters.
    """
    names = Counter(one.removesuffix("’s").removesuffix("'s") for one in NAME.findall(text))
    for one in {name for name in names if not _is_name(name, text)}:
        del names[one]
    for title in titles:
        before = BEFORE_COLON.match(title)
        found = places(title) | (frozenset({before[1]} if before else ()) & names.keys())
        if found:
            return found
    known = {word for one in (*NAMED.findall(text), *OF.findall(text)) for word in one.split()}
    most = [one for one in names.most_common() if one[0] in known][:2]
    if not most or most[0][1] < MAIN or (len(most) > 1 and most[1][1] * 2 > most[0][1]):
        return frozenset()
    return frozenset({most[0][0]})


def _is_name(word: str, text: str) -> bool:
    return word not in NO_PLACES and f" {word[0].lower()}{word[1:]}" not in text
