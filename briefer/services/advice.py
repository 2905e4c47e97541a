"""What the library adds to the check of a briefing: primary texts, newer versions, quotations."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from briefer.core.alterations import in_words
from briefer.core.check import Report
from briefer.core.model import Source
from briefer.services.briefings import OpenBriefing
from briefer.services.looking_up import held_quotations
from briefer.services.noticing import with_notices
from briefer.services.quoting import check_briefing
from briefer.services.revisions import revisions
from briefer.services.second_hand import find_primaries
from briefer.store import Library

STATES: Mapping[str, str] = {
    "anchored": "says the same at the same place",
    "moved": "says the same at another place",
    "ambiguous": "says the same at several places",
    "changed": "says it otherwise",
    "orphan": "says nothing like it",
}


def check_with_library(opened: OpenBriefing, library: Library) -> Report:
    """Checks a briefing and adds what its owner should know of other sources in the library.

    Quotations in own text may stand in any source. For words at second hand the passages of
    other sources that are nearly the same are named with what differs; for a source that is
    superseded, what became of the words; figures that clash or have grown old. What the library
    knows of the sources comes first.
    """
    opened = with_notices(opened, library)
    held = held_quotations(library, opened.briefing, opened.sources)
    report = check_briefing(opened.briefing, opened.sources, held)
    more = (*_primary_texts(opened, library), *_newer_versions(opened, library))
    report = replace(report, findings=(*report.findings, *more))
    return with_figures(report, opened, library)


def with_figures(report: Report, opened: OpenBriefing, library: Library) -> Report:
    """A check with the figures of the briefing that clash or have grown old: never a mismatch."""
    from briefer.services.conflicts import conflicts_in  # loads the rules

    found = conflicts_in(library, opened.briefing, opened.sources)
    return replace(report, findings=(*report.findings, *found.said()))


def _primary_texts(opened: OpenBriefing, library: Library) -> Iterator[str]:
    sources: dict[str, Source] = dict(opened.sources)
    for one in find_primaries(opened.briefing.picks(), sources, library):
        for primary in one.primaries[:1]:
            where = f"{primary.file}, {primary.place}".rstrip(", ")
            if primary.exact == one.exact:
                yield f"Item {one.item} is at second hand: {where} has the same words (VG-17)."
            else:
                said = in_words(primary.differences)
                yield f"Item {one.item} is at second hand, and {where} says otherwise: {said}"


def _newer_versions(opened: OpenBriefing, library: Library) -> Iterator[str]:
    for one in revisions(opened, library):
        said = f" {in_words(one.differences)}" if one.state == "changed" else ""
        yield (
            f"Item {one.item}: a newer version of its source {STATES[one.state]}."
            f"{said} The briefing keeps the old words until somebody takes the new ones."
        )
