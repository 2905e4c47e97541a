"""OpenDocument texts: the words a reader sees, zipped (.odt) or in one XML file (.fodt)."""

from collections.abc import Mapping

from lxml import etree

from briefer.core.errors import UnreadableSource
from briefer.importers.flow_writer import FlowWriter, inferred
from briefer.importers.imported import Imported, Notice, Options
from briefer.importers.odt_locked import locks, unlocked
from briefer.importers.odt_story import Story
from briefer.importers.odt_styles import META, OFFICE, TEXT, Styles
from briefer.importers.package import Package, damaged, locked, parse, unsafe

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
DC = "{http://purl.org/dc/elements/1.1/}"
PARTS = ("styles.xml", "content.xml", "meta.xml")
"""The members that are read; the styles of the text come after the others."""

STATED = {
    "title": (f"{DC}title",),
    "author": (f"{META}initial-creator", f"{DC}creator"),
    "language": (f"{DC}language",),
}
"""Fields of the record in meta.xml; the dates there are the file's, not the text's."""

WARNINGS: Mapping[Notice, str] = {
    "changes_accepted": f"{TEXT}changed-region",
    "comments_left_out": f"{OFFICE}annotation",
}
"""What makes the document look otherwise in a word processor, and the elements that tell."""


def read(data: bytes, file: str, options: Options) -> Imported:
    """Reads an OpenDocument text (ODF 1.3), tracked changes accepted.

    Insertions are in; deletions, hidden text, comments, headers and footers are not. Notes follow
    the text, as footnotes. Raises UnreadableSource.
    """
    parts = _zipped(data, file, options.password) if data.startswith(b"PK") else [parse(data, file)]
    text = next((found for part in parts for found in part.iter(f"{OFFICE}text")), None)
    if text is None:
        raise _no_text(file) if _has_body(parts) else damaged(file)
    styles = Styles(parts)
    writer = FlowWriter(file)
    try:
        Story(styles, writer).read(text)
    except RecursionError as error:
        raise unsafe(file) from error
    decoded, canonical = writer.made()
    found = (code for code, tag in WARNINGS.items() if next(text.iter(tag), None) is not None)
    return Imported(
        media_type=MEDIA_TYPE,
        encoding="utf-8",
        decoded=decoded,
        canonical=canonical,
        record=inferred({"language": styles.language, **_stated(parts)}),
        warnings=tuple(found),
    )


def _zipped(data: bytes, file: str, password: str) -> "list[etree._Element]":
    """Styles, text and properties of a package."""
    package = Package(data, file)
    manifest = package.xml("META-INF/manifest.xml")
    held = {} if manifest is None else locks(manifest, file)
    if held and held.keys().isdisjoint(PARTS):  # the package is encrypted as one (LibreOffice 24.8)
        raise locked(file, here=False)
    parts = (
        package.tree(unlocked(package, name, held[name], password))
        if name in held
        else package.xml(name)
        for name in PARTS
    )
    return [part for part in parts if part is not None]


def _has_body(parts: "list[etree._Element]") -> bool:
    return any(next(part.iter(f"{OFFICE}body"), None) is not None for part in parts)


def _no_text(file: str) -> UnreadableSource:
    return UnreadableSource(
        f"{file} is an OpenDocument file, but not a text.",
        "Open it in the program it was made with and save its words as a text document or a PDF.",
        "unsupported",
    )


def _stated(parts: "list[etree._Element]") -> dict[str, str]:
    """What the first office:meta says of the document; empty elements say nothing."""
    meta = next((found for part in parts for found in part.iter(f"{OFFICE}meta")), None)
    if meta is None:
        return {}
    said = {}
    for field, tags in STATED.items():
        words = next((text for tag in tags if (text := (meta.findtext(tag) or "").strip())), "")
        if words:
            said[field] = words
    return said
