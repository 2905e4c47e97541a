"""What different sources say alike is found with what differs; what everybody says is not."""

import pytest

from briefer.core.errors import Cancelled
from briefer.services import duplicates as module
from briefer.services.duplicates import also_said, duplicates
from briefer.services.revisions import set_superseded
from tests.samples import make_source, seed_sources

FIGURE = (
    "As of last year more than 400,000 hectares of farmland had been cleared by demining teams "
    "under the national programme, which employs 2,300 people."
)
VIEW = (
    "The ministry considers that the reintegration of survivors into working life is the truest "
    "measure of what the programme has achieved."
)
MADE = {
    "a figure changed": (FIGURE, FIGURE.replace("400,000", "450,000")),
    "reworded": (VIEW, VIEW.replace("considers that", "believes").replace("truest", "best")),
    "shortened": (FIGURE, FIGURE.replace(" under the national programme", "")),
    "inside more": (VIEW, f"It was a long day of talks in the capital. {VIEW} So it went on."),
}
UNLIKE = {
    "the same subject": (
        FIGURE, "Farmland of some size was cleared by teams that the national authority employs."
    ),
    "a salutation": (
        "Excellencies, distinguished delegates, ladies and gentlemen, dear friends,",
        "Excellencies, distinguished delegates, ladies and gentlemen, dear friends,",
    ),
    "a phrase": (
        f"Let me say at the outset that we welcome this debate. {VIEW}",
        f"Let me say at the outset that we were not consulted. {FIGURE}",
    ),
}  # fmt: skip


@pytest.fixture
def alone(library):
    library.trash([line.id for line in library.sources()])
    return library


def kept(library, *texts):
    made = [make_source(f"Opening {n}.\n\n{text}", f"{n}.txt") for n, text in enumerate(texts)]
    library.add([(one, b"") for one in made])
    return made


def test_the_samples_say_these_things_alike(library):
    found = {
        (one.file, one.place, one.other.file, one.other.place): one for one in duplicates(library)
    }
    joint, news = "joint-statement-22msp.txt", "news-article-global-campaign.txt"
    article, campaign = "un-chronicle-article.txt", "campaign-web-page.txt"
    assert sorted(found) == [
        (joint, "para. 18", article, "para. 2"),
        (news, "para. 5", campaign, "para. 7"),
        (article, "para. 2", campaign, "para. 7"),
    ]
    mines = found[article, "para. 2", campaign, "para. 7"]
    assert mines.figures_differ()
    assert ("53.1", "40") in {(one.expected, one.found) for one in mines.differences}
    for one in found.values():
        for side in (one, one.other):
            text = library.get([side.source])[side.source].text
            assert text[side.start : side.end] == side.exact


@pytest.mark.parametrize("name", MADE)
def test_what_is_said_nearly_alike_is_found(alone, name):
    one, other = kept(alone, *MADE[name])
    [found] = duplicates(alone)
    assert (found.source, found.other.source) == (one.id, other.id)
    assert found.figures_differ() == (name == "a figure changed")
    [same] = duplicates(alone, [other.id])
    assert (same.source, same.other.source) == (other.id, one.id)
    place = one.places[1]
    assert [twin.other for twin in also_said(alone, one, place)] == [found.other]


@pytest.mark.parametrize("name", UNLIKE)
def test_a_phrase_or_a_subject_is_not(alone, name):
    one, _ = kept(alone, *UNLIKE[name])
    assert duplicates(alone) == []
    assert also_said(alone, one, one.places[1]) == []


def test_what_many_sources_say_is_boilerplate(alone, monkeypatch):
    monkeypatch.setattr(module, "COMMON", 2)
    kept(alone, *(f"{VIEW}\n\nNumber {n} has words of its own here." for n in range(3)))
    assert duplicates(alone) == []


def test_a_copy_is_named_once_and_a_version_not_at_all(alone):
    text = "\n\n".join([FIGURE, VIEW, seed_sources()[0].text])
    one, copy = make_source(text, "a.txt"), make_source(text.replace("\n\n", "\n\n\n"), "b.txt")
    alone.add([(one, b""), (copy, b"")])
    [found] = duplicates(alone)
    assert found.whole
    assert (found.source, found.other.source, found.end) == (one.id, copy.id, len(one.text))
    alone.trash([copy.id])
    changed = make_source(f"{text}\n\n{FIGURE}\n\nMore.", "v2.txt")
    alone.add([(changed, b"")])
    assert duplicates(alone) != []
    set_superseded(alone, changed.id, one.id)
    assert duplicates(alone) == []
    assert also_said(alone, one, one.places[1]) == []
    assert also_said(alone, changed, changed.places[1]) == []


def test_a_large_library_is_sampled_and_what_matters_is_still_found(library, monkeypatch):
    every = {(one.source, one.other.source) for one in duplicates(library)}
    monkeypatch.setattr(module, "ROWS_KEPT", 2000)
    monkeypatch.setattr(module, "AT_ONCE", 1)
    assert {(one.source, one.other.source) for one in duplicates(library)} == every


def test_it_can_be_cancelled(library):
    def stop(done, total, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        duplicates(library, progress=stop)
