"""A source and a briefing to try the functions of core on."""

import pytest

from briefer.core.model import Briefing, HeaderField, Limit, Section, Source
from briefer.core.record import Date, Field, Name
from tests.samples import make_source


@pytest.fixture
def speech() -> Source:
    return make_source(
        title=Field("Remarks", "source", 0, 7),
        author=Field((Name(given="Ana", family="Example", role="Minister"),), "user"),
        issued=Field(Date(((2026, 5, 21),)), "user"),
        speaker=Field((Name(given="Ana", family="Example"),), "user"),
    )


@pytest.fixture
def briefing() -> Briefing:
    """Three sections: points, own text, generated sources."""
    return Briefing(
        id="b1",
        title="A briefing",
        template="test",
        created="2026-11-24T09:00:00Z",
        header=(
            HeaderField("marking", "Marking"),
            HeaderField("principal", "Principal", required=True),
            HeaderField("issue", "Issue"),
        ),
        sections=(
            Section(
                "points", "Points to make", "Say it.", ("talking_point", "quote", "fact"),
                Limit(items=2, items_at_most=3, words=20), required=True, spoken=True,
            ),
            Section("own", "Own words", accepts=("text", "question", "detail", "reference")),
            Section("sources", "Sources", generated="sources"),
        ),
    )  # fmt: skip
