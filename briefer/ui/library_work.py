"""Commands on the library: listing, searching, the trash; showing a source."""

from collections.abc import Callable
from typing import Any

from briefer.core.model import Source
from briefer.core.progress import Progress
from briefer.services.choices import Choices, choices
from briefer.services.library import open_library
from briefer.services.noticing import in_use, used_in_words
from briefer.store import Library, SourceLine
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs
from briefer.ui.library_search import LibrarySearch
from briefer.ui.shelving import Act, Shelving
from briefer.ui.standing import Standing

MADE = "A library with five sample documents on the Mine Ban Convention is ready."


class LibraryWork:
    """Keeps the library panel and the reader up to date."""

    def __init__(self, desk: Desk, standing: Standing) -> None:
        self._desk = desk
        self._standing = standing
        self.imported: Callable[[list[str]], None] = lambda ids: None
        """Called with the ids of sources that were imported just now."""
        self._search = LibrarySearch(desk)
        self._shelving = Shelving(desk, self.changed)
        panel = desk.library
        panel.source_chosen.connect(self.show_source)
        panel.hit_chosen.connect(self._show_hit)
        panel.trash_wanted.connect(lambda ids: self._move(ids, to_trash=True))
        panel.restore_wanted.connect(lambda ids: self._move(ids, to_trash=False))

    def begin(self, ready: Callable[[], None]) -> None:
        """Opens the library, which makes one where there is none, lists it, calls `ready`."""

        def work(progress: Progress) -> tuple[list[SourceLine], Choices, bool]:
            opened = open_library(self._desk.library_path)
            try:
                return opened.library.sources(), choices(opened.library), opened.is_new
            finally:
                opened.library.close()

        def show(result: Any) -> None:
            lines, offered, is_new = result
            self._desk.hold_library()
            self._desk.library.show_sources(lines)
            self._desk.library.show_choices(offered)
            ready()
            if is_new:
                self._desk.say(MADE)

        self._desk.job(work, show)

    def find(self) -> None:
        """Puts the cursor into the search field."""
        self._desk.library.focus_search()

    def refresh(self) -> None:
        """Lists again what is shown now."""
        self._search.refresh()

    def show_source(self, source_id: str, start: int = -1, end: int = -1) -> None:
        """Shows a source in the reader and, when given, a range of it."""
        now = self._desk.reader.source()
        if now is not None and now.id == source_id:
            self._reveal(start, end)
            return
        embedded = self._desk.editor.sources.get(source_id)

        def work(progress: Progress) -> Source | None:
            if embedded is not None:  # what the briefing's picks are checked against
                return embedded
            with self._desk.opened_library() as library:
                return library.get([source_id]).get(source_id)

        def show(source: Any) -> None:
            if source is None:
                self._desk.say("That source is not in this library.")
                return
            briefing = self._desk.editor.briefing
            self._desk.reader.show_source(source, briefing.picks() if briefing else [])
            self._desk.library.select_source(source.id)
            self._reveal(start, end)

        self._desk.job(work, show, reading=True)

    def _show_hit(self, source_id: str, start: int, end: int) -> None:
        """Shows a passage and goes to the reader, where a letter picks it."""
        self.show_source(source_id, start, end)
        self._desk.reader.setFocus()

    def _reveal(self, start: int, end: int) -> None:
        if start >= 0:
            self._desk.reader.reveal(start, end)

    def changed(self) -> None:
        """Lists the sources again, and what depends on which there are."""
        self._search.changed()
        self._standing.forget_library()

    def _move(self, ids: list[str], *, to_trash: bool) -> None:
        if to_trash and not self._may_trash(ids):
            return

        noun = "1 source" if len(ids) == 1 else f"{len(ids)} sources"

        def act(library: Library) -> Act:
            (library.trash if to_trash else library.restore)(ids)
            return lambda library: (library.restore if to_trash else library.trash)(ids)

        self._shelving.do(f"{noun} {'moved to the trash' if to_trash else 'restored'}", act)

    def _may_trash(self, ids: list[str]) -> bool:
        """Whether sources may go to the trash: the user is asked where briefings use them."""
        with self._desk.telling(), self._desk.opened_library() as library:
            used = {one.path: one for found in in_use(library, ids).values() for one in found}
            return not used or dialogs.ask_yes(
                self._desk.window,
                "Move to the trash what briefings use?",
                used_in_words(used.values()),
                "Move to trash",
            )
        return False
