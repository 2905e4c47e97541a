"""Word documents: the words a reader sees once every tracked change is accepted."""

from collections.abc import Mapping

from lxml import etree

from briefer.importers.docx_locked import MAGIC, unlocked
from briefer.importers.docx_names import W
from briefer.importers.docx_story import Story
from briefer.importers.docx_styles import DELETED
from briefer.importers.flow_writer import FlowWriter, inferred
from briefer.importers.imported import Imported, Notice, Options
from briefer.importers.package import Package, unsafe

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN, CORE = "word/document.xml", "docProps/core.xml"
STATED = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
}
"""Fields of the record in the core properties; the dates there are the file's, not the text's."""

WARNINGS: Mapping[Notice, tuple[str, ...]] = {
    "changes_accepted": (*DELETED, f"{W}ins", f"{W}moveTo"),
    "comments_left_out": (f"{W}commentReference",),
}
"""What makes the document look otherwise in a word processor, and the elements that tell."""


def read(data: bytes, file: str, options: Options) -> Imported:
    """Reads a Word document (ECMA-376, transitional or strict), tracked changes accepted.

    Insertions and text moved here are in; deletions, text moved away, instructions of fields,
    hidden text, comments, headers and footers are not. Notes follow the text, as footnotes.
    Macros are never looked at. Raises UnreadableSource.
    """
    if data.startswith(MAGIC):
        data = unlocked(data, file, options.password)
    package = Package(data, file)
    top = package.related("")
    writer = FlowWriter(file)
    try:
        story = Story(package, top.get("officeDocument", MAIN), writer)
        story.read()
    except RecursionError as error:
        raise unsafe(file) from error
    decoded, canonical = writer.made()
    stated = _stated(package.xml(top.get("core-properties", CORE)))
    found = (code for code, tags in WARNINGS.items() if story.holds(tags))
    return Imported(
        media_type=MEDIA_TYPE,
        encoding="utf-8",
        decoded=decoded,
        canonical=canonical,
        record=inferred({"language": story.styles.language, **stated}),
        warnings=tuple(found),
    )


def _stated(core: "etree._Element | None") -> dict[str, str]:
    if core is None:
        return {}
    said = {field: core.findtext(tag) or "" for field, tag in STATED.items()}
    return {field: words for field, words in said.items() if words.strip()}
