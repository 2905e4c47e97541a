"""What each element of a Word document asks of the walk through it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from lxml import etree

from briefer.importers.docx_names import W
from briefer.importers.docx_styles import OFF
from briefer.importers.flow_writer import LINE_ENDS
from briefer.importers.numerals import sign

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES, CHOICE = f"{COMPATIBLE}AlternateContent", f"{COMPATIBLE}Choice"
FALLBACK = f"{COMPATIBLE}Fallback"
BOX, VAL = f"{W}txbxContent", f"{W}val"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LITERAL = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
}  # fmt: skip


class Walk(Protocol):
    """What an element can ask for; see docx_story."""

    def children(self, parent: "etree._Element") -> None: ...
    def box(self, content: "etree._Element") -> None: ...
    def say(self, words: str, shown: str | None = None) -> None: ...
    def line_break(self) -> None: ...
    def close(self) -> None: ...


Does = Callable[[Walk, "etree._Element"], None]


def _text(walk: Walk, element: "etree._Element") -> None:
    """Words as they stand; line ends between them are only how the file is written."""
    words = element.text or ""
    if "\n" in words or "\r" in words:
        kept = words if element.get(SPACE) == "preserve" else words.strip(" \t\r\n")
        walk.say(words, LINE_ENDS.sub(" ", kept))
    elif words:
        walk.say(words)


def _literal(walk: Walk, element: "etree._Element") -> None:
    walk.say(LITERAL[str(element.tag)])


def _line_break(walk: Walk, element: "etree._Element") -> None:
    walk.line_break()


def _sign(walk: Walk, element: "etree._Element") -> None:
    """A sign of a font of signs (ECMA-376, part 1, 17.3.3.30)."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return
    walk.say(sign(code, element.get(f"{W}font", "")))


def _row(walk: Walk, element: "etree._Element") -> None:
    """A row, unless it was deleted."""
    if element.find(f"{W}trPr/{W}del") is None:
        walk.children(element)


def _cell(walk: Walk, element: "etree._Element") -> None:
    """A cell; one that goes on with the merged cell above or beside it shows no words."""
    for merged in ("vMerge", "hMerge"):
        one = element.find(f"{W}tcPr/{W}{merged}")
        if one is not None and one.get(VAL) != "restart":
            return
    walk.children(element)
    walk.close()


def _control(walk: Walk, element: "etree._Element") -> None:
    """A content control, unless it only shows what to enter there."""
    empty = element.find(f"{W}sdtPr/{W}showingPlcHdr")
    if empty is None or empty.get(VAL) in OFF:
        walk.children(element)


def _alternatives(walk: Walk, element: "etree._Element") -> None:
    """The same thing for newer and older programs: the first form only."""
    chosen = _chosen(element)
    if chosen is not None:
        walk.children(chosen)


def _chosen(element: "etree._Element") -> "etree._Element | None":
    first = next(element.iterchildren(CHOICE), None)
    return next(element.iterchildren(FALLBACK), None) if first is None else first


def _drawing(walk: Walk, element: "etree._Element") -> None:
    """The text boxes of a drawing."""
    for child in element:
        if child.tag == BOX:
            walk.box(child)
        elif child.tag == ALTERNATIVES:
            chosen = _chosen(child)
            if chosen is not None:
                _drawing(walk, chosen)
        else:
            _drawing(walk, child)


def _fraction(walk: Walk, element: "etree._Element") -> None:
    """A fraction, with the stroke that a line of text has for it: 1/2, never 12."""
    above, below = element.find(f"{MATH}num"), element.find(f"{MATH}den")
    if above is not None:
        walk.children(above)
    walk.say("/")
    if below is not None:
        walk.children(below)


def _inside(walk: Walk, element: "etree._Element") -> None:
    walk.children(element)


WRAPPERS = (
    "body", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple",
    "dir", "bdo", "ruby", "rubyBase",
)  # fmt: skip
IN_FORMULAS = (
    "oMathPara", "oMath", "r", "e", "sub", "sup", "deg", "fName", "lim", "sSub", "sSup", "sSubSup",
    "sPre", "d", "rad", "nary", "func", "limLow", "limUpp", "acc", "bar", "box", "borderBox",
    "groupChr", "eqArr", "m", "mr",
)  # fmt: skip

ELEMENTS: Mapping[object, Does] = {
    f"{W}t": _text,
    f"{W}tr": _row,
    f"{W}tc": _cell,
    f"{W}sdt": _control,
    f"{W}br": _line_break,
    f"{W}cr": _line_break,
    f"{W}sym": _sign,
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _drawing,
    ALTERNATIVES: _alternatives,
    f"{MATH}t": _text,
    f"{MATH}f": _fraction,
    **dict.fromkeys(LITERAL, _literal),
    **{W + name: _inside for name in WRAPPERS},
    **{MATH + name: _inside for name in IN_FORMULAS},
}
"""Element -> what it asks for, apart from what the walk itself keeps track of."""
