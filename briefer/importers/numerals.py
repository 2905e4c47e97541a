"""Numbers and list signs as word processors print them."""

from functools import lru_cache

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@lru_cache(maxsize=1024)
def numeral(number: int, form: str) -> str:
    """A number as lists and notes print it: form 1, 01, a, A, i or I; empty where there is none.

    Letters are repeated after z, as word processors do: aa, bb.
    """
    if form in ("1", "01"):
        return str(number).zfill(len(form))
    if not 0 < number < 4000:
        return ""
    if form in ("a", "A"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form in ("i", "I"):
        letters, rest = "", number
        for value, digits in ROMAN:
            letters += digits * (rest // value)
            rest %= value
    else:
        return ""
    return letters.upper() if form.isupper() else letters


SYMBOL: dict[int, str] = dict(zip((*range(0x20, 0x7F), *range(0xA0, 0xFF)), (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
), strict=True))  # fmt: skip
"""The signs of the font Symbol by their numbers in it, as the Unicode Consortium maps them."""

WINGDINGS: dict[int, str] = {
    0x22: "✂", 0x28: "☎", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x75: "◆", 0x76: "❖", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip

PRIVATE = range(0xF000, 0xF100)
"""Where files put the numbers of a font's own signs."""


def sign(code: int, font: str) -> str:
    """The character that a font of signs shows for a number; itself where the font is not known.

    A number that is no character at all gives an empty string.
    """
    inside = code - PRIVATE.start if code in PRIVATE else code
    tables: dict[str, dict[int, str]] = {"symbol": SYMBOL, "wingdings": WINGDINGS}
    table = tables.get(font.strip().casefold(), {})
    if inside in table:
        return table[inside]
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
