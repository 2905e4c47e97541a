"""CSL-JSON: nothing is lost on the way there and back, and what others write is read."""

import json

import pytest
from hypothesis import given
from msgspec.structs import replace

from briefer.core.csl import from_item, to_item
from briefer.core.record import Date, Field, Name
from briefer.core.references import values_of
from tests.core.record_strategies import SOURCES
from tests.samples import make_source


@given(SOURCES)
def test_a_record_comes_back_as_it_went_out(source):
    item = json.loads(json.dumps(to_item(source)))
    back = from_item(item)
    assert back.fields == values_of(source.record)
    assert (back.id, back.files) == (source.id, (source.file,))


def test_what_csl_knows_stands_where_others_look_for_it():
    author = (Name(given="Ana", family="Example", role="Minister"), Name("Norway", group="A"))
    source = make_source(
        author=Field(author, "user"), issued=Field(Date(((2026, 5),)), "user"),
        type=Field("speech", "inferred"), title=Field("Remarks", "source", 0, 7),
    )  # fmt: skip
    item = to_item(replace(source, record={**source.record, "caveat": Field("Draft.", "user")}))
    custom = item.pop("custom")["briefer"]
    assert item == {
        "id": source.id, "type": "speech", "title": "Remarks",
        "author": [{"given": "Ana", "family": "Example"}, {"literal": "Norway"}],
        "issued": {"date-parts": [[2026, 5]]},
    }  # fmt: skip
    assert custom["fields"]["caveat"] == "Draft."
    assert set(custom) == {"file", "fields"}


@pytest.mark.parametrize(
    ("item", "fields", "unread"),
    [
        ({"issued": {"date-parts": [["2026", 5, "21"]]}}, {"issued": Date(((2026, 5, 21),))}, ()),
        ({"issued": {"raw": "21 May 2026"}}, {"issued": Date(((2026, 5, 21),))}, ()),
        ({"issued": {"literal": "Monday"}}, {}, ("issued",)),
        ({"issued": {"date-parts": [[2026, 13]]}}, {}, ("issued",)),
        ({"issued": {"date-parts": [[]]}}, {}, ("issued",)),
        ({"issued": {"date-parts": [[2026, 5, 1, 2]]}}, {}, ("issued",)),
        ({"issued": {"season": 1}}, {}, ("issued",)), ({"issued": "2026"}, {}, ("issued",)),
        ({"accessed": {"date-parts": [[2026]]}, "volume": 3}, {"accessed": Date(((2026,),))}, ()),
        ({"event": "22MSP", "number": 5}, {"event-title": "22MSP", "number": "5"}, ()),
        ({"publisher-place": "Geneva"}, {"event-place": "Geneva"}, ()),
        ({"DOI": "10.1/a"}, {"URL": "https://doi.org/10.1/a"}, ()),
        ({"DOI": "https://doi.org/10.1/a"}, {"URL": "https://doi.org/10.1/a"}, ()),
        ({"language": "en-us", "type": "webpage"}, {"language": "en-US", "type": "webpage"}, ()),
        ({"language": "English", "title": [], "type": "tweet"}, {}, ("type", "language")),
        ({"title": {"a": 1}}, {}, ("title",)),
        ({"author": [{"non-dropping-particle": "van", "family": "B", "given": "L"}, 3, {}]},
         {"author": (Name(given="L", family="van B"),)}, ()),
        ({"author": "Ana"}, {}, ("author",)),
    ],
)  # fmt: skip
def test_what_others_write_is_read_and_what_does_not_fit_is_named(item, fields, unread):
    read = from_item({"id": 7, **item})
    assert (read.id, read.fields, read.unread) == ("7", fields, unread)


@pytest.mark.parametrize(
    ("change", "author", "kind"),
    [
        ({}, (Name("Norway", role="Chair"),), None),
        ({"author": [{"literal": "Chile"}]}, (Name("Chile"),), None),
        ({"type": "report"}, (Name("Norway", role="Chair"),), "report"),
        ({"custom": {"briefer": {"fields": {"author": 5, "colour": "red"}}}}, (Name("Norway"),),
         "document"),
        ({"custom": {"briefer": 5}}, (Name("Norway"),), "document"),
        ({"custom": 5}, (Name("Norway"),), "document"),
    ],
)  # fmt: skip
def test_what_was_added_counts_only_beside_what_it_was_added_to(change, author, kind):
    item = to_item(make_source(author=Field((Name("Norway", role="Chair"),), "user")))
    read = from_item({**json.loads(json.dumps(item)), **change})
    assert read.fields["author"] == author
    assert read.fields.get("type") == kind
