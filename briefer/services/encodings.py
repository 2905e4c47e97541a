"""A text whose encoding was guessed: how it reads in others, and importing it anew in one."""

import re
import unicodedata
from collections.abc import Collection

from msgspec import Struct

from briefer.core.errors import LibraryError
from briefer.core.progress import Progress, silent
from briefer.importers import Options
from briefer.services.importing import import_bytes
from briefer.services.reading import Outcome
from briefer.store import Library

CANDIDATES = (
    "utf-8", "windows-1252", "windows-1250", "windows-1251", "koi8-r", "windows-1253",
    "windows-1254", "windows-1255", "windows-1256", "gb18030", "big5", "shift_jis", "euc-kr",
    "mac-roman", "cp850", "utf-16-le", "utf-16-be",
)  # fmt: skip
"""The encodings that are tried, the likelier first."""

AT_MOST = 5
BEFORE, SHOWN = 80, 400
"""Code points of a preview: before the first letter that tells encodings apart, and in all."""

BROKEN_WORD = re.compile(r"[a-zà-öø-ÿа-я][A-ZÀ-ÖØ-ÞА-Я]")
"""A capital in the middle of a word."""


class Preview(Struct, frozen=True):
    """How a text reads in an encoding, around the first letter that tells encodings apart."""

    encoding: str
    text: str
    is_now: bool
    """The encoding that the source was read in."""


class Anew(Struct, frozen=True):
    """What importing a text anew came to, and whether the first source went to the trash."""

    outcome: Outcome
    replaced: bool


def previews(library: Library, id: str) -> list[Preview]:
    """A text in its present encoding and in others that fit all of its bytes, the likelier first.

    Raises LibraryError when the source or its original is not to be had.
    """
    now = _encoding(library, id)
    data = library.original(id)
    found: dict[str, Preview] = {}
    for encoding in (now, *CANDIDATES):
        try:
            text = data.decode(encoding)
        except (ValueError, LookupError):
            continue
        excerpt = _excerpt(text)
        found.setdefault(excerpt, Preview(encoding, excerpt, encoding == now))
    first, *others = found.values()
    others.sort(key=lambda one: strangeness(one.text))  # as in CANDIDATES where they are alike
    return [first, *others[: AT_MOST - 1]]


def _encoding(library: Library, id: str) -> str:
    source = library.get([id]).get(id)
    if source is None:
        raise LibraryError(f"The library holds no source {id}.", "Import the document first.")
    return source.encoding


def _excerpt(text: str) -> str:
    telling = next((at for at, one in enumerate(text) if one > "\x7f"), 0)
    begin = max(0, telling - BEFORE)
    return text[begin : begin + SHOWN].strip()


def strangeness(text: str) -> float:
    """How little a text looks like words: 0 is good; counts for each letter beyond ASCII."""
    beyond = [one for one in text if one > "\x7f"]
    odd = sum(unicodedata.category(one)[0] in "SCNM" for one in beyond)
    scripts = sum(len(_scripts(word)) > 1 for word in text.split())
    return (odd + scripts + len(BROKEN_WORD.findall(text))) / (len(beyond) or 1)


def _scripts(word: str) -> set[str]:
    """The scripts of the letters of a word, as the names of the letters begin."""
    letters = (one for one in word if one.isalpha())
    return {unicodedata.name(one, "?").split()[0] for one in letters}


def import_anew(
    library: Library,
    id: str,
    encoding: str,
    in_hand: Collection[str] = (),
    progress: Progress = silent,
) -> Anew:
    """Imports a text in another encoding; the first source goes to the trash if nothing uses it.

    `in_hand` are ids of sources that are used though the library does not know it yet. Raises
    LibraryError.
    """
    file = library.get([id])[id].file
    outcome = import_bytes(
        library, library.original(id), file, Options(encoding=encoding), progress
    )[0]
    is_another = outcome.error is None and outcome.source != id
    replaced = is_another and id not in in_hand and not library.uses.of(id)
    if replaced:
        library.trash([id])
    return Anew(outcome, replaced)
