"""Moving items within the briefing, one place at a time or to where they are dropped."""

from briefer.core import edits
from briefer.core.model import Briefing
from briefer.ui.desk import Desk


class Moving:
    """Moves the items that are selected or dragged."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        desk.briefing.move_wanted.connect(self._moved)

    def _moved(self, ids: list[str], key: str, index: int) -> None:
        with self._desk.telling():
            self._desk.editor.apply("move", edits.move_items(ids, key, index))
        self._desk.briefing.choose_items(ids)

    def move_up(self) -> None:
        """Moves the selected items one place up, into the section above at the top."""
        self._shift(-1)

    def move_down(self) -> None:
        """Moves the selected items one place down, into the section below at the end."""
        self._shift(1)

    def _shift(self, step: int) -> None:
        briefing, ids = self._desk.editor.briefing, self._ids()
        if briefing is None or not ids:
            return
        target = _beside(briefing, ids, step)
        if target is None:
            self._desk.say("There is no section there that takes it.")
            return
        self._moved(ids, *target)

    def _ids(self) -> list[str]:
        return [item.id for item in self._desk.briefing.chosen_items()]


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
