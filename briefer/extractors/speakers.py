"""Who says what stands in quotation marks, and the words that say so."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from briefer.extractors.marks import Quotation
from briefer.extractors.people import Mention
from briefer.extractors.subjects import (
    SUBJECT,
    Told,
    expressions_of,
    named_before,
    named_behind,
    named_inverted,
    words_at,
)
from briefer.extractors.suggestion import NOBODY, Speaker

ADDED = 45
"""Code points of a sentence that does nothing but name a speaker, at most."""

BETWEEN = 500
"""Code points between two quotations of one speaker, at most, when nothing names the second's."""


_start = attrgetter("start")


def speakers(told: Told, quoted: Sequence[Quotation]) -> list[Speaker | None]:
    """The speaker of each quotation; None where no words beside it are about speech.

    First what follows the quotation, then what stands before it; else it is carried on.
    """
    beside: list[Speaker | None] = []
    spoken: list[Mention] = []
    for number, one in enumerate(quoted):
        previous = quoted[number - 1] if number else None
        following = quoted[number + 1] if number + 1 < len(quoted) else None
        found = _after(told, one, following, spoken) or _before(told, one, previous, spoken)
        speaker = found or _carried(told, one, previous, beside[-1] if beside else None)
        beside.append(_same(speaker, beside[-1] if beside else None))
        speaker = beside[-1]
        if speaker and speaker.cue.text:
            at = max(speaker.cue.end, one.opened)
            spoken = [*spoken[-3:], Mention(at, at, speaker.name)]
    return _joined(told.text, quoted, beside)


def _same(speaker: Speaker | None, before: Speaker | None) -> Speaker | None:
    """The speaker of the quotation before, where the words that name it lead to this one too.

    So in: concedes X, adding that “…”.
    """
    if not speaker or speaker.name or not before or not before.name:
        return speaker
    one, two = speaker.cue, before.cue
    overlap = one.start < two.end and two.start < one.end
    return replace(before, certainty="carried") if overlap else speaker


def _joined(
    text: str, quoted: Sequence[Quotation], beside: list[Speaker | None]
) -> list[Speaker | None]:
    """With the speaker of a quotation's last paragraph for those before it, which stay open."""
    for number in range(len(quoted) - 2, -1, -1):
        one, two = quoted[number], quoted[number + 1]
        known = beside[number]
        if one.whole or not two.opens_paragraph() or text[one.closed : two.opened].strip():
            continue
        if known is None or known.certainty in ("carried", ""):
            last = beside[number + 1]
            beside[number] = last
    return beside


def _after(
    told: Told, one: Quotation, following: Quotation | None, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker that the words behind a quotation name: “…”, said X; “…”, X said."""
    if not one.whole:
        return None
    end = told.sentence(one.closed - 1)[1]
    if end <= one.closed + 1 < one.place.end:  # “… too late.” She added.
        following_ = told.sentence(min(one.closed + 2, one.place.end - 1))[1]
        short = following_ - one.closed < ADDED
        end = following_ if short or told.text[one.closed - 2] in "?!" else end
    end = min(end, one.place.end, following.opened if following else end)
    expressions = expressions_of(told.speech)
    start = expressions["gap"].match(told.text, one.closed, max(end, one.closed)).end()  # type: ignore[union-attr]
    for name, read in (
        ("inverted", named_inverted),
        ("verb_first", named_behind),
        ("according", named_behind),
    ):
        found = expressions[name].match(told.text, start, end)
        if found and (speaker := read(told, found.end(), end, found.start(), spoken)):
            return speaker
    if expressions["goes_on"].match(told.text, start, end):
        return None
    return _subject_first(told, one, start, end, spoken)


def _subject_first(
    told: Told, one: Quotation, start: int, end: int, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker where no known verb opens what follows: X said, X shrugs, shrugs X.

    A verb that is not known counts behind a comma that ends the quotation.
    """
    expressions = expressions_of(told.speech)
    comma = told.text[one.closed - 2] == "," or told.text[one.closed - 1] == "»"
    comma = comma and "." not in told.text[one.closed : start]
    if comma and (unknown := expressions["some_verb"].match(told.text, start, end)):
        return named_behind(told, unknown.end(), end, start, spoken)
    verb = expressions["verb"].search(told.text, start, min(end, start + SUBJECT))
    if verb and not expressions["stop"].search(told.text, start, verb.start()):
        return named_before(told, start, verb.start(), verb.end(), spoken)
    if comma and (unknown := expressions["no_verb"].match(told.text, start, end)):
        return named_behind(told, unknown.end(), end, start, spoken)
    return None


def _before(
    told: Told, one: Quotation, previous: Quotation | None, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker that the words before a quotation name: X said: “…”; according to X, “…”."""
    start = told.sentence(one.opened)[0]
    if not told.text[start : one.opened].strip():
        before = told.sentence(max(0, start - 1))
        if told.text[slice(*before)].rstrip().endswith(":") and before[0] < start:
            start = before[0]
    if previous and previous.closed > start:
        start = previous.closed
    expressions = expressions_of(told.speech)
    verbs = list(expressions["verb"].finditer(told.text, start, one.opened))
    verb = next((v for v in reversed(verbs) if one.opened - v.end() < SUBJECT), None)
    if verb:
        cut = [found.end() for found in expressions["cut"].finditer(told.text, start, verb.start())]
        begin = max([start, *cut])
        inverted = expressions["inverted"].match(told.text, verb.start(), one.opened)
        if inverted:
            return named_inverted(told, verb.end(), one.opened, verb.start(), spoken)
        return named_before(told, begin, verb.start(), verb.end(), spoken)
    found = expressions["according"].search(told.text, start, one.opened)
    if found:
        return named_behind(told, found.end(), one.opened, found.start(), spoken)
    if told.text[start : one.opened].rstrip().endswith(":"):
        return named_before(told, start, one.opened, one.opened, spoken)
    return None


def _carried(
    told: Told, one: Quotation, previous: Quotation | None, speaker: Speaker | None
) -> Speaker | None:
    """The speaker of the quotation before, where this one stands alone and nobody comes between."""
    start, end = told.sentence(one.opened)
    alone = not told.text[start : one.opened].strip() and end <= one.closed + 1
    if not alone or not (one.utters(told.text) or one.opens_paragraph()):
        return None
    since = previous.closed if previous and one.opened - previous.closed < BETWEEN else None
    first = max(since or 0, told.starts[max(0, bisect_right(told.starts, start) - 2)])
    mentions = told.people.mentions
    nearest = bisect_left(mentions, first if since is None else since, key=_start)
    between = mentions[nearest : bisect_left(mentions, one.opened, key=_start)]
    if speaker is not None and speaker.cue.text and since is not None:
        cued = [m for m in between if m.start >= speaker.cue.end]
        if all(m.name == speaker.name for m in cued):
            return Speaker(speaker.name, speaker.cue, "carried" if speaker.name else "")
        between = cued
    known = {mention.name for mention in between}
    if len(known) == 1 and since is None or len(known) == 1 and speaker is None:
        at = between[-1]
        return Speaker(at.name, words_at(told, at.start, at.end), "carried" if at.name else "")
    return NOBODY if known else None
