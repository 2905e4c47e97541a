"""Phrases that rules look for, found in one pass over a text: words first, the rest on a hit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from briefer.core.figure_words import any_of
from briefer.extractors.suggestion import Words

WORD = re.compile(r"[^\W_]+")
FEW = r"(?:,?\s+[^\W_][\w'’-]*){0,3}?"
"""What an ellipsis in a phrase stands for: up to three words."""


class Rule(Struct, frozen=True, eq=False):
    """A rule: its name in words, how strong its suggestions are, and its phrases.

    In a phrase a space is any white space, `/` parts words that can stand for each other, `*` is
    any letters at the end of a word, `…` up to three words; a word in round brackets may be
    missing. A phrase with a capital is looked for as it is written; one that
    begins with `^` only at the beginning of a sentence.
    """

    name: str
    strength: int
    phrases: tuple[str, ...]
    needs: str = ""
    """The name of a rule that the sentence must meet too."""
    near: int = 1000
    """Code points between the two, at most."""
    asks: bool = False
    """Whether it asks or obliges, so that what it names is not yet so."""
    clause: bool = False
    """Whether it is a clause of a resolution."""


class Hit(Struct, frozen=True):
    """A rule that was met, and where."""

    rule: Rule
    start: int
    end: int
    opens: bool = False
    """Whether it only counts at the beginning of a sentence."""

    def words(self, text: str) -> Words:
        """The words that met the rule."""
        return Words(text[self.start : self.end], self.start, self.end)


Entry = tuple[Rule, re.Pattern[str], bool]

KEPT = 50_000
"""Words of which it is kept which phrases they can begin, at most."""


class Index(dict[str, Sequence[Entry]]):
    """The phrases that a word can begin, by the word in small letters; worked out once a word."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        self._whole: dict[str, list[Entry]] = {}
        self._stems: dict[str, list[Entry]] = {}
        for rule in rules:
            for phrase in rule.phrases:
                words = phrase.removeprefix("^")
                entry = (rule, _compiled(words), phrase.startswith("^"))
                for first in words.split()[0].split("/"):
                    stem = re.match(r"[^\W_]+(\*?)", first)
                    if stem is None:
                        raise ValueError(f"a phrase must begin with a word: {phrase}")
                    kept = self._stems if stem[1] else self._whole
                    kept.setdefault(stem[0].rstrip("*").lower(), []).append(entry)
        self._any_stem = tuple(self._stems)

    def __missing__(self, word: str) -> Sequence[Entry]:
        found = list(self._whole.get(word, ()))
        if word.startswith(self._any_stem):
            stems = (some for stem, some in self._stems.items() if word.startswith(stem))
            found += [entry for some in stems for entry in some]
        if len(self) >= KEPT:
            self.clear()
        self[word] = found
        return found


def hits(text: str, known: Index) -> Iterator[Hit]:
    """Every phrase that stands in a text, in the order of their first words."""
    for word in WORD.finditer(text):
        for rule, rest, opens in known[word[0].lower()]:
            if found := rest.match(text, word.start()):
                yield Hit(rule, found.start(), found.end(), opens)


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    first, *others = phrase.split()
    made = _either(first) + "".join(_slot(slot) for slot in others)
    return re.compile(rf"{made}(?![^\W_])", re.I if phrase == phrase.lower() else 0)


def _slot(slot: str) -> str:
    """One word of a phrase, with the white space before it."""
    if slot == "…":
        return FEW
    words = rf"(?:,?\s+{_either(slot.strip('()'))})"
    return f"{words}?" if slot.startswith("(") else words


def _either(words: str) -> str:
    made = (re.escape(one).replace(r"\*", r"\w*").replace("'", "['’]") for one in words.split("/"))
    return f"(?:{'|'.join(made)})"


def either(words: Iterable[str]) -> str:
    """An expression for any of these words, the longest first; either apostrophe will do."""
    return any_of(words).replace("'", "['’]")
