"""The functions of PDFium that tell letters and boxes, called with plain addresses for speed."""

import ctypes
import re
from array import array
from collections.abc import Callable
from typing import Any

import pypdfium2_raw as pdfium

pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
"""The package pypdfium2 does the same, and loads much that is not needed to read text. Who comes
second does nothing."""

_WHOLE, _REAL, _ADDRESS = ctypes.c_int, ctypes.c_double, ctypes.c_void_p


def _function(name: str, result: Any, *takes: Any) -> Callable[..., Any]:
    """PDFium's function of that name; its pointers are numbers, which halves what a call costs.

    The calls are too short for other threads to be let in meanwhile.
    """
    address = ctypes.cast(getattr(pdfium, name), _ADDRESS).value
    function: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *takes)(address or 0)
    return function


count_letters = _function("FPDFText_CountChars", _WHOLE, _ADDRESS)
count_boxes = _function("FPDFText_CountRects", _WHOLE, _ADDRESS, _WHOLE, _WHOLE)
loose_box = _function("FPDFText_GetLooseCharBox", _WHOLE, _ADDRESS, _WHOLE, _ADDRESS)
letter = _function("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _WHOLE)
is_generated = _function("FPDFText_IsGenerated", _WHOLE, _ADDRESS, _WHOLE)
is_hyphen = _function("FPDFText_IsHyphen", _WHOLE, _ADDRESS, _WHOLE)
font_size = _function("FPDFText_GetFontSize", _REAL, _ADDRESS, _WHOLE)
text_object = _function("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _WHOLE)
font_of = _function("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
_matrix = _function("FPDFText_GetMatrix", _WHOLE, _ADDRESS, _WHOLE, _ADDRESS)
_origin = _function("FPDFText_GetCharOrigin", _WHOLE, _ADDRESS, _WHOLE, _ADDRESS, _ADDRESS)
_box = _function("FPDFText_GetRect", _WHOLE, _ADDRESS, _WHOLE, *[_ADDRESS] * 4)
_get_text = _function("FPDFText_GetText", _WHOLE, _ADDRESS, _WHOLE, _WHOLE, _ADDRESS)
_font_name = _function("FPDFFont_GetBaseFontName", ctypes.c_size_t, _ADDRESS, _ADDRESS,
                       ctypes.c_size_t)  # fmt: skip
_font_flags = _function("FPDFFont_GetFlags", _WHOLE, _ADDRESS)

FORCE_BOLD = 1 << 18
"""PDF 32000, table 123."""

HYPHEN = "\ufffe"
"""What stands for a hyphen at the end of a line."""

SURROGATE = re.compile("[\ud800-\udfff]")

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in the units of the page (a point, mostly), upwards."""


def letters(page: int, count: int) -> str:
    """What PDFium read on a page, one UTF-16 unit a letter it counts (see `whole`).

    The end of a line is CR LF, and a hyphen at a line's end, which has no line end after it, is
    U+FFFE. Where PDFium's text leaves out letters that it counts, each is asked for by itself.
    """
    units = array("H", bytes(2 * (count + 1)))  # ctypes would make a type for each length
    if _get_text(page, 0, count, units.buffer_info()[0]) == count + 1:
        text = units[:count].tobytes().decode("utf-16-le", "surrogatepass")
        return text if len(text) == count else "".join(map(chr, units[:count]))
    told = (letter(page, index) for index in range(count))
    return "".join(HYPHEN if code == 2 else chr(code) for code in told)


def whole(units: str) -> str:
    """The text of UTF-16 units: pairs of surrogates are one character, halves are left out."""
    if not SURROGATE.search(units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def boxes(page: int, count: int) -> list[Box]:
    """The boxes that the last call of count_boxes counted: one for each text object."""
    room = (_REAL * (4 * count))()
    at = ctypes.addressof(room)
    for index in range(count):
        here = at + 32 * index
        _box(page, index, here, here + 8, here + 16, here + 24)
    flat = room[:]
    return [(flat[n], flat[n + 1], flat[n + 2], flat[n + 3]) for n in range(0, 4 * count, 4)]


def matrix(page: int, index: int) -> tuple[float, ...]:
    """The matrix a letter is drawn with: a, b, c, d, e, f."""
    room = (ctypes.c_float * 6)()
    _matrix(page, index, ctypes.addressof(room))
    return tuple(room)


def origin(page: int, index: int) -> tuple[float, float]:
    """Where a letter stands on its base line."""
    room = (_REAL * 2)()
    at = ctypes.addressof(room)
    _origin(page, index, at, at + 8)
    return room[0], room[1]


def is_bold(font: int) -> bool:
    """Whether a font is a bold one, by its name or because it is drawn bold."""
    if not font:
        return False
    name = ctypes.create_string_buffer(128)
    _font_name(font, ctypes.addressof(name), 128)
    known = name.value.lower()
    return any(word in known for word in (b"bold", b"black", b"heavy")) or bool(
        _font_flags(font) & FORCE_BOLD
    )
