"""Two lines under a briefing: how long it is, what is missing, whether it may go out."""

from html import escape

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefer.core import counts
from briefer.core.check import VERIFIED, CheckedItem, Report, open_findings
from briefer.core.model import Briefing
from briefer.ui.briefing_lines import counted, unanswered
from briefer.ui.elided import ElidedButton
from briefer.ui.theme import icon


class Foot(QWidget):
    """Speaking time, pages and gaps; beneath, the outcome of the check."""

    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = QLabel()
        self._length.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._length.setWordWrap(True)
        self._outcome = ElidedButton()
        self._outcome.setIconSize(QSize(16, 16))
        self._outcome.clicked.connect(self.check_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(0)
        layout.addWidget(self._length)
        layout.addWidget(self._outcome)
        self._length.setContentsMargins(6, 0, 6, 2)

    def show_briefing(self, briefing: Briefing, report: Report) -> None:
        """Shows the measures of the briefing and the outcome of its check."""
        gaps = counts.gaps(briefing)
        parts = [speaking(briefing), pages(briefing), missing(gaps)]
        self._length.setText(" · ".join(part for part in parts if part))
        self._length.setToolTip("\n".join(["Required, still empty:", *gaps]) if gaps else "")
        self._length.setVisible(bool(self._length.text()))
        text, sign = outcome(report)
        self._outcome.show_words(text)
        self._outcome.setIcon(icon(sign))
        self._outcome.setAccessibleName(f"{text.removesuffix('.')}. Show the check")
        self._outcome.setToolTip(f"<p>{escape(text)}</p><p>Show the check (F7)</p>")


def speaking(briefing: Briefing) -> str:
    """How long the spoken sections take, where they hold anything."""
    if not counts.spoken_words(briefing):
        return ""
    seconds = round(counts.minutes(briefing) * 60)
    slot = f" of {_plain(briefing.minutes)} min" if briefing.minutes else ""
    return f"{seconds // 60} min {seconds % 60:02}{slot} at {briefing.rate} words a minute"


def pages(briefing: Briefing) -> str:
    """About how many pages it fills, against the limit where there is one."""
    if not briefing.items():
        return ""
    limit = briefing.length
    about = counts.pages(briefing, limit.sections if limit else ())
    noun = "page" if (limit.pages if limit else about) == 1 else "pages"
    over = ", over" if limit and about > limit.pages else ""
    return f"about {about:.1f}{f' of {limit.pages}' if limit else ''} {noun}{over}"


def missing(gaps: list[str]) -> str:
    """How much that is required is still empty."""
    return f"{len(gaps)} required still empty" if gaps else ""


def outcome(report: Report) -> tuple[str, str]:
    """Whether the briefing would be exported and, if not, why; and the icon that goes with it."""
    count = len(report.items)
    why = [reason(item) for item in report.items if item.status not in VERIFIED]
    why += [found[0].message for text in report.own if (found := open_findings([text]))]
    if why:
        verb = "item stops" if len(why) == 1 else "items stop"
        sign = "circle-x" if report.verdict == "mismatch" else "triangle-alert"
        return f"{len(why)} {verb} the export: {why[0]}", sign
    rules = [*(one.rules for one in report.items), *(one.rules for one in report.own)]
    warnings = sum(map(len, map(unanswered, rules)))
    text = {0: "No picks yet", 1: "1 item verified"}.get(count, f"All {count} items verified")
    text += f" · {counted(warnings, 'warning')}" if warnings else ""
    return text, "shield-check" if count else "info"


def reason(item: CheckedItem) -> str:
    """Why an item stops the export, in one sentence."""
    return next((one.message for one in item.rules if one.is_open()), item.finding)


def _plain(number: float) -> str:
    return f"{number:g}"
