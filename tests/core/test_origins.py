"""A printed item against its source."""

import pytest
from msgspec.structs import replace

from briefer.core.compose import compose
from briefer.core.edits import add_item
from briefer.core.manifest import make_manifest
from briefer.core.model import pick
from briefer.core.operations import Insert, Redact
from briefer.core.origins import trace
from briefer.core.selectors import TextPositionSelector

WORDS = "Over 55 million mines have been destroyed."


@pytest.fixture
def manifest(briefing, speech):
    return printed(briefing, speech, "quote")


def printed(briefing, speech, kind, *operations):
    start = speech.text.index(WORDS)
    made = pick(speech, start, start + len(WORDS), kind, speaker="Ana Example")
    made = replace(made, operations=tuple(one(start) for one in operations))
    filled = add_item("points", made)(briefing)
    sources = {speech.id: speech}
    return make_manifest(filled, sources, compose(filled, sources))


def status(manifest, *sources):
    [one] = trace(manifest, {source.id: source for source in sources})
    return one.status


def test_words_that_the_source_says_are_verified(manifest, speech):
    assert status(manifest, speech) == "verified"


def test_without_the_source_nothing_can_be_said(manifest):
    assert status(manifest) == "uncheckable"


@pytest.mark.parametrize(
    ("find", "put", "outcome"),
    [
        ("55 million", "40 million", "broken"),
        ("Over 55", "x. Over 55", "changed"),
        (WORDS, f"Over. {WORDS} {WORDS}", "changed"),
        ("We call", "We ask", "changed"),
    ],
)
def test_a_source_that_changed_is_no_proof(manifest, speech, find, put, outcome):
    changed = replace(speech, text=speech.text.replace(find, put))
    assert status(manifest, changed) == outcome


@pytest.mark.parametrize(
    "fields",
    [
        {"words": "Over 66 million mines have been destroyed."},
        {"words": ""},
        {"text": f"Nobody said: “{WORDS}” — Ana Example [S1 para. 3]"},
        {"text": f"“{WORDS}” — Bo Example [S1 para. 3]"},
        {"citation": "[S9 para. 3]"},
    ],
)
def test_a_proof_that_does_not_agree_with_itself_is_no_proof(manifest, speech, fields):
    [item] = manifest.items
    changed = replace(manifest, items=(replace(item, **fields),))
    assert status(changed, speech) == status(changed) == "broken"


def test_words_and_passages_altered_together_are_not_what_the_source_says(manifest, speech):
    [item] = manifest.items
    [passage] = item.passages
    quote = replace(passage.quote, exact=WORDS.replace("55", "66"))
    altered = replace(
        item,
        words=quote.exact,
        text=item.text.replace("55", "66"),
        passages=(replace(passage, quote=quote),),
    )
    changed = replace(manifest, items=(altered,))
    assert status(changed) == "uncheckable"
    assert status(changed, speech) == "broken"


@pytest.mark.parametrize("kind", ["quote", "fact"])
def test_edited_words_are_made_again_from_the_source(briefing, speech, kind):
    def inserted(start):
        return Insert(start + len(WORDS), "all of them")

    assert status(printed(briefing, speech, kind, inserted), speech) == "verified"


def redacted(start):
    return Redact(start + 5, start + 15)


def test_around_redacted_words_the_source_is_still_compared(briefing, speech):
    manifest = printed(briefing, speech, "fact", redacted)
    assert status(manifest, speech) == "verified"
    for find, put in (("Over 55", "Some 55"), ("been destroyed", "been counted")):
        changed = replace(speech, text=speech.text.replace(find, put))
        assert status(manifest, changed) == "broken"
    hidden = replace(speech, text=speech.text.replace("55 million", "40 million"))
    assert status(manifest, hidden) == "changed"


def test_words_beside_a_redaction_are_made_again_from_the_source(briefing, speech):
    manifest = printed(briefing, speech, "fact", redacted)
    [item] = manifest.items
    other = item.words.replace("[redacted]", "[all]")
    altered = replace(item, words=other, text=item.text.replace(item.words, other))
    assert status(replace(manifest, items=(altered,)), speech) == "broken"


def test_a_place_that_was_altered_in_the_proof_is_named(manifest, speech):
    [item] = manifest.items
    [passage] = item.passages
    away = TextPositionSelector(passage.position.start + 1, passage.position.end + 1)
    altered = replace(item, passages=(replace(passage, position=away),))
    assert status(replace(manifest, items=(altered,)), speech) in ("broken", "changed")
