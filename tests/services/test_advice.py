"""The library adds to a check what its owner should know of other sources."""

import pytest

from briefer.core.edits import add_item
from briefer.core.model import Prose, Section, pick
from briefer.core.template import Template, new_briefing
from briefer.services.advice import check_with_library
from briefer.services.briefings import OpenBriefing
from briefer.services.revisions import set_superseded
from tests.samples import make_source

NEWS = "news-article-global-campaign.txt"
ANNOUNCEMENTS = (
    "These announcements are particularly troubling, as they risk weakening civilian protection "
    "and undermining two decades of progress."
)
STATED = ANNOUNCEMENTS.replace("they risk", "it risks").replace(
    "progress", "a normative framework that has saved countless lives"
)


@pytest.fixture
def opened(seeds):
    """A briefing with the words of the news article, and own text that quotes another sample."""
    template = Template("t", "T", sections=(Section("all", "All", accepts=("quote", "text")),))
    start = seeds[NEWS].text.index(ANNOUNCEMENTS)
    quoted = pick(seeds[NEWS], start, start + len(ANNOUNCEMENTS), "quote")
    briefing = add_item("all", quoted)(new_briefing(template))
    briefing = add_item("all", Prose("p", "“Dozens of countries have become mine-free”"))(briefing)
    return OpenBriefing(briefing, {seeds[NEWS].id: seeds[NEWS]})


def test_a_quotation_in_own_text_is_looked_for_in_the_library(opened, library):
    report = check_with_library(opened, library)
    assert (report.verdict, report.own) == ("verified", ())


def test_the_words_of_a_primary_text_are_shown_beside_those_at_second_hand(opened, library):
    assert not [one for one in check_with_library(opened, library).findings if "otherwise" in one]
    library.add([(make_source(f"Statement\n\n{STATED}", "statement.txt"), b"statement")])
    [said] = [one for one in check_with_library(opened, library).findings if "otherwise" in one]
    assert "statement.txt, para. 2 says otherwise: “they risk” is now “it risks”" in said
    assert "“a normative framework that has saved countless lives.”" in said


def test_a_primary_text_with_the_same_words_is_named(opened, library):
    library.add([(make_source(f"Statement\n\n{ANNOUNCEMENTS}", "statement.txt"), b"statement")])
    found = check_with_library(opened, library).findings
    assert [one for one in found if "statement.txt, para. 2 has the same words" in one]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("two decades of progress", "two decades of work", "says it otherwise. “progress.”"),
        ("Written By", "Written by", "says the same at the same place."),
    ],
)
def test_a_newer_version_of_a_source_is_told_of(opened, library, seeds, old, new, said):
    text = seeds[NEWS].text.replace(old, new)
    newer = make_source(text, "newer.txt")
    library.add([(newer, text.encode())])
    set_superseded(library, newer.id, seeds[NEWS].id)
    report = check_with_library(opened, library)
    assert report.verdict == "verified"
    told = [one for one in report.findings if "keeps the old words" in one]
    assert said in told[0]
