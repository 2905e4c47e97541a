"""Picking the words selected in the reader into a section of the briefing."""

from PySide6.QtWidgets import QMenu

from briefer.core import edits
from briefer.core.model import KINDS, Kind, Pick, Section, Source
from briefer.services.briefings import cut_pick
from briefer.services.quoting import findings_of
from briefer.ui import theme
from briefer.ui.desk import NO_BRIEFING, Desk

NO_SOURCE = "That source is not in this library."
EDIT_IT = "Ctrl+Return edits it."


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
        if self._editor.briefing is None:
            self._desk.say(NO_BRIEFING)
            return
        with self._desk.telling():
            source = self._desk.find_source(source_id)
            if source is None:
                self._desk.say(NO_SOURCE)
            else:
                self.place(source, cut_pick(source, kind, ranges=[(start, end)]))

    def place(self, source: Source, new: Pick, key: str = "") -> None:
        """Puts a pick into a section, else the current one, or the first that takes its kind."""
        briefing = self._editor.briefing
        section = self._desk.briefing.current_section()
        current = key or (section.key if section else "")
        taking = [one for one in briefing.sections if new.kind in one.accepts] if briefing else []
        chosen = next((one for one in taking if one.key == current), None) or next(
            iter(taking), None
        )
        if chosen is None:
            self._desk.say(f"No section of this briefing takes {edits.WORDS[new.kind]}.")
            return
        why = f", which takes {edits.WORDS[new.kind]}" if chosen.key != current else ""
        self._put(chosen, None, source, new, f"Picked into “{chosen.heading}”{why}.")

    def _put(
        self, section: Section, index: int | None, source: Source, new: Pick, said: str
    ) -> None:
        self._editor.keep_source(source)
        name = theme.SIGNS[new.kind].name.lower()
        self._editor.apply(f"pick {name}", edits.add_item(section.key, new, index))
        self._desk.briefing.choose_items([new.id])
        self.say_picked(new, said)

    def say_picked(self, new: Pick, said: str) -> None:
        """Says that words were picked, and what about them stops an export, if anything does."""
        opened = self._editor.opened
        source = opened.sources.get(new.source) if opened else None
        found = findings_of(new, source, opened.briefing) if opened and source else ()
        stops = [one for one in found if one.is_open()]
        if stops:
            said = f"{said.removesuffix('.')}, but not to go out yet: {stops[0].message} {EDIT_IT}"
        self._desk.say(said)

    def _add(
        self, section: Section, index: int | None, kind: Kind, passage: tuple[str, int, int]
    ) -> None:
        source_id, start, end = passage
        with self._desk.telling():
            source = self._desk.find_source(source_id)
            if source is None:
                self._desk.say(NO_SOURCE)
                return
            new = cut_pick(source, kind, ranges=[(start, end)])
            self._put(section, index, source, new, f"Picked into “{section.heading}”.")

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
