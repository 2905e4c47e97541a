"""Suggestions are seen in the reader and in a list, picked, rejected and narrowed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefer import paths
from briefer.core.decisions import by_proposal
from briefer.services.library import open_library
from briefer.ui.mime import passage_from
from briefer.ui.suggestion_words import Sieve, speaker_words
from tests.ui.working import do, read, said, settled

STATEMENT = "joint-statement-22msp.txt"
NEWS = "news-article-global-campaign.txt"
REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"


@pytest.fixture
def library(window):
    opened = open_library(paths.library()).library
    yield opened
    opened.close()


@pytest.fixture
def brief(qtbot, window, seeds):
    window.desk.briefing.start.template_chosen.emit("bilateral")
    read(qtbot, window, seeds[NEWS])
    return window


@pytest.fixture
def suggested(brief):
    return brief.desk.reader.suggested


def go_to(suggested, words, kind):
    """Goes on until the suggestion with these words is chosen."""
    for _ in suggested.shown():
        suggested.step(1)
        one = suggested.chosen()
        if one.kind == kind and words in one.words:
            return one
    raise AssertionError(words)


def picks(window):
    return window.desk.editor.briefing.picks()


def judged(library):
    return [one.said for one in by_proposal(library.decisions.judged()).values()]


def test_the_suggestions_of_a_source_are_counted_and_gone_through_in_a_circle(brief, suggested):
    shown = suggested.shown()
    assert len(shown) > 10
    assert suggested.button.text() == str(len(shown))
    assert not suggested.strip.isVisible()
    for expected in (*shown, shown[0]):
        do(brief, "next_suggestion")
        one = suggested.chosen()
        assert one == expected
        assert brief.desk.reader.selection() == (one.suggestion.start, one.suggestion.end)
        assert suggested.strip.isVisible()
        assert one.suggestion.why in suggested.strip.words.text().replace("&quot;", '"')
    do(brief, "previous_suggestion")
    assert suggested.chosen() == shown[-1]


def test_the_words_that_name_a_speaker_are_marked_with_how_sure_that_is(brief, suggested):
    one = go_to(suggested, "At a time when civilians", "quote")
    assert "António Guterres" in suggested.strip.words.text()
    assert "only a pronoun: please confirm" in speaker_words(one.suggestion)
    marked = brief.desk.reader._text.extraSelections()
    assert one.suggestion.speaker_cue.text in [each.cursor.selectedText() for each in marked]


def test_a_suggestion_is_picked_with_its_speaker_and_is_then_no_longer_suggested(
    qtbot, brief, suggested, library
):
    one = go_to(suggested, "At a time when civilians", "quote")
    do(brief, "accept_suggestion")
    settled(qtbot, brief)
    [pick] = picks(brief)
    assert (pick.kind, pick.start, pick.end) == ("quote", one.suggestion.start, one.suggestion.end)
    assert pick.speaker == "António Guterres"
    assert "to be confirmed" in pick.review
    assert all(each.suggestion != one.suggestion for each in suggested.shown())
    assert judged(library) == ["accepted"]
    do(brief, "undo")
    settled(qtbot, brief)
    assert any(each.suggestion == one.suggestion for each in suggested.shown())


def test_a_suggestion_may_be_picked_as_another_kind(qtbot, brief, suggested, library):
    suggested.choose(suggested.shown()[0])
    suggested.strip.kinds.menu().actions()[-1].trigger()
    settled(qtbot, brief)
    assert [pick.kind for pick in picks(brief)] == ["talking_point"]
    [one] = by_proposal(library.decisions.judged()).values()
    assert (one.said, one.becomes) == ("reclassified", "talking_point")


def test_a_list_item_is_picked_with_its_lead_in(qtbot, brief, seeds, suggested):
    read(qtbot, brief, seeds[STATEMENT])
    items = [each for each in suggested.shown() if each.suggestion.lead_in.text]
    one = items[-1]  # the words of a first item are one passage with the lead-in
    suggested.choose(one)
    do(brief, "accept_suggestion")
    settled(qtbot, brief)
    [pick] = picks(brief)
    exact = [passage.quote.exact for passage in pick.passages]
    assert exact == [one.suggestion.lead_in.text, one.words]


def test_a_rejected_suggestion_stays_away_until_that_is_taken_back(
    qtbot, brief, seeds, suggested, library
):
    one = suggested.shown()[0]
    count = len(suggested.shown())
    suggested.choose(one)
    do(brief, "reject_suggestion")
    settled(qtbot, brief)
    assert len(suggested.shown()) == count - 1
    assert "Rejected" in suggested.strip.words.text()
    read(qtbot, brief, seeds[STATEMENT])
    read(qtbot, brief, seeds[NEWS])
    assert len(suggested.shown()) == count - 1
    suggested.sift(Sieve(rejected=True))
    again = next(each for each in suggested.shown() if each.is_rejected())
    assert again.suggestion == one.suggestion
    suggested.choose(again)
    suggested.strip.reject.click()
    settled(qtbot, brief)
    assert judged(library) == []
    suggested.sift(Sieve())
    assert len(suggested.shown()) == count


def test_the_menu_narrows_by_kind_and_strength(brief, suggested):
    every = suggested.shown()
    actions = {one.text(): one for one in suggested.button.menu().actions()}
    actions["Facts"].trigger()
    assert {one.kind for one in suggested.shown()} == {"quote", "talking_point"}
    actions["&Strong only"].trigger()
    assert {one.suggestion.strength for one in suggested.shown()} == {3}
    assert "by the filter" in suggested.button.toolTip()
    actions["Facts"].trigger()
    actions["All"].trigger()
    assert suggested.shown() == every


def test_without_a_suggestion_the_commands_say_what_to_do(qtbot, window):
    for name, words in (
        ("next_suggestion", "No suggestion"),
        ("accept_suggestion", "Go to a suggestion first"),
    ):
        do(window, name)
        assert words in said(window)


def test_a_text_is_painted_with_its_suggestions_at_any_width(brief, suggested):
    text = brief.desk.reader._text
    go_to(suggested, "At a time when civilians", "quote")
    for width in (300, 900):
        text.resize(width, 500)
        assert not text.viewport().grab().isNull()


@pytest.fixture
def listed(qtbot, brief):
    do(brief, "suggestions")
    settled(qtbot, brief)
    yield brief.suggesting._list
    brief.suggesting._list.close()


def rows(dialog):
    return [dialog._model.at(row) for row in range(dialog._model.rowCount())]


def test_the_list_holds_all_sources_the_strongest_first(listed, seeds):
    found = rows(listed)
    assert {one.source for one in found} == {source.id for source in seeds.values()}
    strengths = [one.suggestion.strength for one in found]
    assert strengths == sorted(strengths, reverse=True)


def choose(qtbot, brief, dialog, name, data):
    box = dialog.boxes[name]
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())
    settled(qtbot, brief)


def test_the_list_is_narrowed_by_each_filter(qtbot, brief, listed, seeds):
    choose(qtbot, brief, listed, "kind", "quote")
    assert {one.kind for one in rows(listed)} == {"quote"}
    choose(qtbot, brief, listed, "speaker", "António Guterres")
    assert {one.suggestion.speaker for one in rows(listed)} == {"António Guterres"}
    for name in ("kind", "speaker"):
        choose(qtbot, brief, listed, name, "")
    choose(qtbot, brief, listed, "measure", "states_parties")
    assert {one.source for one in rows(listed)} == {
        source.id for source in seeds.values() if source.file not in (STATEMENT, REMARKS)
    }
    choose(qtbot, brief, listed, "source", seeds[NEWS].id)
    choose(qtbot, brief, listed, "least", "3")
    assert {(one.source, one.suggestion.strength) for one in rows(listed)} == {(seeds[NEWS].id, 3)}
    QTest.keyClicks(listed.text, "no such words")
    qtbot.waitUntil(lambda: rows(listed) == [])
    assert not listed.strip.isVisible()


def test_return_picks_a_row_a_double_click_leads_to_it_and_it_can_be_dragged(qtbot, brief, listed):
    one = rows(listed)[0]
    made = one.suggestion
    index = listed._model.index(0, 0)
    assert passage_from(listed._model.mimeData([index])) == (one.source, made.start, made.end)
    listed.view.doubleClicked.emit(index)
    settled(qtbot, brief)
    assert brief.desk.reader.source().id == one.source
    assert brief.desk.reader.selection() == (made.start, made.end)
    QTest.keyClick(listed.view, Qt.Key.Key_Return)
    settled(qtbot, brief)
    [pick] = picks(brief)
    assert (pick.source, pick.end) == (one.source, made.end)


def test_a_row_is_rejected_and_shown_again_when_that_is_asked(qtbot, brief, listed):
    one, count = rows(listed)[0], len(rows(listed))
    listed.strip.reject.click()
    settled(qtbot, brief)
    assert len(rows(listed)) == count - 1
    listed.again.setChecked(True)
    settled(qtbot, brief)
    assert [each.suggestion for each in rows(listed) if each.is_rejected()] == [one.suggestion]


def test_a_row_is_said_in_words(listed):
    model = listed._model
    heard = [
        model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in range(model.columnCount())
    ]
    assert "strong" in heard[0]
    assert rows(listed)[0].words in heard[0]
    assert all(model.headerData(column, Qt.Orientation.Horizontal) for column in range(4))


def test_what_no_rule_has_read_is_read_by_and_by(qtbot, window, library):
    from briefer.services.readings import version

    qtbot.waitUntil(lambda: library.readings.unread(version()) == [], timeout=20_000)
    settled(qtbot, window)
