"""Rich text documents: the words a reader sees, each byte by the code page of its font."""

from briefer.importers.flow_writer import FlowWriter, inferred
from briefer.importers.imported import Imported, Options
from briefer.importers.package import damaged
from briefer.importers.rtf_reader import AFTER_THE_END, OPENING, Reader

MEDIA_TYPE = "application/rtf"


def read(data: bytes, file: str, options: Options) -> Imported:
    """Reads a rich text document (RTF 1.9.1), revisions accepted.

    Deleted and hidden text, instructions of fields, comments, headers and footers are not in.
    Notes follow the text, as footnotes. Raises UnreadableSource.
    """
    if not OPENING.match(data):
        raise damaged(file)
    reader = Reader(data.decode("latin-1"), FlowWriter(file), file)
    end = reader.read()
    if AFTER_THE_END.search(data, end):
        raise damaged(file)
    decoded, canonical = reader.writer.made()
    return Imported(
        media_type=MEDIA_TYPE,
        encoding=reader.codec,
        decoded=decoded,
        canonical=canonical,
        record=inferred(reader.stated),
        warnings=tuple(sorted(reader.warnings)),
    )
