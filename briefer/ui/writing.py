"""Commands on the items of the briefing: picking, moving, editing, removing."""

from msgspec.structs import replace
from PySide6.QtWidgets import QMenu

from briefer.core import edits
from briefer.core.errors import WrongRequest
from briefer.core.model import FORMS, KINDS, Briefing, Item, Kind, Pick, Prose, Section
from briefer.services.briefings import cut_pick
from briefer.ui import dialogs, forms, theme
from briefer.ui.desk import Desk

NO_BRIEFING = "Begin a briefing first: choose a template on the right."


class Writing:
    """Carries out what the panels wish for the items of the briefing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._editor = desk.editor
        desk.reader.pick_wanted.connect(self.pick)
        panel = desk.briefing
        panel.title_edited.connect(self._title)
        panel.header_edited.connect(self._header)
        panel.passage_dropped.connect(self._dropped)
        panel.move_wanted.connect(self._moved)
        panel.remove_wanted.connect(self._removed)
        panel.kind_wanted.connect(self.change_kind)
        panel.text_wanted.connect(self.add_text_to)
        panel.edit_wanted.connect(self.edit)
        panel.comment_wanted.connect(self._comment_on)
        panel.review_wanted.connect(self._reviewed)

    def undo(self) -> None:
        """Takes the last change back."""
        self._editor.history.undo()

    def redo(self) -> None:
        """Makes the change again."""
        self._editor.history.redo()

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
        self._add(chosen, None, kind, start, end)
        if chosen.key != current:
            self._desk.say(f"Picked into “{chosen.heading}”, which takes {edits.WORDS[kind]}.")

    def _add(self, section: Section, index: int | None, kind: Kind, start: int, end: int) -> None:
        source = self._desk.reader.source()
        if source is None:
            return
        with self._desk.telling():
            new = cut_pick(source, kind, start=start, end=end)
            self._editor.keep_source(source)
            name = theme.SIGNS[kind].name.lower()
            self._editor.apply(f"pick {name}", edits.add_item(section.key, new, index))
            self._desk.briefing.choose_items([new.id])
            self._desk.say(f"Picked into “{section.heading}”.")

    def _dropped(self, key: str, index: int, source_id: str, start: int, end: int) -> None:
        """Picks what was dragged out of the reader; asks for the kind where several are taken."""
        briefing = self._editor.briefing
        source = self._desk.reader.source()
        if briefing is None or source is None or source.id != source_id:
            return
        section = edits.find_section(briefing, key)
        kinds = [kind for kind in KINDS if kind in section.accepts]
        if len(kinds) == 1:
            self._add(section, index, kinds[0], start, end)
            return
        menu = QMenu(self._desk.briefing)
        for kind in kinds:
            sign = theme.SIGNS[kind]
            action = menu.addAction(theme.kind_icon(kind), f"Pick as &{sign.name.lower()}")
            action.triggered.connect(
                lambda _=False, kind=kind: self._add(section, index, kind, start, end)
            )
        menu.popup(self._desk.briefing.cursor().pos())

    def _moved(self, ids: list[str], key: str, index: int) -> None:
        self._apply("move", edits.move_items(ids, key, index))
        self._desk.briefing.choose_items(ids)

    def move_up(self) -> None:
        """Moves the selected items one place up, into the section above at the top."""
        self._shift(-1)

    def move_down(self) -> None:
        """Moves the selected items one place down, into the section below at the end."""
        self._shift(1)

    def _shift(self, step: int) -> None:
        briefing, ids = self._editor.briefing, self._chosen()
        if briefing is None or not ids:
            return
        target = _beside(briefing, ids, step)
        if target is None:
            self._desk.say("There is no section there that takes it.")
            return
        self._moved(ids, *target)

    def remove(self) -> None:
        """Removes the selected items."""
        self._removed(self._chosen())

    def _removed(self, ids: list[str]) -> None:
        if ids:
            self._apply("remove", edits.remove_items(ids))

    def mark_reviewed(self) -> None:
        """Takes the note “to be reviewed” off the selected picks."""
        self._reviewed(self._chosen())

    def _reviewed(self, ids: list[str]) -> None:
        self._apply("mark as reviewed", edits.mark_reviewed(ids))

    def edit_chosen(self) -> None:
        """Edits the own text selected; a pick's words cannot be edited."""
        ids = self._chosen()
        if len(ids) == 1:
            self.edit(ids[0])

    def _chosen(self) -> list[str]:
        return [item.id for item in self._desk.briefing.chosen_items()]

    def edit(self, item_id: str) -> None:
        """Edits own text in a dialog."""
        item, section = self._find(item_id)
        if isinstance(item, Prose):
            new = forms.ask_text(self._desk.window, section, item)
            if new is not None:
                self._apply("edit own text", edits.set_item(new))
        else:
            self._desk.say("The words of a pick are its source's; they cannot be edited.")

    def comment(self) -> None:
        """Writes a comment on a pick, which is never printed."""
        for item_id in self._chosen()[:1]:
            self._comment_on(item_id)

    def _comment_on(self, item_id: str) -> None:
        item, _ = self._find(item_id)
        if not isinstance(item, Pick):
            return
        words = dialogs.ask_words(
            self._desk.window, "Comment", "For yourself; it is never printed.", item.comment
        )
        if words is not None:
            self._apply("comment", edits.set_item(replace(item, comment=words)))

    def add_text(self) -> None:
        """Writes own text into the current section."""
        section = self._desk.briefing.current_section()
        if section is not None:
            self.add_text_to(section.key)

    def add_text_to(self, key: str) -> None:
        """Writes own text into a section."""
        briefing = self._editor.briefing
        if briefing is None:
            return
        section = edits.find_section(briefing, key)
        if not set(section.accepts) & set(FORMS):
            self._desk.say(f"“{section.heading}” takes no own text.")
            return
        made = forms.ask_text(self._desk.window, section)
        if made is not None:
            self._apply("add own text", edits.add_item(section.key, made))
            self._desk.briefing.choose_items([made.id])

    def change_kind(self, item_id: str, kind: Kind) -> None:
        """Makes a pick a fact, a quote or a talking point."""
        self._apply(f"make it a {theme.SIGNS[kind].name.lower()}", edits.change_kind(item_id, kind))

    def _find(self, item_id: str) -> tuple[Item, Section]:
        briefing = self._editor.briefing
        if briefing is None:
            raise WrongRequest(NO_BRIEFING)
        item = edits.find_item(briefing, item_id)
        return item, next(one for one in briefing.sections if item in one.items)

    def _title(self, title: str) -> None:
        self._apply("edit title", edits.set_title(title), "title")

    def _header(self, key: str, value: str) -> None:
        self._apply("edit header block", edits.set_header(key, value), f"header {key}")

    def _apply(self, label: str, edit: edits.Edit, key: str = "") -> None:
        with self._desk.telling():
            self._editor.apply(label, edit, key)


def _beside(briefing: Briefing, ids: list[str], step: int) -> tuple[str, int] | None:
    """Where items go when they move one place: section key and index; None for nowhere."""
    edge = ids[0] if step < 0 else ids[-1]
    for number, section in enumerate(briefing.sections):
        places = [item.id for item in section.items]
        if edge not in places:
            continue
        at = places.index(edge)
        if 0 <= at + step < len(places):
            return section.key, at - 1 if step < 0 else at + 2
        moving = [item for item in briefing.items() if item.id in ids]
        others = briefing.sections[:number][::-1] if step < 0 else briefing.sections[number + 1 :]
        for other in others:
            if all(edits.kind_of(item) in other.accepts for item in moving):
                return other.key, len(other.items) if step < 0 else 0
    return None
