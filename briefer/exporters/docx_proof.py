"""The manifest inside a Word file: a custom XML part, and again as document properties."""

import base64
import hashlib
import uuid
import zlib

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefer.exporters.docx_names import LONGEST_VALUE, MANIFEST, NOT_IN_XML, PROPERTY, escaped

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id of every custom property (MS-OLEPS: the user-defined property set)."""

PIECE = 1_000_000
"""Characters in one element; readers of XML take no more than ten million."""


def embed(word: WordDocument, manifest: bytes) -> None:
    """Puts a manifest (JSON) into the package, twice.

    Word, and LibreOffice when it saves as DOCX, keep a custom XML part; LibreOffice loses it on
    the way through ODT, but keeps properties.
    """
    package = word.part.package
    text = manifest.decode()
    text = NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)  # in a JSON string
    pieces = (escaped(text[at : at + PIECE]) for at in range(0, len(text), PIECE))
    data = "".join(f"<piece>{one}</piece>" for one in pieces)
    data = f'<manifest xmlns="{MANIFEST}">{data}</manifest>'
    item = Part(PackURI("/customXml/item1.xml"), TYPE.XML, _xml(data), package)
    properties = (
        f'<ds:datastoreItem xmlns:ds="{DATA_STORE}" ds:itemID="{_guid(manifest)}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{MANIFEST}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    about = Part(
        PackURI("/customXml/itemProps1.xml"),
        TYPE.OFC_CUSTOM_XML_PROPERTIES,
        _xml(properties),
        package,
    )
    item.relate_to(about, RELATION.CUSTOM_XML_PROPS)
    word.part.relate_to(item, RELATION.CUSTOM_XML)
    again = Part(
        PackURI("/docProps/custom.xml"),
        TYPE.OFC_CUSTOM_PROPERTIES,
        _xml(_properties(manifest)),
        package,
    )
    package.relate_to(again, RELATION.CUSTOM_PROPERTIES)


def _xml(text: str) -> bytes:
    return f"{DECLARATION}{text}".encode()


def _guid(data: bytes) -> str:
    """An identifier made of the data, so that the same document has the same one."""
    made = uuid.UUID(bytes=hashlib.sha256(data).digest()[:16])
    return f"{{{str(made).upper()}}}"


def _properties(manifest: bytes) -> str:
    """The manifest, compressed, in as many properties as it needs."""
    text = base64.b64encode(zlib.compress(manifest, 9)).decode()
    pieces = [text[at : at + LONGEST_VALUE] for at in range(0, len(text), LONGEST_VALUE)]
    values = "".join(
        f'<property fmtid="{USER_DEFINED}" pid="{number + 1}" name="{PROPERTY}{number}">'
        f"<vt:lpwstr>{piece}</vt:lpwstr></property>"
        for number, piece in enumerate(pieces, start=1)
    )
    return f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}">{values}</Properties>'
