"""Figures of a briefing that clash or have grown old: in a check, before an export, in a record."""

import datetime

import pytest

from briefer.core.decisions import Decision
from briefer.core.edits import add_item
from briefer.core.errors import QuoteMismatch
from briefer.core.model import Section, pick
from briefer.core.template import Template, new_briefing
from briefer.services.advice import check_with_library
from briefer.services.briefings import OpenBriefing
from briefer.services.conflicts import (
    CONTRADICTION,
    Conflicts,
    conflicts,
    conflicts_in,
    require_resolved,
)
from briefer.services.readings import read_library, version
from briefer.services.register import decide, read_register
from tests.samples import make_source

NEWS = ("news-article-global-campaign.txt", "165 countries are parties to the treaty")
CHRONICLE = ("un-chronicle-article.txt", "With 166 States Parties as of April 2025")
CAMPAIGN = ("campaign-web-page.txt", "More than 40 million stockpiled mines have been destroyed")
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def opened(seeds):
    """Opens a briefing with picks of these words of samples or of a source."""

    def made(*places):
        template = Template("t", "T", sections=(Section("all", "All", accepts=("fact",)),))
        briefing, sources = new_briefing(template), {}
        for name, words in places:
            source = seeds[name] if isinstance(name, str) else name
            start = source.text.index(words)
            briefing = add_item("all", pick(source, start, start + len(words), "fact"))(briefing)
            sources[source.id] = source
        return OpenBriefing(briefing, sources)

    return made


def found_in(library, opened):
    return conflicts_in(library, opened.briefing, opened.sources, TODAY)


def decided(library, clash, verdict):
    one, two = ((a.source, a.at, a.to) for a in (clash.one.statement, clash.two.statement))
    decide(library, Decision(one, two, verdict, "The depositary says so."))


def test_a_contradiction_keeps_a_briefing_in_until_somebody_decides(library, opened):
    here = opened(NEWS, CHRONICLE)
    found = found_in(library, here)
    [clash] = found.clashes
    with pytest.raises(QuoteMismatch, match="165 and 166 cannot both be true") as refused:
        require_resolved(found)
    assert refused.value.code == CONTRADICTION
    assert clash.one.statement.short_id() in refused.value.hint
    decided(library, clash, "disputed")
    settled = found_in(library, here)
    require_resolved(settled)
    assert [one.decision.verdict for one in settled.clashes] == ["disputed"]


def test_several_contradictions_are_counted(library, opened):
    third = make_source(
        "As of May 2026, 170 States are party to the Anti-Personnel Mine Ban Convention."
    )
    with pytest.raises(QuoteMismatch, match="for 1 more"):
        require_resolved(found_in(library, opened(NEWS, CHRONICLE, (third, third.text))))


def test_what_is_not_the_same_thing_does_not_clash(library, opened):
    here = opened(NEWS, CHRONICLE)
    decided(library, found_in(library, here).clashes[0], "not_same")
    found = found_in(library, here)
    assert found.clashes == []
    require_resolved(found)


def test_a_check_warns_of_figures_and_is_no_mismatch(library, opened):
    read_library(library)
    report = check_with_library(opened(NEWS, CHRONICLE, CAMPAIGN), library)
    assert report.verdict == "verified"
    said = [one for one in report.findings if one.startswith("Figures: ")]
    assert "they contradict each other" in said[0]
    assert any("a newer value: more than 55 million" in one for one in said)


def test_the_record_names_items_by_number_and_prints_decisions_with_reasons(library, opened):
    here = opened(NEWS, CHRONICLE)
    before = found_in(library, here)
    [said] = before.recorded(here.briefing)
    assert said == (
        "Figures: item 1 and item 2, States Parties: they contradict each other. "
        "165 and 166 cannot both be true."
    )
    decided(library, before.clashes[0], "disputed")
    [said] = found_in(library, here).recorded(here.briefing)
    assert said.startswith("Figures: item 1, 165 beside 166 (un-chronicle-article.txt, para. 1). ")
    assert said.endswith("disputed. Reason: The depositary says so.")


def test_a_decision_against_a_figure_that_is_not_in_the_briefing_is_recorded(library, opened):
    decided(library, found_in(library, opened(NEWS, CHRONICLE)).clashes[0], "robust")
    here = opened(NEWS)
    found = found_in(library, here)
    assert found.clashes == []
    assert "use a wording that is true of both" in found.recorded(here.briefing)[0]


def test_a_source_that_the_library_does_not_hold_is_read_from_the_briefing(library, opened):
    made = make_source(
        "In all, 170 States are party to the Anti-Personnel Mine Ban Convention.", "m.txt"
    )
    here = opened(NEWS, (made, made.text))
    found = found_in(library, here)
    assert [one.level for one in found.clashes] == ["C3"]
    assert found.names[made.id] == "m.txt"


def test_only_the_cited_sources_are_read_for_a_briefing(library, opened):
    found_in(library, opened(NEWS))
    assert len(library.readings.unread(version())) == 4


def test_the_register_of_the_window_serves_for_a_briefing_and_an_empty_one_asks_nothing(
    library, opened
):
    here, register = opened(NEWS, CHRONICLE), read_register(library)
    assert conflicts(here.briefing, here.sources, register, TODAY) == found_in(library, here)
    empty = opened()
    assert found_in(library, empty) == Conflicts()
    assert conflicts(empty.briefing, {}, register).said() == []
