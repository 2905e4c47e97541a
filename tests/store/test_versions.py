"""What is kept of versions: links undone, refusals, and sketches by which sources are compared."""

import pytest

from briefer.core.errors import LibraryError
from tests.samples import make_source


@pytest.fixture
def three(library):
    made = [make_source(f"Words of {name}.", f"{name}.txt") for name in ("one", "two", "three")]
    library.add([(one, b"") for one in made])
    return [one.id for one in made]


def test_a_link_is_undone_and_may_be_made_anew(library, three):
    old, new, other = three
    library.supersede(new, old)
    library.versions.part(other, old)
    assert library.successors([old]) == {old: new}
    library.versions.part(new, old)
    assert library.successors([old]) == {}
    library.supersede(other, old)
    assert library.successors([old]) == {old: other}


def test_a_refusal_is_remembered_in_its_direction(library, three):
    old, new, _ = three
    library.versions.refuse(new, old)
    library.versions.refuse(new, old)
    assert library.versions.refused() == {(new, old)}
    with pytest.raises(LibraryError, match="no source"):
        library.versions.refuse(new, "nothing")


def test_every_source_is_sketched_once(library, three):
    assert library.versions.unsketched() == 3
    assert library.versions.sketch(lambda text: [len(text)], 2) == 2
    assert library.versions.unsketched() == 1
    assert library.versions.sketch(lambda text: [], 2) == 1
    assert library.versions.sketch(lambda text: [1], 2) == 0


def test_sources_that_share_numbers_are_found_unless_too_many_have_them(library, three):
    one, two, third = three
    numbers = {"one": [1, 2, 7], "two": [1, 2, 7], "three": [2, 9, 7]}
    library.versions.sketch(lambda text: numbers[text[9:-1]], 10)
    assert library.versions.sharing([one], 2) == {(one, two): 1}
    assert library.versions.sharing([one, third], 3) == {
        (one, two): 3, (one, third): 2, (third, one): 2, (third, two): 2,
    }  # fmt: skip
    library.trash([two])
    assert library.versions.sharing([one], 3) == {(one, third): 2}
