"""Commands on the items of the briefing: undo, editing, own text, kinds, removing."""

from collections.abc import Callable

from msgspec.structs import replace

from briefer.core import edits
from briefer.core.errors import WrongRequest
from briefer.core.model import FORMS, Item, Kind, Pick, Prose, Section
from briefer.core.progress import Progress
from briefer.services.briefings import cut_pick
from briefer.services.looking_up import Lookup, look_up
from briefer.ui import theme
from briefer.ui.desk import NO_BRIEFING, Desk
from briefer.ui.later import dialogs, text_form
from briefer.ui.picking import Picking

PICKED_AS: tuple[Kind, ...] = ("quote", "talking_point", "fact")
"""What words found in a source are picked as: the first of these that the section takes."""


class Writing:
    """Carries out what the panels wish for the items of the briefing."""

    def __init__(self, desk: Desk, picking: Picking) -> None:
        self._desk = desk
        self._editor = desk.editor
        self._picking = picking
        panel = desk.briefing
        panel.title_edited.connect(self._title)
        panel.header_edited.connect(self._header)
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

    def _chosen(self) -> list[str]:
        return [item.id for item in self._desk.briefing.chosen_items()]

    def edit(self, item_id: str) -> None:
        """Edits own text in a dialog."""
        item, section = self._find(item_id)
        if isinstance(item, Prose):
            new = text_form.ask_text(self._desk.window, section, item, self._look_up)
            if isinstance(new, Prose):
                self._apply("edit own text", edits.set_item(new))
            elif new is not None:
                self._pick_instead(new, section, item.id)

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
        made = text_form.ask_text(self._desk.window, section, None, self._look_up)
        if isinstance(made, Prose):
            self._apply("add own text", edits.add_item(section.key, made))
            self._desk.briefing.choose_items([made.id])
        elif made is not None:
            self._pick_instead(made, section)

    def _look_up(self, words: str, show: Callable[[Lookup], None]) -> None:
        """Looks words up in the library, off the window's thread."""

        def work(progress: Progress) -> Lookup:
            with self._desk.opened_library() as library:
                return look_up(library, words)

        def shown(found: object) -> None:
            if isinstance(found, Lookup):
                show(found)

        self._desk.job(work, shown, reading=True)

    def _pick_instead(self, found: Lookup, section: Section, own_id: str = "") -> None:
        """Picks words that were found in a source, in the place of own text where there was any."""
        with self._desk.telling():
            source = self._desk.find_source(found.source)
            if source is None:
                return
            taken = [kind for kind in PICKED_AS if kind in section.accepts]
            new = cut_pick(source, (taken or PICKED_AS)[0], ranges=[(found.start, found.end)])
            new = replace(new, operations=found.operations)
            if not own_id:
                self._picking.place(source, new, section.key)
            elif taken:
                self._editor.keep_source(source)
                self._apply("pick instead of own text", edits.set_item(replace(new, id=own_id)))
                self._picking.say_picked(new, "Picked in the place of your own text.")
            else:
                self._desk.say(f"“{section.heading}” takes no picks: pick them elsewhere.")

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
