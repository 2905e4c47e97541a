"""Quotes: what somebody is said to have said, and strong sentences of who speaks a document."""

import re
from collections.abc import Iterator

from briefer.extractors.cues import is_titled
from briefer.extractors.marks import Quotation
from briefer.extractors.points import point_of
from briefer.extractors.reading import Reading
from briefer.extractors.suggestion import NOBODY, Speaker, Suggestion, Words

SHORTEST = 4
"""Words in quotation marks of fewer words are terms, unless they are a whole utterance."""

LONGEST = 60
"""Words of a sentence of who speaks a document that is proposed as a quote."""


def quotes(reading: Reading) -> Iterator[Suggestion]:
    """Quoted words without their marks, and strong sentences in the first person."""
    for one, speaker in zip(reading.quotations, reading.speakers, strict=True):
        if _is_speech(reading, one, speaker):
            by = speaker or NOBODY
            yield Suggestion(
                kind="quote",
                start=one.start,
                end=one.end,
                place=one.place.label(),
                rule="words in quotation marks",
                trigger=Words(by.cue.text, by.cue.start, by.cue.end),
                strength=3 if by.certainty in ("named", "title") else 2,
                by=by,
                second_hand=True,
            )
    if reading.own:
        yield from _own(reading)


def _own(reading: Reading) -> Iterator[Suggestion]:
    """Strong talking points in the first person, outside quotations: the document's own words."""
    text, table = reading.source.text, reading.cues.table
    for one in reading.sentences:
        first = any(hit.rule is table.first_person for hit in one.hits)
        if not first or one.quote or one.lead_in.text:
            continue
        found = point_of(one, reading)
        if found and found[2] > 2 and len(text[one.start : one.end].split()) <= LONGEST:
            yield Suggestion(
                kind="quote",
                start=one.start,
                end=one.end,
                place=one.place.label(),
                rule="own words of who speaks",
                trigger=found[1],
                strength=2 if reading.speaker.name else 1,
                by=reading.speaker,
            )


def _is_speech(reading: Reading, one: Quotation, speaker: Speaker | None) -> bool:
    """Whether quoted words are what somebody said, and not a title, a theme or a mere term."""
    text = reading.source.text
    words = text[one.start : one.end]
    count = len(words.split())
    if not count or _is_title(words) and not (speaker and one.utters(text)):
        return False
    if is_titled(text, one, reading.cues.table):
        return bool(speaker and one.utters(text))
    if count < SHORTEST:
        return bool(speaker) and one.utters(text) and words[0].isupper()
    return speaker is not None or one.utters(text) and words[0].isupper()


def _is_title(words: str) -> bool:
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) > 0.6 * len(long)
