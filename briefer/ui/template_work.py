"""Commands on templates: saving a briefing's structure, managing the user's own."""

from briefer.core.template import template_from
from briefer.services import templates
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs, managing


class TemplateWork:
    """Keeps, renames, duplicates, removes and hands over templates."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save_as_template(self) -> None:
        """Keeps the structure of the briefing under a title that the user gives."""
        briefing = self._desk.editor.briefing
        if briefing is None:
            return
        label = "Title of the template. Sections, guidance and limits are kept; contents are not."
        title = dialogs.ask_line(self._desk.window, "Save as template", label, briefing.title)
        if title is None:
            return
        with self._desk.telling(), self._desk.opened_library() as library:
            made = template_from(briefing, templates.template_name(title), title)
            templates.add_template(library, made)
            self._desk.say(f"The template “{title}” is kept. File, New offers it.")

    def manage(self) -> None:
        """Shows the templates with what can be done with them."""
        desk = self._desk
        managing.ManageDialog(desk.window, desk.opened_library, desk.folder()).exec()
