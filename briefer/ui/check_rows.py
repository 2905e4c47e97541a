"""The outcome of a check as rows to be listed: each item, how it stands, what differs."""

from msgspec import Struct

from briefer.core.check import VERIFIED, CheckedItem, Report, Verdict
from briefer.core.decisions import Key
from briefer.core.differences import Difference, differences
from briefer.core.findings import Finding
from briefer.core.model import Briefing, Item, Pick
from briefer.core.own_text import CheckedText
from briefer.ui.briefing_lines import FORMS, NEEDS_REASON, Badge, badge_of, counted, unanswered
from briefer.ui.figure_notes import NO_NOTES, FigureNote, Notes, pair_of, worst
from briefer.ui.theme import SIGNS

FINE = Badge("own text", "pencil", "quiet")


class CheckRow(Struct, frozen=True):
    """One item of what was checked."""

    id: str
    badge: Badge
    kind: str
    section: str
    words: str
    finding: str = ""
    """What is wrong with the words themselves, in a sentence."""
    differences: tuple[Difference, ...] = ()
    rules: tuple[Finding, ...] = ()
    notes: tuple[FigureNote, ...] = ()
    """What is to be known of its figures."""
    editable: bool = False
    """Whether it is a pick whose quotation can be edited."""

    def stops(self) -> bool:
        """Whether it keeps the briefing from going out."""
        return self.badge.tone == "bad" or any(one.is_open() for one in self.rules)

    def asks(self) -> str:
        """How many warnings are unanswered, and how its figures stand; empty for none."""
        count = len(unanswered(self.rules))
        note = worst(self.notes)
        parts = (counted(count, "warning") if count else "", note.badge if note else "")
        return " · ".join(part for part in parts if part)

    def shows(self) -> tuple[Key, Key] | None:
        """The two statements that the register shows; None where nothing is to be shown."""
        return pair_of(self.notes)

    def spoken(self) -> str:
        """The row in words, for those who cannot see it."""
        notes = (one.said for one in self.notes)
        parts = (self.kind, self.badge.text, self.asks(), self.words, self.section, *notes)
        return ". ".join(part.removesuffix(".") for part in parts if part)


def rows_of(briefing: Briefing, report: Report, notes: Notes = NO_NOTES) -> tuple[CheckRow, ...]:
    """The rows of a briefing, in order: every pick, and own text that something was found in.

    `notes` are what is to be known of the figures of items.
    """
    picks = {one.id: one for one in report.items}
    own = {one.id: one for one in report.own}
    rows = []
    for section in briefing.sections:
        for item in section.items:
            if item.id in picks:
                rows.append(
                    _pick_row(item, picks[item.id], section.heading, notes.get(item.id, ()))
                )
            elif item.id in own:
                rows.append(_own_row(item, own[item.id], section.heading))
    return tuple(rows)


def _pick_row(
    item: Item, checked: CheckedItem, section: str, notes: tuple[FigureNote, ...]
) -> CheckRow:
    differs = checked.expected != checked.found and bool(checked.found)
    return CheckRow(
        item.id,
        badge_of(checked),
        SIGNS[item.kind].name if isinstance(item, Pick) else "",
        section,
        checked.expected,
        "" if checked.rules else checked.finding,
        differences(checked.expected, checked.found) if differs else (),
        checked.rules,
        notes,
        checked.status in VERIFIED or bool(checked.rules),
    )


def _own_row(item: Item, checked: CheckedText, section: str) -> CheckRow:
    words = "" if isinstance(item, Pick) else item.text
    kind = "" if isinstance(item, Pick) else FORMS[item.form]
    is_open = any(one.is_open() for one in checked.rules)
    badge = NEEDS_REASON if is_open else FINE
    return CheckRow(item.id, badge, kind, section, words, rules=checked.rules)


def verdict_words(report: Report) -> str:
    """What the check of a briefing came to, in a sentence."""
    count = len(report.items)
    bad = sum(item.status not in VERIFIED for item in report.items)
    bad += sum(any(one.is_open() for one in text.rules) for text in report.own)
    if bad:
        return (
            f"{counted(bad, 'item')} {'keeps' if bad == 1 else 'keep'} the briefing from going out."
        )
    if not count:
        return "There are no picks to check yet."
    subject = "The one pick is" if count == 1 else f"All {count} picks are"
    return f"{subject}, character for character, what the sources say, or edited as shown."


VERDICT_ICONS: dict[Verdict, str] = {
    "verified": "shield-check",
    "mismatch": "circle-x",
    "cannot_check": "triangle-alert",
}
