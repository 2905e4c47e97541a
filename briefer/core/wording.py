"""The words that the rules of quoting watch for, one value a language, and how they are found."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct


class Wording(Struct, frozen=True):
    """The word lists of a language, as kept in resources/quoting (domain.md 4.5).

    An entry is a word or phrase, letter case aside. In it `*` stands for any letters, `#` at its
    end for “when a figure follows”, and `=` at its beginning keeps the letter case.
    """

    language: str
    negations: tuple[str, ...]
    qualifiers: tuple[str, ...]
    quantities: tuple[str, ...]
    stances: tuple[str, ...]
    contrasts: tuple[str, ...]
    """What a next sentence begins with when it takes back or limits the one before."""
    conditions: tuple[str, ...]
    """What the part before a clause begins with when the clause holds only under it."""
    premises: tuple[str, ...]
    """What a whole sentence begins with when the next one rests on it."""
    openers: tuple[str, ...]
    """Pronouns whose antecedent may have been cut off when a quotation begins with them."""
    pronouns: tuple[str, ...]
    determiners: tuple[str, ...]
    conjunctions: tuple[str, ...]
    numbers: tuple[str, ...]
    weak_numbers: tuple[str, ...]
    """Number words that mostly count nothing: one, first."""
    dates: tuple[str, ...]
    units: tuple[str, ...]
    comparators: tuple[str, ...]
    minors: tuple[str, ...]


Wordings = Mapping[str, Wording]
"""Language -> its word lists; English is always among them."""

DIGITS = r"\d[\d.,]*"
APOSTROPHE = "['’ʼ]"
FALLBACK = "en"
TOKEN = re.compile(r"[^\W_]+|%")


def for_language(wordings: Wordings, tag: str) -> Wording:
    """The word lists for a language tag (BCP 47); those of English where there are none."""
    return wordings.get(tag[:2].lower()) or wordings[FALLBACK]


def watched(text: str, entries: tuple[str, ...], wording: Wording) -> list[re.Match[str]]:
    """Where any of these entries stands in a text, as whole words, in order."""
    sought = _sought(entries, wording.numbers)
    found: list[re.Match[str]] = []
    tokens = _tokens(text)
    if sought.may_stand_among(tokens):
        starts = [one.start() for one in TOKEN.finditer(text) if sought.may_begin(one[0].lower())]
        for start in starts:
            if not found or found[-1].end() <= start:
                hit = sought.expression.match(text, start)
                found += [hit] if hit else []
    if sought.endings and not sought.last.isdisjoint(tokens):
        found = sorted([*found, *sought.endings.finditer(text)], key=re.Match.start)
    return found


def begins(text: str, entries: tuple[str, ...], wording: Wording) -> str:
    """The entry that a text begins with, quotation marks and dashes before it aside, or “”."""
    token = TOKEN.search(text)
    found = _sought(entries, wording.numbers).at(text, token) if token else None
    return found[0] if found else ""


def is_only(text: str, entries: tuple[str, ...], wording: Wording) -> bool:
    """Whether a text is one of the entries and nothing else."""
    return bool(_sought(entries, wording.numbers).expression.fullmatch(text))


def figures_in(text: str, wording: Wording) -> list[re.Match[str]]:
    """Where digits or number words stand in a text."""
    found = [*re.finditer(DIGITS, text), *watched(text, wording.numbers, wording)]
    return sorted(found, key=re.Match.start)


class _Sought(Struct, frozen=True):
    """Entries as an expression, and the words that one of them can begin with.

    Trying it only at those words makes the search of a text many times faster. `endings` are the
    entries that begin with any letters (n't), `last` the words that those end with.
    """

    expression: re.Pattern[str]
    words: frozenset[str]
    beginnings: tuple[str, ...]
    endings: re.Pattern[str] | None
    last: frozenset[str]

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Whether an entry can begin with one of these words, in small letters."""
        return not self.words.isdisjoint(words) or bool(
            self.beginnings and any(one.startswith(self.beginnings) for one in words)
        )

    def may_begin(self, word: str) -> bool:
        """Whether an entry can begin with this word, in small letters."""
        return word in self.words or word.startswith(self.beginnings)

    def at(self, text: str, token: re.Match[str]) -> re.Match[str] | None:
        """The entry that begins where a word of the text does."""
        if not self.may_begin(token[0].lower()):
            return None
        return self.expression.match(text, token.start())


@lru_cache(64)
def _tokens(text: str) -> frozenset[str]:
    return frozenset(TOKEN.findall(text.lower()))


@cache
def _sought(entries: tuple[str, ...], numbers: tuple[str, ...]) -> _Sought:
    longest_first = sorted(entries, key=len, reverse=True)
    endings = [one for one in longest_first if one.startswith("*")]
    others = [one for one in longest_first if not one.startswith("*")]
    first = [re.findall(r"[^\W_]+\*?|%", one.lower())[0] for one in others]
    return _Sought(
        re.compile("|".join(_entry(one, numbers) for one in others), re.I),
        frozenset(word for word in first if word[-1] != "*"),
        tuple(word[:-1] for word in first if word[-1] == "*"),
        re.compile("|".join(_entry(one, numbers) for one in endings), re.I) if endings else None,
        frozenset(TOKEN.findall(one.lower())[-1] for one in endings),
    )


def _entry(entry: str, numbers: tuple[str, ...]) -> str:
    words = entry.removeprefix("=").removesuffix("#").strip()
    made = re.escape(words).replace(r"\*", r"[^\W_]*").replace("'", APOSTROPHE)
    made = re.sub(r"(?:\\ )+", r"\\s+", made)
    if words[0].isalnum():
        made = rf"(?<![^\W_]){made}"
    if words[-1].isalnum() or words[-1] == "*":
        made = rf"{made}(?![^\W_])"
    if entry.endswith("#"):
        either = "|".join(map(re.escape, numbers))
        made = rf"{made}(?=\s+(?:{DIGITS}|(?:{either})\b))"
    return f"(?-i:{made})" if entry.startswith("=") else made
