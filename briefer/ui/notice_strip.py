"""What is known of the source that is read: withdrawn, superseded, said elsewhere too."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefer.core.differences import Difference
from briefer.core.notices import Notice
from briefer.services.duplicates import Duplicate
from briefer.ui import theme
from briefer.ui.difference_words import difference_html, difference_text

LONGEST = 70
"""Characters of a title; the whole of it stands in the library."""

SHOWN = 3
"""Other places that are listed; the nearest come first."""

AROUND = 7
"""Words that are the same and are shown on either side of a difference."""

NOT_WITHDRAWN, NO_VERSION = "not-withdrawn", "no-version"
"""The links that take back what was said; every other one is the id of a source."""


class NoticeStrip(QWidget):
    """A warning that stays while the source is read."""

    newer_wanted = Signal(str)
    """The id of the newer version."""
    undo_wanted = Signal()
    """It was not withdrawn after all."""
    part_wanted = Signal()
    """The newer one is no version of it after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.linkActivated.connect(self._follow)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(38, 8, 12, 8)
        layout.addWidget(self.words)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Shows what is known of a source; None, or one without flags, shows nothing."""
        flagged = notice is not None and bool(notice.flags())
        self.words.setText(notice_html(notice) if notice else "")
        self.setVisible(flagged)

    def _follow(self, link: str) -> None:
        if link == NOT_WITHDRAWN:
            self.undo_wanted.emit()
        elif link == NO_VERSION:
            self.part_wanted.emit()
        else:
            self.newer_wanted.emit(link)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.warning_colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.tint)
        painter.drawRoundedRect(self.rect(), 6, 6)
        theme.draw_icon(painter, "triangle-alert", QRectF(12, 10, 16, 16), colours.mark)
        painter.end()


def notice_html(notice: Notice) -> str:
    """A notice with its links."""
    parts = []
    if notice.withdrawn:
        reason = f": {escape(notice.reason.rstrip('.'))}" if notice.reason else ""
        parts.append(f"<b>Withdrawn</b>{reason}. <a href='{NOT_WITHDRAWN}'>Not withdrawn</a>")
    if notice.newer:
        name = escape(shorten(notice.newer_name, LONGEST, placeholder=" …"))
        parts.append(
            f"<b>A newer version is held:</b> <a href='{escape(notice.newer)}'>{name}</a>"
            f" · <a href='{NO_VERSION}'>Not a newer version</a>"
        )
    return "<br>".join(parts)


class AlsoStrip(QFrame):
    """What other sources say like the paragraph that the cursor is in, and what differs."""

    place_wanted = Signal(str, int, int)
    """A source (id) and a range of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edged", "strip")
        self._found: Sequence[Duplicate] = ()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.linkActivated.connect(self._follow)
        close = QToolButton()
        close.setIcon(theme.icon("x"))
        close.setAccessibleName("Hide what is said elsewhere")
        close.setToolTip("Hide")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addWidget(self.words, 1)
        right = QVBoxLayout()
        right.addWidget(close)
        right.addStretch(1)
        layout.addLayout(right)
        self.hide()

    def show_found(self, found: Sequence[Duplicate]) -> None:
        """Shows other places; none hides the strip."""
        self._found = found[:SHOWN]
        palette = QGuiApplication.palette()
        said = [
            f"{_where(number, one)}<br>{difference_html(condensed(one.differences), palette)}"
            for number, one in enumerate(self._found)
        ]
        more = f"<p>and {len(found) - SHOWN} more</p>" if len(found) > SHOWN else ""
        self.words.setText("".join(f"<p style='margin:2px 0'>{one}</p>" for one in said) + more)
        self.words.setAccessibleDescription(
            " ".join(difference_text(one.differences) for one in self._found)
        )
        self.setVisible(bool(found))

    def _follow(self, link: str) -> None:
        other = self._found[int(link)].other
        self.place_wanted.emit(other.source, other.start, other.end)


def condensed(differences: Sequence[Difference]) -> list[Difference]:
    """The differences with the middle of long stretches that are the same left out."""
    return [_condensed(one) if one.op == "equal" else one for one in differences]


def _condensed(one: Difference) -> Difference:
    words = one.found.split()
    if len(words) <= 2 * AROUND:
        return one
    short = f"{' '.join(words[:AROUND])} … {' '.join(words[-AROUND:])}"
    return replace(one, expected=short, found=short)


def _where(number: int, one: Duplicate) -> str:
    name = escape(shorten(one.other.title, LONGEST, placeholder=" …"))
    place = f", {escape(one.other.place)}" if one.other.place else ""
    figures = " · <b>other figures</b>" if one.figures_differ() else ""
    return f"<b>Also said in</b> <a href='{number}'>{name}{place}</a>{figures}"
