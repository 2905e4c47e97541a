"""Names in a text: of persons, with their titles taken off, and of bodies."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.extractors.phrases import either
from briefer.extractors.tables import Speech

BIG = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽȘȚ"
TOKEN = rf"[{BIG}](?:[\w-]|['’](?!s\b)(?=\w))*"

WORD = re.compile(r"[\w.'’-]+")

Token = tuple[str, int, int]
"""A word, and where it begins and ends in its name."""

NameKind = Literal["person", "body", "office"]


class Name(Struct, frozen=True):
    """A name as it stands in a text (code points), titles outside."""

    kind: NameKind
    text: str
    start: int
    end: int
    roles: frozenset[str] = frozenset()
    """Offices and occupations that stand before it, in small letters."""
    gender: str = ""
    begins: int = 0
    """Where its titles begin."""


def names(text: str, speech: Speech, start: int = 0, end: int | None = None) -> Iterator[Name]:
    """The names in a part of a text, in order."""
    alone, more, office = _expressions(speech)
    end = len(text) if end is None else end
    while found := alone.search(text, start, end):
        start = found.end()
        name = _read(found, speech)
        if name is None:
            continue
        expression = {"body": more, "office": office}.get(name.kind)
        if expression and (rest := expression.match(text, name.end, end)):
            name = replace(
                name, text=" ".join(text[name.start : rest.end()].split()), end=rest.end()
            )
        start = max(start, name.end)
        yield name


@cache
def titles(speech: Speech) -> frozenset[str]:
    """The words that may stand as a title before a name, in small letters."""
    return speech.roles | speech.adjuncts | speech.honorifics.keys()


@cache
def _expressions(speech: Speech) -> tuple[re.Pattern[str], ...]:
    """What finds a name, and what goes on it: Office *for Disarmament*, Secrétaire *général*."""
    small, links = either(speech.particles), either(speech.links)
    stops = "|".join(rf"(?<=\b{re.escape(one.capitalize())})" for one in speech.honorifics)
    stop = rf"(?:(?<=\b[{BIG}])\.(?:[{BIG}]\.)*|(?:{stops})\.)?"
    rest = rf"(?:[\w-]|['’](?!s\b)(?=\w))*{stop}"
    return (
        re.compile(  # begins with a set of letters, by which it is found fast
            rf"[{BIG}](?<![\w-].)(?<!(?<![lLdD])['’].){rest}"
            rf"(?:\s+(?:(?:{small})[\s’']+){{0,2}}[{BIG}]{rest}){{0,6}}"
        ),
        re.compile(rf"(?:\s+(?:{links})[\s’'](?:(?:{links})[\s’'])?{TOKEN}(?:\s{TOKEN})*)+"),
        re.compile(rf"(?:\s+(?:{either(speech.roles)})(?!\w))+"),
    )


def _read(found: re.Match[str], speech: Speech) -> Name | None:
    if found[0].lower() in speech.small:  # the first word of a sentence, as a rule
        return None
    tokens = _tokens(found[0], speech)
    return _named(found.start(), found[0], tokens, speech) if tokens else None


def _tokens(words: str, speech: Speech) -> list[Token]:
    """The words of a name, without those that only begin a sentence or lead on from it."""
    tokens = [(one[0], one.start(), one.end()) for one in WORD.finditer(words)]
    while tokens and tokens[0][0].lower() in speech.small and not tokens[0][0][1:].isupper():
        tokens = tokens[1:]
    while tokens and tokens[-1][0] in speech.particles:
        tokens = tokens[:-1]
    return tokens


def _named(at: int, words: str, tokens: list[Token], speech: Speech) -> Name | None:
    lowered = [one[0].lower().rstrip(".") for one in tokens]
    known = titles(speech)
    last = max((n for n, word in enumerate(lowered) if word in known), default=-1)
    kind: NameKind = "person" if last + 1 < len(tokens) else "office"
    kept = tokens[last + 1 :] or tokens
    if kind == "office" and speech.roles.isdisjoint(lowered):
        return None
    if not speech.bodies.isdisjoint(lowered) and speech.honorifics.keys().isdisjoint(lowered):
        kind, kept = "body", tokens
    elif kind == "person" and not speech.places.isdisjoint(lowered[last + 1 :]):
        return None
    if len(tokens) == 1 and len(tokens[0][0]) > 1 and tokens[0][0].isupper():
        kind = "body"
    gender = next((speech.honorifics[one] for one in lowered if speech.honorifics.get(one)), "")
    start, end = kept[0][1], kept[-1][2]
    return Name(
        kind,
        " ".join(words[start:end].split()),
        at + start,
        at + end,
        frozenset(word for word in lowered if word in speech.roles),
        gender,
        at + tokens[0][1],
    )
