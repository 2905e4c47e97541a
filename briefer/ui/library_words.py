"""What the library panel says beside its rows: how many there are, and which tags they have."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QMenu

from briefer.services.search import Hit
from briefer.store import SourceLine
from briefer.ui.library_model import Row


def counted(number: int, noun: str) -> str:
    """A number of things."""
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"


def counted_hits(rows: Iterable[Row], sources: int, *, more: bool) -> str:
    """How many passages were found; `sources` is in how many when these are the first of more."""
    hits = [row for row in rows if isinstance(row, Hit)]
    if not hits:
        return "Nothing found"
    if more:
        return f"First {counted(len(hits), 'passage')}, of {counted(sources, 'source')}"
    shown = len({hit.source for hit in hits})
    return f"{counted(len(hits), 'passage')} in {counted(shown, 'source')}"


def add_tags(
    menu: QMenu,
    lines: Sequence[SourceLine],
    names: Iterable[str],
    tag: Callable[[list[str], str, bool], None],
    new: Callable[[list[str]], None],
) -> None:
    """A menu of tags, those that all of the sources have checked.

    `tag` gives a tag or takes it away, `new` asks for one.
    """
    ids = [line.id for line in lines]
    tags = menu.addMenu("Tags")
    for name in names:
        action = tags.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(all(name in line.tags for line in lines))
        action.triggered.connect(lambda given, name=name: tag(ids, name, given))
    tags.addSeparator()
    tags.addAction("New tag…", lambda: new(ids))
