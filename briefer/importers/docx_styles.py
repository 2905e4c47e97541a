"""What the styles of a Word document say of its paragraphs and runs: roles, lists, hidden text."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

from briefer.core.model import MarkKind, Role
from briefer.importers.docx_names import W, transitional
from briefer.importers.docx_numbering import Numbered, numbered_by
from briefer.importers.style_names import role_of_name

VAL, STYLE_ID, LIST = f"{W}val", f"{W}styleId", f"{W}numPr"
DEFAULT_LANGUAGE = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"
DELETED = (f"{W}del", f"{W}moveFrom")
OFF = frozenset({"0", "false", "off"})

FACES: Mapping[str, MarkKind] = {f"{W}b": "strong", f"{W}i": "emphasis"}
STYLE, HIDDEN = f"{W}rStyle", f"{W}vanish"
SAID_OF_RUNS = frozenset({*FACES, STYLE, HIDDEN})


Parts = Mapping[str, "etree._Element"]
"""The children of an element by their tags."""


class Look(Struct, frozen=True):
    """How a run looks, as far as it matters: its marks, or that it is hidden."""

    kinds: tuple[MarkKind, ...] = ()
    hidden: bool = False


class Said(Struct, frozen=True):
    """What a paragraph is by its style and its own properties, before its number is counted."""

    role: Role = "body"
    level: int = 0
    numbered: Numbered | None = None
    hidden: bool = False
    runs_on: bool = False


class Style(Struct, frozen=True):
    """One style: its name in small letters, the style it is based on, and what it says."""

    key: str
    name: str
    based_on: str
    outline: int | None
    numbered: Numbered | None
    run: Mapping[str, bool | str]


PLAIN, PLAIN_RUN = Said(), Look()


class Styles:
    """The styles of a document by id; ids that are not there count as names (Heading1)."""

    def __init__(self, root: "etree._Element | None") -> None:
        root = transitional(root)
        found = () if root is None else root.iterchildren(f"{W}style")
        self._styles = {one.key: one for one in map(_style, found)}
        self._said: dict[str, Said] = {}
        lang = None if root is None else root.find(DEFAULT_LANGUAGE)
        self.language = "" if lang is None else lang.get(VAL, "")
        """The language of the text where nothing else is said, or an empty string."""

    def paragraph(self, properties: "etree._Element | None") -> Said:
        """What a paragraph is by its properties (w:pPr)."""
        if properties is None:
            return PLAIN
        own = {one.tag: one for one in properties}
        key = _value(own, "pStyle")
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._by_style(key)
        role, level = said.role, said.level
        outline = _outline(own)
        if outline is not None and role != "title":
            role, level = ("heading", outline) if outline else ("body", 0)
        numbered = numbered_by(own.get(LIST), said.numbered)
        if role in ("body", "list_item") and numbered:
            role, level = "list_item", numbered.level + 1
        mark = own.get(f"{W}rPr")  # its end was deleted or moved away (part 1, 17.13.5.15)
        runs_on = mark is not None and any(one.tag in DELETED for one in mark)
        return Said(role, level, numbered, said.hidden, runs_on)

    def run(self, properties: "etree._Element") -> Look:
        """How a run looks by its properties (w:rPr); its own count before those of its style."""
        said = _of_run(properties)
        if not said:
            return PLAIN_RUN  # fonts and sizes alone, as for most
        for style in self._chain(str(said.get(STYLE, ""))):
            said = {**style.run, **said}
        kinds = tuple(kind for tag, kind in FACES.items() if said.get(tag))
        return Look(kinds, bool(said.get(HIDDEN)))

    def _chain(self, key: str) -> Iterator[Style]:
        """A style and those it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            style = self._styles.get(key)
            if style is None:
                yield Style(key, key.casefold(), "", None, None, {})
                return
            yield style
            key = style.based_on

    def _by_style(self, key: str) -> Said:
        chain = list(self._chain(key))
        numbered = next((one.numbered for one in chain if one.numbered), None)
        hidden = next((one.run[HIDDEN] for one in chain if HIDDEN in one.run), False)
        for style in chain:
            named = role_of_name(style.name)
            if named:
                return Said(*named, numbered, bool(hidden))
            if style.outline is not None:
                role: Role = "heading" if style.outline else "body"
                return Said(role, style.outline, numbered, bool(hidden))
        return Said("body", 0, numbered, bool(hidden))


def _style(element: "etree._Element") -> Style:
    parts = {one.tag: one for one in element}
    own = {one.tag: one for one in parts.get(f"{W}pPr", ())}
    key = element.get(STYLE_ID, "")
    return Style(
        key=key,
        name=_value(parts, "name").casefold(),
        based_on=_value(parts, "basedOn"),
        outline=_outline(own),
        numbered=numbered_by(own.get(LIST), None, key),
        run=_of_run(parts.get(f"{W}rPr", ())),
    )


def _of_run(properties: Iterable["etree._Element"]) -> dict[str, bool | str]:
    said: dict[str, bool | str] = {}
    for one in properties:
        tag = one.tag
        if tag in SAID_OF_RUNS:
            value = one.get(VAL, "")
            said[str(tag)] = value if tag == STYLE else value not in OFF
    return said


def _outline(properties: Parts) -> int | None:
    """The level of a heading from 1; 0 for body text; None when the properties do not say."""
    value = _value(properties, "outlineLvl")
    if not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < 9 else 0


def _value(parts: Parts, name: str) -> str:
    found = parts.get(W + name)
    return "" if found is None else found.get(VAL, "")
