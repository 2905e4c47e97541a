"""Tags and saved searches: given, renamed, taken away, and taken back."""

from collections.abc import Callable, Iterable
from typing import Any

from briefer.core.progress import Progress
from briefer.store import Library
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs

Act = Callable[[Library], object]


class Shelving:
    """Changes tags, searches and the trash; remembers how each change is taken back."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        """`changed` is called when something was changed."""
        self._desk = desk
        self._changed = changed
        self._done: list[tuple[str, Act]] = []
        panel = desk.library
        panel.tag_wanted.connect(self.tag)
        panel.new_tag_wanted.connect(self.ask_tag)
        panel.undo_wanted.connect(self.undo)
        panel.filters.tag_rename_wanted.connect(self.rename_tag)
        panel.filters.save_wanted.connect(self.save)
        panel.filters.rename_wanted.connect(self.rename)
        panel.filters.forget_wanted.connect(self.forget)

    def do(self, label: str, act: Callable[[Library], Act]) -> None:
        """Does something to the library; it gives back what takes it back. `label` says what."""

        def work(progress: Progress) -> Act:
            with self._desk.opened_library() as library:
                return act(library)

        def show(back: Any) -> None:
            self._done.append((label, back))
            self._desk.say(f"{label}.")
            self._show()

        self._desk.job(work, show)

    def undo(self) -> None:
        """Takes back what was done last."""
        if not self._done:
            return
        label, back = self._done.pop()

        def work(progress: Progress) -> None:
            with self._desk.opened_library() as library:
                back(library)

        def show(_: object) -> None:
            self._desk.say(f"Taken back: {label}.")
            self._show()

        self._desk.job(work, show)

    def _show(self) -> None:
        self._desk.library.offer_undo(self._done[-1][0] if self._done else "")
        self._changed()

    def tag(self, ids: list[str], name: str, given: bool) -> None:
        """Gives sources a tag, or takes it away."""
        sources = "1 source" if len(ids) == 1 else f"{len(ids)} sources"

        def act(library: Library) -> Act:
            had = set(_tagged(library, name))
            if given:
                new = [id for id in ids if id not in had]
                library.shelves.tag(new, name)
                return lambda back: back.shelves.untag(new, name)
            old = [id for id in ids if id in had]
            library.shelves.untag(old, name)
            return lambda back: back.shelves.tag(old, name)

        self.do(f"Tag “{name}” {'given to' if given else 'taken from'} {sources}", act)

    def ask_tag(self, ids: list[str]) -> None:
        """Asks for a tag and gives it to sources."""
        name = self._ask("New tag", "Tag")
        if name:
            self.tag(ids, name, True)

    def rename_tag(self, old: str) -> None:
        """Asks for another name of a tag; one that is there already takes its sources in."""
        name = self._ask("Rename tag", "Tag", old)
        if not name or name == old:
            return

        def act(library: Library) -> Act:
            had, others = list(_tagged(library, old)), set(_tagged(library, name))
            library.shelves.rename_tag(old, name)

            def back(library: Library) -> None:
                library.shelves.tag(had, old)
                library.shelves.untag([id for id in had if id not in others], name)

            return back

        self.do(f"Tag “{old}” renamed “{name}”", act)

    def save(self, typed: str) -> None:
        """Asks for a name and keeps a search under it."""
        name = self._ask("Save search", "Name", typed)
        if name:
            self.do(f"Search “{name}” saved", lambda library: _save(library, name, typed))

    def rename(self, old: str) -> None:
        """Asks for another name of a saved search."""
        name = self._ask("Rename search", "Name", old)
        if not name or name == old:
            return

        def act(library: Library) -> Act:
            typed = library.shelves.searches()[old]
            back = _save(library, name, typed)
            library.shelves.forget_search(old)

            def undo(library: Library) -> None:
                back(library)
                library.shelves.save_search(old, typed)

            return undo

        self.do(f"Search “{old}” renamed “{name}”", act)

    def forget(self, name: str) -> None:
        """Forgets a saved search."""

        def act(library: Library) -> Act:
            typed = library.shelves.searches()[name]
            library.shelves.forget_search(name)
            return lambda library: library.shelves.save_search(name, typed)

        self.do(f"Search “{name}” forgotten", act)

    def _ask(self, title: str, label: str, text: str = "") -> str:
        return (dialogs.ask_line(self._desk.window, title, label, text) or "").strip()


def _save(library: Library, name: str, typed: str) -> Act:
    before = library.shelves.searches().get(name)
    library.shelves.save_search(name, typed)
    if before is None:
        return lambda library: library.shelves.forget_search(name)
    return lambda library: library.shelves.save_search(name, before)


def _tagged(library: Library, name: str) -> Iterable[str]:
    """The sources that have a tag, in the trash or not."""
    lines = [*library.sources(), *library.sources(trashed=True)]
    return (line.id for line in lines if name in line.tags)
