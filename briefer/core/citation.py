"""A pick and its source record -> citation: bracket tags and the entries of the source list."""

import re
from collections.abc import Iterator, Mapping

from briefer.core.document import Run
from briefer.core.marked import is_second_hand
from briefer.core.model import Briefing, Pick, Source
from briefer.core.record import Name, Record, shown, text_of

NOT_STATED = "not stated in the text seen"


def number_sources(briefing: Briefing) -> dict[str, str]:
    """Source id -> S1, S2 … in the order in which the briefing first cites them."""
    ids = dict.fromkeys(pick.source for pick in briefing.picks())
    return {id: f"S{number}" for number, id in enumerate(ids, start=1)}


def tag(pick: Pick, source: Source | None, label: str) -> str:
    """The citation behind a pick: “[S3 para. 11]”, or “[quoted in S3 para. 6]” at second hand."""
    if source is None:
        return f"[{label}]"
    place = source.place_at(pick.start)
    pinpoint = f"{label} {place.label()}" if place else label
    return f"[quoted in {pinpoint}]" if is_second_hand(pick, source) else f"[{pinpoint}]"


def entry(source: Source, *, final: bool) -> tuple[Run, ...]:
    """The source's entry in the list of sources.

    Who, title, event, publication, place, date, delivery; what the text does not state is a
    visible gap in a draft and says so in a final copy. Nothing is invented (domain.md 3.3).
    """
    record = source.record
    parts = [
        _stated_or_gap("author", _authors(record), final),
        _title(source, final),
        *(Run(text) for field in _OPTIONAL if (text := _optional(record, field))),
        _stated_or_gap("date", text_of(record, "issued"), final),
    ]
    if "delivery_status" in record:
        parts.append(Run(text_of(record, "delivery_status")))
    runs = [run for part in parts for run in (part, Run(", "))]
    return (*runs[:-1], Run("."))


_OPTIONAL = ("genre", "event-title", "container-title", "publisher", "number", "event-place", "URL")


def _optional(record: Record, field: str) -> str:
    """A field that is left out when unknown; one that the title says already is not repeated."""
    text = text_of(record, field)
    return "" if text and text in text_of(record, "title") else text


def _stated_or_gap(name: str, text: str, final: bool) -> Run:
    if text:
        return Run(text)
    return Run(f"{name} {NOT_STATED}") if final else Run(f"[{name} missing]", "gap")


def _title(source: Source, final: bool) -> Run:
    title = text_of(source.record, "title")
    if title:
        return Run(f"“{_inner_marks(title)}”")
    opening = f"beginning “{_inner_marks(source.opening())} …”"
    return (
        Run(f"title {NOT_STATED}, {opening}") if final else Run(f"[title missing] {opening}", "gap")
    )


def _inner_marks(text: str) -> str:
    """Double quotation marks inside a title become single ones (UN Editorial Manual)."""
    return re.sub(r"“([^“”]*)”", r"‘\1’", text)


def _authors(record: Record) -> str:
    """The authors; those of a joint text in the groups that the text puts them in."""
    field = record.get("author")
    if field is None or not isinstance(field.value, tuple):
        return shown(field.value) if field else ""
    groups: dict[str, list[Name]] = {}
    for name in field.value:
        groups.setdefault(name.group, []).append(name)
    return " and ".join(_grouped(groups))


def _grouped(groups: Mapping[str, list[Name]]) -> Iterator[str]:
    for group, names in groups.items():
        listed = ", ".join(
            f"{one.shown()}, {one.role}" if one.role else one.shown() for one in names
        )
        yield f"{group} ({listed})" if group else listed
