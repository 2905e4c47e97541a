"""One line under a briefing: how long it is, what is missing, whether it may go out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from briefer.core import counts
from briefer.core.check import VERIFIED, Report
from briefer.core.model import Briefing
from briefer.ui.theme import icon


class Foot(QWidget):
    """Speaking time, pages and gaps at the left; the outcome of the check at the right."""

    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = QLabel()
        self._length.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._length.setWordWrap(True)
        self._outcome = QToolButton()
        self._outcome.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._outcome.setIconSize(QSize(16, 16))
        self._outcome.clicked.connect(self.check_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        layout.addWidget(self._length, 1)
        layout.addWidget(self._outcome)

    def show_briefing(self, briefing: Briefing, report: Report) -> None:
        """Shows the measures of the briefing and the outcome of its check."""
        gaps = counts.gaps(briefing)
        parts = [speaking(briefing), pages(briefing), missing(gaps)]
        self._length.setText(" · ".join(part for part in parts if part))
        self._length.setToolTip("\n".join(["Required, still empty:", *gaps]) if gaps else "")
        text, sign = outcome(report)
        self._outcome.setText(text)
        self._outcome.setIcon(icon(sign))
        self._outcome.setAccessibleName(f"{text}. Show the check")
        self._outcome.setToolTip("Show the check (F7)")


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
    """Whether the picks are what their sources say, and the icon that goes with it."""
    count = len(report.items)
    bad = sum(item.status in ("changed", "broken") for item in report.items)
    unknown = sum(item.status not in VERIFIED for item in report.items) - bad
    if bad:
        verb = "item does" if bad == 1 else "items do"
        return f"{bad} {verb} not match", "circle-x"
    if unknown:
        return (
            f"{unknown} {'item' if unknown == 1 else 'items'} cannot be checked",
            "triangle-alert",
        )
    if not count:
        return "No picks yet", "info"
    return ("1 item verified" if count == 1 else f"All {count} items verified"), "shield-check"


def _plain(number: float) -> str:
    return f"{number:g}"
