"""Names as people type them -> CSL names: “Given Family, Office; Group: Norway; Chile”."""

import re
from collections.abc import Iterator, Sequence

from briefer.core.errors import WrongRequest
from briefer.core.record import Name

HINT = (
    "Write names as “Given Family, Office”, several with “;” between them, a group before its "
    "names with “:”, and in braces what is one name: {Office of the Ombudsman}."
)

_TOKEN = re.compile(r"\{([^{}]*)\}|([^{}])")

_OF_BODIES = re.compile(
    r"\b(?:of|for|the|and|on|to|from|du|des|pour|et|y|para|und|für|le|les|la|los)\b"
)
"""Words, in small letters, that stand in the names of bodies and not between a person's names."""

_PARTICLES = frozenset(
    ("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "ten",
     "ter", "zu", "bin", "ibn", "al", "el")
)  # fmt: skip
"""What a family name may begin with."""


def read_names(words: str) -> tuple[Name, ...]:
    """The names that are typed or stand in a text, in their order.

    A semicolon divides names, the first comma divides a name from the office, a colon ends the
    group that the names after it belong to. One word, what holds a word such as “of”, and what
    stands in braces is a name as a whole; two pairs of braces are given and family name. Else the
    last word is the family name, with what belongs to it (van der …); words all in capitals at
    the end are it too. Raises WrongRequest when there is no name, or braces are left open.
    """
    letters = [(whole if whole else one, bool(whole)) for whole, one in _TOKEN.findall(words)]
    if len("".join(one for one, _ in letters)) != len(re.sub(r"\{([^{}]+)\}", r"\1", words)):
        raise WrongRequest(f"The braces in “{words}” do not fit.", HINT)
    group, names = "", []
    for part in filter(None, _split(letters, ";")):
        before, *after = _split(part, ":", once=True)
        group = _joined(before) if after else group
        name, *office = _split(after[0] if after else before, ",", once=True)
        if not name:
            raise WrongRequest(f"“{words}” has no name where one should stand.", HINT)
        names.append(_name(name, _joined(office[0]) if office else "", group))
    if not names:
        raise WrongRequest("There is no name.", HINT)
    return tuple(names)


Letters = list[tuple[str, bool]]
"""What was typed, piece by piece, and whether it stood in braces."""


def _split(letters: Letters, mark: str, *, once: bool = False) -> list[Letters]:
    """The pieces between the marks that do not stand in braces, without white space around."""
    pieces: list[Letters] = [[]]
    for one in letters:
        if one == (mark, False) and not (once and len(pieces) > 1):
            pieces.append([])
        else:
            pieces[-1].append(one)
    return [_trimmed(piece) for piece in pieces]


def _trimmed(letters: Letters) -> Letters:
    kept = [n for n, (one, whole) in enumerate(letters) if whole or not one.isspace()]
    return letters[kept[0] : kept[-1] + 1] if kept else []


def _joined(letters: Letters) -> str:
    return "".join(one for one, _ in letters)


def _name(letters: Letters, role: str, group: str) -> Name:
    whole = [one for one, braced in letters if braced]
    if len(whole) == 2 and all(braced or one.isspace() for one, braced in letters):
        return Name(given=whole[0], family=whole[1], role=role, group=group)
    said = _joined(letters)
    family = [] if whole else _family(said.split())
    if not family:
        return Name(said if whole else " ".join(said.split()), role=role, group=group)
    given = said.split()[: -len(family)]
    return Name(given=" ".join(given), family=" ".join(family), role=role, group=group)


def _family(words: Sequence[str]) -> Sequence[str]:
    """The words at the end that are the family name; none where it is a name as a whole."""
    if len(words) == 1 or _OF_BODIES.search(" ".join(words)) or _is_capital(words[0]):
        return []
    at = len(words) - 1
    while at > 1 and _belongs(words[at - 1], words[at]):
        at -= 1
    return words[at:]


def _belongs(word: str, following: str) -> bool:
    return word in _PARTICLES or (_is_capital(word) and _is_capital(following))


def _is_capital(word: str) -> bool:
    letters = [one for one in word if one.isalpha()]
    return len(letters) > 1 and word == word.upper() and "." not in word


def typed_names(names: Sequence[Name]) -> str:
    """The names as read_names reads them. Names with braces in them cannot be typed."""
    return "; ".join(_typed(names))


def _typed(names: Sequence[Name]) -> Iterator[str]:
    group = ""
    for one in names:
        before = "" if one.group == group else f"{_kept(one.group, ':;')}: "
        group = one.group
        office = f", {_kept(one.role, ':;')}" if one.role else ""
        yield f"{before}{_typed_name(one)}{office}"


def _typed_name(name: Name) -> str:
    """The name plainly where it is read back so, else in braces."""
    divided = bool(not name.literal and name.given and name.family)
    shown = name.shown()
    alone = Name(given=name.given, family=name.family) if divided else Name(shown)
    if not set("{},;:") & set(shown) and read_names(shown) == (alone,):
        return shown
    return f"{{{name.given}}} {{{name.family}}}" if divided else f"{{{shown}}}"


def _kept(text: str, marks: str) -> str:
    return f"{{{text}}}" if set(marks) & set(text) or text != text.strip() else text
