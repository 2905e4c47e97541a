"""Briefing and sources -> what is verified, what does not match, what cannot be checked."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.counts import excess, gaps
from briefer.core.errors import QuoteMismatch
from briefer.core.findings import Finding
from briefer.core.model import Briefing, Passage, Pick, Source
from briefer.core.notices import Flag, flags_of, remarks_of
from briefer.core.own_text import CheckedText, check_own_text
from briefer.core.quotation import displayed, of, printed
from briefer.core.rules import examine
from briefer.core.selectors import locate
from briefer.core.styles import PROFILES
from briefer.core.wording import Wordings

Status = Literal["exact", "edited", "second_hand", "changed", "broken", "uncheckable"]
Verdict = Literal["verified", "mismatch", "cannot_check"]

VERIFIED: frozenset[Status] = frozenset({"exact", "edited", "second_hand"})


class CheckedItem(Struct, frozen=True):
    """One pick as checked: the words as kept with it, and as they are cut from its source now.

    Both are shown with everything that was done to them. `rules` are what the rules of quoting
    found; `finding` says all of it in words.
    """

    id: str
    status: Status
    expected: str
    found: str
    finding: str = ""
    rules: tuple[Finding, ...] = ()
    flags: tuple[Flag, ...] = ()
    """Its source was withdrawn, or is superseded, as far as the briefing knows."""


class Report(Struct, frozen=True):
    """The outcome of a check: each pick, remarks on the whole, findings about own text."""

    verdict: Verdict
    items: tuple[CheckedItem, ...]
    findings: tuple[str, ...] = ()
    own: tuple[CheckedText, ...] = ()


class Before(Struct, frozen=True):
    """An earlier check: what was checked, and its outcome."""

    briefing: Briefing
    sources: Mapping[str, Source]
    report: Report


def check(
    briefing: Briefing,
    sources: Mapping[str, Source],
    wordings: Wordings,
    held: Collection[str] = (),
    before: Before | None = None,
) -> Report:
    """Cuts every pick anew out of its source (id -> source), compares exactly, asks the rules.

    `held` are quotations in own text that are known to stand in a source that is not given. What
    an earlier check said of a pick holds as long as pick, source and style are the same objects,
    which cannot change; so a change in a long briefing is checked at once.
    """
    known = _known(briefing, sources, before) if before else {}
    new = [one for one in briefing.picks() if id(one) not in known]
    wanted = {one.source for one in new} & set(sources)
    whole = {one: sources[one].text_sha256() for one in wanted}
    items = tuple(
        known.get(id(one))
        or check_pick(briefing, one, sources.get(one.source), whole.get(one.source, ""), wordings)
        for one in briefing.picks()
    )
    own = check_own_text(briefing, sources, held)
    said = (one.said() for text in own for one in text.rules)
    flagged = remarks_of(briefing.notices, ((one.id, one.source) for one in briefing.picks()))
    return Report(_verdict(items, own), items, (*remarks(briefing), *flagged, *said), own)


def _known(
    briefing: Briefing, sources: Mapping[str, Source], before: Before
) -> dict[int, CheckedItem]:
    """What the earlier check said of each pick whose source is still the same, by its identity."""
    if _terms(briefing) != _terms(before.briefing):
        return {}
    checked = zip(before.briefing.picks(), before.report.items, strict=True)
    return {
        id(pick): item
        for pick, item in checked
        if sources.get(pick.source) is before.sources.get(pick.source)
    }


def _terms(briefing: Briefing) -> tuple[object, ...]:
    """What the outcome of a pick depends on, beside the pick and its source."""
    return (briefing.style, briefing.language, briefing.notices)


def _verdict(items: Sequence[CheckedItem], own: Sequence[CheckedText]) -> Verdict:
    states = {item.status for item in items}
    if states & {"changed", "broken"} or open_findings(own):
        return "mismatch"
    return "cannot_check" if "uncheckable" in states else "verified"


def open_findings(own: Sequence[CheckedText]) -> list[Finding]:
    """What keeps a briefing from going out because of its own text."""
    return [one for text in own for one in text.rules if one.is_open()]


def check_pick(
    briefing: Briefing, pick: Pick, source: Source | None, text_sha256: str, wordings: Wordings
) -> CheckedItem:
    """Checks one pick; `text_sha256` is that of the source's text as it is now."""
    checked = _checked(briefing, pick, source, text_sha256, wordings)
    flags = flags_of(briefing.notices, pick.source)
    return replace(checked, flags=flags) if flags else checked


def _checked(
    briefing: Briefing, pick: Pick, source: Source | None, text_sha256: str, wordings: Wordings
) -> CheckedItem:
    expected = displayed(printed(pick))
    if source is None:
        why = "Its source is not here, so the words cannot be compared."
        return CheckedItem(pick.id, "uncheckable", expected, "", why)
    status, why = _words(pick, source, text_sha256)
    if status is not None:
        found = displayed(printed(pick, cut=of(source)))
        return CheckedItem(pick.id, status, expected, found, why)
    rules = examine(pick, source, wordings, PROFILES[briefing.style], briefing.language)
    said = " ".join(one.said() for one in rules)
    return CheckedItem(pick.id, _standing(pick, rules), expected, expected, said, rules)


def _standing(pick: Pick, rules: tuple[Finding, ...]) -> Status:
    """What a pick is whose words stand in its source."""
    if any(one.is_open() for one in rules):
        return "broken"
    if any(one.rule == "VG-17" for one in rules):
        return "second_hand"
    return "edited" if pick.operations or len(pick.passages) > 1 else "exact"


def _words(pick: Pick, source: Source, text_sha256: str) -> tuple[Status | None, str]:
    """What is wrong with the words themselves, and why; None where nothing is."""
    checked = [_check_passage(passage, source) for passage in pick.passages]
    wrong = next((one for one in checked if one is not None), None)
    if wrong is not None:
        return wrong
    if text_sha256 != pick.text_sha256:
        return "changed", OTHER_TEXT
    return None, ""


OTHER_TEXT = (
    "The words stand at their place, but the text of the source is not the one they were picked "
    "from."
)


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
    """Raises QuoteMismatch, naming the first pick that may not go out as it is."""
    bad = [item for item in report.items if item.status not in VERIFIED]
    stops = open_findings(report.own)
    if not bad and stops:
        raise QuoteMismatch(
            f"Nothing was written. {stops[0].message}",
            "Change the text, or say in words why it may stand.",
        )
    if not bad:
        return
    first, more = bad[0], len(bad) - 1
    others = f" The same holds for {more} more." if more else ""
    code = "cannot_check" if report.verdict == "cannot_check" else "mismatch"
    raise QuoteMismatch(f"{_refusal(first)}{others}", _cure(first), code)


def _refusal(item: CheckedItem) -> str:
    stops = [one for one in item.rules if one.is_open()]
    if stops:
        return (
            f"Item {item.id} may not go out as it is, so nothing was written. "
            f"“{item.expected}”: {stops[0].message}"
        )
    what = "cannot be checked" if item.status == "uncheckable" else "is not what its source says"
    return (
        f"Item {item.id} {what}, so nothing was written. "
        f"Expected: “{item.expected}”. Found: “{item.found}”. {item.finding}"
    )


def _cure(item: CheckedItem) -> str:
    levels = {one.level for one in item.rules if one.is_open()}
    if levels == {"stop"}:
        return "Change the quotation, or say in words why it may stand."
    if levels:
        return "Change or take back what was done to the words."
    return "Pick the words again from the source, or remove the item."
