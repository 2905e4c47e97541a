"""Commands on the sections of the briefing, and on its speaking time."""

from briefer.core import edits
from briefer.core.model import Section
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs, forms


class SectionWork:
    """Changes the structure of the briefing in hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        panel = desk.briefing
        panel.section_settings_wanted.connect(self._settings)
        panel.section_repeat_wanted.connect(self._repeat)
        panel.section_remove_wanted.connect(self._remove)

    def _current(self) -> tuple[Section, int] | None:
        briefing, section = self._desk.editor.briefing, self._desk.briefing.current_section()
        if briefing is None or section is None:
            return None
        return section, briefing.sections.index(section)

    def _apply(self, label: str, edit: edits.Edit) -> None:
        with self._desk.telling():
            self._desk.editor.apply(label, edit)

    def add_section(self) -> None:
        """Adds a section behind the current one."""
        current = self._current()
        wish = forms.ask_section(self._desk.window)
        if wish is not None:
            at = current[1] + 1 if current else None
            self._apply(
                "add section",
                edits.add_section(wish.heading, wish.accepts, at, wish.guidance, wish.limit),
            )

    def section_settings(self) -> None:
        """Changes the current section's heading, guidance, kinds and limits."""
        current = self._current()
        if current is not None:
            self._settings(current[0].key)

    def _settings(self, key: str) -> None:
        section = self._section(key)
        wish = forms.ask_section(self._desk.window, section) if section else None
        if wish is not None:
            edit = edits.describe_section(
                key, wish.heading, wish.guidance, wish.limit, wish.accepts
            )
            self._apply("change section", edit)

    def remove_section(self) -> None:
        """Removes the current section; asks first when it holds something."""
        current = self._current()
        if current is not None:
            self._remove(current[0].key)

    def _section(self, key: str) -> Section | None:
        briefing = self._desk.editor.briefing
        return edits.find_section(briefing, key) if briefing else None

    def _repeat(self, key: str) -> None:
        self._apply("add another section", edits.repeat_section(key))

    def _remove(self, key: str) -> None:
        section = self._section(key)
        if section is None:
            return
        count = len(section.items)
        if count and not dialogs.ask_yes(
            self._desk.window,
            f"Remove “{section.heading}” with its {'item' if count == 1 else f'{count} items'}?",
            "Undo brings it back.",
            "Remove",
        ):
            return
        self._apply("remove section", edits.remove_section(section.key))

    def move_section_up(self) -> None:
        """Moves the current section before the one above."""
        self._move(-1)

    def move_section_down(self) -> None:
        """Moves the current section behind the one below."""
        self._move(1)

    def _move(self, step: int) -> None:
        current, briefing = self._current(), self._desk.editor.briefing
        if current is None or briefing is None:
            return
        section, at = current
        if 0 <= at + step < len(briefing.sections):
            self._apply("move section", edits.move_section(section.key, at + step))

    def speaking(self) -> None:
        """Sets the words a minute and the minutes of the slot."""
        briefing = self._desk.editor.briefing
        if briefing is None:
            return
        answer = forms.ask_speaking(self._desk.window, briefing.rate, briefing.minutes)
        if answer is not None:
            self._apply("set speaking time", edits.set_speaking(*answer))
