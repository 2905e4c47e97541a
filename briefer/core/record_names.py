"""People, their offices and groups of authors, as the head of a document names them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from briefer.core.record import Name
from briefer.core.record_cues import CUES, either, listed

PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der",
    "den", "ter", "bin", "ibn", "al", "el", "y", "e", "af", "av", "zu",
})  # fmt: skip
FAMILY_FIRST = frozenset({
    "ban", "cai", "chen", "cho", "choi", "deng", "fu", "gao", "guo", "he", "hu", "huang", "jiang",
    "jung", "kang", "kim", "le", "lee", "li", "liang", "lim", "lin", "liu", "lu", "luo", "ma",
    "nguyen", "pak", "park", "pham", "qiu", "shi", "song", "sun", "tang", "tran", "wang", "wei",
    "wen", "wu", "xi", "xie", "xu", "yan", "yang", "yi", "yoon", "yu", "yuan", "zhang", "zhao",
    "zheng", "zhou", "zhu",
})  # fmt: skip
"""First words of names that often begin with the family's: such a name is kept whole."""

LONGEST_NAME = 5
LONGEST_ENTRY = 6
"""Words in the name of a person, and in an entry of a list of authors."""

NOT_IN_NAMES = frozenset({
    "of", "for", "on", "the", "and", "to", "in", "with", "at", "by", "from", "against", "before",
})  # fmt: skip
"""Small words that capitals make look like parts of a name."""

PLURALS = frozenset({
    "nations", "states", "rights", "arms", "mines", "landmines", "affairs", "parties", "services",
    "operations", "works", "victims", "relations", "munitions", "weapons", "armes", "affaires",
    "civilians", "refugees", "women’s", "children’s", "programmes", "crimes", "explosives",
    "communications", "resources", "emirates", "netherlands",
})  # fmt: skip
"""Words in s that stand in the middle of names."""

LONGEST_LIST = 4000
"""Code points of a list that are looked at."""


class Named(Struct, frozen=True):
    """A name, and the range of the words it was read from."""

    name: Name
    start: int
    end: int


TOKEN = re.compile(r"[\w’'-]+")
STOPS = ",.;:()[]"
PARTED = bytes.maketrans(STOPS.encode(), b" " * len(STOPS))


def _offices(words: str) -> list[re.Match[str]]:
    """Where a word stands in some words that names an office."""
    return [one for one in TOKEN.finditer(words) if one[0].lower() in listed("offices")]


@lru_cache(maxsize=8)
def parted(words: str) -> frozenset[str]:
    """The words in small letters, parted wherever punctuation stands; several readers ask for them.

    As bytes, which takes half the time.
    """
    small = words.lower().encode(errors="replace").translate(PARTED).decode()
    return frozenset(small.split())


def holds(name: str, words: str) -> bool:
    """Whether a word of a list is among some words, punctuation around it or not."""
    wanted = listed(name)
    if wanted.isdisjoint(parted(words)):  # so it is with most words
        return False
    return any(one.strip(STOPS) in wanted for one in words.lower().split())


def is_link(token: str) -> bool:
    """Whether a word is a small one inside the name of an office, a body or an event."""
    small = token.lower()
    if small in listed("links") or small[1:2] in ("’", "'"):
        return True
    return token[:1].islower() and small.endswith(tuple(listed("inflections")))


@cache
def _prefixed() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('honorifics')}(?!\w)\s+)+", re.I)


@cache
def _office_end() -> re.Pattern[str]:
    return re.compile(either("ends"), re.I)


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"(.*\b{either('groups')}):?\s+(?=[^\W\d_])", re.I)


@cache
def _separators() -> re.Pattern[str]:
    words = "|".join(CONJUNCTIONS)
    return re.compile(rf"\s*[,;]\s+(?:(?:{words})\s+)?|\s+(?:{words})\s+")


PAIRS = frozenset(name for table in CUES.values() for name in table.pairs)
CONJUNCTIONS = tuple(table.conjunction for table in CUES.values())


def is_office(words: str) -> bool:
    """Whether some words name an office: they hold one, and begin with a capital or an article."""
    return (words[:1].isupper() or words[:4] == "the ") and holds("offices", words)


def is_name(words: str) -> bool:
    """Whether some words may be a person's name: two to five, capitals, no office, no figure."""
    tokens = words.split()
    if not 2 <= len(tokens) <= LONGEST_NAME or holds("offices", words):
        return False
    capital = [one for one in tokens if one.lower() not in PARTICLES]
    if tokens[-1].lower() in PARTICLES or len(capital) < 2:
        return False
    return all(_is_name_part(one) for one in capital)


def _is_name_part(token: str) -> bool:
    letters = re.sub(r"[.’'-]", "", token)
    return letters.isalpha() and token[0].isupper() and token[-1] not in "’'-"


def is_proper(words: str) -> bool:
    """Whether all words belong to a name: capitals and small words, no verb of a headline.

    English headlines end their verbs in s (“Commission Launches …”); so do few words of a name.
    """
    tokens = words.split()
    small = [is_link(one.rstrip(",")) for one in tokens]
    return all(
        link
        or one[0].isdigit()
        or (one[0].isupper() and not (n and not small[n - 1] and _may_be_verb(one)))
        for n, (one, link) in enumerate(zip(tokens, small, strict=True))
    )


def _may_be_verb(token: str) -> bool:
    bare = token.rstrip(",:")
    return bare[-1:] == "s" and bare[-2:] not in ("’s", "'s") and bare.lower() not in PLURALS


def named(words: str, role: str = "") -> Name:
    """The name of a person: given and family name where it has two words, else whole.

    Which of more words belong to the family cannot be told; so with names that may begin with it.
    """
    tokens = words.split()
    doubtful = tokens[0].lower() in FAMILY_FIRST or tokens[-1] != tokens[-1].title()
    if len(tokens) != 2 or doubtful or "." in words:
        return Name(literal=" ".join(tokens), role=role)
    return Name(given=tokens[0], family=tokens[1], role=role)


def person(words: str) -> Named | None:
    """The person that some words begin with, and the office held; None when they name none.

    “H.E. Ms. Anna Berg, Minister of Defence of Norway, at …”, “Secretary-General António
    Guterres”. A name alone counts only behind a title or an office; the words must say one.
    """
    title = _prefixed().match(words)
    start = title.end() if title else 0
    begin, name, office = _parts(words, start)
    if not name:
        return None
    end = begin + len(name)
    if office:
        return Named(named(name, office), 0, end)
    behind = re.match(r"\s*[,(–—-]?\s*", words[end:])
    place = end + (behind.end() if behind else 0)
    stop = _office_end().search(words, place)
    rest = words[place : stop.start() if stop else len(words)].rstrip(" ,.)")
    first = rest.split(" ", 1)[0].lower()  # small after a comma: “, ministre de …”
    begins = "," in words[end:place] and first in listed("offices") | listed("ranks")
    if is_office(rest) or (begins and holds("offices", rest)):
        return Named(named(name, " ".join(rest.split())), 0, place + len(rest))
    held = _offices(title[0]) if title else []
    if held:
        return Named(named(name, held[0][0]), 0, end)
    return Named(named(name), 0, end) if title else None


def _parts(words: str, start: int) -> tuple[int, str, str]:
    """Where a name begins, the name, and the office that stands before it."""
    if name := _leading_name(words[start:]):
        return start, name, ""
    for found in reversed(_offices(words[: start + 120])):
        if found.start() < start:
            break
        behind = re.match(r"\s+", words[found.end() :])
        begin = found.end() + (behind.end() if behind else 0)
        before = words[start : found.end()]
        if "," not in before and (name := _leading_name(words[begin:])):
            return begin, name, re.sub(r"^(?:the|la|le) |^l[’']", "", before)
    return start, "", ""


def _leading_name(words: str) -> str:
    """The name that some words begin with: as many as may belong to one."""
    tokens: list[str] = []
    for token in words[:200].split()[: LONGEST_NAME + 1]:
        bare = re.sub(r"[’']s?$", "", token.rstrip(",;:"))
        if not _may_go_on(bare, bool(tokens)):
            break
        tokens.append(bare)
        if bare != token:
            break
    for length in range(len(tokens), 1, -1):
        held = re.match(r"\s*" + r"\s+".join(map(re.escape, tokens[:length])), words)
        if held and is_name(" ".join(tokens[:length])):
            return held[0].strip()
    return ""


def _may_go_on(token: str, is_begun: bool) -> bool:
    """Whether a word may be the next of a name: no office, small only as a particle inside it."""
    if is_begun and token.lower() in PARTICLES:
        return True
    if not token or token.lower() in NOT_IN_NAMES or token.lower() in listed("ranks"):
        return False
    return token.lower() not in listed("offices") and _is_name_part(token)


class Leading(Struct, frozen=True):
    """A name at the beginning of some words, titles before it left out, and where it ends."""

    words: str
    end: int


def leading_name(words: str) -> Leading | None:
    """The name that some words begin with, behind a title or not."""
    title = _prefixed().match(words)
    begin = title.end() if title else 0
    name = _leading_name(words[begin:])
    return Leading(name, begin + len(name)) if name else None


def people(words: str) -> tuple[tuple[Name, ...], int]:
    """The people that a line lists behind “By”, and how far the list reaches.

    One with an office, or several parted by commas and “and”; where what follows the first is no
    name (a newspaper), the first alone.
    """
    if (one := person(words)) and one.name.role:
        return (one.name,), one.end
    listed = words.rstrip(" .")
    entries = _entries(listed)
    if len(entries) == 2 and holds("media", entries[1]):
        entries, listed = entries[:1], listed[: len(entries[0])]
    if entries and all(is_name(one) for one in entries):
        return tuple(named(one) for one in entries), len(listed)
    first = _leading_name(words)
    if first and words[len(first) :][:1] in ("", ",", ";", "|"):
        return (named(first),), len(first)
    return (), 0


def authors(words: str) -> tuple[Name, ...]:
    """States and bodies listed behind “By:”, each in the group that the text puts it in.

    Parted by commas and “and”; the last word of a group's name tells where the first of its
    members begins. Nothing where an entry is no name.
    """
    names: list[Name] = []
    group = ""
    for whole in _entries(words.rstrip(" .")):
        found = _group().match(whole)
        opens = found is not None and whole[found.end()].isupper()
        group = found[1] if found and opens else group
        entry = re.sub(r"^(?:the|les?|la) ", "", whole[found.end() :] if found and opens else whole)
        if not _is_entry(entry):
            return ()
        names.append(Name(literal=" ".join(entry.split()), group=group))
    return tuple(names)


def _is_entry(entry: str) -> bool:
    if len(entry.split()) > LONGEST_ENTRY or not entry[:1].isupper():
        return False
    return not re.search(r"[^\w\s.()’'-]|\d", entry)


def _entries(words: str) -> Sequence[str]:
    """The entries of a list, states whose name holds the conjunction kept whole."""
    kept: list[str] = []
    for piece in filter(None, _separators().split(words[:LONGEST_LIST])):
        whole = [f"{last} {word} {piece}" for last in kept[-1:] for word in CONJUNCTIONS]
        if joined := [one for one in whole if one in PAIRS]:
            kept[-1] = joined[0]
        else:
            kept.append(piece)
    return kept
