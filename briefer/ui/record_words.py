"""A source record in words for the panels: labels, summaries, and what is not stated."""

from collections.abc import Iterator, Mapping

from briefer.core.record import EXPECTED, LABELS, Field, Origin, Record, missing, shown, text_of
from briefer.core.record_terms import TYPES

NAMES: Mapping[str, str] = {"title": "title", "issued": "date", "URL": "web address"}
"""What fields are called in a sentence, where that is not the field's own name."""

NOT_STATED = "not stated in the text"
ORIGINS: Mapping[Origin, str] = {"source": "", "user": " (added by you)", "inferred": " (inferred)"}
CARRIED = " (from an earlier version, to be confirmed)"


def rows(record: Record) -> Iterator[tuple[str, str]]:
    """Label and value of each field that is known or expected; an empty value is unknown."""
    for field, label in LABELS.items():
        if field == "caveat":
            continue  # it has a place of its own
        if field in record:
            yield label, _known(field, record[field])
        elif field in EXPECTED:
            yield label, ""


def _known(name: str, field: Field) -> str:
    words = shown(field.value)
    origin = CARRIED if field.carried_from else ORIGINS[field.origin]
    return f"{TYPES.get(words, words) if name == 'type' else words}{origin}"


def who(record: Record) -> str:
    """Who speaks: the speaker, else the authors, else the publisher; many names are counted."""
    for field in ("speaker", "author", "publisher"):
        value = record[field].value if field in record else ""
        if isinstance(value, tuple) and len(value) > 3:
            return f"{value[0].shown()} and {len(value) - 1} others"
        if value:
            return text_of(record, field)
    return ""


def when(record: Record) -> str:
    """The date, or that there is none."""
    return text_of(record, "issued") or "date not stated"


def summary(record: Record) -> str:
    """Who, when and how in one line."""
    parts = (who(record), when(record), text_of(record, "delivery_status"))
    return " · ".join(part for part in parts if part)


def unstated(record: Record) -> str:
    """The expected fields that are unknown, in words; empty when there are none."""
    names = [NAMES.get(field, field) for field in missing(record)]
    return f"Not stated: {', '.join(names)}" if names else ""
