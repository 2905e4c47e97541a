"""What a web page says about itself in tags that nobody sees, as inferred fields of the record."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from briefer.core.record import Date, Field, Name, Value
from briefer.importers.html_parts import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

META: Mapping[str, Sequence[str]] = {
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"),
    "author": ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator"),
    "issued": (
        "article:published_time", "citation_publication_date", "dc.date", "dcterms.issued",
        "dcterms.date", "date", "datepublished", "pubdate", "publish-date", "dc.date.issued",
    ),
    "publisher": ("dc.publisher", "dcterms.publisher", "citation_publisher"),
    "container-title": ("og:site_name", "application-name"),
    "language": ("dc.language", "dcterms.language"),
    "URL": ("og:url",),
}  # fmt: skip
"""Field -> the names of meta elements it is read from; the first that is there counts."""

ARTICLES = frozenset({
    "AdvertiserContentArticle", "AnalysisNewsArticle", "Article", "BlogPosting", "NewsArticle",
    "OpinionNewsArticle", "Report", "ReportageNewsArticle", "ScholarlyArticle",
    "TechArticle", "WebPage",
})  # fmt: skip
"""Kinds of things (schema.org) that are the document itself."""

ISO_DATE = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d/])")
WRITTEN_BY = re.compile(r"https?://|www\.|@")
"""An author who is an address is no name."""

LARGEST_SCRIPT = 1024 * 1024


def record_of(page: "_Element", saved_from: str = "") -> dict[str, Field]:
    """The fields that a page names: JSON-LD first, then meta elements, then its head.

    `saved_from` is the address that a browser noted when it saved the page.
    """
    found: dict[str, Value] = {}
    for fields in (_linked(page), _meta(page), _head(page)):
        for name, value in fields.items():
            if value and name not in found:
                found[name] = value
    if saved_from.startswith(("http://", "https://")):
        found.setdefault("URL", saved_from)
    return {name: Field(value, "inferred") for name, value in found.items()}


def date(words: str) -> Date | None:
    """A date that begins as ISO 8601 writes it, as precise as it is; None for any other."""
    read = ISO_DATE.match(words)
    if not read:
        return None
    parts = tuple(int(part) for part in read.groups() if part)
    try:
        datetime.date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return Date((parts,))


def _meta(page: "_Element") -> dict[str, Value]:
    said: dict[str, list[str]] = {}
    for one in page.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        content = " ".join((one.get("content") or "").split())
        if name and content:
            said.setdefault(name.lower(), []).append(content)
    found: dict[str, Value] = {}
    for field, names in META.items():
        values = next((said[name] for name in names if name in said), [])
        if values:
            found |= _valued(field, values)
    return found


def _valued(field: str, values: Sequence[str]) -> dict[str, Value]:
    """A field in the form it has in the record; nothing when the words do not give one."""
    if field == "author":
        names = tuple(Name(one) for one in values if one and not WRITTEN_BY.search(one))
        return {field: names} if names else {}
    if field == "issued":
        read = date(values[0])
        return {field: read} if read else {}
    if field == "URL" and not values[0].startswith(("http://", "https://")):
        return {}
    return {field: values[0]} if values[0] else {}


def _head(page: "_Element") -> dict[str, Value]:
    found: dict[str, Value] = {}
    for one in page.iter("link"):
        if (one.get("rel") or "").lower() == "canonical":
            found |= _valued("URL", [one.get("href") or ""])
    title = page.find(".//title")
    if title is not None:
        found |= _valued("title", [" ".join(words_of(title).split())])
    for one in page.iter("time"):
        if "issued" not in found and (one.get("pubdate") is not None or _only(page, one)):
            found |= _valued("issued", [one.get("datetime") or ""])
    language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    found |= _valued("language", [language.strip()])
    return found


def _only(page: "_Element", time: "_Element") -> bool:
    """Whether a page names one date alone; of several no one knows which is its own."""
    return {one.get("datetime") for one in page.iter("time")} == {time.get("datetime")}


def _linked(page: "_Element") -> dict[str, Value]:
    """What the first article among the JSON-LD of a page says (schema.org)."""
    for script in page.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json" or len(
            text
        ) > LARGEST_SCRIPT:
            continue
        try:
            things = list(_things(json.loads(text)))
        except (ValueError, RecursionError):
            continue
        for thing in things:
            if not ARTICLES.isdisjoint(_texts(thing.get("@type"))):
                return _described(thing)
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, those of its graph one by one."""
    for one in data if isinstance(data, list) else [data]:
        if isinstance(one, dict):
            graph = one.get("@graph")
            yield from (
                (inner for inner in graph if isinstance(inner, dict))
                if isinstance(graph, list)
                else (one,)
            )


def _described(thing: Mapping[str, Any]) -> dict[str, Value]:
    said = {
        "title": _texts(thing.get("headline") or thing.get("name")),
        "author": _names(thing.get("author")),
        "issued": _texts(thing.get("datePublished")),
        "publisher": _names(thing.get("publisher")),
        "language": _texts(thing.get("inLanguage")),
        "URL": _texts(thing.get("url")),
    }
    found: dict[str, Value] = {}
    for field, values in said.items():
        if values:
            found |= _valued(field, values)
    return found


def _names(value: Any) -> list[str]:
    several = value if isinstance(value, list) else [value]
    names = (one.get("name") if isinstance(one, dict) else one for one in several)
    return [text for name in names for text in _texts(name)]


def _texts(value: Any) -> list[str]:
    several = value if isinstance(value, list) else [value]
    texts = (" ".join(one.split()) for one in several if isinstance(one, str))
    return [text.encode("utf-8", "replace").decode() for text in texts if text]
