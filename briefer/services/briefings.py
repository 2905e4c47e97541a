"""Making, opening, checking, outlining and saving briefings."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from briefer.core import counts, edits
from briefer.core.check import CheckedItem, Report
from briefer.core.citation import number_sources, tag
from briefer.core.errors import QuoteMismatch, WrongRequest
from briefer.core.folds import same_words
from briefer.core.model import (
    Briefing,
    Item,
    Kind,
    Pick,
    Range,
    Section,
    Source,
    pick_passages,
)
from briefer.core.quotation import displayed, printed
from briefer.core.record import text_of
from briefer.services.looking_up import cut_reading
from briefer.services.quoting import check_briefing
from briefer.services.records import refreshed
from briefer.store import Library
from briefer.store.briefing_files import pack, unpack
from briefer.store.files import read, write_atomically

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest briefing file that is opened."""


class OpenBriefing(Struct, frozen=True):
    """A briefing with the sources its picks come from (id -> source), and its file, if any."""

    briefing: Briefing
    sources: Mapping[str, Source]
    path: Path | None = None


def open_briefing(path: Path) -> OpenBriefing:
    """Reads a .briefing file. Raises FileError when it is damaged, too new or something else."""
    briefing, sources = unpack(read(path, LARGEST), path.name)
    return OpenBriefing(briefing, sources, path)


def save_briefing(briefing: Briefing, sources: Mapping[str, Source], path: Path) -> None:
    """Writes the briefing with the sources it cites, whole or not at all. Raises FileError."""
    write_atomically(path, pack(briefing, sources))


def gather_sources(
    briefing: Briefing, library: Library | None, embedded: Mapping[str, Source]
) -> dict[str, Source]:
    """The sources the briefing cites: those that came with its file, else the library's.

    What was said in the library of a record counts for both (see records.refreshed).
    """
    cited = dict.fromkeys(one.source for one in briefing.picks())
    brought = {id: embedded[id] for id in cited if id in embedded}
    if library is not None:
        brought = refreshed(brought, library)
    absent = [id for id in cited if id not in embedded]
    found = library.get(absent) if library and absent else {}
    return {id: source for id in cited if (source := brought.get(id) or found.get(id))}


def compare_with_library(briefing: Briefing, library: Library) -> Report:
    """Checks the picks against the library's own copies of the sources."""
    return check_briefing(briefing, gather_sources(briefing, library, {}))


def cut_pick(
    source: Source,
    kind: Kind,
    exact: str | Sequence[str] = (),
    ranges: Sequence[Range] = (),
) -> Pick:
    """A pick of `source`, by its words or by its ranges (code points); several make passages.

    Words are found with the allowed folds alone; the pick has them as the source does. A
    quotation with brackets becomes operations when there is one way to read it. Raises
    QuoteMismatch when the words are not there, or stand there more than once.
    """
    words = [exact] if isinstance(exact, str) else exact
    if len(words) == 1 and not ranges and "[" in words[0] and not _says(source, words[0]):
        return cut_reading(source, kind, words[0])
    places = [*ranges, *(find_words(source, one) for one in words)]
    if not places:
        raise WrongRequest("A pick needs its words, or where it starts and ends.")
    return pick_passages(source, places, kind, speaker=text_of(source.record, "speaker"))


def _says(source: Source, words: str) -> bool:
    return bool(same_words(words).search(source.text))


def find_words(source: Source, exact: str) -> Range:
    """Where a source says these words. Raises QuoteMismatch unless it does so once."""
    if not exact.strip():
        raise QuoteMismatch("There are no words to look for.", "Give the words of the source.")
    found = [one.span() for one in same_words(exact).finditer(source.text)]
    if not found:
        raise QuoteMismatch(
            f"{source.name()} does not say “{exact.strip()}”.",
            "Copy the words from `briefer show` or `briefer search`.",
        )
    if len(found) > 1:
        places = [place.label() for one, _ in found if (place := source.place_at(one))]
        raise QuoteMismatch(
            f"{source.name()} says these words {len(found)} times: {', '.join(places)}.",
            "Give more of the words, or the start and end.",
            "ambiguous",
        )
    return found[0]


def find_section(briefing: Briefing, name: str) -> Section:
    """The section with this key or heading. Raises WrongRequest."""
    return edits.find_section(briefing, name)


def add_pick(briefing: Briefing, section: str, new: Pick) -> Briefing:
    """The briefing with a pick at the end of a section (its key or heading)."""
    return edits.add_item(edits.find_section(briefing, section).key, new)(briefing)


def citations(briefing: Briefing, sources: Mapping[str, Source]) -> dict[str, str]:
    """Pick id -> its citation, as it stands in the text."""
    labels = number_sources(briefing)
    return {
        one.id: tag(one, sources.get(one.source), labels[one.source]) for one in briefing.picks()
    }


def outline(briefing: Briefing, sources: Mapping[str, Source]) -> dict[str, Any]:
    """The briefing as the command line shows it: sections, items, words, minutes, pages."""
    states = {item.id: item for item in check_briefing(briefing, sources).items}
    cited = citations(briefing, sources)
    return {
        "title": briefing.title,
        "template": briefing.template,
        "sections": [_section(briefing, one, states, cited) for one in briefing.sections],
        "minutes": round(counts.minutes(briefing), 1),
        "pages": round(counts.pages(briefing), 1),
    }


def _section(
    briefing: Briefing,
    section: Section,
    states: Mapping[str, CheckedItem],
    cited: Mapping[str, str],
) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": section.heading,
        "items": [_item(item, states, cited) for item in section.items],
        "words": counts.section_words(section),
        "limit": counts.word_limit(briefing, section),
    }


def _item(
    item: Item, states: Mapping[str, CheckedItem], cited: Mapping[str, str]
) -> dict[str, Any]:
    if not isinstance(item, Pick):
        return {"id": item.id, "kind": item.form, "label": item.label, "text": item.text}
    return {
        "id": item.id,
        "kind": item.kind,
        "status": states[item.id].status,
        "flags": states[item.id].flags,
        "text": displayed(printed(item)),
        "citation": cited[item.id],
        "source": item.source,
        "start": item.start,
        "end": item.end,
        "operations": msgspec.to_builtins(item.operations),
        "review": item.review,
    }


def set_fields(briefing: Briefing, settings: Sequence[str]) -> Briefing:
    """The briefing with header fields filled from FIELD=VALUE texts."""
    for setting in settings:
        field, equals, value = setting.partition("=")
        if not equals:
            raise WrongRequest(f"“{setting}” is not of the form FIELD=VALUE.")
        briefing = edits.set_header(field.strip(), value.strip())(briefing)
    return briefing
