"""Replacements as data: applying, joining, following a position."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import Follower, apply, join
from briefer.core.model import Change

TEXTS = st.text(alphabet="ab\n*😀", max_size=30)


@st.composite
def changes_of(draw: st.DrawFn, text: str) -> list[Change]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    apart = [pair for n, pair in enumerate(pairs) if n == 0 or pair[0] > pairs[n - 1][1]]
    return [Change(start, end, draw(st.text(alphabet="xy", max_size=3))) for start, end in apart]


@given(st.data(), TEXTS)
def test_joined_changes_do_what_both_lists_do_one_after_the_other(data, text):
    first = data.draw(changes_of(text))
    middle = apply(text, first)
    second = data.draw(changes_of(middle))
    assert apply(text, join(first, middle, second)) == apply(middle, second)


@given(st.data(), TEXTS)
def test_joined_changes_are_in_order_and_apart(data, text):
    first = data.draw(changes_of(text))
    middle = apply(text, first)
    joined = join(first, middle, data.draw(changes_of(middle)))
    assert all(one.end < other.start for one, other in zip(joined, joined[1:], strict=False))
    assert all(0 <= one.start <= one.end <= len(text) for one in joined)


@given(st.data(), TEXTS)
def test_a_kept_character_is_found_at_its_new_position(data, text):
    changes = data.draw(changes_of(text))
    after, follow = apply(text, changes), Follower(changes)
    replaced = {at for one in changes for at in range(one.start, one.end)}
    assert all(after[follow(at)] == text[at] for at in range(len(text)) if at not in replaced)


@pytest.mark.parametrize(("position", "expected"), [(0, 0), (2, 2), (3, 2), (4, 2), (5, 3), (9, 7)])
def test_a_position_inside_a_replaced_range_goes_to_its_start(position, expected):
    assert Follower([Change(2, 5, "x")])(position) == expected
