"""Document symbols: A/RES/78/45, S/RES/2365 (2017), APLC/MSP.22/2025/WP.5, SG/SM/22686."""

import re

SYMBOL = re.compile(
    r"(?<![\w/.])(?:[AEST](?=/[\w.]+/|/\d{3}|/[A-Z]{2})|[A-Z]{2,6})"
    r"(?:/[A-Z][A-Za-z]{0,9}(?:\.[A-Za-z\d]{1,6}){0,3}|/\d{1,6}(?:/?\d{1,4})?){1,6}"
    r"(?:\*{1,2}|\.\d{1,3})?(?: \((?:19|20)\d\d\))?(?![\w/])"
)
"""Letters of the body, then one to six parts: words that begin with a capital, or figures."""


def symbols(words: str) -> list[tuple[int, int]]:
    """The ranges of the document symbols in some words; a symbol holds a figure.

    “and/or”, “24/7” and “km/h” are none; a full stop or asterisks at the end do not belong to one.
    """
    if "/" not in words:
        return []
    said = (one.span() for one in SYMBOL.finditer(words) if any(map(str.isdigit, one[0])))
    return [(start, start + len(words[start:end].rstrip("*."))) for start, end in said]
