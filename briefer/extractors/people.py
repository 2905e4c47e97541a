"""Who a document names outside its quotations, and whom a pronoun or an office stands for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from briefer.extractors.marks import Quotation, inside
from briefer.extractors.names import Name, names, titles
from briefer.extractors.phrases import either
from briefer.extractors.tables import Speech

NAMED_WITHIN = 6000
"""Code points before a quotation, and at the head of a text, in which names are read."""

BEHIND = 300
"""Code points behind a quotation in which its speaker may be named."""

REACH = 1500
"""Code points before a pronoun in which the person is looked for."""

STOP = re.compile(r"[.!?”»]\s|\n")


class Mention(Struct, frozen=True):
    """A person or office where it is named; without a name, somebody whom nothing names."""

    start: int
    end: int
    name: str
    gender: str = ""
    roles: frozenset[str] = frozenset()


class People(Struct, frozen=True, eq=False):
    """The persons of a document: every mention in order, full names, and genders known."""

    mentions: Sequence[Mention]
    full: Mapping[str, str]
    """Full names by their last word; “” where two persons share it."""
    genders: dict[str, str]
    """“m” or “f” by name, from titles, and from pronouns as they are read."""
    offices: Mapping[str, str]
    """Names by office; “” where several persons hold it."""
    short: Mapping[str, str]
    """Names of bodies by their abbreviations."""

    def fullest(self, name: str) -> str:
        """The fullest form of a name in the document."""
        if name in self.short:
            return self.short[name]
        return self.full.get(name.split()[-1], "") or name

    def holder(self, roles: Iterable[str], office: str = "") -> str:
        """Who holds an office: the one person of the document that does, else the office itself.

        Empty where several persons hold it, or where nobody could tell who is meant.
        """
        held = {self.offices[role] for role in roles if role in self.offices}
        if not held:
            return office if re.search(r"\w[\s-]\w", office) else ""
        return held.pop() if len(held) == 1 else ""

    def before(
        self, text: str, at: int, gender: str, spoken: Iterable[Mention] = ()
    ) -> Mention | None:
        """Whom a pronoun at a place stands for; None when it is not clear.

        It is the one person of the last sentence before it that names any; of two, it is neither.
        """
        last = bisect_right(self.mentions, at, key=lambda one: one.start)
        near = [*self.mentions[max(0, last - 8) : last], *spoken]
        fitting = [
            one
            for one in sorted(near, key=lambda one: one.start)
            if one.end <= at < one.end + REACH
            and not _differ(self.genders.get(one.name, one.gender), gender)
        ]
        if not fitting:
            return None
        others = {
            one.name
            for one in fitting
            if not STOP.search(text, one.end, fitting[-1].start) and one.name != fitting[-1].name
        }
        return None if others else fitting[-1]


ACTS = re.compile(r"\s[a-zà-ÿ]{2,}")
"""A word in small letters behind a name of two words or more that begins a sentence: a verb."""

ACTED = re.compile(r"(?:\s\w+ly|\salso|\shas|\slater)?\s[a-zà-ÿ]{2,}ed(?![\w-])")
"""A verb in the past behind such a name elsewhere in a sentence."""


def _differ(one: str, two: str) -> bool:
    return bool(one and two and one != two)


def people(text: str, speech: Speech, quoted: Sequence[Quotation], body: int = 0) -> People:
    """The persons of a text outside its quotations; nobody before `body` is meant by a pronoun."""
    found = [
        one
        for start, end in _around(quoted, NAMED_WITHIN)
        for one in names(text, speech, start, min(end, len(text)))
        if not inside(one.start, quoted)
    ]
    persons = [one for one in found if one.kind == "person" and _is_person(text, one, speech)]
    full = _full(found, persons)
    here = [one for one in found if one.kind == "person" and one.text.split()[-1] in full]
    genders, offices = _described(text, here, full, speech)
    found_people = People([], full, genders, offices, _short(found, text))
    mentions = [
        Mention(one.begins, one.end, full.get(one.text.split()[-1]) or one.text, one.gender)
        for one in here
    ]
    mentions += _unnamed(text, speech, quoted, offices)
    mentions = [one for one in mentions if one.start >= body]
    mentions += [
        Mention(one.start, one.end, found_people.holder(one.roles, one.text))
        for one in found
        if one.kind == "office"
    ]
    return replace(found_people, mentions=sorted(mentions, key=lambda one: one.start))


def _full(found: Sequence[Name], persons: Sequence[Name]) -> dict[str, str]:
    """The fullest name by the last word of each name that is a person's, and by the first one."""
    known = {one.text.split()[-1] for one in persons}
    full: dict[str, str] = {}
    for one in found:
        words = one.text.split()
        if one.kind == "person" and words[-1] in known and len(words) > 1:
            longer = max(full.get(words[-1], ""), one.text, key=len)
            shorter = min(full.get(words[-1], one.text), one.text, key=len)
            same = set(shorter.split()) <= set(longer.split())
            full[words[-1]] = longer if same else ""
    for name in known:
        first = {one for one in full.values() if one.split()[:1] == [name]}
        full.setdefault(name, first.pop() if len(first) == 1 else "")
    return full


def _is_person(text: str, name: Name, speech: Speech) -> bool:
    """Whether a name is surely a person's: a title, an office, speech or an apposition says so."""
    if name.roles or name.gender or name.begins < name.start:
        return True
    before = text[max(0, name.start - 40) : name.start].lower().replace("’", " ").split()
    after = text[name.end : name.end + 40]
    last = before[-1].strip(",.") if before else ""
    if last in titles(speech) or last in speech.says or " ".join(before[-2:]) in speech.says:
        return True
    if last in speech.never_before:
        return False
    person = _expressions(speech)
    if person["says"].match(after):
        return True
    opens = text[max(0, name.begins - 2) : name.begins].strip() in ("", ".", "”", "»", "?", "!")
    acts = (ACTS if opens else ACTED).match(after)
    return " " in name.text and bool(person["after"].match(after) or acts)


@cache
def _expressions(speech: Speech) -> Mapping[str, re.Pattern[str]]:
    roles, says = either(titles(speech)), either(speech.says)
    relative, articles = either(speech.personal), either(speech.articles)
    someone = either((*speech.roles, *speech.persons))
    return {
        "after": re.compile(
            rf",?\s(?:(?:{relative})\s|(?:{says})(?!\w))|,\s(?:(?:{articles})\s?)?(?:[\w-]+\s)?"
            rf"(?:{roles})(?!\w)",
            re.I,
        ),
        "says": re.compile(rf"\s(?:{says})(?!\w)", re.I),
        "someone": re.compile(
            rf"(?<!\w)(?:{either(speech.someone)})[\s’'](?:[\w-]+\s)?(?:{someone})(?!\w)", re.I
        ),
        "office": re.compile(
            rf"(?<!\w)(?:{either(speech.definite)})[\s’']?({someone})(?!\w)", re.I
        ),
    }


def _described(
    text: str, here: Sequence[Name], full: Mapping[str, str], speech: Speech
) -> tuple[dict[str, str], dict[str, str]]:
    """The genders that titles give, and who holds an office (“” where several do)."""
    genders: dict[str, str] = {}
    holders: dict[str, set[str]] = {}
    apposition = _apposition(speech)
    for one in here:
        name = full.get(one.text.split()[-1]) or one.text
        if one.gender:
            genders[name] = one.gender
        held = set(one.roles)
        if found := apposition.match(text, one.end):
            held |= {word for word in found[0].lower().split() if word in speech.roles}
        before = text[max(0, one.begins - 30) : one.begins].lower().split()
        held |= {word.strip(",") for word in before[-1:]} & speech.roles
        for role in held:
            holders.setdefault(role, set()).add(name)
    offices = {role: min(some) if len(some) == 1 else "" for role, some in holders.items()}
    return genders, offices


@cache
def _apposition(speech: Speech) -> re.Pattern[str]:
    return re.compile(rf",\s(?:(?:{either(speech.articles)})\s?)?(?:[\w’'-]+\s){{0,3}}", re.I)


def _around(quoted: Sequence[Quotation], reach: int) -> Iterator[tuple[int, int]]:
    """The head of a text and what stands before and shortly behind its quotations, in order."""
    start, end = 0, reach // 2
    for one in quoted:
        if one.opened - reach > end:
            yield start, end
            start = one.opened - reach
        end = max(end, one.closed + BEHIND)
    yield start, end


def _unnamed(
    text: str, speech: Speech, quoted: Sequence[Quotation], offices: Mapping[str, str]
) -> list[Mention]:
    """Persons without a name: “one mother”; and offices, with the name of who holds them."""
    found = []
    expressions = _expressions(speech)
    for kind, (start, end) in product(("someone", "office"), _around(quoted, REACH)):
        for one in expressions[kind].finditer(text, start, end):
            before = APPOSED.search(text, max(0, one.start() - 30), one.start())
            apposed = before and before[1].lower() not in speech.places
            if apposed or NAMED.match(text, one.end()) or inside(one.start(), quoted):
                continue
            name = offices.get(one[1].lower(), "") if kind == "office" else ""
            found.append(Mention(*one.span(), name))
    return found


APPOSED = re.compile(r"([A-ZÀ-Þ][\w’'-]+),\s$")
"""What stands before words that say more of a person named."""

NAMED = re.compile(r"['’]s\s|(?:,|\s[a-zé]+){0,4},?\s[A-ZÀ-Þ]")
"""What follows somebody who is named after all, or is only the owner of something."""


def _short(found: Sequence[Name], text: str) -> dict[str, str]:
    """Abbreviations that stand in brackets behind a name."""
    short = {}
    for one in found:
        if one.kind == "body" and (
            brackets := re.match(r"\s\(([A-Z][\w-]+)\)", text[one.end : one.end + 20])
        ):
            short[brackets[1]] = one.text
    return short
