"""What became of each item of an exported file."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.compose import compose
from briefer.core.edits import add_item
from briefer.core.folds import comparable
from briefer.core.manifest import make_manifest
from briefer.core.model import Briefing, Prose, Section, pick
from briefer.core.proof import check_export
from briefer.core.record import Field
from briefer.core.visible import Seen, Visible
from tests.samples import make_source, seen

SOURCE = make_source(title=Field("The “long way” to peace", "user"))
QUOTE, FACT, POINT, LAST = 2, 3, 5, 6
"""The paragraphs of the items; before them are headings, after them a list of sources."""


def item(id, words, kind, speaker=""):
    start = SOURCE.text.index(words)
    made = pick(SOURCE, start, start + len(words), kind, speaker=speaker)
    return replace(made, id=id)


def made():
    takes = ("quote", "fact", "talking_point", "text")
    sections = (
        Section("one", "Points to make", accepts=takes),
        Section("two", "If raised", accepts=takes),
    )
    briefing = Briefing("b", "A briefing", "t", "2026-11-24T09:00:00Z", sections=sections)
    for section, one in (
        ("one", item("quote", "Casualties are rising again.", "quote", "Ana Example")),
        ("one", item("fact", "Over 55 million mines have been destroyed.", "fact")),
        ("two", item("point", "We call on all States to join.", "talking_point")),
        ("two", item("last", "Over 30 countries are free of mines", "fact")),
        ("two", Prose("own", "We hear that “nobody is quite sure” of it.")),
    ):
        briefing = add_item(section, one)(briefing)
    document = compose(briefing, {SOURCE.id: SOURCE})
    return make_manifest(briefing, {SOURCE.id: SOURCE}, document), seen(document)


MANIFEST, PARAGRAPHS = made()


def check(paragraphs=PARAGRAPHS, sources=(SOURCE,), manifest=MANIFEST, **more):
    reading = Visible(b"", tuple(paragraphs), **more)
    return check_export(manifest, reading, {one.id: one for one in sources})


def statuses(proof):
    return {one.id: one.status for one in proof.items if one.status != "verified"}


def changed(number, *puts, **fields):
    """The paragraphs with words of one replaced, or other fields of it."""
    new = PARAGRAPHS[number]
    for find, put in puts:
        assert find in new.text
        new = replace(new, text=new.text.replace(find, put))
    return (*PARAGRAPHS[:number], replace(new, **fields), *PARAGRAPHS[number + 1 :])


def test_an_export_that_nobody_touched_is_verified():
    proof = check()
    assert (proof.verdict, statuses(proof), proof.findings) == ("verified", {}, ())
    assert [one.id for one in proof.items] == ["quote", "fact", "point", "last"]
    assert all(one.expected == one.found and one.differences == () for one in proof.items)


@pytest.mark.parametrize(
    ("number", "find", "put", "said"),
    [
        (QUOTE, "rising", "falling", "“rising” is now “falling”."),
        (QUOTE, "are rising", "are not rising", "“not” was added."),
        (
            QUOTE,
            "“Casualties",
            "It is not true that “Casualties",
            "“It is not true that” was added.",
        ),
        (QUOTE, "again.”", "again”", "“again.”” is now “again””."),
        (QUOTE, "Ana", "Bo", "“Ana” is now “Bo”."),
        (FACT, "55", "56", "“55” is now “56”."),
        (FACT, "Over", "over", "“Over” is now “over”."),
        (FACT, "[S1", "but not all [S1", "“but not all” was added."),
        (FACT, "3]", "3] (so they say)", "“(so they say)” was added."),
    ],
)
def test_altered_words_are_named_with_the_difference(number, find, put, said):
    proof = check(changed(number, (find, put)))
    [bad] = [one for one in proof.items if one.status != "verified"]
    assert (proof.verdict, bad.status) == ("mismatch", "altered")
    assert bad.id == {QUOTE: "quote", FACT: "fact"}[number]
    assert bad.finding == said
    assert (bad.expected, bad.found) == (PARAGRAPHS[number].text, check_text(number, find, put))
    assert {one.op for one in bad.differences} > {"equal"}


def check_text(number, find, put):
    return PARAGRAPHS[number].text.replace(find, put)


@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        ("para. 3]", "para. 4]", "It was [S1 para. 3]; the citation is now [S1 para. 4]."),
        ("[S1 para. 3]", "", "It was [S1 para. 3]; the citation is missing."),
        ("[S1 para. 3]", "[S1 para. 3] (emphasis added)",
         "It was [S1 para. 3]; the citation is now [S1 para. 3] (emphasis added)."),
    ],
)  # fmt: skip
def test_an_altered_citation_is_told_from_altered_words(find, put, said):
    proof = check(changed(FACT, (find, put)))
    assert statuses(proof) == {"fact": "citation_altered"}
    assert proof.items[1].finding == said
    assert proof.verdict == "mismatch"


def test_an_item_that_printed_no_citation_has_none_altered():
    bare = tuple(
        replace(one, citation="", text=one.words) if one.id == "fact" else one
        for one in MANIFEST.items
    )
    proof = check(changed(FACT, (" [S1 para. 3]", ".")), manifest=replace(MANIFEST, items=bare))
    assert statuses(proof) == {"fact": "altered"}


@pytest.mark.parametrize(
    "puts",
    [
        [("“", '"'), ("”", '"')],
        [(" ", "\u00a0")],
        [(" are ", "\n are ")],
        [("rising", "ris\u00ading")],
        [(" — ", "\u202f—\u2009")],
    ],
)
def test_what_folds_allow_is_no_alteration(puts):
    assert check(changed(QUOTE, *puts)).verdict == "verified"


PRINTED = st.sampled_from([QUOTE, FACT, POINT, LAST])


@given(PRINTED, st.integers(0, 200), st.characters(codec="utf-8"), st.booleans())
def test_any_other_character_in_an_item_is_found(number, at, character, insert):
    text = PARAGRAPHS[number].text
    at %= len(text)
    altered = text[:at] + character + text[at + (not insert) :]
    assume(comparable(altered) != comparable(text))
    for anchors in (PARAGRAPHS[number].anchors, ()):
        proof = check(changed(number, text=altered, anchors=anchors))
        [bad] = [one for one in proof.items if one.status not in ("verified", "added")]
        assert PARAGRAPHS[number].anchors == (f"briefer_item_{bad.id}",)
        assert proof.verdict == "mismatch"


@given(PRINTED, st.integers(0, 200))
def test_any_character_that_is_missing_is_found(number, at):
    text = PARAGRAPHS[number].text
    altered = text[: at % len(text)] + text[at % len(text) + 1 :]
    assume(comparable(altered) != comparable(text))
    assert check(changed(number, text=altered)).verdict == "mismatch"


def test_a_removed_item_is_named():
    proof = check(PARAGRAPHS[:FACT] + PARAGRAPHS[FACT + 1 :])
    assert statuses(proof) == {"fact": "removed"}
    assert (proof.verdict, proof.items[1].found) == ("mismatch", "")


def moved(number, to):
    rest = [*PARAGRAPHS[:number], *PARAGRAPHS[number + 1 :]]
    rest.insert(to, PARAGRAPHS[number])
    return rest


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize(("number", "to"), [(QUOTE, 5), (LAST, 2), (POINT, 3)])
def test_an_item_under_another_heading_has_moved(number, to, lost):
    paragraphs = moved(number, to)
    if lost:
        paragraphs = [replace(one, anchors=()) for one in paragraphs]
    proof = check(paragraphs)
    assert statuses(proof) == {PARAGRAPHS[number].anchors[0].split("_")[-1]: "moved"}
    assert proof.verdict == "mismatch"


def test_two_items_that_changed_places_are_named_once():
    assert list(statuses(check(moved(QUOTE, FACT))).values()) == ["moved"]


def test_a_section_that_changed_places_has_moved_with_its_items():
    paragraphs = [PARAGRAPHS[0], *PARAGRAPHS[4:8], *PARAGRAPHS[1:4], *PARAGRAPHS[8:]]
    assert statuses(check(paragraphs)) == dict.fromkeys(("point", "last"), "moved")


def test_words_that_changed_places_without_their_bookmarks_have_moved():
    quote, fact = PARAGRAPHS[QUOTE], PARAGRAPHS[FACT]
    swapped = [replace(fact, anchors=quote.anchors), replace(quote, anchors=fact.anchors)]
    proof = check([*PARAGRAPHS[:QUOTE], *swapped, *PARAGRAPHS[FACT + 1 :]])
    assert list(statuses(proof).values()) == ["moved"]


def test_an_item_that_moved_and_was_altered_is_altered():
    new = replace(PARAGRAPHS[LAST], text=PARAGRAPHS[LAST].text.replace("30", "40"))
    proof = check([*PARAGRAPHS[:QUOTE], new, *PARAGRAPHS[QUOTE:LAST], *PARAGRAPHS[LAST + 1 :]])
    assert statuses(proof) == {"last": "altered"}


def test_bookmarks_that_are_lost_are_no_alteration():
    proof = check([replace(one, anchors=()) for one in PARAGRAPHS])
    assert (proof.verdict, statuses(proof)) == ("verified", {})


def test_an_item_divided_over_paragraphs_and_items_joined_in_one_are_whole():
    quote, fact = PARAGRAPHS[QUOTE], PARAGRAPHS[FACT]
    first, rest = quote.text[:12], quote.text[12:]
    halves = [replace(quote, text=first), replace(quote, text=rest)]
    assert check([*PARAGRAPHS[:QUOTE], *halves, *PARAGRAPHS[FACT:]]).verdict == "verified"
    both = Seen(f"{quote.text} {fact.text}", (*quote.anchors, *fact.anchors))
    joined = [*PARAGRAPHS[:QUOTE], both, *PARAGRAPHS[FACT + 1 :]]
    assert check(joined).verdict == "verified"


@pytest.mark.parametrize(
    ("find", "put", "bad"),
    [
        ("again", "never", {"quote"}),
        ("55", "66", {"fact"}),
        ("Over 55", "and not Over 55", {"fact"}),
        ("“Casualties", "Never “Casualties", {"quote"}),
        ("destroyed. [S1 para. 3]", "destroyed. [S1 para. 3] indeed", {"fact"}),
        ("[S1 para. 3] Over", "but under", {"quote", "fact"}),
    ],
)
def test_in_items_that_were_joined_the_altered_one_is_named(find, put, bad):
    quote, fact = PARAGRAPHS[QUOTE], PARAGRAPHS[FACT]
    text = f"{quote.text} {fact.text}".replace(find, put)
    both = Seen(text, (*quote.anchors, *fact.anchors))
    proof = check([*PARAGRAPHS[:QUOTE], both, *PARAGRAPHS[FACT + 1 :]])
    assert statuses(proof) == dict.fromkeys(bad, "altered")


def test_of_items_that_were_joined_one_can_be_removed():
    quote, fact = PARAGRAPHS[QUOTE], PARAGRAPHS[FACT]
    both = Seen(f"Well. {fact.text}", (*quote.anchors, *fact.anchors))
    proof = check([*PARAGRAPHS[:QUOTE], both, *PARAGRAPHS[FACT + 1 :]])
    assert statuses(proof) == {"quote": "altered"}
    proof = check(
        [*PARAGRAPHS[:QUOTE], replace(both, text=fact.text + "."), *PARAGRAPHS[FACT + 1 :]]
    )
    assert statuses(proof) == {"quote": "removed", "fact": "altered"}


def test_of_an_item_that_stands_twice_each_copy_is_compared():
    copy = replace(PARAGRAPHS[FACT], anchors=())
    for place in (QUOTE, len(PARAGRAPHS)):
        paragraphs = [*PARAGRAPHS]
        paragraphs.insert(place, copy)
        assert check(paragraphs).verdict == "verified"
    altered = changed(FACT, ("55", "66"))
    assert statuses(check([*altered, copy])) == {"fact": "altered"}
    assert statuses(check([copy, *altered])) == {"fact": "altered"}


@pytest.mark.parametrize(
    ("text", "quote", "named"),
    [
        ("He added “nobody will stop us” today.", False, "“nobody will stop us”"),
        ("Mines are bad. [S1 para. 2]", False, "[S1 para. 2]"),
        ("Words set apart", True, "“Words set apart”"),
    ],
)
def test_a_quotation_that_was_not_there_is_added(text, quote, named):
    proof = check([*PARAGRAPHS, Seen(text, quote=quote)])
    assert statuses(proof) == {"added-1": "added"}
    assert proof.items[-1].finding.startswith(f"{named}: ")
    assert (proof.verdict, proof.items[-1].found) == ("mismatch", text)


@pytest.mark.parametrize(
    "text", ["Own words alone.", 'As before: "nobody is quite sure"', "a “short word”", "  "]
)
def test_own_words_and_quotations_that_were_there_are_free(text):
    assert check([*PARAGRAPHS, Seen(text)]).verdict == "verified"


def test_a_quotation_over_two_pages_is_one():
    first, rest = Seen("They say “it will"), Seen("never end” again.", goes_on=True)
    assert statuses(check([*PARAGRAPHS, first, rest])) == {"added-1": "added"}
    assert check([*PARAGRAPHS, first, replace(rest, goes_on=False)]).verdict == "verified"


def test_a_heading_that_reads_otherwise_or_is_gone_is_mentioned():
    proof = check(changed(1, ("make", "avoid")))
    assert proof.verdict == "verified"
    assert proof.findings == ("The heading “Points to make” is not there as it was.",)
    assert check(PARAGRAPHS[:1] + PARAGRAPHS[2:]).findings == proof.findings


def test_what_cannot_be_read_cannot_be_checked():
    proof = check(unread=("A picture.",))
    assert (proof.verdict, proof.findings) == ("cannot_check", ("A picture.",))


def test_a_source_that_is_not_here_is_never_a_mismatch():
    proof = check(sources=())
    assert proof.verdict == "cannot_check"
    assert {one.status for one in proof.items} == {"uncheckable"}
    assert proof.findings == ("S1 (“The “long way” to peace”) is not in the library.",)
    altered = check(changed(FACT, ("55", "66")), sources=())
    assert (altered.verdict, altered.items[1].status) == ("mismatch", "altered")
    assert altered.items[1].finding.startswith("“55” is now “66”. Its source is not here")


def test_a_source_without_a_title_is_named_by_its_label():
    cited = replace(MANIFEST.sources[0], record={})
    proof = check(sources=(), manifest=replace(MANIFEST, sources=(cited,)))
    assert proof.findings == ("S1 is not in the library.",)


def test_a_source_that_says_otherwise_is_a_mismatch():
    proof = check(sources=(replace(SOURCE, text=SOURCE.text.replace("55", "40")),))
    assert proof.verdict == "mismatch"
    assert statuses(proof)["fact"] == "broken"
    assert statuses(proof)["point"] == "changed"


def test_a_pending_change_is_named_as_such():
    text = PARAGRAPHS[QUOTE].text
    now = text.replace("are rising", "are not rising")
    accepted = check(changed(QUOTE, text=now, rejected=text))
    assert statuses(accepted) == {"quote": "altered"}
    assert accepted.items[0].finding == (
        "“not” was added. The change is pending: if it is rejected, the item is as it was exported."
    )
    rejected = check(changed(QUOTE, text=text, rejected=now))
    assert statuses(rejected) == {"quote": "altered"}
    assert rejected.items[0].finding == (
        "A change is pending in the file. If it is rejected: “not” was added."
    )
    both = check(changed(QUOTE, text=now, rejected=now.replace("rising", "falling")))
    assert "pending" not in both.items[0].finding


def test_words_struck_through_are_named_as_such():
    text = PARAGRAPHS[QUOTE].text
    proof = check(changed(QUOTE, unstruck=text.replace(" again", "")))
    assert proof.items[0].finding == (
        "Words are struck through. Without them: “rising again.”” is now “rising.””."
    )
    assert statuses(proof) == {"quote": "altered"}
    assert check(changed(LAST + 1, unstruck="")).verdict == "verified"


def test_a_page_is_compared_as_a_page_shows_it():
    marked = replace(MANIFEST, marking="OFFICIAL", footer="REF/1")
    around = [
        Seen(text, margin=True)
        for text in ("OFFICIAL", "REF/1", "Page 1 of 2", "REF/1 Page 1 of 2", "REF/1Page 1 of 2")
    ]
    pages = [around[0], *PARAGRAPHS, *around[1:]]
    assert check(pages, manifest=marked, on_paper=True).verdict == "verified"
    more = Seen("This is “not for you alone”", margin=True)
    assert check([*pages, more], manifest=marked, on_paper=True).verdict == "mismatch"
    invisible = changed(FACT, ("million", "mil\u200blion"))
    assert check(invisible).verdict == "mismatch"
    assert check(invisible, on_paper=True).verdict == "verified"
    assert check(pages, manifest=MANIFEST, on_paper=True).verdict == "verified"
