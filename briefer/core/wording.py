"""The words that the rules of quoting watch for, one value a language, and how they are found."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

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


def for_language(wordings: Wordings, tag: str) -> Wording:
    """The word lists for a language tag (BCP 47); those of English where there are none."""
    return wordings.get(tag[:2].lower()) or wordings[FALLBACK]


def watched(text: str, entries: tuple[str, ...], wording: Wording) -> Iterator[re.Match[str]]:
    """Where any of these entries stands in a text, as whole words."""
    return _expression(entries, wording.numbers).finditer(text)


def begins(text: str, entries: tuple[str, ...], wording: Wording) -> str:
    """The entry that a text begins with, quotation marks and dashes before it aside, or “”."""
    skipped = re.match(r"[\W_]*", text)
    at = skipped.end() if skipped else 0
    found = _expression(entries, wording.numbers).match(text, at)
    return found[0] if found else ""


def is_only(text: str, entries: tuple[str, ...], wording: Wording) -> bool:
    """Whether a text is one of the entries and nothing else."""
    return bool(_expression(entries, wording.numbers).fullmatch(text))


def figures_in(text: str, wording: Wording) -> Iterator[re.Match[str]]:
    """Where digits or number words stand in a text."""
    return re.finditer(rf"{DIGITS}|{_expression(wording.numbers, ()).pattern}", text, re.I)


@cache
def _expression(entries: tuple[str, ...], numbers: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(entries, key=len, reverse=True)
    return re.compile("|".join(_entry(one, numbers) for one in longest_first), re.I)


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
