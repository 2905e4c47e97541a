"""How the program looks: palettes, the style sheet, icons, and the colours of the kinds."""

from collections.abc import Mapping
from functools import cache
from string import Template
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from briefer import paths
from briefer.core.model import Kind

Scheme = Literal["system", "light", "dark"]

ROLE = QPalette.ColorRole

LIGHT: Mapping[QPalette.ColorRole, str] = {
    ROLE.Window: "#f4f3f0", ROLE.WindowText: "#23272e",
    ROLE.Base: "#ffffff", ROLE.AlternateBase: "#f8f7f5", ROLE.Text: "#23272e",
    ROLE.Button: "#fbfaf8", ROLE.ButtonText: "#23272e", ROLE.BrightText: "#b3261e",
    ROLE.ToolTipBase: "#23272e", ROLE.ToolTipText: "#f7f6f3",
    ROLE.PlaceholderText: "#62676f", ROLE.Accent: "#1f5f83",
    ROLE.Highlight: "#1f5f83", ROLE.HighlightedText: "#ffffff",
    ROLE.Link: "#1f5f83", ROLE.LinkVisited: "#5d4a86",
    ROLE.Light: "#ffffff", ROLE.Midlight: "#ebe9e4", ROLE.Mid: "#d9d6cf", ROLE.Dark: "#a5a29b",
    ROLE.Shadow: "#6d6a64",
}  # fmt: skip

DARK: Mapping[QPalette.ColorRole, str] = {
    ROLE.Window: "#1d1f22", ROLE.WindowText: "#e3e1dc",
    ROLE.Base: "#25282c", ROLE.AlternateBase: "#2a2d32", ROLE.Text: "#e3e1dc",
    ROLE.Button: "#2e3237", ROLE.ButtonText: "#e3e1dc", ROLE.BrightText: "#ff9a91",
    ROLE.ToolTipBase: "#e3e1dc", ROLE.ToolTipText: "#1d1f22",
    ROLE.PlaceholderText: "#9a9ea5", ROLE.Accent: "#7db7da",
    ROLE.Highlight: "#33678a", ROLE.HighlightedText: "#ffffff",
    ROLE.Link: "#7db7da", ROLE.LinkVisited: "#b5a2dd",
    ROLE.Light: "#454a51", ROLE.Midlight: "#34383e", ROLE.Mid: "#3d4249", ROLE.Dark: "#15171a",
    ROLE.Shadow: "#0c0d0f",
}  # fmt: skip

FADED = (ROLE.WindowText, ROLE.Text, ROLE.ButtonText)
"""What is drawn paler in a widget that is disabled."""


class Sign(Struct, frozen=True):
    """How a kind is told from the others without its colour."""

    letter: str
    name: str
    icon: str


SIGNS: Mapping[Kind, Sign] = {
    "fact": Sign("F", "Fact", "hash"),
    "quote": Sign("Q", "Quote", "quote"),
    "talking_point": Sign("T", "Talking point", "megaphone"),
}


class KindColours(Struct, frozen=True):
    """The colours of a kind: of its sign and underline, behind its words, and of those words."""

    mark: QColor
    tint: QColor
    text: QColor


_KINDS_LIGHT: Mapping[Kind, tuple[str, str]] = {
    "fact": ("#0b63a8", "#e1eefa"),
    "quote": ("#925a00", "#fcefd2"),
    "talking_point": ("#1a7048", "#def3e6"),
}
_KINDS_DARK: Mapping[Kind, tuple[str, str]] = {
    "fact": ("#85c1f2", "#213a50"),
    "quote": ("#e9b95f", "#463715"),
    "talking_point": ("#7cd3a3", "#1e4231"),
}


def is_dark(palette: QPalette) -> bool:
    """Whether the palette puts light words on a dark ground."""
    return palette.color(ROLE.Base).lightness() < palette.color(ROLE.Text).lightness()


def kind_colours(kind: Kind, palette: QPalette) -> KindColours:
    """The colours of a kind on this palette; see SIGNS for what stands beside colour."""
    mark, tint = (_KINDS_DARK if is_dark(palette) else _KINDS_LIGHT)[kind]
    return KindColours(QColor(mark), QColor(tint), palette.color(ROLE.Text))


def warning_colours(palette: QPalette) -> KindColours:
    """The colours of what the user should look at."""
    mark, tint = ("#f0b266", "#40321c") if is_dark(palette) else ("#8f4e00", "#fdf0dc")
    return KindColours(QColor(mark), QColor(tint), palette.color(ROLE.Text))


def quiet(palette: QPalette) -> QColor:
    """The colour of words that matter less: still readable on both grounds."""
    return palette.color(ROLE.PlaceholderText)


def line(palette: QPalette) -> QColor:
    """The colour of lines that divide."""
    return palette.color(ROLE.Mid)


def make_palette(*, dark: bool) -> QPalette:
    """The program's own palette: needed where the system has none to offer."""
    palette = QPalette()
    for role, colour in (DARK if dark else LIGHT).items():
        palette.setColor(role, QColor(colour))
    faded = QColor("#777b82" if dark else "#a3a5a8")
    for role in FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


class _Appearance(QObject):
    """Keeps the program's palette in step with the scheme chosen, or with the system's."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self.setObjectName("appearance")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)

    def choose(self, scheme: Scheme) -> None:
        self._scheme = scheme
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(wanted.get(scheme, Qt.ColorScheme.Unknown))
        self._refresh()

    def _refresh(self) -> None:
        hints = QGuiApplication.styleHints()
        system = hints.colorScheme() == Qt.ColorScheme.Dark
        palette = make_palette(dark=system if self._scheme == "system" else self._scheme == "dark")
        sheet = style_sheet(palette)
        if sheet != self._app.styleSheet():
            self._app.setPalette(palette)
            self._app.setStyleSheet(sheet)


def apply_theme(app: QApplication, scheme: Scheme) -> None:
    """Dresses the program; with "system" it follows the system from then on."""
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    appearance = app.findChild(_Appearance, "appearance") or _Appearance(app)
    appearance.choose(scheme)


def style_sheet(palette: QPalette) -> str:
    """The style sheet with the palette's colours in the places left for them."""
    colours = {role.name.lower(): palette.color(role).name() for role in LIGHT}
    faded = palette.color(QPalette.ColorGroup.Disabled, ROLE.Text).name()
    sheet = Template((paths.resources() / "style.qss").read_text(encoding="utf-8"))
    handle = "#4f555d" if is_dark(palette) else "#c3c0b9"
    return sheet.substitute(colours, faded=faded, handle=handle)


def icon(name: str, role: QPalette.ColorRole = ROLE.ButtonText) -> QIcon:
    """A line icon of resources/icons, drawn in the program's colours, also after they change."""
    return QIcon(_LineIcon(name, role))


def kind_icon(kind: Kind) -> QIcon:
    """The icon of a kind in the kind's colour."""
    return QIcon(_LineIcon(SIGNS[kind].icon, kind))


def program_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(paths.resources() / "icons" / "briefer.svg"))


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draws a line icon in one colour."""
    drawing = _drawing(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, rect)


class _LineIcon(QIconEngine):
    """Draws an icon at the size and in the palette of the moment."""

    def __init__(self, name: str, colour: QPalette.ColorRole | Kind) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            colour = palette.color(QPalette.ColorGroup.Disabled, ROLE.ButtonText)
        elif mode == QIcon.Mode.Selected:
            colour = palette.color(ROLE.HighlightedText)
        elif isinstance(self._colour, str):
            colour = kind_colours(self._colour, palette).mark
        else:
            colour = palette.color(self._colour)
        draw_icon(painter, self._name, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._colour)
