"""What a rich text document says of the words that follow: their font, looks and paragraph."""

from collections.abc import Mapping

from msgspec import Struct

from briefer.core.model import MarkKind, Role
from briefer.importers.flow_writer import FlowWriter
from briefer.importers.imported import Notice
from briefer.importers.style_names import role_of_name


class State(Struct):
    """What a group inherits and gives back at its end: destination, characters, paragraph."""

    to: str = "text"
    font: int = -1
    fallback: int = 1
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    style: int = 0
    outline: int = 0
    level: int = 0
    listed: bool = False
    celled: bool = False

    def kinds(self) -> tuple[MarkKind, ...]:
        """The marks of words in this state."""
        faces: tuple[tuple[bool, MarkKind], ...] = (
            (self.bold, "strong"),
            (self.italic, "emphasis"),
        )
        return tuple(kind for is_on, kind in faces if is_on)


PLAIN = dict.fromkeys(("bold", "italic", "hidden", "deleted", "raised"), False)
NEW_PARAGRAPH = {"style": 0, "outline": 0, "level": 0, "listed": False, "celled": False}


class Font(Struct):
    """A font of the document: its name, the codec of its bytes, or that it holds signs."""

    name: str = ""
    codec: str = ""
    signs: bool = False


class Style(Struct):
    """A paragraph style: its name, the one it is based on, and its level as a heading from 1."""

    name: str = ""
    based_on: int = -1
    outline: int = 0


class Setting:
    """The state in force, and what the head of a document declares; control words change it."""

    def __init__(self, writer: FlowWriter) -> None:
        self.writer = writer
        self.codec = "cp1252"
        self.warnings: set[Notice] = set()
        self.state = State()
        self.fonts: dict[int, Font] = {}
        self.styles: dict[int, Style] = {}
        self.forms = {"footnote": "1", "endnote": "1"}
        self.usual_font = -1

    def font(self) -> Font:
        """The font in force, or the one that is being defined."""
        return self.fonts.setdefault(self.state.font, Font())

    def style(self) -> Style:
        """The style in force, or the one that is being defined."""
        return self.styles.setdefault(self.state.style, Style())


def role_of_style(styles: Mapping[int, Style], number: int) -> tuple[Role, int]:
    """The role and level that a style gives by its name, its level or the styles it is based on."""
    seen: set[int] = set()
    while number in styles and number not in seen:
        seen.add(number)
        style = styles[number]
        named = role_of_name(style.name.strip().casefold())
        if named:
            return named
        if style.outline:
            return "heading", style.outline
        number = style.based_on
    return "body", 0
