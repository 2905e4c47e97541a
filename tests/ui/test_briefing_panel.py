"""The briefing panel: what it shows, what it says the user wishes, where things are dropped."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from briefer.core import edits
from briefer.core.findings import answered
from briefer.core.model import Briefing, Pick, Source
from briefer.core.operations import Case, Emphasis, Insert, Omit, Operation, Redact
from briefer.core.styles import Style
from briefer.core.template import new_briefing
from briefer.services.briefings import citations
from briefer.services.quoting import check_briefing as check
from briefer.services.templates import Listed
from briefer.ui.briefing_lines import BADGES, ItemLine, SectionLine, item_line
from briefer.ui.briefing_panel import BriefingPanel
from briefer.ui.briefing_view import BriefingView
from briefer.ui.foot import missing, outcome, pages, speaking
from briefer.ui.header_form import FieldEdit, HeaderForm
from briefer.ui.mime import items_mime, passage_mime
from briefer.ui.start_page import StartPage
from briefer.ui.wrapping import Wrapper
from tests.samples import make_source
from tests.ui.briefings import TEMPLATE, filled, make_pick


@pytest.fixture
def brief() -> tuple[Briefing, Source]:
    return filled()


@pytest.fixture
def panel(dressed: QApplication, qtbot: QtBot, brief: tuple[Briefing, Source]) -> BriefingPanel:
    panel = BriefingPanel()
    qtbot.addWidget(panel)
    panel.resize(480, 700)
    show(panel, *brief)
    panel.show()
    return panel


def show(panel: BriefingPanel, briefing: Briefing, source: Source) -> None:
    sources = {source.id: source}
    panel.show_briefing(briefing, citations(briefing, sources), check(briefing, sources), sources)


def view_of(panel: BriefingPanel) -> BriefingView:
    return panel.findChild(BriefingView)


def spoken(panel: BriefingPanel) -> list[str]:
    """Every row as a screen reader has it."""
    model = view_of(panel).model()
    rows = []
    for number in range(model.rowCount()):
        section = model.index(number, 0)
        rows.append(section.data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount(section)):
            rows.append(model.index(row, 0, section).data(Qt.ItemDataRole.AccessibleTextRole))
    return rows


def row_centre(panel: BriefingPanel, key: str, item: int | None = None) -> QPoint:
    view = view_of(panel)
    section = view._briefing.of_section(key)
    index = section if item is None else view.model().index(item, 0, section)
    return view.visualRect(index).center()


def drop(panel: BriefingPanel, mime: QMimeData, at: QPoint) -> QDropEvent:
    event = QDropEvent(
        QPointF(at), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view_of(panel).dropEvent(event)
    return event


def test_every_row_can_be_heard(panel: BriefingPanel) -> None:
    assert spoken(panel) == [
        "Section Points to make. 2 of 4 items · 11 of 20 words",
        "Quote. “Casualties are rising again.”. [S1 para. 3]. exact",
        "Fact. Over 55 million mines have been destroyed. [S1 para. 3]. exact",
        "Section Facts and figures. 0 of 2 items · 0 words. Only figures.",
        "Section What we want. 1 item · 3 words",
        "Own text. An agreed date",
        "Section Sources",
    ]


def test_a_section_that_is_over_its_limit_says_so(
    panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    briefing, source = brief
    long = make_pick(source, "We call on all States to join.", "talking_point")
    for _ in range(3):
        briefing = edits.add_item("points", replace(long, id=long.id + "x"))(briefing)
        long = replace(long, id=long.id + "x")
    show(panel, briefing, source)
    line = view_of(panel)._briefing.line(view_of(panel).model().index(0, 0))
    assert isinstance(line, SectionLine)
    assert line.count == "5 of 6 items · 32 of 20 words"
    assert line.excess == "32 words, limit 20"


def test_what_is_required_and_empty_is_marked(panel: BriefingPanel) -> None:
    source = filled()[1]
    show(panel, new_briefing(TEMPLATE, "Empty"), source)
    assert "required, still empty" in spoken(panel)[0]
    assert "required" not in spoken(panel)[1]


@pytest.mark.parametrize(("lost", "text"), [(True, "cannot check"), (False, "does not match")])
def test_a_pick_that_is_not_verified_is_marked(
    panel: BriefingPanel, brief: tuple[Briefing, Source], lost: bool, text: str
) -> None:
    briefing, source = brief
    other = replace(source, text=source.text.replace("55", "40"))
    sources = {} if lost else {source.id: other}
    panel.show_briefing(briefing, {}, check(briefing, sources), sources)
    assert f". {text}. " in spoken(panel)[2]
    panel.grab()


def only(pick: Pick, source: Source, style: Style = "un") -> ItemLine:
    """The row of a pick that stands alone in a briefing."""
    briefing = edits.add_item("points", pick)(new_briefing(TEMPLATE))
    briefing, sources = edits.set_style(style)(briefing), {source.id: source}
    [checked] = check(briefing, sources).items
    return item_line(briefing, pick, sources, "[S1]", checked)


def changed(source: Source, words: str, *operations: Operation, kind: str = "quote") -> Pick:
    """A pick whose operations have offsets counted from its own beginning."""
    pick = make_pick(source, words, kind)
    moved = (
        replace(one, **{name: getattr(one, name) + pick.start for name in ("at", "start", "end")
                        if hasattr(one, name)})
        for one in operations
    )  # fmt: skip
    return replace(pick, operations=tuple(moved))


DESTROYED = "Over 55 million mines have been destroyed."
CLEAR = "We must not stop now"


@pytest.mark.parametrize(
    ("words", "operations", "badge"),
    [
        (DESTROYED, (), "exact"),
        (DESTROYED, (Insert(16, "anti-personnel"),), "edited"),
        (CLEAR, (Omit(8, 11),), "needs a reason"),
        (DESTROYED, (Insert(16, "40"),), "not allowed"),
        (DESTROYED, (Insert(16, "40"), Omit(5, 15)), "not allowed"),
        (DESTROYED[:-7], (), "needs a reason"),
    ],
)
def test_a_badge_says_what_the_check_came_to(
    words: str, operations: tuple[Operation, ...], badge: str
) -> None:
    source = make_source(f"{CLEAR}.\n\n{DESTROYED}")
    shown = only(changed(source, words, *operations), source).badge()
    assert shown is not None
    assert shown.text == badge


def test_words_are_shown_as_they_are_printed_and_what_was_done_is_told() -> None:
    source = make_source("She said that *all* of this is <b>good</b>, regrettably or not, for us.")
    gone, away = (source.text.index(one) for one in ("regrettably", "for us"))
    pick = changed(
        source, source.text, Omit(gone, gone + 11), Redact(away, away + 6), Emphasis(4, 8, "added")
    )
    line = only(replace(pick, comment="<b>"), source)
    assert line.text() == ("“She said that all of this is <b>good</b>, [...] or not, [redacted].”")
    assert [one.text for one in line.words if one.emphasis] == ["said", "all"]
    assert "Left out “regrettably”." in line.tip()
    assert "&lt;b&gt;" in line.tip()
    assert "Redacted 2 words: “for us”." in line.tip()


def test_each_style_has_its_own_marks_and_capitals() -> None:
    source = make_source("We say that mines kill.")
    pick = changed(source, "mines kill", Case(0))
    assert only(pick, source).text() == "“Mines kill”"
    assert only(pick, source, "oscola").text() == "‘[M]ines kill’"


def test_warnings_are_counted_until_they_are_answered() -> None:
    source = make_source("This is good. However, we may not stay.")
    line = only(make_pick(source, "This is good.", "quote"), source)
    assert line.warnings() == "2 warnings"
    assert line.checked is not None
    pick = line.item
    assert isinstance(pick, Pick)
    line = only(replace(pick, reasons=answered(line.checked.rules[:1], "Said before.")), source)
    assert line.warnings() == "1 warning"
    assert "Reason given: Said before." in line.spoken()


def test_words_at_second_hand_are_no_warning_beside_their_badge() -> None:
    source = make_source("He said “mines have no place in any war” today.")
    line = only(make_pick(source, "mines have no place", "quote"), source)
    assert line.badge() == BADGES["second_hand"]
    assert "VG-17" in line.tip()
    assert line.warnings() == ""


def test_a_row_whose_words_look_different_is_drawn_on_every_width(
    panel: BriefingPanel, qtbot: QtBot
) -> None:
    source = make_source("🕊 She said that *all* of this is good, regrettably or not, for us. " * 9)
    pick = changed(source, source.text, Omit(43, 51), Redact(53, 56), Emphasis(4, 8, "added"))
    briefing = edits.add_item("points", pick)(new_briefing(TEMPLATE))
    for width in (340, 420, 900):
        panel.resize(width, 600)
        show(panel, briefing, source)
        assert not view_of(panel).grab().toImage().isNull()


def test_the_first_section_that_takes_picks_is_current(panel: BriefingPanel) -> None:
    section = panel.current_section()
    assert section is not None
    assert section.key == "points"


def test_a_click_on_a_section_makes_it_current(qtbot: QtBot, panel: BriefingPanel) -> None:
    with qtbot.waitSignal(panel.selection_changed):
        qtbot.mouseClick(
            view_of(panel).viewport(), Qt.MouseButton.LeftButton, pos=row_centre(panel, "facts")
        )
    section = panel.current_section()
    assert section is not None
    assert section.key == "facts"


def test_the_section_of_chosen_items_becomes_current_untold(
    qtbot: QtBot, panel: BriefingPanel
) -> None:
    with qtbot.assertNotEmitted(panel.item_chosen):
        panel.choose_items(["own1"])
    section = panel.current_section()
    assert section is not None
    assert section.key == "own"
    assert [item.id for item in panel.chosen_items()] == ["own1"]


def test_a_click_on_an_item_tells_which(
    qtbot: QtBot, panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    with qtbot.waitSignal(panel.item_chosen) as told:
        qtbot.mouseClick(
            view_of(panel).viewport(), Qt.MouseButton.LeftButton, pos=row_centre(panel, "points", 1)
        )
    assert told.args == [brief[0].items()[1].id]


def test_enter_and_double_click_open_an_item(qtbot: QtBot, panel: BriefingPanel) -> None:
    panel.choose_items(["own1"])
    with qtbot.waitSignal(panel.item_opened) as opened:
        qtbot.keyClick(view_of(panel), Qt.Key.Key_Return)
    assert opened.args == ["own1"]
    with qtbot.waitSignal(panel.item_opened) as opened:
        qtbot.mouseDClick(
            view_of(panel).viewport(), Qt.MouseButton.LeftButton, pos=row_centre(panel, "own", 0)
        )
    assert opened.args == ["own1"]


def test_selection_and_place_outlast_a_change(
    panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    briefing, source = brief
    first = briefing.items()[0].id
    panel.choose_items([first, "own1"])
    new = make_pick(source, "Dear colleagues,")
    show(panel, edits.add_item("facts", new)(briefing), source)
    assert [item.id for item in panel.chosen_items()] == [first, "own1"]


@pytest.mark.parametrize(
    ("key", "item", "below", "index"),
    [
        ("points", None, 0, 2),
        ("points", 0, -8, 0),
        ("points", 0, 8, 1),
        ("points", 1, 8, 2),
        ("facts", None, 0, 0),
    ],
)
def test_a_passage_is_dropped_on_a_section_or_between_its_items(
    qtbot: QtBot, panel: BriefingPanel, key: str, item: int | None, below: int, index: int
) -> None:
    at = row_centre(panel, key, item) + QPoint(0, below)
    with qtbot.waitSignal(panel.passage_dropped) as dropped:
        event = drop(panel, passage_mime("s", 3, 9, "words"), at)
    assert event.isAccepted()
    assert dropped.args == [key, index, "s", 3, 9]


def test_a_section_for_own_text_refuses_a_passage(qtbot: QtBot, panel: BriefingPanel) -> None:
    for key in ("own", "sources"):
        with qtbot.assertNotEmitted(panel.passage_dropped):
            event = drop(panel, passage_mime("s", 3, 9, "words"), row_centre(panel, key))
        assert not event.isAccepted()


def test_items_are_dropped_where_they_are_taken(
    qtbot: QtBot, panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    quote, fact = (item.id for item in brief[0].picks())
    with qtbot.waitSignal(panel.move_wanted) as moved:
        drop(panel, items_mime([fact]), row_centre(panel, "facts"))
    assert moved.args == [[fact], "facts", 0]
    with qtbot.assertNotEmitted(panel.move_wanted):
        assert not drop(panel, items_mime([quote]), row_centre(panel, "facts")).isAccepted()


def test_foreign_things_are_not_taken(panel: BriefingPanel) -> None:
    mime = QMimeData()
    mime.setText("words of another program")
    assert not drop(panel, mime, row_centre(panel, "points")).isAccepted()


def test_dragged_items_are_carried_as_their_ids(panel: BriefingPanel) -> None:
    view = view_of(panel)
    view.selectAll()
    assert view._briefing.ids(view.selectedIndexes()) == view.chosen_ids()
    assert len(view.chosen_ids()) == 3
    assert view.dragDropMode() == QAbstractItemView.DragDropMode.DragDrop


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_menu_of_a_pick_offers_what_fits(
    qtbot: QtBot, panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    fact = brief[0].picks()[1]
    panel.choose_items([fact.id])
    menu = panel.context_menu()
    assert texts(menu) == [
        "Show in its source", "Edit quotation…", "Kind", "Comment…", "Move to section", "Remove",
    ]  # fmt: skip
    with qtbot.waitSignal(panel.quotation_wanted) as wanted:
        menu.actions()[1].trigger()
    assert wanted.args == [fact.id]
    moves = menu.actions()[4].menu()
    assert isinstance(moves, QMenu)
    assert texts(moves) == ["Facts and figures"]
    with qtbot.waitSignal(panel.move_wanted) as moved:
        moves.actions()[0].trigger()
    assert moved.args == [[fact.id], "facts", 0]


def test_the_menu_of_own_text_offers_to_edit_it(qtbot: QtBot, panel: BriefingPanel) -> None:
    panel.choose_items(["own1"])
    menu = panel.context_menu()
    with qtbot.waitSignal(panel.edit_wanted) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args == ["own1"]


def test_several_proposals_are_reviewed_at_once(
    qtbot: QtBot, panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    briefing, source = brief
    for item in briefing.picks():
        briefing = edits.set_item(replace(item, review="it has a number"))(briefing)
    show(panel, briefing, source)
    ids = [item.id for item in briefing.picks()]
    panel.choose_items(ids)
    review = next(one for one in panel.context_menu().actions() if "reviewed" in one.text())
    with qtbot.waitSignal(panel.review_wanted) as wanted:
        review.trigger()
    assert wanted.args == [ids]
    assert "to be reviewed" in spoken(panel)[1]


def test_fields_are_written_where_they_stand(qtbot: QtBot, panel: BriefingPanel) -> None:
    title, event, lead = panel.findChildren(FieldEdit)
    assert (event.isVisible(), lead.isVisible()) == (True, False)
    with qtbot.waitSignal(panel.title_edited) as edited:
        title.end(False)
        qtbot.keyClicks(title, "!")
    assert edited.args == ["A brief!"]
    with qtbot.waitSignal(panel.header_edited) as edited:
        qtbot.keyClicks(event, "M")
    assert edited.args == ["event", "M"]


def test_a_field_that_is_changed_from_outside_shows_it(
    panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    briefing, source = brief
    show(panel, edits.set_header("lead", "The desk")(briefing), source)
    assert [edit.text() for edit in panel.findChildren(FieldEdit)] == ["A brief", "", "The desk"]


def test_fields_out_of_sight_are_counted_and_shown_on_request(
    panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    briefing, source = brief
    button = panel.findChild(HeaderForm).findChild(QToolButton)
    assert button.text() == "1 more detail"
    show(panel, edits.set_header("lead", "The desk")(briefing), source)
    assert button.text() == "1 more detail, 1 filled"
    button.click()
    assert all(edit.isVisible() for edit in panel.findChildren(FieldEdit))
    assert button.text() == "Fewer details"


def test_the_foot_measures(brief: tuple[Briefing, Source]) -> None:
    briefing, source = brief
    assert speaking(briefing) == "0 min 05 at 130 words a minute"
    assert speaking(replace(briefing, minutes=3.0)) == "0 min 05 of 3 min at 130 words a minute"
    assert pages(briefing) == "about 0.0 pages"
    assert missing(["Counterpart"]) == "1 required still empty"
    empty = new_briefing(TEMPLATE)
    assert (speaking(empty), pages(empty)) == ("", "")
    assert outcome(check(empty, {}))[0] == "No picks yet"
    assert outcome(check(briefing, {source.id: source}))[0] == "All 2 items verified"
    assert outcome(check(briefing, {}))[0] == (
        "2 items stop the export: Its source is not here, so the words cannot be compared."
    )
    wrong = replace(source, text=source.text.replace("55", "40"))
    assert outcome(check(briefing, {source.id: wrong}))[0] == (
        "2 items stop the export: The words stand at their place, but the text of the source is "
        "not the one they were picked from."
    )


def test_the_start_page_offers_templates_and_files(dressed: QApplication, qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.show_templates([Listed(TEMPLATE, True)])
    page.show_recent([Path("folder/One.briefing")])
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    with qtbot.waitSignal(page.template_chosen) as chosen:
        buttons["Test brief"].click()
    assert chosen.args == ["test"]
    with qtbot.waitSignal(page.recent_chosen) as opened:
        buttons["One"].click()
    assert opened.args == [Path("folder/One.briefing")]
    with qtbot.waitSignals([page.new_wanted, page.open_wanted]):
        buttons["New briefing…"].click()
        buttons["Open…"].click()


def test_words_are_cut_into_lines_whatever_their_characters(panel: BriefingPanel) -> None:
    font = panel.font()
    text = "🕊 mines “destroyed” 中文 " * 30
    lines = Wrapper().lines(text, font, 200, 1_000)
    assert "".join(lines) == text
    short = Wrapper().lines(text, font, 200, 3)
    assert (len(short), short[:2], short[2][-1]) == (3, lines[:2], "…")


def test_five_hundred_items_are_shown_and_drawn(
    panel: BriefingPanel, brief: tuple[Briefing, Source]
) -> None:
    briefing, source = brief
    one = briefing.picks()[1]
    many: tuple[Pick, ...] = tuple(replace(one, id=f"i{n}", comment="x") for n in range(500))
    points = replace(briefing.sections[0], items=many)
    show(panel, replace(briefing, sections=(points, *briefing.sections[1:])), source)
    view = view_of(panel)
    view.scrollToBottom()
    assert not view.grab().toImage().isNull()
    panel.choose_items(["i250"])
    line = view._briefing.line(view.currentIndex())
    assert isinstance(line, ItemLine)
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_the_panel_looks_the_same_twice(panel: BriefingPanel) -> None:
    first: QImage = panel.grab().toImage()
    assert panel.grab().toImage() == first
