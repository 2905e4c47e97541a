"""Behind words quoted at second hand the speaker's own text is looked for."""

import pytest
from msgspec.structs import replace

from briefer.core.model import pick
from briefer.core.record import Field, Name
from briefer.services.likely import likely_sources
from briefer.services.second_hand import find_primaries
from tests.samples import make_source

NEWS = "news-article-global-campaign.txt"
PAGE = "campaign-web-page.txt"
REPORTED = (
    "These announcements are particularly troubling, as they risk weakening civilian protection "
    "and undermining two decades of progress."
)
HALT = "The Convention has led to a virtual halt in global production of anti-personnel mines"
STATEMENT = """Statement on the campaign

I am gravely concerned by recent announcements of withdrawal.

These announcements are particularly troubling, as it risks weakening civilian protection and \
undermining two decades of a normative framework that has saved countless lives."""
SPEAKER = Field((Name(given="António", family="Guterres", role="Secretary-General"),), "user")


def quoted(seeds, words, speaker=""):
    source = seeds[NEWS]
    start = source.text.index(words)
    made = pick(source, start, start + len(words), "quote", speaker=speaker)
    return made, {source.id: source}


def test_the_primary_statement_is_found_with_every_word_that_differs(library, seeds):
    statement = make_source(STATEMENT, "statement.txt")
    library.add([(statement, b"")])
    made, sources = quoted(seeds, REPORTED)
    [found] = find_primaries([made], sources, library)
    best = found.primaries[0]
    assert (best.file, best.place, best.names_speaker, best.quoted) == (
        "statement.txt", "para. 3", False, False,
    )  # fmt: skip
    assert statement.text[best.start : best.end] == best.exact
    assert [(one.expected, one.found) for one in best.differences if one.op != "equal"] == [
        ("they risk", "it risks"),
        ("progress.", "a normative framework that has saved countless lives."),
    ]


def test_other_wording_of_the_same_is_found_on_the_campaign_page(library, seeds):
    made, sources = quoted(seeds, HALT + " and the destruction of over 40 million stockpiled mines")
    [found] = find_primaries([made], sources, library)
    assert [(one.file, one.place) for one in found.primaries] == [(PAGE, "para. 7")]


@pytest.mark.parametrize(
    ("speaker", "record", "named"),
    [
        ("António Guterres", {"speaker": SPEAKER}, True),
        ("Secretary-General Guterres", {"author": SPEAKER}, True),
        ("Antonio Guterres", {"title": Field("Remarks by Mr. Guterres", "source")}, True),
        ("Izumi Nakamitsu", {"speaker": SPEAKER}, False),
        ("", {"speaker": SPEAKER}, False),
    ],
)
def test_sources_that_name_the_speaker_come_first(library, seeds, speaker, record, named):
    nameless = make_source(f"A copy.\n\n{REPORTED}", "copy.txt")
    own = replace(make_source(STATEMENT, "statement.txt"), record=record)
    library.add([(nameless, b""), (own, b"")])
    made, sources = quoted(seeds, REPORTED, speaker)
    [found] = find_primaries([made], sources, library)
    first = "statement.txt" if named else "copy.txt"
    assert (found.primaries[0].file, found.primaries[0].names_speaker) == (first, named)


def test_a_source_that_quotes_the_words_too_comes_behind_one_that_says_them(library, seeds):
    others = [
        make_source(f"He said: “{REPORTED}” So it was.", "report.txt"),
        make_source(STATEMENT, "statement.txt"),
    ]
    library.add([(one, b"") for one in others])
    made, sources = quoted(seeds, REPORTED)
    [found] = find_primaries([made], sources, library)
    assert [(one.file, one.quoted) for one in found.primaries] == [
        ("statement.txt", False), ("report.txt", True),
    ]  # fmt: skip


def test_words_at_first_hand_and_without_their_source_are_left_out(library, seeds):
    reported, sources = quoted(seeds, REPORTED)
    own, _ = quoted(seeds, "Guterres expressed grave concern")
    assert list(find_primaries([own], sources, library)) == []
    assert list(find_primaries([reported], {}, library)) == []


def test_nothing_is_found_where_no_source_says_the_like(library, seeds):
    made, sources = quoted(seeds, REPORTED)
    [found] = find_primaries([made], sources, library)
    assert found.primaries == ()


def test_only_sources_that_share_rows_of_words_are_read(library):
    texts = [f"Text {n} on mines and treaties: every State must report." for n in range(30)]
    rare = make_source("The quick brown fox jumps over the lazy dogs of Ottawa.", "rare.txt")
    library.add([(make_source(text, f"{n}.txt"), b"") for n, text in enumerate(texts)])
    library.add([(rare, b"")])
    words = "Every State must report how the quick brown fox jumps"
    assert likely_sources(library, words, 1) == [rare]
    assert len(likely_sources(library, words, 5)) == 5
    assert rare not in likely_sources(library, words, 5, without=rare.id)
    assert likely_sources(library, "", 5) == []
    assert likely_sources(library, "lazy", 5) == [rare]
