"""Where items stand now."""

import pytest

from briefer.core.placing import Instance, Wanted, headings, moved, place

A, B, C = "first item says this [S1]", "second item says that [S2]", "third is short [S3]"
WANTED = [Wanted(A, "a"), Wanted(B, "b"), Wanted(C, "c")]


def placed(texts, anchors=None, wanted=WANTED):
    names = anchors or [""] * len(texts)
    found = place(wanted, texts, [tuple(one) for one in names])
    return [(one.items, one.paragraphs) for one in found]


ONE_EACH = [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


@pytest.mark.parametrize(
    ("texts", "anchors", "found"),
    [
        ([A, B, C], "abc", ONE_EACH),
        ([A, B, C], None, ONE_EACH),
        ([B, A, C], "abc", [((1,), (0,)), ((0,), (1,)), ((2,), (2,))]),
        ([f"not {A}", B, C], "abc", ONE_EACH),
        ([f"not {A}", B, C], None, ONE_EACH),
        ([A.replace("this", "that"), B, C], None, ONE_EACH),
        (["something else now", B, C], "abc", ONE_EACH),
        (["something else now", B, C], None, ONE_EACH[1:]),
        ([A, A, B, C], "aabc", [((0,), (0,)), ((0,), (1,)), ((1,), (2,)), ((2,), (3,))]),
        (["altered item says", B, C, A], ["a", "b", "c", ""],
         [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((0,), (3,))]),
        (["first item", "says this [S1]", B, C], ["a", "a", "b", "c"],
         [((0,), (0, 1)), ((1,), (2,)), ((2,), (3,))]),
        (["first item", "", "says this [S1]", B, C], None,
         [((0,), (0, 2)), ((1,), (3,)), ((2,), (4,))]),
        (["first item", "says this [S2]", B, C], None,
         [((0,), (0, 1)), ((1,), (2,)), ((2,), (3,))]),
        ([f"{A} {B}", C], ["ab", "c"], [((0, 1), (0,)), ((2,), (1,))]),
        ([f"{A} {B}", C], None, [((0, 1), (0,)), ((2,), (1,))]),
        ([f"{A} {B}", "", C], ["a", "", "c"], [((0, 1), (0,)), ((2,), (2,))]),
        ([A, "own words after it", B, C], ["a", "a", "b", "c"],
         [((0,), (0,)), ((1,), (2,)), ((2,), (3,))]),
        ([], None, []),
    ],
)  # fmt: skip
def test_items_are_found_by_words_then_bookmarks_then_likeness(texts, anchors, found):
    assert placed(texts, anchors) == found


def test_a_likeness_is_used_once_and_a_split_one_only_where_its_halves_are_neighbours():
    changed = A.replace("this", "it")
    assert placed([changed, B, C, "between", changed.replace("first", "1st")]) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), (2,)),
    ]  # fmt: skip
    two = [Wanted(A, "a"), Wanted(A.replace("says", "said"), "b")]
    assert placed([changed, "of no likeness", "at all"], None, two) == [((0,), (0,))]
    assert placed(["first item x", B, "says this [S1] x"], None, WANTED[:2]) == [
        ((1,), (1,)), ((0,), (2,)),
    ]  # fmt: skip


def test_items_of_one_text_are_told_apart_by_bookmark_then_by_order():
    twice = [Wanted(A, "a"), Wanted(A, "b")]
    assert placed([A, A], None, twice) == [((0,), (0,)), ((1,), (1,))]
    assert placed([A, A], "ba", twice) == [((1,), (0,)), ((0,), (1,))]
    assert placed([A, A, A], None, twice) == [((0,), (0,)), ((1,), (1,)), ((1,), (2,))]
    assert placed([A], None, twice) == [((0,), (0,))]


def test_an_instance_is_a_value():
    assert Instance((0,), (1,)) == Instance((0,), (1,))


@pytest.mark.parametrize(
    ("places", "weights", "gone"),
    [
        ([], None, set()),
        ([0, 1, 2], None, set()),
        ([0, 0, 1], None, set()),
        ([1, 0, 2, 3], None, {1}),
        ([3, 0, 1, 2], None, {0}),
        ([0, 2, 1], [5, 1, 5], {1}),
        ([0, 1, 3, 2], [5, 1, 1, 5], {2}),
    ],
)
def test_what_left_the_heaviest_rising_run_has_moved(places, weights, gone):
    order = [
        ((one, 0), weight) for one, weight in zip(places, weights or [1] * len(places), strict=True)
    ]
    assert moved(order) == gone


def test_headings_are_found_by_bookmark_then_by_words_in_order():
    heads = [Wanted("Points", "p"), Wanted("Notes", "n"), Wanted("Points", "q")]
    texts = ["Points", "x", "Notes", "Points"]
    assert headings(heads, texts, [()] * 4) == {0: 0, 1: 2, 2: 3}
    assert headings(heads, texts, [(), ("n",), (), ()]) == {0: 0, 1: 1, 2: 3}
    assert headings(heads[:2], ["Notes", "Points"], [(), ()]) == {0: 1, 1: 0}
    assert headings(heads, ["x"], [()]) == {}
