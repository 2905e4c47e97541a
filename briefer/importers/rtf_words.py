"""Control words of rich text, and the code pages of its fonts (RTF 1.9.1)."""

import codecs
from collections.abc import Callable, Mapping

from briefer.importers.rtf_state import NEW_PARAGRAPH, PLAIN, Setting

CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254,
    163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437,
    255: 850,
}  # fmt: skip
"""Windows character set of a font (fcharset) -> code page; others take that of the document."""

SIGNS = 2
"""The character set of fonts that hold signs instead of letters."""

CODECS = {
    708: "iso8859_6", 819: "latin_1", 10000: "mac_roman", 10006: "mac_greek",
    10007: "mac_cyrillic", 10029: "mac_latin2", 10081: "mac_turkish",
}  # fmt: skip
"""Code pages that Python knows under another name than cp and the number."""

HEADER_PAGES = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}

LITERAL: Mapping[str, str] = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e",
    "rtlmark": "\u200f", "zwbo": "\u200b", "zwnbo": "\u2060",
    "~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip

TOGGLES: Mapping[str, str] = {
    "b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "mvf": "deleted",
    "super": "raised",
}  # fmt: skip
"""Control word -> property of characters; the number 0 turns it off."""

REVISIONS = frozenset({"deleted", "revised", "mvf", "mvt"})
CELL_ENDS = frozenset({"cell", "nestcell"})
ENDS = CELL_ENDS | {"par", "sect"}
BREAKS = frozenset({"line", "lbr", "page", "column"})

DESTINATIONS: Mapping[str, str] = {
    "fonttbl": "font", "stylesheet": "style", "info": "info", "listtext": "marker",
    "pntext": "marker", "footnote": "note", "shptxt": "box",
    **dict.fromkeys((
        "colortbl", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr", "footerf", "fldinst", "nonshppict", "shprslt", "sp", "xe", "rxe", "tc", "tcn",
        "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "nonesttables", "filetbl",
        "template", "mmathPict",
    ), "skip"),
}  # fmt: skip
"""What the words of a group are, where they are no text of the document."""

KEPT = frozenset({"shpinst", "shptxt", "footnote", "listtext", "pntext"})
"""Destinations that are read although an older reader may ignore them; all others are skipped."""

STATED = {"title": "title", "author": "author"}
"""What the group info says of the document -> field of the record."""

NOTE_FORMS: Mapping[str, tuple[str, str]] = {
    f"{prefix}ftnn{form}": ("endnote" if "a" in prefix else "footnote", printed)
    for prefix in ("", "s", "a", "sa")
    for form, printed in {"ar": "1", "alc": "a", "auc": "A", "rlc": "i", "ruc": "I"}.items()
}
"""Control word -> the kind of notes and how they count."""


def codec_of(page: int) -> str | None:
    """The name of the codec for a code page; None when there is none."""
    name = CODECS.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _reset(setting: Setting, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(setting.state, name, value)


def _plain(setting: Setting) -> None:
    _reset(setting, PLAIN)
    setting.state.font = setting.usual_font


def _usual_font(setting: Setting, number: int) -> None:
    setting.usual_font = setting.state.font = number


def _charset(setting: Setting, number: int) -> None:
    setting.font().signs = number == SIGNS
    setting.font().codec = codec_of(CHARSETS.get(number, -1)) or ""


def _font_page(setting: Setting, number: int) -> None:
    setting.font().codec = codec_of(number) or setting.font().codec


def _page(setting: Setting, number: int) -> None:
    codec = codec_of(number)
    if codec is None:
        setting.warnings.add("encoding_uncertain")
    setting.codec = codec or setting.codec


def _outline(setting: Setting, number: int) -> None:
    level = number + 1 if 0 <= number < 9 else 0
    if setting.state.to == "style":
        setting.style().outline = level
    else:
        setting.state.outline = level


def _based_on(setting: Setting, number: int) -> None:
    setting.style().based_on = number


def _character_style(setting: Setting, number: int) -> None:
    """The style sheet holds styles of characters too, which play no part."""
    if setting.state.to == "style":
        setting.state.to = "skip"


def _line_break(setting: Setting) -> None:
    state = setting.state
    if state.to == "text" and not (state.hidden or state.deleted):
        setting.writer.line_break()


def _set(name: str, make: Callable[[int], object] = int) -> Callable[[Setting, int], None]:
    return lambda setting, number: setattr(setting.state, name, make(number))


def _form(kind: str, form: str) -> Callable[[Setting, int], None]:
    return lambda setting, number: setting.forms.update({kind: form})


def _header(page: int) -> Callable[[Setting, int], None]:
    return lambda setting, number: _page(setting, page)


WORDS: Mapping[str, Callable[[Setting, int], None]] = {
    "chftn": lambda setting, number: None,  # the number of a note: what waits before it is text
    "pard": lambda setting, number: _reset(setting, NEW_PARAGRAPH),
    "plain": lambda setting, number: _plain(setting),
    "f": _set("font"),
    "deff": _usual_font,
    "fcharset": _charset,
    "cpg": _font_page,
    "ansicpg": _page,
    "uc": _set("fallback", lambda number: max(0, number)),
    "s": _set("style"),
    "sbasedon": _based_on,
    "outlinelevel": _outline,
    "ls": _set("listed", bool),
    "ilvl": _set("level", lambda number: min(max(0, number), 8)),
    "intbl": _set("celled", lambda number: True),
    "nosupersub": _set("raised", lambda number: False),
    **dict.fromkeys(("cs", "ds", "ts"), _character_style),
    **dict.fromkeys(BREAKS, lambda setting, number: _line_break(setting)),
    **{word: _form(*counted) for word, counted in NOTE_FORMS.items()},
    **{word: _header(page) for word, page in HEADER_PAGES.items()},
}
"""Control word -> what it asks for; the number is 0 where it has none."""

KNOWN = frozenset({*LITERAL, *TOGGLES, *ENDS, *STATED, *REVISIONS, *WORDS})
"""Control words that something comes of; most only say how the page looks."""
