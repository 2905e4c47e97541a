"""Clashes and aged figures as notes on the items of a briefing, and as a question."""

from collections.abc import Iterable, Mapping

from briefer.core.clashes import Aged, Clash, Stated
from briefer.core.decisions import VERDICTS, key_of
from briefer.core.register import VERDICTS as LEVELS_SAID
from briefer.ui.figure_notes import FigureNote
from briefer.ui.figure_words import LEVEL_ICONS, LEVEL_NAMES, said

OLD = "old figure"


def notes_of(
    clashes: Iterable[Clash], aged: Iterable[Aged], titles: Mapping[str, str]
) -> dict[str, tuple[FigureNote, ...]]:
    """What is to be known of each item; `titles` is id of a source -> title."""
    found: dict[str, list[FigureNote]] = {}
    for clash in clashes:
        for here, there in ((clash.one, clash.two), (clash.two, clash.one)):
            found.setdefault(here.item, []).append(_clash_note(clash, here, there, titles))
    for one in aged:
        found.setdefault(one.stated.item, []).append(_aged_note(one, titles))
    return {item: tuple(_once(notes)) for item, notes in found.items()}


def contradiction_words(clash: Clash, titles: Mapping[str, str]) -> str:
    """A contradiction with the exact words of its pair, for the question before an export."""
    said_by = (
        f"“{one.statement.sentence}”\n"
        f"{', '.join(filter(None, (titles.get(one.statement.source, ''), one.statement.place)))}"
        for one in (clash.one, clash.two)
    )
    return "\n\n".join([f"{clash.measure}: {clash.why}", *said_by])


def _once(notes: Iterable[FigureNote]) -> Iterable[FigureNote]:
    """Each sentence once: two statements of one passage may clash with the same other one."""
    return {one.said: one for one in notes}.values()


def _clash_note(clash: Clash, here: Stated, there: Stated, titles: Mapping[str, str]) -> FigureNote:
    other = there.statement
    where = ", ".join(part for part in (titles.get(other.source, ""), other.place) if part)
    sentence = (
        f"{clash.measure}: “{said(here.statement)}” and “{said(other)}” ({where}) – "
        f"{LEVELS_SAID[clash.level]}: {clash.why}"
    )
    if clash.decision is not None:
        sentence += f" Decided: {VERDICTS.get(clash.decision.verdict, '')}."
    return FigureNote(
        LEVEL_NAMES[clash.level],
        LEVEL_ICONS[clash.level],
        sentence,
        (key_of(here.statement), key_of(other)),
        clash.decision is not None,
    )


def _aged_note(one: Aged, titles: Mapping[str, str]) -> FigureNote:
    statement, newer = one.stated.statement, one.newer
    where = f" ({titles[newer.source]}, {newer.place})" if newer and newer.source in titles else ""
    sentence = f"“{said(statement)}” may be out of date: {one.why.rstrip('.')}{where}."
    shows = (key_of(statement), key_of(newer or statement)) if statement.measure else None
    return FigureNote(OLD, "info", sentence, shows)
