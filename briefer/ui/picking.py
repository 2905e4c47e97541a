"""Picking the words selected in the reader into a section of the briefing."""

from PySide6.QtWidgets import QMenu

from briefer.core import edits
from briefer.core.model import KINDS, Kind, Section
from briefer.services.briefings import cut_pick
from briefer.ui import theme
from briefer.ui.desk import NO_BRIEFING, Desk


class Picking:
    """Makes picks of what the reader has selected or what is dragged out of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._editor = desk.editor
        desk.reader.pick_wanted.connect(self.pick)
        desk.briefing.passage_dropped.connect(self._dropped)

    def pick_fact(self) -> None:
        """Picks the selected words as a fact."""
        self._desk.reader.want("fact")

    def pick_quote(self) -> None:
        """Picks the selected words as a quote."""
        self._desk.reader.want("quote")

    def pick_talking_point(self) -> None:
        """Picks the selected words as a talking point."""
        self._desk.reader.want("talking_point")

    def pick(self, kind: Kind, source_id: str, start: int, end: int) -> None:
        """Picks a range of the source in the reader into the current section.

        When that does not take the kind, the first section that does is used, and said.
        """
        briefing = self._editor.briefing
        if briefing is None:
            self._desk.say(NO_BRIEFING)
            return
        section = self._desk.briefing.current_section()
        current = section.key if section else ""
        taking = [one for one in briefing.sections if kind in one.accepts]
        chosen = next((one for one in taking if one.key == current), None) or next(
            iter(taking), None
        )
        if chosen is None:
            self._desk.say(f"No section of this briefing takes {edits.WORDS[kind]}.")
            return
        self._add(chosen, None, kind, (source_id, start, end))
        if chosen.key != current:
            self._desk.say(f"Picked into “{chosen.heading}”, which takes {edits.WORDS[kind]}.")

    def _add(
        self, section: Section, index: int | None, kind: Kind, passage: tuple[str, int, int]
    ) -> None:
        source_id, start, end = passage
        with self._desk.telling():
            source = self._desk.find_source(source_id)
            if source is None:
                self._desk.say("That source is not in this library.")
                return
            new = cut_pick(source, kind, ranges=[(start, end)])
            self._editor.keep_source(source)
            name = theme.SIGNS[kind].name.lower()
            self._editor.apply(f"pick {name}", edits.add_item(section.key, new, index))
            self._desk.briefing.choose_items([new.id])
            self._desk.say(f"Picked into “{section.heading}”.")

    def _dropped(self, key: str, index: int, source_id: str, start: int, end: int) -> None:
        """Picks what was dragged out of the reader; asks for the kind where several are taken."""
        briefing = self._editor.briefing
        if briefing is None:
            return
        passage = (source_id, start, end)
        section = edits.find_section(briefing, key)
        kinds = [kind for kind in KINDS if kind in section.accepts]
        if len(kinds) == 1:
            self._add(section, index, kinds[0], passage)
            return
        menu = QMenu(self._desk.briefing)
        for kind in kinds:
            sign = theme.SIGNS[kind]
            action = menu.addAction(theme.kind_icon(kind), f"Pick as &{sign.name.lower()}")
            action.triggered.connect(
                lambda _=False, kind=kind: self._add(section, index, kind, passage)
            )
        menu.popup(self._desk.briefing.cursor().pos())
