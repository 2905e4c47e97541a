"""Talking points: sentences that ask, commit, oblige or judge, and items of lists of such."""

from collections.abc import Iterator, Sequence

from briefer.extractors.phrases import Hit, Rule
from briefer.extractors.reading import Reading, Sentence
from briefer.extractors.suggestion import Suggestion, Words


def talking_points(reading: Reading) -> Iterator[Suggestion]:
    """Sentences that a principal could say; courtesies and concessions are left out."""
    for one in reading.sentences:
        found = point_of(one, reading)
        if found is None:
            continue
        rule, trigger, strength = found
        yield Suggestion(
            kind="talking_point",
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


def point_of(one: Sentence, reading: Reading) -> tuple[str, Words, int] | None:
    """The strongest rule that a sentence meets, its trigger, and how strong that is.

    None where it meets none, or one that refuses it.
    """
    table, text = reading.cues.table, reading.source.text
    refused = [table.not_any, table.not_points, *(() if reading.own else (table.advice,))]
    if any(hit.rule in refused for hit in one.hits):
        return None
    best = _best(one.hits, table.points)
    if best and best.rule.strength > 2:
        return best.rule.name, best.words(text), best.rule.strength
    asked = any(hit.rule in (*table.points, table.asking) for hit in one.lead_hits)
    if one.lead_in.text and (asked or reading.own):
        return "an item of a list", one.lead_in, 3 if asked else 2
    counts = any(figure.basis != "duration" for figure in one.figures)  # rather a fact
    judged = [hit for hit in one.hits if hit.rule.counting or not counts]
    own = _best(judged, table.own_points) if one.own else None
    chosen = max(
        (hit for hit in (best, own) if hit), key=lambda hit: hit.rule.strength, default=None
    )
    return (chosen.rule.name, chosen.words(text), chosen.rule.strength) if chosen else None


def _best(hits: Sequence[Hit], rules: Sequence[Rule]) -> Hit | None:
    found = [hit for hit in hits if hit.rule in rules]
    return max(found, key=lambda hit: hit.rule.strength, default=None)
