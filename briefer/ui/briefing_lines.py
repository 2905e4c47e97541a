"""What the rows of a briefing show and say: sections against their limits, items as printed."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Literal

from msgspec import Struct

from briefer.core import counts
from briefer.core.check import CheckedItem, Status
from briefer.core.counts import words_in
from briefer.core.describing import described
from briefer.core.findings import Finding
from briefer.core.model import KINDS, Briefing, Item, Pick, Prose, Section, Source
from briefer.core.notices import Flag
from briefer.core.own_text import CheckedText
from briefer.core.quotation import Piece, displayed, pieces
from briefer.core.styles import PROFILES, Profile
from briefer.ui.figure_notes import FigureNote
from briefer.ui.theme import SIGNS

FORMS: Mapping[str, str] = {
    "text": "Own text",
    "talking_point": "Own talking point",
    "question": "Question and answer",
    "detail": "Detail",
    "reference": "Document reference",
}
"""What own text of each form is called."""

Tone = Literal["good", "quiet", "warning", "bad"]


class Badge(Struct, frozen=True):
    """The outcome of a check in a word or two, its icon, and how it is coloured."""

    text: str
    icon: str
    tone: Tone


BADGES: Mapping[Status, Badge] = {
    "exact": Badge("exact", "check", "good"),
    "edited": Badge("edited", "pencil", "good"),
    "second_hand": Badge("second hand", "info", "quiet"),
    "changed": Badge("does not match", "circle-x", "bad"),
    "broken": Badge("does not match", "circle-x", "bad"),
    "uncheckable": Badge("cannot check", "triangle-alert", "warning"),
}
NEEDS_REASON = Badge("needs a reason", "message-square", "warning")
NOT_ALLOWED = Badge("not allowed", "circle-x", "bad")

SECOND_HAND = "VG-17"
"""The rule whose warning the badge “second hand” says already."""


def badge_of(checked: CheckedItem) -> Badge:
    """What the outcome of a check is called: what keeps the item from going out comes first."""
    levels = {one.level for one in checked.rules if one.is_open()}
    if levels:
        return NOT_ALLOWED if "refused" in levels else NEEDS_REASON
    return BADGES[checked.status]


def unanswered(rules: tuple[Finding, ...]) -> list[Finding]:
    """The warnings that no reason was given for, and that the badge does not say already."""
    return [
        one
        for one in rules
        if one.level == "warning" and not one.reason and one.rule != SECOND_HAND
    ]


def counted(count: int, noun: str) -> str:
    """So many of something: “1 warning”, “2 warnings”."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class SectionLine(Struct, frozen=True):
    """A section as it is shown: itself, its count against its limit, what it has too much of."""

    section: Section
    count: str
    excess: str

    def spoken(self) -> str:
        """The section in words, for those who cannot see it."""
        required = "required, still empty" if is_gap(self.section) else ""
        parts = (f"Section {self.section.heading}", self.count, self.excess, required)
        guidance = "" if self.section.items else self.section.guidance
        return ". ".join(part for part in (*parts, guidance) if part)


class ItemLine(Struct, frozen=True):
    """An item as it is shown: itself, its words as printed, its citation, its check."""

    item: Item
    words: tuple[Piece, ...] = ()
    """The words of a pick in the briefing's style, with the marks around them."""
    citation: str = ""
    checked: CheckedItem | None = None
    own: CheckedText | None = None
    """What was found in own text."""
    notes: tuple[FigureNote, ...] = ()
    """What is to be known of its figures."""

    def rules(self) -> tuple[Finding, ...]:
        """What the rules found."""
        found = self.checked or self.own
        return found.rules if found else ()

    def text(self) -> str:
        """The words of the item as they will be printed."""
        if isinstance(self.item, Prose):
            return self.item.text
        return "".join(piece.text for piece in self.words)

    def badge(self) -> Badge | None:
        """The outcome of the check; None for own text that may stand as it is."""
        if self.checked:
            return badge_of(self.checked)
        return NEEDS_REASON if any(one.is_open() for one in self.rules()) else None

    def warnings(self) -> str:
        """How many warnings are unanswered, in words; empty for none."""
        count = len(unanswered(self.rules()))
        return counted(count, "warning") if count else ""

    def flags(self) -> tuple[Flag, ...]:
        """Whether the source of a pick was withdrawn, or is superseded."""
        return self.checked.flags if self.checked else ()

    def where(self) -> str:
        """Where a pick is from and whose words it is; what own text is."""
        if isinstance(self.item, Prose):
            return self.name()
        return " · ".join(part for part in (self.citation, self.item.speaker) if part)

    def name(self) -> str:
        """What kind of item it is."""
        item = self.item
        return FORMS[item.form] if isinstance(item, Prose) else SIGNS[item.kind].name

    def spoken(self) -> str:
        """The item in words, for those who cannot see it."""
        item, badge = self.item, self.badge()
        label = item.label if isinstance(item, Prose) else ""
        review = "to be reviewed" if isinstance(item, Pick) and item.review else ""
        where = self.where() if isinstance(item, Pick) else ""
        state = badge.text if badge else ""
        standing = (f"its source is {one}" for one in self.flags())
        parts = (self.name(), label, self.text(), where, state, review, *standing, *self._found())
        return ". ".join(part.removesuffix(".") for part in parts if part)

    def _found(self) -> Iterator[str]:
        """What the rules found, or else what is wrong with the words."""
        yield from (one.said() for one in self.rules())
        if self.checked and not self.checked.rules:
            yield self.checked.finding
        yield from (one.said for one in self.notes)

    def tip(self) -> str:
        """Citation, what was done, what was found, the reason of a proposal and the comment."""
        item = self.item
        parts = [self.where()]
        if isinstance(item, Pick):
            parts += described(item, reveal=True)
        parts += [f"Its source is {one}." for one in self.flags()]
        parts += self._found()
        if isinstance(item, Pick):
            parts.append(f"Proposed, to be reviewed: {item.review}" if item.review else "")
            parts.append(f"Comment: {item.comment}" if item.comment else "")
        # Rich text, because only that is wrapped.
        return "".join(f"<p>{escape(part)}</p>" for part in parts if part)


def is_gap(section: Section) -> bool:
    """Whether the template requires the section and it is still empty."""
    return section.required and not section.items and not section.generated


def takes_picks(section: Section) -> bool:
    """Whether any kind of pick is accepted."""
    return any(kind in KINDS for kind in section.accepts)


def _of(count: int, limit: int | None, noun: str) -> str:
    shown = f"{count} of {limit}" if limit is not None else str(count)
    plural = noun if (limit if limit is not None else count) == 1 else f"{noun}s"
    return f"{shown} {plural}"


def _count(briefing: Briefing, section: Section) -> str:
    """Items and words against their limits; nothing for an empty section without limits."""
    if section.generated:
        return ""
    words = counts.word_limit(briefing, section)
    wanted, most = section.limit.items, section.limit.items_at_most
    if wanted is None or (most is not None and len(section.items) > wanted):
        wanted = most
    if not section.items and words is None and wanted is None:
        return ""
    items = _of(len(section.items), wanted, "item")
    return f"{items} · {_of(counts.section_words(section), words, 'word')}"


def section_line(briefing: Briefing, section: Section) -> SectionLine:
    """A section as it is shown."""
    return SectionLine(section, _count(briefing, section), counts.excess(briefing, section))


def item_line(
    briefing: Briefing,
    item: Item,
    sources: Mapping[str, Source],
    citation: str,
    checked: CheckedItem | CheckedText | None,
    notes: tuple[FigureNote, ...] = (),
) -> ItemLine:
    """An item as it is shown; `sources` (id -> source) tell what their words emphasise."""
    if isinstance(item, Prose):
        return ItemLine(item, own=checked if isinstance(checked, CheckedText) else None)
    checked = checked if isinstance(checked, CheckedItem) else None
    words = printed_pieces(item, sources.get(item.source), PROFILES[briefing.style])
    return ItemLine(item, words, citation, checked, notes=notes)


def printed_pieces(pick: Pick, source: Source | None, profile: Profile) -> tuple[Piece, ...]:
    """The words of a pick as they are printed, with the marks around a quotation."""
    found = [
        Piece(displayed(one.text), one.kind, one.start, one.end, one.emphasis)
        for one in pieces(pick, profile, marks=source.marks if source else ())
        if one.text
    ]
    if pick.kind != "quote":
        return tuple(found)
    before, after = profile.marks_around(words_in("".join(one.text for one in found)))
    first, last = pick.start, pick.end
    around = (Piece(before, "words", first, first), *found, Piece(after, "words", last, last))
    return tuple(one for one in around if one.text)
