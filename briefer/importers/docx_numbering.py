"""The numbers and signs that Word prints before the paragraphs of its lists."""

import re
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from briefer.importers.docx_names import W, transitional
from briefer.importers.numerals import numeral, sign

VAL = f"{W}val"
FORMS = {
    "decimal": "1", "decimalZero": "01", "lowerLetter": "a", "upperLetter": "A",
    "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip
"""The kinds of numbers that are printed as they are counted; others leave the marker empty."""

DEEPEST = 9
PLACEHOLDER = re.compile(r"%([1-9])")


class Numbered(Struct, frozen=True):
    """The list that a paragraph belongs to, and its level in it, from 0; `style` said so."""

    list: str
    level: int = 0
    style: str = ""


class Level(Struct, frozen=True):
    """How one level of a list counts and what it prints: %1 stands for the number of level 1."""

    start: int = 1
    form: str = "1"
    text: str = ""
    style: str = ""


def numbered_by(
    properties: "etree._Element | None", inherited: Numbered | None, style: str = ""
) -> Numbered | None:
    """The list that numbering properties (w:numPr) name, over the one that the style gives.

    The list 0 means none (ECMA-376, part 1, 17.9.18).
    """
    if properties is None:
        return inherited
    one, deep = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    key = inherited.list if one is None and inherited else "" if one is None else one.get(VAL, "")
    level = _integer(deep, inherited.level if inherited else 0)
    named = style if deep is None else ""
    return Numbered(key, min(max(level, 0), DEEPEST - 1), named) if key not in ("", "0") else None


class Lists:
    """The lists that a document defines."""

    def __init__(self, root: "etree._Element | None") -> None:
        root = transitional(root)
        parts = () if root is None else tuple(root)
        self._abstract = {
            one.get(f"{W}abstractNumId", ""): one for one in parts if one.tag == f"{W}abstractNum"
        }
        self._lists = {one.get(f"{W}numId", ""): one for one in parts if one.tag == f"{W}num"}
        self._known: dict[str, tuple[Mapping[int, Level], str]] = {}

    def levels(self, key: str) -> tuple[Mapping[int, Level], str]:
        """The levels of a list, and the name of its counters, which lists of one kind share."""
        if key not in self._known:
            element = self._lists.get(key)
            named = None if element is None else element.find(f"{W}abstractNumId")
            base = "" if named is None else named.get(VAL, "")
            levels = _levels(self._abstract[base]) if base in self._abstract else {}
            own = {} if element is None else _overrides(element, levels)
            self._known[key] = {**levels, **own}, f"own {key}" if own else base
        return self._known[key]


class Numbering:
    """The numbers of a document's lists, counted as its paragraphs come in reading order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counters: dict[str, dict[int, int]] = {}

    def marker(self, numbered: Numbered) -> str:
        """Counts one paragraph of a list and gives what is printed before it; empty if unknown."""
        levels, counted = self._lists.levels(numbered.list)
        counters = self._counters.setdefault(counted, {})
        named = (deep for deep, one in levels.items() if one.style == numbered.style)
        # a style that names no level is numbered on the level that names it (17.9.23)
        at = next(named, numbered.level) if numbered.style else numbered.level
        level = levels.get(at)
        if level is None:
            return ""
        counters[at] = counters.get(at, level.start - 1) + 1
        for deeper in range(at + 1, DEEPEST):
            counters.pop(deeper, None)
        return _printed(level, levels, counters)


def _printed(level: Level, levels: Mapping[int, Level], counters: Mapping[int, int]) -> str:
    if level.form == "bullet":
        return level.text
    complete = True

    def number(found: re.Match[str]) -> str:
        nonlocal complete
        at = int(found[1]) - 1
        other = levels.get(at, Level())
        digits = numeral(counters.get(at, other.start), other.form)
        complete = complete and bool(digits)
        return digits

    text = PLACEHOLDER.sub(number, level.text).strip()
    return text if complete else ""


def _levels(parent: "etree._Element") -> dict[int, Level]:
    found = {}
    for one in parent.iterchildren(f"{W}lvl"):
        deep = _integer_of(one.get(f"{W}ilvl", "0"), 0)
        if 0 <= deep < DEEPEST:
            found[deep] = _level(one)
    return found


def _level(element: "etree._Element") -> Level:
    texts = {name: element.find(f"{W}{name}") for name in ("start", "numFmt", "lvlText", "pStyle")}
    said = {name: "" if one is None else one.get(VAL, "") for name, one in texts.items()}
    text, form = said["lvlText"], said["numFmt"] or "decimal"
    if form == "bullet":
        fonts = element.find(f"{W}rPr/{W}rFonts")
        font = "" if fonts is None else fonts.get(f"{W}ascii", "")
        text = "".join(sign(ord(one), font) for one in text)
    if form == "none":
        text = PLACEHOLDER.sub("", text)
    form = form if form == "bullet" else FORMS.get(form, "")
    return Level(_integer_of(said["start"], 1), form, text, said["pStyle"])


def _overrides(num: "etree._Element", base: Mapping[int, Level]) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in num.iterchildren(f"{W}lvlOverride"):
        deep = _integer_of(one.get(f"{W}ilvl", "0"), 0)
        level = one.find(f"{W}lvl")
        made = base.get(deep, Level()) if level is None else _level(level)
        start = _integer(one.find(f"{W}startOverride"), made.start)
        if 0 <= deep < DEEPEST:
            found[deep] = Level(start, made.form, made.text, made.style)
    return found


def _integer(element: "etree._Element | None", default: int) -> int:
    return default if element is None else _integer_of(element.get(VAL, ""), default)


def _integer_of(digits: str, default: int) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else default
