"""The rules of quoting: what a pick leaves out or stands beside that can change what was said."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from briefer.core.counts import WORDS_ON_A_PAGE, words_in
from briefer.core.findings import Finding, Level, shortened, with_reasons
from briefer.core.marked import MARKS, quoted_around
from briefer.core.model import Pick, Range, Source
from briefer.core.operations import Gloss, Omit, Redact, Sic
from briefer.core.shape import AHEAD, is_in_word, shape_findings, where, word_before
from briefer.core.styles import Profile
from briefer.core.surroundings import (
    Removed,
    Surroundings,
    language_of,
    removed,
    surroundings,
)
from briefer.core.wording import (
    Watch,
    Wording,
    Wordings,
    begins,
    figures_in,
    for_language,
    may_hold,
    watched,
)

LONG_GAP = 60
"""Words left out at once from which a reader should be asked (VG-3)."""

ADULT = 18
DIGIT = re.compile(r"\d")
YEARS_OLD = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|\baged (\d{1,2})\b|\b(\d{1,2}) ans\b", re.I)
BEFORE, AFTER = re.compile(r"\w+\Z"), re.compile(r"\w+")
LONGEST_WORD = 40

SAID: Mapping[str, tuple[str, Level, str]] = {
    "cut word": ("VG-1", "stop", "Cuts the word {0} in two{1}"),
    "page": ("VG-3", "refused", "Leaves out more than a page, {0} words{1}: make two quotations"),
    "long": ("VG-3", "warning", "Leaves out {0} words in one go{1}"),
    "crosses": ("VG-3", "warning", "What is left out crosses {0}{1}"),
    "negation": ("VG-4", "stop", "Leaves out {0}{1}: the words may now say the opposite"),
    "negation cut": ("VG-4", "stop", "Cuts {0} off the sentence{1}: it may now say the opposite"),
    "figure": ("VG-7", "stop", "Leaves out {0}{1}: a figure or what it counts"),
    "qualifier": ("VG-5", "warning", "Leaves out {0}{1}, which limits or colours what is said"),
    "qualifier cut": ("VG-5", "warning", "Cuts off {0}{1}, which limits or colours what is said"),
    "condition": ("VG-6", "warning", "The sentence begins with {0}{1}, which is cut off"),
    "premise": ("VG-6", "warning", "The sentence before begins with {0}{1}: it may be a condition"),
    "contrast": ("VG-6", "warning", "What follows begins with {0}{1} and may take the words back"),
    "pronoun": ("VG-6b", "warning", "Begins with {0}{1}: what it stands for may have been cut off"),
    "last mark": ("VG-10", "stop", "Cuts off the {0}{1}, which makes it another kind of sentence"),
    "sic again": ("VG-11", "warning", "Marks {0}{1} again: one [sic] for an error is enough"),
    "and": ("VG-16", "warning", "The list item begins with {0}{1}, which belongs to the list"),
    "second hand": (
        "VG-17",
        "warning",
        "The source quotes this{1}: find the speaker's own text",
    ),
    "caption": ("non-body", "warning", "This is a caption{1}, no part of what the text says"),
    "boilerplate": ("non-body", "warning", "This is standing matter{1}, not what the text says"),
    "minor": ("minor", "warning", "Describes a minor ({0}{1}): think of the child before it goes"),
}
"""What can be found: the rule, how grave it is, and the sentence with the words and the place."""


class About(Struct, frozen=True):
    """What the rules look at: the pick in its source, its surroundings, what it leaves out."""

    pick: Pick
    source: Source
    wording: Wording
    around: Surroundings
    removed: tuple[Removed, ...]

    def text(self, place: Range) -> str:
        """The source's words of a range."""
        return self.source.text[slice(*place)]

    def found(self, key: str, place: Range, words: Iterable[str], plain: str = "") -> Finding:
        """A finding of SAID about some words, or about what `plain` says without marks."""
        rule, level, what = SAID[key]
        shown = "”, “".join(dict.fromkeys(" ".join(one.split()) for one in words))
        said = what.format(plain or f"“{shortened(shown)}”", where(self.source, place[0]))
        return Finding(rule, level, *place, shown or plain, f"{said} ({rule}).")

    def watched(self, text: str, watch: Watch) -> list[str]:
        """The entries that stand in a text, as they stand there."""
        return [hit[0] for hit in watched(text, watch)]

    def begins(self, place: Range, watch: Watch) -> str:
        """The entry that a range of the source begins with."""
        return begins(self.text(place), watch)


def examine(
    pick: Pick, source: Source, wordings: Wordings, profile: Profile, language: str = "en"
) -> tuple[Finding, ...]:
    """All that the rules VG-1 to VG-17 find about a pick, with the reasons given (domain.md 4.5).

    The passages must lie in the source's text. `language` is that of the briefing, for a source
    that states none. Offsets are code points of the source's text.
    """
    tag = language_of(source, language)
    wording = for_language(wordings, tag)
    around = surroundings(pick, source, tag)
    about = About(pick, source, wording, around, tuple(removed(pick, source, around)))
    found = [*shape_findings(pick, source, wording, profile)]
    for rule in RULES:
        found += rule(about)
    return with_reasons(sorted(found, key=lambda one: (one.start, one.end, one.rule)), pick.reasons)


def _cut_words(about: About) -> Iterator[Finding]:
    """A quotation that begins or ends inside a word says another word."""
    text = about.source.text
    for passage in about.pick.passages:
        place = (passage.position.start, passage.position.end)
        for edge in place:
            if is_in_word(text, edge):
                halves = (
                    BEFORE.search(text, max(0, edge - LONGEST_WORD), edge),
                    AFTER.match(text, edge, edge + LONGEST_WORD),
                )
                yield about.found("cut word", place, ["".join(one[0] for one in halves if one)])


def _gaps(about: About) -> Iterator[Finding]:
    """A gap that is long, or that crosses a heading or the edge of a list (VG-3)."""
    for one in about.removed:
        if one.how not in ("omit", "gap") or one.listed:
            continue
        count = words_in(about.text(one.place()))
        if count > LONG_GAP:
            key = "page" if count > WORDS_ON_A_PAGE else "long"
            yield about.found(key, one.place(), [], str(count))
        crossed = _crossed(one, about.source)
        if crossed:
            yield about.found("crosses", one.place(), [], crossed)


def _crossed(gap: Removed, source: Source) -> str:
    """What a gap crosses that a reader would expect to be told of; empty for nothing."""
    edges = (gap.start - 1, gap.end)
    before, after = (source.place_at(edge) for edge in edges)
    if before is not None and after is not None and before is not after:
        between = source.places[before.number : after.number - 1]
        if any(one.role in ("heading", "title") for one in between):
            return "a heading"
        if (before.role == "list_item") != (after.role == "list_item"):
            return "the edge of a list"
    if not MARKS.search(source.text, *edges):
        return ""
    around = [quoted_around(source, edge, edge) for edge in edges]
    return "the edge of a quotation" if around[0] != around[1] else ""


def _negations(about: About) -> Iterator[Finding]:
    """Words of denial that the quotation does not show: stop and ask (VG-4)."""
    for one in about.removed:
        found = about.watched(about.text(one.place()), about.wording.negations)
        if found and not one.listed:
            yield about.found("negation cut" if one.is_edge() else "negation", one.place(), found)


def _figures(about: About) -> Iterator[Finding]:
    """A figure, unit or comparator that is left out or replaced (VG-7)."""
    wording = about.wording
    for one in about.removed:
        if one.is_edge() or one.listed:
            continue
        words = about.text(one.place())
        found = [hit[0] for hit in figures_in(words, wording)]
        if may_hold(words, wording.measures):
            shown = words + about.text((one.end, one.end + AHEAD))
            beside = watched(shown, wording.measures)
            found += [hit[0] for hit in beside if hit.start() < len(words)]
        if found:
            yield about.found("figure", one.place(), found)


def _qualifiers(about: About) -> Iterator[Finding]:
    """Conditions, hedges, quantities and stances that are left out (VG-5)."""
    for one in about.removed:
        if one.listed or one.how in ("gloss", "erratum"):
            continue
        found = about.watched(about.text(one.place()), about.wording.limits)
        if found:
            yield about.found("qualifier cut" if one.is_edge() else "qualifier", one.place(), found)


def _contexts(about: About) -> Iterator[Finding]:
    """What stands just before or after and takes the words back or limits them (VG-6)."""
    around, wording = about.around, about.wording
    before = (
        ("condition", around.head, wording.conditions)
        if around.head[0] < around.head[1]
        else ("premise", around.previous, wording.premises)
    )
    after = around.tail if around.tail[0] < around.tail[1] else around.next
    for key, place, watch in (before, ("contrast", after, wording.contrasts)):
        opening = about.begins(place, watch)
        if opening:
            yield about.found(key, place, [opening])


def _pronouns(about: About) -> Iterator[Finding]:
    """A pronoun right at the start or after a gap, whose antecedent may be gone (VG-6b)."""
    pick = about.pick
    replaced = [one for one in pick.operations if isinstance(one, Gloss)]
    starts = [passage.position.start for passage in pick.passages]
    starts += [one.end for one in pick.operations if isinstance(one, Omit | Redact)]
    for start in starts:
        rest = (start, start + LONGEST_WORD)
        opening = about.begins(rest, about.wording.openers)
        at = start + about.text(rest).find(opening)
        if opening and not any(one.start <= at < one.end for one in replaced):
            yield about.found("pronoun", (at, at + len(opening)), [opening])


def _last_marks(about: About) -> Iterator[Finding]:
    """A question or exclamation mark cut off makes a statement of a question (VG-10)."""
    end = about.pick.end
    mark = about.text((end, end + 3)).lstrip("”’\"')")[:1]
    if mark in tuple("?!？！؟"):
        yield about.found("last mark", (end, end + 1), [mark])


def _list_items(about: About) -> Iterator[Finding]:
    """A list item that begins with “And” (VG-16)."""
    for passage in about.pick.passages:
        start = passage.position.start
        place = about.source.place_at(start)
        if place is None or place.role != "list_item" or place.start != start:
            continue
        opening = about.begins((start, start + LONGEST_WORD), about.wording.conjunctions)
        if opening:
            yield about.found("and", (start, start + len(opening)), [opening])


def _repeated_sic(about: About) -> Iterator[Finding]:
    seen: set[str] = set()
    for one in about.pick.operations:
        if isinstance(one, Sic):
            word = word_before(about.source.text, one.at)
            if word in seen:
                yield about.found("sic again", (one.at - len(word), one.at), [word])
            seen.add(word)


def _kind_of_words(about: About) -> Iterator[Finding]:
    """Captions and standing matter; words that describe a minor."""
    place = about.source.place_at(about.pick.start)
    whole = (about.pick.start, about.pick.end)
    if place is not None and place.role in ("caption", "boilerplate"):
        yield about.found(place.role, whole, [])
    words = about.text(whole)
    ages = (
        one[0] for one in YEARS_OLD.finditer(words) if int(next(filter(None, one.groups()))) < ADULT
    )
    found = [*ages] or about.watched(words, about.wording.minors)
    if found:
        yield about.found("minor", whole, found)


def _second_hand(about: About) -> Iterator[Finding]:
    if about.around.quoted is not None:
        whole = (about.pick.start, about.pick.end)
        yield about.found("second hand", whole, [about.text(whole)])


RULES: tuple[Callable[[About], Iterator[Finding]], ...] = (
    _cut_words, _gaps, _negations, _figures, _qualifiers, _contexts, _pronouns, _last_marks,
    _list_items, _repeated_sic, _kind_of_words, _second_hand,
)  # fmt: skip
"""Every rule that looks beyond the shape of an operation."""
