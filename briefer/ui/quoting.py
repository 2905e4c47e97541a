"""Commands on quotations: editing one, adding passages, lead-ins, the style they are printed in."""

from collections.abc import Callable

from msgspec.structs import replace

from briefer.core import edits
from briefer.core.check import CheckedItem
from briefer.core.lifting import stem
from briefer.core.model import Briefing, Kind, Pick, Source, pick_passages
from briefer.core.quotation import normal
from briefer.core.record import text_of
from briefer.core.styles import PROFILES, Style
from briefer.services.briefings import citations
from briefer.services.quoting import check_briefing
from briefer.ui.desk import NO_BRIEFING, Desk
from briefer.ui.later import pick_editor
from briefer.ui.picking import Picking

KINDS: tuple[Kind, ...] = ("quote", "fact", "talking_point")
"""What a list item with its lead-in is picked as: the first of these that the section takes."""

SELECT_FIRST = "Select the words to add in the reader first."
NO_SOURCE = "The source of these words is not here, so they cannot be edited."
CHANGED = "These words are not what their source says now: pick them again first."


class Quoting:
    """Changes what is done to the words of picks."""

    def __init__(self, desk: Desk, picking: Picking, edit_text: Callable[[str], None]) -> None:
        """`edit_text` edits the own text of an id, which shares its command with quotations."""
        self._desk = desk
        self._editor = desk.editor
        self._picking = picking
        self._edit_text = edit_text
        desk.briefing.quotation_wanted.connect(self.edit)
        desk.reader.add_wanted.connect(self.add_to_selected)
        desk.reader.lead_in_wanted.connect(self.pick_with_lead_in)

    def edit_chosen(self) -> None:
        """Edits the item that is selected: a quotation by operations, own text as text."""
        items = self._desk.briefing.chosen_items()
        if len(items) != 1:
            return
        if isinstance(items[0], Pick):
            self.edit(items[0].id)
        else:
            self._edit_text(items[0].id)

    def edit(self, item_id: str) -> None:
        """Edits a quotation in a dialog; accepting it is one change of the briefing."""
        with self._desk.telling():
            found = self._editable(item_id)
            if found is None:
                return
            briefing, pick, source = found
            cited = citations(briefing, {source.id: source})[pick.id]
            new = pick_editor.ask_edit(self._desk.window, pick, source, briefing, cited)
            if new is not None:
                self._editor.keep_source(source)
                self._editor.apply("edit quotation", edits.set_item(new))

    def _editable(self, item_id: str) -> tuple[Briefing, Pick, Source] | None:
        """A pick whose words stand in its source, with both; says so where they do not."""
        briefing = self._editor.briefing
        pick = edits.find_item(briefing, item_id) if briefing else None
        if briefing is None or not isinstance(pick, Pick):
            return None
        source = self._desk.find_source(pick.source)
        if source is None:
            self._desk.say(NO_SOURCE)
            return None
        if self._has_changed(briefing, pick, source):
            self._desk.say(CHANGED)
            return None
        return briefing, pick, source

    def _has_changed(self, briefing: Briefing, pick: Pick, source: Source) -> bool:
        checked = self._checked(briefing, pick, source)
        return checked.status in ("changed", "broken") and not checked.rules

    def _checked(self, briefing: Briefing, pick: Pick, source: Source) -> CheckedItem:
        report = check_briefing(briefing, {source.id: source})
        return next(one for one in report.items if one.id == pick.id)

    def add_to_selected(self) -> None:
        """Adds the words selected in the reader to the quotation selected, joined by “[...]”."""
        picks = [one for one in self._desk.briefing.chosen_items() if isinstance(one, Pick)]
        words, source = self._desk.reader.selection(), self._desk.reader.source()
        if len(picks) != 1 or words is None or source is None:
            self._desk.say(SELECT_FIRST if len(picks) == 1 else "Select one quotation first.")
            return
        pick = picks[0]
        if pick.source != source.id:
            self._desk.say("A quotation has one source: these words are from another.")
            return
        ranges = [(one.position.start, one.position.end) for one in pick.passages]
        with self._desk.telling():
            longer = pick_passages(source, [*ranges, words], pick.kind)
            operations = normal(pick.operations, source.text)
            new = replace(pick, passages=longer.passages, operations=operations)
            self._editor.keep_source(source)
            self._editor.apply("add a passage", edits.set_item(new))
            self._desk.briefing.choose_items([pick.id])
            self._picking.say_picked(new, "Added to the quotation.")

    def pick_with_lead_in(self) -> None:
        """Picks the list item selected in the reader with the sentence that leads into its list."""
        words, source = self._desk.reader.selection(), self._desk.reader.source()
        if self._editor.briefing is None or words is None or source is None:
            self._desk.say(SELECT_FIRST if self._editor.briefing else NO_BRIEFING)
            return
        lead = stem(source, words[0])
        if lead is None:
            self._desk.say("These words are no item of a list that a sentence leads into.")
            return
        section = self._desk.briefing.current_section()
        accepts = section.accepts if section else ()
        kind = next((one for one in KINDS if one in accepts), KINDS[0])
        speaker = text_of(source.record, "speaker")
        with self._desk.telling():
            self._picking.place(source, pick_passages(source, [lead, words], kind, speaker=speaker))

    def style_un(self) -> None:
        """Prints quotations as the UN Editorial Manual has it."""
        self._set_style("un")

    def style_chicago(self) -> None:
        """Prints quotations as Chicago has it."""
        self._set_style("chicago")

    def style_oscola(self) -> None:
        """Prints quotations as OSCOLA has it."""
        self._set_style("oscola")

    def style_apa(self) -> None:
        """Prints quotations as APA has it."""
        self._set_style("apa")

    def _set_style(self, style: Style) -> None:
        with self._desk.telling():
            self._editor.apply("change quotation style", edits.set_style(style))
            self._desk.say(f"Quotations are printed as in {PROFILES[style].name}.")
