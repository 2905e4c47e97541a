"""Bracket tags and source list entries."""

import pytest
from msgspec.structs import replace

from briefer.core.citation import entry, number_sources, tag
from briefer.core.document import runs_text
from briefer.core.edits import add_item, move_items
from briefer.core.model import pick
from briefer.core.record import Field, Name
from tests.samples import make_source


def test_sources_are_numbered_in_the_order_they_are_cited(briefing, speech):
    other = make_source("Another text altogether.", "other.txt")
    two = add_item("points", pick(speech, 27, 40, "fact"))(briefing)
    two = add_item("points", replace(pick(other, 0, 10, "fact"), id="x"))(two)
    two = add_item("points", pick(speech, 50, 60, "fact"))(two)
    assert number_sources(two) == {speech.id: "S1", other.id: "S2"}
    first = move_items({"x"}, "points", 0)(two)
    assert number_sources(first) == {other.id: "S1", speech.id: "S2"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Over 55 million", "[S3 para. 3]"),
        ("Convention has saved", "[quoted in S3 para. 4]"),
        ("Over 30 countries", "[S3 para. 5]"),
    ],
)
def test_a_tag_pins_the_paragraph(speech, words, expected):
    at = speech.text.index(words)
    assert tag(pick(speech, at, at + len(words), "fact"), speech, "S3") == expected


def test_a_tag_says_what_is_known_of_the_place(speech):
    made = pick(speech, 27, 40, "fact")
    assert tag(made, None, "S1") == "[S1]"
    assert tag(made, replace(speech, places=()), "S1") == "[S1]"


def test_an_entry_states_what_the_source_states(speech):
    stated = replace(
        speech,
        record={
            **speech.record,
            "title": Field("Remarks on “Peace”", "source"),
            "genre": Field("Remarks", "source"),
            "publisher": Field("The Ministry", "user"),
            "delivery_status": Field("as delivered", "source"),
        },
    )
    assert runs_text(entry(stated, final=False)) == (
        "Ana Example, Minister, “Remarks on ‘Peace’”, The Ministry, 21 May 2026, as delivered."
    )


def test_what_is_not_stated_is_a_gap_in_a_draft_and_said_in_a_final_copy():
    bare = make_source("It begins here with some words of its own.")
    draft, final = entry(bare, final=False), entry(bare, final=True)
    assert runs_text(draft) == (
        "[author missing], [title missing] beginning “It begins here with some words …”, "
        "[date missing]."
    )
    assert [run.role for run in draft[::2]] == ["gap", "gap", "gap"]
    assert runs_text(final) == (
        "author not stated in the text seen, title not stated in the text seen, beginning “It "
        "begins here with some words …”, date not stated in the text seen."
    )
    assert not any(run.role == "gap" for run in final)


def test_joint_authors_stay_in_their_groups():
    names = (Name("Norway", group="Champions"), Name("Chile", group="others"))
    source = make_source("Text.", author=Field((*names[:1], Name("Peru", group="Champions"),
                                                names[1]), "source"))  # fmt: skip
    assert runs_text(entry(source, final=True)).startswith(
        "Champions (Norway, Peru) and others (Chile), "
    )


def test_an_author_may_be_a_plain_text():
    source = make_source("Text.", author=Field("The Office", "user"))
    assert runs_text(entry(source, final=True)).startswith("The Office, ")
