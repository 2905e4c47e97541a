"""Figures that disagree are seen in the register, on items, in the check and before an export."""

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer import paths
from briefer.core.decisions import by_pair
from briefer.services.library import open_library
from briefer.ui import dialogs, record_dialog
from tests.ui.working import do, read, said, select, settled

STATEMENT = "joint-statement-22msp.txt"
CAMPAIGN = "campaign-web-page.txt"
CHRONICLE = "un-chronicle-article.txt"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."
OLD_MINES = "More than 40 million stockpiled mines have been destroyed"
PARTIES = "To date, 165 States are party to the treaty"
OTHER_PARTIES = "With 166 States Parties as of April 2025"


@pytest.fixture
def library(window):
    opened = open_library(paths.library()).library
    yield opened
    opened.close()


def looked(qtbot, window):
    """Waits until the figures of the briefing were looked at, and nothing else is under way."""
    watch, jobs = window.watch, window.desk.jobs
    qtbot.waitUntil(lambda: not watch._pause.isActive() and not jobs.running(), timeout=20_000)


def pick(qtbot, window, source, words):
    read(qtbot, window, source)
    select(window, words)
    window.desk.reader.want("fact")
    looked(qtbot, window)


@pytest.fixture
def brief(qtbot, window, seeds):
    """A briefing whose two facts contradict each other."""
    window.desk.briefing.start.template_chosen.emit("bilateral")
    pick(qtbot, window, seeds[CAMPAIGN], PARTIES)
    pick(qtbot, window, seeds[CHRONICLE], OTHER_PARTIES)
    return window


@pytest.fixture
def register(qtbot, window):
    do(window, "figures")
    settled(qtbot, window)
    yield window.figures._dialog
    window.figures._dialog.close()


def rows(dialog):
    table = dialog.table
    items = (table.topLevelItem(row) for row in range(table.topLevelItemCount()))
    return {item.text(0): [item.text(column) for column in range(1, 5)] for item in items}


def choose(dialog, name):
    table = dialog.table
    for row in range(table.topLevelItemCount()):
        if table.topLevelItem(row).text(0) == name:
            table.setCurrentItem(table.topLevelItem(row))
            return
    raise AssertionError(name)


def badges(window):
    return [note[0].badge for note in window.watch.notes().values()]


def test_the_register_lists_what_disagrees_first_with_its_values_side_by_side(register):
    level, values, dated, _ = rows(register)["States Parties"]
    assert next(iter(rows(register))) == "States Parties"
    assert level == "contradiction"
    assert values == "165 | 166"
    assert "2025-04" in dated
    assert "165 + 32 = 197" in register.hints.text()


def test_the_table_is_narrowed_by_level_and_words(qtbot, register):
    every = len(rows(register))
    register.level.setCurrentIndex(3)
    register.level.activated.emit(3)
    assert {level for level, *_ in rows(register).values()} == {"contradiction"}
    register.level.setCurrentIndex(0)
    register.text.setText("stockpiled")
    qtbot.waitUntil(lambda: "Stockpiled mines destroyed" in rows(register))
    assert len(rows(register)) < every
    register.text.setText("no such words")
    qtbot.waitUntil(lambda: rows(register) == {})
    assert not register.card.isEnabled()


def test_the_card_sets_two_values_side_by_side_with_the_verdict_in_words(register):
    choose(register, "States Parties")
    card = register.card
    left, right = (words.toPlainText() for words in card.words)
    assert "165" in left
    assert "166" in right
    assert "as of 2025-04 · an exact number" in right
    assert "They contradict each other" in card.verdict.text()
    assert "Easily taken for it" in card.near.text()


def test_any_two_statements_of_a_measure_can_be_set_side_by_side(register):
    choose(register, "Stockpiled mines destroyed")
    card = register.card
    wanted = [n for n in range(card.choices[0].count()) if "tens of" in card.choices[0].itemText(n)]
    card.choices[0].setCurrentIndex(wanted[0])
    card.choices[0].activated.emit(wanted[0])
    assert "tens of millions" in card.words[0].toPlainText()
    card.choices[1].setCurrentIndex(wanted[0])
    card.choices[1].activated.emit(wanted[0])
    assert not card.acts["Disputed"].isEnabled()


def test_the_card_says_who_speaks_and_how_sure_that_is(qtbot, window, register):
    choose(register, "Stockpiled mines destroyed")
    card = register.card
    texts = [card.choices[0].itemText(n) for n in range(card.choices[0].count())]
    at = next(n for n, text in enumerate(texts) if "over 40 million" in text or "UN Chief" in text)
    card.choices[0].setCurrentIndex(at)
    card.choices[0].activated.emit(at)
    settled(qtbot, window)
    assert "named here" in card.words[0].toPlainText()


def test_a_value_leads_to_its_place(qtbot, window, register):
    choose(register, "States Parties")
    one = register.card.pair().two
    register.card.places[1].click()
    settled(qtbot, window)
    assert window.desk.reader.source().id == one.source
    assert window.desk.reader.selection() == (one.start, one.end)


@pytest.mark.parametrize(
    ("button", "verdict", "kept"),
    [
        ("Use the left", "keep", 0),
        ("Use the right", "keep", 1),
        ("Both, with dates", "both_dated", None),
        ("Robust wording", "robust", None),
        ("Disputed", "disputed", None),
    ],
)
def test_a_decision_is_kept_with_its_reason_and_shown_the_next_time(
    qtbot, window, register, library, button, verdict, kept
):
    choose(register, "States Parties")
    card = register.card
    pair = card.pair()
    card.reason.setText("The depositary says so.")
    card.acts[button].click()
    settled(qtbot, window)
    [one] = by_pair(library.decisions.decided()).values()
    assert (one.verdict, one.reason) == (verdict, "The depositary says so.")
    assert one.keeps == (None if kept is None else (one.one, one.two)[kept])
    assert rows(register)["States Parties"][0] == "contradiction · decided"
    assert card.keys() == (one.one, one.two)
    assert card.pair().one == pair.one
    assert "The depositary says so." in card.before.text()
    card.back.click()
    settled(qtbot, window)
    assert by_pair(library.decisions.decided()) == {}
    assert "taken back" in card.before.text()
    assert not card.back.isVisible()


def test_what_is_not_the_same_thing_clashes_no_more(qtbot, brief, library):
    assert badges(brief) == ["contradiction", "contradiction"]
    brief.figures.show_pair(next(iter(brief.watch.notes().values()))[0].shows)
    settled(qtbot, brief)
    brief.figures._dialog.card.acts["Not the same thing"].click()
    settled(qtbot, brief)
    looked(qtbot, brief)
    assert "contradiction" not in badges(brief)
    brief.figures._dialog.close()


def test_statements_are_given_another_measure_parted_and_put_back(
    qtbot, window, register, library, monkeypatch
):
    answers = iter(
        ["Parties, as the depositary counts", "(none: it stands alone)", "(as it was read)"]
    )
    monkeypatch.setattr(dialogs, "ask_one", lambda *_: next(answers))
    choose(register, "States Parties")
    register.card.name.click()
    settled(qtbot, window)
    assert rows(register)["Parties, as the depositary counts"][1] == "165 | 166"
    assert "States Parties" not in rows(register)
    choose(register, "Parties, as the depositary counts")
    register.card.measures[0].click()
    settled(qtbot, window)
    choose(register, "Parties, as the depositary counts")
    register.card.name.click()
    settled(qtbot, window)
    assert "Parties, as the depositary counts" not in rows(register)
    assert said(window).endswith("of another measure.")
    monkeypatch.setattr(dialogs, "ask_one", lambda *_: None)
    before = len(library.decisions.assigned())
    register.card.measures[0].click()
    assert len(library.decisions.assigned()) == before


def test_items_whose_figures_clash_are_marked_in_words(qtbot, brief):
    view = brief.desk.briefing._view
    lines = [
        view._briefing.line(view._briefing.of_item(one.id))
        for one in brief.desk.editor.briefing.picks()
    ]
    assert badges(brief) == ["contradiction", "contradiction"]
    for line, other in zip(lines, ("166", "165"), strict=True):
        assert f"“{other}”" in line.tip()
        assert "they contradict each other" in line.spoken()
    view.viewport().grab()
    do(brief, "undo")
    looked(qtbot, brief)
    assert "contradiction" not in badges(brief)
    brief.desk.editor.load(None)
    assert brief.watch.notes() == {}


def test_the_check_lists_the_clash_and_shows_it_in_the_register(qtbot, brief):
    do(brief, "check")
    shown = brief.checking._shown
    assert "contradiction" in shown.view.table.topLevelItem(0).text(0)
    assert "cannot both be true" in shown.view.words.toPlainText()
    shown.figures.click()
    settled(qtbot, brief)
    card = brief.figures._dialog.card
    assert {card.pair().one.figure.text, card.pair().two.figure.text} == {"165", "166"}
    shown.close()
    brief.figures._dialog.close()


def test_the_menu_of_an_item_shows_its_figures(qtbot, brief):
    first, _ = brief.desk.editor.briefing.picks()
    brief.desk.briefing.choose_items([first.id])
    menu = brief.desk.briefing.context_menu()
    next(one for one in menu.actions() if one.text() == "Show figures…").trigger()
    settled(qtbot, brief)
    assert brief.figures._dialog.card.pair().one.source == first.source
    brief.figures._dialog.close()


def test_an_old_figure_leads_to_the_newer_one(qtbot, window, seeds):
    window.desk.briefing.start.template_chosen.emit("bilateral")
    pick(qtbot, window, seeds[CAMPAIGN], OLD_MINES)
    qtbot.waitUntil(
        lambda: bool(window.watch.notes()), timeout=20_000
    )  # when the whole library is read
    [notes] = window.watch.notes().values()
    old = next(one for one in notes if "newer value" in one.said)
    assert old.badge == "old figure"
    window.figures.show_pair(old.shows)
    settled(qtbot, window)
    assert "55 million" in window.figures._dialog.card.words[1].toPlainText()
    window.figures._dialog.close()


def test_a_contradiction_is_asked_about_once_with_its_pair_and_may_go_out(
    qtbot, brief, tmp_path, monkeypatch
):
    asked, answers = [], iter(["cancel", "show", "go_on"])
    monkeypatch.setattr(
        dialogs, "ask_contradiction", lambda *words: (asked.append(words[2]), next(answers))[1]
    )
    monkeypatch.setattr(dialogs, "show_exported", lambda *_: None)
    path = tmp_path / "brief.docx"
    written = []
    for _ in range(4):
        brief.exports.export_to(path)
        settled(qtbot, brief)
        written.append(path.exists())
        path.unlink(missing_ok=True)
    assert written == [False, False, True, True]
    assert len(asked) == 3
    assert "To date, 165 States are party" in asked[0]
    assert "With 166 States Parties" in asked[0]
    assert brief.figures._dialog.isVisible()
    brief.figures._dialog.close()


@pytest.mark.parametrize(
    ("button", "answer"),
    [("Export all the same", "go_on"), ("Show figures…", "show"), ("Cancel", "cancel")],
)
def test_the_question_before_an_export_has_three_answers(
    dressed, qtbot, monkeypatch, button, answer
):
    parent, shown = QWidget(), []
    qtbot.addWidget(parent)

    def press(box):
        shown.append(box.informativeText())
        next(one for one in box.buttons() if one.text().replace("&", "") == button).click()

    monkeypatch.setattr(QMessageBox, "exec", press)
    assert dialogs.ask_contradiction(parent, "They contradict each other.", "165, 166") == answer
    assert shown == ["165, 166"]


def test_what_was_decided_is_in_the_verification_record_and_is_not_asked_about(
    qtbot, brief, tmp_path, monkeypatch, library
):
    brief.figures.show_pair(next(iter(brief.watch.notes().values()))[0].shows)
    settled(qtbot, brief)
    card = brief.figures._dialog.card
    card.reason.setText("As the depositary counts.")
    card.acts["Disputed"].click()
    settled(qtbot, brief)
    brief.figures._dialog.close()
    shown = []
    monkeypatch.setattr(record_dialog, "ask_save", lambda _, document: shown.append(document))
    do(brief, "record")
    settled(qtbot, brief)
    assert "As the depositary counts." in str(shown[0])
    monkeypatch.setattr(dialogs, "show_exported", lambda *_: None)
    brief.exports.export_to(tmp_path / "brief.docx")
    settled(qtbot, brief)
    assert (tmp_path / "brief.docx").exists()
