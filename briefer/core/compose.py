"""Briefing and sources -> the document that the writers write."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from briefer.core.citation import entry, number_sources, tag
from briefer.core.counts import words_in
from briefer.core.document import (
    Block,
    Bullet,
    Document,
    Heading,
    Paragraph,
    Quote,
    Row,
    Run,
    SourceEntry,
    Table,
)
from briefer.core.model import Briefing, Item, Pick, Prose, Section, Source
from briefer.core.quotation import displayed, emphasis_label, pieces
from briefer.core.redaction import without_redacted
from briefer.core.styles import PROFILES, Profile

AS_HELD = "Paragraph numbers are those of the texts as held."
IN_FOOTER = (("reference", "{}"), ("issue", "Issue {}"), ("as_of", "Facts as of {}"))
NOT_IN_TABLE = ("marking", "issue", "as_of", "reference")


def compose(briefing: Briefing, sources: Mapping[str, Source], *, final: bool = False) -> Document:
    """The briefing as it is printed; empty sections and empty header fields are left out.

    `sources` is id -> source and holds every source that is cited. A final copy states what a
    draft shows as a gap.
    """
    labels = number_sources(briefing)
    profile = PROFILES[briefing.style]
    blocks: list[Block] = list(_header(briefing))
    for section in briefing.sections:
        if section.items:
            blocks.append(Heading(section.heading, 1, section.key))
            blocks += _items(section, sources, labels, profile)
    blocks += _source_list(briefing, sources, labels, final)
    filled = {field.key: field.value for field in briefing.header if field.value.strip()}
    footer = " · ".join(form.format(filled[key]) for key, form in IN_FOOTER if key in filled)
    return Document(
        title=briefing.title,
        blocks=tuple(blocks),
        language=briefing.language,
        marking=filled.get("marking", ""),
        footer=footer,
        created=briefing.created,
    )


def _header(briefing: Briefing) -> Iterator[Block]:
    rows = tuple(
        Row(field.label, field.value)
        for field in briefing.header
        if field.value.strip() and field.key not in NOT_IN_TABLE
    )
    if rows:
        yield Table("Header block", rows)


def _items(
    section: Section,
    sources: Mapping[str, Source],
    labels: Mapping[str, str],
    profile: Profile,
) -> Iterator[Block]:
    """The blocks of a section; details that follow each other become one table."""
    for is_detail, group in groupby(section.items, _is_detail):
        if is_detail:
            rows = tuple(Row(one.label, one.text) for one in group if isinstance(one, Prose))
            yield Table(section.heading, rows)
            continue
        for item in group:
            if isinstance(item, Pick):
                yield _pick(item, sources.get(item.source), labels[item.source], profile)
            else:
                yield from _PROSE[item.form](item)


def _is_detail(item: Item) -> bool:
    return isinstance(item, Prose) and item.form == "detail"


def _pick(pick: Pick, source: Source | None, label: str, profile: Profile) -> Block:
    marks = source.marks if source else ()
    citation = Run(_citation(pick, source, label), "citation", pick.id)
    words = tuple(
        Run(
            displayed(piece.text),
            "verbatim" if piece.kind == "words" else "editorial",
            pick.id,
            piece.emphasis,
        )
        for piece in pieces(pick, profile, marks=marks)
        if piece.text
    )
    if pick.kind != "quote":
        return Bullet((*words, Run(" "), citation), pick.id)
    speaker = Run(f" — {pick.speaker} " if pick.speaker else " ")
    before, after = profile.marks_around(words_in("".join(run.text for run in words)))
    return Quote((*_mark(before), *words, *_mark(after), speaker, citation), pick.id)


def _mark(mark: str) -> tuple[Run, ...]:
    return (Run(mark),) if mark else ()


def _citation(pick: Pick, source: Source | None, label: str) -> str:
    """The bracket tag, and what must be said about emphasis (VG-13)."""
    cited = tag(pick, source, label)
    said = emphasis_label(pick, source.marks if source else ())
    return f"{cited} ({said})" if said else cited


_PROSE: Mapping[str, Callable[[Prose], tuple[Block, ...]]] = {
    "text": lambda item: (Paragraph((Run(item.text),)),),
    "talking_point": lambda item: (Bullet((Run(item.text),)),),
    "reference": lambda item: (Bullet((Run(item.text),)),),
    "question": lambda item: (
        Paragraph((Run(item.label),), "question"),
        Paragraph((Run(item.text),)),
    ),
}
"""Own text by its form; details are gathered into tables instead."""


def _source_list(
    briefing: Briefing, sources: Mapping[str, Source], labels: Mapping[str, str], final: bool
) -> Iterator[Block]:
    """The sources cited, under the generated section's heading, always last."""
    if not labels:
        return
    named = (section.heading for section in briefing.sections if section.generated == "sources")
    yield Heading(next(named, "Sources"), 1, "sources-cited")
    yield Paragraph((Run(AS_HELD),), "note")
    for id, label in labels.items():
        if id in sources:
            source = without_redacted(sources[id], briefing.picks())
            yield SourceEntry(label, entry(source, final=final))
