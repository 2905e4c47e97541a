"""A manifest and the file it travelled in, as read now -> what was altered since, item by item."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.check import Verdict
from briefer.core.differences import Difference
from briefer.core.folds import comparable, on_paper
from briefer.core.manifest import CitedSource, Manifest, PrintedItem, PrintedSection
from briefer.core.model import Source
from briefer.core.origins import Origin, Traced, trace
from briefer.core.quoted import inside, quoted
from briefer.core.record import text_of
from briefer.core.standing import Outcome, Standing, compare
from briefer.core.visible import Visible

Status = Standing | Origin | Literal["added"]

MISMATCHES: frozenset[Status] = frozenset(
    {"removed", "altered", "citation_altered", "moved", "added", "broken", "changed"}
)

ADDED = "It belongs to no item and was not there when the file was exported."


class ProvenItem(Struct, frozen=True):
    """One item: what was printed, what stands there now, and every difference, word by word."""

    id: str
    status: Status
    expected: str
    found: str
    finding: str = ""
    differences: tuple[Difference, ...] = ()


class Proof(Struct, frozen=True):
    """The outcome of checking an exported file."""

    verdict: Verdict
    items: tuple[ProvenItem, ...] = ()
    findings: tuple[str, ...] = ()


def check_export(manifest: Manifest, reading: Visible, sources: Mapping[str, Source]) -> Proof:
    """Compares the visible words with the manifest, and the manifest with the sources.

    `sources` (id -> source) are those of the library that the manifest cites. Words are compared
    under the folds of core/folds.py alone. A pending change counts: an item is verified when it
    is what was printed whether such a change is accepted or rejected.
    """
    traced = trace(manifest, sources)
    shown, seen = _as_on_paper(manifest, reading) if reading.on_paper else (manifest, reading)
    anchors = [one.anchors for one in seen.paragraphs]
    views = [(said, compare(shown, texts, anchors)) for said, texts in _views(seen)]
    items = tuple(
        _proven(item, [(said, one.outcomes[number]) for said, one in views], origin)
        for number, (item, origin) in enumerate(zip(manifest.items, traced, strict=True))
    )
    items += tuple(_added(shown.quoted, seen, views[0][1].free))
    states: set[Status] = {one.status for one in items}
    states |= {one.status for one in traced}
    gone = [f"The heading “{one}” is not there as it was." for one in views[0][1].headings_gone]
    absent = [_absent(one) for one in manifest.sources if one.id not in sources]
    return Proof(_verdict(states, reading), items, (*gone, *absent, *reading.unread))


def _verdict(states: set[Status], reading: Visible) -> Verdict:
    if states & MISMATCHES:
        return "mismatch"
    return "cannot_check" if "uncheckable" in states or reading.unread else "verified"


def _absent(source: CitedSource) -> str:
    title = text_of(source.record, "title")
    return f"{source.label}{f' (“{title}”)' if title else ''} is not in the library."


def _as_on_paper(manifest: Manifest, reading: Visible) -> tuple[Manifest, Visible]:
    """The manifest's texts as a page can show them; the pages without their heads and feet."""
    shown = replace(
        manifest,
        items=tuple(
            replace(one, text=on_paper(one.text), citation=on_paper(one.citation))
            for one in manifest.items
        ),
        sections=tuple(PrintedSection(one.key, on_paper(one.heading)) for one in manifest.sections),
        quoted=tuple(map(on_paper, manifest.quoted)),
    )
    footer = comparable(on_paper(manifest.footer))
    foot = re.compile(rf"(?:{re.escape(footer)})? ?Page \d+ of \d+")
    around = {comparable(on_paper(manifest.marking)), footer}
    paragraphs = [replace(one, text=on_paper(one.text)) for one in reading.paragraphs]
    kept = [
        one
        for one in paragraphs
        if not one.margin or not ((text := comparable(one.text)) in around or foot.fullmatch(text))
    ]
    return shown, replace(reading, paragraphs=tuple(kept))


PENDING = "A change is pending in the file. If it is rejected: "
STRUCK = "Words are struck through. Without them: "


def _views(reading: Visible) -> Iterator[tuple[str, list[str]]]:
    """The words of each paragraph, in every way in which the file can be read.

    With all pending changes accepted, with all rejected, and without what is struck through.
    """
    paragraphs = reading.paragraphs
    yield "", [one.text for one in paragraphs]
    if any(one.rejected is not None for one in paragraphs):
        yield PENDING, [one.text if one.rejected is None else one.rejected for one in paragraphs]
    if any(one.unstruck is not None for one in paragraphs):
        yield STRUCK, [one.text if one.unstruck is None else one.unstruck for one in paragraphs]


def _proven(
    item: PrintedItem, outcomes: Sequence[tuple[str, Outcome]], traced: Traced
) -> ProvenItem:
    """The first outcome that is not good, else what the source says."""
    said, outcome = next((one for one in outcomes if one[1].status != "verified"), outcomes[0])
    finding = said + outcome.finding
    pending = [one.status for how, one in outcomes if how == PENDING]
    if not said and "verified" in pending and outcome.status != "verified":
        finding += " The change is pending: if it is rejected, the item is as it was exported."
    if outcome.status == "verified":
        return ProvenItem(item.id, traced.status, item.text, outcome.found, traced.finding)
    finding = f"{finding} {traced.finding}".strip()
    return ProvenItem(
        item.id, outcome.status, item.text, outcome.found, finding, outcome.differences
    )


def _added(known: Sequence[str], reading: Visible, free: Sequence[int]) -> Iterator[ProvenItem]:
    """Paragraphs outside the items with a quotation or citation that was not there at export."""
    old = {comparable(inside(one)) for one in known}
    number = 0
    for text, is_quote in _outside(reading, free):
        new = [one for one in quoted(text) if comparable(inside(one)) not in old]
        if is_quote and not new:
            new = [text]
        if new:
            listed = ", ".join(f"“{one}”" if one[0].isalnum() else one for one in new)
            number += 1
            yield ProvenItem(f"added-{number}", "added", "", text, f"{listed}: {ADDED}")


def _outside(reading: Visible, free: Sequence[int]) -> Iterator[tuple[str, bool]]:
    """The words of each free paragraph, and whether its style sets it apart as a quotation.

    One that goes on from the page before is taken together with its beginning there.
    """
    text, is_quote, last = "", False, -2
    for number in free:
        seen = reading.paragraphs[number]
        if seen.goes_on and last == number - 1:
            text = f"{text} {seen.text}"
        else:
            yield text, is_quote
            text, is_quote = seen.text, seen.quote
        last = number
    yield text, is_quote
