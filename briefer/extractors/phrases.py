"""Phrases that rules look for, found in one pass over a text: words first, the rest on a hit."""

import re
from collections.abc import Iterable, Iterator, Sequence

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
    counting: bool = True
    """Whether a sentence that counts something meets it too."""
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
    """The phrases that a word can begin, by the word; worked out once a word."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        phrases: dict[tuple[bool, str], dict[tuple[Rule, bool], list[str]]] = {}
        for rule in rules:
            for phrase in rule.phrases:
                words, opens = phrase.removeprefix("^"), phrase.startswith("^")
                for first in words.split()[0].split("/"):
                    begin = re.match(r"([^\W_]+)(\*?)", first)
                    if begin is None:
                        raise ValueError(f"a phrase must begin with a word: {phrase}")
                    same = phrases.setdefault((bool(begin[2]), begin[1].lower()), {})
                    same.setdefault((rule, opens), []).append(words)
        made = {
            key: [(rule, _compiled(tuple(some)), opens) for (rule, opens), some in same.items()]
            for key, same in phrases.items()
        }
        self._whole = {word: entries for (stem, word), entries in made.items() if not stem}
        self._stems = {word: entries for (stem, word), entries in made.items() if stem}
        self._any_stem = tuple(self._stems)

    def __missing__(self, written: str) -> Sequence[Entry]:
        word = written.lower()
        found = list(self._whole.get(word, ()))
        if word.startswith(self._any_stem):
            stems = (some for stem, some in self._stems.items() if word.startswith(stem))
            found += [entry for some in stems for entry in some]
        if len(self) >= KEPT:
            self.clear()
        self[written] = found
        return found


def hits(text: str, known: Index) -> Iterator[Hit]:
    """Every phrase that stands in a text, in the order of their first words."""
    small = text.lower()  # of the same length but for a few letters: then word by word
    for word in WORD.finditer(small if len(small) == len(text) else text):
        for rule, rest, opens in known[word[0]]:
            if found := rest.match(text, word.start()):
                yield Hit(rule, found.start(), found.end(), opens)


def _compiled(phrases: Sequence[str]) -> re.Pattern[str]:
    """One expression for the phrases of a rule that begin alike; capitals count where written."""
    return re.compile("|".join(_phrase(one) for one in sorted(phrases, key=len, reverse=True)))


def _phrase(phrase: str) -> str:
    first, *others = phrase.split()
    made = _either(first) + "".join(_slot(slot) for slot in others) + r"(?![^\W_])"
    return f"(?i:{made})" if phrase == phrase.lower() else f"(?:{made})"


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
