"""What is typed to search with, read as words, phrases and filters; any text can be read."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from briefer.core.folds import searchable, words_in_order
from briefer.core.letters import by_letters, first_letter, lettered_words
from briefer.core.model import KINDS, Kind

FIELDS: Mapping[str, str] = {
    "speaker": "speaker",
    "author": "author",
    "by": "author",
    "type": "type",
    "language": "language",
    "publisher": "publisher",
    "tag": "tag",
}
"""Filters by what a record or a person says, as typed -> what they look at."""

DATES = ("after", "before", "date")
"""Filters by the date of a document; `after` and `before` leave out the time that is named."""

STATES = ("superseded", "withdrawn", "undated", "tagged", "used")
"""What `is:` can ask for."""

NAMES = ("kind", "is", *DATES, *FIELDS)
"""Every filter."""

CHOICES: Mapping[str, tuple[str, ...]] = {"kind": KINDS, "is": STATES}
"""The filters that take one of a few values; the beginning of a value is enough."""

UNDATED = "none"
"""What `date:` is given for documents without a date."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟", '"'))
_TOKEN = re.compile(
    rf"""(?P<minus>(?<!\S)-(?=[^\W_]|"[^"]*"))?
    (?: (?P<name>(?<![^\s-])(?:{"|".join(NAMES)})): (?P<value>"[^"]*(?:"|\Z)|\S*)
      | "(?P<phrase>[^"]*)" | (?P<word>\S+) )""",
    re.VERBOSE | re.IGNORECASE,
)


class Term(Struct, frozen=True):
    """Words that were typed: the last begins a word of the text or, if they are whole, is one."""

    text: str
    whole: bool = False

    @property
    def by_letters(self) -> bool:
        """Whether it holds a script that is searched letter by letter."""
        return by_letters(self.text)

    def sought(self) -> tuple[str, re.Pattern[str]] | None:
        """How it is found in searchable() text: the letters it begins with, then an expression.

        None when it holds no letter or digit.
        """
        words = re.findall(r"[^\W_]+", searchable(self.text))
        if not words:
            return None
        if self.by_letters:
            return first_letter(self.text), lettered_words(self.text, whole=self.whole)
        return words[0], words_in_order(words, whole=self.whole)


class Filter(Struct, frozen=True):
    """One of FIELDS, DATES or `is`, and its value, which is found whole or as a beginning."""

    name: str
    value: str
    whole: bool = False
    excluded: bool = False


class Query(Struct, frozen=True):
    """What to look for.

    Every wanted term, no unwanted one, and of the filters of each name one at least: in the
    document. A kind is one of the sentences.
    """

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    kinds: tuple[Kind, ...] = ()
    faults: tuple[str, ...] = ()
    """Sentences on filters whose values are none; they make the query one that finds nothing."""
    near: bool = False
    """Whether the wanted terms must stand near each other, within a long paragraph."""

    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.wanted or self.unwanted or self.filters or self.kinds or self.faults)

    def named(self) -> tuple[str, ...]:
        """The filters as they can be typed."""
        kinds = [filter_text("kind", kind) for kind in self.kinds]
        return (*kinds, *(_typed(one) for one in self.filters))


def parse(typed: str) -> Query:
    """Reads what was typed; what is no filter is taken literally.

    Words find words that begin with them, words in quotation marks whole ones, one after the
    other; a star at the end of a phrase makes its last word a beginning. A minus excludes.
    """
    wanted: dict[bool, list[Term]] = {True: [], False: []}
    filters: list[Filter] = []
    for found in _TOKEN.finditer(typed.translate(_QUOTES)):
        excluded = found["minus"] is not None
        if found["name"] is None:
            term = _term(found["phrase"], found["word"])
            if term.sought() is not None:
                wanted[not excluded].append(term)
        elif found["value"].strip('"*'):
            filters.append(_filter(found["name"].lower(), found["value"], excluded))
    kinds = [one for one in filters if one.name == "kind"]
    return Query(
        *(tuple(wanted[True]), tuple(wanted[False])),
        tuple(one for one in filters if one.name != "kind"),
        tuple(kind for one in kinds for kind in KINDS if kind == one.value),
        tuple(fault for one in filters if (fault := _fault(one))),
    )


def filter_text(name: str, value: str, *, whole: bool = True) -> str:
    """A filter as it is typed, for a whole value or the beginning of one."""
    value = value.translate(_QUOTES).replace('"', " ")
    if name in ("kind", "is", *DATES):
        return f"{name}:{value}"
    return f'{name}:"{value}{"" if whole else "*"}"'


def with_filter(typed: str, name: str, value: str) -> str:
    """What was typed with a filter added, or taken out if it is there."""
    wanted = filter_text(name, value)
    kept = _without(typed, lambda one: one == wanted)
    return kept if kept != typed.strip() else f"{kept} {wanted}".strip()


def without_filters(typed: str, names: Iterable[str] = NAMES) -> str:
    """What was typed, without the filters of these names."""
    unwanted = tuple(f"{name}:" for name in names)
    return _without(typed, lambda one: one.lower().removeprefix("-").startswith(unwanted))


def _without(typed: str, unwanted: Callable[[str], bool]) -> str:
    found = list(_TOKEN.finditer(typed.translate(_QUOTES)))
    if not any(one["name"] and unwanted(one[0]) for one in found):
        return typed.strip()
    kept = [one for one in found if not (one["name"] and unwanted(one[0]))]
    return " ".join(typed[one.start() : one.end()] for one in kept)


def _term(phrase: str | None, word: str) -> Term:
    if phrase is None:  # a sign at its end closes the word: C++, 4.5%
        begins = word.endswith("*") or unicodedata.category(word[-1])[0] not in "PS"
        return Term(word.rstrip("*"), whole=not begins)
    return Term(phrase.rstrip("*"), whole=not phrase.endswith("*"))


def _filter(name: str, typed: str, excluded: bool) -> Filter:
    """A filter from its value as it was typed; quotation marks that are closed make it whole."""
    closed = len(typed) > 1 and typed.startswith('"') and typed.endswith('"')
    value = typed.strip('"')
    whole = closed and not value.endswith("*")
    value = value.rstrip("*")
    if name in CHOICES:
        like = re.sub(r"[\s-]", "_", value.lower())
        begun = [one for one in CHOICES[name] if one.startswith(like)]
        return Filter(name, begun[0] if begun else value, excluded=excluded)
    if name in DATES:
        return Filter(name, value.lower(), excluded=excluded)
    return Filter(FIELDS[name], value, whole, excluded)


def _fault(one: Filter) -> str:
    """What is wrong with the value of a filter, and what it can be; empty when nothing is."""
    if one.name == "kind" and one.excluded:
        return "A kind cannot be excluded; ask for the other ones."
    if one.name in CHOICES and one.value not in CHOICES[one.name]:
        *most, last = CHOICES[one.name]
        return f"“{one.name}:{one.value}” is no filter: {one.name} is {', '.join(most)} or {last}."
    dated = _DATE.fullmatch(one.value) or (one.name == "date" and one.value == UNDATED)
    if one.name in DATES and not dated:
        return f"“{one.name}:{one.value}” is no date: write 2024, 2024-06 or 2024-06-17."
    return ""


def _typed(one: Filter) -> str:
    quoted = one.whole or " " in one.value
    value = f'"{one.value}{"" if one.whole else "*"}"' if quoted else one.value
    return f"{'-' if one.excluded else ''}{one.name}:{value}"
