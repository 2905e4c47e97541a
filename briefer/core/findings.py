"""What a rule of quoting found: how grave it is, the words, the place, one plain sentence."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.operations import Reason

Level = Literal["refused", "stop", "warning"]
"""Refused: it cannot be. Stop: a typed reason lifts it. Warning: a reason is asked and logged."""


class Finding(Struct, frozen=True):
    """One finding about a pick; the range (code points) and the words are its source's."""

    rule: str
    level: Level
    start: int
    end: int
    words: str
    message: str
    reason: str = ""
    """Why a person let it stand."""

    def said(self) -> str:
        """The finding and, where there is one, the reason why it may stand."""
        return f"{self.message} Reason given: {self.reason}" if self.reason else self.message

    def is_open(self) -> bool:
        """Whether it keeps the pick from going out."""
        return self.level == "refused" or (self.level == "stop" and not self.reason)


LONGEST = 90
"""Characters of the words that a sentence names; all of them are in the finding's words."""


def shortened(words: str) -> str:
    """Words as a sentence names them: the middle of a long passage left out."""
    if len(words) <= LONGEST:
        return words
    half = LONGEST // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def with_reasons(findings: Iterable[Finding], reasons: Sequence[Reason]) -> tuple[Finding, ...]:
    """The findings with the reasons given for them; one belongs to its rule and range alone."""
    if not reasons:
        return tuple(findings)
    given = {(one.rule, one.start, one.end): one.text.strip() for one in reasons}
    return tuple(
        replace(one, reason=given.get((one.rule, one.start, one.end), "")) for one in findings
    )


def answered(findings: Iterable[Finding], reason: str) -> tuple[Reason, ...]:
    """Reasons for all findings that take one: those given already, else the one typed."""
    return tuple(
        Reason(one.rule, one.start, one.end, one.reason or reason.strip())
        for one in findings
        if one.level != "refused" and (one.reason or reason.strip())
    )


def reasons_with(reasons: Sequence[Reason], finding: Finding, reason: str) -> tuple[Reason, ...]:
    """The reasons with one for this finding in the place of the one before; none when empty."""
    place = (finding.rule, finding.start, finding.end)
    kept = tuple(one for one in reasons if (one.rule, one.start, one.end) != place)
    return (*kept, Reason(*place, reason.strip())) if reason.strip() else kept
