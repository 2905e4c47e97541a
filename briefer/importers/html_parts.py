"""Which parts of a web page are the document, and which only surround it."""

import re
from collections.abc import Callable
from functools import cache
from typing import cast

from lxml.etree import XPath, _Element

from briefer.core.model import Role

LEFT_OUT = frozenset({
    "applet", "aside", "audio", "base", "basefont", "button", "canvas", "datalist", "del", "embed",
    "footer", "frameset", "head", "iframe", "input", "label", "link", "math", "meta", "meter",
    "nav", "noembed", "noframes", "noscript", "object", "option", "output", "param", "progress",
    "rp", "script", "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
"""Elements that are not the words of the document, or that a browser does not show."""

SELDOM = frozenset([*LEFT_OUT, "form", "header"])
"""All that may be left out without an attribute that says so; see `is_left_out`."""

ROLES_LEFT_OUT = frozenset({
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
    "navigation", "search", "toolbar",
})  # fmt: skip
"""The same by their role (WAI-ARIA 1.2)."""

NOT_SHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.I
)
"""Styles of what a browser does not show, and of the bullets that Word writes as words."""

CLASSES_LEFT_OUT = frozenset({
    "cookie-banner", "cookie-consent", "cookie-notice", "cookies", "element-invisible", "hidden",
    "noprint", "screen-reader-only", "screen-reader-text", "skip-link", "skip-to-content",
    "sr-only", "visually-hidden", "visuallyhidden",
})  # fmt: skip
"""Classes by which pages hide words, or mark what is about the page itself."""

BOILERPLATE = frozenset({
    "advertisement", "breadcrumb", "breadcrumbs", "comments", "gmail_attr", "gmail_quote",
    "gmail_signature", "moz-cite-prefix", "moz-signature", "newsletter", "newsletter-signup",
    "pagination", "related", "related-articles", "related-content", "related-links", "share",
    "share-buttons", "sharing", "social", "social-links", "social-share", "tags", "yahoo_quoted",
})  # fmt: skip
"""Classes and ids of what stands around a document, or of what a reply repeats."""

NAMING = frozenset({"class", "id"})
HIDING = frozenset({"aria-hidden", "class", "hidden", "role", "style"})
"""The attributes by which an element is told to be boilerplate, and to be hidden."""

words_of = cast(Callable[[_Element], str], XPath("string()", smart_strings=False))
"""All words inside an element, as they stand there."""

SHARE = 0.25
"""The part that calls itself the main one holds at least this share of the paragraphs' letters."""


def main_part(page: _Element) -> _Element:
    """The element that holds the document: the article or main element, else the body."""
    body = page.find("body")
    if body is None:
        return page
    length = cache(lambda one: len(words_of(one)))
    letters = cache(lambda part: _letters(part, length))
    part = body
    mains = [one for one in body.iter("main", "div", "section") if _is_main(one)]
    if mains:
        longest = max(mains, key=letters)
        part = longest if letters(longest) > SHARE * letters(body) else body
    articles = [one for one in part.iter("article") if not _inside(one, "article", part)]
    if not articles:
        return part
    longest = max(articles, key=letters)
    return longest if letters(longest) > letters(part) / 2 else part


def _is_main(one: _Element) -> bool:
    return one.tag == "main" or one.get("role") == "main"


def main_heading(page: _Element, part: _Element) -> _Element | None:
    """The heading of the document that stands outside its main part, if it has none inside."""
    if next(part.iter("h1"), None) is not None:
        return next(part.iter("h1"))
    for heading in page.iter("h1"):
        around = [heading, *heading.iterancestors()]
        if not any(_is_hidden(one) or one.tag in ("nav", "aside", "footer") for one in around):
            return heading
    return None


def is_left_out(one: _Element, tag: str, role: Role) -> bool:
    """Whether an element, of this tag, is no part of the document."""
    if tag in LEFT_OUT:
        return True
    if tag == "form":  # some pages are one form as a whole
        return next(one.iter("p", "h1", "article"), None) is None
    if tag == "header" and not any(
        above.tag in ("article", "main", "section") for above in one.iterancestors()
    ):
        return role == "body"
    if tag == "div" and one.get("title") in ("header", "footer"):  # LibreOffice's, of the page
        return True
    return _is_hidden(one)


def is_boilerplate(one: _Element, tag: str) -> bool:
    """Whether an element, of this tag, by its name repeats or leads on; never the document."""
    if tag == "blockquote":
        return one.get("type") == "cite"
    if NAMING.isdisjoint(one.keys()):
        return False
    names = {*(one.get("class") or "").lower().split(), (one.get("id") or "").lower()}
    if names.isdisjoint(BOILERPLATE):
        return False
    return next(one.iter("h1", "main", "article"), None) is None


def has_cells(table: _Element) -> bool:
    """Whether a table is one of data; many pages and most mail use tables for their layout."""
    if table.get("role") in ("presentation", "none") or next(table.iter("table")) is not table:
        return False
    if any(one is not table for one in table.iter("table", "h1", "h2")):
        return False
    if next(table.iter("th", "caption", "thead"), None) is not None:
        return True
    return any(sum(1 for _ in row.iterchildren("td")) > 1 for row in table.iter("tr"))


def _is_hidden(one: _Element) -> bool:
    if HIDING.isdisjoint(one.keys()):  # most elements: one cheap question
        return False
    if one.get("hidden") is not None or one.get("aria-hidden") == "true":
        return True
    if one.get("role") in ROLES_LEFT_OUT or NOT_SHOWN.search(one.get("style") or ""):
        return True
    names = one.get("class")
    return names is not None and not CLASSES_LEFT_OUT.isdisjoint(names.lower().split())


def _letters(part: _Element, length: Callable[[_Element], int]) -> int:
    """The letters of its paragraphs; of the whole where it has none."""
    return sum(map(length, part.iter("p", "li", "blockquote"))) or length(part)


def _inside(one: _Element, tag: str, part: _Element) -> bool:
    for above in one.iterancestors():
        if above is part:
            return False
        if above.tag == tag:
            return True
    return False
