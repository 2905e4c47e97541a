"""The hard rules of quoting: what shape an operation may have at all."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from briefer.core.counts import words_in
from briefer.core.findings import Finding, Level, shortened
from briefer.core.model import Pick, Range, Source
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Marks,
    Omit,
    Operation,
    Punctuation,
    Redact,
    Sic,
    span,
)
from briefer.core.quotation import printed
from briefer.core.styles import Profile
from briefer.core.wording import Wording, figures_in, is_only, watched

WORDS_PUT_IN = 8
"""The most words of one insertion or gloss (VG-8)."""

SHARE_PUT_IN = 0.2
"""The most that all insertions together may take of the words of a quotation (VG-8)."""

REPLACED = 4
"""The most words of a determiner and its noun, or a name, that a gloss may stand for (VG-8)."""

MISPRINT = 2
"""Letters by which a misprint may differ from the word that was meant (VG-12)."""

AHEAD = 30
"""Characters looked at after a place, for a figure that belongs to a comparator."""

MAY_BE_DROPPED = ".,;:"
PAIRS = ("“”", "‘’", '""', "''", "«»", "„“", "‚‘")

SAID: Mapping[str, tuple[str, Level, str]] = {
    "outside": ("VG-2", "refused", "lies outside the words picked"),
    "order": ("VG-2", "refused", "stands before the words that it is to follow"),
    "twice": ("VG-2", "refused", "has two operations on it"),
    "no words": ("VG-3", "refused", "holds no words"),
    "in a word": ("VG-3", "refused", "begins or ends inside a word"),
    "at an end": ("VG-3", "refused", "stands at an end: pick fewer words, leave none out there"),
    "denies": ("VG-4", "stop", "puts a word of denial into the quotation"),
    "figure": ("VG-7", "refused", "puts “{0}” in: figures, dates and units are its source's"),
    "not plain": ("VG-8", "refused", "takes plain words on one line, without brackets"),
    "too long": ("VG-8", "refused", "has more than {0} words, the most that may be put in"),
    "replaces": (
        "VG-8",
        "stop",
        "is no pronoun, name or noun with its article: other words may change what was said",
    ),
    "share": ("VG-8", "refused", "makes {0} words put in of {1}: more than a fifth of the whole"),
    "no case": ("VG-9", "refused", "has no other letter case"),
    "not first": ("VG-9", "refused", "is not the first letter, nor the first after words left out"),
    "not a stop": ("VG-10", "refused", "stays: only a stop, comma, colon or semicolon may go"),
    "not last": ("VG-10", "refused", "is not the last mark of the quotation"),
    "no word": ("VG-11", "refused", "must follow a word"),
    "a name": ("VG-11", "warning", "looks like a name, and [sic] is not for names"),
    "no sic": ("VG-11", "warning", "is marked [sic], which {0} does not use"),
    "not silent": ("VG-12", "refused", "may not be corrected silently in the style {0}"),
    "no misprint": ("VG-12", "refused", "is no plain misprint of one word: quote it as it is"),
    "unapproved": ("VG-12", "refused", "is corrected, but nobody is named who approved that"),
    "unstressed": ("VG-13", "refused", "is not emphasised in the source"),
    "no pair": ("VG-14", "refused", "does not begin and end with a pair of quotation marks"),
}
"""What can be wrong: the rule, how grave it is, and what a sentence says of the words."""


class About(Struct, frozen=True):
    """What the shape of an operation is judged by."""

    pick: Pick
    source: Source
    wording: Wording
    profile: Profile

    def found(self, key: str, place: Range, words: str = "", *more: object) -> Finding:
        """A finding of SAID in one sentence: the words, what is the matter, where, which rule."""
        rule, level, what = SAID[key]
        shown = words or self.source.text[slice(*place)]
        subject = f"“{shortened(shown)}”" if shown else "What is done there"
        said = f"{subject} {what.format(*more)}{where(self.source, place[0])} ({rule})."
        return Finding(rule, level, *place, shown, said)


def where(source: Source, offset: int) -> str:
    """The place of an offset as the end of a sentence: “, para. 6”."""
    place = source.place_at(offset)
    return f", {place.label()}" if place else ""


def shape_findings(
    pick: Pick, source: Source, wording: Wording, profile: Profile
) -> Iterator[Finding]:
    """What is wrong with the operations of a pick, whatever its surroundings say."""
    about = About(pick, source, wording, profile)
    yield from _order(about)
    for one in pick.operations:
        if _is_inside(one, pick):
            yield from CHECKS[type(one)](one, about)
        else:
            yield about.found("outside", span(one))
    yield from _overlaps(about)
    yield from _share(about)


def _is_inside(one: Operation, pick: Pick) -> bool:
    """Whether an operation lies within one passage of the pick."""
    start, end = span(one)
    places = (passage.position for passage in pick.passages)
    return any(place.start <= start <= end <= place.end for place in places)


def _order(about: About) -> Iterator[Finding]:
    passages = [passage.position for passage in about.pick.passages]
    for before, after in zip(passages, passages[1:], strict=False):
        if after.start < before.end:
            yield about.found("order", (after.start, after.end))


def _overlaps(about: About) -> Iterator[Finding]:
    """Two operations on the same words; emphasis lies under the others."""
    taken = sorted(
        place
        for one in about.pick.operations
        if not isinstance(one, Emphasis)
        for place in _occupied(one)
    )
    for before, after in zip(taken, taken[1:], strict=False):
        if after[0] < before[1] or after == before:
            yield about.found("twice", after)


def _occupied(one: Operation) -> list[Range]:
    """What an operation changes: of a pair of quotation marks the marks alone."""
    start, end = span(one)
    return [(start, start + 1), (end - 1, end)] if isinstance(one, Marks) else [(start, end)]


def _left_out(one: Omit | Redact, about: About) -> Iterator[Finding]:
    place = (one.start, one.end)
    if not about.source.text[slice(*place)].strip():
        yield about.found("no words", place)
        return
    yield from _whole_words(place, about)
    passages = [passage.position for passage in about.pick.passages]
    at_end = any(one.start == whole.start or one.end == whole.end for whole in passages)
    if isinstance(one, Omit) and at_end:
        yield about.found("at an end", place)


def _whole_words(place: Range, about: About) -> Iterator[Finding]:
    text = about.source.text
    if any(is_in_word(text, edge) for edge in place):
        yield about.found("in a word", place)


def is_in_word(text: str, edge: int) -> bool:
    """Whether an offset has a letter or digit on both sides."""
    return 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()


def _put_in(one: Insert | Gloss, about: About) -> Iterator[Finding]:
    text, place = one.text, span(one)
    if not text.strip() or any(mark in text for mark in "[]\n\t"):
        yield about.found("not plain", place, text or " ")
    if words_in(text) > WORDS_PUT_IN:
        yield about.found("too long", place, text, WORDS_PUT_IN)
    yield from _figures_put_in(text, place, about)
    if watched(text, about.wording.negations):
        yield about.found("denies", place, text)
    yield from _whole_words(place, about)


def _figures_put_in(text: str, place: Range, about: About) -> Iterator[Finding]:
    """A figure, or part of one, among words that are put in (VG-7)."""
    wording = about.wording
    shown = f"{text} {about.source.text[place[1] : place[1] + AHEAD]}"
    figures = [one[0] for one in figures_in(text, wording)]
    figures += [one[0] for one in watched(shown, wording.figure_parts) if one.start() < len(text)]
    if figures:
        yield about.found("figure", place, text, figures[0])


def _glossed(one: Gloss, about: About) -> Iterator[Finding]:
    yield from _put_in(one, about)
    place = (one.start, one.end)
    if not may_be_replaced(about.source.text[slice(*place)], about.wording):
        yield about.found("replaces", place)


def may_be_replaced(words: str, wording: Wording) -> bool:
    """Whether words are a pronoun, a determiner with its noun, or a name (VG-8)."""
    parts = words.split()
    if len(parts) == 1 and is_only(words, wording.pronouns):
        return True
    if not 0 < len(parts) <= REPLACED:
        return False
    if len(parts) > 1 and is_only(parts[0], wording.determiners):
        return True
    return all(part[0].isupper() for part in parts)


def _recased(one: Case, about: About) -> Iterator[Finding]:
    text, place = about.source.text, (one.at, one.at + 1)
    letter = text[one.at : one.at + 1]
    other = letter.swapcase()
    starts = [passage.position.start for passage in about.pick.passages]
    starts += [gap.end for gap in about.pick.operations if isinstance(gap, Omit | Redact)]
    if not letter.isalpha() or len(other) != 1 or other == letter or other.swapcase() != letter:
        yield about.found("no case", place)
    elif not any(start <= one.at and not text[start : one.at].strip(BEFORE) for start in starts):
        yield about.found("not first", place)


BEFORE = "“‘«„\"'([ \n"
"""What may stand before the first letter of a quotation."""


def _sic(one: Sic, about: About) -> Iterator[Finding]:
    text, place = about.source.text, (one.at, one.at)
    if not text[one.at - 1 : one.at].strip() or is_in_word(text, one.at):
        yield about.found("no word", place, "[sic]")
        return
    word = word_before(text, one.at)
    start = one.at - len(word)
    if word[:1].isupper() and text[max(0, start - 2) : start].strip()[-1:].isalnum():
        yield about.found("a name", (start, one.at))
    if not about.profile.takes_sic:
        yield about.found("no sic", (start, one.at), "", about.profile.name)


def word_before(text: str, at: int) -> str:
    """The characters up to an offset without white space among them."""
    return (text[max(0, at - 60) : at].split() or [""])[-1]


def _put_right(one: Erratum, about: About) -> Iterator[Finding]:
    """A silent correction: of one misprinted word, approved, where the style allows it (VG-12)."""
    place = (one.start, one.end)
    wrong = about.source.text[slice(*place)]
    yield from _whole_words(place, about)
    if not about.profile.takes_errata:
        yield about.found("not silent", place, "", about.profile.name)
    if not wrong.isalpha() or not one.text.isalpha() or _distance(wrong, one.text) > MISPRINT:
        yield about.found("no misprint", place)
    if not one.approved.strip():
        yield about.found("unapproved", place)


def _distance(first: str, second: str) -> int:
    """Letters inserted, deleted, replaced or swapped with a neighbour (optimal alignment)."""
    from rapidfuzz.distance import OSA  # only the rare erratum needs it

    return int(OSA.distance(first, second))


def _stressed(one: Emphasis, about: About) -> Iterator[Finding]:
    place = (one.start, one.end)
    if not about.source.text[slice(*place)].strip():
        yield about.found("no words", place)
    marked = (mark for mark in about.source.marks if mark.kind != "line_break")
    if one.how == "omitted" and not any(
        mark.start < one.end and one.start < mark.end for mark in marked
    ):
        yield about.found("unstressed", place)


def _dropped(one: Punctuation, about: About) -> Iterator[Finding]:
    place = (one.at, one.at + 1)
    if about.source.text[slice(*place)] not in tuple(MAY_BE_DROPPED):
        yield about.found("not a stop", place)
    elif place[1] not in [passage.position.end for passage in about.pick.passages]:
        yield about.found("not last", place)


def _switched(one: Marks, about: About) -> Iterator[Finding]:
    text = about.source.text
    ends = text[one.start : one.start + 1] + text[one.end - 1 : one.end]
    if one.end - one.start < len("“a”") or ends not in PAIRS:
        yield about.found("no pair", (one.start, one.end))


CHECKS: Mapping[type, Callable[[Any, About], Iterator[Finding]]] = {
    Omit: _left_out,
    Redact: _left_out,
    Insert: _put_in,
    Gloss: _glossed,
    Case: _recased,
    Sic: _sic,
    Erratum: _put_right,
    Emphasis: _stressed,
    Punctuation: _dropped,
    Marks: _switched,
}
"""What is looked at for each operation."""


def _share(about: About) -> Iterator[Finding]:
    put_in = [one for one in about.pick.operations if isinstance(one, Insert | Gloss)]
    if not put_in:
        return
    count = sum(words_in(one.text) for one in put_in)
    total = words_in(printed(about.pick))
    if count > SHARE_PUT_IN * total:
        yield about.found("share", span(put_in[-1]), put_in[-1].text, count, total)
