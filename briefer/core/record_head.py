"""The readers of the lines at the head of a document, and which of them a line is for."""

import re
from functools import cache

from briefer.core.record_cues import either, expressions, listed
from briefer.core.record_days import (
    read_date_line,
    read_dated,
    read_place_line,
    read_placed,
)
from briefer.core.record_findings import Read, Reader
from briefer.core.record_forms import any_form, read_form
from briefer.core.record_lines import Line, is_prose
from briefer.core.record_names import is_office, parted
from briefer.core.record_readers import (
    any_status,
    may_disclaim,
    read_address,
    read_adopted,
    read_behalf,
    read_body,
    read_by,
    read_disclaimer,
    read_event,
    read_masthead,
    read_person,
    read_published,
    read_spoken,
    read_sponsors,
    read_status,
    read_submitted,
    read_symbol,
)

READERS: tuple[Reader, ...] = (
    read_form, read_symbol, read_adopted, read_sponsors, read_masthead, read_status, read_dated,
    read_date_line, read_placed, read_place_line, read_by, read_spoken, read_behalf,
    read_published, read_submitted, read_address, read_disclaimer, read_person, read_event,
    read_body,
)  # fmt: skip
"""The kinds of lines, in the order in which they are tried."""

ANYWHERE: tuple[Reader, ...] = (
    read_symbol, read_sponsors, read_date_line, read_place_line, read_disclaimer, read_person,
    read_event, read_body,
)  # fmt: skip
"""Those that tell a line by something else than how it begins."""

IN_PROSE: tuple[Reader, ...] = (read_by, read_behalf, read_disclaimer)
"""Those for a long paragraph."""

OPENING = (
    "mastheads", "agenda", "organs", "passing", "outdated", "dated", "placed", "by", "spoken_by",
    "behalf", "published", "submitted", "address",
)  # fmt: skip
"""Cues where a line begins; forms, statuses and adoptions are others."""

FOLDED = ("\u0130", "\u0131", "\u017f")
"""Letters that an expression takes for i or s, and whose small letters are no i or s."""

SIGNS = ("/", ":", "19", "20")
"""What symbols, sponsors and dates hold one of."""


def read_any(line: Line, behind: tuple[Line, ...]) -> Read | None:
    """What a line says; None when it is of no kind that is known."""
    for reader in _readers(line, behind):
        if read := reader(line, behind):
            return read
    return None


def _readers(line: Line, behind: tuple[Line, ...]) -> tuple[Reader, ...]:
    """Those that may know a line. Few lines say anything: to ask all readers takes long."""
    if is_prose(line):
        return IN_PROSE
    if _opens(line.words):
        return READERS
    return ANYWHERE if _may_say(line, behind) else ()


def _opens(words: str) -> bool:
    """Whether a line begins in a way that a reader looks for.

    In small letters an expression rules out many beginnings at once, which it cannot do otherwise.
    """
    if any(map(words.__contains__, FOLDED)):
        return opening(re.I).match(words) is not None
    return opening(re.NOFLAG).match(words.lower()) is not None


@cache
def opening(letter_case: re.RegexFlag) -> re.Pattern[str]:
    """How lines begin that the readers know by it."""
    known = [*map(either, OPENING), any_status().pattern, any_form().pattern]
    known += [re.sub(r"\(\?P<\w+>", "(?:", one.pattern) for one in expressions("adopted")]
    return re.compile(rf"[\[(*]*(?:{'|'.join(known)})", letter_case)


@cache
def _names() -> frozenset[str]:
    return listed("offices") | listed("bodies") | listed("events")


def _may_say(line: Line, behind: tuple[Line, ...]) -> bool:
    """Whether a line, or the one below it, holds what one of ANYWHERE looks for."""
    words = line.words
    if any(map(words.__contains__, SIGNS)) or not _names().isdisjoint(parted(words)):
        return True
    if behind and (behind[0].near or is_office(behind[0].words)):
        return True
    return may_disclaim(words)
