"""The word lists of the rules of quoting, and briefings and picks checked by them."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from briefer import paths
from briefer.core.check import Before, Report, check
from briefer.core.errors import QuoteMismatch, WrongRequest
from briefer.core.findings import Finding, answered
from briefer.core.model import Briefing, Pick, Source
from briefer.core.operations import Operation
from briefer.core.quotation import normal
from briefer.core.rules import examine
from briefer.core.styles import PROFILES
from briefer.core.wording import Wordings, WordLists, wording


@cache
def wordings() -> Wordings:
    """What is watched for in every language there is a file for in resources/quoting."""
    files = sorted((paths.resources() / "quoting").glob("*.json"))
    lists = [msgspec.json.decode(file.read_bytes(), type=WordLists) for file in files]
    return {one.language: wording(one) for one in lists}


def check_briefing(
    briefing: Briefing,
    sources: Mapping[str, Source],
    held: Collection[str] = (),
    before: Before | None = None,
) -> Report:
    """Checks every pick against its source (id -> source) and by the rules of quoting.

    `held` are quotations in own text that a source of the library holds (see
    looking_up.held_quotations), `before` an earlier check of the briefing (see core.check).
    """
    return check(briefing, sources, wordings(), held, before)


def findings_of(pick: Pick, source: Source, briefing: Briefing) -> tuple[Finding, ...]:
    """What the rules find about one pick in this briefing's style and language."""
    return examine(pick, source, wordings(), PROFILES[briefing.style], briefing.language)


def read_operation(form: str) -> Operation:
    """An operation from its JSON form. Raises WrongRequest."""
    try:
        operation: Operation = msgspec.json.decode(form, type=Operation)
    except msgspec.DecodeError as error:
        raise WrongRequest(
            f"{form} is no operation: {error}.",
            'An operation is for example {"op": "omit", "start": 10, "end": 20}.',
        ) from error
    return operation


def edit_pick(
    pick: Pick,
    source: Source,
    operations: Sequence[Operation],
    briefing: Briefing,
    reason: str = "",
) -> tuple[Pick, tuple[Finding, ...]]:
    """The pick with these operations in place of its own, and what the rules find about it.

    `reason` is kept for every finding that has none yet. Raises QuoteMismatch (its code is
    "refused" or "stop") when the rules do not let the quotation stand.
    """
    changed = replace(pick, operations=normal(operations, source.text))
    found = findings_of(changed, source, briefing)
    changed = replace(changed, reasons=answered(found, reason))
    found = findings_of(changed, source, briefing)
    still_open = [one for one in found if one.is_open()]
    if still_open:
        refused = any(one.level == "refused" for one in still_open)
        raise QuoteMismatch(
            " ".join(one.message for one in found),
            "Change the quotation." if refused else "Say with a reason why it may stand.",
            "refused" if refused else "stop",
        )
    return changed, found
