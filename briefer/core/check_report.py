"""The outcome of checking an exported file, as a document to be kept or handed on."""

from collections.abc import Iterator, Mapping

from briefer.core.check import Verdict
from briefer.core.document import Block, Document, Heading, Paragraph, Row, Run, Table
from briefer.core.proof import Proof, ProvenItem, Status

VERDICTS: Mapping[Verdict, str] = {
    "verified": "Every item stands as it was exported, and is what its source says.",
    "mismatch": "Not everything stands as it was exported.",
    "cannot_check": "Not everything could be compared.",
}
STATUS_NAMES: Mapping[Status, str] = {
    "verified": "as exported",
    "removed": "removed",
    "altered": "altered",
    "citation_altered": "citation altered",
    "moved": "moved",
    "added": "added",
    "broken": "not what its source says",
    "changed": "source says it elsewhere",
    "uncheckable": "cannot be checked",
}


def report_document(proof: Proof, name: str, language: str = "en") -> Document:
    """What became of each item of the file of this name since it was exported."""
    return Document(f"Check of {name}", tuple(_blocks(proof)), language)


def _blocks(proof: Proof) -> Iterator[Block]:
    yield Paragraph((Run(VERDICTS[proof.verdict]),))
    for finding in proof.findings:
        yield Paragraph((Run(finding),), "note")
    for number, item in enumerate(proof.items, start=1):
        heading = f"{number}. {STATUS_NAMES[item.status].capitalize()}"
        yield Heading(heading, 2, f"check-{item.id}")
        yield Table(heading, tuple(_rows(item)))


def _rows(item: ProvenItem) -> Iterator[Row]:
    if item.expected:
        yield Row("As exported", item.expected)
    if item.found != item.expected:
        yield Row("As it stands now", item.found or "It is not there.")
    if item.finding:
        yield Row("Finding", item.finding)
    for one in item.differences:
        if one.op != "equal":
            label = "Figure" if one.figure else "Difference"
            yield Row(label, f"“{one.expected}” is now “{one.found}”")
