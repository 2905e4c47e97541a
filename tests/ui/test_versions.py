"""New versions and primary texts: shown with what differs, taken when the user says so."""

import pytest
from PySide6.QtWidgets import QWidget

from briefer import paths
from briefer.core.revision import State
from briefer.services.revisions import Revision
from briefer.services.second_hand import Primary
from briefer.ui import dialogs
from briefer.ui.proposals import Proposal, ProposalsDialog
from briefer.ui.versions import NO_PRIMARY, NONE_NEWER, STATES, offer, revised
from tests.ui.working import do, read, said, select, settled

STATEMENT = "joint-statement-22msp.txt"
NEWS = "news-article-global-campaign.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."
FREE = "Dozens of countries have become mine-free."
REPORTED = (
    "These announcements are particularly troubling, as they risk weakening civilian protection "
    "and undermining two decades of progress."
)
SAID = (
    "Statement by António Guterres\n\nI am gravely concerned. These announcements are particularly "
    "troubling, as it risks weakening civilian protection and undermining two decades of a "
    "normative framework that has saved countless lives.\n"
)


@pytest.fixture
def taking(monkeypatch):
    """Answers the dialog: takes every proposal that can be taken; gives what was listed."""
    listed = []

    def execute(dialog):
        rows = range(dialog.table.topLevelItemCount())
        listed.extend(dialog.table.topLevelItem(row).text(0) for row in rows)
        listed.append(dialog.words.toPlainText())
        while dialog.take.isEnabled() and dialog.result() == 0:
            dialog.take.click()

    monkeypatch.setattr(ProposalsDialog, "exec", execute)
    return listed


@pytest.fixture
def brief(qtbot, window, seeds):
    """A bilateral brief with two facts of the statement."""
    window.desk.briefing.start.template_chosen.emit("bilateral")
    read(qtbot, window, seeds[STATEMENT])
    for words in (MINES, FREE):
        select(window, words)
        window.desk.reader.want("fact")
    settled(qtbot, window)
    return window


def import_version(qtbot, window, monkeypatch, path, old):
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: path)
    window.desk.library.version_wanted.emit(old)
    for _ in range(3):
        settled(qtbot, window)


def exacts(window):
    return [one.exact for one in window.desk.editor.briefing.picks()]


def test_a_new_version_shows_what_became_of_the_picks_and_is_taken_one_by_one(
    qtbot, brief, seeds, monkeypatch, tmp_path, taking
):
    path = tmp_path / "statement-v2.txt"
    original = (paths.seeds() / STATEMENT).read_text("utf-8")
    path.write_text(original.replace("55 million", "56 million"), "utf-8")
    import_version(qtbot, brief, monkeypatch, path, seeds[STATEMENT].id)
    assert taking[:2] == ["changed", "same words, same place"]
    assert "56" in taking[2]
    assert exacts(brief) == [MINES.replace("55", "56"), FREE]
    assert seeds[STATEMENT].id not in {one.source for one in brief.desk.editor.briefing.picks()}
    assert brief.standing.report().verdict == "verified"
    do(brief, "undo")
    do(brief, "undo")
    assert exacts(brief) == [MINES, FREE]
    view = brief.desk.briefing._view
    first = brief.desk.editor.briefing.picks()[0]
    line = view._briefing.line(view._briefing.of_item(first.id))
    assert line.flags() == ("superseded",)
    assert "its source is superseded" in line.spoken()


def test_nothing_is_taken_by_itself(qtbot, brief, seeds, monkeypatch, tmp_path):
    path = tmp_path / "v2.txt"
    path.write_text("Something else altogether is said here now.", "utf-8")
    shown = []
    monkeypatch.setattr(ProposalsDialog, "exec", lambda dialog: shown.append(dialog.proposal()))
    import_version(qtbot, brief, monkeypatch, path, seeds[STATEMENT].id)
    assert [one.state for one in shown] == ["no longer there"]
    assert not shown[0].may_take
    assert exacts(brief) == [MINES, FREE]


def test_without_newer_versions_it_says_so(qtbot, brief):
    do(brief, "versions")
    settled(qtbot, brief)
    assert said(brief) == NONE_NEWER


def test_a_version_that_cannot_be_read_is_told_and_changes_nothing(
    qtbot, brief, seeds, monkeypatch, tmp_path
):
    path = tmp_path / "empty.txt"
    path.write_text("")
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    import_version(qtbot, brief, monkeypatch, path, seeds[STATEMENT].id)
    assert len(told) == 1
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: None)
    brief.desk.library.version_wanted.emit(seeds[STATEMENT].id)
    assert [one.flags for one in brief.standing.report().items] == [(), ()]


@pytest.fixture
def second_hand(qtbot, window, seeds):
    """A brief with a quotation at second hand; the item's id."""
    window.desk.briefing.start.template_chosen.emit("bilateral")
    read(qtbot, window, seeds[NEWS])
    select(window, REPORTED)
    window.desk.reader.want("quote")
    settled(qtbot, window)
    return window


def menu_of_first(window):
    [pick] = window.desk.editor.briefing.picks()
    window.desk.briefing.choose_items([pick.id])
    actions = window.desk.briefing.context_menu().actions()
    return next(one for one in actions if one.text() == "Find the primary text…")


def test_without_a_primary_text_it_says_what_to_do(qtbot, second_hand):
    menu_of_first(second_hand).trigger()
    settled(qtbot, second_hand)
    assert said(second_hand) == NO_PRIMARY


def test_the_primary_text_is_used_instead(qtbot, second_hand, tmp_path, taking):
    path = tmp_path / "guterres.txt"
    path.write_text(SAID, "utf-8")
    second_hand.desk.library.import_wanted.emit([path])
    settled(qtbot, second_hand)
    menu_of_first(second_hand).trigger()
    settled(qtbot, second_hand)
    assert "as they risk it risks" in taking[-1]
    [made] = second_hand.desk.editor.briefing.picks()
    assert made.exact.endswith("a normative framework that has saved countless lives.")
    [checked] = second_hand.standing.report().items
    assert checked.status == "exact"
    do(second_hand, "undo")
    assert exacts(second_hand) == [REPORTED]


def revision(state: State) -> Revision:
    ranges = ((0, 4),) if state in ("anchored", "moved", "changed") else ()
    return Revision("b", "i", "s", "n", state, None, None, "Some words.", "", (), False, ranges)


@pytest.mark.parametrize("state", list(STATES))
def test_only_what_was_found_can_be_taken(state):
    one = revised(revision(state))
    assert one.may_take is (state in ("anchored", "moved", "changed"))
    assert (one.state, one.said) == (STATES[state][0], STATES[state][2])


@pytest.mark.parametrize(
    ("names", "quoted", "state", "sign"),
    [
        (True, False, "names the speaker", "check"),
        (True, True, "names the speaker", "info"),
        (False, False, "another text", "info"),
    ],
)
def test_a_candidate_says_how_likely_it_is(names, quoted, state, sign):
    one = offer("0", Primary("s", "f", "T", "para. 1", 0, 4, "They.", 0.9, (), names, quoted))
    assert (one.state, one.icon) == (state, sign)
    assert one.said.startswith("T, para. 1")
    assert ("quotation marks too" in one.said) is quoted


def test_an_empty_list_takes_nothing(dressed, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ProposalsDialog(parent, "Title", "About.", "Take")
    dialog.show_proposals([])
    assert not dialog.take.isEnabled()
    dialog.show_proposals([Proposal("1", "state", "info", "Words <b>", "Said.", (), True)])
    with qtbot.waitSignal(dialog.take_wanted) as wish:
        dialog.take.click()
    assert wish.args[0].id == "1"
    assert "Words <b>" in dialog.words.toPlainText()
