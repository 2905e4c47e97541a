"""What the user's own text must not do: quote what no source says, state what no fact states."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from briefer.core.figures import Figure, figures
from briefer.core.findings import Finding, with_reasons
from briefer.core.folds import same_words
from briefer.core.marked import QUOTED
from briefer.core.model import Briefing, Form, Pick, Prose, Range, Source
from briefer.core.quotation import printed
from briefer.core.record import text_of

QUOTATION = 3
"""Words; that many in quotation marks are a quotation, fewer a term (VG-20)."""

LOOKED_AT: frozenset[Form] = frozenset({"text", "talking_point", "question"})
"""Forms of own text that are read or spoken; details and references are not."""

SINGLE = re.compile(r"(?<!\w)‘[^‘“”]*?’(?!\w)")
DIGIT = re.compile(r"\d")
AFTER = " ,.;:!?…"

UNANCHORED = "“{}” is in quotation marks, but no source says it: pick it, or take the marks off"
UNSOURCED = "“{}” is a figure that no pick of this briefing states: pick the words that state it"


class CheckedText(Struct, frozen=True):
    """What was found in one item of own text; ranges are of `own_words`."""

    id: str
    rules: tuple[Finding, ...]


def own_words(item: Prose) -> str:
    """What an item of own text says: its label, if it has one, a line end and its text."""
    return f"{item.label}\n{item.text}" if item.label else item.text


def quotations(words: str) -> Iterator[tuple[Range, str]]:
    """The ranges in quotation marks with three words or more, and the words between the marks."""
    found = sorted([*QUOTED.finditer(words), *SINGLE.finditer(words)], key=re.Match.start)
    for one in found:
        inner = one[0][1:-1].strip(AFTER)
        if len(inner.split()) >= QUOTATION:
            yield one.span(), inner


def check_own_text(
    briefing: Briefing, sources: Mapping[str, Source], held: Collection[str] = ()
) -> tuple[CheckedText, ...]:
    """What VG-20 finds in the own text of a briefing, the reasons given with it (domain.md 4.5).

    `sources` is id -> source, `held` the quotations that are known to stand in another source.
    Items without findings are left out.
    """
    stated = {
        _value(one)
        for pick in briefing.picks()
        for one in figures(printed(pick), language=_language(pick, sources, briefing))
    }
    checked = []
    for item in _read_items(briefing):
        words = own_words(item)
        found = [
            Finding("VG-20", "stop", *place, inner, f"{UNANCHORED.format(inner)} (VG-20).")
            for place, inner in quotations(words)
            if inner not in held and not _is_said(inner, briefing, sources)
        ]
        found += [
            Finding("VG-20", "warning", one.start, one.end, one.text,
                    f"{UNSOURCED.format(one.text)} (VG-20).")
            for one in figures(words, language=briefing.language)
            if DIGIT.search(one.text) and _value(one) not in stated
        ]  # fmt: skip
        if found:
            checked.append(CheckedText(item.id, with_reasons(found, item.reasons)))
    return tuple(checked)


def unheld(briefing: Briefing, sources: Mapping[str, Source]) -> Sequence[str]:
    """The quotations in own text that the sources given do not hold."""
    return [
        inner
        for item in _read_items(briefing)
        for _, inner in quotations(own_words(item))
        if not _is_said(inner, briefing, sources)
    ]


def _read_items(briefing: Briefing) -> Iterator[Prose]:
    return (one for one in briefing.items() if isinstance(one, Prose) and one.form in LOOKED_AT)


def _is_said(words: str, briefing: Briefing, sources: Mapping[str, Source]) -> bool:
    """Whether a source says the words, or is called so, or a pick of the briefing prints them."""
    wanted = same_words(words)
    texts = (
        *(source.text for source in sources.values()),
        *(text_of(source.record, "title") for source in sources.values()),
        *(printed(pick) for pick in briefing.picks() if pick.operations),
    )
    return any(wanted.search(text) for text in texts)


def _language(pick: Pick, sources: Mapping[str, Source], briefing: Briefing) -> str:
    source = sources.get(pick.source)
    return (source and text_of(source.record, "language")) or briefing.language


def _value(figure: Figure) -> tuple[float, bool]:
    """What makes two figures the same: the value, and whether it is a share."""
    return figure.value, figure.unit == "%"
