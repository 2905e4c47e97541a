"""Commands on briefing files: new, open, save, close, lately used."""

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from briefer import paths, settings
from briefer.core.errors import BrieferError, LibraryError
from briefer.core.model import Briefing, Source
from briefer.core.progress import Progress
from briefer.core.template import Template, new_briefing
from briefer.services.briefings import OpenBriefing, open_briefing
from briefer.services.noticing import keep_briefing
from briefer.services.records import refreshed
from briefer.services.templates import find_template, list_templates
from briefer.ui.desk import Desk
from briefer.ui.drafting import Drafting
from briefer.ui.later import dialogs, forms


class Files(QObject):
    """Takes briefings in hand and puts them away."""

    recent_changed = Signal()

    def __init__(self, desk: Desk, drafts: Drafting) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._drafts = drafts
        start = desk.briefing.start
        start.new_wanted.connect(self.new)
        start.open_wanted.connect(self.open)
        start.template_chosen.connect(self._new_from)
        start.recent_chosen.connect(self.open_file)

    def new(self) -> None:
        """Makes a briefing from a template that the user chooses."""
        self._new_from("")

    def _new_from(self, chosen: str) -> None:
        with self._desk.telling():
            with self._desk.opened_library() as library:
                listed = list_templates(library)
                template = find_template(library, chosen) if chosen else None
            if template is not None:
                self._take(template, "")
                return
            answer = forms.ask_new(self._desk.window, listed)
            if answer is not None:
                self._take(*answer)

    def _take(self, template: Template, title: str) -> None:
        if self.may_close():
            made = OpenBriefing(new_briefing(template, title), {})
            self._desk.editor.load(made)
            self._desk.briefing.focus_title()

    def open(self) -> None:
        """Opens a file that the user chooses."""
        path = dialogs.ask_open(self._desk.window, "Open briefing", self._desk.folder())
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Opens a briefing, after what becomes of the present one is settled."""
        if not self.may_close():
            return

        def work(progress: Progress) -> OpenBriefing:
            opened = open_briefing(path)
            with suppress(BrieferError), self._desk.opened_library() as library:
                return replace(opened, sources=refreshed(opened.sources, library))
            return opened  # the library cannot be asked: it is as it was saved

        self._desk.job(work, self._opened, reading=True)

    def _opened(self, opened: object) -> None:
        if isinstance(opened, OpenBriefing):
            self._desk.editor.load(opened)
            if opened.path is not None:
                self._remember(opened.path)

    def save(self) -> None:
        """Saves to the briefing's file, or asks for one."""
        if self._desk.editor.path is None:
            self.save_as()
        else:
            self._save(self._desk.editor.path)

    def save_as(self) -> None:
        """Saves to a file that the user names."""
        path = self._ask_name()
        if path is not None:
            self._save(path)

    def _ask_name(self) -> Path | None:
        briefing = self._desk.editor.briefing
        if briefing is None:
            return None
        suggested = self._desk.suggested(briefing.title, ".briefing")
        return dialogs.ask_save(self._desk.window, "Save briefing", suggested)

    def _save(self, path: Path) -> None:
        opened = self._desk.editor.opened
        if opened is None:
            return
        briefing, sources = opened.briefing, opened.sources

        def work(progress: Progress) -> None:
            self._keep(briefing, sources, path)

        def saved(_: object) -> None:
            self._desk.editor.saved(path, briefing)
            if not self._desk.editor.is_modified():
                self._drafts.forget(briefing.id)
            self._remember(path)
            self._desk.say(f"Saved to {path.name}.")

        self._desk.job(work, saved)

    def _keep(self, briefing: Briefing, sources: Mapping[str, Source], path: Path) -> None:
        """Saves, with what the library knows of the sources, where it can be asked."""
        with ExitStack() as stack:
            library = None
            with suppress(LibraryError):
                library = stack.enter_context(self._desk.opened_library())
            keep_briefing(library, briefing, sources, path)

    def may_close(self) -> bool:
        """Settles what becomes of unsaved changes; False when the user would rather stay."""
        editor = self._desk.editor
        if editor.briefing is None or not editor.is_modified():
            self._put_away()
            return True
        answer = dialogs.ask_unsaved(self._desk.window, editor.briefing.title)
        if answer == "cancel" or (answer == "save" and not self._save_now()):
            return False
        self._put_away()
        return True

    def _save_now(self) -> bool:
        """Saves before closing, while the user waits; False when it did not come to that."""
        opened = self._desk.editor.opened
        path = self._desk.editor.path or self._ask_name()
        if opened is None or path is None:
            return False
        try:
            self._keep(opened.briefing, opened.sources, path)
        except BrieferError as error:
            dialogs.show_error(self._desk.window, error)
            return False
        self._desk.editor.saved(path, opened.briefing)
        self._remember(path)
        return True

    def _put_away(self) -> None:
        """Drops the draft of a briefing that is saved or given up."""
        briefing = self._desk.editor.briefing
        if briefing is not None:
            self._drafts.forget(briefing.id)

    def close_briefing(self) -> None:
        """Puts the briefing away and shows ways to begin."""
        if self.may_close():
            self._desk.editor.load(None)

    def _remember(self, path: Path) -> None:
        kept = settings.load(paths.settings())
        with suppress(OSError):  # the file is saved; that it is not remembered is no loss
            settings.save(settings.with_recent(kept, path.absolute()), paths.settings())
        self.recent_changed.emit()

    def recent(self) -> list[Path]:
        """The files lately used that still exist."""
        names = settings.load(paths.settings()).recent
        return [path for path in map(Path, names) if path.exists()]
