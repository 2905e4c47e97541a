"""Footnotes of a web page: which links and raised figures are their marks, where they stand."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from briefer.importers.html_parts import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3})[\])]?", re.I)
FIGURE = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3})[\])]?(?:\s*,\s*\d{1,3})*")
BACK = re.compile(r"[\s\[\]()^↩↑⏎⤴⬆️︎.]*(?:\d{1,3}|back|return|jump up)?[\s\[\]()^↩↑⏎⤴⬆️︎.:]*", re.I)
UNIT = re.compile(r"(?:^|[\s(/·])(?:[kcdm]?m|ft|yd|mi|s|[nrxyzc])$|\d$")
"""What stands before a raised figure that is a power, not a mark: km², 10³, x²."""

HOLDERS = ("li", "p", "dd", "td", "div", "aside", "section")
"""Blocks that a footnote is."""

NAMED = ("doc-noteref", "noteref", "footnote-ref", "footnote-reference", "fn-ref")


class Notes(Struct, frozen=True):
    """The links that lead to footnotes with what they say, and the footnotes with their marks."""

    marks: "Mapping[_Element, str]"
    of_notes: "Mapping[_Element, str]"
    backs: "frozenset[_Element]"
    """Links from a footnote back to its mark."""


def find(page: "_Element") -> Notes:
    """The footnotes of a page: what its raised or bracketed links lead to, further down."""
    links = [one for one in page.iter("a") if (one.get("href") or "").startswith("#")]
    if not links:
        return Notes({}, {}, frozenset())
    at, targets = _positions(page, set(links))
    marks: dict[_Element, str] = {}
    of_notes: dict[_Element, str] = {}
    for link in links:
        words = words_of(link).strip()
        number, target = targets.get((link.get("href") or "#")[1:], (-1, link))
        if number < at[link] or not _is_mark(link, words):
            continue
        note = _holder(target)
        if note is not None and not _is_around(note, link):
            marks[link] = words
            of_notes.setdefault(note, words.strip("[]()"))
    backs = (one for one in links if one not in marks and _is_back(one, of_notes))
    return Notes(marks, of_notes, frozenset(backs))


def _positions(
    page: "_Element", links: "set[_Element]"
) -> "tuple[dict[_Element, int], dict[str, tuple[int, _Element]]]":
    """How far down the page each of these links stands, and each element that has a name."""
    at: dict[_Element, int] = {}
    named: dict[str, tuple[int, _Element]] = {}
    for number, one in enumerate(page.iter("*")):
        if one in links:
            at[one] = number
        for name in (one.get("id"), one.get("name") if one.tag == "a" else None):
            if name:
                named.setdefault(name, (number, one))
    return at, named


def mark_of(one: "_Element", notes: Notes, before: str) -> str:
    """The words of an element that is only a footnote's mark, as they stand there; else nothing.

    `before` are the last words before it, empty where it opens a paragraph.
    """
    tag = one.tag
    if tag == "a":
        return words_of(one) if one in notes.marks or one in notes.backs else ""
    if tag not in ("sup", "span", "b", "i", "small") or not (notes.marks or tag == "sup"):
        return ""
    linked = [link for link in one.iter("a") if link in notes.marks or link in notes.backs]
    words = words_of(one)
    if linked and "".join(words_of(link) for link in linked).strip() == words.strip():
        return words
    if tag == "sup" and before and FIGURE.fullmatch(words.strip()) and not UNIT.search(before):
        return words
    return ""


def _is_mark(link: "_Element", words: str) -> bool:
    """Whether a link is written as marks of footnotes are: raised, in brackets, or named so."""
    if not MARK.fullmatch(words):
        return False
    above = link.getparent()
    raised = (above is not None and above.tag == "sup") or link.find("sup") is not None
    named = f"{link.get('role') or ''} {link.get('class') or ''} {link.get('type') or ''}".split()
    return raised or words[:1] in "[(*†‡§¶" or any(name in NAMED for name in named)


def _holder(target: "_Element") -> "_Element | None":
    """The block that a link leads to, or into."""
    for one in (target, *target.iterancestors()):
        if one.tag in HOLDERS:
            return one
        if one.tag in ("body", "article", "main"):
            return None
    return None


def _is_around(block: "_Element", link: "_Element") -> bool:
    return any(above is block for above in link.iterancestors())


def _is_back(link: "_Element", of_notes: "Mapping[_Element, str]") -> bool:
    words = words_of(link)
    note = next((above for above in link.iterancestors() if above in of_notes), None)
    if note is None:
        return False
    return bool(BACK.fullmatch(words)) or words.strip(" []()") == of_notes[note]
