"""The topic of a statement: what it counts, what it says of it, and what its text is about."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefer.core import word_families as families
from briefer.core.figures import Figure
from briefer.core.folds import plain

WORD = re.compile(r"[^\W\d_]{3,}")
ENDINGS = re.compile(
    r"(?:ations?|itions?|ates?|ated|ating|ements?|ments?|ings?|ously|ally|ies|ied|ers?|ed|es|ly|s|e"
    r"|y)$"
)
FEW = 2
"""Telling words of a sentence below which those around it are taken too."""

ENDED = 2
"""Endings that are taken from a word: safe-ly, help-ing-s."""

STEM = 3
"""Letters that a stem keeps at least."""

PLAIN_PHRASES = [
    (re.compile(rf"\b(?:{'|'.join(said)})\b"), made.split())
    for made, said in families.PHRASES.items()
]
WANTED = re.compile(rf"\b(?:{families.WANTED})\b")
WANTED_SHARE = re.compile(rf"\b(?:{families.WANTED_SHARE})\b")
DENIED = re.compile(rf"\b(?:{families.DENIED})\b")
EARLIER = re.compile(rf"(?:\b(?:{families.EARLIER}))\s*$")
AGO = re.compile(rf"\s*(?:{families.AGO})\b")
LEANING = re.compile(rf"[^\w]*(?:{families.LEANING})\b")
PART_BEHIND = re.compile(rf"\b(?:{families.PART_BEHIND})$")
PARTS = re.compile(r"\b(?:of (?:these|them|which)|dont)\b")
PART_AHEAD = re.compile(rf"\s*(?:{families.PART_AHEAD})\b")
RATE = re.compile(
    r"\s*(?:\w+\s){0,3}?(?:a|an|per|each|every|par)\s(day|hectare|person|head|unit|tonne|ton|child"
    r"|metre|kilometre|barrel|hour|litre|patient|family|household|jour|personne|habitant)\b"
)
BEFORE = 10
"""Words before a figure among which what it counts may stand: the number of children … at 9."""

REPORTED = re.compile(rf"\b(?:{families.REPORTED})$")


MOVE = re.compile(rf"\b(?:{'|'.join((*families.RISING, *families.FALLING))})\b", re.I)
COMMA = re.compile(r"[,;:–—]\s")
BREAK = re.compile(r"[,;:–—]\s|\s(?:and|but|while|et|mais|tandis que)\s")
ENOUGH = 2
"""Words beside the one that says it, at least, for a trend to be of something."""


class Topic(Struct, frozen=True, omit_defaults=True, gc=False):
    """What can be told of a statement from words alone; words stand by their stems.

    Stored with a statement, so that a register of very many has no words to read.
    """

    kind: str = ""
    """Basis and unit: only statements of one kind can be compared; “” for none."""
    things: frozenset[str] = frozenset()
    """What is counted, where the words name it."""
    acts: frozenset[str] = frozenset()
    """What is done or happens, by its family."""
    near: frozenset[str] = frozenset()
    """The words of the figure's own part of the sentence."""
    beside: frozenset[str] = frozenset()
    """The other words of the sentence."""
    around: frozenset[str] = frozenset()
    """Words of the sentences before it in its paragraph, of its headings and its title."""
    qualities: frozenset[tuple[str, str]] = frozenset()
    marks: frozenset[str] = frozenset()
    """Whether it is denied, wanted (not achieved), a rate of so much for each, or only a part."""
    subjects: tuple[str, ...] = ()
    """One of these two statements of one thing have in common: a count's act or thing; the kind."""
    telling: frozenset[str] = frozenset()
    """The words of the sentence that not every text has."""
    leaning: bool = False
    """Whether its words point back to the statement before."""


NONE = Topic()
A_PART = Topic(marks=frozenset({"part"}))


def topic_of(
    figure: Figure, sentence: str, clause: str, at: tuple[int, int], around: frozenset[str]
) -> Topic:
    """The topic of a figure that stands at a range of its sentence (code points).

    None (an empty topic) for durations, for the part of a whole that stands before it, and for a
    figure of an earlier time that another one is measured against.
    """
    whole = _flat(sentence)
    behind, ahead = _flat(sentence[: at[0]]), _flat(sentence[at[1] :])
    own = _flat(clause.replace(figure.text, " ", 1))
    if not _content(own):
        own = whole
    things = _things(figure, own, behind)
    if _is_part(behind, ahead, things):
        return A_PART
    if figure.basis == "duration" or EARLIER.search(behind) or AGO.match(ahead):
        return NONE
    nearest = _flat(_segment(clause, figure.text))
    kind = "trend" if figure.up is not None else f"{figure.basis} {figure.unit}".strip()
    topic = _topic(kind, own, whole, around, nearest if _content(nearest) else own)
    rate = RATE.match(ahead)
    leans = LEANING.match(whole) or (
        things <= {"case"} and not topic.acts and REPORTED.search(behind)
    )
    made = replace(
        topic,
        things=things,
        acts=_acts_on(things, topic.acts),
        marks=topic.marks | ({f"per {rate[1]}"} if rate else set()),
        leaning=bool(leans),
    )
    return _indexed(made)


def _indexed(topic: Topic) -> Topic:
    """With what it is found by among very many."""
    subjects: tuple[str, ...] = (topic.kind,)
    if topic.kind == "count":
        subjects = tuple(sorted(topic.acts - families.SOFT or topic.things)) or subjects
    telling = (topic.near | topic.beside) - families.VAGUE
    if len(telling) < FEW:
        telling |= topic.around - families.VAGUE
    return replace(topic, subjects=subjects, telling=telling)


def _is_part(behind: str, ahead: str, things: frozenset[str]) -> bool:
    """Whether a figure is a part of the one before: 42 of them, of which 42 …, 31 …"""
    if PART_BEHIND.search(behind) or PART_AHEAD.match(ahead):
        return True
    return not things and bool(PARTS.search(behind))


def _acts_on(things: frozenset[str], acts: frozenset[str]) -> frozenset[str]:
    """The acts, *reached* and *received* being one of people and none of anything else."""
    if things & families.HUMANS:
        return frozenset("reach" if act == "receive" else act for act in acts)
    return acts - {"reach"}


def elliptic(topic: Topic, before: Topic) -> Topic:
    """A count that names nothing counts what the one before does: 187 died, 64 are missing."""
    if topic.things or topic.kind != "count" or before.kind != "count":
        return topic
    return _indexed(replace(topic, things=before.things))


def leaned(topic: Topic, on: Topic) -> Topic:
    """A topic whose words point back to the statement before, with the words of that one."""
    if not topic.leaning or topic.kind != on.kind:
        return topic
    made = replace(
        topic,
        things=topic.things - {"case"} or on.things,
        acts=topic.acts or on.acts,
        near=topic.near | on.near,
        qualities=topic.qualities or on.qualities,
    )
    return _indexed(made)


def trend_of(sentence: str, clause: str, around: frozenset[str]) -> Topic:
    """The topic of words that say that something rises or falls; `clause` are those before."""
    own = _flat(clause)
    return _indexed(_topic("trend", own, _flat(sentence), around, own))


def trends_of(sentence: str) -> list[tuple[str, str, int, int]]:
    """What a sentence says to be “rising” or “falling”: the variant, its clause, its range.

    Not where words of a plan or a denial stand in the clause.
    """
    found = []
    for one in MOVE.finditer(sentence):
        begin = max((end.end() for end in BREAK.finditer(sentence, 0, one.start())), default=0)
        clause = sentence[begin : one.start()]
        whole = _flat(clause)
        if len(_content(whole)) >= ENOUGH and not (WANTED.search(whole) or DENIED.search(whole)):
            variant = "rising" if one[0].lower() in families.RISING else "falling"
            found.append((variant, clause, *one.span()))
    return found


def content(words: str) -> frozenset[str]:
    """The words of some text that say what it is about, by their stems or families."""
    return _content(_flat(words))


def _topic(kind: str, own: str, whole: str, around: frozenset[str], nearest: str) -> Topic:
    """A topic of flat words: the figure's clause, its sentence, and the part of it nearest by."""
    acts, rest = _acts(nearest)
    wanted = WANTED_SHARE if kind.startswith("share") else WANTED
    marks = {"wanted"} if wanted.search(rest) else set()
    near = _content(own)
    return Topic(
        kind=kind,
        acts=acts,
        near=near,
        beside=_content(whole) - near,
        around=around,
        qualities=frozenset(
            families.QUALITIES[word] for word in own.split() if word in families.QUALITIES
        ),
        marks=frozenset(marks | ({"denied"} if DENIED.search(rest) else set())),
    )


def _segment(clause: str, figure: str) -> str:
    """The part of a clause around a figure, from comma to comma, without the figure."""
    before, _, after = clause.partition(figure)
    begin = max((one.end() for one in COMMA.finditer(before)), default=0)
    end = COMMA.search(after)
    return f"{before[begin:]} {after[: end.start() if end else None]}"


def _flat(words: str) -> str:
    """Plain words with single spaces between them, digits and marks left out but for hyphens."""
    return " ".join(re.findall(r"[^\W_]+", plain(words)))


def _acts(own: str) -> tuple[frozenset[str], str]:
    """The acts that some words name, and the words without the phrases that name them."""
    found: set[str] = set()
    for expression, made in PLAIN_PHRASES:
        own, times = expression.subn(" ", own)
        if times:
            found.update(made)
    found.update(families.ACTS[word] for word in own.split() if word in families.ACTS)
    return frozenset(found), own


def _content(flat: str) -> frozenset[str]:
    found: set[str] = set()
    for expression, made in PLAIN_PHRASES:
        if expression.search(flat):
            found.update(made)
    return frozenset(found | {_stem(w) for w in WORD.findall(flat) if w not in families.IDLE})


def _things(figure: Figure, own: str, behind: str) -> frozenset[str]:
    """What is counted: the words behind the figure, or else what is named before it."""
    if figure.basis in ("change", "money"):
        return frozenset()
    counted = _flat(figure.counted)
    words = [word for word in counted.split() if word not in families.IDLE and len(word) > STEM - 1]
    known = [families.THINGS[word] for word in words if word in families.THINGS]
    if known:
        return frozenset(known[:1])
    if words:
        plural = [word for word in words if word.endswith("s")] or words
        whole = _short(plural[-1])
        return frozenset() if whole in families.WHOLES else frozenset({whole})
    if figure.basis == "share":
        return frozenset()
    before = behind.split()[-BEFORE:]
    own_words = set(own.split())
    return frozenset(
        families.THINGS[word] for word in before if word in families.THINGS and word in own_words
    )


@lru_cache(65536)
def _stem(word: str) -> str:
    return families.ACTS.get(word) or families.THINGS.get(word) or _short(word)


def _short(word: str) -> str:
    for _ in range(ENDED):
        short = ENDINGS.sub("", word)
        word = short if len(short) >= STEM else word
    return word
