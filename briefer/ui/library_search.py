"""What the library panel lists: sources, the trash, or what a search finds; later answers win."""

from collections.abc import Callable
from typing import Any

from briefer.core.progress import Progress
from briefer.core.query import Query, parse
from briefer.services.choices import choices
from briefer.services.search import (
    Cursor,
    Page,
    Texts,
    chosen_sources,
    search_page,
)
from briefer.store import Library
from briefer.ui.desk import Desk
from briefer.ui.library_panel import NO_SOURCES

SOME = "No paragraph holds all of these words; those listed hold some of them."
PAGE = 50
"""Rows that are looked for at once; further ones when the end of the list is reached."""


class LibrarySearch:
    """Asks the library off the window's thread, and shows the newest answer alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._words = ""
        self._trash = False
        self._asked = 0
        self._next: Cursor | None = None
        self._texts = Texts()
        desk.library.search_wanted.connect(self.search)
        desk.library.trash_shown.connect(self.show_trash)
        desk.library.more_wanted.connect(self.show_more)

    def search(self, words: str) -> None:
        """Shows where words stand; no words show the list again."""
        self._words, self._trash = words, False
        self._desk.reader.mark_words(parse(words).wanted)
        self.refresh()

    def show_trash(self, shown: bool) -> None:
        """Shows the trash, or the list again."""
        self._words, self._trash = "", shown
        self.refresh()

    def changed(self) -> None:
        """Lists again what is shown, and offers filters anew: sources or records changed."""
        self._texts = Texts()  # another thread may be reading the old ones
        self.refresh()

        def work(progress: Progress) -> object:
            with self._desk.opened_library() as library:
                return choices(library)

        def show(found: Any) -> None:
            self._desk.library.show_choices(found)

        self._desk.job(work, show, reading=True)

    def refresh(self) -> None:
        """Lists again what is shown now: sources, the trash, or what was searched for."""
        query, trash, panel = parse(self._words), self._trash, self._desk.library

        def ask(library: Library, is_stale: Callable[[], bool]) -> Callable[[], None]:
            if query.faults:
                return lambda: panel.show_sources([], query.faults[0])
            if trash:
                lines = library.sources(trashed=True)
                return lambda: panel.show_trash(lines)
            if not query.wanted and not query.kinds:
                lines = chosen_sources(library, query)
                return lambda: panel.show_sources(lines, nothing(query))
            page = self._found(library, query, Cursor(), is_stale)
            sources = library.index.count(query)
            return lambda: self._show(page, query, sources)

        self._read(ask)

    def show_more(self) -> None:
        """Shows further rows of what was searched for."""
        query, cursor = parse(self._words), self._next
        if cursor is None:
            return

        def ask(library: Library, is_stale: Callable[[], bool]) -> Callable[[], None]:
            page = self._found(library, query, cursor, is_stale)
            return lambda: self._add(page)

        self._read(ask)

    def _found(
        self, library: Library, query: Query, cursor: Cursor, is_stale: Callable[[], bool]
    ) -> Page:
        """A page that holds something, or the last one."""
        page = search_page(library, query, PAGE, cursor, self._texts)
        while page.next is not None and not page.hits and not is_stale():
            page = search_page(library, query, PAGE, page.next, self._texts)
        return page

    def _show(self, page: Page, query: Query, sources: int) -> None:
        self._next = page.next
        more = page.next is not None
        self._desk.library.show_hits(page.hits, sources, more=more, nothing=nothing(query))
        if page.hits and not page.every:
            self._desk.say(SOME)

    def _add(self, page: Page) -> None:
        self._next = page.next
        self._desk.library.add_hits(page.hits, more=page.next is not None)

    def _read(self, ask: Callable[[Library, Callable[[], bool]], Callable[[], None]]) -> None:
        """Asks and shows the answer, unless something else was asked for since."""
        self._asked += 1
        number = self._asked

        def is_stale() -> bool:
            return number != self._asked

        def work(progress: Progress) -> Callable[[], None]:
            if is_stale():  # many letters were typed while something else was read
                return lambda: None
            with self._desk.opened_library() as library:
                return ask(library, is_stale)

        def show(shows: Any) -> None:
            if not is_stale():
                shows()

        self._desk.job(work, show, reading=True)


def nothing(query: Query) -> str:
    """What to say when nothing is found: it names the filters."""
    if query.is_empty():
        return NO_SOURCES
    filters = " ".join(query.named())
    words = "holds all of these words" if query.wanted else "fits"
    return f"No document {words}{f', with {filters}' if filters else ''}."
