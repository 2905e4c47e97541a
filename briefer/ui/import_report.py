"""What an import came to, as a list: what came in, what to look at, what failed and why."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from briefer.services.reading import Outcome
from briefer.ui.list_dialog import ListDialog, ListRow

WARNINGS: Mapping[str, str] = {
    "encoding_uncertain": "Its encoding was guessed as {}: look whether its accents are right.",
    "encoding_chosen": "Read as {}, as you chose; it is a source of its own.",
    "wrong_extension": "Its name says another format than it has.",
    "attachments_left_out": "Pictures and other files in it that are no documents were left out.",
}
"""What the codes of warnings mean."""

ENCODING = "Choose encoding…"


def report_rows(outcomes: Sequence[Outcome]) -> list[ListRow]:
    """A row for each document: the failures first, then what should be looked at."""
    return [_row(one) for one in sorted(outcomes, key=_urgency)]


def _urgency(one: Outcome) -> int:
    return 0 if one.error else 1 if one.warnings else 2


def _row(one: Outcome) -> ListRow:
    name = Path(one.path).name
    if one.error is not None:
        return ListRow((name, "not imported"), "circle-x", f"{one.error}\n{one.path}", one)
    warnings = [WARNINGS.get(code, code).format(one.encoding) for code in one.warnings]
    state = "already in the library" if one.known else "imported"
    sign = "triangle-alert" if warnings else "check"
    acts = (ENCODING,) if "encoding_uncertain" in one.warnings else ()
    more = "\n".join([*warnings, one.path])
    return ListRow((name, f"{state}, with a remark" if warnings else state), sign, more, one, acts)


def summary(outcomes: Sequence[Outcome]) -> str:
    """What an import came to, in a sentence."""
    failed = sum(one.error is not None for one in outcomes)
    taken = len(outcomes) - failed
    more = f"; {failed} could not be read" if failed else ""
    return f"{taken} of {len(outcomes)} documents are in the library{more}."


class ImportReport(ListDialog):
    """The report of an import; accepted when the user wants to choose an encoding."""

    def __init__(self, parent: QWidget, outcomes: Sequence[Outcome]) -> None:
        super().__init__(parent, "Import", ("Document", "Outcome"), (ENCODING,))
        self.chosen: Outcome | None = None
        self.show_rows(summary(outcomes), report_rows(outcomes))
        self.acted.connect(self._choose)

    def _choose(self, act: str, value: object) -> None:
        if isinstance(value, Outcome):
            self.chosen = value
            self.accept()


def show_report(parent: QWidget, outcomes: Sequence[Outcome]) -> Outcome | None:
    """Shows the report; gives the document whose encoding the user wants to choose."""
    dialog = ImportReport(parent, outcomes)
    dialog.exec()
    dialog.deleteLater()
    return dialog.chosen
