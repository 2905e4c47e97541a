"""Whom the words beside a verb of speech name: a person, a body, an office, nobody."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from briefer.extractors.marks import SPACES
from briefer.extractors.names import BIG, Name, names, titles
from briefer.extractors.people import Mention, People
from briefer.extractors.phrases import either
from briefer.extractors.suggestion import Speaker, Words
from briefer.extractors.tables import Speech

SUBJECT = 140
"""Code points of a subject, at most, and between a verb of speech and the quotation it brings."""

Range = tuple[int, int]


class Told(Struct, frozen=True, eq=False):
    """A text, its people, and the ranges of its sentences."""

    text: str
    speech: Speech
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


def named_inverted(
    told: Told, at: int, end: int, cue: int, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker of an inverted verb with its pronoun: a-t-elle ajouté."""
    verb = expressions_of(told.speech)["inverted"].match(told.text, cue, end)
    pronoun = re.split(r"[-\s]", verb[0].strip())[-1] if verb else ""
    stop = re.compile(r"[,.;:«»“”]|$").search(told.text, at, end)
    return _pronoun(told, pronoun, cue, stop.start() if stop else at, spoken)


def _pronoun(told: Told, pronoun: str, start: int, end: int, spoken: Sequence[Mention]) -> Speaker:
    cue = words_at(told, start, end)
    gender = told.speech.pronouns[pronoun.lower()]
    found = told.people.before(told.text, start, gender, spoken) if gender else None
    if found is None or not found.name:
        return Speaker("", cue)
    told.people.genders.setdefault(found.name, gender)
    return Speaker(found.name, cue, "pronoun")


def named_behind(
    told: Told, start: int, end: int, cue: int, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker named behind a verb or a preposition: said X, according to X."""
    expressions = expressions_of(told.speech)
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


def named_before(
    told: Told, start: int, end: int, cue_end: int, spoken: Sequence[Mention]
) -> Speaker | None:
    """The speaker named before a verb: the minister, X, who was there, said."""
    expressions = expressions_of(told.speech)
    pronoun = expressions["pronoun_last"].search(told.text, start, end)
    if pronoun:
        return _pronoun(told, pronoun[1], pronoun.start(1), cue_end, spoken)
    fallback = None
    for number, (begin, stop) in enumerate(reversed(_parts(told.text, start, end)[-5:])):
        word = _word(told.text, begin, stop)
        if word in told.speech.relative:  # as written: WHO is no pronoun
            continue
        if word in told.speech.pronouns:
            return _pronoun(told, word, begin, cue_end, spoken)
        found = _part(told, begin, stop, begin, cue_end)
        if found and found.kind == "person" and (not number or _is_whole(told, begin, stop)):
            return found.speaker
        if number and word in told.speech.before_subject:
            break
        fallback = fallback or found
    return fallback.speaker if fallback else None


def _part(told: Told, start: int, end: int, cue: int, cue_end: int = 0) -> Found | None:
    """Whom the words between two commas name."""
    chosen: Name | None = None
    for name in names(told.text, told.speech, start, end):
        if not _acceptable(told, name, start, end):
            continue
        if chosen and chosen.kind == "person" and name.kind == "person":
            joined = told.text[chosen.end : name.begins].strip().lower() in told.speech.and_
            if joined:
                return Found(Speaker("", words_at(told, cue, name.end)), "unnamed")
        if chosen is None or name.kind == "person":
            chosen = name
    where = words_at(told, cue, max(cue_end, chosen.end if chosen else end))
    if chosen is None:
        return _office(told, start, end, where)
    if chosen.kind == "office":
        holder = told.people.holder(chosen.roles, chosen.text)
        return Found(Speaker(holder, where, "title" if holder else ""), "office")
    return Found(Speaker(told.people.fullest(chosen.text), where, "named"), chosen.kind)


def _office(told: Told, start: int, end: int, cue: Words) -> Found | None:
    """Somebody without a name; an office that one person alone holds names that person."""
    words = re.findall(r"[\w-]+", told.text[start:end].lower())
    if not words:
        return None
    roles = told.speech.roles.intersection(words[:3])
    definite = words[0] in told.speech.definite
    known = told.people.holder(roles) if definite and len(words) <= 3 else ""
    return Found(Speaker(known, cue, "title" if known else ""), "office" if known else "unnamed")


def _acceptable(told: Told, name: Name, start: int, end: int) -> bool:
    """Whether a name can be a subject: not somebody's, not for, of or with somebody."""
    speech = told.speech
    if OWNS.match(told.text, name.end, end):
        return False
    after = re.compile(r"\s([a-zé][\w-]+)").match(told.text, name.end, end)
    if after and name.kind != "person" and after[1] in speech.roles | speech.adjuncts:
        return False
    leading = told.text[start : name.begins]
    before = re.findall(r"[\w-]+", leading.lower())
    while before and before[-1] in speech.articles:
        before.pop()
    if not before or (name.kind == "person" and OWNED.search(leading)):
        return True
    word = before[-1]
    known = any(
        word in some for some in (titles(speech), speech.and_, speech.small, speech.particles)
    )
    return word not in speech.never_before and (known or word.endswith(speech.occupations))


OWNS = re.compile(rf"(?:\s(?:the|of|for|and|[{BIG}][\w-]*))*['’]s?\s")
"""What makes a name the owner of what follows: the agency's director."""


OWNED = re.compile(rf"[{BIG}][\w-]*['’]s\s$")
"""A body before the name of who works for it: World Vision's X."""


def _is_whole(told: Told, start: int, end: int) -> bool:
    """Whether a name takes up a part, but for titles before it and where it is from."""
    found = next(iter(names(told.text, told.speech, start, end)), None)
    if found is None:
        return False
    before = re.findall(r"[\w-]+", told.text[start : found.begins].lower())
    rest = told.text[found.end : end].strip(" ,")
    known = titles(told.speech) | told.speech.articles | set(told.speech.small)
    leads = not before or before[0] in told.speech.before_subject or set(before) <= known
    return leads and (not rest or rest.split()[0] in told.speech.links or rest[0] == "(")


def _parts(text: str, start: int, end: int) -> list[Range]:
    """The parts of some words between commas."""
    cuts = [start, *(found.end() for found in re.compile(r",\s").finditer(text, start, end)), end]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip(SPACES + ",")] or [(start, end)]


def _word(text: str, start: int, end: int) -> str:
    found = re.compile(r"[\w'’-]+").search(text, start, end)
    return found[0] if found and found[0].isupper() else found[0].lower() if found else ""


def words_at(told: Told, start: int, end: int) -> Words:
    text = told.text[start:end]
    start += len(text) - len(text.lstrip(SPACES + ",.:"))
    text = text.strip(SPACES + ",:")
    return Words(text, start, start + len(text))


@cache
def expressions_of(speech: Speech) -> Mapping[str, re.Pattern[str]]:
    says, pronouns = either(speech.says), either(speech.pronouns)
    first = either(one for one in speech.says if one not in speech.never_first)
    ends = either(speech.inverted)
    joints = (*speech.and_, *speech.joints, *speech.relative, *speech.before_subject)
    inverted = rf"[\w’']+-(?:t-)?(?:{ends})" if speech.inverted else "(?!)"
    return {
        "gap": re.compile(r"[\s,.–—-]*(?<![\w])"),
        "verb": re.compile(rf"(?<![\w-])(?:{says}|{inverted})(?![\w-])", re.I),
        "some_verb": re.compile(rf"[a-zà-ÿ’']+\s(?=[{BIG}])"),
        "no_verb": re.compile(rf"(?=[{BIG}]|(?:{pronouns})(?!\w))"),
        "goes_on": re.compile(rf"(?:{either(joints)})\s", re.I),
        "verb_first": re.compile(rf"(?:{first})\s(?:\w+ly\s)?", re.I),
        "inverted": re.compile(rf"(?:{inverted})(?!\w)", re.I),
        "according": re.compile(rf"(?<![\w-])(?:{either(speech.according)})[\s’']", re.I),
        "pronoun_last": re.compile(rf"(?<![\w’'-])({pronouns})\s(?:[\w-]+\s)?$", re.I),
        "pronoun_first": re.compile(rf"({pronouns})(?!\w)", re.I),
        "cut": re.compile(rf"[;:–—(]\s?|\s(?:{either(speech.joints)})\s", re.I),
        "stop": re.compile(r"[;:!?]"),
        "close": re.compile(
            r"[;:!?“«\"]|(?<![A-Z])(?<!\bDr)(?<!\bMs)(?<!\bMr)(?<!\bMrs)\.(?=\s|$)"
        ),
    }
