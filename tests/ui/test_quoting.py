"""Quotations in the window: editing one, passages, lead-ins, styles, what stops an export."""

import pytest
from msgspec.structs import replace

from briefer.core.edits import set_item
from briefer.core.model import Prose
from briefer.core.operations import Omit
from briefer.ui import actions, dialogs, pick_editor, text_form
from briefer.ui.quoting import CHANGED, NO_SOURCE, SELECT_FIRST
from tests.ui.working import do, read, said, select

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
STATEMENT = "joint-statement-22msp.txt"
PAGE = "campaign-web-page.txt"
TRADE_OFF = "First, there can be no trade-off between security and respect"


@pytest.fixture
def reading(qtbot, window, seeds):
    """A new bilateral brief, and the remarks in the reader."""
    window.desk.briefing.start.template_chosen.emit("bilateral")
    read(qtbot, window, seeds[REMARKS])
    return window


def pick(window, words, kind="quote"):
    select(window, words)
    window.desk.reader.want(kind)
    return window.desk.editor.briefing.picks()[-1]


def test_a_quotation_is_edited_in_one_change(reading, monkeypatch):
    made = pick(reading, TRADE_OFF)
    edited = replace(made, operations=(Omit(made.start + 7, made.start + 12),))
    asked = []
    monkeypatch.setattr(pick_editor, "ask_edit", lambda *given: asked.append(given) or edited)
    do(reading, "edit_chosen")
    assert reading.desk.editor.briefing.picks() == [edited]
    assert reading.actions_by_name["undo"].text() == "&Undo edit quotation"
    [(_, pick_given, source, _, citation)] = asked
    assert (pick_given, source.id, citation) == (made, made.source, "[S1 para. 25]")
    monkeypatch.setattr(pick_editor, "ask_edit", lambda *_: None)
    reading.desk.briefing.quotation_wanted.emit(made.id)
    do(reading, "undo")
    assert reading.desk.editor.briefing.picks() == [made]


def test_the_command_that_edits_is_named_after_what_is_selected(reading, monkeypatch):
    pick(reading, TRADE_OFF)
    assert reading.actions_by_name["edit_chosen"].text() == actions.EDIT_QUOTATION
    reading.desk.briefing.make_current("objectives")
    monkeypatch.setattr(text_form, "ask_text", lambda *_: Prose("own", "Our result"))
    do(reading, "add_text")
    assert reading.actions_by_name["edit_chosen"].text() == actions.EDIT_OWN_TEXT


@pytest.mark.parametrize(("lost", "why"), [(True, NO_SOURCE), (False, CHANGED)])
def test_words_that_are_not_their_source_s_are_not_edited(reading, monkeypatch, lost, why):
    made = pick(reading, TRADE_OFF)
    other = replace(made, source="gone") if lost else replace(made, text_sha256="other")
    reading.desk.editor.apply("damage", set_item(other))
    monkeypatch.setattr(pick_editor, "ask_edit", lambda *_: pytest.fail("asked"))
    reading.desk.briefing.choose_items([made.id])
    do(reading, "edit_chosen")
    assert said(reading) == why


def test_what_stops_a_pick_is_said_when_it_is_picked(reading):
    pick(
        reading, "be no trade-off between security and respect for international humanitarian law."
    )
    assert "Picked into “Points to make”." in said(reading)
    pick(reading, "trade-off between security and respect")
    assert "but not to go out yet: Cuts “no” off the sentence" in said(reading)
    assert "Ctrl+Return edits it" in said(reading)


def test_more_words_of_the_source_are_added_to_the_quotation_selected(reading, qtbot, seeds):
    made = pick(reading, TRADE_OFF)
    select(reading, "it is a core obligation")
    menu = reading.desk.reader._text.context_menu()
    add = next(one for one in menu.actions() if one.text().startswith("Add to"))
    add.trigger()
    [longer] = reading.desk.editor.briefing.picks()
    assert (longer.id, longer.exact) == (made.id, f"{TRADE_OFF} [...] it is a core obligation")
    assert "Added to the quotation" in said(reading)
    read(qtbot, reading, seeds[STATEMENT])
    select(reading, "Over 55 million")
    do(reading, "add_to_selected")
    assert "A quotation has one source" in said(reading)
    assert len(reading.desk.editor.briefing.picks()[0].passages) == 2


def test_passages_out_of_order_are_refused_in_words(reading, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    pick(reading, TRADE_OFF)
    select(reading, "In such a context")
    do(reading, "add_to_selected")
    assert "VG-2" in told[0].message
    assert len(reading.desk.editor.briefing.picks()[0].passages) == 1


def test_adding_says_what_is_missing(reading):
    made = pick(reading, TRADE_OFF)
    reading.desk.reader.show_source(reading.desk.reader.source())
    do(reading, "add_to_selected")
    assert said(reading) == SELECT_FIRST
    other = pick(reading, "In such a context")
    reading.desk.briefing.choose_items([made.id, other.id])
    do(reading, "add_to_selected")
    assert said(reading) == "Select one quotation first."


def test_a_list_item_is_picked_with_what_leads_into_its_list(reading, qtbot, seeds):
    read(qtbot, reading, seeds[STATEMENT])
    select(reading, "Over 55 million stockpiled anti-personnel mines have been destroyed.")
    menu = reading.desk.reader._text.context_menu()
    lead = next(one for one in menu.actions() if one.text().startswith("Quote with"))
    lead.trigger()
    [made] = reading.desk.editor.briefing.picks()
    assert made.exact.startswith("Its impact is profound and undeniable:")
    assert (len(made.passages), made.kind) in [(1, "quote"), (2, "quote")]
    select(reading, "In the spirit of constructive engagement")
    do(reading, "pick_with_lead_in")
    assert "no item of a list" in said(reading)


def test_the_style_of_quotations_is_one_change(reading):
    made = pick(reading, TRADE_OFF)
    view = reading.desk.briefing._view
    for style, mark in (("oscola", "‘"), ("apa", "“"), ("chicago", "“"), ("un", "“")):
        do(reading, f"style_{style}")
        line = view._briefing.line(view._briefing.of_item(made.id))
        assert (reading.desk.editor.briefing.style, line.text()[0]) == (style, mark)
        assert reading.actions_by_name[f"style_{style}"].isChecked()
    do(reading, "undo")
    assert reading.desk.editor.briefing.style == "chicago"
    assert reading.actions_by_name["style_chicago"].isChecked()
