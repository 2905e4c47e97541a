"""The labels stand in their texts, and the score says what it should of made suggestions."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from briefer.extractors import Speaker, Stated, Suggestion, Words
from tests.extractors.labels import (
    FOLDER,
    Group,
    Item,
    Text,
    is_direct,
    load,
    load_groups,
    overlap,
    place,
    source_of,
)
from tests.extractors.register_scoring import FoundGroup, score_register
from tests.extractors.scoring import Row, accepted_values, same_speaker, score, table

TEXTS = {one.file: one for one in load()}
SOURCES = {file: source_of(one) for file, one in TEXTS.items()}
GROUPS = load_groups()
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


@each_text
def test_every_labelled_word_stands_in_its_text(text: Text):
    words = SOURCES[text.file].text
    for one in [*text.items, *text.not_proposed]:
        start, end = place(words, one.exact, one.occurrence)
        assert words[start:end] == one.exact == one.exact.strip()
        assert bool(one.occurrence) == (words.count(one.exact) > 1)


@each_text
def test_figures_and_what_they_count_stand_in_their_item(text: Text):
    for item in text.items:
        assert not item.figures or item.kind == "fact"
        for figure in item.figures:
            place(item.exact, figure.text, figure.occurrence)
            assert figure.counted in item.exact
            assert (figure.value is None) == (figure.comparator == "trend")
            assert bool(figure.direction) == (figure.comparator in ("change", "trend"))
            assert figure.value_max is None or figure.value_max > figure.value


@each_text
def test_second_hand_quotes_are_the_words_inside_the_marks(text: Text):
    words = SOURCES[text.file].text
    for item in (one for one in text.items if one.kind == "quote"):
        start, end = place(words, item.exact, item.occurrence)
        assert item.second_hand == is_direct(words, start)
        if item.second_hand:
            assert not item.exact.endswith(",")
            assert words[end:].lstrip(", \u00a0\u202f")[:1] in {"”", "»", "\n", '"'}
            assert item.speaker_cue in words


@each_text
def test_nothing_is_both_wanted_and_unwanted_or_labelled_twice(text: Text):
    wanted = [(one.exact, one.occurrence, one.kind) for one in text.items]
    unwanted = {(one.exact, one.occurrence) for one in text.not_proposed}
    assert len(set(wanted)) == len(wanted)
    assert not unwanted & {one[:2] for one in wanted}


def test_there_are_labels_enough_and_none_without_its_text():
    made = [one for one in TEXTS.values() if not one.is_seed()]
    assert sum(len(one.items) for one in made) >= 300
    assert {one.language for one in made} == {"en", "fr"}
    files = {one.name for one in FOLDER.iterdir() if one.suffix in (".txt", ".md")}
    assert files == {one.file for one in made}
    assert len(TEXTS) - len(made) == 5


def test_the_groups_name_statements_that_are_labelled():
    for group in GROUPS:
        known = {
            (file, one.exact): one
            for file, text in TEXTS.items()
            for one in [*text.items, *text.not_proposed]
        }
        for member in group.members:
            assert (member.file, member.exact) in known
            assert member.figure in member.exact
            place(SOURCES[member.file].text, member.exact, member.occurrence)
        assert len({one.is_seed() for one in group.members}) == 1
        assert group.why


STRANGER = Speaker("Nobody Known", certainty="named")


def perfect(text: Text) -> Iterator[Suggestion]:
    words = SOURCES[text.file].text
    for item in text.items:
        start, end = place(words, item.exact, item.occurrence)
        figures = []
        for one in item.figures:
            at, to = place(item.exact, one.text, one.occurrence)
            figures += [Stated(one.text, one.value or 0, start + at, start + to)]
        yield Suggestion(
            item.kind, start, end, "", "labelled", Words(), 3,
            Speaker(item.speaker, certainty="named"), item.second_hand, tuple(figures),
        )  # fmt: skip


BY_TEXT = {SOURCES[file].id: list(perfect(text)) for file, text in TEXTS.items()}


def test_what_the_labels_say_scores_full_marks():
    scored = score(lambda source: BY_TEXT[source.id])
    for name, row in scored.items():
        if "comparator" in name or "as-of" in name:  # a figure of today has none
            continue
        bad = "confident wrong" in name or "yet proposed" in name
        assert row.right == (0 if bad else row.of), name
        assert row.of > 0


def test_no_suggestions_score_nothing():
    scored = score(lambda _: [])
    assert all(row.right == 0 for row in scored.values())
    assert scored["facts: core found"].of > 0
    assert scored["facts: proposed rightly"] == Row(0, 0)


def altered(source, **changes):
    return [
        replace(one, **{name: change(one) for name, change in changes.items()})
        for one in BY_TEXT[source.id]
    ]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"end": lambda one: one.end + 1}, "direct quotes: core found"),
        ({"by": lambda _: STRANGER}, "direct quotes: right speaker"),
        ({"start": lambda one: one.end - 1}, "facts: core found"),
        ({"kind": lambda _: "fact"}, "talking points: core found"),
        ({"figures": lambda _: ()}, "figures of facts found: right value"),
    ],
)
def test_each_way_of_being_wrong_costs_its_row(changes, name):
    assert score(lambda source: altered(source, **changes))[name].right == 0


def test_a_dateline_may_stay_with_the_first_sentence():
    file = "news-last-minefields.txt"
    source = SOURCES[file]
    first = next(one for one in BY_TEXT[source.id] if one.kind == "fact")
    start = source.text.index("Geneva |")
    assert start < first.start

    def with_dateline(given):
        return (
            [Suggestion("fact", start, first.end, "", "", Words(), 3)]
            if given.id == source.id
            else []
        )

    assert score(with_dateline)["facts: proposed rightly"] == Row(1, 1)


def test_a_name_that_is_wrong_is_counted_where_it_is_sure():
    def wrong(source):
        return altered(source, by=lambda _: STRANGER)

    row = score(wrong)["direct quotes: confident wrong speakers"]
    assert row.right == row.of > 0
    unsure = score(wrong, confident=lambda _: False)["direct quotes: confident wrong speakers"]
    assert unsure == Row(0, 0)


def test_words_that_must_not_be_proposed_are_counted_when_they_are():
    def everything(source):
        return [
            Suggestion("fact", one.start, one.end, "", "a paragraph", Words(), 1)
            for one in source.places
        ]

    scored = score(everything)
    assert scored["not to be proposed, yet proposed"].right > 100
    assert scored["facts: proposed rightly"].rate() < 0.5


def perfect_register(sources) -> Iterator[FoundGroup]:
    known = {one.id for one in sources}
    for group in GROUPS:
        found = []
        for member in group.members:
            source = SOURCES[member.file]
            start, _ = place(source.text, member.exact, member.occurrence)
            at, to = place(member.exact, member.figure or member.exact, member.figure_occurrence)
            found.append((source.id, start + at, start + to))
        if found[0][0] in known and not group.apart:
            yield group.level, found


def test_the_groups_themselves_score_full_marks():
    scored = score_register(perfect_register)
    assert scored["conflict pairs: found"].rate() == 1
    assert scored["conflict pairs: shown rightly"].rate() == 1
    assert scored["conflict groups: at their level"].rate() == 1
    assert scored["contradictions (C3): false"].right == 0
    assert scored["contradictions (C3): false"].of > 0


def test_one_group_of_everything_is_found_out():
    def lump(sources):
        yield "C3", [one for _, found in perfect_register(sources) for one in found]

    scored = score_register(lump)
    assert scored["conflict pairs: found"].rate() == 1
    assert scored["conflict pairs: shown rightly"].rate() < 0.3


def test_a_contradiction_between_what_is_none_is_false():
    def loud(sources):
        return (("C3", found) for level, found in perfect_register(sources) if level != "C3")

    row = score_register(loud)["contradictions (C3): false"]
    assert row.right == row.of > 0


@pytest.mark.parametrize(
    ("found", "speaker", "cue", "right"),
    [
        ("Guterres", "António Guterres", "he said", True),
        ("Dr. Ann M. Brauer", "Ann M Brauer", "", True),
        ("UNODA", "UN Office for Disarmament Affairs", "noted the UN Office (UNODA)", True),
        ("", "Ann Brauer", "she said", False),
        ("Ann Brauer", "", "one woman said", False),
        ("", "", "one woman said", True),
        ("Paul Brauer", "Ann Brauer", "", False),
    ],
)
def test_a_speaker_is_right_under_a_shorter_or_a_longer_name(found, speaker, cue, right):
    item = Item(exact="words", kind="quote", core=True, speaker=speaker, speaker_cue=cue)
    assert same_speaker(found, item) == right


def test_fractions_vague_counts_and_factors_have_more_than_one_reading():
    figures = {
        figure.text: accepted_values(figure)
        for text in TEXTS.values()
        for item in text.items
        for figure in item.figures
    }
    assert figures["three-quarters"] == (0.75, 75)
    assert figures["tens of millions"] == (20e6, 10e6)
    assert figures["doubled"] == (2, 100)
    assert figures["165"] == (165,)


def test_a_text_that_is_described_has_what_it_says_of_itself_in_its_record():
    text = TEXTS["speech-islands-climate-finance.txt"]
    record = source_of(text, described=True).record
    assert record["speaker"].value[0].literal == text.speaker
    assert record["issued"].value.iso() == text.date
    assert record["language"].value == "en"


def test_words_that_stand_twice_need_an_occurrence():
    with pytest.raises(ValueError, match="more than once"):
        place("we must, we must", "we must")
    assert place("we must, we must", "we must", 2) == (9, 16)
    assert overlap((0, 10), (5, 20)) == pytest.approx(1 / 3)


def test_the_table_names_every_row():
    assert "facts: core found" in table(score(lambda _: []))
    assert {"C0", "C1", "C2", "C3"} == {one.level for one in GROUPS if isinstance(one, Group)}
