"""Finding sentences in a library, page by page."""

import pytest

from briefer.core.errors import WrongRequest
from briefer.core.folds import searchable
from briefer.core.query import parse
from briefer.core.record import Field
from briefer.services import search as service
from briefer.services.search import Cursor, Texts, chosen_sources, search, search_page
from briefer.store.sqlite import open_sqlite
from tests.samples import make_source


@pytest.fixture
def many(tmp_path):
    """Sixty documents with words in two paragraphs each, and one in which they stand together."""
    library = open_sqlite(tmp_path / "many.db")
    texts = [f"Number {n} on mines.\n\nIn {n} there are bombs." for n in range(60)]
    library.add([(make_source(text, f"{n}.txt"), b"") for n, text in enumerate(texts)])
    yield library
    library.close()


def test_search_gives_sentences_that_hold_every_word(library):
    hits = search(library, parse("withdraw"))
    assert {hit.file.split("-")[0] for hit in hits} >= {"joint", "news", "un", "remarks"}
    for hit in hits:
        source = library.get([hit.source])[hit.source]
        assert source.text[hit.start : hit.end] == hit.exact
        assert source.place_at(hit.start).label() == hit.place
        assert len(hit.snippet) <= 162
        for ranges, text in ((hit.marks, source.text), (hit.snippet_marks, hit.snippet)):
            assert all(searchable(text[slice(*at)]).startswith("withdraw") for at in ranges)
        assert hit.marks[0] >= (hit.start, hit.start)


@pytest.mark.parametrize(
    ("typed", "at_least", "holds"),
    [
        ("55 million", 2, "55 million"), ('"55 million"', 2, "55 million"),
        ('"million 55"', 0, ""), ("million mines kind:fact", 3, "million"),
        ("must kind:talking", 3, "must"), ("kind:quote convention", 1, "onvention"),
        ("kind:fact", 9, ""), ("kind:fact Guterres Estonia", 1, ""),
        ("Guterres Estonia", 1, "Guterres"),
        ("zebra", 0, ""), ("...", 0, ""), ("type:speech", 20, ""),
        ("million -estonia", 1, "million"),
    ],
)  # fmt: skip
def test_search_by_words_phrases_and_filters(library, typed, at_least, holds):
    hits = search(library, parse(typed))
    assert len(hits) >= at_least
    assert all(holds in hit.exact for hit in hits[:1])
    assert at_least or not hits


def test_a_kind_gives_what_would_be_suggested(library):
    from briefer.extractors import suggest

    wanted = {
        (source.id, one.start, one.end)
        for source in library.get(line.id for line in library.sources()).values()
        for one in suggest(source)
        if one.kind == "quote" and "mine" in searchable(source.text[one.start : one.end])
    }
    found = {(hit.source, hit.start, hit.end) for hit in search(library, parse("mine kind:quote"))}
    assert found == wanted


def test_a_wrong_filter_is_a_sentence(library):
    for asks in (search, chosen_sources):
        with pytest.raises(WrongRequest, match="kind is fact"):
            asks(library, parse("kind:foo"))


def test_pages_follow_each_other_to_the_end(many):
    whole = search(many, parse("mines"), 99)
    assert len({hit.source for hit in whole}) == len(whole) == 60
    assert search(many, parse("mines"), 7, 20) == whole[20:27]
    found, cursor, texts = [], Cursor(), Texts()
    while cursor is not None:
        page = search_page(many, parse("mines"), 7, cursor, texts)
        found, cursor = [*found, *page.hits], page.next
    assert found == whole


def test_no_more_sources_are_read_than_the_rows_need(many, monkeypatch):
    texts = Texts()
    search_page(many, parse("mines"), 3, Cursor(), texts)
    assert len(texts._kept) <= service.FEW
    monkeypatch.setattr(service, "SOURCES_SEARCHED", 20)
    page = search_page(many, parse('"on bombs"'), 3, Cursor(), texts)
    assert (page.hits, page.next, page.every) == ((), None, True)
    page = search_page(many, parse("mines bombs kind:fact"), 3, Cursor(), texts)
    assert (len(page.hits), page.next.every, page.every) == (3, False, False)
    page = search_page(many, parse("59 bombs"), 30, Cursor(), texts)
    assert (len(page.hits), page.next) == (1, None)
    page = search_page(many, parse("mines"), 30, Cursor(), texts)
    assert (len(page.hits), page.next) == (20, Cursor(20))


def test_the_texts_read_last_are_kept_up_to_a_size(many, monkeypatch):
    texts, (one, two) = Texts(), [line.id for line in many.sources()[:2]]
    read = [source.id for source, _ in texts.read(many, [one, two, "unknown"])]
    assert read == [one, two]
    many.records.say(one, {"title": Field("Said", "user")})
    assert texts.read(many, [one])[0][0].name() == "0.txt"
    texts = Texts()
    assert texts.read(many, [one])[0][0].name() == "Said"
    monkeypatch.setattr(service, "KEPT", 50)
    texts.read(many, [two])
    assert list(texts._kept) == [two]


def test_sources_are_chosen_by_words_and_filters(library):
    assert len(chosen_sources(library, parse(""))) == 5
    found = chosen_sources(library, parse("speaker:nakamitsu"))
    assert [line.file for line in found] == ["remarks-nakamitsu-protection-of-civilians-week.txt"]
    assert chosen_sources(library, parse("zebra")) == []
