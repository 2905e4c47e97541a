"""What people say of a record: described, confirmed, put back, and what each kind still needs."""

import pytest

from briefer.core import record_changes as changes
from briefer.core.errors import WrongRequest
from briefer.core.record import Date, Field, Name
from briefer.core.record_terms import NEEDED, TYPES, completeness
from tests.samples import make_source

TITLE = Field("Remarks", "source", 0, 7)
TYPE = Field("speech", "inferred", 0, 7)
AUTHOR = Field((Name(given="Ana", family="Example"),), "user")


@pytest.fixture
def source():
    return make_source(title=TITLE, type=TYPE, author=AUTHOR)


def test_what_is_described_is_the_users_own():
    date = Date(((2026,),))
    said = changes.described({"title": "A title", "issued": date, "type": None, "author": AUTHOR})
    assert said == {
        "title": Field("A title", "user"), "issued": Field(date, "user"), "type": None,
        "author": AUTHOR,
    }  # fmt: skip
    for wrong in ({"colour": None}, {"issued": "soon"}, {"colour": AUTHOR}, {"issued": ()}):
        with pytest.raises(WrongRequest):
            changes.described(wrong)


def carried(value, origin="source", start=None, end=None):
    return Field(value, origin, start, end, carried_from="old")


@pytest.mark.parametrize(
    ("field", "after"),
    [
        (TYPE, Field("speech", "user", 0, 7)),
        (carried("Remarks", start=0, end=7), TITLE),
        (carried("Remark", start=0, end=7), Field("Remark", "user")),
        (carried("Remarks"), Field("Remarks", "user")),
        (carried("Remarks", "user", 0, 7), Field("Remarks", "user")),
    ],
)
def test_a_confirmed_value_is_the_users_own_or_stays_the_texts(field, after):
    name = "type" if field is TYPE else "title"
    assert changes.confirmed(make_source(**{name: field}), [name]) == {name: after}
    assert changes.is_open(field)
    assert not changes.is_open(after)


@pytest.mark.parametrize("name", ["title", "issued", "colour"])
def test_what_needs_no_confirming_is_not_confirmed(source, name):
    with pytest.raises(WrongRequest, match="nothing to confirm|no field"):
        changes.confirmed(source, [name])


def test_fields_are_put_back_to_what_was_imported(source):
    now = {"title": Field("Other", "user"), "type": TYPE, "issued": Field("x", "user")}
    assert changes.reverted(source.record, now) == {
        "title": TITLE, "issued": None, "author": AUTHOR,
    }  # fmt: skip
    assert changes.reverted(source.record, now, ["title", "type"]) == {"title": TITLE}
    with pytest.raises(WrongRequest):
        changes.reverted({}, {}, ["colour"])


def test_changes_are_made_and_taken_back(source):
    said = {"title": None, "issued": Field("2026", "user")}
    after = changes.with_changes(source.record, said)
    assert set(after) == {"type", "author", "issued"}
    back = changes.with_changes(after, changes.undoing(source.record, said))
    assert back == source.record


@pytest.mark.parametrize(
    ("name", "value", "after"),
    [
        ("title", "Remarks", TITLE), ("title", None, None), ("issued", None, None),
        ("title", "Other", Field("Other", "user")), ("type", "speech", TYPE),
        ("type", "report", Field("report", "user")),
        ("genre", "Remarks", Field("Remarks", "user")),
    ],
)  # fmt: skip
def test_a_written_value_is_the_users_own_unless_it_is_the_one_before(source, name, value, after):
    assert changes.edited(source, name, value) == after


def test_a_name_divided_otherwise_is_still_what_the_text_says():
    text = "Statement by Jong Un Kim\n"
    whole = Field((Name("Jong Un Kim"),), "source", 13, 24)
    divided = (Name(given="Jong Un", family="Kim"),)
    after = changes.edited(make_source(text, author=whole), "author", divided)
    assert after == Field(divided, "source", 13, 24)


def test_where_a_value_comes_from_is_said_in_words(source):
    fields = (None, TITLE, TYPE, AUTHOR, carried("x"))
    assert [changes.origin_words(one) for one in fields] == [
        "not stated in the text seen", "stated in the text", "inferred, to be confirmed",
        "added by you", "carried over from an earlier version, to be confirmed",
    ]  # fmt: skip
    assert changes.unconfirmed(source.record) == ("type",)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("speech", "2 of 6 that a citation of a speech or statement needs"),
        ("article", "2 of 5 that a citation of an article needs"),
        ("book", "2 of 5 that a citation of a book needs"),
        ("", "2 of 5 that a citation of a source needs"),
    ],
)
def test_what_a_citation_needs_depends_on_the_kind(kind, said):
    record = {"title": TITLE, "author": AUTHOR, "genre": Field("", "user")}
    record |= {"type": Field(kind, "user")} if kind else {}
    whole = completeness(record)
    assert whole.said() == said
    assert set(whole.missing) == set(whole.needed) - {"title", "author"}


def test_only_kinds_that_there_are_need_fields():
    assert set(NEEDED) <= set(TYPES)
