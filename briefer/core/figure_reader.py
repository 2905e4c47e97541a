"""The expressions that read the figures of a language, made from its table of words."""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from briefer.core.figure_words import Comparator, FigureWords, any_of, figure_words, key

WORD = re.compile(r"[^\W_]+")


class Reader(Struct, frozen=True, eq=False):
    """The expressions that read the figures of one language."""

    words: FigureWords
    first: frozenset[str]
    """The words that a number can begin with, in small letters."""
    number: re.Pattern[str]
    digits: re.Pattern[str]
    scale: re.Pattern[str]
    half_more: re.Pattern[str]
    percent: re.Pattern[str]
    points: re.Pattern[str]
    sign: re.Pattern[str]
    money: re.Pattern[str]
    how: re.Pattern[str]
    how_after: re.Pattern[str]
    to: re.Pattern[str]
    and_: re.Pattern[str]
    between: re.Pattern[str]
    name: re.Pattern[str]
    month_before: re.Pattern[str]
    month_after: re.Pattern[str]
    year: re.Pattern[str]
    move_before: re.Pattern[str]
    move_after: re.Pattern[str]
    comparators: Mapping[str, Comparator]
    rises: frozenset[str]
    skips: frozenset[str]
    ends: frozenset[str]
    durations: frozenset[str]


@cache
def reader_for(language: str) -> Reader:
    """The reader of a language (two letters); English where there is no table for it."""
    words = figure_words(language)
    digits = _digits(words)
    scale, months = any_of(words.scales), any_of(words.months)
    moves = any_of((*words.rises, *words.falls))
    signs = any_of(one for one in words.money if not one[0].islower())
    phrases = (
        *words.numbers, *words.halves, *words.shares, *words.vague, *words.one, *words.rounds,
        *words.factors,
    )  # fmt: skip
    return Reader(
        words=words,
        first=frozenset(one.lower() for phrase in phrases for one in WORD.findall(phrase)[:1]),
        number=re.compile(_number(words, digits), re.I),
        digits=re.compile(rf"{digits}(?![\w/:@]|-\w|\.\d)"),
        scale=re.compile(rf"[\s-]?({scale})(?!\w)", re.I),
        half_more=re.compile(rf"\s(?:{any_of(words.half_more)})(?!\w)", re.I),
        percent=re.compile(rf"\s?(?:{any_of(words.percent)})(?!\w)", re.I),
        points=re.compile(rf"\s?(?:{any_of(words.points)})(?!\w)", re.I),
        sign=re.compile(rf"(?<!\w)({signs})\s?$"),
        money=re.compile(rf"\s({any_of(words.money)})(?!\w)", re.I),
        how=re.compile(rf"(?<![\w-])({any_of(words.before)})\s?$", re.I),
        how_after=re.compile(rf"\s({any_of(words.after)})(?!\w)", re.I),
        to=re.compile(rf"\s?(?:{any_of(words.to)})\s?", re.I),
        and_=re.compile(rf"\s(?:{any_of(words.and_)})\s", re.I),
        between=re.compile(rf"(?<!\w)(?:{any_of(words.between)})\s$", re.I),
        name=re.compile(rf"(?<!\w)(?:(?i:{any_of(words.names)})|[A-Z][A-Z]+)[\s-]$"),
        month_before=re.compile(rf"(?<!\w)(?:{months})\.?\s(?:\d+[–-])?$", re.I),
        month_after=re.compile(rf"(?:[–-]\d+)?\s(?:{months})(?!\w)", re.I),
        year=re.compile(rf"(?:(?<!\w)(?:{any_of(words.year_follows)})[\s-]|[(/–—-]|,\s)$", re.I),
        move_before=re.compile(
            rf"(?<![\w-])(?<!made )(?<!make )(?<!makes )({moves})\s"
            rf"(?:{any_of(words.by)})?\s?(?:(?:{any_of(words.before)})\s?)?$",
            re.I,
        ),
        move_after=re.compile(rf"\s({moves})(?!\w)", re.I),
        comparators={key(one): how for one, how in {**words.before, **words.after}.items()},
        rises=frozenset(words.rises),
        skips=frozenset(words.skips),
        ends=frozenset(words.ends),
        durations=frozenset(words.durations),
    )


def _digits(words: FigureWords) -> str:
    return (
        rf"(?:\d{{1,3}}(?:[{words.thousands}]\d{{3}})+(?!\d)|\d+)(?:{re.escape(words.decimal)}\d+)?"
    )


def _number(words: FigureWords, digits: str) -> str:
    """The expression for a number, with a group for each way of writing one."""
    scale, token, shares = any_of(words.scales), any_of(words.numbers), any_of(words.shares)
    joined = rf"(?:[\s-]|[\s-](?:{any_of(words.joins)})[\s-])"
    glued = f"(?P<glued>{any_of(words.glued)})?" if words.glued else "(?P<glued>(?!))?"
    which = "|".join(rf"(?<={one}\s)" for one in words.of_which)
    fold = rf"(?:{any_of(words.factors)})(?!-|\w|\s(?:{any_of(words.never_factor)})\b)"
    return (
        rf"(?<![\w.,:/#@–-])(?:"
        rf"(?P<factor>{fold}|(?:\d+|{token})(?=\s(?:{any_of(words.times)})(?!\w)))"
        rf"|(?P<round>(?:{any_of(words.rounds)})(?!-|\w))"
        rf"|(?P<ratio>(?:\d+|{token})\s(?:(?!(?:{scale})\b)[^\W\d]+\s)?(?:{any_of(words.out_of)})"
        rf"\s(?!(?:18|19|20)\d\d\b)(?:\d+|{token})\b(?!-|\s(?:{scale})))"
        rf"|(?P<part>(?:{any_of(words.halves)})\s?(?:{scale})\b)"
        rf"|(?P<share>(?:{shares})(?=\s(?:{any_of(words.whole)}))"
        rf"|(?:{which})(?:{shares})(?!-|\w))"
        rf"|(?P<vague>(?:{any_of(words.vague)})\b)"
        rf"|(?P<one>(?:{any_of(words.one)})\s(?:{scale}|hundred)\b)"
        rf"|(?P<words>(?:{token})(?:{joined}(?:{token})\b)*(?!-?\w))"
        rf"|(?P<digits>{digits}){glued}(?![\w/:@]|-\w|\.\d)"
        rf")"
    )
