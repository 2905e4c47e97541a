"""Briefings that the tests of the window make by hand."""

from briefer.core.edits import add_item
from briefer.core.model import Briefing, HeaderField, Limit, Pick, Prose, Section, Source, pick
from briefer.core.template import Template, new_briefing
from tests.samples import make_source

POINTS = Section(
    "points", "Points to make", "Four points.", ("talking_point", "quote", "fact"),
    Limit(items=4, items_at_most=6, words=20), required=True, spoken=True,
)  # fmt: skip
FACTS = Section("facts", "Facts and figures", "Only figures.", ("fact",), Limit(items=2))
OWN = Section("own", "What we want", "Name it.", ("text",), required=True)
SOURCES = Section("sources", "Sources", generated="sources")
HEADER = (HeaderField("event", "Counterpart", required=True), HeaderField("lead", "Lead author"))

TEMPLATE = Template("test", "Test brief", header=HEADER, sections=(POINTS, FACTS, OWN, SOURCES))


def make_pick(source: Source, words: str, kind: str = "fact") -> Pick:
    """A pick of words that the source says."""
    start = source.text.index(words)
    return pick(source, start, start + len(words), kind)  # type: ignore[arg-type]


def filled() -> tuple[Briefing, Source]:
    """A briefing with a quote and a fact in one section, own text in another; its one source."""
    source = make_source()
    briefing = new_briefing(TEMPLATE, "A brief", "2026-01-02T03:04:05Z")
    for key, item in (
        ("points", make_pick(source, "Casualties are rising again.", "quote")),
        ("points", make_pick(source, "Over 55 million mines have been destroyed.")),
        ("own", Prose("own1", "An agreed date.")),
    ):
        briefing = add_item(key, item)(briefing)
    return briefing, source
