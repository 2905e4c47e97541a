"""The register of a library, with what people decided about statements and their measures."""

import pytest
from msgspec.structs import replace

from briefer.core.decisions import Decision, key_of
from briefer.core.errors import WrongRequest
from briefer.services.register import assign, decide, find_statement, read_figures, read_register
from tests.samples import make_source

JOBS = "Jobs lost in the region"


@pytest.fixture
def names(library):
    """The short ids of statements by what they say."""
    found = read_register(library)
    return {
        (found.sources[one.source].file[:4], one.words()): one.short_id() for one in found.all()
    }


def level(library, measure):
    return next(
        one.level for one in read_register(library).groups if measure in (one.measure, one.name)
    )


def test_the_register_is_that_of_what_is_kept_and_of_sources_out_of_the_trash(library, seeds):
    first = read_register(library)
    assert level(library, "states_parties") == "C3"
    assert read_register(library).groups == first.groups
    library.trash([seeds["un-chronicle-article.txt"].id])
    assert level(library, "states_parties") == "C0"


def test_for_cited_sources_only_what_states_of_the_same_measures_is_read(library, seeds):
    chronicle, other = seeds["un-chronicle-article.txt"].id, make_source("Over 3 men came.")
    library.add([(other, b"")])
    assert list(read_figures(library, [chronicle]).statements) == [chronicle]
    whole = read_register(library)
    some = read_figures(library, [chronicle, "unknown"])
    assert other.id in whole.statements
    assert other.id not in some.statements
    assert len(some.statements) > 1
    assert all(some.statements[id] == whole.statements[id] for id in some.statements)
    [three] = whole.statements[other.id]
    assign(library, [three], "Men")
    assert other.id in read_figures(library, [chronicle]).statements


def test_a_decision_is_kept_for_its_pair_and_not_the_same_thing_parts_it(library, names):
    one, two = (names[key] for key in (("news", "165"), ("un-c", "166")))
    third = names["camp", "165"]
    for verdict, other, expected in (
        ("disputed", one, "C3"), ("not_same", one, "C3"), ("not_same", third, "C0"),
        ("open", third, "C3"),
    ):  # fmt: skip
        found = read_register(library)
        pair = [key_of(find_statement(found, name)) for name in (other, two)]
        decide(library, Decision(*pair, verdict, " why "))
        assert level(library, "states_parties") == expected
    kept = read_register(library).decisions.values()
    assert [(one.verdict, one.reason) for one in kept] == [("not_same", "why")]


def test_statements_are_joined_under_a_name_parted_and_put_back(library, names):
    found = read_register(library)
    some = [find_statement(found, names[key]) for key in (("news", "165"), ("un-c", "166"))]
    assign(library, some, f" {JOBS} ")
    assert level(library, JOBS) == "C3"
    assert level(library, "states_parties") == "C0"
    assign(library, some[:1], "")
    assert level(library, JOBS) == "C0"
    assign(library, some, None)
    assert level(library, "states_parties") == "C3"
    assign(library, some, "States Parties")
    assert level(library, "states_parties") == "C3"


@pytest.mark.parametrize("name", ["", "@5", "nothing@5", "5c14519d@999999", "5c14519d"])
def test_a_name_that_no_statement_has_is_refused(library, name):
    with pytest.raises(WrongRequest, match="no statement"):
        find_statement(read_register(library), name)


def test_a_name_that_two_sources_share_is_refused_until_more_of_the_id_is_given(library, names):
    found = read_register(library)
    one = find_statement(found, names["news", "165"])
    twin = f"{one.source[:8]}0"
    both = replace(found, statements={**found.statements, twin: [replace(one, source=twin)]})
    with pytest.raises(WrongRequest, match="more than one"):
        find_statement(both, one.short_id())
    assert find_statement(both, f"{one.source}@{one.at}") is one


@pytest.mark.parametrize(
    ("verdict", "keeps", "said"),
    [("keep", None, "Which of the two"), ("robust", 0, "Which of the two"), ("keep", 2, "Which")],
)
def test_a_decision_that_makes_no_sense_is_refused(library, verdict, keeps, said):
    one, two, three = (key_of(one) for one in read_register(library).all()[:3])
    kept = None if keeps is None else (one, two, three)[keeps]
    with pytest.raises(WrongRequest, match=said):
        decide(library, Decision(one, two, verdict, keeps=kept))
    with pytest.raises(WrongRequest, match="one and the same"):
        decide(library, Decision(one, one, "robust"))
