"""Briefing and sources -> what is verified, what does not match, what cannot be checked."""

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefer.core.counts import excess, gaps
from briefer.core.errors import QuoteMismatch
from briefer.core.model import Briefing, Passage, Pick, Source
from briefer.core.selectors import locate

Status = Literal["exact", "second_hand", "changed", "broken", "uncheckable"]
Verdict = Literal["verified", "mismatch", "cannot_check"]

VERIFIED: frozenset[Status] = frozenset({"exact", "second_hand"})

QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"\n]*\"")
"""Words inside paired quotation marks."""


class CheckedItem(Struct, frozen=True):
    """One pick as checked: the words kept with it, the words found at its place."""

    id: str
    status: Status
    expected: str
    found: str
    finding: str = ""


class Report(Struct, frozen=True):
    """The outcome of a check: each pick, and remarks on the whole."""

    verdict: Verdict
    items: tuple[CheckedItem, ...]
    findings: tuple[str, ...] = ()


def check(briefing: Briefing, sources: Mapping[str, Source]) -> Report:
    """Cuts every pick anew out of its source (id -> source) and compares exactly."""
    whole = {id: source.text_sha256() for id, source in sources.items()}
    items = tuple(
        check_pick(one, sources.get(one.source), whole.get(one.source, ""))
        for one in briefing.picks()
    )
    return Report(_verdict({item.status for item in items}), items, tuple(remarks(briefing)))


def _verdict(states: set[Status]) -> Verdict:
    if states & {"changed", "broken"}:
        return "mismatch"
    return "cannot_check" if "uncheckable" in states else "verified"


def check_pick(pick: Pick, source: Source | None, text_sha256: str) -> CheckedItem:
    """Checks one pick; `text_sha256` is that of the source's text as it is now."""
    if source is None:
        return CheckedItem(
            pick.id,
            "uncheckable",
            pick.exact,
            "",
            "Its source is not here, so the words cannot be compared.",
        )
    checked = [_check_passage(passage, source) for passage in pick.passages]
    wrong = next((one for one in checked if one is not None), None)
    found = " [...] ".join(_now(passage, source) for passage in pick.passages)
    if wrong is not None:
        return CheckedItem(pick.id, wrong[0], pick.exact, found, wrong[1])
    if text_sha256 != pick.text_sha256:
        return CheckedItem(
            pick.id,
            "changed",
            pick.exact,
            found,
            "The words stand at their place, but the text of the source is not the one they "
            "were picked from.",
        )
    if is_second_hand(pick, source):
        return CheckedItem(
            pick.id,
            "second_hand",
            pick.exact,
            found,
            "The source quotes these words; it is not the speaker's own text.",
        )
    return CheckedItem(pick.id, "exact", pick.exact, found)


def _now(passage: Passage, source: Source) -> str:
    return source.text[passage.position.start : passage.position.end]


def _check_passage(passage: Passage, source: Source) -> tuple[Status, str] | None:
    anchor = locate(source.text, passage.position, passage.quote)
    if anchor.state == "anchored":
        return None
    if anchor.state == "moved":
        place = source.place_at(anchor.start)
        where = place.label() if place else "its beginning"
        return "changed", f"The same words stand elsewhere in the source, at {where}."
    if anchor.state == "ambiguous":
        return "changed", "The same words stand at several other places of the source."
    return "broken", "The source does not say these words."


def is_second_hand(pick: Pick, source: Source) -> bool:
    """Whether a pick lies inside quotation marks within a paragraph of its source.

    A title or heading in quotation marks is nobody's speech (domain.md 4.5, VG-17).
    """
    place = source.place_at(pick.start)
    if place is None or place.role in ("title", "heading"):
        return False
    words = source.text[place.start : place.end]
    return any(
        place.start + found.start() <= pick.start and pick.end <= place.start + found.end()
        for found in QUOTED.finditer(words)
        if len(found[0].split()) > 3
    )


def remarks(briefing: Briefing) -> list[str]:
    """What a person should look at before it goes out: gaps, limits, unreviewed proposals."""
    found = [f"Required, still empty: {gap}." for gap in gaps(briefing)]
    found += [
        f"{section.heading}: {over}."
        for section in briefing.sections
        if (over := excess(briefing, section))
    ]
    waiting = sum(bool(one.review) for one in briefing.picks())
    if waiting:
        found.append(
            f"{waiting} proposed {'item is' if waiting == 1 else 'items are'} to be reviewed."
        )
    return found


def require_verified(report: Report) -> None:
    """Raises QuoteMismatch, naming the first pick that is not what its source says."""
    bad = [item for item in report.items if item.status not in VERIFIED]
    if not bad:
        return
    first, more = bad[0], len(bad) - 1
    others = f" The same holds for {more} more." if more else ""
    code = "cannot_check" if report.verdict == "cannot_check" else "mismatch"
    what = "cannot be checked" if first.status == "uncheckable" else "is not what its source says"
    raise QuoteMismatch(
        f"Item {first.id} {what}, so nothing was written. "
        f"Expected: “{first.expected}”. Found: “{first.found}”. {first.finding}{others}",
        "Pick the words again from the source, or remove the item.",
        code,
    )
