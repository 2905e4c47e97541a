"""References are matched with sources, and add only what is unknown, to be confirmed."""

import pytest

from briefer.core.record import Field
from briefer.core.references import Described, Reference, match

SOURCES = [
    Described("a1", "one.txt", {
        "title": Field("The “Convention”: a way", "source", 0, 5),
        "URL": Field("https://www.un.org/a/", "user"),
    }),
    Described("b2", "two.txt", {"number": Field("A/RES/1", "user")}),
    Described("c3", "three.txt", {"title": Field("Twice", "user")}),
    Described("d4", "four.txt", {"title": Field("Twice", "user")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "source", "by"),
    [
        (Reference("b2", {}), "b2", "id"),
        (Reference("", {"URL": "http://un.org/a#part"}), "a1", "web address"),
        (Reference("x", {"number": "a/res/1"}), "b2", "number"),
        (Reference("", {"title": "the convention - A Way"}), "a1", "title"),
        (Reference("", {}, ("C:\\files\\Three.TXT",)), "c3", "file name"),
        (Reference("", {"title": "Twice"}, ("four.txt",)), "d4", "file name"),
    ],
)
def test_a_reference_is_found_by_what_only_one_source_has(reference, source, by):
    found = match([reference], SOURCES)
    assert [(one.source, one.by) for one in found.matches] == [(source, by)]
    assert found.unmatched == ()


@pytest.mark.parametrize(
    "reference", [Reference("", {"title": "Twice"}), Reference("", {}), Reference("", {"URL": ""})]
)
def test_a_reference_that_is_none_or_several_is_not_matched(reference):
    assert match([reference], SOURCES).unmatched == (reference,)


def test_only_what_is_unknown_is_added_and_a_source_is_found_once():
    reference = Reference("a1", {"title": "Other", "publisher": "UN", "URL": "https://x.org"})
    found = match([reference, reference], SOURCES)
    assert [one.adds for one in found.matches] == [{"publisher": Field("UN", "inferred")}]
    assert found.unmatched == (reference,)


@pytest.mark.parametrize(
    ("reference", "name"),
    [(Reference("x", {"title": "A"}), "A"), (Reference("x", {}), "x"),
     (Reference("", {}), "a reference without a title")],
)  # fmt: skip
def test_a_reference_has_a_name(reference, name):
    assert reference.name() == name
