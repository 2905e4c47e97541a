"""The words that the rules of quoting watch for, one value a language, and how they are found."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct


class WordLists(Struct, frozen=True):
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


class Watch(Struct, frozen=True, eq=False):
    """Some entries as an expression, and the words that one of them can begin with.

    The expression is tried at those words alone, which makes the search many times faster; so it
    need not look whether a word begins there. `endings` are the
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


class Wording(Struct, frozen=True, eq=False):
    """What the rules watch for in one language, ready to be looked for."""

    negations: Watch
    limits: Watch
    """Qualifiers, quantities and stances."""
    contrasts: Watch
    conditions: Watch
    """Conditions and contrasts, before a clause."""
    premises: Watch
    openers: Watch
    pronouns: Watch
    determiners: Watch
    conjunctions: Watch
    numbers: Watch
    measures: Watch
    """Units and comparators, which belong to a figure."""
    figure_parts: Watch
    """All that makes or dates a figure, weak number words among it."""
    minors: Watch


Wordings = Mapping[str, Wording]
"""Language -> what is watched for; English is always among them."""

DIGITS = r"\d[\d.,]*"
APOSTROPHE = "['’ʼ]"
FALLBACK = "en"
TOKEN = re.compile(r"\w+|%")
APART = "".join(chr(code) if TOKEN.fullmatch(chr(code)) else " " for code in range(128))
"""Parts ASCII text into the same words, several times faster than the expression."""


def wording(lists: WordLists) -> Wording:
    """The word lists of a language, ready to be looked for."""
    numbers = lists.numbers
    measures = lists.units + lists.comparators
    return Wording(
        negations=_watch(lists.negations, numbers),
        limits=_watch(lists.qualifiers + lists.quantities + lists.stances, numbers),
        contrasts=_watch(lists.contrasts, numbers),
        conditions=_watch(lists.conditions + lists.contrasts, numbers),
        premises=_watch(lists.premises, numbers),
        openers=_watch(lists.openers, numbers),
        pronouns=_watch(lists.pronouns, numbers),
        determiners=_watch(lists.determiners, numbers),
        conjunctions=_watch(lists.conjunctions, numbers),
        numbers=_watch(numbers, numbers),
        measures=_watch(measures, numbers),
        figure_parts=_watch(lists.weak_numbers + lists.dates + measures, numbers),
        minors=_watch(lists.minors, numbers),
    )


def for_language(wordings: Wordings, tag: str) -> Wording:
    """What is watched for in a language (a tag of BCP 47), or in English where there is none."""
    return wordings.get(tag[:2].lower()) or wordings[FALLBACK]


def watched(text: str, watch: Watch) -> list[re.Match[str]]:
    """Where any of the entries stands in a text, as whole words, in order."""
    found: list[re.Match[str]] = []
    tokens = _tokens(text)
    if watch.may_stand_among(tokens):
        starts = [one.start() for one in TOKEN.finditer(text) if watch.may_begin(one[0].lower())]
        for start in starts:
            if not found or found[-1].end() <= start:
                hit = watch.expression.match(text, start)
                found += [hit] if hit else []
    if watch.endings and not watch.last.isdisjoint(tokens):
        found = sorted([*found, *watch.endings.finditer(text)], key=re.Match.start)
    return found


def may_hold(text: str, watch: Watch) -> bool:
    """Whether an entry may stand in a text: a quick look, which is never wrongly “no”."""
    tokens = _tokens(text)
    return watch.may_stand_among(tokens) or not watch.last.isdisjoint(tokens)


def begins(text: str, watch: Watch) -> str:
    """The entry that a text begins with, quotation marks and dashes before it aside, or “”."""
    token = TOKEN.search(text)
    if token is None or not watch.may_begin(token[0].lower()):
        return ""
    found = watch.expression.match(text, token.start())
    return found[0] if found else ""


def is_only(text: str, watch: Watch) -> bool:
    """Whether a text is one of the entries and nothing else."""
    return bool(watch.expression.fullmatch(text))


def figures_in(text: str, wording: Wording) -> list[re.Match[str]]:
    """Where digits or number words stand in a text."""
    found = [*re.finditer(DIGITS, text), *watched(text, wording.numbers)]
    return sorted(found, key=re.Match.start)


@lru_cache(64)
def _tokens(text: str) -> frozenset[str]:
    if text.isascii() and "%" not in text:
        return frozenset(text.lower().translate(APART).split())
    return frozenset(TOKEN.findall(text.lower()))


def _watch(entries: tuple[str, ...], numbers: tuple[str, ...]) -> Watch:
    longest_first = sorted(entries, key=len, reverse=True)
    endings = [one for one in longest_first if one.startswith("*")]
    others = [one for one in longest_first if not one.startswith("*")]
    first = [re.findall(r"\w+\*?|%", one.lower())[0] for one in others]
    return Watch(
        _either(others, numbers),
        frozenset(word for word in first if word[-1] != "*"),
        tuple(word[:-1] for word in first if word[-1] == "*"),
        _either(endings, numbers) if endings else None,
        frozenset(TOKEN.findall(one.lower())[-1] for one in endings),
    )


def _either(entries: Iterable[str], numbers: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_entry(one, numbers) for one in entries), re.I)


def _entry(entry: str, numbers: tuple[str, ...]) -> str:
    words = entry.removeprefix("=").removesuffix("#").strip()
    made = re.escape(words).replace(r"\*", r"[^\W_]*").replace("'", APOSTROPHE)
    made = re.sub(r"(?:\\ )+", r"\\s+", made)
    if words[-1].isalnum() or words[-1] == "*":
        made = rf"{made}(?![^\W_])"
    if entry.endswith("#"):
        either = "|".join(map(re.escape, numbers))
        made = rf"{made}(?=\s+(?:{DIGITS}|(?:{either})\b))"
    return f"(?-i:{made})" if entry.startswith("=") else made
