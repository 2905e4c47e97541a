"""One editing of a pick: what was done to its words, taken back, found and answered."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.findings import Finding
from briefer.core.model import Briefing, Pick, Range, Source
from briefer.core.operations import Gloss, Omit, Operation, Reason, Redact, span
from briefer.core.quotation import normal
from briefer.services.quoting import findings_of
from briefer.ui.pick_moves import Move, Spot, needs

Operations = tuple[Operation, ...]
Key = tuple[str, int, int]


class Offer(Struct, frozen=True):
    """What a move would do: the operations after it, or why it may not be made."""

    operations: Operations
    why_not: str = ""
    warnings: tuple[str, ...] = ()
    """What else would be found then, that is not found now."""


class PickSession:
    """Holds the operations and reasons of a pick while they are being edited."""

    def __init__(self, pick: Pick, source: Source, briefing: Briefing) -> None:
        self.source = source
        self.briefing = briefing
        self._begun = pick
        self._history: list[Operations] = [pick.operations]
        self._at = 0
        self._reasons: dict[Key, str] = {
            (one.rule, one.start, one.end): one.text for one in pick.reasons
        }

    @property
    def operations(self) -> Operations:
        """What is done to the words now."""
        return self._history[self._at]

    def pick(self) -> Pick:
        """The pick as it is edited now, with a reason for each finding that has one."""
        edited = replace(self._begun, operations=self.operations)
        reasons = tuple(
            Reason(one.rule, one.start, one.end, text.strip())
            for one in findings_of(edited, self.source, self.briefing)
            if one.level != "refused" and (text := self._reason(one)).strip()
        )
        return replace(edited, reasons=reasons)

    def findings(self) -> tuple[Finding, ...]:
        """What the rules find now, with the reasons given."""
        return findings_of(self.pick(), self.source, self.briefing)

    def why_not(self) -> str:
        """Why the pick cannot be accepted as it is; empty when it can."""
        still_open = [one for one in self.findings() if one.is_open()]
        refused = [one for one in still_open if one.level == "refused"]
        if refused:
            return refused[0].message
        count = len(still_open)
        if count == 1:
            return "Say why what was found may stand."
        return f"Say why each of the {count} may stand." if count else ""

    def offer(self, move: Move, spot: Spot, typed: Sequence[str] = ()) -> Offer:
        """Tries a move at a spot; with nothing typed, an example is tried in its place."""
        made = move.make(self._begun, self.source, spot, typed or move.example)
        if made is None:
            return Offer(self.operations, f"{move.text.removesuffix('…')}: {needs(move)}.")
        if made in self.operations:
            return Offer(self.operations, f"{move.text.removesuffix('…')}: that is done already.")
        tried = normal((*self._without_covered(made), made), self.source.text)
        before = {(one.rule, one.message) for one in self.findings()}
        found = findings_of(replace(self._begun, operations=tried), self.source, self.briefing)
        new = [one for one in found if (one.rule, one.message) not in before]
        refused = next((one.message for one in new if one.level == "refused"), "")
        return Offer(tried, refused, tuple(one.message for one in new))

    def _without_covered(self, made: Operation) -> Operations:
        """The operations less those on words that a new one takes the place of."""
        if not isinstance(made, Omit | Redact | Gloss):
            return self.operations
        return tuple(one for one in self.operations if not _covers(span(made), span(one)))

    def apply(self, operations: Operations) -> None:
        """Makes these the operations; what was taken back before is forgotten."""
        if operations != self.operations:
            self._history[self._at + 1 :] = [operations]
            self._at += 1

    def remove(self, operation: Operation) -> None:
        """Takes one operation away."""
        self.apply(tuple(one for one in self.operations if one != operation))

    def undo(self) -> None:
        """Takes the last change back."""
        self._at = max(0, self._at - 1)

    def redo(self) -> None:
        """Makes the change again."""
        self._at = min(len(self._history) - 1, self._at + 1)

    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._at > 0

    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return self._at < len(self._history) - 1

    def give(self, finding: Finding, reason: str) -> None:
        """Keeps why a finding may stand; nothing but white space takes the reason away."""
        self._reasons[finding.rule, finding.start, finding.end] = reason

    def _reason(self, finding: Finding) -> str:
        return self._reasons.get((finding.rule, finding.start, finding.end), "")


def _covers(outer: Range, inner: Range) -> bool:
    """Whether a range lies in another; what is put in at its beginning stands before it."""
    if inner[0] == inner[1]:
        return outer[0] < inner[0] <= outer[1]
    return outer[0] <= inner[0] and inner[1] <= outer[1]
