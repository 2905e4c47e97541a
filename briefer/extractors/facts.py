"""Facts: sentences that carry a figure, a date, a status, a rise or fall, or what a law says."""

import re
from collections.abc import Iterator

from briefer.extractors.phrases import Hit
from briefer.extractors.reading import Reading, Sentence
from briefer.extractors.suggestion import Stated, Suggestion, Words

YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")

FEW = 10
"""A plain count below this may count anything; another figure in the sentence tells more."""

TARGET = re.compile(r"(?:\bby|d’ici à|d'ici|avant)(?:\s[\w’']+){0,4}\s$", re.I)
"""What makes the year of an ask or a commitment a target, which is not yet a fact."""


def facts(reading: Reading) -> Iterator[Suggestion]:
    """Sentences that can be checked; refused ones (contacts, courtesies) are left out."""
    for one in reading.sentences:
        if any(hit.rule is reading.cues.table.not_any for hit in one.hits):
            continue
        met = _met(one, reading)
        if met is None:
            continue
        rule, trigger, strength = met
        yield Suggestion(
            kind="fact",
            start=one.start,
            end=one.end,
            place=one.place.label(),
            rule=rule,
            trigger=trigger,
            strength=strength,
            by=one.speaker,
            second_hand=one.quote is not None,
            figures=one.figures,
            lead_in=one.lead_in,
        )


def _met(one: Sentence, reading: Reading) -> tuple[str, Words, int] | None:
    """The first rule that a sentence meets, its trigger, and how strong that is."""
    counted = [figure for figure in one.figures if figure.basis != "duration"]
    if counted:
        telling = [figure for figure in counted if figure.basis != "count" or figure.value >= FEW]
        if one.quote and not telling:
            return None
        return "a figure", _words((telling or counted)[0]), 3 if telling else 2
    text = reading.source.text
    if one.figures:
        return "a duration", _words(one.figures[0]), 2
    asks = any(hit.rule.asks or hit.rule.name == "a commitment" for hit in one.hits)
    year = YEAR.search(text, one.start, one.end)
    if year and not (asks and TARGET.search(text, max(one.start, year.start() - 24), year.start())):
        return "a year", Words(year[0], *year.span()), 2
    return _cue(one, reading)


def _words(figure: Stated) -> Words:
    return Words(figure.text, figure.start, figure.end)


def _cue(one: Sentence, reading: Reading) -> tuple[str, Words, int] | None:
    table = reading.cues.table
    concedes = any(hit.rule is table.not_points for hit in one.hits)
    asks = not concedes and any(hit.rule.asks for hit in one.hits)
    for hit in one.hits:
        if hit.rule not in table.facts or (asks and hit.rule.strength < 3):
            continue
        if hit.rule.needs and not _beside(hit, one):
            continue
        return hit.rule.name, hit.words(reading.source.text), hit.rule.strength
    return None


def _beside(hit: Hit, one: Sentence) -> bool:
    """Whether what a cue needs stands near it."""
    return any(
        other.rule.name == hit.rule.needs
        and other.start - hit.end <= hit.rule.near
        and hit.start - other.end <= hit.rule.near
        for other in one.hits
    )
