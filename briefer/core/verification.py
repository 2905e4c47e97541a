"""The verification record of a briefing: the proof sheet that goes with it (domain.md 6.5)."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.check import CheckedItem, Report, Status, Verdict
from briefer.core.citation import NOT_STATED, entry, number_sources, tag
from briefer.core.describing import REDACTED, described, passage_words
from briefer.core.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    runs_text,
)
from briefer.core.findings import Finding
from briefer.core.model import Briefing, Kind, Pick, Source
from briefer.core.operations import Redact, span
from briefer.core.quotation import displayed, kept, printed
from briefer.core.record import EXPECTED, LABELS, Field, Origin, shown
from briefer.core.redaction import without_redacted
from briefer.core.styles import PROFILES, Style

TITLE = "Verification record"

FIGURES = "Figures that disagree, and what was decided"

ORIGINS: Mapping[Origin, str] = {
    "source": "in the source",
    "user": "from the user",
    "inferred": "inferred",
}
"""Where a field of a citation comes from, in words."""


class SourcePassage(Struct, frozen=True):
    """A passage as it stands in its source: place, range in code points, words."""

    place: str
    start: int
    end: int
    words: str


class Evidence(Struct, frozen=True):
    """A field of the citation, its value, and where that comes from."""

    field: str
    value: str
    origin: str


class RecordedItem(Struct, frozen=True):
    """One pick: what is printed, what its source says, what was done, found and decided."""

    id: str
    section: str
    kind: Kind
    status: Status
    printed: str
    citation: str
    speaker: str
    source: str
    passages: tuple[SourcePassage, ...]
    done: tuple[str, ...]
    findings: tuple[Finding, ...]
    remark: str
    """What is wrong with the words themselves; empty where nothing is."""


class RecordedSource(Struct, frozen=True):
    """A source that is cited: its label, its entry, its hash, where each field is from."""

    id: str
    label: str
    reference: str
    text_sha256: str
    evidence: tuple[Evidence, ...]
    notice: str = ""
    """That it was withdrawn or is superseded, in sentences; empty where nothing is known."""


class VerificationRecord(Struct, frozen=True):
    """The whole record. Redacted words are nowhere in it."""

    briefing: str
    title: str
    created: str
    style: Style
    verdict: Verdict
    items: tuple[RecordedItem, ...]
    sources: tuple[RecordedSource, ...]
    findings: tuple[str, ...]
    figures: tuple[str, ...] = ()
    """Which figures disagree, and what was decided about them, in sentences."""


def make_record(
    briefing: Briefing,
    sources: Mapping[str, Source],
    report: Report,
    figures: Iterable[str] = (),
) -> VerificationRecord:
    """The record of a briefing as it was checked; `sources` is id -> source.

    `figures` is what is to be said of figures that disagree; it names items by their numbers.
    """
    checked = {one.id: one for one in report.items}
    labels = number_sources(briefing)
    items = tuple(
        _item(briefing, section.heading, one, sources.get(one.source), checked[one.id], labels)
        for section in briefing.sections
        for one in section.items
        if isinstance(one, Pick)
    )
    return VerificationRecord(
        briefing.id, briefing.title, briefing.created, briefing.style, report.verdict, items,
        tuple(
            _source(sources[id], label, briefing)
            for id, label in labels.items()
            if id in sources
        ),
        report.findings, tuple(figures),
    )  # fmt: skip


def _item(
    briefing: Briefing,
    heading: str,
    pick: Pick,
    source: Source | None,
    checked: CheckedItem,
    labels: Mapping[str, str],
) -> RecordedItem:
    return RecordedItem(
        id=pick.id,
        section=heading,
        kind=pick.kind,
        status=checked.status,
        printed=displayed(printed(pick, PROFILES[briefing.style])),
        citation=tag(pick, source, labels[pick.source]),
        speaker=pick.speaker,
        source=pick.source,
        passages=tuple(_passages(pick, source)),
        done=tuple(described(pick)),
        findings=tuple(_without_redacted(checked, pick)),
        remark="" if checked.rules else checked.finding,
    )


def _without_redacted(checked: CheckedItem, pick: Pick) -> Iterator[Finding]:
    """The findings; one that names redacted words says “[redacted]” in their place."""
    cut = kept(pick)
    gone = [cut(*span(one)).casefold() for one in pick.operations if isinstance(one, Redact)]
    for one in checked.rules:
        named = one.words.casefold()
        if named and any(named in words or words in named for words in gone):
            said = one.message.replace(f"“{one.words}”", REDACTED)
            yield replace(one, words=REDACTED, message=said)
        else:
            yield one


def _passages(pick: Pick, source: Source | None) -> Iterator[SourcePassage]:
    for passage in pick.passages:
        start, end = passage.position.start, passage.position.end
        place = source.place_at(start) if source else None
        words = displayed(passage_words(pick, passage))
        yield SourcePassage(place.label() if place else "", start, end, words)


def _source(source: Source, label: str, briefing: Briefing) -> RecordedSource:
    reference = runs_text(entry(without_redacted(source, briefing.picks()), final=True))
    evidence = tuple(_evidence(source))
    notice = next((one.said() for one in briefing.notices if one.id == source.id), "")
    return RecordedSource(source.id, label, reference, source.text_sha256(), evidence, notice)


def _evidence(source: Source) -> Iterator[Evidence]:
    """Every field that the record of the source holds, and those that it does not state."""
    for name in LABELS:
        if name in source.record:
            field = source.record[name]
            yield Evidence(name, shown(field.value), _origin(field, source))
        elif name in EXPECTED:
            yield Evidence(name, "", NOT_STATED)


def _origin(field: Field, source: Source) -> str:
    if field.carried_from:
        return "carried over from an earlier version, not confirmed"
    place = source.place_at(field.start) if field.start is not None else None
    return f"{ORIGINS[field.origin]}, {place.label()}" if place else ORIGINS[field.origin]


def record_document(record: VerificationRecord, language: str = "en") -> Document:
    """The record as a document of its own."""
    title = f"{TITLE}: {record.title}"
    blocks = tuple(record_blocks(record))
    return Document(title, blocks, language, created=record.created)


def record_blocks(record: VerificationRecord) -> Iterator[Block]:
    """The record as blocks, to stand alone or behind a briefing."""
    count = len(record.items)
    yield Paragraph((Run(VERDICTS[record.verdict].format(count)),))
    yield Paragraph((Run(f"Style of quoting: {PROFILES[record.style].name}."),))
    for finding in record.findings:
        yield Paragraph((Run(finding),), "note")
    if record.figures:
        yield Heading(FIGURES, 2, "record-figures")
    for said in record.figures:
        yield Paragraph((Run(said),))
    for number, item in enumerate(record.items, start=1):
        heading = f"{number}. {item.section}: {KIND_NAMES[item.kind]}, {STATUS_NAMES[item.status]}"
        yield Heading(heading, 2, f"record-{item.id}")
        yield Table(heading, tuple(_rows(item)))
    for source in record.sources:
        yield Heading(f"Source {source.label}", 2, f"record-{source.label}")
        yield Table(source.label, tuple(_source_rows(source)))


VERDICTS: Mapping[Verdict, str] = {
    "verified": "All {} items are what their sources say; what was done to them is listed below.",
    "mismatch": "Not all of the {} items are what their sources say, or may go out as they are.",
    "cannot_check": "Not all of the {} items could be checked: a source is missing.",
}
KIND_NAMES: Mapping[Kind, str] = {
    "fact": "fact",
    "quote": "quote",
    "talking_point": "talking point",
}
STATUS_NAMES: Mapping[Status, str] = {
    "exact": "exact",
    "edited": "edited",
    "second_hand": "second hand",
    "changed": "changed",
    "broken": "not verified",
    "uncheckable": "cannot be checked",
}


def _rows(item: RecordedItem) -> Iterator[Row]:
    yield Row("As printed", item.printed)
    for passage in item.passages:
        place = f"{passage.place}, characters {passage.start} to {passage.end}".removeprefix(", ")
        yield Row("In the source", f"{passage.words}\n({place})")
    yield Row("Citation", item.citation)
    if item.speaker:
        yield Row("Speaker", item.speaker)
    if item.done:
        yield Row("What was done", "\n".join(item.done))
    if item.findings:
        yield Row("What the rules found", "\n".join(one.said() for one in item.findings))
    if item.remark:
        yield Row("Remark", item.remark)


def _source_rows(source: RecordedSource) -> Iterator[Row]:
    yield Row("Entry", source.reference)
    if source.notice:
        yield Row("Standing", source.notice)
    yield Row("SHA-256 of the text", source.text_sha256)
    for one in source.evidence:
        yield Row(LABELS[one.field], f"{one.value} ({one.origin})" if one.value else one.origin)
