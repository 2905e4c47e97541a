"""The reader: words are cut from the source by offsets, and picks are shown where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor

from briefer.core.model import KINDS, pick
from briefer.core.record import Field
from briefer.ui import theme
from briefer.ui.mime import passage_from
from briefer.ui.reader_format import UNDERLINES
from briefer.ui.reader_panel import HOW_TO, ReaderPanel
from briefer.ui.reader_text import SELECT_FIRST
from briefer.ui.record_words import rows, summary
from tests.samples import SPEECH, make_source

STATED = {
    "title": Field("Remarks", "source"), "genre": Field("speech", "inferred"),
    "caveat": Field("Not an official record.", "source"),
}  # fmt: skip
SOURCE = make_source(f"🕊 {SPEECH}\n\nA *firm* word.  \nOf\u00a0hope 🕊 now.", **STATED)


def made(words, kind="fact", source=SOURCE):
    start = source.text.index(words)
    return pick(source, start, start + len(words), kind)


@pytest.fixture
def panel(dressed, qtbot):
    panel = ReaderPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    panel.show_source(SOURCE)
    return panel


def text(panel):
    return panel._text


def look(panel, words):
    """The format of the first character of words, as the document holds it."""
    cursor = QTextCursor(text(panel).document())
    cursor.setPosition(text(panel)._positions.to_widget(SOURCE.text.index(words)) + 1)
    return cursor.charFormat()


def reveal(panel, words):
    start = SOURCE.text.index(words)
    panel.reveal(start, start + len(words))
    return start, start + len(words)


def test_every_paragraph_is_a_block(panel):
    document = text(panel).document()
    assert document.blockCount() == len(SOURCE.places)
    last = document.lastBlock().text()
    assert last == "A firm word.\u2028Of\u00a0hope 🕊 now."


def test_emphasis_of_the_source_is_shown(panel):
    assert look(panel, "firm").fontItalic()
    assert not look(panel, "word.").fontItalic()


@pytest.mark.parametrize(
    "words",
    ["🕊", "Over 55 million mines", "rising again. Over", "hope 🕊 now", "word. Of\u00a0hope",
     "clear.\n\nOver 30 countries"],
)  # fmt: skip
def test_the_words_revealed_are_the_words_wished(qtbot, panel, words):
    start, end = reveal(panel, words)
    for kind, key in zip(KINDS, "FQT", strict=True):
        with qtbot.waitSignal(panel.pick_wanted) as wish:
            qtbot.keyClick(text(panel), key)
        assert wish.args == [kind, SOURCE.id, start, end]


def test_without_words_the_keys_say_what_to_do(qtbot, panel):
    with qtbot.waitSignal(panel.hint) as hint, qtbot.assertNotEmitted(panel.pick_wanted):
        qtbot.keyClick(text(panel), Qt.Key.Key_Q)
    assert hint.args == [SELECT_FIRST]


def test_the_buttons_wait_for_words(qtbot, panel):
    buttons = panel._buttons
    assert not any(button.isEnabled() for button in buttons.values())
    assert panel._selected.text() == HOW_TO
    reveal(panel, "Dear colleagues")
    assert panel._selected.text() == "2 words selected"
    with qtbot.waitSignal(panel.pick_wanted) as wish:
        buttons["talking_point"].click()
    assert wish.args[0] == "talking_point"


@pytest.mark.parametrize("kind", KINDS)
def test_a_pick_is_a_real_format_that_goes_when_the_pick_goes(panel, kind):
    palette = text(panel).palette()
    words = "Casualties are"
    plain = look(panel, words)
    panel.set_picks([made(words, kind), pick(make_source("Other words."), 0, 5, "fact")])
    shown = look(panel, words)
    assert shown.background().color() == theme.kind_colours(kind, palette).tint
    assert shown.foreground().color() == theme.kind_colours(kind, palette).text
    assert shown.underlineStyle() == UNDERLINES[kind]
    panel.set_picks([])
    assert look(panel, words) == plain


def test_words_just_picked_are_no_longer_selected(panel):
    reveal(panel, "Casualties are")
    panel.set_picks([made("Dear colleagues")])
    assert panel.selection() is not None
    panel.set_picks([made("Casualties are")])
    assert panel.selection() is None


def test_the_shorter_of_two_picks_lies_on_top(panel):
    inner, outer = made("rising again", "quote"), made("Casualties are rising again.", "fact")
    for picks in ([inner, outer], [outer, inner]):
        panel.set_picks(picks)
        assert look(panel, "rising").underlineStyle() == UNDERLINES["quote"]
        assert text(panel).picks_at(inner.start + 1) == [inner, outer]


def test_a_click_or_enter_on_a_pick_chooses_it(qtbot, panel):
    chosen = made("Over 55 million mines have been destroyed.")
    panel.set_picks([chosen])
    cursor = text(panel).textCursor()
    cursor.setPosition(text(panel)._positions.to_widget(chosen.start + 5))
    text(panel).setTextCursor(cursor)
    at = text(panel).cursorRect().center()
    with qtbot.waitSignal(panel.pick_chosen) as wish:
        qtbot.mouseClick(text(panel).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wish.args == [chosen.id]
    with qtbot.waitSignal(panel.pick_chosen):
        qtbot.keyClick(text(panel), Qt.Key.Key_Return)


def test_what_is_dragged_or_copied_is_the_source_s_own_text(panel):
    start, end = reveal(panel, "Of\u00a0hope 🕊")
    mime = text(panel).createMimeDataFromSelection()
    assert passage_from(mime) == (SOURCE.id, start, end)
    assert mime.text() == "Of\u00a0hope 🕊"


def test_words_are_copied_with_their_citation(qtbot, panel):
    reveal(panel, "Dear colleagues,")
    text(panel).copy_with_citation()
    copied = QGuiApplication.clipboard().text()
    assert copied == f"“Dear colleagues,” (Remarks, {SOURCE.places[1].label()})"
    panel.show_source(SOURCE)
    with qtbot.waitSignal(panel.hint):
        text(panel).copy_with_citation()


def test_the_menu_offers_what_can_be_done_and_leaves_the_keys_alone(panel):
    actions = text(panel).context_menu().actions()
    assert [one.text() for one in actions if one.isEnabled() and not one.isSeparator()] == [
        "Where is this source used…"
    ]
    assert text(panel).actions()[0].isEnabled()
    reveal(panel, "Dear colleagues,")
    assert all(one.isEnabled() for one in text(panel).context_menu().actions())


def test_a_far_passage_is_scrolled_to_and_lit(panel):
    long = make_source("\n\n".join(f"Paragraph {number} of many." for number in range(2000)))
    panel.show_source(long)
    place = long.places[1500]
    panel.reveal(place.start, place.end)
    area = text(panel).cursorRect()
    assert 0 < area.top() < text(panel).viewport().height()
    assert panel.selection() == (place.start, place.end)
    lit = text(panel).viewport().grab().toImage()
    text(panel)._flash.setCurrentTime(text(panel)._flash.duration())
    assert text(panel).viewport().grab().toImage() != lit


def test_lines_are_kept_to_a_readable_width(qtbot, panel):
    for width in (1600, 1605, 400, 900):
        panel.resize(width, 700)
        view = text(panel).viewport()
        qtbot.waitUntil(lambda view=view: text(panel).document().textWidth() == view.width())
        assert view.width() <= 800


def test_dark_and_larger_words_keep_picks_selection_and_place(app_light, panel):
    panel.set_picks([made("Casualties are", "quote")])
    chosen = reveal(panel, "Dear colleagues,")
    theme.apply_theme(app_light, "dark")
    tint = theme.kind_colours("quote", app_light.palette()).tint
    assert look(panel, "Casualties").background().color() == tint
    before = look(panel, "Dear").fontPointSize()
    text(panel).zoomIn(2)
    assert look(panel, "Dear").fontPointSize() == before + 2
    assert panel.selection() == chosen


@pytest.fixture
def app_light(qapp):
    yield qapp
    theme.apply_theme(qapp, "light")


def test_the_record_shows_what_is_known_and_what_is_not_stated(panel):
    assert list(rows(SOURCE.record)) == [
        ("Title", "Remarks"), ("Author", ""), ("Date", ""), ("Form", "speech (inferred)"),
        ("Publisher", ""), ("Web address", ""),
    ]  # fmt: skip
    assert summary(SOURCE.record) == "date not stated"
    head = panel._head
    assert head._unstated.text() == "Not stated: author, date, publisher, web address"
    assert head._caveat.isVisible()
    assert not head._fields.isVisible()
    head._unfold.click()
    assert head._fields.isVisible()
    panel.show_source(make_source())
    assert not head._caveat.isVisible()
    assert head._fields.isVisible()


def test_nothing_is_shown_without_a_source(qtbot, panel):
    panel.clear()
    assert panel.source() is None
    assert panel.selection() is None
    panel.reveal(0, 5)
    panel.set_picks([made("Casualties are")])
    with qtbot.waitSignal(panel.hint):
        panel.want("fact")


def test_everything_that_takes_the_focus_has_a_name(panel):
    def unnamed(interface):
        found = []
        if interface.state().focusable and not interface.text(QAccessible.Text.Name):
            found.append(interface.object())
        for number in range(interface.childCount()):
            found += unnamed(interface.child(number))
        return found

    panel._head._unfold.click()
    assert unnamed(QAccessible.queryAccessibleInterface(panel)) == []
