"""RIS: nothing is lost on the way there and back, and what others write is read."""

import pytest
from hypothesis import given

from briefer.core.record import Date, Field, Name
from briefer.core.record_terms import TYPES as CSL_TYPES
from briefer.core.references import values_of
from briefer.core.ris import TYPES, from_tags, to_tags
from tests.core.record_strategies import SOURCES
from tests.samples import make_source

DAY = Date(((2026, 5, 21),))


@given(SOURCES)
def test_a_record_comes_back_as_it_went_out(source):
    back = from_tags(to_tags(source))
    assert back.fields == values_of(source.record)
    assert (back.id, back.files) == (source.id, (source.file,))


def test_what_ris_knows_stands_where_others_look_for_it():
    source = make_source(
        author=Field((Name(given="Ana", family="Example"), Name("Norway")), "user"),
        issued=Field(DAY, "user"), accessed=Field(Date(((2026, 11),)), "user"),
        type=Field("speech", "user"), event_title=Field("22MSP", "user"),
        title=Field("Remarks", "user"), container_title=Field("Records", "user"),
    )  # fmt: skip
    tags = to_tags(source)
    note = tags.pop("N1")
    assert tags == {
        "TY": ["SLIDE"], "TI": ["Remarks"], "AU": ["Example, Ana", "Norway"], "T2": ["22MSP"],
        "DA": ["2026/05/21/"], "PY": ["2026"], "Y2": ["2026/11//"], "ID": [source.id],
    }  # fmt: skip
    assert note == ['briefer {"fields": {"container-title": "Records"}, "file": "remarks.md"}']


@pytest.mark.parametrize(
    ("tags", "fields", "unread"),
    [
        ({"Y1": ["2026/5/21"]}, {"issued": DAY}, ()), ({"DA": ["2026-05-21"]}, {"issued": DAY}, ()),
        ({"DA": ["2026/05/21/Spring"]}, {"issued": DAY}, ()),
        ({"DA": ["soon"], "PY": ["2026"]}, {"issued": Date(((2026,),))}, ()),
        ({"PY": ["2026/05//"]}, {"issued": Date(((2026, 5),))}, ()),
        ({"DA": ["2026/13/01"]}, {}, ("issued",)), ({"Y2": ["?"]}, {}, ("accessed",)),
        ({"A1": ["Example, Ana, Jr.", "UNODA", "Only,"]},
         {"author": (Name(given="Ana, Jr.", family="Example"), Name("UNODA"), Name("Only"))}, ()),
        ({"T1": ["A title"], "JF": ["A journal"]}, {"title": "A title",
         "container-title": "A journal"}, ()),
        ({"UR": ["internal", "https://un.org/a"]}, {"URL": "https://un.org/a"}, ()),
        ({"DO": ["10.1/a"]}, {"URL": "https://doi.org/10.1/a"}, ()),
        ({"N1": ["One", " ", "Two"]}, {"note": "One\nTwo"}, ()),
        ({"N1": ["briefer {"]}, {}, ()),
        ({"SN": ["978-3"], "LA": ["English"]}, {}, ("language",)),
        ({"XX": ["y"], "TI": [""]}, {}, ()),
    ],
)  # fmt: skip
def test_what_others_write_is_read_and_what_does_not_fit_is_named(tags, fields, unread):
    read = from_tags({"TY": ["NEWS"], **tags})
    assert read.fields == {"type": "article-newspaper", **fields}
    assert read.unread == unread


def test_types_decide_what_a_tag_means():
    assert from_tags({"TY": ["rprt "], "SN": ["A/1"]}).fields == {"type": "report", "number": "A/1"}
    assert from_tags({"TY": ["CONF"], "T2": ["22MSP"]}).fields["event-title"] == "22MSP"
    assert from_tags({"TY": ["GEN"]}).fields == from_tags({}).fields == {}
    assert set(TYPES.values()) <= set(CSL_TYPES)


def test_files_are_named_without_their_folders():
    read = from_tags({"L1": ["file:///C:/A%20b/c%20d.pdf"], "L4": ["D:\\e\\f.txt"], "ID": ["x"]})
    assert (read.id, read.files) == ("x", ("c d.pdf", "f.txt"))


def test_what_was_added_counts_only_beside_what_it_was_added_to():
    tags = to_tags(make_source(author=Field((Name("Norway", role="Chair"),), "user")))
    assert from_tags(tags).fields == {"author": (Name("Norway", role="Chair"),)}
    changed = from_tags({**tags, "AU": ["Chile"], "TY": ["RPRT"]})
    assert changed.fields == {"author": (Name("Chile"),), "type": "report"}
