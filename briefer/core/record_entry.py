"""What is typed for a field of the source record, or stands in the text -> its value, checked."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal
from urllib.parse import urlsplit

from briefer.core.errors import WrongRequest
from briefer.core.folds import comparable, plain
from briefer.core.model import Source
from briefer.core.record import FIELDS, LABELS, Date, Field, Name, Value
from briefer.core.record_terms import DELIVERY, TYPES
from briefer.core.typed_dates import read_date, typed_date
from briefer.core.typed_names import read_names, typed_names

Sort = Literal["words", "lines", "names", "date", "type", "delivery", "address", "language"]

SORTS: Mapping[str, Sort] = {
    "type": "type", "author": "names", "speaker": "names", "issued": "date",
    "event-date": "date", "accessed": "date", "URL": "address", "language": "language",
    "delivery_status": "delivery", "note": "lines", "caveat": "lines",
}  # fmt: skip
"""What sort of value a field has; that of the others is words in one line."""

_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*", re.I
)
"""A language tag: language, script, region, variants (BCP 47, the common part of it)."""


def sort_of(field: str) -> Sort:
    """What sort of value a field has. Raises WrongRequest when there is no such field."""
    if field not in FIELDS:
        raise WrongRequest(
            f"A source record has no field “{field}”.", f"Its fields are: {', '.join(FIELDS)}."
        )
    return SORTS.get(field, "words")


def read_value(field: str, words: str) -> Value:
    """The value that some words say of a field, checked by its sort.

    Raises WrongRequest, with a hint, when there is no such field or the words do not fit it.
    """
    sort = sort_of(field)
    if not words.strip():
        raise WrongRequest(f"No words are given for {LABELS[field]}.", "Unset it if it is unknown.")
    return _READERS[sort](words)


def typed(field: str, value: Value) -> str:
    """The value as read_value reads it."""
    match value:
        case str():
            return value
        case Date():
            return typed_date(value)
        case _:
            return typed_names(value)


def check_value(field: str, value: Value) -> Value:
    """The value, if a field can have it. Raises WrongRequest."""
    sort = sort_of(field)
    kind = {"names": tuple, "date": Date}.get(sort, str)
    if not isinstance(value, kind) or not value:
        raise WrongRequest(f"That is no value of {LABELS[field]}.", "Unset it if it is unknown.")
    return read_value(field, value) if isinstance(value, str) else value


def evidence(source: Source, field: str, start: int, end: int, value: Value | None = None) -> Field:
    """A field as the words of the source's text between start and end (code points) say it.

    White space at the ends is left out. Where a value is given, the words must say it: each part
    of a name, the date, or the words themselves. Raises WrongRequest.
    """
    if not 0 <= start < end <= len(source.text) or not source.text[start:end].strip():
        raise WrongRequest(
            f"There are no words at {start} to {end} of {source.name()}.",
            f"Its text has {len(source.text)} characters.",
        )
    words = source.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    read = read_value(field, words) if value is None else check_value(field, value)
    if value is not None and not says(field, words, read):
        raise WrongRequest(
            f"Those words do not say this of {LABELS[field]}.", "Give it without a place instead."
        )
    return Field(read, "source", start, end)


def says(field: str, words: str, value: Value) -> bool:
    """Whether words of a text say the value of a field; letter case counts, the folds do not."""
    if isinstance(value, tuple):
        said = comparable(" ".join(words.split()))
        return all(comparable(part) in said for name in value for part in _parts(name))
    try:
        return read_value(field, words) == value
    except WrongRequest:
        return False


def _parts(name: Name) -> Iterator[str]:
    return filter(None, (name.literal, name.given, name.family, name.role, name.group))


def _words(words: str) -> Value:
    return " ".join(words.split())


def _lines(words: str) -> Value:
    return words.strip()


def _type(words: str) -> Value:
    wanted = plain(" ".join(words.split()))
    for kind, said in TYPES.items():
        if wanted in (kind, plain(said)):
            return kind
    raise WrongRequest(
        f"“{' '.join(words.split())}” is no kind of document.",
        f"The kinds are CSL's: {', '.join(TYPES)}.",
    )


def _delivery(words: str) -> Value:
    wanted = plain(" ".join(words.split())).strip(" .*()[]")
    if wanted in ("transcript", "checked against delivery"):
        return DELIVERY[1]
    if wanted in DELIVERY:
        return wanted
    raise WrongRequest(
        f"“{' '.join(words.split())}” is no term for how a text was delivered.",
        f"The terms are: {'; '.join(DELIVERY)}. Unset it if it is unknown.",
    )


def _address(words: str) -> Value:
    said = words.strip()
    try:
        parts = urlsplit(said)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or "." not in host or re.search(r"[\s<>\"]", said):
        raise WrongRequest(
            f"“{said}” is no web address.", "Give the whole of it, beginning with https://."
        )
    return said


def _language(words: str) -> Value:
    said = words.strip()
    if not _TAG.fullmatch(said):
        raise WrongRequest(
            f"“{said}” is no language tag.", "Write it as en, fr-CA or zh-Hans (BCP 47)."
        )
    language, *more = said.split("-")
    return "-".join([language.lower(), *(_subtag(one) for one in more)])


def _subtag(tag: str) -> str:
    """In the letter case that BCP 47 recommends."""
    return {2: tag.upper(), 4: tag.title()}.get(len(tag), tag.lower())


_READERS: Mapping[Sort, Callable[[str], Value]] = {
    "words": _words, "lines": _lines, "names": read_names, "date": read_date, "type": _type,
    "delivery": _delivery, "address": _address, "language": _language,
}  # fmt: skip
