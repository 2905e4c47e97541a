"""Who says what stands in quotation marks, and the words that say so."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from briefer.extractors.phrases import either
from briefer.extractors.marks import SPACES, Quotation
from briefer.extractors.names import BIG, Name, names, titles
from briefer.extractors.people import Mention, People
from briefer.extractors.suggestion import NOBODY, Certainty, Speaker, Words
from briefer.extractors.tables import Table

SUBJECT = 140
"""Code points of a subject, at most, and between a verb of speech and the quotation it brings."""

ADDED = 45
"""Code points of a sentence that does nothing but name a speaker, at most."""

BETWEEN = 500
"""Code points between two quotations of one speaker, at most, when nothing names the second's."""

Range = tuple[int, int]


class Told(Struct, frozen=True, eq=False):
    """A text, its people, and the ranges of its sentences."""

    text: str
    table: Table
    people: People
    starts: Sequence[int]
    ends: Sequence[int]

    def sentence(self, at: int) -> Range:
        """The sentence that holds a place, or the one before it."""
        number = max(0, bisect_right(self.starts, at) - 1)
        return self.starts[number], max(self.ends[number], self.starts[number])


class Found(Struct, frozen=True):
    """A speaker as far as the words beside a quotation name one."""

    speaker: Speaker
    kind: str
    """`person`, `body`, `office`, `unnamed` or `pronoun`."""


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
        beside.append(speaker)
        if speaker and speaker.cue.text:
            at = max(speaker.cue.end, one.opened)
            spoken = [*spoken[-3:], Mention(at, at, speaker.name)]
    return _joined(told.text, quoted, beside)


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
    expressions = _expressions(told.table)
    start = expressions["gap"].match(told.text, one.closed, max(end, one.closed)).end()  # type: ignore[union-attr]
    for name, read in (("inverted", _inverted), ("verb_first", _first), ("according", _first)):
        found = expressions[name].match(told.text, start, end)
        if found and (speaker := read(told, found.end(), end, found.start(), spoken)):
            return speaker
    verb = expressions["verb"].search(told.text, start, min(end, start + SUBJECT))
    if verb and not expressions["stop"].search(told.text, start, verb.start()):
        return _last(told, start, verb.start(), verb.end(), spoken)
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
    expressions = _expressions(told.table)
    verbs = list(expressions["verb"].finditer(told.text, start, one.opened))
    verb = next((v for v in reversed(verbs) if one.opened - v.end() < SUBJECT), None)
    if verb:
        cut = [found.end() for found in expressions["cut"].finditer(told.text, start, verb.start())]
        begin = max([start, *cut])
        inverted = expressions["inverted"].match(told.text, verb.start(), one.opened)
        if inverted:
            return _inverted(told, verb.end(), one.opened, verb.start(), spoken)
        return _last(told, begin, verb.start(), verb.end(), spoken)
    found = expressions["according"].search(told.text, start, one.opened)
    if found:
        return _first(told, found.end(), one.opened, found.start(), spoken)
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
    between = [
        mention
        for mention in told.people.mentions
        if (first if since is None else since) <= mention.start < one.opened
    ]
    if speaker is not None and speaker.cue.text and since is not None:
        cued = [m for m in between if m.start >= speaker.cue.end]
        if all(m.name == speaker.name for m in cued) :
            return Speaker(speaker.name, speaker.cue, "carried" if speaker.name else "")
        between = cued
    known = {mention.name for mention in between}
    if len(known) == 1 and since is None or len(known) == 1 and speaker is None:
        at = between[-1]
        return Speaker(at.name, _words(told, at.start, at.end), "carried" if at.name else "")
    return NOBODY if known else None


def _inverted(
    told: Told, at: int, end: int, cue: int, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker of an inverted verb with its pronoun: a-t-elle ajouté."""
    verb = _expressions(told.table)["inverted"].match(told.text, cue, end)
    pronoun = re.split(r"[-\s]", verb[0].strip())[-1] if verb else ""
    stop = re.compile(r"[,.;:«»“”]|$").search(told.text, at, end)
    return _pronoun(told, pronoun, cue, stop.start() if stop else at, spoken)


def _pronoun(
    told: Told, pronoun: str, start: int, end: int, spoken: Sequence[Mention]
) -> Speaker:
    cue = _words(told, start, end)
    gender = told.table.pronouns[pronoun.lower()]
    found = told.people.before(told.text, start, gender, spoken)
    if found is None or not found.name:
        return Speaker("", cue)
    if gender:
        told.people.genders.setdefault(found.name, gender)
    return Speaker(found.name, cue, "pronoun")


def _first(
    told: Told, start: int, end: int, cue: int, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker named behind a verb or a preposition: said X, according to X."""
    expressions = _expressions(told.table)
    if stop := expressions["close"].search(told.text, start, end):
        end = stop.start()
    end = min(end, start + SUBJECT)
    pronoun = expressions["pronoun_first"].match(told.text, start, end)
    if pronoun:
        return _pronoun(told, pronoun[1], cue, pronoun.end(), spoken)
    parts = _parts(told.text, start, end)
    first = _part(told, *parts[0], cue)
    if first is None or first.kind in ("office", "unnamed", "body"):
        for begin, stop_ in parts[1:2]:
            second = _part(told, begin, stop_, cue)
            if second and second.kind == "person" and _is_whole(told, begin, stop_):
                return second.speaker
    return first.speaker if first else None


def _last(
    told: Told, start: int, end: int, cue_end: int, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker named before a verb: the minister, X, who was there, said."""
    expressions = _expressions(told.table)
    pronoun = expressions["pronoun_last"].search(told.text, start, end)
    if pronoun:
        return _pronoun(told, pronoun[1], pronoun.start(1), cue_end, spoken)
    fallback = None
    for number, (begin, stop) in enumerate(reversed(_parts(told.text, start, end)[-5:])):
        word = _word(told.text, begin, stop)
        if word in told.table.relative:  # as written: WHO is no pronoun
            continue
        found = _part(told, begin, stop, begin, cue_end)
        if found and found.kind == "person" and (not number or _is_whole(told, begin, stop)):
            return found.speaker
        if number and word in told.table.before_subject:
            break
        fallback = fallback or found
    return fallback.speaker if fallback else None


def _part(told: Told, start: int, end: int, cue: int, cue_end: int = 0) -> Found | None:
    """Whom the words between two commas name."""
    chosen: Name | None = None
    for name in names(told.text, told.table, start, end):
        if not _acceptable(told, name, start, end):
            continue
        if chosen and chosen.kind == "person" and name.kind == "person":
            joined = told.text[chosen.end : name.begins].strip().lower() in told.table.and_
            if joined:
                return Found(Speaker("", _words(told, cue, name.end)), "unnamed")
        if chosen is None or name.kind == "person":
            chosen = name
    where = _words(told, cue, max(cue_end, chosen.end if chosen else end))
    if chosen is None:
        return _office(told, start, end, where)
    if chosen.kind == "office":
        name = told.people.holder(chosen.roles, chosen.text)
        return Found(Speaker(name, where, "title" if name else ""), "office")
    return Found(Speaker(told.people.fullest(chosen.text), where, "named"), chosen.kind)


def _office(told: Told, start: int, end: int, cue: Words) -> Found | None:
    """Somebody without a name; an office that one person alone holds names that person."""
    words = re.findall(r"[\w-]+", told.text[start:end].lower())
    if not words:
        return None
    roles = told.table.roles.intersection(words[:3])
    definite = words[0] in told.table.definite
    known = told.people.holder(roles) if definite and len(words) <= 3 else ""
    return Found(Speaker(known, cue, "title" if known else ""), "office" if known else "unnamed")


def _acceptable(told: Told, name: Name, start: int, end: int) -> bool:
    """Whether a name can be a subject: not somebody's, not for, of or with somebody."""
    table = told.table
    if OWNS.match(told.text, name.end, end):
        return False
    after = re.compile(r"\s([a-zé][\w-]+)").match(told.text, name.end, end)
    if after and name.kind != "person" and after[1] in table.roles | table.adjuncts:
        return False
    leading = told.text[start : name.begins]
    before = re.findall(r"[\w-]+", leading.lower())
    while before and before[-1] in table.articles:
        before.pop()
    if not before or (name.kind == "person" and OWNED.search(leading)):
        return True
    word = before[-1]
    known = any(word in some for some in (titles(table), table.and_, table.small, table.particles))
    return word not in table.never_before and (known or word.endswith(table.occupations))


OWNS = re.compile(rf"(?:\s(?:the|of|for|and|[{BIG}][\w-]*))*['’]s?\s")
"""What makes a name the owner of what follows: the agency's director."""


OWNED = re.compile(rf"[{BIG}][\w-]*['’]s\s$")
"""A body before the name of who works for it: World Vision's X."""


def _is_whole(told: Told, start: int, end: int) -> bool:
    """Whether a name takes up a part, but for titles before it and where it is from."""
    found = next(iter(names(told.text, told.table, start, end)), None)
    if found is None:
        return False
    before = re.findall(r"[\w-]+", told.text[start : found.begins].lower())
    rest = told.text[found.end : end].strip(" ,")
    known = titles(told.table) | told.table.articles | set(told.table.small)
    leads = not before or before[0] in told.table.before_subject or set(before) <= known
    return leads and (not rest or rest.split()[0] in told.table.links or rest[0] == "(")


def _parts(text: str, start: int, end: int) -> list[Range]:
    """The parts of some words between commas."""
    cuts = [start, *(found.end() for found in re.compile(r",\s").finditer(text, start, end)), end]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip(SPACES + ",")] or [(start, end)]


def _word(text: str, start: int, end: int) -> str:
    found = re.compile(r"[\w'’-]+").search(text, start, end)
    return found[0] if found and found[0].isupper() else found[0].lower() if found else ""


def _words(told: Told, start: int, end: int) -> Words:
    text = told.text[start:end]
    start += len(text) - len(text.lstrip(SPACES + ",.:"))
    text = text.strip(SPACES + ",:")
    return Words(text, start, start + len(text))


@cache
def _expressions(table: Table) -> Mapping[str, re.Pattern[str]]:
    says, pronouns = either(table.says), either(table.pronouns)
    first = either(one for one in table.says if one not in table.never_first)
    inverted = either(table.says_inverted) or "(?!)"
    return {
        "gap": re.compile(r"[\s,.–—-]*(?<![\w])"),
        "verb": re.compile(rf"(?<![\w-])(?:{says}{'|' + inverted if table.says_inverted else ''})(?![\w-])", re.I),
        "verb_first": re.compile(rf"(?:{first})\s(?:\w+ly\s)?", re.I),
        "inverted": re.compile(rf"(?:{inverted})(?!\w)", re.I),
        "according": re.compile(rf"(?<![\w-])(?:{either(table.according)})[\s’']", re.I),
        "pronoun_last": re.compile(rf"(?<![\w’'-])({pronouns})\s(?:[\w-]+\s)?$", re.I),
        "pronoun_first": re.compile(rf"({pronouns})(?!\w)", re.I),
        "cut": re.compile(rf"[;:–—(]\s?|\s(?:{either(table.joints)})\s", re.I),
        "stop": re.compile(r"[;:!?]"),
        "close": re.compile(r"[;:!?“«\"]|(?<![A-Z])(?<!\bDr)(?<!\bMs)(?<!\bMr)(?<!\bMrs)\.(?=\s|$)"),
    }
