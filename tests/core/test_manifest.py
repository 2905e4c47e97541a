"""What travels inside an export."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.compose import compose
from briefer.core.edits import add_item, set_header
from briefer.core.forms import decode, encode
from briefer.core.manifest import Manifest, anchor, make_manifest
from briefer.core.model import Briefing, Prose, Section, pick, pick_passages
from briefer.core.operations import Emphasis, Gloss, Omit, Redact
from briefer.core.record import Field
from briefer.core.redaction import MASK, masked
from tests.samples import make_source


def manifest_of(briefing, *sources):
    known = {one.id: one for one in sources}
    return make_manifest(briefing, known, compose(briefing, known))


def at(source, words):
    start = source.text.index(words)
    return start, start + len(words)


@pytest.fixture
def filled(briefing, speech):
    quote = pick(
        speech, *at(speech, "Casualties are rising again."), "quote", speaker="Ana Example"
    )
    fact = pick(speech, *at(speech, "Over 55 million mines"), "fact", speaker="Nobody Said")
    made = add_item("points", replace(quote, id="q", comment="to myself", tags=("x",)))(briefing)
    made = add_item("points", replace(fact, id="f"))(made)
    made = add_item("own", Prose("o", "We say “all of this is ours”."))(made)
    return set_header("marking", "“Not for press or public”")(made)


def test_a_manifest_holds_each_item_as_printed_and_its_place(filled, speech):
    made = manifest_of(filled, speech)
    quote, fact = made.items
    assert (quote.id, quote.kind, quote.section, quote.words, quote.citation, quote.text) == (
        "q", "quote", "points", "Casualties are rising again.", "[S1 para. 3]",
        "“Casualties are rising again.” — Ana Example [S1 para. 3]",
    )  # fmt: skip
    assert (quote.speaker, fact.speaker) == ("Ana Example", "")
    assert quote.passages == filled.picks()[0].passages
    assert fact.text == "Over 55 million mines [S1 para. 3]"
    [source] = made.sources
    assert (source.id, source.label) == (speech.id, "S1")
    assert (source.sha256, source.text_sha256) == (speech.sha256, speech.text_sha256())
    assert source.record == speech.record
    assert [(one.key, one.heading) for one in made.sections] == [
        ("points", "Points to make"), ("own", "Own words"), ("sources-cited", "Sources"),
    ]  # fmt: skip
    assert made.quoted == ("“Not for press or public”", "“all of this is ours”")


def test_what_is_quoted_in_a_table_is_found_cell_by_cell(briefing):
    for id, text in (("1", 'a 5" pipe'), ("2", 'He said "all of this".')):
        briefing = add_item("own", Prose(id, text, "detail", "What"))(briefing)
    assert manifest_of(briefing).quoted == ('"all of this"',)


def test_a_manifest_is_sorted_json_that_comes_back(filled, speech):
    made = manifest_of(filled, speech)
    data = encode(made)
    assert decode(data, Manifest, "x") == made
    assert data == encode(manifest_of(filled, speech))
    raw = json.loads(data)
    assert (raw["format"], raw["version"]) == ("briefer-manifest", 1)
    assert list(raw) == sorted(raw)
    assert {one["type"] for one in raw["items"][0]["passages"][0].values()} == {
        "TextPositionSelector", "TextQuoteSelector",
    }  # fmt: skip


def test_nothing_that_is_not_printed_goes_out(filled, speech):
    data = encode(manifest_of(filled, speech)).decode()
    for private in (speech.file, "to myself", "Nobody", '"x"'):
        assert private not in data


def test_operations_travel_and_the_words_are_as_printed(briefing, speech):
    start, end = at(speech, "Over 55 million mines have been destroyed.")
    gone = at(speech, "55 million ")
    operations = (Omit(*gone), Gloss(*at(speech, "mines"), "of them"), Emphasis(*gone, "added"))
    made = replace(pick(speech, start, end, "fact"), operations=operations)
    [item] = manifest_of(add_item("points", made)(briefing), speech).items
    assert item.operations == operations
    assert item.words == "Over [...][of them] have been destroyed."


SECRET = "Zanzibar and the Minister"
TEXT = f"""# On {SECRET}

The talks with {SECRET} went on. Nobody else was there. Then they all went home."""


@pytest.fixture
def secret():
    note = Field(f"On {SECRET}", "source", 0, 28)
    source = make_source(TEXT, note=note, title=Field("Talks", "user"))
    start = source.text.index(SECRET, 30)
    return source, Redact(start, start + len(SECRET))


def test_redacted_words_are_in_no_passage_no_context_and_no_record(briefing, secret):
    source, redact = secret
    whole = pick(source, *at(source, f"The talks with {SECRET} went on."), "quote")
    near = pick(source, redact.end + 1, redact.end + 8, "fact")
    ranges = [(redact.start - 5, redact.start + 4), (redact.end - 4, redact.end + 20)]
    made = briefing
    for one in (replace(whole, operations=(redact,)), near, pick_passages(source, ranges, "fact")):
        made = add_item("points", one)(made)
    manifest = manifest_of(made, source)
    first, second, third = manifest.items
    assert first.words == "The talks with [redacted] went on."
    assert first.passages[0].quote.exact == f"The talks with {MASK * 25} went on."
    assert first.passages[0].quote.prefix == f"On {MASK * 25}\n\n"
    assert second.passages[0].quote.prefix.endswith(f"with {MASK * 25} ")
    assert third.passages[0].quote.exact == f"with {MASK * 4}"
    assert third.passages[0].quote.suffix.startswith(MASK * 21 + " went")
    assert manifest.sources[0].record == {"title": Field("Talks", "user")}
    kept = [replace(one, words="", text="") for one in manifest.items]
    data = encode(replace(manifest, items=tuple(kept))).decode()
    for words in ("Zanz", "nister", " and the "):
        assert words not in data


SOURCE = make_source()
LENGTH = len(SOURCE.text)


@given(st.integers(0, LENGTH - 1), st.integers(6, 80), st.lists(st.integers(0, LENGTH - 20)))
def test_wherever_words_are_redacted_no_passage_of_their_source_says_them(start, length, others):
    end = min(start + length, LENGTH)
    words = SOURCE.text[start:end]
    assume(len(words.strip()) > 5)
    section = Section("s", "S", accepts=("fact",))
    briefing = Briefing("b", "B", "t", "2026-11-24T09:00:00Z", sections=(section,))
    whole = pick(SOURCE, max(0, start - 10), min(LENGTH, end + 10), "fact")
    made = [replace(whole, operations=(Redact(start, end),))]
    made += [pick(SOURCE, at, at + 20, "fact") for at in others]
    for one in made:
        briefing = add_item("s", one)(briefing)
    items = manifest_of(briefing, SOURCE).items
    assert words not in items[0].words
    for one in items:
        for passage in one.passages:
            quote = passage.quote
            assert words not in quote.prefix + quote.exact + quote.suffix


@given(
    st.text(min_size=1),
    st.integers(0, 40),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))),
)
def test_a_mask_takes_the_place_of_each_code_point_and_of_no_other(text, begin, ranges):
    ranges = [tuple(sorted(one)) for one in ranges]
    made = masked(text, begin, ranges)
    assert len(made) == len(text)
    for offset, (old, new) in enumerate(zip(text, made, strict=True), start=begin):
        assert new == (MASK if any(start <= offset < end for start, end in ranges) else old)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("0a1b2c3d4e5f", True), ("points", True), ("points-to-make", False), ("Ms Example", False),
     ("", False), ("x" * 21, False)],
)  # fmt: skip
def test_a_bookmarks_name_is_short_and_names_nobody(name, shown):
    made = anchor("heading", name)
    assert len(made) <= 40
    assert made.replace("_", "").isalnum()
    assert made.isascii()
    assert made.endswith(f"_{name}") is shown
