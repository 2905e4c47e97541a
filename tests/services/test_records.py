"""Records completed by a person: kept beside the source, and carried into briefings."""

import docx
import pytest
from msgspec.structs import replace

from briefer.core.errors import LibraryError, WrongRequest
from briefer.core.record import Date, Field, Name
from briefer.core.template import new_briefing
from briefer.services import records
from briefer.services.briefings import add_pick, cut_pick, gather_sources
from briefer.services.export import export_briefing
from briefer.services.proof import check_file
from briefer.services.quoting import check_briefing
from briefer.services.records import Wishes
from briefer.services.templates import find_template

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
PAGE = "campaign-web-page.txt"


@pytest.fixture
def remarks(seeds):
    return seeds[REMARKS]


def now(library, source):
    return library.get([source.id])[source.id]


def test_what_is_described_is_given_and_kept(library, remarks):
    said = {"issued": "May 2026", "author": (Name("UNODA"),), "genre": None}
    after = records.describe(library, remarks.id, said, "me")
    assert after == now(library, remarks)
    assert after.record["issued"] == Field(Date(((2026, 5),)), "user")
    assert "genre" not in after.record
    assert [one.by for one in records.history(library, remarks.id)] == ["me"] * 3


def test_nothing_is_kept_when_one_wish_cannot_be(library, remarks):
    with pytest.raises(WrongRequest):
        records.fulfil(library, remarks.id, Wishes({"title": "A", "issued": "soon"}))
    with pytest.raises(WrongRequest):
        records.fulfil(library, remarks.id, Wishes({"title": "A"}, confirm=["issued"]))
    assert now(library, remarks) == remarks
    with pytest.raises(LibraryError, match="Import the document"):
        records.describe(library, "nothing", {})


def test_what_is_said_already_is_not_said_again(library, remarks):
    records.describe(library, remarks.id, {"genre": remarks.record["genre"], "URL": None})
    assert records.history(library, remarks.id) == []


def test_inferred_values_are_confirmed_and_all_is_put_back(library, remarks):
    confirmed = records.confirm(library, remarks.id)
    assert confirmed.record["type"] == replace(remarks.record["type"], origin="user")
    records.clear(library, remarks.id, ["title"])
    assert records.revert(library, remarks.id, ["title"]).record["title"] == remarks.record["title"]
    assert records.revert(library, remarks.id).record == remarks.record
    assert records.confirm(library, remarks.id, ["type"]) == now(library, remarks)


def test_the_text_itself_is_the_evidence(library, remarks):
    start = remarks.text.index("New York")
    place = (start, start + len("New York"))
    after = records.fulfil(library, remarks.id, Wishes(taken={"publisher": place}))
    assert after.record["publisher"] == Field("New York", "source", *place)
    assert after.record["publisher"] == records.evidence(remarks, *place, "publisher")


@pytest.fixture
def briefing(library, seeds):
    made = new_briefing(find_template(library, "bilateral"), "A brief")
    source = seeds[PAGE]
    pick = cut_pick(source, "fact", ranges=[(source.places[5].start, source.places[5].end)])
    return add_pick(made, "points", pick)


def test_a_briefings_own_copy_takes_what_was_said_and_keeps_what_it_brought(library, seeds):
    brought = replace(
        seeds[PAGE], record={"URL": Field("https://un.org", "user"), "title": Field("T", "user")}
    )
    records.describe(library, seeds[PAGE].id, {"title": "The page", "publisher": "UNMAS"})
    records.clear(library, seeds[PAGE].id, ["publisher"])
    after = records.refreshed({brought.id: brought}, library)[brought.id]
    assert after.record == {
        "URL": Field("https://un.org", "user"), "title": Field("The page", "user"),
    }  # fmt: skip
    assert records.refreshed({after.id: after}, library)[after.id] is after
    others = [replace(brought, text="Other"), replace(brought, id="not here")]
    for other in others:
        assert records.refreshed({other.id: other}, library)[other.id] is other


def test_what_is_said_later_is_no_mismatch_and_stands_in_the_next_export(
    library, seeds, briefing, tmp_path
):
    page = seeds[PAGE]
    before = gather_sources(briefing, library, {page.id: page})
    export_briefing(briefing, before, tmp_path / "before.docx")
    records.describe(library, page.id, {"title": "The page as described"})
    after = gather_sources(briefing, library, {page.id: page})
    assert check_briefing(briefing, after).verdict == "verified"
    assert check_file(tmp_path / "before.docx", library).verdict == "verified"
    export_briefing(briefing, after, tmp_path / "after.docx")
    assert check_file(tmp_path / "after.docx", library).verdict == "verified"
    text = _words(tmp_path / "after.docx")
    assert "The page as described" in text
    assert "The page as described" not in _words(tmp_path / "before.docx")


def _words(path):
    return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)
