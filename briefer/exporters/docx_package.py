"""The Word package around the body: properties without a person, and the same bytes every time."""

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter

from briefer.core.document import Document

APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>briefer</Application></Properties>'
)
"""Extended properties that name the program and nobody's company, template or editing time."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
LONGEST_PROPERTY = 255
"""Characters that a core property can hold."""


class _StableZip:
    """What python-docx writes parts to, with fixed times in place of the present one."""

    def __init__(self, file: io.BytesIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)

    def write(self, uri: PackURI, blob: bytes) -> None:
        info = zipfile.ZipInfo(uri.membername, EARLIEST)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 0
        self._zip.writestr(info, blob)

    def close(self) -> None:
        self._zip.close()


def to_bytes(word: WordDocument) -> bytes:
    """The package as bytes; the same document gives the same bytes."""
    package = word.part.package
    for part in package.parts:
        part.before_marshal()
        if part.partname == "/docProps/app.xml":
            part._blob = APPLICATION
    parts = sorted(package.parts, key=lambda part: str(part.partname))
    file = io.BytesIO()
    stable: Any = _StableZip(file)
    PackageWriter._write_content_types_stream(stable, parts)
    PackageWriter._write_pkg_rels(stable, package.rels)
    PackageWriter._write_parts(stable, parts)
    stable.close()
    return file.getvalue()


def set_properties(word: WordDocument, document: Document) -> None:
    """Title, language and date; every property that could name a person is empty."""
    core = word.core_properties
    core.title = document.title[:LONGEST_PROPERTY]
    core.language = document.language
    for field in ("author", "comments", "keywords", "last_modified_by", "subject", "category"):
        setattr(core, field, "")
    core.revision = 1
    core.created = core.modified = moment(document.created)


def moment(created: str) -> datetime:
    """The document's date in UTC; a date that cannot be read is the earliest a zip can hold."""
    try:
        return datetime.strptime(created, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return datetime(*EARLIEST)
