"""Dates as people type them: as precise as they are, and none where one could be meant twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.errors import WrongRequest
from briefer.core.record import Date, shown
from briefer.core.typed_dates import read_date, typed_date

DAY = ((2026, 5, 21),)
DAYS = ((2025, 12, 1), (2025, 12, 5))


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("2026", ((2026,),)), ("2026-05", ((2026, 5),)), ("2026-05-21", DAY),
        ("21 May 2026", DAY), (" 21  May\n2026. ", DAY), ("May 2026", ((2026, 5),)),
        ("May 21, 2026", DAY), ("21st of May 2026", DAY), ("21 MAY 2026", DAY),
        ("Thursday, 21 May 2026", DAY), ("on 21 May 2026", DAY), ("le 21 mai 2026", DAY),
        ("21 de mayo de 2026", DAY), ("Donnerstag, 21. Mai 2026", DAY), ("21.5.2026", DAY),
        ("1er août 2025", ((2025, 8, 1),)), ("Sept. 2025", ((2025, 9),)),
        ("1–5 December 2025", DAYS), ("1-5 December 2025", DAYS), ("1 to 5 December 2025", DAYS),
        ("2025-12-01/2025-12-05", DAYS), ("1 au 5 décembre 2025", DAYS),
        ("28 November – 2 December 2025", ((2025, 11, 28), (2025, 12, 2))),
        ("2024-2025", None), ("2024/2025", ((2024,), (2025,))),
    ],
)  # fmt: skip
def test_a_date_is_read_as_precise_as_it_is(words, parts):
    if parts is None:
        with pytest.raises(WrongRequest):
            read_date(words)
    else:
        assert read_date(words) == Date(parts)


@pytest.mark.parametrize(
    "words",
    ["", "soon", "Monday", "03/04/2026", "31 June 2026", "2026-13", "21 Ma 2026", "21 Mar 202",
     "21 Foo 2026", "5 December 2025 to 1 December 2025", "x to y", "1 December to soon",
     "soon to 5 December 2025", "0000"],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two_is_refused_with_a_hint(words):
    with pytest.raises(WrongRequest, match="is no date") as refused:
        read_date(words)
    assert "2026-05-21" in refused.value.hint


DATES = st.dates().flatmap(
    lambda day: st.sampled_from(
        [(day.year,), (day.year, day.month), (day.year, day.month, day.day)]
    )
)


@given(st.lists(DATES, min_size=1, max_size=2, unique=True))
def test_a_date_is_read_back_as_it_was_written(parts):
    date = Date(tuple(sorted(parts)))
    assert read_date(typed_date(date)) == date


@given(st.lists(st.dates(), min_size=1, max_size=2, unique=True))
def test_a_date_is_read_back_as_it_was_shown(days):
    date = Date(tuple((day.year, day.month, day.day) for day in sorted(days)))
    if all(parts[0] >= 1000 for parts in date.date_parts):
        assert read_date(shown(date)) == date
