"""What the writer and the reader of Word files agree on: names, limits, characters."""

import re

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of the words themselves."""

MANIFEST = "urn:briefer:manifest:1"
"""The namespace of the element that holds the manifest."""

PROPERTY = "briefer-manifest-"
"""The custom properties with the manifest's pieces: this and a number, from 1."""

LONGEST_VALUE = 255
"""Characters of one property: as many as Word's own dialog takes."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold (XML 1.0, production 2)."""


def escaped(text: str) -> str:
    """The text as it stands in XML, in elements and in attributes."""
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text.replace("\r", "&#13;")
