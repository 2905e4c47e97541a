"""What the styles of an OpenDocument text say: roles, marks, hidden text, and how lists count."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

from briefer.core.model import MarkKind, Role
from briefer.importers.numerals import numeral
from briefer.importers.style_names import role_of_name

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, STYLE, TABLE, DRAW, META = (
    f"{{{NAMESPACE}{name}:1.0}}" for name in ("office", "text", "style", "table", "drawing", "meta")
)
FO = f"{{{NAMESPACE}xsl-fo-compatible:1.0}}"
BULLET = f"{TEXT}list-level-style-bullet"
FACES: tuple[tuple[str, frozenset[str], MarkKind], ...] = (
    (f"{FO}font-weight", frozenset({"bold", "600", "700", "800", "900"}), "strong"),
    (f"{FO}font-style", frozenset({"italic", "oblique"}), "emphasis"),
)
DEEPEST = 10


class Style(Struct, frozen=True):
    """One style: its name in small letters, its parent, and how its text looks."""

    name: str
    parent: str
    looks: Mapping[str, str]
    automatic: bool = False


class Level(Struct, frozen=True):
    """One level of a list: its bullet, or how it counts and what stands around the number."""

    bullet: str = ""
    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


class Styles:
    """The styles of a document, by family and name; those of the text itself come last."""

    def __init__(self, roots: Iterable["etree._Element"]) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.language = ""
        for root in roots:
            for one in root.iter(f"{STYLE}style"):
                key = one.get(f"{STYLE}family", ""), one.get(f"{STYLE}name", "")
                self._styles[key] = _style(one)
            for one in root.iter(f"{TEXT}list-style"):
                self._lists[one.get(f"{STYLE}name", "")] = _levels(one)
            for one in root.iter(f"{STYLE}default-style"):
                self.language = self.language or _language(one)

    def _chain(self, family: str, name: str) -> Iterator[Style]:
        """A style and its parents, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            style = self._styles.get((family, name))
            if style is None:
                yield Style(_readable(name), "", {})
                return
            yield style
            name = style.parent

    def role(self, name: str) -> tuple[Role, int] | None:
        """The role and level that a paragraph style gives by its name or those of its parents."""
        chain = self._chain("paragraph", name)
        return next((said for style in chain if (said := role_of_name(style.name))), None)

    def kinds(self, name: str) -> tuple[MarkKind, ...]:
        """The marks that a character style gives."""
        return _kinds(self._looks("text", name))

    def own_kinds(self, name: str) -> tuple[MarkKind, ...]:
        """The marks that were given to a whole paragraph, apart from what its named style does."""
        style = self._styles.get(("paragraph", name))
        return _kinds(style.looks) if style and style.automatic else ()

    def hidden(self, family: str, name: str) -> bool:
        """Whether text in a style is not shown."""
        return self._looks(family, name).get(f"{TEXT}display") == "none"

    def _looks(self, family: str, name: str) -> dict[str, str]:
        looks: dict[str, str] = {}
        for style in self._chain(family, name):
            looks = {**style.looks, **looks}
        return looks

    def levels(self, name: str) -> Mapping[int, Level]:
        """The levels of a list style, from 1."""
        return self._lists.get(name, {})


def marker(levels: Mapping[int, Level], at: int, counted: Mapping[int, int]) -> str:
    """What a list prints before an item on level `at`, from 1, after it was counted."""
    level = levels.get(at, Level())
    if level.bullet or not level.form:
        return level.bullet
    numbers = []
    for deep in range(max(1, at - level.shown + 1), at + 1):
        one = levels.get(deep, Level())
        if one.form:
            numbers.append(numeral(counted.get(deep, one.start), one.form))
    return f"{level.before}{'.'.join(numbers)}{level.after}".strip() if all(numbers) else ""


def integer(digits: str | None, default: int) -> int:
    """A whole number of at most nine digits, or the default."""
    known = digits and digits.isascii() and digits.isdigit() and len(digits) < 10
    return int(digits) if digits and known else default


def _style(element: "etree._Element") -> Style:
    looks: dict[str, str] = {}
    for one in element.iterchildren(f"{STYLE}text-properties"):
        looks.update((str(key), str(value)) for key, value in one.items())
    parent = element.getparent()
    name = element.get(f"{STYLE}display-name") or _readable(element.get(f"{STYLE}name", ""))
    return Style(
        name=name.casefold(),
        parent=element.get(f"{STYLE}parent-style-name", ""),
        looks=looks,
        automatic=parent is not None and parent.tag == f"{OFFICE}automatic-styles",
    )


def _kinds(looks: Mapping[str, str]) -> tuple[MarkKind, ...]:
    return tuple(kind for key, values, kind in FACES if looks.get(key) in values)


def _readable(name: str) -> str:
    return name.replace("_20_", " ").casefold()


def _levels(element: "etree._Element") -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in element:
        found[integer(one.get(f"{TEXT}level"), 0)] = Level(
            bullet=one.get(f"{TEXT}bullet-char", "") if one.tag == BULLET else "",
            form=one.get(f"{STYLE}num-format", ""),
            before=one.get(f"{STYLE}num-prefix", ""),
            after=one.get(f"{STYLE}num-suffix", ""),
            start=integer(one.get(f"{TEXT}start-value"), 1),
            shown=min(integer(one.get(f"{TEXT}display-levels"), 1), DEEPEST),
        )
    return found


def _language(element: "etree._Element") -> str:
    for one in element.iterchildren(f"{STYLE}text-properties"):
        parts = (one.get(f"{FO}language", ""), one.get(f"{FO}country", ""))
        return "-".join(part for part in parts if part not in ("", "none", "zxx"))
    return ""
