"""Records of every shape, for properties."""

from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.record import FIELDS, Date, Field, Name
from briefer.core.record_entry import sort_of
from briefer.core.record_terms import DELIVERY, TYPES
from tests.samples import make_source

TEXT = st.text(st.characters(codec="utf-8"), min_size=1)
NAMES = st.one_of(
    st.builds(Name, TEXT, role=st.one_of(st.just(""), TEXT), group=st.one_of(st.just(""), TEXT)),
    st.builds(lambda given, family: Name(given=given, family=family), TEXT, TEXT),
)
PARTS = st.dates().flatmap(
    lambda day: st.sampled_from(
        [(day.year,), (day.year, day.month), (day.year, day.month, day.day)]
    )
)
VALUES = {
    "names": st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    "date": st.lists(PARTS, min_size=1, max_size=2).map(lambda dates: Date(tuple(dates))),
    "type": st.sampled_from(sorted(TYPES)),
    "delivery": st.sampled_from(DELIVERY),
}
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        name: VALUES.get(sort_of(name), TEXT).map(lambda value: Field(value, "user"))
        for name in FIELDS
    },
)
_SOURCE = make_source()
SOURCES = RECORDS.map(lambda record: replace(_SOURCE, record=record))
